/** The people of one line: an entry of a list, a run of names, or what follows a label. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import {
  initialsFit,
  looksLikePerson,
  type PersonMention,
  personLikeness,
  readPeople,
  readPerson,
  WordsLikeness,
} from "../../phrases/person.js";
import { readSectionLabel } from "../../phrases/section-label.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import { shift, stated, statedText, trimSpan } from "../sourced.js";
import { isRun } from "./name-run.js";
import { isCrowd, withoutCrowds } from "./unnamed.js";

/** The people of one line: one with organisation and role, or a run of names; "from A, who was ill, and from B" in pieces. */
export function readLine(
  context: PartContext,
  span: Span,
  status: AttendanceStatus,
  role: Span | null,
  isBehindLabel: boolean,
): Attendee[] {
  const trimmed = trimSpan(
    context.source,
    { start: span.start + leadIn(context, span), end: span.end - behindNames(context, span) },
    /[\s.;,*/]/,
  );
  const words = context.source.text.slice(trimmed.start, trimmed.end);
  if (isCrowd(words)) return [];
  const text = withoutCrowds(words).replace(DOT_LEADER, (dots) => `:${"\u2002".repeat(dots.length - 1)}`);
  const entries = cutAtInitials(text);
  if (entries.length > 1)
    return entries.flatMap((entry) => readLine(context, shift(entry, trimmed.start), status, role, false));
  const and = /,?\s+and\s+(?:also\s+)?(?:from|on\s+behalf\s+of)\s+/i.exec(text);
  if (and !== null && and.index > 0) {
    const rest = { start: trimmed.start + and.index + and[0].length, end: trimmed.end };
    return [
      ...readLine(context, { start: trimmed.start, end: trimmed.start + and.index }, status, role, true),
      ...readLine(context, rest, status, role, true),
    ];
  }
  if (!/\p{L}/u.test(text)) return [];
  const grouped = groupedByColon(text);
  if (grouped !== null)
    return grouped.flatMap(({ names, organisation }) =>
      readLine(context, shift(names, trimmed.start), status, role, true).map((person) =>
        withOrganisation(context, person, shift(organisation, trimmed.start), 0.9),
      ),
    );
  const mentions = isRun(text, isBehindLabel) ? readPeople(text) : [readPerson(text) ?? readPeople(text)].flat();
  return mentions
    .filter(({ name, surname }) => surname !== null || !/^\p{Lu}\.?$/u.test(text.slice(name.start, name.end)))
    .map((mention) => attendeeOf(context, mention, trimmed.start, status, role));
}

const DOT_LEADER = /\s*\.{4,}/g;

/** "Ann Lee (AL) – Chair John Webb (JW) – Clerk": where no mark parts the entries, the initials behind each name tell where it begins. */
function cutAtInitials(text: string): Span[] {
  const starts: number[] = [];
  for (const match of text.matchAll(/\((\p{Lu}[\p{L}]{1,3})\)/gu)) {
    const before = text.slice(0, match.index).trimEnd();
    const name = LAST_NAMES.map((pattern) => pattern.exec(before.slice(-LONGEST_NAME))?.[1]).find(
      (words) => words !== undefined && initialsFit(match[1] ?? "", words),
    );
    if (name === undefined) continue;
    const start = before.length - name.length;
    const title = /(?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof|Revd?|Supt|Insp|Sgt|Sir|Dame)\.?\s+)+$/.exec(
      before.slice(0, start),
    );
    starts.push(start - (title?.[0].length ?? 0));
  }
  const isParted = starts.slice(1).every((start) => /(?:[,;:–-]|\band|&)\s*$/.test(text.slice(0, start)));
  if (starts.length < 2 || isParted) return [];
  starts[0] = 0;
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** The last two, three, four or five words, where all have capitals. */
const LAST_NAMES = [1, 2, 3, 4].map(
  (others) => new RegExp(String.raw`(?:^|\s)((?:\p{Lu}[\p{L}.’'-]*\s+){${others}}\p{Lu}[\p{L}.’'-]*)$`, "u"),
);
const LONGEST_NAME = 90;

/** "Cllr A Smith presided", "Marl, Quill - 2": how long the words behind the names are. */
function behindNames(context: PartContext, span: Span): number {
  const tail = context.source.text.slice(Math.max(span.start, span.end - 40), span.end);
  return (
    /\s+[-–]\s*\d{1,2}[\s.]*$|,?\s+(?:presided|presiding|(?:was\s+)?in\s+the\s+chair|took\s+the\s+chair)[\s.]*$/i.exec(
      tail,
    )?.[0].length ?? 0
  );
}

/** "were received from" and the like in front of names. */
function leadIn(context: PartContext, span: Span): number {
  const text = context.source.text.slice(span.start, span.end);
  const lead =
    /^\s*(?:[-–—:]\s*)?(?:(?:apologies\s+(?:for\s+absence\s+)?)?(?:were|was|had been|have been)\s+(?:(?:received|given|sent|accepted|noted)\s+(?:and\s+(?:accepted|approved|noted)\s+)?(?:from|by)?)?\s*:?\s*|(?:received\s+)?(?:from|by)\s*:?\s+)/i.exec(
      text,
    );
  return lead?.[0].length ?? 0;
}

/** Somebody who stands under or behind an organisation; what the entry itself names is kept. */
export function withOrganisation(
  context: PartContext,
  person: Attendee,
  organisation: Span,
  confidence: number,
): Attendee {
  if (person.organisation !== null) return person;
  const words = statedText(context.source, organisation, "attendance/group", confidence);
  return { ...person, organisation: words === null ? null : { ...words, basis: "derived" } };
}

