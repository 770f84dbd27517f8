/** Tables and columns of people: a row a person, with labels between them. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { type CellNode, linesOf } from "../../ast.js";
import {
  initialsFit,
  organisationLikeness,
  type PersonMention,
  personLikeness,
  postOrOrganisation,
  readPeople,
  readPerson,
} from "../../phrases/person.js";
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
import { attendeeOf, isRun, labelAt } from "./people-line.js";
import { matrixColumn, matrixStatus } from "./people-matrix.js";
import { withoutCrowds } from "./unnamed.js";

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

function peopleInCell(
  context: PartContext,
  cell: CellNode,
  status: AttendanceStatus,
  isBehindLabel: boolean,
): Attendee[] {
  return linesOf(cell.blocks).flatMap((line) => peopleAt(context, line.view.span, status, isBehindLabel));
}

function peopleAt(context: PartContext, span: Span, status: AttendanceStatus, isBehindLabel: boolean): Attendee[] {
  const trimmed = trimSpan(context.source, span, /[\s.;,:*–—-]/);
  const text = withoutCrowds(context.source.text.slice(trimmed.start, trimmed.end));
  if (!/\p{L}/u.test(text)) return [];
  const isMany = isRun(text, isBehindLabel) || /\S\s+(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b/.test(text);
  const many = isMany ? readPeople(text) : [];
  const mentions: (PersonMention | null)[] = many.length > 1 ? many : [readPerson(text)];
  return mentions.flatMap((mention) =>
    mention === null || /^\p{Lu}\.?$/u.test(text.slice(mention.name.start, mention.name.end))
      ? []
      : [attendeeOf(context, mention, trimmed.start, status, null)],
  );
}

const BRACKET_NOTE = /\s*\(([^)]*\b(?:refers?|item|minute|until|from|left|arrived|part)\b[^)]*)\)\s*$/i;
/** The words of a cell beside a name: organisation, role, or "role – organisation". */
function withCell(context: PartContext, person: Attendee, cell: CellNode): Attendee {
  const lines = linesOf(cell.blocks).filter((line) => line.view.text !== "");
  const start = lines[0]?.view.span.start;
  const end = lines.at(-1)?.view.span.end;
  if (start === undefined || end === undefined || markStatus(cellText(cell)) !== null) return person;
  // Initials in a column of their own are for later use.
  if (initialsFit(cellText(cell).replace(/[()]/g, ""), person.name.value)) return person;
  const text = context.source.text.slice(start, end);
  const note = BRACKET_NOTE.exec(text);
  const words = withoutBrackets(
    context,
    trimSpan(context.source, { start, end: start + (note?.index ?? text.length) }),
  );
  const { role, organisation } = splitRole(context, words);
  const rule = "attendance/row";
  return {
    ...person,
    role: person.role ?? statedText(context.source, role, rule),
    organisation: person.organisation ?? statedText(context.source, organisation, rule),
    note:
      person.note ??
      (note === null
        ? null
        : statedText(
            context.source,
            {
              start: start + note.index + note[0].indexOf("(") + 1,
              end: start + note.index + note[0].lastIndexOf(")"),
            },
            rule,
          )),
    span: { start: person.span.start, end: Math.max(person.span.end, words.end) },
  };
}

function withoutBrackets(context: PartContext, span: Span): Span {
  const isBracketed = /^\([^()]*\)$/.test(context.source.text.slice(span.start, span.end));
  return isBracketed ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** "Group Chair – Anytown Council": the post in front of the last dash or comma, the organisation behind it; "Hill Ward (Chair)". */
function splitRole(context: PartContext, span: Span): { role: Span | null; organisation: Span | null } {
  const text = context.source.text.slice(span.start, span.end);
  const dash = /^(.*\S)\s*(?:\s[-–—]|,)\s+(\S.*)$/s.exec(text);
  if (dash?.[1] !== undefined && dash[2] !== undefined && isPost(dash[1]) && !isPost(dash[2])) {
    return {
      role: { start: span.start, end: span.start + dash[1].length },
      organisation: { start: span.end - dash[2].length, end: span.end },
    };
  }
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/s.exec(text);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && isPost(bracket[2]) && !isPost(bracket[1])) {
    const end = span.start + text.lastIndexOf("(");
    return {
      role: { start: end + 1, end: span.end - 1 },
      organisation: { start: span.start, end: span.start + bracket[1].length },
    };
  }
  return isPost(text) ? { role: span, organisation: null } : { role: null, organisation: span };
}

function isPost(text: string): boolean {
  return postOrOrganisation(text) === "role";
}
