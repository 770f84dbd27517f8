/** One cell of a table of people: the names it holds, or what it says of the name beside it. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { CellNode } from "../../ast.js";
import { initialsFit, type PersonMention, postOrOrganisation, readPeople, readPerson } from "../../phrases/person.js";
import type { PartContext } from "../context.js";
import { statedText, trimSpan } from "../sourced.js";
import { markStatus } from "./attendance-marks.js";
import { isRun } from "./name-run.js";
import { attendeeOf } from "./people-line.js";
import { withoutCrowds } from "./unnamed.js";

/** The people of all lines of a cell. */
export function peopleInCell(
  context: PartContext,
  cell: CellNode,
  status: AttendanceStatus,
  isBehindLabel: boolean,
): Attendee[] {
  return cell.lines.flatMap((line) => peopleAt(context, line.view.span, status, isBehindLabel));
}

/** The people of a stretch of a cell. */
export function peopleAt(
  context: PartContext,
  span: Span,
  status: AttendanceStatus,
  isBehindLabel: boolean,
): Attendee[] {
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
export function withCell(context: PartContext, person: Attendee, cell: CellNode): Attendee {
  const start = cell.lines[0]?.view.span.start;
  const end = cell.lines.at(-1)?.view.span.end;
  if (start === undefined || end === undefined || markStatus(cell.text) !== null) return person;
  // Initials in a column of their own are for later use.
  if (initialsFit(cell.text.replace(/[()]/g, ""), person.name.value)) return person;
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

/** Whether words name a post rather than an organisation. */
function isPost(text: string): boolean {
  return postOrOrganisation(text) === "role";
}
