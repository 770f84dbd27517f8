/** `explain`: what each line was read as. */

import { explain } from "../../pipeline/read-one.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { FormatOption } from "../parameters.js";
import { readOrWarn } from "../read-or-warn.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface ExplainOptions extends FormatOption {
  readonly timeout: number;
}

/** Room for the text in a table, in characters. */
const SHORT = 80;

export async function explainCommand(
  path: string,
  { format, timeout }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const conversion = await readOrWarn(path, timeout, terminal);
  if (conversion === null) return EXIT.someFailed;
  const lines = await explain(conversion.source);
  const rows = lines.map(({ page, reading, rule, text }) => [
    page,
    reading,
    rule,
    format === "table" ? shortened(text) : text,
  ]);
  await printRows({ columns: ["page", "reading", "rule", "text"], rows }, format, terminal);
  return EXIT.done;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= SHORT ? line : `${line.slice(0, SHORT - 1)}…`;
}
