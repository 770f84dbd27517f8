/** The lines of a list in columns → its rows: which lines carry on the cells above them, and which begin an entry. */

import type { Box } from "../../model/source.js";
import { lineOf, lineText, type VisualLine } from "./lines.js";
import { hasOtherLook, isFull, type Measure, markerOf } from "./passages.js";

export interface ColumnList {
  readonly kind: "columns";
  readonly page: number;
  /** x positions of the middle of each gap, from left to right. */
  readonly gaps: readonly number[];
  /** Per row and column the lines of the cell; empty where the cell is. */
  readonly rows: readonly (readonly (readonly VisualLine[])[])[];
}

/** A free stretch between two columns, in points from the page's left. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The words of one line, column by column; null where a column has none. */
type Cells = readonly (VisualLine | null)[];

/** The list of lines that share the gaps. */
export function toColumnList(group: readonly VisualLine[], gaps: readonly Gap[], measure: Measure): ColumnList {
  const rows: VisualLine[][][] = [];
  // A column's words could run on to where the next one begins; the last one's to the edge of the page's text.
  const size = group[0]?.size ?? 0;
  const edges = [...gaps.map((gap) => gap.to - 1.3 * size), measure.right];
  const lines = group.map((line) => splitLine(line, gaps));
  const spacing = { closest: closestRows(lines), leading: measure.leading };
  for (const cells of lines) {
    const row = rows.at(-1);
    if (row !== undefined && isWrapped(row, cells, edges, spacing)) {
      cells.forEach((cell, column) => {
        if (cell !== null) row[column]?.push(cell);
      });
    } else rows.push(cells.map((cell) => (cell === null ? [] : [cell])));
  }
  return {
    kind: "columns",
    page: group[0]?.page ?? 1,
    gaps: gaps.map((gap) => (gap.from + gap.to) / 2),
    rows,
  };
}

/** In which column a box stands, from 0. */
export function columnOf(box: Box, gaps: readonly Gap[]): number {
  return gaps.filter((gap) => box.x0 >= gap.to - 1).length;
}

function splitLine(line: VisualLine, gaps: readonly Gap[]): Cells {
  return Array.from({ length: gaps.length + 1 }, (_, column) => {
    const segments = line.segments.filter((segment) => columnOf(segment.box, gaps) === column);
    return segments.length === 0 ? null : lineOf(segments);
  });
}

/** Distances (multiples of the font size) below which a line is too close to the one above to begin a row; 0 where the list does not tell. */
function closestRows(lines: readonly Cells[]): number {
  const isRow = (cells: Cells) => cells.filter((cell) => cell !== null).length > 1;
  const distances = lines.slice(1).flatMap((cells, index) => {
    const above = lines[index]?.find((cell) => cell !== null);
    const line = cells.find((cell) => cell !== null);
    if (above === undefined || above === null || line === undefined || line === null) return [];
    const isBoth = isRow(cells) && isRow(lines[index] ?? []);
    return [{ apart: (line.baseline - above.baseline) / line.size, isBoth, isPart: !isRow(cells) }];
  });
  const ofRows = distances.filter((distance) => distance.isBoth).map((distance) => distance.apart);
  if (ofRows.length < 2) return 0;
  const limit = CLOSER * Math.min(...ofRows);
  const close = distances.filter((distance) => distance.isPart && distance.apart < limit);
  // Where most lines stand that close, they are the entries, and the others only stand further apart.
  return close.length < 0.5 * distances.length ? limit : 0;
}

/** Lines that stand less than this share of the rows' distance apart belong to one row. */
const CLOSER = 0.8;

/** Whether a line only carries on cells of the row above it. An entry that is cut in two does less harm than two that are joined. */
function isWrapped(
  row: readonly VisualLine[][],
  cells: Cells,
  edges: readonly number[],
  spacing: { readonly closest: number; readonly leading: number },
): boolean {
  const filled = cells.filter((cell) => cell !== null).length;
  if (filled === 0 || filled === cells.length) return false;
  return cells.every((cell, column) => {
    if (cell === null) return true;
    const above = row[column]?.at(-1);
    if (above === undefined) return false;
    const apart = (cell.baseline - above.baseline) / cell.size;
    const isCloser = apart < spacing.closest;
    const marker = markerOf(cell);
    if (apart > 1.7 || marker.isStanding || (marker.kind !== null && !isCloser)) return false;
    if (column === 0 && cell.box.x0 - above.box.x0 < -2) return false;
    if (goesOnInWords(above, cell) || (isCloser && !isEntry(above, cell))) return true;
    if (apart > spacing.leading * 1.22 + 0.03 || hasOtherLook(above, cell) || isPerson(cell)) return false;
    return isFull(above, cell, edges[column] ?? Number.POSITIVE_INFINITY);
  });
}

/** Whether a line could begin an entry: a capital after words that are complete. */
function isEntry(above: VisualLine, cell: VisualLine): boolean {
  return /^\p{Lu}/u.test(lineText(cell)) && !/[,:;]$/.test(lineText(above));
}

/** Whether a line begins with a title, as entries of lists of people do. */
function isPerson(line: VisualLine): boolean {
  return /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Sir|Dame|Lady|Lord|Cll?r|Councillor)\b/.test(
    lineText(line),
  );
}

/** Whether the words themselves tell that an entry is not finished, or not begun. */
function goesOnInWords(above: VisualLine, cell: VisualLine): boolean {
  if (/^(?:\p{Ll}|[&)])/u.test(lineText(cell))) return true;
  const text = lineText(above);
  const isOpen = text.lastIndexOf("(") > text.lastIndexOf(")");
  return isOpen || /(?:\p{L}-|[&/]| (?:of|and|for|the|to|in|at|with|by))$/u.test(text);
}
