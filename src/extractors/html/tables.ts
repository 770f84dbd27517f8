/** Tables and definition lists → grids; tables that only lay out a page are unwrapped. */

import type { Block, BlockCell, GridBlock } from "../blocks.js";
import { attributeOf, descendants, elementsOf, type HtmlElement, type HtmlNode, tagOf, textOf } from "./dom.js";

type BlocksOf = (nodes: readonly HtmlNode[]) => Block[];

/** The caption and the grid of a table; for a layout table the blocks of its cells one after another. */
export function tableBlocks(table: HtmlElement, blocksOf: BlocksOf): Block[] {
  const rows = rowsOf(table).filter((row) => !isEmptyHead(row));
  const caption = elementsOf(table).find((child) => tagOf(child) === "caption");
  const before = caption === undefined ? [] : blocksOf(caption.children);
  if (isLayout(table, rows))
    return [...before, ...rows.flatMap((row) => row.cells).flatMap((cell) => blocksOf(cell.children))];
  const grid = gridOf(rows, blocksOf);
  if (grid.cells.every((cell) => cell.blocks.length === 0)) return before;
  if (grid.cols === 1) return [...before, ...grid.cells.flatMap((cell) => cell.blocks)];
  return [...before, grid];
}

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly isHeader: boolean;
}

const SECTIONS = new Set(["thead", "tbody", "tfoot"]);

/** Rows in the order in which a browser shows them: heads first, feet last. */
function rowsOf(table: HtmlElement): Row[] {
  const parts = { thead: [] as Row[], tbody: [] as Row[], tfoot: [] as Row[] };
  for (const child of elementsOf(table)) {
    const tag = tagOf(child);
    if (tag === "tr") parts.tbody.push(rowOf(child, false));
    if (!SECTIONS.has(tag)) continue;
    const section = tag === "thead" ? parts.thead : tag === "tfoot" ? parts.tfoot : parts.tbody;
    for (const row of elementsOf(child)) if (tagOf(row) === "tr") section.push(rowOf(row, tag === "thead"));
  }
  return [...parts.thead, ...parts.tbody, ...parts.tfoot];
}

function rowOf(row: HtmlElement, isHeader: boolean): Row {
  return { cells: elementsOf(row).filter((cell) => tagOf(cell) === "td" || tagOf(cell) === "th"), isHeader };
}

/** Portals hide the words of a table's head from the eye. */
function isEmptyHead(row: Row): boolean {
  const isHead = row.isHeader || row.cells.every((cell) => tagOf(cell) === "th");
  return isHead && row.cells.every((cell) => textOf(cell).trim() === "" && attributeOf(cell, "rowspan") === "");
}

const NO_NAMES: ReadonlySet<string> = new Set();
const TABLE: ReadonlySet<string> = new Set(["table"]);

/** Said to be so, one column, or a frame around other tables that hold nearly all of the words. */
function isLayout(table: HtmlElement, rows: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, "role"))) return true;
  if (rows.every((row) => row.cells.length <= 1)) return true;
  if (rows.some((row) => row.isHeader || row.cells.some((cell) => tagOf(cell) === "th"))) return false;
  const inner = descendants(table, TABLE, TABLE);
  if (inner.length === 0) return false;
  const words = lengthOf(table);
  if (inner.reduce((sum, nested) => sum + lengthOf(nested), 0) >= words * 0.8) return true;
  const withTables = rows.flatMap((row) => row.cells).filter((cell) => descendants(cell, TABLE, NO_NAMES).length > 0);
  return withTables.some((cell) => lengthOf(cell) >= words * 0.9);
}

function lengthOf(element: HtmlElement): number {
  return textOf(element).replace(/\s+/g, " ").length;
}

/** More columns in one cell than this is a slip or an attack. */
const WIDEST_CELL = 64;

function gridOf(rows: readonly Row[], blocksOf: BlocksOf): GridBlock {
  const cells: BlockCell[] = [];
  /** For each column, the first row in which it is free. */
  const freeFrom: number[] = [];
  rows.forEach((row, rowIndex) => {
    let col = 0;
    for (const cell of row.cells) {
      while ((freeFrom[col] ?? 0) > rowIndex) col++;
      const colSpan = freeWidth(freeFrom, rowIndex, col, Math.min(spanOf(cell, "colspan"), WIDEST_CELL));
      const stated = attributeOf(cell, "rowspan").trim() === "0" ? rows.length : spanOf(cell, "rowspan");
      const rowSpan = Math.min(stated, rows.length - rowIndex);
      const isHeader = row.isHeader || tagOf(cell) === "th";
      cells.push({
        row: rowIndex,
        col,
        rowSpan,
        colSpan,
        isHeader,
        blocks: blocksOf(cell.children),
        box: null,
        page: null,
      });
      for (let covered = 0; covered < colSpan; covered++) freeFrom[col + covered] = rowIndex + rowSpan;
      col += colSpan;
    }
  });
  return withoutUnusedLines(cells);
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name), 10);
  return Number.isSafeInteger(span) && span >= 1 ? span : 1;
}

/** Columns from `col` on that are free in the row, at most `wanted`: cells never overlap. */
function freeWidth(freeFrom: readonly number[], row: number, col: number, wanted: number): number {
  let width = 1;
  while (width < wanted && (freeFrom[col + width] ?? 0) <= row) width++;
  return width;
}

/** Rows and columns in which no cell begins are no lines of the table that anybody sees. */
function withoutUnusedLines(cells: readonly BlockCell[]): GridBlock {
  const rows = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const cols = [...new Set(cells.map((cell) => cell.col))].sort((a, b) => a - b);
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const colAt = new Map(cols.map((col, index) => [col, index]));
  const moved = cells.map((cell) => ({
    ...cell,
    row: rowAt.get(cell.row) ?? 0,
    col: colAt.get(cell.col) ?? 0,
    rowSpan: countWithin(rows, cell.row, cell.row + cell.rowSpan),
    colSpan: countWithin(cols, cell.col, cell.col + cell.colSpan),
  }));
  return { type: "grid", kind: "table", rows: rows.length, cols: cols.length, cells: moved };
}

function countWithin(sorted: readonly number[], start: number, end: number): number {
  return lowerBound(sorted, end) - lowerBound(sorted, start);
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Terms in the first column, what is said of them in the second. A list without terms is only indented text. */
export function definitionBlocks(list: HtmlElement, blocksOf: BlocksOf): Block[] {
  const entries = elementsOf(list).flatMap((child) => (tagOf(child) === "div" ? elementsOf(child) : [child]));
  if (!entries.some((entry) => tagOf(entry) === "dt") || !entries.some((entry) => tagOf(entry) === "dd")) {
    return blocksOf(list.children);
  }
  const rows: { term: Block[]; description: Block[] }[] = [];
  let hasDescription = true;
  for (const entry of entries) {
    const isTerm = tagOf(entry) === "dt";
    if (isTerm ? hasDescription : rows.length === 0) rows.push({ term: [], description: [] });
    hasDescription = !isTerm;
    const row = rows.at(-1);
    for (const block of blocksOf(entry.children)) (isTerm ? row?.term : row?.description)?.push(block);
  }
  const cells = rows.flatMap((row, index) => [cellOf(index, 0, row.term), cellOf(index, 1, row.description)]);
  return [{ type: "grid", kind: "columns", rows: rows.length, cols: 2, cells }];
}

/** A plain cell of one row and one column. */
export function cellOf(row: number, col: number, blocks: readonly Block[]): BlockCell {
  return { row, col, rowSpan: 1, colSpan: 1, isHeader: false, blocks, box: null, page: null };
}
