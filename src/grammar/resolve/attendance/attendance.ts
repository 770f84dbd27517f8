/** Who came, who apologised: labels and what stands under them, tables of people, and lists that a converter took apart into names and organisations. */

import type { Attendee } from "../../../model/minutes.js";
import { readSectionLabel } from "../../phrases/section-label.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { isLoneName } from "./capital-names.js";
import { reportPresentAndAway } from "./contradictions.js";
import { KnownPeople } from "./known-people.js";
import { readStretches } from "./labelled-people.js";
import { type ListFound, takeGrid, takeSection } from "./list-section.js";
import { endOfMasthead, headsRoster, officersInMasthead, withoutRoster, withPosts } from "./masthead.js";
import { isListNumber } from "./numbered-entries.js";
import { pairWithOrganisations } from "./paired-columns.js";
import { isPersonLine, readLine } from "./people-line.js";
import { withoutRepeats } from "./repeats.js";
import { peopleInProse } from "./sentences.js";

/** The people of a part, in document order; the entries that list them are consumed. */
export function resolveAttendance(context: PartContext): Attendee[] {
  const found: Attendee[] = [];
  const known = new KnownPeople(found);
  const isInAttendanceForAll = opensWithInAttendance(context);
  const listsFrom = endOfMasthead(context);
  const officers = officersInMasthead(context, listsFrom);
  const { flow } = context;
  let rosterLength = 0;
  let numbers = 0;
  let paragraphs = 0;
  let before: ListFound | null = null;
  for (let index = listsFrom; index < flow.length; index++) {
    const entry = flow[index] as FlowEntry;
    if (context.consumed.has(entry)) {
      // The sentence that gave the header the hour may tell who was there as well.
      if (found.length === 0 && isParagraph(entry)) found.push(...peopleInProse(context, entry));
      continue;
    }
    if (numbers < OPENING_ITEMS && (isNumbered(context, index) || (found.length > 0 && isHeadingOfBusiness(entry))))
      numbers++;
    if (paragraphs < OPENING_PARAGRAPHS && found.length > 0 && isParagraph(entry)) paragraphs++;
    // Once business has begun, a list of people is one of officers elected or of speakers; only apologies still count, and what goes on with a list.
    const isOpening =
      (numbers < OPENING_ITEMS && paragraphs < OPENING_PARAGRAPHS) || found.length === 0 || goesOn(flow, before, index);
    if (entry.kind === "grid") {
      if (entry.reading.use !== "people" || !isOpening) continue;
      before = takeGrid(context, index, entry);
      found.push(...before.people);
      index = before.last;
    } else if (isListHead(context, entry, index, isOpening)) {
      const isForAll = isInAttendanceForAll && found.length === 0 && /^in\s+attendance\b/i.test(entry.node.view.text);
      before = takeSection(context, index, before, isForAll);
      if (found.length === 0 && headsRoster(entry)) rosterLength = before.people.length;
      found.push(...before.people);
      index = before.last;
    } else if (entry.node.reading.token === t.NumberedLine) {
      if (isOpening || /\bapp?olog/i.test(entry.node.view.text))
        found.push(...known.newAmong(peopleInItemLine(context, entry)));
    } else if (entry.node.reading.token !== t.LabelLine) {
      if (isOpening && numbers < OPENING_ITEMS) found.push(...known.newAmong(peopleInProse(context, entry)));
      if (found.length === 0 && isPersonLine(entry) && index < 60) index = takeUnlabelled(context, index, found);
    }
  }
  const came = withoutRoster(found, rosterLength);
  officers.push(...found.slice(0, found.length - came.length));
  reportPresentAndAway(context, came);
  return withPosts(withoutRepeats(came), officers);
}

/** Items that may pass before the list of those who came: welcome, apologies, attendance itself. */
const OPENING_ITEMS = 3;

/** A label right behind the list before it belongs to the same list, wherever that stands. */
function goesOn(flow: readonly FlowEntry[], before: ListFound | null, index: number): boolean {
  if (before === null || before.people.length === 0) return false;
  const between = flow.slice(Math.max(before.last + 1, index - 20), index);
  return index - before.last <= 20 && between.every((entry) => entry.kind === "line" && entry.node.view.text === "");
}

/** Paragraphs that may pass before it where nothing is numbered. */
const OPENING_PARAGRAPHS = 5;

function isParagraph(entry: FlowEntry): boolean {
  if (entry.kind !== "line" || entry.node.reading.token === t.LabelLine) return false;
  return entry.node.view.wordCount > 14 && hasFiniteVerb(entry.node.view.text);
}

/** In minutes without numbers the headings count. */
function isHeadingOfBusiness(entry: FlowEntry): boolean {
  if (entry.kind !== "line" || entry.node.reading.token !== t.HeadingLine || entry.node.view.line.cell !== null)
    return false;
  return entry.node.reading.rule !== "heading/emphasis" && !isLoneName(entry);
}

function isNumbered(context: PartContext, index: number): boolean {
  const entry = context.flow[index];
  if (entry?.kind !== "line") return false;
  const number = entry.columnNumber?.number ?? entry.node.reading.number;
  return (
    number !== null &&
    (number.kind === "decimal" || number.kind === "reference" || number.kind === "dotted") &&
    entry.group?.kind !== "section" &&
    !isListNumber(context, index)
  );
}

/** A label over a list: on a line of its own or in front of names; "1. Present" with its list below. */
function isListHead(context: PartContext, entry: FlowLine, index: number, isOpening: boolean): boolean {
  const { reading, view } = entry.node;
  if (reading.token === t.LabelLine)
    return (isOpening || reading.label?.status === "apologies") && !isSignature(context, index);
  if (reading.token !== t.NumberedLine || !isOpening) return false;
  const label = readSectionLabel(context.source.text.slice(reading.rest.start, view.span.end));
  return label?.isAlone === true && label.label.role === null && label.label.status !== "apologies";
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
  const label = readSectionLabel(context.source.text.slice(rest.start, rest.end));
  if (label === null) return peopleInProse(context, entry, rest);
  if (label.label.role !== null || label.label.isSubgroup !== undefined) return [];
  return readStretches(context, rest, label.label.status, label.label, null).people;
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

/** Names line by line without a label, as converters leave a list whose label was lost: at least three in a row. */
function takeUnlabelled(context: PartContext, index: number, found: Attendee[]): number {
  const people: Attendee[] = [];
  let next = index;
  for (; next < context.flow.length; next++) {
    const entry = context.flow[next] as FlowEntry;
    if (entry.kind === "line" && entry.node.view.text === "") continue;
    if (entry.kind !== "line" || !isPersonLine(entry)) break;
    people.push(...readLine(context, entry.node.view.span, "present", null, false));
  }
  const lines = context.flow.slice(index, next).filter((entry) => entry.kind === "line" && entry.node.view.text !== "");
  if (people.length < 3 || lines.length < 3) return index;
  for (let taken = index; taken < next; taken++) {
    const entry = context.flow[taken];
    if (entry !== undefined) context.consumed.add(entry);
  }
  found.push(...pairWithOrganisations(context, people, next - 1));
  return next - 1;
}
