/** What the titles of a grid's columns say of them, and what their cells say where a title is doubtful or missing. */

import type { CellNode, GridNode } from "../../ast.js";
import { findDates } from "../../phrases/date.js";
import { readItemNumber } from "../../phrases/item-number.js";
import { ATTENDANCE_MARK, ATTENDANCE_WORD, type ColumnRole, columnRole } from "../../vocabulary/columns.js";
import { GridColumns, type Rows } from "./grid-columns.js";

export interface GridTitles {
  /** What each column holds, as far as its title or its cells tell. */
  readonly columns: ReadonlyMap<number, ColumnRole>;
  /** How many rows at the top are titles. */
  readonly headerRows: number;
}

/** Titles stand in the first row, or under a caption or two. At least two of them must be known words. */
export function readTitles(node: GridNode): GridTitles {
  for (const [index, row] of node.rows.slice(0, 3).entries()) {
    // "ACTION PC Tosh" beside a paragraph is a note, and no title over a column.
    if (node.grid.kind === "margin" && (row[0]?.wordCount ?? 0) > 2) break;
    const columns = new Map<number, ColumnRole>();
    for (const { cell, text } of row) {
      const role = columnRole(text);
      if (role !== null) columns.set(cell.col, role);
    }
    const filled = row.filter(({ text }) => text !== "").length;
    // "Present:", "Apologies:" side by side are labels over lists, not titles of columns.
    const isNamed = OVER_NAMES.test(row[0]?.text ?? "");
    if (!isNamed && row.filter((cell) => cell.blocks[0]?.kind === "section").length >= 2) break;
    if (columns.size > 0) settle(columns, row, node.rows.slice(index + 1));
    if (columns.size >= 2 || (columns.size === 1 && filled === 1 && row.length > 1 && index === 0))
      return { columns, headerRows: index + 1 };
  }
  return { columns: new Map(), headerRows: 0 };
}

const OVER_NAMES = /^(?:names?|member|councillor|person|attendee|governor|trustee|director|commissioner)$/i;

function settle(columns: Map<number, ColumnRole>, titles: readonly CellNode[], rows: Rows): void {
  const below = new GridColumns(rows);
  addUntitledTask(columns, titles, below);
  settleDoubtfulTitles(columns, below);
}

/** Between "Item" and "By whom" the column of the tasks often has no title. */
function addUntitledTask(columns: Map<number, ColumnRole>, titles: readonly CellNode[], below: GridColumns): void {
  const roles = new Set(columns.values());
  if (!roles.has("owner") || !(roles.has("due") || roles.has("status")) || roles.has("task") || roles.has("narrative"))
    return;
  const untitled = titles.filter(({ text }) => text === "").map(({ cell }) => cell.col);
  const widest = untitled.sort((a, b) => below.wordCount(b) - below.wordCount(a))[0];
  if (widest !== undefined) columns.set(widest, "task");
}

/** Beside "Action", "Minute" is a reference where its cells are short; beside "Owner", "By" is a date. */
function settleDoubtfulTitles(columns: Map<number, ColumnRole>, below: GridColumns): void {
  const colsOf = (role: ColumnRole) => [...columns].filter(([, other]) => other === role).map(([col]) => col);
  if (colsOf("task").length > 0) {
    for (const col of colsOf("narrative"))
      if (below.all(col, ({ text }) => isReference(text))) columns.set(col, "number");
  }
  if (colsOf("owner").length > 0 && colsOf("task").length === 0 && colsOf("narrative").length === 0) {
    // "No | Item | Owner": the item is what is to be done where its cells hold words.
    const worded = colsOf("number").find((col) => {
      const cells = below.cells(col);
      return cells.length > 0 && cells.filter(({ wordCount }) => wordCount >= 3).length >= 0.6 * cells.length;
    });
    if (worded !== undefined) columns.set(worded, "task");
  }
  // "Name | Governor type | Present": the mark, not another name.
  for (const col of colsOf("name").slice(1))
    if (below.all(col, ({ text }) => ATTENDANCE_MARK.test(text) || ATTENDANCE_WORD.test(text)))
      columns.set(col, "attendance");
  const [, ...others] = colsOf("owner");
  if (colsOf("due").length > 0) return;
  for (const col of others) if (below.all(col, ({ text }) => /\d/.test(text))) columns.set(col, "due");
}

/** Whether words are the number of an item and nothing else. */
export function isReference(text: string): boolean {
  const number = readItemNumber(text);
  return number !== null && number.end >= text.length;
}

/** The dates (ISO) over the columns of a grid, in its first two rows. */
export function dateTitles(node: GridNode): { date: string; col: number }[] {
  return node.rows.slice(0, 2).flatMap((row) =>
    row.flatMap((cell) =>
      findDates(cell.text)
        .slice(0, 1)
        .map(({ date }) => ({ date, col: cell.cell.col })),
    ),
  );
}
