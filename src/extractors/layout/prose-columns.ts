/** Two columns of running text side by side, which are read one after the other rather than row by row. */

import type { ColumnList } from "./column-rows.js";
import { lineOf, lineText, piecesOf, type VisualLine } from "./lines.js";
import type { Measure } from "./passages.js";

export interface ProseColumn {
  readonly lines: readonly VisualLine[];
  readonly measure: Measure;
}

/** Fewer lines are a list in columns, however full they are. */
const FEWEST_LINES = 7;

/** The columns of running text, from left to right; null where the list is none. */
export function inColumns(list: ColumnList, measure: Measure): ProseColumn[] | null {
  const columns = list.gaps.length + 1;
  if (columns > 3) return null;
  const out: ProseColumn[] = [];
  for (let column = 0; column < columns; column++) {
    const lines = list.rows.flatMap((row) => row[column] ?? []);
    const prose = proseColumn(lines, measure);
    if (prose === null) return null;
    out.push(prose);
  }
  return out;
}

/** Share of the lines that reach nearly to the edge in running text. */
const FULL_LINES = 0.6;

export interface ProseStretch {
  /** The lines that it takes, from the first to before the last. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly ProseColumn[];
}

/** Column starts that differ by less (points) are the same. */
const SAME_START = 1.5;

/** The first stretch of lines from `start` that are two columns of running text, also where their lines do not stand level; null where there is none. */
export function findProse(lines: readonly VisualLine[], measure: Measure, start: number): ProseStretch | null {
  const middle = (measure.left + measure.right) / 2;
  const starts = lines
    .slice(start)
    .flatMap((line) => line.segments.map((segment) => segment.box.x0))
    .filter((x) => Math.abs(x - middle) < 0.2 * (measure.right - measure.left))
    .sort((a, b) => a - b);
  const gutter = starts.find(
    (x, index) => (starts[index + FEWEST_LINES - 1] ?? Number.POSITIVE_INFINITY) - x < SAME_START,
  );
  if (gutter === undefined) return null;
  let from = start;
  for (let at = start; at <= lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && leavesFree(line, gutter)) continue;
    const columns = proseBeside(lines.slice(from, at), gutter, measure);
    if (columns !== null) return { from, to: at, columns };
    from = at + 1;
  }
  return null;
}

/** Whether no words stand across the place where the right column begins, nor close before it. */
function leavesFree(line: VisualLine, gutter: number): boolean {
  return line.segments.every(({ box }) => box.x1 < gutter - 0.5 * line.size || box.x0 > gutter - SAME_START);
}

function proseBeside(lines: readonly VisualLine[], gutter: number, measure: Measure): ProseColumn[] | null {
  const sides = [false, true].map((isRight) =>
    lines.flatMap((line) => {
      const own = line.segments.filter(({ box }) => box.x0 > gutter - SAME_START === isRight);
      return own.length === 0 ? [] : [lineOf(own)];
    }),
  );
  const [left = [], right = []] = sides;
  const hasParagraphs = areOutOfStep(left, right) && sides.every(areParagraphs);
  const columns = sides.map((side) => proseColumn(side, measure, hasParagraphs ? 0.3 : FULL_LINES));
  return columns.every((column) => column !== null) ? columns : null;
}

/** Whether hardly a line of one side stands level with one of the other: rows would. */
function areOutOfStep(left: readonly VisualLine[], right: readonly VisualLine[]): boolean {
  const level = right.filter((line) => left.some((other) => Math.abs(other.baseline - line.baseline) < 1.5));
  return level.length < 0.4 * right.length;
}

/** Whether lines end at the edge, with a sentence or as headings do: all but a few. */
function areParagraphs(lines: readonly VisualLine[]): boolean {
  const right = Math.max(...lines.map((line) => line.box.x1));
  const left = Math.min(...lines.map((line) => line.box.x0));
  const isHeading = (line: VisualLine) => piecesOf(line).every((piece) => piece.emphases.includes("bold"));
  const ended = lines.filter(
    (line) => line.box.x1 > right - 0.25 * (right - left) || /[.!?:)]$/.test(lineText(line)) || isHeading(line),
  );
  return ended.length > 0.85 * lines.length && lines.some((line) => /[.!?]$/.test(lineText(line)));
}

function proseColumn(lines: readonly VisualLine[], measure: Measure, leastFull = FULL_LINES): ProseColumn | null {
  const left = Math.min(...lines.map((line) => line.box.x0));
  const right = Math.max(...lines.map((line) => line.box.x1));
  const width = right - left;
  const full = lines.filter((line) => line.box.x1 - line.box.x0 > 0.85 * width).length;
  const isWide = width > 0.25 * (measure.right - measure.left);
  const whole = lines.filter((line) => line.segments.length === 1).length;
  if (lines.length < FEWEST_LINES || full < leastFull * lines.length || whole < 0.8 * lines.length || !isWide)
    return null;
  return { lines, measure: { ...measure, left, right } };
}
