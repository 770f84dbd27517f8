/** A letterhead names who holds office; who came, the list below the day of the meeting tells. */

import type { Attendee } from "../../../model/minutes.js";
import { findDates } from "../../phrases/date.js";
import { nameKey } from "../../phrases/person.js";
import * as t from "../../tokens.js";
import { PRESIDING_ROLE } from "../../vocabulary/chairing.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { readStretches } from "./labelled-people.js";

/** How far down a letterhead reaches. */
const MASTHEAD_LINES = 25;

/** "OFFICERS: A Smith, President" over the day of the meeting is who holds office, where those who came are listed below it: the index of their list. */
export function endOfMasthead({ flow }: PartContext): number {
  const isLabel = (entry: FlowEntry): entry is FlowLine =>
    entry.kind === "line" && entry.node.reading.token === t.LabelLine && entry.node.reading.label?.role === null;
  const top = flow.slice(0, MASTHEAD_LINES);
  const first = top.findIndex(isLabel);
  const head = top[first];
  if (head === undefined || !isLabel(head) || !OFFICE_HOLDERS.test(head.node.view.text)) return 0;
  const present = top.findIndex(
    (entry) => isLabel(entry) && entry.node.reading.label?.status === "present" && !entry.node.reading.label.isSubgroup,
  );
  const isDated = top
    .slice(first + 1, Math.max(present, first + 1))
    .some((entry) => entry.kind === "line" && entry.node.view.wordCount <= 20 && isDatedTitle(entry.node.view.text));
  return isDated ? present : 0;
}

const OFFICE_HOLDERS =
  /^(?:(?:\w+\s+)?officers|(?:board|committee|council)(?:\s+(?:members|of\s+\w+))?|trustees|directors|governors|members|councillors)\b/i;

function isDatedTitle(text: string): boolean {
  return /\d/.test(text) && findDates(text).length > 0;
}

/** Whether a label may stand over those who hold office as well as over those who came. */
export function headsRoster({ node: { view, reading } }: FlowLine): boolean {
  return reading.label?.isSubgroup !== undefined && OFFICE_HOLDERS.test(view.text);
}

/** "OFFICERS" over names most of which the lists below give again with what they did is no list of those who came. */
export function withoutRoster(found: readonly Attendee[], length: number): readonly Attendee[] {
  const below = found.slice(length);
  const keys = new Set(below.map(({ name }) => nameKey(name.value)));
  const again = found.slice(0, length).filter(({ name }) => keys.has(nameKey(name.value)));
  return length >= 2 && again.length >= length * 0.6 ? below : found;
}

/** Who the letterhead says holds office: the people in front of an index. */
export function officersInMasthead(context: PartContext, end: number): Attendee[] {
  return context.flow.slice(0, end).flatMap((entry) => {
    if (entry.kind !== "line" || entry.node.reading.token !== t.LabelLine) return [];
    const span = { start: entry.node.reading.rest.start, end: entry.node.view.span.end };
    return readStretches(context, span, "present", entry.node.reading.label, null).people;
  });
}

/** Those who came; the one whom the letterhead names as president took the chair. */
export function withPosts(people: readonly Attendee[], officers: readonly Attendee[]): Attendee[] {
  const presiding = officers.filter(({ role }) => role !== null && PRESIDING_ROLE.test(role.value));
  const posts = new Map(presiding.map(({ name, role }) => [nameKey(name.value), role]));
  return people.map((person) => {
    const role = person.role ?? posts.get(nameKey(person.name.value)) ?? null;
    return role === person.role || role === null ? person : { ...person, role: { ...role, basis: "derived" } };
  });
}
