/** What a grid is: the page's own layout, a list of people, a log of actions, or data. Extractors only told that things stand side by side. */

import { type BlockNode, type CellNode, type GridNode, type LineNode, linesOf } from "../../ast.js";
import { readAmount } from "../../phrases/amount.js";
import { readItemNumber } from "../../phrases/item-number.js";
import { organisationLikeness, personLikeness } from "../../phrases/person.js";
import * as t from "../../tokens.js";
import { POST_OWNERS } from "../../vocabulary/actions.js";
import { ATTENDANCE_MARK, type ColumnRole, columnRole } from "../../vocabulary/columns.js";

export type GridUse = "layout" | "people" | "actions" | "data";

export interface GridReading {
  readonly use: GridUse;
  /** What each column holds, as far as its title or its cells tell. */
  readonly columns: ReadonlyMap<number, ColumnRole>;
  /** How many rows at the top are titles. */
  readonly headerRows: number;
}

/** Judges a grid by its column titles, then by what its cells hold. `isAmongPeople` where it stands under a label of attendance. */
export function readGrid(node: GridNode, isAmongPeople: boolean, isBelowActions = false): GridReading {
  const header = readHeader(node);
  const shape = isBelowActions && header.headerRows === 0 ? taskColumns(node) : null;
  if (shape !== null) return { use: "actions", columns: shape, headerRows: 0 };
  const use = useOf(node, header, isAmongPeople);
  return { ...header, columns: use === "layout" ? layoutColumns(node, header) : header.columns, use };
}

/** A list of actions without titles: a column of owners, and the widest of the others holds the tasks. */
function taskColumns(node: GridNode): ReadonlyMap<number, ColumnRole> | null {
  const columns = Array.from({ length: node.grid.cols }, (_, column) => column);
  const owner = columns.find((column) => holdsOwners(node, column, 0));
  const words = (column: number) =>
    node.rows.flat().reduce((sum, cell) => sum + (cell.cell.col === column ? wordCount(cell) : 0), 0);
  const [task, ...others] = columns.filter((column) => column !== owner).sort((a, b) => words(b) - words(a));
  if (owner === undefined || task === undefined || node.grid.cols > 4) return null;
  const due = others.find((column) =>
    node.rows.flat().some((cell) => cell.cell.col === column && /\d|meeting|asap/i.test(cellText(cell))),
  );
  return new Map<number, ColumnRole>([
    [owner, "owner"],
    [task, "task"],
    ...(due === undefined ? [] : [[due, "due"] as const]),
  ]);
}

interface Header {
  readonly columns: ReadonlyMap<number, ColumnRole>;
  readonly headerRows: number;
}

/** Titles stand in the first row, or under a caption or two. At least two of them must be known words. */
function readHeader(node: GridNode): Header {
  for (const [index, row] of node.rows.slice(0, 3).entries()) {
    // "ACTION PC Tosh" beside a paragraph is a note, and no title over a column.
    if (node.grid.kind === "margin" && row[0] !== undefined && wordCount(row[0]) > 2) break;
    const columns = new Map<number, ColumnRole>();
    for (const cell of row) {
      const role = columnRole(cellText(cell));
      if (role !== null) columns.set(cell.cell.col, role);
    }
    const filled = row.filter((cell) => cellText(cell) !== "").length;
    // "Present:", "Apologies:" side by side are labels over lists, not titles of columns.
    const isNamed =
      row[0] !== undefined &&
      /^(?:names?|member|councillor|person|attendee|governor|trustee|director)$/i.test(cellText(row[0]));
    if (!isNamed && row.filter((cell) => cell.blocks[0]?.kind === "section").length >= 2) break;
    addUntitledTask(node, row, columns);
    settleDoubtfulTitles(node, index, columns);
    if (columns.size >= 2 || (columns.size === 1 && filled === 1 && row.length > 1 && index === 0))
      return { columns, headerRows: index + 1 };
  }
  return { columns: new Map(), headerRows: 0 };
}

/** Between "Item" and "By whom" the column of the tasks often has no title. */
function addUntitledTask(node: GridNode, row: readonly CellNode[], columns: Map<number, ColumnRole>): void {
  const roles = new Set(columns.values());
  if (!roles.has("owner") || !(roles.has("due") || roles.has("status")) || roles.has("task") || roles.has("narrative"))
    return;
  const untitled = row.filter((cell) => cellText(cell) === "").map((cell) => cell.cell.col);
  const words = (col: number) =>
    node.rows
      .flat()
      .filter((cell) => cell.cell.col === col)
      .reduce((sum, cell) => sum + wordCount(cell), 0);
  const widest = untitled.sort((a, b) => words(b) - words(a))[0];
  if (widest !== undefined) columns.set(widest, "task");
}

