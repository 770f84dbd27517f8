/** Tables and columns of people: a row a person, with labels between them. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { type CellNode, linesOf } from "../../ast.js";
import {
  organisationLikeness,
  type PersonMention,
  personLikeness,
  postOrOrganisation,
  readPeople,
  readPerson,
} from "../../phrases/person.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";
import { cellText, looksLikePerson } from "../flow/grids.js";
import { statedText, trimSpan } from "../sourced.js";
import { attendeeOf, isRun, labelAt } from "./people-line.js";
import { matrixColumn, matrixStatus } from "./people-matrix.js";
import { withoutCrowds } from "./unnamed.js";

/** Marks of an attendance column. First match wins. */
const MARKS: readonly (readonly [RegExp, AttendanceStatus])[] = [
  [/^(?:a|ap|apol\w*|apologies.*|sent apologies)\.?$/i, "apologies"],
  [/^(?:x|✗|✘|n|no|absent|ab|-|–)\.?$/i, "absent"],
  [/^(?:✓|✔|√|y|yes|p|present|in attendance|attended)\.?$/i, "present"],
];

/** People of a grid. `status` is that of the label over the grid. Labels in several columns head lists that stand side by side. */
export function peopleInGrid(context: PartContext, entry: FlowGrid, status: AttendanceStatus): Attendee[] {
  const rows = entry.node.rows.slice(entry.reading.headerRows);
  const isSideBySide = rows.some((row) => {
    const filled = row.filter((cell) => cellText(cell) !== "");
    return filled.length >= 2 && filled.every(isLabelCell);
  });
  const matrix = matrixColumn(context, entry);
  if (matrix !== null) return peopleInMatrix(context, rows, matrix);
  if (!isSideBySide) return peopleInRows(context, entry, rows, status);
  const columns = [...Array(entry.node.grid.cols).keys()];
  return columns.flatMap((col) =>
    peopleInRows(
      context,
      entry,
      rows.map((row) => row.filter((cell) => cell.cell.col === col)),
      status,
    ),
  );
}

/** Names with a mark in this meeting's own column; without one the person is not told of. */
function peopleInMatrix(context: PartContext, rows: readonly (readonly CellNode[])[], col: number): Attendee[] {
  return rows.flatMap((row) => {
    const mark = row.find((cell) => cell.cell.col === col);
    const status = mark === undefined ? null : matrixStatus(context, cellText(mark));
    return row[0] === undefined || status === null ? [] : peopleInCell(context, row[0], status);
  });
}

function isLabelCell(cell: CellNode): boolean {
  const text = cellText(cell);
  const isMark =
    MARKS.some(([pattern]) => pattern.test(text)) && !/^(?:present|apologies)\s*:/i.test(text) && cell.cell.col > 0;
  return labelAt(text) !== null && !looksLikePerson(text) && !isMark;
}

function peopleInRows(
  context: PartContext,
  entry: FlowGrid,
  rows: readonly (readonly CellNode[])[],
  status: AttendanceStatus,
): Attendee[] {
  const people: Attendee[] = [];
  let current = status;
  for (const row of rows) {
    const cells = row.filter((cell) => cellText(cell) !== "");
    const first = cells[0];
    if (first === undefined || isParticular(first)) continue;
    const label = isLabelCell(first) ? labelAt(cellText(first)) : null;
    if (label !== null) {
      current = label.status;
      people.push(...peopleInRow(context, entry, cells.slice(1), current));
      people.push(...peopleBehindLabel(context, first, label.length, current));
    } else people.push(...peopleInRow(context, entry, cells, current));
  }
  return people;
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
  return [rest, ...lines.map((line) => line.view.span)].flatMap((span) => peopleAt(context, span, status));
}

function peopleInRow(
  context: PartContext,
  entry: FlowGrid,
  cells: readonly CellNode[],
  status: AttendanceStatus,
): Attendee[] {
  const [first, ...others] = cells;
  if (first === undefined) return [];
  const own = markedStatus(entry, cells) ?? status;
  const named = peopleInCell(context, first, own);
  const person = named[0];
  // Names in every cell: columns of names, not a name and what belongs to it.
  const areNames =
    others.length > 0 &&
    others.every((cell) => isNameColumn(entry, cell.cell.col) && isLikeName(cellText(cell), cellText(first)));
  if (person === undefined || named.length > 1 || areNames)
    return [...named, ...others.flatMap((cell) => peopleInCell(context, cell, own))];
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
  const titled = /^(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof|Revd?|Sir|Lord|Lady|Dame)\b/;
  if (titled.test(first)) return titled.test(text);
  return isSurelyPerson(text);
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
    const mark = MARKS.find(([pattern]) => pattern.test(text));
    if (mark !== undefined && (role === "attendance" || text.length > 2 || /^[✓✔√✗✘]$/.test(text))) return mark[1];
  }
  return null;
}

function peopleInCell(context: PartContext, cell: CellNode, status: AttendanceStatus): Attendee[] {
  return linesOf(cell.blocks).flatMap((line) => peopleAt(context, line.view.span, status));
}

function peopleAt(context: PartContext, span: Span, status: AttendanceStatus): Attendee[] {
  const trimmed = trimSpan(context.source, span, /[\s.;,:*–—-]/);
  const text = withoutCrowds(context.source.text.slice(trimmed.start, trimmed.end));
  if (!/\p{L}/u.test(text)) return [];
  const isMany = isRun(text, false) || /\S\s+(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b/.test(text);
  const many = isMany ? readPeople(text) : [];
  const mentions: (PersonMention | null)[] = many.length > 1 ? many : [readPerson(text)];
  return mentions.flatMap((mention) =>
    mention === null ? [] : [attendeeOf(context, mention, trimmed.start, status, null)],
  );
}

const BRACKET_NOTE = /\s*\(([^)]*\b(?:refers?|item|minute|until|from|left|arrived|part)\b[^)]*)\)\s*$/i;
/** The words of a cell beside a name: organisation, role, or "role – organisation". */
function withCell(context: PartContext, person: Attendee, cell: CellNode): Attendee {
  const lines = linesOf(cell.blocks).filter((line) => line.view.text !== "");
  const start = lines[0]?.view.span.start;
  const end = lines.at(-1)?.view.span.end;
  if (start === undefined || end === undefined || MARKS.some(([pattern]) => pattern.test(cellText(cell))))
    return person;
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
