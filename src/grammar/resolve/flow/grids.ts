/** What a grid is: the page's own layout, a list of people, a log of actions, or data. Extractors only told that things stand side by side. */

import type { CellNode, GridNode } from "../../ast.js";
import { readItemNumber } from "../../phrases/item-number.js";
import { looksLikePerson } from "../../phrases/person.js";
import * as t from "../../tokens.js";
import { ATTENDANCE_MARK, type ColumnRole } from "../../vocabulary/columns.js";
import { GridColumns, type Rows } from "./grid-columns.js";
import { dateTitles, type GridTitles, isReference, readTitles } from "./grid-titles.js";

export type GridUse = "layout" | "people" | "actions" | "data";

export interface GridReading extends GridTitles {
  readonly use: GridUse;
  /** The columns below their titles. */
  readonly body: GridColumns;
}

/** What a grid's use is judged by. */
interface Grid extends GridTitles {
  readonly node: GridNode;
  /** The rows below the titles. */
  readonly rows: Rows;
  readonly body: GridColumns;
}

/** Judges a grid by its column titles, then by what its cells hold. `isAmongPeople` where it stands under a label of attendance. */
export function readGrid(node: GridNode, isAmongPeople: boolean, isBelowActions = false): GridReading {
  const titles = readTitles(node);
  const rows = node.rows.slice(titles.headerRows);
  const body = new GridColumns(rows);
  const shape = isBelowActions && titles.headerRows === 0 ? taskColumns(node, body) : null;
  if (shape !== null) return { use: "actions", columns: shape, headerRows: 0, body };
  const grid: Grid = { ...titles, node, rows, body };
  const use = useOf(grid, isAmongPeople);
  return { ...titles, columns: use === "layout" ? layoutColumns(grid) : titles.columns, use, body };
}

/** A list of actions without titles: a column of owners, and the widest of the others holds the tasks. */
function taskColumns({ grid }: GridNode, body: GridColumns): ReadonlyMap<number, ColumnRole> | null {
  const columns = [...Array(grid.cols).keys()];
  const owner = columns.find((column) => body.holdsOwners(column));
  const [task, ...others] = columns
    .filter((column) => column !== owner)
    .sort((a, b) => body.wordCount(b) - body.wordCount(a));
  if (owner === undefined || task === undefined || grid.cols > 4) return null;
  const due = others.find((column) => body.cells(column).some(({ text }) => /\d|meeting|asap/i.test(text)));
  return new Map<number, ColumnRole>([
    [owner, "owner"],
    [task, "task"],
    ...(due === undefined ? [] : [[due, "due"] as const]),
  ]);
}

function useOf(grid: Grid, isAmongPeople: boolean): GridUse {
  const { node, rows } = grid;
  const roles = new Set(grid.columns.values());
  if (node.grid.cols === 1 || node.grid.kind === "margin") return "layout";
  if (roles.has("name") && (roles.has("organisation") || roles.has("attendance"))) return "people";
  if (isMatrix(grid)) return "people";
  if (roles.has("narrative") && (roles.has("presenter") || !roles.has("task")))
    return holdsSums(grid) ? "data" : "layout";
  if (roles.has("task") && (roles.has("owner") || roles.has("due") || roles.has("status")) && !roles.has("narrative")) {
    return hasItems(grid) && isLongNarrative(node) ? "layout" : "actions";
  }
  if (grid.headerRows === 0 && rows.some(([cell]) => isMarker(cell))) return "layout";
  if (rows.some(([cell]) => isLabel(cell)) || (isAmongPeople && !opensBusiness(rows) && holdsPeople(rows)))
    return "people";
  if (hasItems(grid)) return "layout";
  if (isLongNarrative(node) || hasMargin(grid)) return "layout";
  return node.rows.length < 2 ? "layout" : "data";
}

/** Whether a column titled as one of amounts holds hardly anything else: "Details" beside it describes payments, not business. */
function holdsSums({ columns, body }: Grid): boolean {
  return [...columns].some(([col, role]) => role === "amount" && body.holdsAmounts(col, 1));
}

/** Names down the first column, and marks of attendance in the others: as many as names, or, early in the year, in one of several columns under dates. */
function isMatrix({ node, rows }: Grid): boolean {
  const isMark = ({ text }: CellNode) => ATTENDANCE_MARK.test(text);
  if (!rows.some((row) => row.slice(1).some(isMark))) return false;
  const named = rows.filter(([first]) => first !== undefined && looksLikePerson(first.text));
  const marks = named.flatMap((row) => row.slice(1)).filter(isMark);
  if (named.length < 3 || named.length < node.rows.length * 0.5) return false;
  return marks.length >= named.length || (marks.length >= 3 && dateTitles(node).length >= 2);
}

