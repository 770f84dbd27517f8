/** A document as something that can be written in any format: paragraphs with their looks, and what stands side by side. */

import type { Grid, Line, SourceText, Span } from "../../src/model/source.js";

export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
  readonly isHeading: boolean;
  readonly isBullet: boolean;
  readonly isAfterGap: boolean;
}

export interface Rows {
  readonly kind: "rows";
  /** Whether lines are drawn between the cells. */
  readonly isRuled: boolean;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
  /** Each row has as many cells as the others; a line of a cell for each paragraph in it. */
  readonly rows: readonly (readonly string[])[];
}

export type Block = Paragraph | Rows;

/** What a document shows, in order; running heads are left out, since each format has its own. */
export function sheetOf(source: SourceText): Block[] {
  const blocks: Block[] = [];
  const shown = new Set<number>();
  for (const line of source.lines) {
    if (line.isTrailer) continue;
    if (line.cell === null) {
      const paragraph = paragraphOf(source, line);
      if (paragraph !== null) blocks.push(paragraph);
      continue;
    }
    const outermost = outermostGrid(source, line.cell.grid);
    const grid = source.grids[outermost];
    if (grid === undefined || shown.has(outermost)) continue;
    shown.add(outermost);
    blocks.push(rowsOf(source, grid));
  }
  return blocks;
}

/** The words of a paragraph. */
export function textOf({ runs }: Paragraph): string {
  return runs.map(({ text }) => text).join("");
}

function paragraphOf(source: SourceText, line: Line): Paragraph | null {
  const runs = runsOf(source, line);
  if (runs.length === 0) return null;
  const { style, isAfterGap } = line;
  return {
    kind: "paragraph",
    runs,
    isHeading: style.heading !== null,
    isBullet: style.list === "bullet",
    isAfterGap,
  };
}

/** Cut wherever bold or italic begins or ends. */
function runsOf(source: SourceText, { span, emphases, style }: Line): Run[] {
  const text = source.text.slice(span.start, span.end).trimEnd();
  const end = span.start + text.length;
  const cuts = emphases.flatMap(({ span: { start, end: last } }) => [start, last]);
  const inside = cuts.filter((cut) => cut > span.start && cut < end);
  const places = [...new Set([span.start, ...inside, end])].sort((a, b) => a - b);
  const isIn = (kind: "bold" | "italic", at: number): boolean =>
    style[kind] || emphases.some((emphasis) => emphasis.kind === kind && covers(emphasis.span, at));
  return places.slice(0, -1).map((start, index) => ({
    text: source.text.slice(start, places[index + 1]).replaceAll(/\s/g, " "),
    isBold: isIn("bold", start),
    isItalic: isIn("italic", start),
  }));
}

function covers({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}

function outermostGrid(source: SourceText, index: number): number {
  const parent = source.grids[index]?.parent ?? null;
  return parent === null ? index : outermostGrid(source, parent.grid);
}

function rowsOf(source: SourceText, grid: Grid): Rows {
  const rows = Array.from({ length: grid.rows }, () => Array.from({ length: grid.cols }, () => ""));
  for (const { row, col, span } of grid.cells) {
    const cells = rows[row];
    if (cells !== undefined) cells[col] = source.text.slice(span.start, span.end).trim().replaceAll("\t", "   ");
  }
  const hasHeader = grid.cells.some(({ row, isHeader }) => row === 0 && isHeader);
  return { kind: "rows", isRuled: grid.kind === "table", hasHeader, rows };
}
