/** Elements of the flow → blocks with the places where they stand. */

import { type Box, union } from "../../model/source.js";
import type { Block, BlockCell, GridBlock } from "../blocks.js";
import type { Vocabulary } from "../hyphens.js";
import type { ColumnList } from "./column-rows.js";
import type { FlowElement } from "./flow.js";
import { piecesOf, type VisualLine } from "./lines.js";
import type { Extent, PlacedBlock } from "./margins.js";
import type { Passage } from "./passages.js";
import { toParagraph } from "./runs.js";
import type { Table, TableCell } from "./tables.js";

/** The blocks of the body, each with its heights on the pages. */
export function placedBlocks(flow: readonly FlowElement[], vocabulary: Vocabulary): PlacedBlock[] {
  return flow.map((element): PlacedBlock => {
    switch (element.kind) {
      case "passage":
        return {
          block: toParagraph(element.passage, element.measure.left, vocabulary),
          extents: extentsOf(element.passage.lines),
        };
      case "columns":
        return { block: columnGrid(element, vocabulary), extents: extentsOf(element.rows.flat(2)) };
      case "table":
        return { block: tableGrid(element, vocabulary), extents: tableExtents(element) };
      default:
        return element satisfies never;
    }
  });
}

/** Lines outside the body's text as a paragraph: page furniture, a note in the margin. */
export function loose(lines: readonly VisualLine[], vocabulary: Vocabulary): Block {
  return toParagraph({ lines, isAfterGap: false }, lines[0]?.box.x0 ?? 0, vocabulary);
}

function extentsOf(lines: readonly VisualLine[]): Extent[] {
  const pages = new Map<number, Box>();
  for (const line of lines) {
    const box = pages.get(line.page);
    pages.set(line.page, box === undefined ? line.box : union(box, line.box));
  }
  return [...pages].map(([page, box]) => ({ page, y0: box.y0, y1: box.y1 }));
}

function tableExtents(table: Table): Extent[] {
  const pages = new Map<number, Box>();
  for (const cell of table.cells) {
    const box = pages.get(cell.page);
    pages.set(cell.page, box === undefined ? cell.box : union(box, cell.box));
  }
  return [...pages].map(([page, box]) => ({ page, y0: box.y0, y1: box.y1 }));
}

function columnGrid(list: ColumnList, vocabulary: Vocabulary): GridBlock {
  const lefts = Array.from({ length: list.gaps.length + 1 }, (_, col) =>
    list.rows
      .flatMap((row) => row[col] ?? [])
      .reduce((left, line) => Math.min(left, line.box.x0), Number.POSITIVE_INFINITY),
  );
  const cells = list.rows.flatMap((columns, row) =>
    columns.map((lines, col): BlockCell => {
      const left = lefts[col] ?? 0;
      const page = (lines[0] ?? columns.flat()[0])?.page ?? list.page;
      return {
        row,
        col,
        rowSpan: 1,
        colSpan: 1,
        isHeader: row === 0 && list.repeatedHead.length > 0,
        blocks: lines.length === 0 ? [] : [toParagraph({ lines, isAfterGap: false }, left, vocabulary)],
        box: boxOnPage(lines, page),
        page,
      };
    }),
  );
  return { type: "grid", kind: "columns", rows: list.rows.length, cols: list.gaps.length + 1, cells };
}

/** Where a cell stands on the page that it begins on; null for an empty one. */
function boxOnPage(lines: readonly VisualLine[], page: number): Box | null {
  const boxes = lines.filter((line) => line.page === page).map((line) => line.box);
  return boxes.length === 0 ? null : boxes.reduce(union);
}

function tableGrid(table: Table, vocabulary: Vocabulary): GridBlock {
  const isBoldHead = isBoldRow(table, 0) && table.rows > 1 && !isBoldRow(table, 1);
  const cells = table.cells.map((cell): BlockCell => {
    const lefts = cell.passages.flatMap((passage) => passage.lines.map((line) => line.box.x0));
    return {
      row: cell.row,
      col: cell.col,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      isHeader: cell.row === 0 && (table.repeatedHead.length > 0 || isBoldHead),
      blocks: cell.passages.map((passage) => toParagraph(passage, Math.min(...lefts), vocabulary)),
      box: cell.box,
      page: cell.page,
    };
  });
  return { type: "grid", kind: "table", rows: table.rows, cols: table.xs.length - 1, cells };
}

function isBoldRow(table: Table, row: number): boolean {
  const passages = table.cells.filter((cell: TableCell) => cell.row === row).flatMap((cell) => cell.passages);
  return passages.length > 0 && passages.every(isBold);
}

function isBold(passage: Passage): boolean {
  return passage.lines.flatMap(piecesOf).every((piece) => piece.emphases.includes("bold"));
}
