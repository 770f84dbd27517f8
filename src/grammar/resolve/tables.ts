/** Tables of data: what is neither the page's layout, nor people, nor actions. */

import type { DataTable, TableCell } from "../../model/minutes.js";
import type { CellNode, GridNode } from "../ast.js";
import { readAmount } from "../phrases/amount.js";
import { columnRole } from "../vocabulary/columns.js";
import { ANNEX_TITLE } from "../vocabulary/headings.js";
import type { PartContext } from "./context.js";
import { entryBefore, type FlowEntry, type FlowGrid } from "./flow/flow.js";
import type { Rows } from "./flow/grid-columns.js";
import { statedText } from "./sourced.js";

export function resolveTables(context: PartContext, entries: readonly FlowEntry[], item: number | null): DataTable[] {
  const tables: DataTable[] = [];
  for (const [index, entry] of entries.entries()) {
    // The tables of an annex are those of a paper of its own, like a report's.
    if (isAnnexTitle(entry)) break;
    // A list of people that is not the attendance (officers elected, speakers) is a table like any other.
    const isTable = entry.kind === "grid" && (entry.reading.use === "data" || entry.reading.use === "people");
    if (isTable && !context.consumed.has(entry) && isData(entry))
      tables.push(toTable(context, entries, index, entry, item));
  }
  return tables;
}

/** Whether a line begins an annex. An entry of a list of papers only names one. */
function isAnnexTitle(entry: FlowEntry): boolean {
  return (
    entry.kind === "line" && entry.node.view.line.style.list !== "bullet" && ANNEX_TITLE.test(entry.node.view.text)
  );
}

/**
 * Whether a reader would call a grid a table of data. What is ruled is one, unless it is a form ("Date:", "Place:") or holds the business;
 * words that merely stand in columns need a column of amounts, or titles over their columns that can be told from what stands below.
 */
function isData({ node, reading }: FlowGrid): boolean {
  const columns = [...Array(node.grid.cols).keys()];
  if (columns.some((col) => reading.body.holdsAmounts(col, 2) && reading.columns.get(col) !== "number")) return true;
  const roles = new Set(reading.columns.values());
  if (roles.has("amount") && columns.some((col) => reading.body.holdsAmounts(col, 1))) return true;
  if (isForm(node.rows) || hasBusinessTitle(node.rows)) return false;
  return node.grid.kind === "table" || hasTitles(node.rows) || hasKeys(node.rows) || hasKnownTitles(node, reading);
}

/** Labels down the first column. */
function isForm(rows: Rows): boolean {
  const first = rows.map(([cell]) => cell?.text ?? "").filter((text) => text !== "");
  return first.filter((text) => text.endsWith(":")).length >= 0.6 * first.length;
}

/** "Topic", "Discussion" over a column without sums. */
function hasBusinessTitle(rows: Rows): boolean {
  return rows[0]?.some((cell) => columnRole(cell.text) === "narrative") ?? false;
}

/** Titles in every column, set apart from what stands below them. */
function hasTitles(rows: Rows): boolean {
  const [titles, ...body] = rows;
  const isApart = (row: readonly CellNode[]) => row.every(({ lines }) => lines.every(({ view }) => view.isSetApart));
  if (titles === undefined || body.length < 2 || titles.some((cell) => cell.text === "")) return false;
  return isApart(titles) && !body.some(isApart) && titles.every((cell) => !cell.text.endsWith(":"));
}

/** A title in words over a first column of dates or codes, and words over each other column: what those hold is listed by them. */
function hasKeys(rows: Rows): boolean {
  const [titles, ...body] = rows;
  if (titles === undefined || titles.length < 3 || body.length < 3) return false;
  const isTitle = (text: string) => /^\p{L}/u.test(text) && !/[\d:;,.]/.test(text) && text.split(" ").length <= 4;
  const keys = body.map(([cell]) => cell?.text ?? "");
  return titles.every((cell) => isTitle(cell.text)) && keys.every((key) => KEY.test(key) && key.length <= 20);
}

/** Something with a figure, a day of the week, a month. */
const KEY =
  /\d|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|august|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** "Name", "Role" over every column, with three rows below at least. */
function hasKnownTitles({ grid }: GridNode, reading: FlowGrid["reading"]): boolean {
  return reading.headerRows === 1 && reading.columns.size === grid.cols && grid.rows > 3;
}

function toTable(
  context: PartContext,
  entries: readonly FlowEntry[],
  index: number,
  entry: FlowGrid,
  item: number | null,
): DataTable {
  const { grid, rows } = entry.node;
  const headerRows = headerRowCount(rows);
  return {
    item,
    caption: captionOf(context, entries, index),
    rows: grid.rows,
    cols: grid.cols,
    cells: rows.flatMap((row) => row.map((cell) => toCell(cell, headerRows))),
    span: { start: grid.span.start, end: Math.max(grid.span.start, grid.span.end - 1) },
  };
}

function toCell(node: CellNode, headerRows: number): TableCell {
  const { cell } = node;
  const text = node.text.replace(/\s+/g, " ");
  const amount = readAmount(text);
  return {
    row: cell.row,
    col: cell.col,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    text,
    isHeader: cell.isHeader || cell.row < headerRows,
    value: amount?.value ?? null,
    unit: amount?.unit ?? null,
    span: { start: cell.span.start, end: cell.span.end },
  };
}

/** Rows at the top without a number, over rows with one. */
function headerRowCount(rows: Rows): number {
  const hasAmount = (row: readonly CellNode[]) => row.some((cell) => readAmount(cell.text) !== null);
  const first = rows.findIndex(hasAmount);
  return first > 0 && first <= 3 ? first : 0;
}

/** A short line right above the table that ends in a colon or is set apart. */
function captionOf(context: PartContext, entries: readonly FlowEntry[], index: number): DataTable["caption"] {
  const above = entryBefore(entries, index);
  if (above?.kind !== "line" || above.node.view.wordCount > 20) return null;
  const isCaption =
    /:$/.test(above.node.view.text) || (above.node.view.isSetApart && above.node.reading.number === null);
  return isCaption ? statedText(context.source, above.node.view.span, "table/caption", 0.7) : null;
}