/** Beside "Action", "Minute" is a reference where its cells are short; beside "Owner", "By" is a date. */
function settleDoubtfulTitles(node: GridNode, headerRow: number, columns: Map<number, ColumnRole>): void {
  const colsOf = (role: ColumnRole) => [...columns].filter(([, other]) => other === role).map(([col]) => col);
  const below = node.rows.slice(headerRow + 1).flat();
  if (colsOf("task").length > 0) {
    for (const col of colsOf("narrative")) {
      const cells = below.filter((cell) => cell.cell.col === col && cellText(cell) !== "");
      if (cells.length > 0 && cells.every((cell) => isReference(cellText(cell)))) columns.set(col, "number");
    }
  }
  if (colsOf("owner").length > 0 && colsOf("task").length === 0 && colsOf("narrative").length === 0) {
    // "No | Item | Owner": the item is what is to be done where its cells hold words.
    const worded = colsOf("number").find((col) => {
      const cells = below.filter((cell) => cell.cell.col === col && cellText(cell) !== "");
      return cells.length > 0 && cells.filter((cell) => wordCount(cell) >= 3).length >= 0.6 * cells.length;
    });
    if (worded !== undefined) columns.set(worded, "task");
  }
  const [, ...others] = colsOf("owner");
  if (colsOf("due").length > 0) return;
  for (const col of others) {
    const cells = below.filter((cell) => cell.cell.col === col && cellText(cell) !== "");
    if (cells.length > 0 && cells.every((cell) => /\d/.test(cellText(cell)))) columns.set(col, "due");
  }
}

function isReference(text: string): boolean {
  const number = readItemNumber(text);
  return number !== null && number.end >= text.length;
}

function useOf(node: GridNode, header: Header, isAmongPeople: boolean): GridUse {
  const roles = new Set(header.columns.values());
  const cells = node.rows.slice(header.headerRows).flat();
  if (node.grid.cols === 1 || node.grid.kind === "margin") return "layout";
  if (roles.has("name") && (roles.has("organisation") || roles.has("attendance"))) return "people";
  if (isMatrix(node, header.headerRows)) return "people";
  if (roles.has("narrative") && !roles.has("task")) return holdsSums(node, header) ? "data" : "layout";
  if (roles.has("task") && (roles.has("owner") || roles.has("due") || roles.has("status")) && !roles.has("narrative")) {
    return hasItems(node, header.headerRows) && isLongNarrative(node) ? "layout" : "actions";
  }
  if (header.headerRows === 0 && holdsMarkers(cells)) return "layout";
  if (holdsLabels(cells) || (isAmongPeople && holdsPeople(node, header.headerRows))) return "people";
  if (hasItems(node, header.headerRows)) return "layout";
  if (isLongNarrative(node) || hasMargin(node, header.headerRows)) return "layout";
  return node.rows.length < 2 ? "layout" : "data";
}

/** Whether a column titled as one of amounts holds hardly anything else: "Details" beside it describes payments, not business. */
function holdsSums(node: GridNode, header: Header): boolean {
  const columns = [...header.columns].filter(([, role]) => role === "amount").map(([col]) => col);
  return columns.some((col) => areAmounts(node, col, header.headerRows, 1));
}

/** Whether most filled cells of a column are amounts, and so many at least. */
export function areAmounts(node: GridNode, column: number, headerRows: number, fewest: number): boolean {
  const texts = node.rows
    .slice(headerRows)
    .flatMap((row) => row.filter((cell) => cell.cell.col === column).map(cellText))
    .filter((text) => text !== "");
  const amounts = texts.filter((text) => readAmount(text) !== null);
  return amounts.length >= fewest && amounts.length >= 0.6 * texts.length;
}

/** Names down the first column, and a mark of attendance in most of the other cells that hold anything. */
function isMatrix(node: GridNode, headerRows: number): boolean {
  const rows = node.rows.slice(headerRows).filter((row) => row[0] !== undefined && looksLikePerson(cellText(row[0])));
  const marks = rows.flatMap((row) => row.slice(1)).filter((cell) => ATTENDANCE_MARK.test(cellText(cell)));
  return rows.length >= 3 && rows.length >= node.rows.length * 0.5 && marks.length >= rows.length;
}

/** Item numbers down the first column, with words beside them. */
function hasItems(node: GridNode, headerRows: number): boolean {
  const rows = node.rows.slice(headerRows);
  const numbers = rows.filter((row) => {
    const first = row[0] === undefined ? "" : cellText(row[0]);
    return isReference(first) && row.slice(1).some((cell) => /\p{L}{3}/u.test(cellText(cell)));
  });
  // Numbers beside sums are those of cheques and invoices.
  const isPriced = Array.from({ length: node.grid.cols - 1 }, (_, column) => column + 1).some((column) =>
    areAmounts(node, column, headerRows, 2),
  );
  // Titles over the columns are set apart from their rows as headings are: they tell nothing.
  const business = isTitleRow(rows) ? rows.slice(1) : rows;
  return (
    numbers.length >= 1 &&
    numbers.length >= rows.length * 0.4 &&
    business.some((row) =>
      row.some((cell) => wordCount(cell) > 12 || (!isPriced && startsHeading(cell) && wordCount(cell) > 0)),
    )
  );
}

