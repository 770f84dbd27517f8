/** Rows as Word and rich text define them, by the right edges of their cells → a table of rows and columns. */

import type { FlowBlock, FlowCell, FlowRow, FlowTable } from "./flow.js";

/** How a cell hangs together with its neighbours. */
export interface CellDefinition {
  /** Right edge, in twentieths of a point. */
  readonly right: number;
  readonly isMergedLeft: boolean;
  readonly isMergedUp: boolean;
}

export interface RowDefinition {
  readonly isHeader: boolean;
  readonly cells: readonly CellDefinition[];
}

/** A row with what stands in each of its cells. */
export interface WrittenRow {
  readonly cells: readonly FlowBlock[][];
  readonly definition: RowDefinition;
}

/** Edges nearer than this are one: writers round. Five points, in twentieths. */
const SAME_EDGE = 100;
/** More cells in a row are a slip or an attack. */
const MOST_CELLS = 100;

/** The table, as one block; none where there is no row. */
export function tableOf(rows: readonly WrittenRow[]): FlowTable[] {
  if (rows.length === 0) return [];
  const edges = edgesOf(rows);
  /** For each column, the cell that hangs down in it. */
  const above = new Map<number, { rowSpan: number }>();
  const table = rows.map(({ cells, definition }): FlowRow => {
    const placed = place(cells, definition, edges);
    const own: (FlowCell & { rowSpan: number })[] = [];
    const seen = new Set<number>();
    for (const { isMergedUp, ...cell } of placed) {
      const hanging = above.get(cell.col);
      seen.add(cell.col);
      if (isMergedUp && hanging !== undefined) hanging.rowSpan++;
      else {
        own.push(cell);
        above.set(cell.col, cell);
      }
    }
    for (const col of above.keys()) if (!seen.has(col)) above.delete(col);
    return { isHeader: definition.isHeader, cells: own };
  });
  return [{ type: "table", rows: table }];
}

/** Left edges of all columns that any row has. */
function edgesOf(rows: readonly WrittenRow[]): number[] {
  const all = new Set<number>();
  for (const definition of new Set(rows.map((row) => row.definition))) {
    for (const { right } of definition.cells.slice(0, MOST_CELLS)) all.add(right);
  }
  const edges: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(edge);
  }
  return edges;
}

interface PlacedCell {
  readonly col: number;
  colSpan: number;
  rowSpan: number;
  readonly blocks: FlowBlock[];
  readonly isMergedUp: boolean;
}

function place(cells: readonly FlowBlock[][], definition: RowDefinition, edges: readonly number[]): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let col = 0;
  cells.slice(0, MOST_CELLS).forEach((blocks, index) => {
    const defined = definition.cells[index];
    const end = defined === undefined ? col + 1 : Math.max(col + 1, columnEnding(edges, defined.right));
    const last = placed.at(-1);
    if (defined?.isMergedLeft === true && last !== undefined) {
      last.colSpan += end - col;
      for (const block of blocks) last.blocks.push(block);
    } else {
      placed.push({
        col,
        colSpan: end - col,
        rowSpan: 1,
        blocks: [...blocks],
        isMergedUp: defined?.isMergedUp === true,
      });
    }
    col = end;
  });
  return placed;
}

/** How many columns end at or before an edge. */
function columnEnding(edges: readonly number[], right: number): number {
  let count = 0;
  while (count < edges.length && (edges[count] ?? 0) <= right) count++;
  return count;
}
