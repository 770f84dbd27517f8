/** Tables and columns of people: a row a person, with labels between them. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import { type CellNode, linesOf } from "../../ast.js";
import { organisationLikeness, personLikeness, postOrOrganisation } from "../../phrases/person.js";
import { readSectionLabel } from "../../phrases/section-label.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";
import { cellText, looksLikePerson } from "../flow/grids.js";
import { statedText, trimSpan } from "../sourced.js";
import {
  isPlainMark,
  type MarkColumn,
  markStatus,
  readLegend,
  statusColumns,
  statusInColumns,
} from "./attendance-marks.js";
import { isPost, peopleAt, peopleInCell, withCell } from "./people-cells.js";
import { labelAt } from "./people-line.js";
import { matrixColumn, matrixStatus } from "./people-matrix.js";

export interface GridPeople {
  readonly people: readonly Attendee[];
  /** What lines below the grid go on with. */
  readonly status: AttendanceStatus;
}

/** People of a grid. `status` is that of the label over the grid. Labels in several columns head lists that stand side by side. */
export function peopleInGrid(context: PartContext, entry: FlowGrid, status: AttendanceStatus): GridPeople {
  const rows = entry.node.rows.slice(entry.reading.headerRows);
  const isSideBySide = rows.some((row) => {
    const filled = row.filter((cell) => cellText(cell) !== "");
    return filled.length >= 2 && filled.every((cell) => isLabelCell(cell) || isLoneLabel(cell));
  });
  const legend = readLegend(context.source.text, rows);
  const marked = isSideBySide ? new Map<number, MarkColumn>() : statusColumns(entry, legend);
  if (marked.size > 0) {
    const people = rows.flatMap((row) => {
      const own = statusInColumns(row, marked, legend);
      const cells = row.filter((cell) => !marked.has(cell.cell.col) && cellText(cell) !== "");
      return own === null ? [] : peopleInRow(context, entry, cells, own);
    });
    return { people, status };
  }
  const matrix = isSideBySide ? null : matrixColumn(context, entry);
  if (matrix !== null) return { people: peopleInMatrix(context, rows, matrix), status };
  if (!isSideBySide) return peopleInRows(context, entry, rows, status);
  const columns = [...Array(entry.node.grid.cols).keys()].map((col) =>
    peopleInRows(
      context,
      entry,
      rows.map((row) => row.filter((cell) => cell.cell.col === col)),
      status,
    ),
  );
  return { people: columns.flatMap(({ people }) => people), status: columns[0]?.status ?? status };
}

/** Names with a mark in this meeting's own column; without one the person is not told of. */
function peopleInMatrix(context: PartContext, rows: readonly (readonly CellNode[])[], col: number): Attendee[] {
  return rows.flatMap((row) => {
    const mark = row.find((cell) => cell.cell.col === col);
    const status = mark === undefined ? null : matrixStatus(context, cellText(mark));
    return row[0] === undefined || status === null ? [] : peopleInCell(context, row[0], status, false);
  });
}

function isLoneLabel(cell: CellNode): boolean {
  return readSectionLabel(cellText(cell))?.isAlone === true;
}

function isLabelCell(cell: CellNode): boolean {
  const text = cellText(cell);
  const isMark = markStatus(text) !== null && !/^(?:present|apologies)\s*:/i.test(text) && cell.cell.col > 0;
  return labelAt(text) !== null && !looksLikePerson(text) && !isMark;
}

function peopleInRows(
  context: PartContext,
  entry: FlowGrid,
  rows: readonly (readonly CellNode[])[],
  status: AttendanceStatus,
): GridPeople {
  const people: Attendee[] = [];
  const hasLabelColumn = isLabelColumn(rows);
  let current = status;
  for (const row of rows) {
    const cells = row.filter((cell) => /[\p{L}\d✓✔√✅✗✘❌]/u.test(cellText(cell)));
    const first = cells[0];
    if (first === undefined || isParticular(first)) continue;
    const isLabel = isLabelCell(first) || (cells.length === 1 && isLoneLabel(first));
    const label = isLabel ? labelAt(cellText(first)) : null;
    if (label !== null) {
      current = label.status;
      people.push(...peopleBehindLabel(context, first, label.length, current));
      people.push(...cells.slice(1).flatMap((cell) => peopleInCell(context, cell, current, true)));
    } else if (hasLabelColumn && first.cell.col === 0 && !isSurelyPerson(cellText(first))) {
      // Under "Directors present" and "Directors absent" an unknown word ("Management") heads others who came; a post is its holder's.
      const post = postOrOrganisation(cellText(first)) === "role" ? trimSpan(context.source, first.cell.span) : null;
      const held = cells
        .slice(1)
        .flatMap((cell) => peopleInCell(context, cell, post ? current : "in_attendance", true));
      const role = post === null ? null : statedText(context.source, post, "attendance/row");
      people.push(...held.map((person) => ({ ...person, role: person.role ?? role })));
    } else if (cells.length === 1 && isGroupRow(first)) {
      current = current === "apologies" || current === "absent" ? "in_attendance" : current;
    } else people.push(...peopleInRow(context, entry, cells, current));
  }
  return { people, status: current };
}