interface ColonGroup {
  readonly names: Span;
  readonly organisation: Span;
}

/** "Harbour Trust: A Smith, B Jones", or the other way round "A Smith: Planning, B Jones and C Brown: Public Works". Null where the colons part neither. */
function groupedByColon(text: string): ColonGroup[] | null {
  const colon = text.indexOf(":");
  if (colon < 0) return null;
  const [head, rest] = [text.slice(0, colon), text.slice(colon + 1)];
  const firstName = rest.split(/[,;(]|\sand\s|\s[-–]\s/, 1)[0] ?? "";
  const likeness = new WordsLikeness(head);
  const isHeadOrganisation =
    head.length <= 70 && !/[,;]/.test(head) && likeness.organisation > Math.max(0.55, likeness.person);
  if (isHeadOrganisation && !rest.includes(":") && looksLikePerson(firstName))
    return [{ organisation: { start: 0, end: colon }, names: { start: colon + 1, end: text.length } }];
  const groups: ColonGroup[] = [];
  for (const match of text.matchAll(/([^:]+):\s*([^,;:]+)(?:[,;]\s*|$)/g)) {
    const [, names = "", place = ""] = match;
    const start = match.index;
    const placeStart = start + match[0].indexOf(place, names.length + 1);
    if (!looksLikePerson(names.split(/,|\sand\s/, 1)[0] ?? "") || looksLikePerson(place)) return null;
    groups.push({
      names: { start, end: start + names.length },
      organisation: { start: placeStart, end: placeStart + place.trimEnd().length },
    });
  }
  const isMany = groups.length > 1 || /\sand\s|,/.test(head);
  return isMany && groups.length > 0 ? groups : null;
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
  const sure = nameConfidence(context.source.text.slice(name.start, name.end));
  const words = statedText(context.source, name, rule, sure) ?? stated("?", name, rule, sure);
  const office = officeOf(context, mention, offset);
  const surname = mention.surname === null ? null : statedText(context.source, at(mention.surname), rule);
  return {
    name:
      surname !== null
        ? { ...words, value: `${words.value} ${surname.value}`, basis: "derived" }
        : office !== null
          ? { ...words, value: `${office} ${words.value}`, basis: "derived" }
          : words,
    status: stated(statusOf(status, mention, context, offset), span, role === null ? "attendance/label" : POST_LABEL),
    role: statedText(context.source, at(mention.role) ?? role, rule),
    organisation: statedText(context.source, at(mention.organisation), rule),
    note: statedText(context.source, at(mention.note), rule),
    span,
  };
}

/** "Commissioner" for each surname behind "Commissioners"; other titles of several belong to no name. */
function officeOf(context: PartContext, { groupTitle, name, role }: PersonMention, offset: number): string | null {
  if (groupTitle === null || role !== null) return null;
  const words = context.source.text.slice(name.start + offset, name.end + offset);
  const title = context.source.text.slice(groupTitle.start + offset, groupTitle.end + offset);
  const isSurname = /^[\p{Lu}][\p{L}’'-]*$/u.test(words);
  return isSurname && /^(?:Commissioners|Supervisors)$/.test(title) ? title.slice(0, -1) : null;
}

/** Words that are no name by their shape (a nickname, a post, a part of a heading) stand in a list of names all the same. */
function nameConfidence(words: string): number {
  const likeness = personLikeness(words);
  return likeness >= 0.7 ? 0.95 : likeness >= 0.5 ? 0.85 : 0.75;
}

/** Whom only the label of a post names ("Minutes: A Smith"): a list that names the same person says how they came. */
export const POST_LABEL = "attendance/post-label";

/** "B Jones (sent apologies)" among those present. */
function statusOf(
  status: AttendanceStatus,
  mention: PersonMention,
  context: PartContext,
  offset: number,
): AttendanceStatus {
  const note =
    mention.note === null ? "" : context.source.text.slice(offset + mention.note.start, offset + mention.note.end);
  if (/\bapolog/i.test(note) && status !== "in_attendance") return "apologies";
  if (/^excused$/i.test(note) && status === "present") return "apologies";
  return /^absent\b/i.test(note) && status === "present" ? "absent" : status;
}

/** The person whose name opens the span and is so long; what stands behind it is read as in any entry. */
export function personAt(context: PartContext, span: Span, nameLength: number, status: AttendanceStatus): Attendee[] {
  const name = { start: span.start, end: span.start + nameLength };
  const words = statedText(context.source, name, "attendance/list-shape", 0.85);
  if (words === null) return [];
  const beside = context.source.text.slice(name.end, span.end);
  const mention = /\p{L}/u.test(beside) ? readPerson(`X Smith${beside}`) : null;
  const at = (found: Span | null | undefined) => (found ? shift(found, name.end - "X Smith".length) : null);
  return [
    {
      name: words,
      status: stated(status, span, "attendance/label", 0.9),
      role: statedText(context.source, at(mention?.role), "attendance/entry"),
      organisation: statedText(context.source, at(mention?.organisation), "attendance/entry"),
      note: statedText(context.source, at(mention?.note), "attendance/entry"),
      span,
    },
  ];
}

/** A line that holds one person and nothing else. */
export function isPersonLine(entry: FlowEntry): boolean {
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
  const found = readSectionLabel(text);
  return found === null ? null : { status: found.label.status, length: found.end };
}
