/** `explain`: what each line was read as, which facts were read from it and by which rules, or why none was; for a PDF's page also as a picture. */

import { writeFile } from "node:fs/promises";
import type { SourceText } from "../../model/source.js";
import { type ExplainedLine, explain } from "../../pipeline/explain.js";
import type { FactValue } from "../../pipeline/fact-values.js";
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
  const lines = await explain(conversion);
  if (image !== undefined) return draw(path, source, lines, { ...options, image }, terminal);
  const shown = lines.filter((line) => page === undefined || line.page === page);
  if (format === "table") {
    const { explanation } = await import("../explanation.js");
    terminal.print(explanation(shown, conversion.minutes.parts.length > 1, terminal));
  } else
    await printRows(
      { columns: [...COLUMNS], rows: shown.map((line) => rowOf(line, format === "csv")) },
      format,
      terminal,
    );
  return EXIT.done;
}

const COLUMNS = [
  ...(["line", "page", "reading", "rule", "style", "place", "text", "start", "end"] as const),
  ...(["facts", "within", "whyProse", "diagnostics"] as const),
] as const satisfies readonly (keyof ExplainedLine)[];

/** A field of CSV holds words, so there the lists become words. */
function rowOf(line: ExplainedLine, isCsv: boolean): unknown[] {
  return COLUMNS.map((column) => {
    if (!isCsv) return line[column];
    if (column === "facts") return line.facts.map(factWords).join("; ");
    if (column === "within") return line.within.map(({ fact, ordinal }) => `${fact} ${ordinal}`).join("; ");
    return column === "diagnostics" ? line.diagnostics.map(({ code }) => code).join("; ") : line[column];
  });
}

function factWords({ fact, ordinal, field, value, rule, basis, confidence }: FactValue): string {
  const proof = rule === null ? "" : ` [${rule}, ${basis}, ${confidence}]`;
  return `${fact} ${ordinal} ${field} = ${value}${proof}`;
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
