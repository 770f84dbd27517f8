/** Lines that head a list in columns or a ruled table without being part of it: they become its first row. */

import type { Box } from "../../model/source.js";
import { columnOf, type Gap, isFigure } from "./column-gaps.js";
import type { ColumnList } from "./column-rows.js";
import { lineOf, lineText, type Segment, type VisualLine } from "./lines.js";
import type { Table, TableCell } from "./tables.js";

/** Heads stand no further (multiples of the font size) above what they head. */
const NEAR_LIST = 3;
const NEAR_TABLE = 1.6;
/** A line cut into so many parts by wide gaps is no running text, whatever it says. */
const FORM_FIELDS = 4;

/** The list with the line above it as its first row; null where the line heads nothing of it. */
export function withListHead(list: ColumnList, gaps: readonly Gap[], line: VisualLine): ColumnList | null {
  const first = list.rows[0]?.flat()[0];
  if (first === undefined || (first.baseline - line.baseline) / line.size > NEAR_LIST) return null;
  const isOneEach = headsEachColumn(list, line);
  const columns = line.segments.map((segment, index) => (isOneEach ? index : columnOf(segment.box, gaps)));
  if (line.segments.length < 2 || new Set(columns).size < columns.length) return null;
  const isOverFigures = isOneEach || columns.some((column, index) => headsFigures(list, column, line.segments[index]));
  if (!isOverFigures && !line.segments.every(isLabel)) return null;
  const row = Array.from({ length: gaps.length + 1 }, (_, column) =>
    line.segments.filter((_, index) => columns[index] === column).map((segment) => lineOf([segment])),
  );
  return { ...list, rows: [row, ...list.rows] };
}

/** A title for each column: above its words, or at the left of the room that its figures at the right leave free. */
function headsEachColumn(list: ColumnList, { segments }: VisualLine): boolean {
  const columns = Array.from({ length: list.gaps.length + 1 }, (_, column) =>
    list.rows.flatMap((row) => row[column] ?? []),
  );
  const figures = columns.map((lines) => lines.length > 1 && lines.every((line) => isFigure(lineText(line))));
  if (segments.length !== columns.length || !figures.slice(1).includes(true)) return false;
  let reached = Number.NEGATIVE_INFINITY;
  return segments.every((segment, column) => {
    const start = Math.min(...(columns[column] ?? []).map((line) => line.box.x0));
    const end = Math.max(...(columns[column] ?? []).map((line) => line.box.x1));
    const isOver = segment.box.x0 < end && (start < segment.box.x1 || figures[column] === true);
    const isClear = Math.min(segment.box.x0, start) > reached;
    reached = Math.max(segment.box.x1, end);
    return isOver && isClear && !isFigure(segment.text);
  });
}

/** Words above a column of nothing but figures. */
function headsFigures(list: ColumnList, column: number, segment: Segment | undefined): boolean {
  const lines = list.rows.flatMap((row) => row[column] ?? []);
  if (segment === undefined || isFigure(segment.text) || lines.length < 2) return false;
  const isOver = lines.some(({ box }) => box.x0 < segment.box.x1 && segment.box.x0 < box.x1);
  return isOver && lines.every((line) => isFigure(lineText(line)));
}

/** "Present:      Also in attendance:", or labels and values by turns, with nothing in columns below: a list of one row. */
export function labelRow(line: VisualLine): ColumnList | null {
  const count = line.segments.length;
  if (count < 2 || (count < FORM_FIELDS && !line.segments.every(isLabel))) return null;
  const gaps = line.segments.slice(1).map((segment, index) => {
    const before = line.segments[index]?.box.x1 ?? segment.box.x0;
    return (before + segment.box.x0) / 2;
  });
  return {
    kind: "columns",
    page: line.page,
    gaps,
    rows: [line.segments.map((segment) => [lineOf([segment])])],
    repeatedHead: [],
  };
}

function isLabel(segment: Segment): boolean {
  return /\p{L}[:;]$/u.test(segment.text);
}

/** The table with the words just above it as its head, each above a column of its own; null where they are none. */
export function withTableHead(table: Table, line: VisualLine): Table | null {
  const isNear = line.page === table.page && (table.box.y0 - line.baseline) / line.size < NEAR_TABLE;
  if (!isNear || line.segments.length < 2) return null;
  const columns = line.segments.map((segment) => tableColumn(table.xs, segment.box));
  if (columns.some((column) => column < 0) || new Set(columns).size < columns.length) return null;
  const box = { ...table.box, y0: line.box.y0, y1: table.box.y0 };
  const head = Array.from({ length: table.xs.length - 1 }, (_, col): TableCell => {
    const lines = line.segments.filter((_, index) => columns[index] === col).map((segment) => lineOf([segment]));
    const passages = lines.length === 0 ? [] : [{ lines, isAfterGap: false }];
    const [x0, x1] = [table.xs[col] ?? 0, table.xs[col + 1] ?? 0];
    return { row: 0, col, rowSpan: 1, colSpan: 1, box: { ...box, x0, x1 }, page: table.page, passages };
  });
  return {
    ...table,
    box: { ...table.box, y0: line.box.y0 },
    rows: table.rows + 1,
    cells: [...head, ...table.cells.map((cell) => ({ ...cell, row: cell.row + 1 }))],
  };
}

/** The column that holds the whole of a box; -1 where none does. */
function tableColumn(xs: readonly number[], box: Box): number {
  return xs.findIndex((x, index) => x - 2 < box.x0 && box.x1 < (xs[index + 1] ?? Number.NEGATIVE_INFINITY) + 2);
}
