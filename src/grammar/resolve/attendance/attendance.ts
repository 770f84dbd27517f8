/** Who came, who apologised: labels and what stands under them, tables of people, and lists that a converter took apart into names and organisations. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { organisationLikeness, personLikeness } from "../../phrases/person.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowGrid, type FlowLine } from "../flow/flow.js";
import { looksLikePerson } from "../flow/grids.js";
import { proseSentences } from "../prose.js";
import { statedText } from "../sourced.js";
import { pairWithOrganisations } from "./paired-columns.js";
import { peopleInGrid } from "./people-grid.js";
import { isPersonLine, isRun, labelAt, readLine } from "./people-line.js";

/** The people of a part, in document order; the entries that list them are consumed. */
export function resolveAttendance(context: PartContext): Attendee[] {
  const found: Attendee[] = [];
  const isInAttendanceForAll = opensWithInAttendance(context);
  const { flow } = context;
  let numbers = 0;
  for (let index = 0; index < flow.length; index++) {
    const entry = flow[index] as FlowEntry;
    if (context.consumed.has(entry)) continue;
    if (isNumbered(entry) || (found.length > 0 && isHeadingOfBusiness(entry))) numbers++;
    // Once business has begun, a list of people is one of officers elected or of speakers; only apologies still count.
    const isOpening = numbers < OPENING_ITEMS || found.length === 0;
    if (
      entry.kind === "line" &&
      entry.node.reading.token === t.LabelLine &&
      !isOpening &&
      entry.node.reading.label?.status !== "apologies"
    )
      continue;
    if (entry.kind === "grid") {
      if (entry.reading.use === "people" && isOpening) found.push(...takeGrid(context, entry, "present"));
    } else if (entry.node.reading.token === t.NumberedLine) {
      found.push(...peopleInItemLine(context, entry));
    } else if (entry.node.reading.token === t.LabelLine && !isSignature(context, index)) {
      index = takeSection(context, index, found, isInAttendanceForAll);
    } else if (found.length === 0 && isPersonLine(entry) && index < 60) {
      index = takeUnlabelled(context, index, found);
    }
  }
  return withoutRepeats(found);
}

/** Items that may pass before the list of those who came: welcome, apologies, attendance itself. */
const OPENING_ITEMS = 3;

/** In minutes without numbers the headings count. */
function isHeadingOfBusiness(entry: FlowEntry): boolean {
  if (entry.kind !== "line" || entry.node.reading.token !== t.HeadingLine || entry.node.view.line.cell !== null)
    return false;
  return entry.node.reading.rule !== "heading/emphasis" && !isLoneName(entry);
}

function isNumbered(entry: FlowEntry): boolean {
  if (entry.kind !== "line") return false;
  const number = entry.columnNumber?.number ?? entry.node.reading.number;
  return (
    number !== null &&
    (number.kind === "decimal" || number.kind === "reference" || number.kind === "dotted") &&
    entry.group?.kind !== "section"
  );
}

/** "Chairman: A Smith" at the end of the minutes is who signed. */
function isSignature(context: PartContext, index: number): boolean {
  const entry = context.flow[index];
  return (
    entry?.kind === "line" &&
    entry.node.reading.label?.role === "named" &&
    index > context.flow.length * 0.6 &&
    index > 30
  );
}

/** "1. Present: A Smith, B Jones": the item stays an item. */
function peopleInItemLine(context: PartContext, entry: FlowLine): Attendee[] {
  const { rest } = entry.node.reading;
  const label = labelAt(context.source.text.slice(rest.start, rest.end));
  return label === null
    ? []
    : readLine(context, { start: rest.start + label.length, end: rest.end }, label.status, null, true);
}

/** "IN ATTENDANCE" over all who came, members as well: there is no list of those present. */
function opensWithInAttendance(context: PartContext): boolean {
  const labels = context.flow.filter(
    (entry): entry is FlowLine => entry.kind === "line" && entry.node.reading.token === t.LabelLine,
  );
  const isPresent = labels.some(
    ({ node }) => node.reading.label?.status === "present" && node.reading.label.role === null,
  );
  const first = labels.find(
    ({ node }) => node.reading.label?.status === "present" || node.reading.label?.status === "in_attendance",
  );
  return !isPresent && first !== undefined && /^in\s+attendance\b/i.test(first.node.view.text);
}

