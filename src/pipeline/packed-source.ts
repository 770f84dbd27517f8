/**
 * A document's lines and grids as one array of numbers, for the way from a child process to its parent: made of thousands of small objects,
 * they cost the parent a quarter of what it takes to store the document, and as numbers next to nothing.
 */

import type {
  Box,
  EmphasisKind,
  Fragment,
  Grid,
  GridCell,
  Line,
  LineStyle,
  SourceText,
  Span,
} from "../model/source.js";

export interface PackedSource extends Omit<SourceText, "lines" | "grids"> {
  readonly numbers: Float64Array;
  /** Each style once; few lines look like no other. */
  readonly styles: readonly LineStyle[];
}

const EMPHASES: readonly EmphasisKind[] = ["bold", "italic", "underline", "strike"];
const GRIDS: readonly Grid["kind"][] = ["table", "columns", "margin"];

/** Stands for null, and for a box that is not there: no offset, page or place is so far out. */
const NOTHING = Number.MIN_SAFE_INTEGER;

export function packSource(source: SourceText): PackedSource {
  const { lines, grids, ...rest } = source;
  const styles = new Map<string, { style: LineStyle; index: number }>();
  const numbers: number[] = [lines.length, grids.length];
  for (const line of lines) packLine(numbers, line, indexOf(line.style, styles));
  for (const grid of grids) packGrid(numbers, grid);
  return { ...rest, numbers: Float64Array.from(numbers), styles: [...styles.values()].map(({ style }) => style) };
}

/** The source as it was packed; equal styles are one object. */
export function unpackSource({ numbers, styles, ...rest }: PackedSource): SourceText {
  let at = 0;
  const next = (): number => numbers[at++] ?? NOTHING;
  const [lineCount, gridCount] = [next(), next()];
  const lines = times(lineCount, () => unpackLine(next, styles));
  const grids = times(gridCount, () => unpackGrid(next));
  return { ...rest, lines, grids };
}

function indexOf(style: LineStyle, styles: Map<string, { style: LineStyle; index: number }>): number {
  const { bold, italic, underline, size, heading, list, indent } = style;
  const key = `${bold} ${italic} ${underline} ${size} ${heading} ${list} ${indent}`;
  const known = styles.get(key);
  if (known !== undefined) return known.index;
  styles.set(key, { style, index: styles.size });
  return styles.size - 1;
}

function packLine(numbers: number[], line: Line, style: number): void {
  const { span, fragments, emphases, cell, isTrailer, isAfterGap, gapLines } = line;
  numbers.push(span.start, span.end, style, isTrailer ? 1 : 0, isAfterGap ? 1 : 0, gapLines, cell?.grid ?? NOTHING);
  if (cell !== null) numbers.push(cell.row, cell.col);
  numbers.push(fragments.length, emphases.length);
  for (const fragment of fragments) {
    numbers.push(fragment.span.start, fragment.span.end, fragment.page ?? NOTHING);
    packBox(numbers, fragment.box);
  }
  for (const { kind, span: words } of emphases) numbers.push(EMPHASES.indexOf(kind), words.start, words.end);
}

function unpackLine(next: () => number, styles: readonly LineStyle[]): Line {
  const span = unpackSpan(next);
  const style = styles[next()] ?? PLAIN;
  const isTrailer = next() === 1;
  const isAfterGap = next() === 1;
  const gapLines = next();
  const cell = unpackCellReference(next);
  const [fragmentCount, emphasisCount] = [next(), next()];
  const fragments = times(fragmentCount, (): Fragment => {
    return { span: unpackSpan(next), page: orNull(next()), box: unpackBox(next) };
  });
  const emphases = times(emphasisCount, () => ({ kind: EMPHASES[next()] ?? "bold", span: unpackSpan(next) }));
  return { span, fragments, style, emphases, cell, isTrailer, isAfterGap, gapLines };
}

const PLAIN: LineStyle = {
  ...{ bold: false, italic: false, underline: false, size: null, heading: null, list: null, indent: null },
};

function packGrid(numbers: number[], { kind, span, rows, cols, cells, parent }: Grid): void {
  numbers.push(GRIDS.indexOf(kind), span.start, span.end, rows, cols, parent?.grid ?? NOTHING);
  if (parent !== null) numbers.push(parent.row, parent.col);
  numbers.push(cells.length);
  for (const cell of cells) {
    numbers.push(cell.row, cell.col, cell.rowSpan, cell.colSpan, cell.span.start, cell.span.end);
    numbers.push(cell.page ?? NOTHING, cell.isHeader ? 1 : 0);
    packBox(numbers, cell.box);
  }
}

function unpackGrid(next: () => number): Grid {
  const kind = GRIDS[next()] ?? "table";
  const span = unpackSpan(next);
  const [rows, cols] = [next(), next()];
  const parent = unpackCellReference(next);
  const cells = times(next(), (): GridCell => {
    const [row, col, rowSpan, colSpan] = [next(), next(), next(), next()];
    const words = unpackSpan(next);
    const page = orNull(next());
    const isHeader = next() === 1;
    return { row, col, rowSpan, colSpan, span: words, box: unpackBox(next), page, isHeader };
  });
  return { kind, span, rows, cols, cells, parent };
}

function packBox(numbers: number[], box: Box | null): void {
  if (box === null) numbers.push(NOTHING);
  else numbers.push(box.x0, box.y0, box.x1, box.y1);
}

function unpackBox(next: () => number): Box | null {
  const x0 = next();
  return x0 === NOTHING ? null : { x0, y0: next(), x1: next(), y1: next() };
}

function unpackSpan(next: () => number): Span {
  return { start: next(), end: next() };
}

function unpackCellReference(next: () => number): Line["cell"] {
  const grid = next();
  return grid === NOTHING ? null : { grid, row: next(), col: next() };
}

function orNull(number: number): number | null {
  return number === NOTHING ? null : number;
}

function times<T>(count: number, make: () => T): T[] {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(make());
  return made;
}
