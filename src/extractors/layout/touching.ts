/** Rulings of two tables set one right below the other → those of each, where their columns show that they are two. */

import type { Box } from "../../model/source.js";
import type { Ruling } from "./page-content.js";

/** Edges closer than this (points) are one. */
const SAME_EDGE = 4;
/** How far above and below a line (points) the columns are looked at. */
const BESIDE = 5;

/** The rulings of each table of a group that meets, from top to bottom. */
export function splitTouching(group: readonly Ruling[]): (readonly Ruling[])[] {
  const heights = [...new Set(group.filter((ruling) => ruling.isHorizontal).map((ruling) => ruling.box.y0))];
  heights.sort((a, b) => a - b);
  for (const height of heights) {
    if (!areTwoTables(group, height, heights)) continue;
    const upper = group.flatMap((ruling) => clipped(ruling, Number.NEGATIVE_INFINITY, height + SAME_EDGE));
    const lower = group.flatMap((ruling) => clipped(ruling, height - SAME_EDGE, Number.POSITIVE_INFINITY));
    return [
      withinEdges(upper, edgesAt(group, height - BESIDE)),
      ...splitTouching(withinEdges(lower, edgesAt(group, height + BESIDE))),
    ];
  }
  return [group];
}

/** Whether the columns above a height have no inner edge in common with those below it, and one row alone is not just cut otherwise. */
function areTwoTables(group: readonly Ruling[], height: number, heights: readonly number[]): boolean {
  const [above, below] = [edgesAt(group, height - BESIDE), edgesAt(group, height + BESIDE)];
  const [inAbove, inBelow] = [above.slice(1, -1), below.slice(1, -1)];
  if (inAbove.length === 0 || inBelow.length === 0) return false;
  if (inAbove.some((edge) => inBelow.some((other) => isSame(edge, other)))) return false;
  const sameEnds = isSame(above[0], below[0]) && isSame(above.at(-1), below.at(-1));
  const rowsAbove = heights.filter((other) => other < height - SAME_EDGE).length;
  const rowsBelow = heights.filter((other) => other > height + SAME_EDGE).length;
  return !sameEnds || (rowsAbove > 1 && rowsBelow > 1);
}

function isSame(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) < SAME_EDGE;
}

/** Where lines run down through a height, from left to right. */
function edgesAt(group: readonly Ruling[], height: number): number[] {
  const xs = group
    .filter((ruling) => !ruling.isHorizontal && ruling.box.y0 < height && height < ruling.box.y1)
    .map((ruling) => ruling.box.x0)
    .sort((a, b) => a - b);
  return xs.filter((x, index) => !isSame(x, xs[index - 1]));
}

/** The part of a line between two heights; nothing where that is too short to be one. */
function clipped(ruling: Ruling, from: number, to: number): Ruling[] {
  const box: Box = { ...ruling.box, y0: Math.max(ruling.box.y0, from), y1: Math.min(ruling.box.y1, to) };
  const isLeft = ruling.isHorizontal ? box.y0 <= box.y1 : box.y1 - box.y0 > 2 * SAME_EDGE;
  return isLeft ? [{ ...ruling, box }] : [];
}

/** Lines across cut to the table's own width: the line where two tables meet is as wide as both. */
function withinEdges(rulings: readonly Ruling[], edges: readonly number[]): Ruling[] {
  const [left = Number.NEGATIVE_INFINITY, right = Number.POSITIVE_INFINITY] = [edges[0], edges.at(-1)];
  return rulings.flatMap((ruling) => {
    if (!ruling.isHorizontal) return [ruling];
    const box = { ...ruling.box, x0: Math.max(ruling.box.x0, left), x1: Math.min(ruling.box.x1, right) };
    return box.x0 < box.x1 ? [{ ...ruling, box }] : [];
  });
}