/** Labels down the first column, with the people beside them. */
function isLabelColumn(rows: readonly (readonly CellNode[])[]): boolean {
  const beside = rows.filter(
    (row) => row.filter((cell) => cellText(cell) !== "").length >= 2 && row[0]?.cell.col === 0,
  );
  const labels = beside.filter(([first]) => first !== undefined && isLabelCell(first));
  return labels.length >= 2 && labels.length * 2 >= beside.length;
}

/** A row of one cell that is set apart and no person: the heading of those below. */
function isGroupRow(cell: CellNode): boolean {
  const [line, ...more] = linesOf(cell.blocks).filter(({ view }) => view.text !== "");
  return (
    line?.view.isSetApart === true &&
    more.length === 0 &&
    personLikeness(line.view.text) < 0.4 &&
    !COUPLE.test(line.view.text)
  );
}

/** "Location:", "Date:": a row of particulars between those of people. */
function isParticular(cell: CellNode): boolean {
  const text = cellText(cell);
  return /^(?:date|time|location|venue|place|meeting|subject|title|start|end|purpose|next\s.{3,20}|distribution)\b[^:]{0,20}:?$/i.test(
    text,
  );
}

/** "Apologies: A Smith" in one cell. */
function peopleBehindLabel(context: PartContext, cell: CellNode, length: number, status: AttendanceStatus): Attendee[] {
  const [head, ...lines] = linesOf(cell.blocks).filter((line) => line.view.text !== "");
  if (head === undefined) return [];
  const rest = { start: Math.min(head.view.span.end, head.view.span.start + length), end: head.view.span.end };
  return [rest, ...lines.map((line) => line.view.span)].flatMap((span) => peopleAt(context, span, status, true));
}

/** "Ken & Jane Smith". */
const COUPLE = /^\p{Lu}[\p{L}.]*\s+(?:&|and)\s+\p{Lu}[\p{L}.]*\s+\p{Lu}[\p{L}’'-]+$/u;

/** The people of a row: each name and the cells up to the next name. */
function peopleInRow(
  context: PartContext,
  entry: FlowGrid,
  cells: readonly CellNode[],
  status: AttendanceStatus,
): Attendee[] {
  const [first] = cells;
  if (first === undefined) return [];
  const entries: CellNode[][] = [];
  for (const cell of cells) {
    const text = cellText(cell);
    const isName =
      (isLikeName(text, cellText(first)) || COUPLE.test(text)) &&
      (isTitled(text) || isNameColumn(entry, cell.cell.col));
    if (entries.length === 0 || isName) entries.push([cell]);
    else entries.at(-1)?.push(cell);
  }
  return entries.flatMap((own) => personOf(context, entry, own, status));
}

function personOf(
  context: PartContext,
  entry: FlowGrid,
  cells: readonly CellNode[],
  status: AttendanceStatus,
): Attendee[] {
  const [first, ...others] = cells;
  if (first === undefined) return [];
  const own = markedStatus(entry, cells) ?? status;
  const named = peopleInCell(context, first, own, false);
  const person = named[0];
  if (person === undefined || named.length > 1)
    return [...named, ...others.flatMap((cell) => peopleInCell(context, cell, own, false))];
  return [others.reduce((known, cell) => withCell(context, known, cell), person)];
}

/** Organisations are told from names by the column as a whole: one of two words looks like a name. */
function isNameColumn(entry: FlowGrid, col: number): boolean {
  const cells = entry.node.rows
    .slice(entry.reading.headerRows)
    .flat()
    .filter((cell) => cell.cell.col === col && cellText(cell) !== "" && !isLabelCell(cell));
  const names = cells.filter((cell) => isSurelyPerson(cellText(cell)));
  return names.length >= Math.max(2, cells.length * 0.7);
}

/** Written like the name before it: with a title where that has one, else unmistakably a name. Wards and posts are two capitalised words as well. */
function isLikeName(text: string, first: string): boolean {
  if (isTitled(first)) return isTitled(text);
  return isSurelyPerson(text);
}

function isTitled(text: string): boolean {
  return personLikeness(text.split(/[,(]|\s[-–]\s/, 1)[0] ?? "") >= 1;
}

function isSurelyPerson(text: string): boolean {
  const likeness = personLikeness(text);
  if (isPost(text) && likeness < 0.9) return false;
  return likeness >= 0.65 && likeness > organisationLikeness(text);
}

/** A tick, P, A or "Apologies" in one of the row's cells. */
function markedStatus(entry: FlowGrid, cells: readonly CellNode[]): AttendanceStatus | null {
  for (const cell of cells.slice(1)) {
    const role = entry.reading.columns.get(cell.cell.col);
    const text = cellText(cell);
    const mark = markStatus(text);
    if (mark !== null && (role === "attendance" || isPlainMark(text))) return mark;
  }
  return null;
}
