/** Tables of an OpenDocument text → tables of the flow, with their spans. */

import { attributeOf, childrenOf } from "../docx/xml.js";
import type { FlowBlock, FlowCell, FlowRow } from "../office/flow.js";
import { whole } from "./lists.js";

/** More columns than this in one cell, or more copies of a row than this, are a slip or an attack. */
const WIDEST_CELL = 64;
const MOST_COPIES = 100;

interface Line {
  readonly element: Element;
  readonly isHeader: boolean;
}

/** The table, as one block; none where it has no cell. */
export function tableOf(table: Element, blocksOf: (cell: Element) => FlowBlock[]): FlowBlock[] {
  /** For each column, the first row in which it is free. */
  const freeFrom: number[] = [];
  const rows: FlowRow[] = [];
  for (const { element, isHeader } of linesOf(table, false)) {
    const copies = Math.min(MOST_COPIES, whole(attributeOf(element, "table:number-rows-repeated")) ?? 1);
    for (let copy = 0; copy < copies; copy++) {
      rows.push({ isHeader, cells: cellsOf(element, rows.length, freeFrom, blocksOf) });
    }
  }
  return rows.some((row) => row.cells.length > 0) ? [{ type: "table", rows }] : [];
}

/** Rows stand in the table or in groups of it, groups in groups. */
function linesOf(parent: Element, isHeader: boolean): Line[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.nodeName === "table:table-row") {
      return attributeOf(child, "table:visibility") === "collapse" ? [] : [{ element: child, isHeader }];
    }
    const isGroup = /^table:table-(?:header-rows|rows|row-group)$/.test(child.nodeName);
    return isGroup ? linesOf(child, isHeader || child.nodeName === "table:table-header-rows") : [];
  });
}

/** Covered places are written as cells of their own in most files; those that leave them out are understood too. */
function cellsOf(
  row: Element,
  index: number,
  freeFrom: number[],
  blocksOf: (cell: Element) => FlowBlock[],
): FlowCell[] {
  const cells: FlowCell[] = [];
  let col = 0;
  for (const element of childrenOf(row)) {
    const copies = Math.min(WIDEST_CELL, whole(attributeOf(element, "table:number-columns-repeated")) ?? 1);
    if (element.nodeName === "table:covered-table-cell") col += copies;
    if (element.nodeName !== "table:table-cell") continue;
    for (let copy = 0; copy < copies; copy++) {
      while ((freeFrom[col] ?? 0) > index) col++;
      const colSpan = spanOf(element, "table:number-columns-spanned");
      const rowSpan = spanOf(element, "table:number-rows-spanned");
      cells.push({ col, colSpan, rowSpan, blocks: blocksOf(element) });
      for (let covered = 0; covered < colSpan; covered++) freeFrom[col + covered] = index + rowSpan;
      col++;
    }
  }
  return cells;
}

function spanOf(cell: Element, name: string): number {
  return Math.min(WIDEST_CELL, Math.max(1, whole(attributeOf(cell, name)) ?? 1));
}
