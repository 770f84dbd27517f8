/** Frames and pieces → tables whose cells hold passages; and the halves of a table that a page break cut, joined. */

import type { Box } from "../../model/source.js";
import { type Frame, type FrameCell, findFrames } from "./frames.js";
import { lineText, toLine, toLines, type VisualLine } from "./lines.js";
import { type PageContent, type Piece, splitPiece } from "./page-content.js";
import { goesOnOverPage, type Measure, markerOf, type Passage, toPassages } from "./passages.js";
import { withTextRows } from "./text-rows.js";

export interface TableCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly page: number;
  readonly passages: readonly Passage[];
}

export interface Table {
  readonly kind: "table";
  /** The pages on which it begins and ends. */
  readonly page: number;
  readonly lastPage: number;
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly TableCell[];
  /** What the first row says again on later pages: no row of the table. */
  readonly repeatedHead: readonly VisualLine[];
}

export interface PageTables {
  readonly tables: readonly Table[];
  /** What stands in no table. */
  readonly pieces: readonly Piece[];
  readonly turned: readonly Piece[];
}

/** Takes the tables out of a page. */
export function takeTables(page: PageContent): PageTables {
  let pieces = page.pieces;
  let turned = page.turned;
  const tables: Table[] = [];
  // Inner tables come first, so that a box around the whole page does not swallow them.
  const frames = [...findFrames(page.rulings)].sort((a, b) => area(a.box) - area(b.box));
  for (const frame of frames) {
    const inside = pieces.filter((piece) => isInside(piece.box, frame.box));
    const turnedInside = turned.filter((piece) => isInside(piece.box, frame.box));
    const table = fillFrame(frame, inside, turnedInside, page.number);
    if (table === null) continue;
    tables.push(table);
    pieces = pieces.filter((piece) => !inside.includes(piece));
    turned = turned.filter((piece) => !turnedInside.includes(piece));
  }
  return { tables: tables.sort((a, b) => a.box.y0 - b.box.y0), pieces, turned };
}

function area(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}

function isInside(piece: Box, box: Box): boolean {
  const x = (piece.x0 + piece.x1) / 2;
  const y = (piece.y0 + piece.y1) / 2;
  return x > box.x0 - 1 && x < box.x1 + 1 && y > box.y0 - 1 && y < box.y1 + 1;
}

/** Null where fewer than two cells hold words: that is a frame around text, not a table. */
function fillFrame(drawn: Frame, pieces: readonly Piece[], turned: readonly Piece[], page: number): Table | null {
  const words = pieces.flatMap((piece) => cutAtColumns(piece, drawn));
  const frame = withTextRows(drawn, words);
  const leading = tightestLeading(
    frame.cells.map((cell) => toLines(words.filter((piece) => isInside(piece.box, inner(cell))))),
  );
  const cells = frame.cells.map((cell): TableCell => {
    const own = words.filter((piece) => isInside(piece.box, inner(cell)));
    const ownTurned = turned.filter((piece) => isInside(piece.box, inner(cell)));
    return { ...cell, page, passages: [...cellPassages(own, cell.box, leading), ...turnedPassages(ownTurned)] };
  });
  if (cells.filter((cell) => cell.passages.length > 0).length < 2) return null;
  return {
    kind: "table",
    page,
    lastPage: page,
    box: frame.box,
    xs: frame.xs,
    rows: frame.ys.length - 1,
    cells,
    repeatedHead: [],
  };
}

/** The least distance of two lines in a table's cells, as a multiple of the font size; between 1.2 and double spacing. */
function tightestLeading(cells: readonly (readonly VisualLine[])[]): number {
  const apart = cells.flatMap((lines) =>
    lines.slice(1).map((line, index) => (line.baseline - (lines[index]?.baseline ?? 0)) / line.size),
  );
  return Math.min(2.3, Math.max(1.2, Math.min(...apart.filter((distance) => distance > 0.8), 2.3)));
}

/** `isInside` reaches a point over the edge, which two neighbouring cells must not both claim. */
function inner({ box }: FrameCell): Box {
  return { x0: box.x0 + 1, y0: box.y0 + 1, x1: box.x1 - 0.999, y1: box.y1 - 0.999 };
}

