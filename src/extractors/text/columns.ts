/** What stands side by side in a plain text: by tabs, by wide gaps of blanks, or as a Markdown table. */

import type { Block, BlockCell, GridBlock, Paragraph } from "../blocks.js";
import { run } from "../blocks.js";
import { splitBullet } from "../bullets.js";
import { inlineBlocks } from "./inline.js";

export interface PhysicalLine {
  readonly text: string;
  /** From 1; null where the text has no pages. */
  readonly page: number | null;
  readonly indent: number;
  /** What stands beside the line in the narrow column at the right edge. */
  readonly notes: readonly string[];
  /** The words between tabs or wide gaps, and which of them parts them; null where the line has one column. */
  readonly cells: { readonly by: "tab" | "gap" | "pipe"; readonly texts: readonly string[] } | null;
}

/** Blanks that part two columns. */
const GAP = /\s{3,}/;
const NUMBER = /^\(?(?:\d{1,4}|[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)]?$|^\d+(?:[./-]\d+)*\.?$/;
/** Longer cells are sentences that happen to hold a wide gap. */
const LONGEST_CELL = 90;

export function splitColumns(line: string): PhysicalLine["cells"] {
  if (/^\s*\|.*\|\s*$/.test(line)) {
    return {
      by: "pipe",
      texts: line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((text) => text.trim()),
    };
  }
  if (line.includes("\t") && line.trim() !== "") {
    const texts = line.split("\t").map((text) => text.trim());
    // A number and a tab in front of a paragraph is how word processors print a numbered paragraph.
    const isNumbered =
      texts.filter((text) => text !== "").length === 2 && NUMBER.test(texts[0] ?? "") && !/<\w/.test(line);
    if (!isNumbered && texts.length > 1 && !(texts[0] === "" && texts.length === 2 && !/<\w/.test(line)))
      return { by: "tab", texts };
    return null;
  }
  const trimmed = line.trim();
  if (splitBullet(trimmed) !== null) return null;
  const texts = trimmed.split(GAP);
  // A number in front of two words is a heading; in front of a whole row it is its first cell.
  const isNumbered = texts.length < 4 && NUMBER.test(texts[0] ?? "");
  if (texts.length < 2 || isNumbered || texts.some((text) => text.length > LONGEST_CELL)) return null;
  return { by: "gap", texts };
}

/** Reads the rows that begin at a line. Null where it is no row, or a lone one that may be a sentence. */
export function columnBlock(lines: readonly PhysicalLine[], start: number): { blocks: Block[]; next: number } | null {
  const first = lines[start]?.cells;
  if (first === undefined || first === null) return null;
  const { rows: gathered, next } = gatherRows(lines, start, first.by);
  if (first.by === "gap" && isSpreadProse(gathered)) return null;
  const isRuled = first.by === "gap" && gathered.some(isRule);
  const rows = (isRuled ? gathered.filter((row) => !isRule(row)) : gathered).map((row) => row.texts);
  const hasMarkup = rows.some((cells) => cells.some((text) => /<p\b/i.test(text)));
  const isTable = first.by === "pipe" || hasMarkup;
  if (rows.length < 2 && !isTable && (rows[0]?.length ?? 0) < 3) return null;
  const texts =
    first.by === "pipe"
      ? rows.filter((cells) => !cells.every((text) => /^:?-+:?$/.test(text)))
      : evenColumns(rows, hasMarkup);
  if (texts.length === 0) return null;
  const hasHead = first.by === "pipe" ? texts.length < rows.length : isRuled && gathered.findIndex(isRule) === 1;
  const headerRows = hasHead ? 1 : 0;
  const page = gathered[0]?.line.page ?? null;
  const grid = toGrid(
    mergeCutRows(
      texts.map((cells, index) =>
        cells.map((text) =>
          inlineBlocks(text).map((block) => onPage(block, pageOfRow(gathered, texts, index) ?? page)),
        ),
      ),
    ),
    isTable ? "table" : "columns",
    headerRows,
  );
  const cut = isTable || grid.cols > 2 ? takeUpCutParagraph(grid, lines, next) : null;
  return { blocks: [grid], next: cut ?? next };
}

/**
 * Rows of one kind that follow each other. After a blank line a row goes on with the same table (a page ended there),
 * unless it leaves its last cell empty: that is the title of another.
 */
function gatherRows(
  lines: readonly PhysicalLine[],
  start: number,
  by: "tab" | "gap" | "pipe",
): { rows: GatheredRow[]; next: number } {
  const rows: GatheredRow[] = [];
  let next = start;
  for (let position = start; position < lines.length; position++) {
    const line = lines[position];
    if (line === undefined) break;
    if (line.text.trim() === "") continue;
    if (line.cells === null || line.cells.by !== by) break;
    const isAfterBlank = rows.length > 0 && lines[position - 1]?.text.trim() === "";
    const texts = [...line.cells.texts];
    if (
      isAfterBlank &&
      by === "tab" &&
      (texts.length !== rows[0]?.texts.length || texts.at(-1) === "" || isLabel(texts))
    )
      break;
    if (by === "gap" && rows.length > 0 && texts.length !== rows[0]?.texts.length) break;
    if (by === "gap" && isAfterBlank && isInCapitals(texts) && !isAligned(rows[0], { texts, line })) break;
    rows.push({ texts, line });
    next = position + 1;
  }
  return { rows, next };
}

interface GatheredRow {
  readonly texts: string[];
  readonly line: PhysicalLine;
}

/** "ITEM … ACTION" below a list of people: the titles of another table. */
function isInCapitals(texts: readonly string[]): boolean {
  return texts.every((text) => /^[\p{Lu}\s]{3,}$/u.test(text));
}

/** Whether the second cells of two rows begin or end at the same place. */
function isAligned(one: GatheredRow | undefined, other: GatheredRow): boolean {
  const [first, second] = [placesOf(one), placesOf(other)].map((places) => places[1]);
  if (first === undefined || second === undefined) return true;
  return Math.abs(first.start - second.start) <= RAGGED || Math.abs(first.end - second.end) <= RAGGED;
}

function placesOf(row: GatheredRow | undefined): { start: number; end: number }[] {
  let from = 0;
  return (row?.texts ?? []).map((text) => {
    const start = row?.line.text.indexOf(text, from) ?? 0;
    from = start + text.length;
    return { start, end: from };
  });
}

/** Dashes under each head of a column. */
function isRule({ texts }: GatheredRow): boolean {
  return texts.every((text) => /^[-=_─═]{2,}$/.test(text));
}

/** How far the starts or ends of a column's cells may lie apart, in characters. */
const RAGGED = 2;
/** Justified lines are at least so long. */
const SHORTEST_LINE = 50;

/** Justified lines hold wide gaps too, but not at the same place, and all of them end at the same edge: they are running text. */
function isSpreadProse(rows: readonly GatheredRow[]): boolean {
  // One line in three parts may be a row, but words that go on in small letters are not.
  if (rows.length < 2) return rows[0]?.texts.slice(1).some((text) => /^\p{Ll}{2}/u.test(text)) === true;
  const places = rows.map(placesOf);
  const columns = Array.from({ length: (rows[0]?.texts.length ?? 1) - 1 }, (_, index) =>
    places.map((row) => row[index + 1]),
  );
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const isCrooked = columns.every(
    (cells) =>
      spread(cells.map((cell) => cell?.start ?? 0)) > RAGGED && spread(cells.map((cell) => cell?.end ?? 0)) > RAGGED,
  );
  const ends = rows.map(({ line }) => line.text.trimEnd().length);
  return isCrooked && spread(ends) <= 1 && Math.min(...ends) >= SHORTEST_LINE;
}

/** The page of a row that is left when rules are dropped. */
function pageOfRow(
  gathered: readonly GatheredRow[],
  kept: readonly (readonly string[])[],
  index: number,
): number | null {
  return gathered[index + gathered.length - kept.length]?.line.page ?? null;
}

function onPage(block: Block, page: number | null): Block {
  if (page === null || block.type === "grid") return block;
  return { ...block, runs: block.runs.map((piece) => ({ ...piece, page })) };
}

function isLabel(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== "").length === 1 && !/<p\b/i.test(texts.join(""));
}

