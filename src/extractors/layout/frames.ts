/** Ruling lines → the frames of tables: which cells they draw, merged ones included. */

import type { Box } from "../../model/source.js";
import type { Ruling } from "./page-content.js";
import { splitTouching } from "./touching.js";

export interface FrameCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

export interface Frame {
  readonly box: Box;
  /** The columns' edges, one more than there are columns. */
  readonly xs: readonly number[];
  /** The rows' edges. */
  readonly ys: readonly number[];
  readonly cells: readonly FrameCell[];
}

/** Lines that miss each other by less (points) still meet. */
const REACH = 3.5;
/** Edges closer than this (points) are one. */
const SAME_EDGE = 4;
/** A line that runs this far (points) past the last crossing one leaves a row or column open at its end. */
const OPEN_END = 8;

/** The tables' frames of a page. A single box is no table. */
export function findFrames(rulings: readonly Ruling[]): Frame[] {
  return meetingGroups(rulings)
    .flatMap(splitTouching)
    .map(toFrame)
    .filter((frame) => frame !== null)
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** Rulings that meet, directly or through others. */
function meetingGroups(rulings: readonly Ruling[]): Ruling[][] {
  const groupOf = rulings.map((_, index) => index);
  const find = (index: number): number => {
    const parent = groupOf[index] ?? index;
    return parent === index ? index : find(parent);
  };
  rulings.forEach((a, i) => {
    rulings.forEach((b, j) => {
      if (j > i && a.isHorizontal !== b.isHorizontal && meet(a.box, b.box)) groupOf[find(i)] = find(j);
    });
  });
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((ruling, index) => {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), ruling]);
  });
  return [...groups.values()];
}

function meet(a: Box, b: Box): boolean {
  return a.x0 - REACH <= b.x1 && b.x0 - REACH <= a.x1 && a.y0 - REACH <= b.y1 && b.y0 - REACH <= a.y1;
}

function toFrame(group: readonly Ruling[]): Frame | null {
  const across = group.filter((ruling) => ruling.isHorizontal).map((ruling) => ruling.box);
  const down = group.filter((ruling) => !ruling.isHorizontal).map((ruling) => ruling.box);
  if (across.length < 2 && down.length < 2) return null;
  if (across.length === 0 || down.length === 0) return null;
  const xs = withOpenEnds(
    clusters(down.map((box) => box.x0)),
    across.map((box) => ({ from: box.x0, to: box.x1 })),
  );
  const ys = withOpenEnds(
    clusters(across.map((box) => box.y0)),
    down.map((box) => ({ from: box.y0, to: box.y1 })),
  );
  const [x0, x1, y0, y1] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (xs.length < 3 || ys.length < 2) return null;
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return null;
  const cells = cellsOf(xs, ys, across, down);
  return cells.length < 2 ? null : { box: { x0, y0, x1, y1 }, xs, ys, cells };
}

/** Edges from positions: those that are nearly equal become one. */
function clusters(positions: readonly number[]): number[] {
  const edges: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const edge = edges.at(-1);
    const first = edge?.[0];
    if (edge !== undefined && first !== undefined && position - first < SAME_EDGE) edge.push(position);
    else edges.push([position]);
  }
  return edges.map((edge) => edge.reduce((sum, position) => sum + position, 0) / edge.length);
}

/** Where two lines or more run on past the last edge, the table has an open side there: a row cut by the page, a table without side lines. */
function withOpenEnds(edges: readonly number[], stretches: readonly { from: number; to: number }[]): number[] {
  const first = edges[0];
  const last = edges.at(-1);
  if (first === undefined || last === undefined) return [...edges];
  const before = stretches.filter((stretch) => stretch.from < first - OPEN_END).map((stretch) => stretch.from);
  const after = stretches.filter((stretch) => stretch.to > last + OPEN_END).map((stretch) => stretch.to);
  return [
    ...(before.length >= 2 ? [Math.min(...before)] : []),
    ...edges,
    ...(after.length >= 2 ? [Math.max(...after)] : []),
  ];
}

/** Neighbouring fields of the grid without a line between them are one cell. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Box[],
  down: readonly Box[],
): FrameCell[] {
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  const ownerOf = Array.from({ length: rows * cols }, (_, index) => index);
  const unite = (a: number, b: number) => {
    const [from, to] = [ownerOf[b], ownerOf[a]];
    if (from === undefined || to === undefined) return;
    ownerOf.forEach((owner, index) => {
      if (owner === from) ownerOf[index] = to;
    });
  };
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const [left, right, top, bottom] = [xs[col] ?? 0, xs[col + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0];
      const here = row * cols + col;
      if (col + 1 < cols && !isDrawn(down.map(flipped), right, top, bottom)) unite(here, here + 1);
      if (row + 1 < rows && !isDrawn(across, bottom, left, right)) unite(here, here + cols);
    }
  }
  return rectangles(ownerOf, rows, cols).map(({ row, col, rowSpan, colSpan }) => ({
    row,
    col,
    rowSpan,
    colSpan,
    box: { x0: xs[col] ?? 0, y0: ys[row] ?? 0, x1: xs[col + colSpan] ?? 0, y1: ys[row + rowSpan] ?? 0 },
  }));
}

function flipped(box: Box): Box {
  return { x0: box.y0, y0: box.x0, x1: box.y1, y1: box.x1 };
}

/** Whether horizontal lines at a height cover more than half of a stretch. */
function isDrawn(lines: readonly Box[], height: number, from: number, to: number): boolean {
  let covered = 0;
  for (const line of lines) {
    if (Math.abs(line.y0 - height) < SAME_EDGE) covered += Math.max(0, Math.min(line.x1, to) - Math.max(line.x0, from));
  }
  return covered > 0.5 * (to - from);
}

interface Rectangle {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** United fields as rectangles; a shape that is none (an L of missing lines) falls apart into its rows. */
function rectangles(ownerOf: readonly number[], rows: number, cols: number): Rectangle[] {
  const fieldsOf = new Map<number, { row: number; col: number }[]>();
  ownerOf.forEach((owner, index) => {
    const field = { row: Math.floor(index / cols), col: index % cols };
    fieldsOf.set(owner, [...(fieldsOf.get(owner) ?? []), field]);
  });
  const out: Rectangle[] = [];
  for (const fields of fieldsOf.values()) {
    const row = Math.min(...fields.map((field) => field.row));
    const col = Math.min(...fields.map((field) => field.col));
    const rowSpan = Math.max(...fields.map((field) => field.row)) - row + 1;
    const colSpan = Math.max(...fields.map((field) => field.col)) - col + 1;
    if (rowSpan * colSpan === fields.length) out.push({ row, col, rowSpan, colSpan });
    else out.push(...rowStretches(fields, rows));
  }
  return out.sort((a, b) => a.row - b.row || a.col - b.col);
}

function rowStretches(fields: readonly { row: number; col: number }[], rows: number): Rectangle[] {
  const out: Rectangle[] = [];
  for (let row = 0; row < rows; row++) {
    const cols = fields.filter((field) => field.row === row).map((field) => field.col);
    for (const col of cols.sort((a, b) => a - b)) {
      const last = out.at(-1);
      if (last !== undefined && last.row === row && last.col + last.colSpan === col) {
        out[out.length - 1] = { ...last, colSpan: last.colSpan + 1 };
      } else out.push({ row, col, rowSpan: 1, colSpan: 1 });
    }
  }
  return out;
}
