/** The lines of a list in columns → its rows: which lines carry on the cells above them, and which begin an entry. */

import { columnOf, type Gap, isFigure } from "./column-gaps.js";
import { lineOf, lineText, type VisualLine } from "./lines.js";
import { hasOtherLook, isFull, type Measure, markerOf } from "./passages.js";
import { type Band, bandsOf, type RowMark } from "./row-marks.js";

export interface ColumnList {
  readonly kind: "columns";
  readonly page: number;
  /** x positions of the middle of each gap, from left to right. */
  readonly gaps: readonly number[];
  /** Per row and column the lines of the cell; empty where the cell is. */
  readonly rows: readonly (readonly (readonly VisualLine[])[])[];
  /** Titles that stand again on later pages: no rows of the list. */
  readonly repeatedHead: readonly VisualLine[];
}

/** The words of one line, column by column; null where a column has none. */
type Cells = readonly (VisualLine | null)[];

/** The list of lines that share the gaps; `marks` are the rules and shadings of their page. */
export function toColumnList(
  group: readonly VisualLine[],
  gaps: readonly Gap[],
  measure: Measure,
  marks: readonly RowMark[] = [],
): ColumnList {
  const rows: VisualLine[][][] = [];
  // A column's words could run on to where the next one begins; the last one's to the edge of the page's text.
  const size = group[0]?.size ?? 0;
  const edges = [...gaps.map((gap) => gap.to - 1.3 * size), measure.right];
  const lines = group.map((line) => splitLine(line, gaps));
  const spacing: Spacing = { closest: closestRows(lines), leading: measure.leading, pitch: rowPitch(lines) };
  const widest = gaps.concat({ from: 0, to: 0 }).map((_, column) => widestEdge(lines, column));
  const bands = bandsOf(group, marks);
  const isByBand = areBandsRows(lines, bands, widest);
  lines.forEach((cells, index) => {
    const row = rows.at(-1);
    const [band, before] = [bands[index], bands[index - 1]];
    const isSameBand = band?.number === before?.number;
    const goesOn =
      row !== undefined &&
      (isByBand && band?.isClosed === true
        ? isSameBand
        : isSameBand && isWrapped(row, cells, { edges, widest }, spacing));
    if (goesOn) {
      cells.forEach((cell, column) => {
        if (cell !== null) row[column]?.push(cell);
      });
    } else rows.push(cells.map((cell) => (cell === null ? [] : [cell])));
  });
  return {
    kind: "columns",
    page: group[0]?.page ?? 1,
    gaps: gaps.map((gap) => (gap.from + gap.to) / 2),
    rows,
    repeatedHead: [],
  };
}

interface Spacing {
  readonly closest: number;
  readonly leading: number;
  /** Distances below it are those of lines within a row, all others those of rows; null where the list does not tell. */
  readonly pitch: number | null;
}

interface Edges {
  /** How far a column's words may reach. */
  readonly edges: readonly number[];
  /** How far they do reach. */
  readonly widest: readonly number[];
}

function widestEdge(lines: readonly Cells[], column: number): number {
  return Math.max(...lines.map((cells) => cells[column]?.box.x1 ?? 0));
}

/** Whether what is drawn across the list stands between its rows: three bands at least, none of which holds two rows plainly. */
function areBandsRows(lines: readonly Cells[], bands: readonly Band[], widest: readonly number[]): boolean {
  const closed = new Set(bands.filter((band) => band.isClosed).map((band) => band.number));
  if (closed.size < 2) return false;
  return lines.every((cells, index) => {
    const [band, before] = [bands[index], bands[index - 1]];
    const above = lines[index - 1];
    if (band?.isClosed !== true || band.number !== before?.number || above === undefined) return true;
    if (!isComplete(cells)) return true;
    if (cells.some((cell, column) => isFigureBelow(above[column], cell))) return false;
    return cells.some((cell, column) => {
      const upper = above[column];
      if (cell === null || upper === null || upper === undefined) return false;
      return goesOnInWords(upper, cell) || isFull(upper, cell, widest[column] ?? 0);
    });
  });
}

/** Figures do not go on in the next line. */
function isFigureBelow(upper: VisualLine | null | undefined, cell: VisualLine | null): boolean {
  return (
    upper !== null && upper !== undefined && cell !== null && isFigure(lineText(upper)) && isFigure(lineText(cell))
  );
}

/** Whether the first and the last column have words. */
function isComplete(cells: Cells): boolean {
  return cells[0] !== null && cells.at(-1) !== null;
}

/** Rows stand further apart than lines in a row: the distance (multiples of the font size) between the two kinds, where there are two plainly, and no close line is a row of its own. */
function rowPitch(lines: readonly Cells[]): number | null {
  const distances = lines.slice(1).flatMap((cells, index) => {
    const [above, line] = [firstOf(lines[index]), firstOf(cells)];
    return above === null || line === null ? [] : [{ apart: (line.baseline - above.baseline) / line.size, cells }];
  });
  const sorted = distances.map(({ apart }) => apart).sort((a, b) => a - b);
  let jump = { ratio: 1, at: 0 };
  sorted.slice(1).forEach((apart, index) => {
    const before = sorted[index] ?? apart;
    if (apart / before > jump.ratio) jump = { ratio: apart / before, at: (apart + before) / 2 };
  });
  const close = distances.filter(({ apart }) => apart < jump.at);
  const far = distances.filter(({ apart }) => apart > jump.at);
  if (jump.ratio < APART || far.length < 2 || close.length === 0 || close.length > 2 * far.length) return null;
  const isPlain =
    close.every(({ cells }) => cells.some((cell) => cell === null)) && far.every(({ cells }) => cells[0] !== null);
  return isPlain ? jump.at : null;
}

/** Rows stand at least so many times as far apart as the lines of one. */
const APART = 1.15;

function firstOf(cells: Cells | undefined): VisualLine | null {
  return cells?.find((cell) => cell !== null) ?? null;
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
function isWrapped(row: readonly VisualLine[][], cells: Cells, { edges, widest }: Edges, spacing: Spacing): boolean {
  const filled = cells.filter((cell) => cell !== null).length;
  if (filled === 0 || filled === cells.length) return false;
  if (spacing.pitch !== null && isCloseTo(row, cells, widest, spacing.pitch)) return true;
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

/** Whether a line stands nearer than rows do, below words of its own columns, and one of its cells goes on or had no room. */
function isCloseTo(row: readonly VisualLine[][], cells: Cells, widest: readonly number[], pitch: number): boolean {
  const pairs = cells.flatMap((cell, column) => (cell === null ? [] : [{ cell, column, above: row[column]?.at(-1) }]));
  if (pairs.some(({ cell }) => markerOf(cell).isStanding || isPerson(cell))) return false;
  return (
    pairs.every(({ above, cell }) => above !== undefined && (cell.baseline - above.baseline) / cell.size < pitch) &&
    pairs.some(
      ({ cell, above, column }) =>
        above !== undefined && (goesOnInWords(above, cell) || isFull(above, cell, widest[column] ?? 0)),
    )
  );
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
export function goesOnInWords(above: VisualLine, cell: VisualLine): boolean {
  if (/^(?:\p{Ll}|[&)])/u.test(lineText(cell))) return true;
  const text = lineText(above);
  const isOpen = text.lastIndexOf("(") > text.lastIndexOf(")");
  return isOpen || /(?:\p{L}-|[&/]| (?:of|and|for|the|to|in|at|with|by))$/u.test(text);
}
