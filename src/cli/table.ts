/** Rows → a table that fits the terminal; long text is wrapped, and where there are too many columns each row becomes a list. */

import CliTable from "cli-table3";
import colours from "picocolors";
import { plainText, type Rows } from "./result.js";
import type { Terminal } from "./terminal.js";

/** Width where stdout is a file or a pipe. */
const PLAIN_WIDTH = 120;

/** Characters between two columns. */
const GAP = 2;

/** Below so many characters a column cannot be read any more. */
const NARROWEST = 10;

/** So many rows are laid out at a time: the library takes a time that grows with the square of their number. */
const CHUNK = 100;

/** Words of up to so many characters are kept whole: the first of these lengths for which there is room. */
const READABLE = [22, 16, 12, NARROWEST];

/** Where a path or an id is best cut: behind its marks. */
const BEHIND_MARK = /(?<=[/_-])(?=[^/_-])/;

/** The columns are parted by blanks alone. Their widths are left to the library: it would shorten wide letters, which count as one here. */
const NO_LINES = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "" },
  middle: " ".repeat(GAP),
  ...{ "bottom-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" },
};

export function renderTable(result: Rows, terminal: Pick<Terminal, "width" | "hasColours">): string {
  if (result.columns.length === 0) return "";
  const width = Math.max(40, terminal.width ?? PLAIN_WIDTH);
  const palette = colours.createColors(terminal.hasColours);
  const rows = result.rows.map((row) => row.map(printable));
  const widths = columnWidths([[...result.columns], ...rows], width);
  if (widths === null) return renderRecords(result.columns, rows, width, palette);
  const rule = widths.map((columnWidth) => palette.dim("─".repeat(columnWidth)));
  const heading = result.columns.map((column, index) => palette.bold(breakWords(column, widths[index] ?? NARROWEST)));
  const wrapped = rows.map((row) => wrapRow(row, widths));
  const chunks = [layOut([heading, rule, ...wrapped.slice(0, CHUNK)])];
  for (let start = CHUNK; start < wrapped.length; start += CHUNK) {
    // The rule gives these rows the widths of the first ones.
    chunks.push(layOut([rule, ...wrapped.slice(start, start + CHUNK)]).replace(/^.*\n/, ""));
  }
  return chunks.join("");
}

/** One value a line, with the column's name before it, and a line of its own between the rows. */
function renderRecords(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  palette: ReturnType<typeof colours.createColors>,
): string {
  const nameWidth = Math.max(...columns.map((column) => column.length));
  const widths = [nameWidth, Math.max(NARROWEST, width - nameWidth - GAP)];
  return rows
    .map((row, number) => {
      const fields = columns.map((column, index) => [
        palette.bold(column),
        ...wrapRow([row[index] ?? ""], widths.slice(1)),
      ]);
      return `${palette.dim(`─ ${number + 1} ${"─".repeat(nameWidth)}`)}\n${layOut(fields)}`;
    })
    .join("");
}

function layOut(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const style = { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true };
  const table = new CliTable({ chars: NO_LINES, style });
  for (const row of rows) table.push([...row]);
  return `${table.toString().replace(/[^\S\n]+$/gm, "")}\n`;
}

/**
 * How wide each column may be, so that all of them fit: narrow ones get what they need, of the rest longer text gets more,
 * though not in proportion. Words stay whole where there is room for that. Null where there are too many columns.
 */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] | null {
  const heading = rows[0] ?? [];
  const longest = (measure: (text: string) => number) =>
    heading.map((_, index) => rows.reduce((most, row) => Math.max(most, measure(row[index] ?? "")), 1));
  const wanted = longest(longestLine);
  const words = longest(longestWord);
  for (const readable of READABLE) {
    const least = heading.map((name, index) => Math.max(name.length, Math.min(words[index] ?? 0, readable)));
    const taken = wanted.reduce((sum, length, index) => sum + GAP + Math.min(length, least[index] ?? 0), 0);
    // Whole words in every column are not worth it where they leave no room for sentences.
    const isRoomy = taken <= width * 0.75 || readable === NARROWEST;
    const widths = isRoomy ? shareWidth(wanted, least, width) : null;
    if (widths !== null) return widths;
  }
  return null;
}

function shareWidth(wanted: readonly number[], least: readonly number[], width: number): number[] | null {
  const widths = wanted.map(() => 0);
  const order = [...wanted.entries()].sort(([, a], [, b]) => a - b);
  let available = width - GAP * (wanted.length - 1);
  let weight = wanted.reduce((sum, length) => sum + Math.sqrt(length), 0);
  for (const [index, length] of order) {
    const share = Math.floor((available * Math.sqrt(length)) / weight);
    const granted = Math.min(length, Math.max(share, least[index] ?? NARROWEST));
    widths[index] = granted;
    available -= granted;
    weight -= Math.sqrt(length);
  }
  return available < 0 ? null : widths;
}

/** Length of the longest stretch that is better not cut. Only a very long word, which no column could hold, counts by its pieces. */
function longestWord(text: string): number {
  const isCut = (word: string) => word.length > (READABLE[0] ?? NARROWEST);
  const stretches = text.split(/\s/).flatMap((word) => (isCut(word) ? word.split(BEHIND_MARK) : [word]));
  return stretches.reduce((longest, stretch) => Math.max(longest, stretch.length), 0);
}

function longestLine(text: string): number {
  return text.split("\n").reduce((longest, line) => Math.max(longest, line.length), 0);
}

function wrapRow(row: readonly string[], widths: readonly number[]): string[] {
  return row.map((text, index) => breakWords(text, widths[index] ?? NARROWEST));
}

/** Wraps at blanks; a word that is wider than the column (a path, an id) is cut, behind one of its marks where it has any, and never shortened. */
function breakWords(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const lines: string[] = [];
      let current = "";
      for (const word of line.split(" ").flatMap((whole) => pieces(whole, width))) {
        if (current !== "" && current.length + 1 + word.length > width) {
          lines.push(current);
          current = word;
        } else current = current === "" ? word : `${current} ${word}`;
      }
      return [...lines, current];
    })
    .join("\n");
}

function pieces(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const cut: string[] = [];
  for (const part of word.split(BEHIND_MARK).flatMap((stretch) => letters(stretch, width))) {
    const before = cut.at(-1);
    if (before !== undefined && before.length + part.length <= width) cut[cut.length - 1] = before + part;
    else cut.push(part);
  }
  return cut;
}

function letters(stretch: string, width: number): string[] {
  return stretch.match(new RegExp(`[\\s\\S]{1,${width}}`, "gu")) ?? [];
}

/** Without control characters: what a document says must not be able to move the cursor. */
function printable(value: unknown): string {
  return plainText(value)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ")
    .trimEnd();
}
