/** Rules and the edges of shading that run across a stretch of lines: where rows begin, as far as the drawing tells. */

import type { Box } from "../../model/source.js";
import type { VisualLine } from "./lines.js";

/** A height at which something drawn ends or begins, over the given stretch of the page, in points. */
export interface RowMark {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

export interface Drawing {
  readonly rulings: readonly { readonly isHorizontal: boolean; readonly box: Box }[];
  readonly shades: readonly Box[];
}

/** Marks nearer to each other (points) are one. */
const SAME_MARK = 3;
/** Share of the lines' width that marks at one height must cover. */
const COVERED = 0.6;

/** All marks of a page, from top to bottom. */
export function rowMarks({ rulings, shades }: Drawing): RowMark[] {
  const rules = rulings
    .filter((ruling) => ruling.isHorizontal)
    .map(({ box }) => ({ y: box.y0, x0: box.x0, x1: box.x1 }));
  const edges = shades.flatMap(({ x0, x1, y0, y1 }) => [y0, y1].map((y) => ({ y, x0, x1 })));
  return [...rules, ...edges].sort((a, b) => a.y - b.y);
}

export interface Band {
  /** How many marks stand above the line. */
  readonly number: number;
  /** Whether a mark stands above it and another below it. */
  readonly isClosed: boolean;
}

/** For each line of a list the band between two marks in which it stands. */
export function bandsOf(lines: readonly VisualLine[], marks: readonly RowMark[]): Band[] {
  const heights = heightsAcross(lines, marks);
  return lines.map((line) => {
    const middle = (line.box.y0 + line.box.y1) / 2;
    const number = heights.filter((height) => height < middle).length;
    return { number, isClosed: number > 0 && number < heights.length };
  });
}

/** Heights at which marks cover most of the lines' width. */
function heightsAcross(lines: readonly VisualLine[], marks: readonly RowMark[]): number[] {
  const x0 = Math.min(...lines.map((line) => line.box.x0));
  const x1 = Math.max(...lines.map((line) => line.box.x1));
  const top = Math.min(...lines.map((line) => line.box.y0)) - MARGIN;
  const bottom = Math.max(...lines.map((line) => line.box.y1)) + MARGIN;
  const levels: RowMark[][] = [];
  for (const mark of marks) {
    if (mark.y < top || mark.y > bottom) continue;
    const level = levels.at(-1);
    if (level?.[0] !== undefined && mark.y - level[0].y < SAME_MARK) level.push(mark);
    else levels.push([mark]);
  }
  return levels.filter((level) => covered(level, x0, x1) > COVERED * (x1 - x0)).map((level) => level[0]?.y ?? 0);
}

/** How far (points) a table's first and last rule may stand from its words. */
const MARGIN = 12;

function covered(level: readonly RowMark[], from: number, to: number): number {
  let sum = 0;
  let reached = from;
  for (const mark of [...level].sort((a, b) => a.x0 - b.x0)) {
    const start = Math.max(mark.x0, reached);
    const end = Math.min(mark.x1, to);
    if (end > start) sum += end - start;
    reached = Math.max(reached, end);
  }
  return sum;
}