/** pdf.js can join the words of two narrow columns to one string: it is cut where a line stands. */
function cutAtColumns(piece: Piece, frame: Frame): Piece[] {
  const y = (piece.box.y0 + piece.box.y1) / 2;
  const cuts = frame.cells
    .filter((cell) => cell.box.y0 <= y && y < cell.box.y1)
    .map((cell) => cell.box.x0)
    .filter((x) => x > piece.box.x0 + 0.5 * piece.size && x < piece.box.x1 - 0.5 * piece.size);
  return cuts.length === 0 ? [piece] : splitPiece(piece, cuts);
}

function cellPassages(pieces: readonly Piece[], box: Box, leading: number): Passage[] {
  const lines = toLines(pieces);
  const left = Math.min(...lines.map((line) => line.box.x0));
  // A little more than on the left: a line that nearly fills its cell was wrapped there.
  const padding = Math.min(10, Math.max(2, left - box.x0)) + 2;
  const measure: Measure = { left, right: box.x1 - padding, leading };
  return toPassages(lines, measure);
}

function turnedPassages(pieces: readonly Piece[]): Passage[] {
  const inOrder = [...pieces].sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0);
  return inOrder.map((piece) => ({ lines: [toLine([piece])], isAfterGap: false }));
}

/** The table that two tables on neighbouring pages were before the page break; null where they are two. */
export function joinTables(first: Table, second: Table): Table | null {
  if (second.page !== first.lastPage + 1) return null;
  const xs = commonEdges(first.xs, second.xs);
  if (xs === null) return null;
  const before = first.cells.map((cell) => inColumns(cell, first.xs, xs));
  const after = second.cells.map((cell) => inColumns(cell, second.xs, xs));
  const isHead =
    rowText(before, 0) !== "" && rowText(before, 0) === rowText(after, 0) && second.rows > 1 && !isSpanning(after);
  const headless = isHead ? withoutFirstRow(after) : after;
  // A row that ends at the page break leaves an empty sliver at the top of the next page.
  const hasSliver = second.rows > (isHead ? 2 : 1) && rowText(headless, 0) === "" && !isSpanning(headless);
  const kept = hasSliver ? withoutFirstRow(headless) : headless;
  const isCut = isCutRow(before, first.rows, kept, first.xs.length - 1);
  const measure: Measure = { left: 0, right: Number.POSITIVE_INFINITY, leading: 1.2 };
  const merged = isCut ? mergeRow(before, first.rows - 1, kept, measure) : before;
  const rest = isCut ? kept.filter((cell) => cell.row > 0).map((cell) => ({ ...cell, row: cell.row - 1 })) : kept;
  const added = second.rows - [isHead, hasSliver, isCut].filter(Boolean).length;
  return {
    ...first,
    lastPage: second.lastPage,
    xs,
    rows: first.rows + added,
    cells: [...merged, ...rest.map((cell) => ({ ...cell, row: cell.row + first.rows }))],
    repeatedHead: [...first.repeatedHead, ...(isHead ? linesOfRow(after, 0) : [])],
  };
}

/** Edges (points) that differ less are the same column's on both pages. */
const SAME_COLUMN = 6;

/** The columns of both tables where one's are among the other's; null where they are two different tables. */
function commonEdges(a: readonly number[], b: readonly number[]): readonly number[] | null {
  const [more, fewer] = a.length >= b.length ? [a, b] : [b, a];
  const isAmong = fewer.every((edge) => more.some((other) => Math.abs(other - edge) < SAME_COLUMN));
  const sameEnds = [
    [a[0], b[0]],
    [a.at(-1), b.at(-1)],
  ].every(([x, y]) => x !== undefined && y !== undefined && Math.abs(x - y) < SAME_COLUMN);
  return isAmong && sameEnds ? more : null;
}

function inColumns(cell: TableCell, own: readonly number[], common: readonly number[]): TableCell {
  const start = nearest(common, own[cell.col] ?? 0);
  const end = nearest(common, own[cell.col + cell.colSpan] ?? 0);
  return { ...cell, col: start, colSpan: Math.max(1, end - start) };
}