/** Item numbers down the first column, with words beside them. */
function hasItems({ node, rows, body }: Grid): boolean {
  const numbers = rows.filter(
    ([first, ...others]) =>
      first !== undefined && isReference(first.text) && others.some(({ text }) => /\p{L}{3}/u.test(text)),
  );
  if (numbers.length === 0 || numbers.length < rows.length * 0.4) return false;
  // Numbers beside sums are those of cheques and invoices.
  const isPriced = [...Array(node.grid.cols).keys()].slice(1).some((column) => body.holdsAmounts(column, 2));
  // Titles over the columns are set apart from their rows as headings are: they tell nothing.
  const business = isTitleRow(rows) ? rows.slice(1) : rows;
  return business.some((row) =>
    row.some((cell) => cell.wordCount > 12 || (!isPriced && startsHeading(cell) && cell.wordCount > 0)),
  );
}

/** A few words over each column, with nothing else like it below. */
function isTitleRow([first, ...others]: Rows): boolean {
  if (first === undefined || others.length < 2) return false;
  return (
    first.every((cell) => cell.wordCount > 0 && cell.wordCount <= 4 && startsHeading(cell)) &&
    first.every(({ text }) => readItemNumber(text) === null)
  );
}

function startsHeading({ lines: [first] }: CellNode): boolean {
  return first !== undefined && (first.view.isSetApart || first.reading.token === t.HeadingLine);
}

/** "Decision:" or "Action:" alone in the first column, its words beside it. */
function isMarker(cell: CellNode | undefined): boolean {
  const first = cell?.lines[0];
  if (first === undefined || cell?.cell.col !== 0) return false;
  const { token, rest } = first.reading;
  return (token === t.ActionLine || token === t.DecisionLine) && rest.start >= rest.end;
}

/** A label of attendance in the first column. */
function isLabel(cell: CellNode | undefined): boolean {
  return cell?.blocks[0]?.kind === "section" && cell.cell.col === 0;
}

/** "Call to order" with who presents it beside it: the list of people has ended. */
function opensBusiness([first]: Rows): boolean {
  return first?.[0]?.lines[0]?.reading.rule === "heading/usual";
}

function holdsPeople(rows: Rows): boolean {
  const people = rows.filter((row) =>
    // Initials may stand in a column of their own before the names.
    row
      .filter(({ text }) => text !== "")
      .slice(0, 2)
      .some(({ lines }) => lines.some(({ view }) => looksLikePerson(view.text.split(/,|\s[–-]\s/, 1)[0] ?? ""))),
  );
  return people.length >= Math.max(1, rows.length * 0.5);
}

/** Paragraphs of prose: no table of data has them. */
function isLongNarrative({ rows }: GridNode): boolean {
  const counts = rows.flat().map(({ wordCount }) => wordCount);
  const long = counts.filter((count) => count > 30).length;
  return long > 0 && long >= counts.filter((count) => count > 0).length * 0.2;
}

/** The last column holds hardly anything but owners, beside sentences. */
function hasMargin({ node, body }: Grid): boolean {
  const last = node.grid.cols - 1;
  return node.rows.flat().some((cell) => cell.cell.col !== last && cell.wordCount > 8) && body.holdsOwners(last);
}

/** In a layout without titles, the number column and the margin are told by their cells. */
function layoutColumns(grid: Grid): ReadonlyMap<number, ColumnRole> {
  const columns = new Map(grid.columns);
  const last = grid.node.grid.cols - 1;
  const roles = new Set(columns.values());
  if (!roles.has("number") && hasItems(grid)) columns.set(0, "number");
  if (!roles.has("owner") && last > 0 && (grid.node.grid.kind === "margin" || hasMargin(grid)))
    columns.set(last, "owner");
  const topic = topicColumn(grid);
  if (topic !== null) columns.set(topic, "topic");
  for (const [col, role] of columns) {
    // A title such as "Action" over a narrow column of names is the margin of a layout.
    if (role === "task" && col > 0 && grid.body.holdsOwners(col)) columns.set(col, "owner");
  }
  return columns;
}

/** Words over the columns tell that one names the business ("Topic", "Item") where others hold who presents it and what was said. */
function topicColumn({ columns, body }: Grid): number | null {
  const inOrder = [...columns].sort(([one], [other]) => one - other);
  const found = inOrder.find(
    ([col, role]) => role === "narrative" || (role === "number" && holdsTitles(body.cells(col))),
  );
  if (found === undefined || !holdsTitles(body.cells(found[0]))) return null;
  const isTold = inOrder.some(([col, role]) => col > found[0] && (role === "narrative" || role === "presenter"));
  return isTold ? found[0] : null;
}

/** Whether the cells of a column are filled with few words, not with numbers. */
function holdsTitles(cells: readonly CellNode[]): boolean {
  const titles = cells.filter(({ text, wordCount }) => /\p{L}{3}/u.test(text) && wordCount <= 20);
  return titles.length >= 2 && titles.length >= 0.6 * cells.length;
}
