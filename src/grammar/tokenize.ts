/** `SourceText` → the stream of tokens that the document grammar reads: one a line, and brackets around grids, rows and cells. */

import type { IToken } from "chevrotain";
import type { Grid, GridCell, SourceText } from "../model/source.js";
import { classify } from "./classify.js";
import { type LineView, viewLines } from "./line-view.js";
import * as tokens from "./tokens.js";

/** Every line of the source gives exactly one token, in order. */
export function tokenize(source: SourceText): IToken[] {
  const stream: IToken[] = [];
  const views = viewLines(source);
  let position = 0;
  while (position < views.length) position = pushAt(stream, source, views, position, null);
  return stream;
}

/** Pushes the line at a position, or the whole grid that begins there; returns the position behind it. */
function pushAt(
  stream: IToken[],
  source: SourceText,
  views: readonly LineView[],
  position: number,
  within: number | null,
): number {
  const view = views[position];
  if (view === undefined) return position + 1;
  const outermost = gridBelow(source, view, within);
  if (outermost === null) {
    const reading = classify(view);
    stream.push(tokens.makeToken(reading.token, view.line.span, { type: "line", view, reading }));
    return position + 1;
  }
  return pushGrid(stream, source, views, position, outermost);
}

/** The grid directly inside `within` (null: the page) that holds the line; null where the line stands in `within` itself. */
function gridBelow(source: SourceText, view: LineView, within: number | null): number | null {
  let index = view.line.cell?.grid ?? null;
  while (index !== null && index !== within) {
    const parent: number | null = source.grids[index]?.parent?.grid ?? null;
    if (parent === within) return index;
    index = parent;
  }
  return null;
}

function pushGrid(
  stream: IToken[],
  source: SourceText,
  views: readonly LineView[],
  start: number,
  index: number,
): number {
  const grid = source.grids[index] as Grid;
  stream.push(tokens.makeToken(tokens.GridStart, grid.span, { type: "grid", grid }));
  let position = start;
  for (const cells of rowsOf(grid)) {
    stream.push(tokens.makeToken(tokens.RowStart, grid.span, null));
    for (const cell of cells) position = pushCell(stream, source, views, position, index, cell);
    stream.push(tokens.makeToken(tokens.RowEnd, grid.span, null));
  }
  stream.push(tokens.makeToken(tokens.GridEnd, grid.span, null));
  return Math.max(position, start + 1);
}

/** Cells row by row; they are in row-major order, and rows covered by spans have none. */
function rowsOf(grid: Grid): GridCell[][] {
  const rows = new Map<number, GridCell[]>();
  for (const cell of grid.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...rows.values()];
}

function pushCell(
  stream: IToken[],
  source: SourceText,
  views: readonly LineView[],
  start: number,
  index: number,
  cell: GridCell,
): number {
  stream.push(tokens.makeToken(tokens.CellStart, cell.span, { type: "cell", cell }));
  let position = start;
  while (
    position < views.length &&
    (views[position]?.line.span.start ?? 0) <= cell.span.end &&
    isInside(source, views[position], index, cell)
  ) {
    position = pushAt(stream, source, views, position, index);
  }
  stream.push(tokens.makeToken(tokens.CellEnd, cell.span, null));
  return position;
}

/** Whether a line lies in the cell, or in a grid that stands in the cell. */
function isInside(source: SourceText, view: LineView | undefined, index: number, cell: GridCell): boolean {
  let reference = view?.line.cell ?? null;
  while (reference !== null && reference.grid !== index) reference = source.grids[reference.grid]?.parent ?? null;
  return reference !== null && reference.row === cell.row && reference.col === cell.col;
}