function nearest(edges: readonly number[], edge: number): number {
  let best = 0;
  edges.forEach((other, index) => {
    if (Math.abs(other - edge) < Math.abs((edges[best] ?? 0) - edge)) best = index;
  });
  return best;
}

function cellText(cell: TableCell): string {
  return cell.passages.map((passage) => passage.lines.map(lineText).join(" ")).join("\n");
}

function linesOfRow(cells: readonly TableCell[], row: number): VisualLine[] {
  return cells.filter((cell) => cell.row === row).flatMap((cell) => cell.passages.flatMap((passage) => passage.lines));
}

function rowText(cells: readonly TableCell[], row: number): string {
  const texts = cells.filter((cell) => cell.row === row).map(cellText);
  return texts.every((text) => text === "") ? "" : texts.join("\t").toLowerCase();
}

function isSpanning(cells: readonly TableCell[]): boolean {
  return cells.some((cell) => cell.row === 0 && cell.rowSpan > 1);
}

function withoutFirstRow(cells: readonly TableCell[]): TableCell[] {
  return cells.filter((cell) => cell.row > 0).map((cell) => ({ ...cell, row: cell.row - 1 }));
}

/** Whether the first row after a page break is the rest of the last row before it: its first cell is empty, or a cell goes on in the middle of a sentence. */
function isCutRow(before: readonly TableCell[], rows: number, after: readonly TableCell[], cols: number): boolean {
  const upper = before.filter((cell) => cell.row + cell.rowSpan === rows);
  const lower = after.filter((cell) => cell.row === 0);
  if (cols < 2 || lower.some((cell) => cell.rowSpan > 1) || lower.length === 0) return false;
  const pairs = lower
    .filter((cell) => cellText(cell) !== "")
    .map((cell) => ({ cell, above: upper.find((other) => other.col === cell.col && other.colSpan === cell.colSpan) }));
  if (pairs.length === 0 || pairs.some((pair) => pair.above === undefined)) return false;
  const isFirstEmpty =
    !pairs.some((pair) => pair.cell.col === 0) && upper.some((cell) => cell.col === 0 && cellText(cell) !== "");
  const hasOther = before.some(
    (cell) => cell.col === 0 && cell.row > 0 && cell.row < rows - 1 && cellText(cell) === "",
  );
  const isMidSentence = pairs.some(
    ({ cell, above }) => /^\p{Ll}/u.test(cellText(cell)) && above !== undefined && /[\p{L},]$/u.test(cellText(above)),
  );
  return isFirstEmpty ? isMidSentence || !hasOther : isMidSentence;
}

function mergeRow(
  before: readonly TableCell[],
  row: number,
  after: readonly TableCell[],
  measure: Measure,
): TableCell[] {
  return before.map((cell) => {
    if (cell.row + cell.rowSpan - 1 !== row) return cell;
    const rest = after.find((other) => other.row === 0 && other.col === cell.col);
    return rest === undefined ? cell : { ...cell, passages: joinPassages(cell.passages, rest.passages, measure) };
  });
}

/** The passages of two places that follow each other, the last and the first joined where a sentence goes on. */
function joinPassages(before: readonly Passage[], after: readonly Passage[], measure: Measure): Passage[] {
  const last = before.at(-1);
  const [next, ...others] = after;
  if (last === undefined || next === undefined) return [...before, ...after];
  const isMarked = next.lines[0] !== undefined && markerOf(next.lines[0]).kind !== null;
  const isSmall = !isMarked && /^\p{Ll}/u.test(firstText(next.lines)) && !/[.:;]$/.test(lastText(last.lines));
  if (!isSmall && !goesOnOverPage(last, next, measure)) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, lines: [...last.lines, ...next.lines] }, ...others];
}

function firstText(lines: readonly VisualLine[]): string {
  return lines[0] === undefined ? "" : lineText(lines[0]);
}

function lastText(lines: readonly VisualLine[]): string {
  const last = lines.at(-1);
  return last === undefined ? "" : lineText(last);
}