const APOLOGISED =
  /\bapologies\b.{0,60}?\b(?:from|by|of)\b\s*:?\s*|\bapologies\s*(?:for\s+absence\s*)?(?:received\s*)?[:–-]\s*|^(?=(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\b)/i;

/** People of an apologies item, named in its sentences: "Apologies were received from A Smith and B Jones". */
export function apologiesIn(
  context: PartContext,
  scope: { readonly entries: readonly FlowEntry[]; readonly textStart: number | null },
): Attendee[] {
  return proseSentences(context, scope.entries, scope.textStart).flatMap((sentence) => {
    const match = APOLOGISED.exec(sentence.text);
    const isNames = match === null && sentence.text.split(/\s+/).length <= 14 && isRun(sentence.text, true);
    if (match === null && !isNames && !looksLikePerson(sentence.text)) return [];
    const start = sentence.span.start + (match === null ? 0 : match.index + match[0].length);
    return readLine(context, { start, end: sentence.span.end }, "apologies", null, true);
  });
}

/** Reads a label's own line and the entries under it; returns the place of the last entry taken. */
function takeSection(context: PartContext, index: number, found: Attendee[], isInAttendanceForAll: boolean): number {
  const head = context.flow[index] as FlowLine;
  const label = head.node.reading.label ?? { status: "present" as const, role: null };
  const isForAll = isInAttendanceForAll && found.length === 0 && /^in\s+attendance\b/i.test(head.node.view.text);
  const status: AttendanceStatus = isForAll ? "present" : label.status;
  const inline = readLine(
    context,
    head.node.reading.rest,
    status,
    label.role === "named" ? roleOfLabel(head) : null,
    true,
  );
  const below: Attendee[] = [];
  let last = index;
  let misses = 0;
  let group: Span | null = null;
  for (let next = index + 1; next < context.flow.length; next++) {
    const entry = context.flow[next] as FlowEntry;
    if (entry.kind === "grid") {
      if (entry.reading.use !== "people") break;
      below.push(...takeGrid(context, entry, status));
      last = next;
      continue;
    }
    if (entry.node.view.text === "") continue;
    if (label.role === "named" && (below.length > 0 || inline.length > 0)) break;
    if (isLoneName(entry) && label.role === null) {
      consume(context, entry);
      last = next;
      continue;
    }
    if (isGroupHeading(context, next)) {
      consume(context, entry);
      group = entry.node.view.span;
      last = next;
      continue;
    }
    if (!mayBeEntry(entry)) break;
    // A list that stood in columns does not go on as single lines behind a gap.
    const isAfterColumns = context.flow[last]?.kind === "grid" && entry.node.view.line.isAfterGap;
    if (isAfterColumns && !/^(?:Cllr|Councillor|Mrs?|Ms|Dr)\b/.test(entry.node.view.text)) break;
    // Behind a gap a list may have ended: two capitalised words alone are no person there.
    const isLoose = entry.node.view.line.isAfterGap && below.length > 0 && entry.node.view.wordCount <= 3;
    if (isLoose && personLikeness(entry.node.view.text) < 0.55) break;
    const people = isProse(entry) ? [] : readLine(context, entry.node.view.span, status, null, false);
    if (people.length === 0 && (isProse(entry) || ++misses > 1)) break;
    if (people.length === 0 && entry.node.view.wordCount <= 8 && below.length > 0) {
      context.report(
        "attendance/unread-entry",
        entry.node.view.span,
        `"${entry.node.view.text}" is not understood as a person`,
      );
    }
    if (people.length === 0) continue;
    for (let skipped = last + 1; skipped <= next; skipped++) consume(context, context.flow[skipped]);
    below.push(...people.map((person) => ofGroup(context, person, group)));
    last = next;
  }
  if (inline.length + below.length > 0 || isPureLabel(head)) consumeHead(context, head);
  found.push(...inline, ...pairWithOrganisations(context, below, last));
  return last;
}

/** An organisation set apart inside a list of people, over those of its own. */
function isGroupHeading(context: PartContext, index: number): boolean {
  const entry = context.flow[index];
  const after = entryAfter(context.flow, index);
  if (
    entry?.kind !== "line" ||
    after === undefined ||
    entry.node.reading.rule !== "heading/emphasis" ||
    entry.node.view.isCapitals
  )
    return false;
  const { text } = entry.node.view;
  return organisationLikeness(text) > personLikeness(text) && (after.kind === "grid" || isPersonLine(after));
}

function ofGroup(context: PartContext, person: Attendee, group: Span | null): Attendee {
  if (group === null || person.organisation !== null) return person;
  const organisation = statedText(context.source, group, "attendance/group", 0.8);
  return { ...person, organisation: organisation === null ? null : { ...organisation, basis: "derived" } };
}

/** The heading of an apologies item stays an item; a label of a list does not. */
function consumeHead(context: PartContext, head: FlowLine): void {
  const isItem = USUAL_BUSINESS.test(head.node.view.text) && !/:\s*$/.test(head.node.view.text);
  if (!isItem) context.consumed.add(head);
}

function isPureLabel(head: FlowLine): boolean {
  return head.node.reading.rest.start >= head.node.reading.rest.end || head.node.view.wordCount <= 6;
}

function consume(context: PartContext, entry: FlowEntry | undefined): void {
  if (entry !== undefined) context.consumed.add(entry);
}

/** A surname or given name in capitals on a line of its own: half of an entry that a converter took apart. It heads no business. */
function isLoneName(entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  return (
    reading.rule === "heading/capitals" &&
    view.wordCount <= 2 &&
    /^[\p{Lu}’'ÁÉÍÓÚ-]+(?:\s+[\p{Lu}’'-]+)?$/u.test(view.text) &&
    view.line.cell === null
  );
}

