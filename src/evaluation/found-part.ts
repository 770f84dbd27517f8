/** A part of a document reduced to what is measured, in the words and in the order in which the database shows it. */

import type { AttendanceStatus, Part, PartKind, Sourced } from "../model/minutes.js";
import type { Span } from "../model/source.js";
import { type Certainty, leastSure } from "./certainty.js";

/** What every found fact has; null where none of its values carries a confidence. */
interface Found {
  readonly certainty: Certainty | null;
}

export interface FoundAttendee extends Found {
  readonly name: string;
  readonly status: AttendanceStatus;
  readonly organisation: string | null;
  readonly role: string | null;
}

export interface FoundItem extends Found {
  readonly number: string | null;
  readonly title: string | null;
}

export interface FoundDecision extends Found {
  /** Place among the items of the part, from 1. */
  readonly item: number | null;
  readonly text: string;
  readonly proposer: string | null;
  readonly seconder: string | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
}

export interface FoundAction extends Found {
  readonly item: number | null;
  /** Joined by `; `, as `action_list` has them; null where there are none. */
  readonly owners: string | null;
  readonly text: string;
  readonly dueDate: string | null;
}

export interface FoundTable {
  readonly cols: number;
  /** Texts of the cells, row by row; a merged cell stands once. */
  readonly cells: readonly string[];
}

export interface FoundNextMeeting extends Found {
  readonly date: string;
}

/** The values that a part has once. */
export const HEADER_FIELDS = ["date", "start", "end", "body", "venue", "chair"] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

export interface FoundPart {
  readonly kind: PartKind;
  readonly title: string | null;
  readonly body: string | null;
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly venue: string | null;
  readonly chair: string | null;
  readonly headerCertainty: Readonly<Record<HeaderField, Certainty | null>>;
  readonly attendance: readonly FoundAttendee[];
  readonly items: readonly FoundItem[];
  readonly decisions: readonly FoundDecision[];
  readonly actions: readonly FoundAction[];
  readonly tables: readonly FoundTable[];
  /** The dated meetings that minutes announce; other parts announce none. */
  readonly nextMeetings: readonly FoundNextMeeting[];
}

export function toFoundPart(part: Part): FoundPart {
  return {
    kind: part.kind,
    title: valueIn(part.title),
    body: valueIn(part.body),
    date: valueIn(part.date),
    start: valueIn(part.startTime),
    end: valueIn(part.endTime),
    venue: valueIn(part.venue),
    chair: valueIn(part.chair),
    headerCertainty: {
      date: leastSure([part.date]),
      start: leastSure([part.startTime]),
      end: leastSure([part.endTime]),
      body: leastSure([part.body]),
      venue: leastSure([part.venue]),
      chair: leastSure([part.chair]),
    },
    attendance: inOrder(part.attendance).map((attendee) => ({
      name: attendee.name.value,
      status: attendee.status.value,
      organisation: valueIn(attendee.organisation),
      role: valueIn(attendee.role),
      certainty: leastSure([attendee.name, attendee.status]),
    })),
    items: part.items.map(({ number, title, text }) => ({
      number: valueIn(number),
      title: valueIn(title),
      certainty: leastSure([title, number]) ?? leastSure([text]),
    })),
    decisions: inOrder(part.decisions).map((decision) => ({
      item: place(decision.item),
      text: decision.text.value,
      proposer: valueIn(decision.proposer),
      seconder: valueIn(decision.seconder),
      votesFor: valueIn(decision.votesFor),
      votesAgainst: valueIn(decision.votesAgainst),
      votesAbstained: valueIn(decision.votesAbstained),
      certainty: leastSure([decision.text]),
    })),
    actions: inOrder(part.actions).map((action) => ({
      item: place(action.item),
      owners: action.owners.map((owner) => owner.name.value).join("; ") || null,
      text: action.text.value,
      dueDate: valueIn(action.dueDate),
      certainty: leastSure([action.text, ...action.owners.map((owner) => owner.name)]),
    })),
    tables: part.tables.map((table) => ({
      cols: table.cols,
      cells: [...table.cells].sort((a, b) => a.row - b.row || a.col - b.col).map((cell) => cell.text),
    })),
    nextMeetings: part.kind === "minutes" ? datedMeetings(part) : [],
  };
}

/** Each date once, as it was read first. */
function datedMeetings(part: Part): FoundNextMeeting[] {
  const dates = part.nextMeetings.flatMap(({ date }) => date ?? []);
  const first = dates.filter(({ value }, index) => dates.findIndex((other) => other.value === value) === index);
  return first.map((date) => ({ date: date.value, certainty: leastSure([date]) }));
}

function valueIn<T>(sourced: Sourced<T> | null): T | null {
  return sourced === null ? null : sourced.value;
}

function place(itemIndex: number | null): number | null {
  return itemIndex === null ? null : itemIndex + 1;
}

function inOrder<T extends { readonly span: Span }>(facts: readonly T[]): T[] {
  return [...facts].sort((a, b) => a.span.start - b.span.start);
}