/** Several tabs in a row may only align the next column: rows are split at runs of tabs unless all rows have the same number of cells as they are. */
function evenColumns(rows: readonly string[][], hasMarkup: boolean): string[][] {
  const counts = new Set(rows.map((cells) => cells.length));
  if (hasMarkup || counts.size === 1) return rows.map((cells) => [...cells]);
  return rows.map((cells) => cells.filter((text, position) => text !== "" || position === cells.length - 1));
}

/** A row whose first cell is empty, and whose words go on with a sentence of the row above, was cut by a page. */
function mergeCutRows(rows: Block[][][]): Block[][][] {
  const merged: Block[][][] = [];
  for (const row of rows) {
    const above = merged.at(-1);
    const isCut =
      above !== undefined &&
      isEmpty(row[0]) &&
      row.some((cell, col) => {
        const last = lastParagraph(above[col]);
        const first = cell[0];
        return last !== null && isUnfinished(last) && first?.type === "paragraph" && /^\s*\p{Ll}/u.test(textOf(first));
      });
    if (!isCut) merged.push(row);
    else for (const [col, cell] of row.entries()) joinCells(above[col] ?? [], cell);
  }
  return merged;
}

function joinCells(above: Block[], below: readonly Block[]): void {
  const last = lastParagraph(above);
  const first = below[0];
  const goesOn = last !== null && first?.type === "paragraph" && isUnfinished(last);
  if (goesOn) above[above.length - 1] = { ...last, runs: [...last.runs, run(" "), ...first.runs] };
  above.push(...below.slice(goesOn ? 1 : 0).filter((block) => block.type === "grid" || textOf(block).trim() !== ""));
}

