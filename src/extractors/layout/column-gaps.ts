/** Where the columns of a list are: the gaps that its lines share. */

import type { Box } from "../../model/source.js";
import { letterEdges } from "./letter-widths.js";
import type { Segment, VisualLine } from "./lines.js";

/** A free stretch between two columns, in points from the page's left. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Narrower gaps (multiples of the font size) are no gaps between columns; one long name may leave no more than this. */
const NARROWEST = 0.45;
/** Narrower still, where the words behind the gap all but one in ten begin or end at one place. */
const NARROWEST_ALIGNED = 0.12;
/** Ends of words (points) that differ by less are one edge. */
const SAME_END = 1.5;

/** In which column a box stands, from 0. */
export function columnOf(box: Box, gaps: readonly Gap[]): number {
  return gaps.filter((gap) => isBehind(box, gap)).length;
}

/** A wide figure of a column that is set to the right may begin before the gap that most of the column leaves. */
function isBehind(box: Box, gap: Gap): boolean {
  return box.x0 >= gap.to - 1 || (box.x1 > gap.to && (box.x0 + box.x1) / 2 > gap.from);
}

/** The segments' boxes; those of a column that is set to the right are cut to the stretch that all of it fills, since a wide entry of the column before may reach below a narrow figure. */
function cores(lines: readonly VisualLine[]): Box[] {
  const first = lines.flatMap((line) => line.segments.slice(0, 1).map((segment) => segment.box));
  const others = lines.flatMap((line) => line.segments.slice(1).map((segment) => segment.box));
  const byEnd = [...others].sort((a, b) => a.x1 - b.x1);
  const columns: Box[][] = [];
  for (const box of byEnd) {
    const column = columns.at(-1);
    const end = column?.[0]?.x1;
    if (column !== undefined && end !== undefined && box.x1 - end < SAME_END) column.push(box);
    else columns.push([box]);
  }
  const narrowed = columns.flatMap((column) => {
    const start = column.length < 3 ? null : Math.max(...column.map((box) => box.x0));
    return start === null ? column : column.map((box) => ({ ...box, x0: start }));
  });
  return [...first, ...narrowed];
}

/** Gaps that no line fills and that two lines at least have words on both sides of, aligned on the right side. */
export function sharedGaps(lines: readonly VisualLine[]): Gap[] {
  const boxes = cores(lines).sort((a, b) => a.x0 - b.x0);
  const size = Math.max(...lines.map((line) => line.size), 1);
  const gaps: Gap[] = [];
  let reached = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box.x0 - reached > NARROWEST_ALIGNED * size) gaps.push({ from: reached, to: box.x0 });
    reached = Math.max(box.x1, reached === Number.POSITIVE_INFINITY ? box.x1 : reached);
  }
  return gaps.filter((gap, index) =>
    isShared(gap, gaps[index + 1], lines, gap.to - gap.from > NARROWEST * size ? 0.55 : 0.9),
  );
}

function isShared(gap: Gap, next: Gap | undefined, lines: readonly VisualLine[], leastAligned: number): boolean {
  const both = lines.filter(
    (line) => line.segments.some((s) => s.box.x1 <= gap.from + 0.1) && line.segments.some((s) => isBehind(s.box, gap)),
  );
  if (both.length < 2 && !isHangingList(both, gap, lines)) return false;
  const after = lines
    .map((line) => line.segments.find((segment) => isBehind(segment.box, gap)))
    .filter((segment) => segment === undefined || next === undefined || !isBehind(segment.box, next))
    .filter((segment) => segment !== undefined);
  const positions = [
    ({ box }: Segment) => box.x0,
    ({ box }: Segment) => box.x1,
    ({ box }: Segment) => (box.x0 + box.x1) / 2,
    decimalPoint,
  ];
  return positions.some((position) => alignedShare(after.map(position)) >= leastAligned) || isFigureColumn(after);
}

/** Figures that all stand above one another, however loosely they are set. */
function isFigureColumn(segments: readonly Segment[]): boolean {
  const figures = segments.filter((segment) => isFigure(segment.text)).map((segment) => segment.box);
  if (figures.length < 2 || figures.length < 0.55 * segments.length) return false;
  const core = Math.min(...figures.map((box) => box.x1)) - Math.max(...figures.map((box) => box.x0));
  return core > 0.5 * Math.min(...figures.map((box) => box.x1 - box.x0));
}

/** Whether words are an amount, a date in figures, a time: digits, and no two letters together. */
export function isFigure(text: string): boolean {
  return /\d/.test(text) && !/\p{L}{2}/u.test(text);
}

/** Where a figure's decimal point stands or would stand; NaN for words. */
function decimalPoint({ text, box, pieces }: Segment): number {
  if (!/^[^\p{L}]*\d[\d,]*(?:\.\d+)?[^\p{L}\d]*$/u.test(text)) return Number.NaN;
  const piece = pieces.findLast((part) => part.text.includes("."));
  return piece === undefined ? box.x1 : (letterEdges(piece)[piece.text.lastIndexOf(".")] ?? box.x1);
}

/** "Present:    Ada Holm" with more names below the first: one label is enough where nothing else stands left of the gap. */
function isHangingList(both: readonly VisualLine[], gap: Gap, lines: readonly VisualLine[]): boolean {
  const [head, ...below] = lines;
  if (head === undefined || head !== both[0] || below.length === 0) return false;
  return head.segments[0]?.text.endsWith(":") === true && below.every((line) => line.box.x0 >= gap.to - 1);
}

/** Share of the positions that lie together at the most popular place; NaN lies nowhere. */
function alignedShare(positions: readonly number[]): number {
  const sorted = positions.filter((position) => !Number.isNaN(position)).sort((a, b) => a - b);
  let most = 0;
  let [from, to] = [0, 0];
  // Windows around each position, each as a stretch of the sorted ones.
  for (const position of sorted) {
    while (position - (sorted[from] ?? position) >= 3) from++;
    while (to < sorted.length && (sorted[to] ?? position) - position < 3) to++;
    most = Math.max(most, to - from);
  }
  return most < 2 ? 0 : most / positions.length;
}
