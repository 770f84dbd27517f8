/** `explain`: what each line was read as, how it looked, and where it stood; for a PDF's page also as a picture. */

import { writeFile } from "node:fs/promises";
import type { SourceText } from "../../model/source.js";
import { type ExplainedLine, explain } from "../../pipeline/read-one.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { FormatOption } from "../parameters.js";
import { readOrWarn } from "../read-or-warn.js";
import type { ReadingCommandOptions } from "../reading-options.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface ExplainOptions extends FormatOption, ReadingCommandOptions {
  readonly page?: number;
  readonly image?: string;
}

/** Room for the text in a table, in characters. */
const SHORT = 80;

export async function explainCommand(path: string, options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const { format, page, image } = options;
  const conversion = await readOrWarn(path, options, terminal);
  if (conversion === null) return EXIT.someFailed;
  const { source } = conversion;
  const refused = refusal(source, options);
  if (refused !== null) {
    terminal.warn(`${path}: ${refused}`);
    return EXIT.wrongUsage;
  }
  const lines = await explain(source);
  if (image !== undefined) return draw(path, source, lines, { ...options, image }, terminal);
  const rows = lines
    .filter((line) => page === undefined || line.page === page)
    .map(({ page, reading, rule, style, place, text }) => {
      return [page, reading, rule, style, place, format === "table" ? shortened(text) : text];
    });
  await printRows({ columns: ["page", "reading", "rule", "style", "place", "text"], rows }, format, terminal);
  return EXIT.done;
}

/** Why what was asked for cannot be shown; null where it can. */
function refusal({ format, pages }: SourceText, { page, image }: ExplainOptions): string | null {
  if (image !== undefined && format !== "pdf") return `only pages of a PDF can be drawn, this is ${format}`;
  if (page !== undefined && pages === null) return "this format has no pages";
  if (page !== undefined && page > (pages ?? 0)) return `there is no page ${page}: it has ${pages}`;
  return null;
}

async function draw(
  path: string,
  source: SourceText,
  lines: readonly ExplainedLine[],
  { page = 1, image, password }: ExplainOptions & { readonly image: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const { drawPage } = await import("../../pipeline/page-picture.js");
  const picture = await drawPage(path, source, lines, page, password ?? null);
  if (picture === null) return EXIT.someFailed;
  try {
    await writeFile(image, picture);
  } catch (error) {
    terminal.warn(`${image}: the picture could not be written (${error instanceof Error ? error.message : error})`);
    return EXIT.cannotWork;
  }
  terminal.warn(
    `${image}: page ${page} drawn (blue: lines in reading order, orange: tables, green: columns, purple: margins, grey: trailer)`,
  );
  return EXIT.done;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= SHORT ? line : `${line.slice(0, SHORT - 1)}…`;
}