/** The paragraph right after a table that finishes a sentence in one of the cells of its last row belongs into that cell. */
function takeUpCutParagraph(grid: GridBlock, lines: readonly PhysicalLine[], next: number): number | null {
  let position = next;
  while (lines[position]?.text.trim() === "") position++;
  const text = lines[position]?.text.trim() ?? "";
  if (
    position === lines.length ||
    lines[position]?.cells !== null ||
    /^(?:\d+[.)]|\(?[a-z][.)]\s|#)/i.test(text) ||
    splitBullet(text) !== null
  )
    return null;
  const cell = grid.cells.find(
    (candidate) => candidate.row === grid.rows - 1 && unfinishedLength(candidate.blocks) >= 40,
  );
  const last = lastParagraph(cell?.blocks);
  if (cell === undefined || last === null) return null;
  joinCells(cell.blocks as Block[], inlineBlocks(text));
  return position + 1;
}

function unfinishedLength(blocks: readonly Block[]): number {
  const last = lastParagraph(blocks);
  return last !== null && isUnfinished(last) ? textOf(last).length : 0;
}

function isUnfinished(block: Paragraph): boolean {
  return !/[.!?:;,]["'’”)]?\s*$/.test(textOf(block));
}

function lastParagraph(blocks: readonly Block[] | undefined): Paragraph | null {
  const last = blocks?.at(-1);
  return last?.type === "paragraph" ? last : null;
}

function textOf(block: Paragraph): string {
  return block.runs.map((piece) => piece.text).join("");
}

function isEmpty(blocks: readonly Block[] | undefined): boolean {
  return (blocks ?? []).every((block) => block.type === "paragraph" && textOf(block).trim() === "");
}

function toGrid(rows: readonly Block[][][], kind: "table" | "columns", headerRows: number): GridBlock {
  const cells: BlockCell[] = [];
  rows.forEach((row, rowIndex) => {
    row.forEach((blocks, col) => {
      cells.push({
        row: rowIndex,
        col,
        rowSpan: 1,
        colSpan: 1,
        isHeader: rowIndex < headerRows,
        blocks,
        box: null,
        page: null,
      });
    });
  });
  const cols = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { type: "grid", kind, rows: rows.length, cols, cells };
}
