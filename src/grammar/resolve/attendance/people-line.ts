/** The people of one line: an entry of a list, a run of names, or what follows a label. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import {
  organisationLikeness,
  type PersonMention,
  personLikeness,
  readPeople,
  readPerson,
} from "../../phrases/person.js";
import * as t from "../../tokens.js";
import { SECTION_LABELS } from "../../vocabulary/sections.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { looksLikePerson } from "../flow/grids.js";
import { shift, stated, statedText, trimSpan } from "../sourced.js";

/** The people of one line: one with organisation and role, or a run of names; "from A, who was ill, and from B" in pieces. */
export function readLine(
  context: PartContext,
  span: Span,
  status: AttendanceStatus,
  role: Span | null,
  isBehindLabel: boolean,
): Attendee[] {
  const trimmed = withoutLeadIn(context, span);
  const text = context.source.text.slice(trimmed.start, trimmed.end);
  const and = /,?\s+and\s+(?:also\s+)?from\s+/i.exec(text);
  if (and !== null && and.index > 0) {
    const rest = { start: trimmed.start + and.index + and[0].length, end: trimmed.end };
    return [
      ...readLine(context, { start: trimmed.start, end: trimmed.start + and.index }, status, role, true),
      ...readLine(context, rest, status, role, true),
    ];
  }
  const words = text.replace(/,\s+who\s+(?:was|were|is|had|has|could|would)\b[^,]*$/i, "");
  if (words === "") return [];
  const mentions = isRun(words, isBehindLabel) ? readPeople(words) : [readPerson(words) ?? readPeople(words)].flat();
  return mentions.map((mention) => attendeeOf(context, mention, trimmed.start, status, role));
}

/** "were received from", "Cllr" groups and the like in front of names; an inner label ("In attendance:") is left to its own line. */
function withoutLeadIn(context: PartContext, span: Span): Span {
  const text = context.source.text.slice(span.start, span.end);
  const lead =
    /^(?:(?:apologies\s+(?:for\s+absence\s+)?)?(?:were|was|had been|have been)\s+(?:received|given|sent)\s+(?:and\s+accepted\s+)?(?:from|by)\s*:?\s*|from\s*:?\s+)/i.exec(
      text,
    );
  const { end } = withoutUnnamed(context, span);
  return trimSpan(context.source, { start: span.start + (lead?.[0].length ?? 0), end }, /[\s.;,]/);
}

/** A span without the people behind the names whom the document only counts. */
export function withoutUnnamed(context: PartContext, span: Span): Span {
  const tail = UNNAMED.exec(context.source.text.slice(span.start, span.end));
  return tail === null ? span : { start: span.start, end: span.start + tail.index };
}

/** "… and 3 members of the public": counted by the document, but nobody by name. */
const UNNAMED =
  /[,;]?\s*(?:and|plus|&|,)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a\s+(?:number|few)\s+of)\s+(?:other\s+)?(?:members?\s+of|residents?|parishioners?|electors?|people|others?|public|visitors?)\b.*$/i;

/** Several names in one line, rather than one name and what stands beside it. */
export function isRun(text: string, isBehindLabel: boolean): boolean {
  const pieces = text.split(/[,;]|\s(?:and|&)\s/).filter((piece) => piece.trim() !== "");
  if (pieces.length < 2) return false;
  // On a line of its own, what stands behind the only comma is a post or an organisation unless it is a name for sure; behind a label it is another name.
  const isPair = pieces.length === 2 && /^[^,;]*,[^,;]*$/.test(text);
  if (isPair && personLikeness(pieces[1] ?? "") < (isBehindLabel ? 0.6 : 0.8)) return false;
  return (
    pieces.filter((piece) => personLikeness(piece) >= 0.4 && personLikeness(piece) >= organisationLikeness(piece))
      .length >= 2
  );
}

export function attendeeOf(
  context: PartContext,
  mention: PersonMention,
  offset: number,
  status: AttendanceStatus,
  role: Span | null,
): Attendee {
  const at = (span: Span | null) => (span === null ? null : shift(span, offset));
  const rule = "attendance/entry";
  const name = at(mention.name) ?? { start: offset, end: offset };
  const span = at(mention.span) ?? name;
  const words = statedText(context.source, name, rule) ?? stated("?", name, rule);
  const surname = mention.surname === null ? null : statedText(context.source, at(mention.surname), rule);
  return {
    name: surname === null ? words : { ...words, value: `${words.value} ${surname.value}`, basis: "derived" },
    status: stated(status, span, "attendance/label"),
    role: statedText(context.source, at(mention.role) ?? role, rule),
    organisation: statedText(context.source, at(mention.organisation), rule),
    note: statedText(context.source, at(mention.note), rule),
    span,
  };
}

export function isPersonLine(entry: FlowEntry): entry is FlowLine {
  if (entry.kind !== "line" || entry.node.view.wordCount > 14 || entry.node.reading.number !== null) return false;
  const { reading, view } = entry.node;
  // Bold names are names, not headings, where they stand in a list.
  const isBoldLine = reading.rule === "heading/emphasis" && !view.isCapitals;
  const isPlain = reading.token === t.TextLine || reading.token === t.BulletLine || isBoldLine;
  // What stands behind the comma is a post or an organisation.
  return isPlain && looksLikePerson(view.text.split(/,|\s[–-]\s/, 1)[0] ?? "") && readPerson(view.text) !== null;
}

/** The label at the start of a text, for cells that hold one. */
export function labelAt(text: string): { status: AttendanceStatus; length: number } | null {
  for (const [pattern, label] of SECTION_LABELS) {
    const match = pattern.exec(text);
    if (match !== null) return { status: label.status, length: match[0].length };
  }
  return null;
}