function mayBeEntry(entry: FlowLine): boolean {
  const token = entry.node.reading.token;
  return (
    token === t.TextLine ||
    token === t.BulletLine ||
    token === t.OwnerLine ||
    (token === t.HeadingLine && entry.node.view.line.style.heading === null && isPersonLine(entry))
  );
}

function isProse(entry: FlowLine): boolean {
  const { text, wordCount } = entry.node.view;
  return wordCount > 9 && hasFiniteVerb(text) && !/,.*,/.test(text);
}

/** "Clerk: A Smith" names the post in the label. */
function roleOfLabel(head: FlowLine): Span | null {
  const { span, text } = head.node.view;
  const match =
    /^(?:the\s+)?((?:\w+\s+)?(?:clerk|chair(?:man|person|woman)?|minutes?|minute\s*taker|scribe|secretary))\b/i.exec(
      text,
    );
  if (match === null) return null;
  const start = span.start + match[0].length - (match[1]?.length ?? 0);
  return { start, end: span.start + match[0].length };
}

function takeGrid(context: PartContext, entry: FlowGrid, status: AttendanceStatus): Attendee[] {
  context.consumed.add(entry);
  return peopleInGrid(context, entry, status);
}

/** Names line by line without a label, as converters leave a list whose label was lost: at least three in a row. */
function takeUnlabelled(context: PartContext, index: number, found: Attendee[]): number {
  const people: Attendee[] = [];
  let next = index;
  for (; next < context.flow.length; next++) {
    const entry = context.flow[next] as FlowEntry;
    if (entry.kind === "line" && entry.node.view.text === "") continue;
    if (!isPersonLine(entry)) break;
    people.push(...readLine(context, entry.node.view.span, "present", null, false));
  }
  if (people.length < 3) return index;
  for (let taken = index; taken < next; taken++) consume(context, context.flow[taken]);
  found.push(...pairWithOrganisations(context, people, next - 1));
  return next - 1;
}

/** Somebody in two groups keeps the first. */
function withoutRepeats(people: readonly Attendee[]): Attendee[] {
  const seen = new Set<string>();
  return people.filter((person) => {
    const key = person.name.value.toLowerCase().replace(/[^\p{L}]/gu, "");
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