/** A few words over each column, with nothing else like it below. */
function isTitleRow([first, ...others]: readonly (readonly CellNode[])[]): boolean {
  if (first === undefined || others.length < 2) return false;
  return (
    first.every((cell) => wordCount(cell) > 0 && wordCount(cell) <= 4 && startsHeading(cell)) &&
    first.every((cell) => readItemNumber(cellText(cell)) === null)
  );
}

function startsHeading(cell: CellNode): boolean {
  const first = linesOf(cell.blocks)[0];
  return first !== undefined && (first.view.isSetApart || first.reading.token === t.HeadingLine);
}

/** "Decision:" or "Action:" alone in the first column, its words beside it. */
function holdsMarkers(cells: readonly CellNode[]): boolean {
  return cells.some((cell) => {
    const first = linesOf(cell.blocks)[0];
    if (first === undefined || cell.cell.col !== 0) return false;
    const { token, rest } = first.reading;
    return (token === t.ActionLine || token === t.DecisionLine) && rest.start >= rest.end;
  });
}

function holdsLabels(cells: readonly CellNode[]): boolean {
  return cells.some((cell) => {
    const first = cell.blocks[0];
    return first?.kind === "section" && cell.cell.col === 0;
  });
}

function holdsPeople(node: GridNode, headerRows: number): boolean {
  // Initials may stand in a column of their own before the names.
  const rows = node.rows.slice(headerRows).map((row) => row.filter((cell) => cellText(cell) !== "").slice(0, 2));
  const people = rows.filter((cells) =>
    cells.some((cell) =>
      linesOf(cell.blocks).some((line) => looksLikePerson(line.view.text.split(/,|\s[–-]\s/, 1)[0] ?? "")),
    ),
  );
  return people.length >= Math.max(1, rows.length * 0.5);
}

export function looksLikePerson(text: string): boolean {
  return personLikeness(text) >= 0.5 && personLikeness(text) >= organisationLikeness(text);
}

/** Paragraphs of prose: no table of data has them. */
function isLongNarrative(node: GridNode): boolean {
  const counts = node.rows.flat().map(wordCount);
  const long = counts.filter((count) => count > 30).length;
  return long > 0 && long >= counts.filter((count) => count > 0).length * 0.2;
}

/** The last column holds hardly anything but owners, beside sentences. */
function hasMargin(node: GridNode, headerRows: number): boolean {
  const last = node.grid.cols - 1;
  if (!holdsOwners(node, last, headerRows)) return false;
  return node.rows.flat().some((cell) => cell.cell.col !== last && wordCount(cell) > 8);
}

/** Whether most filled cells of a column name owners and nothing else. */
function holdsOwners(node: GridNode, column: number, headerRows: number): boolean {
  const notes = node.rows
    .slice(headerRows)
    .flat()
    .filter((cell) => cell.cell.col === column && cellText(cell) !== "");
  const owners = notes.filter((cell) =>
    linesOf(cell.blocks).every((line) => line.view.text === "" || isOwnerLike(wordsOf(line))),
  );
  return notes.length > 0 && owners.length >= notes.length * 0.8;
}

/** The words of a line without a marker in front of them: "AP1 KL" is KL. */
function wordsOf({ view, reading }: LineNode): string {
  return reading.token === t.ActionLine ? view.text.slice(reading.rest.start - view.span.start) : view.text;
}

function isOwnerLike(text: string): boolean {
  return (
    /^[A-Z][A-Za-z]?[A-Z]?[a-z]?(?:\s?[/,&+]\s?[A-Z]{2,3})*(?:\s?[/,&+])?$/.test(text) || POST_OWNERS.test(text.trim())
  );
}

/** In a layout without titles, the number column and the margin are told by their cells. */
function layoutColumns(node: GridNode, header: Header): ReadonlyMap<number, ColumnRole> {
  const columns = new Map(header.columns);
  const last = node.grid.cols - 1;
  const roles = new Set(columns.values());
  if (!roles.has("number") && hasItems(node, header.headerRows)) columns.set(0, "number");
  if (!roles.has("owner") && last > 0 && (node.grid.kind === "margin" || hasMargin(node, header.headerRows)))
    columns.set(last, "owner");
  for (const [col, role] of columns) {
    // A title such as "Action" over a narrow column of names is the margin of a layout.
    if (role === "task" && col > 0 && holdsOwners(node, col, header.headerRows)) columns.set(col, "owner");
  }
  return columns;
}

export function cellText(cell: CellNode): string {
  return textOf(cell.blocks);
}

function textOf(blocks: readonly BlockNode[]): string {
  return linesOf(blocks)
    .map((line) => line.view.text)
    .filter((text) => text !== "")
    .join(" ");
}

function wordCount(cell: CellNode): number {
  return linesOf(cell.blocks).reduce((sum, line) => sum + line.view.wordCount, 0);
}
