/** A part of a document reduced to what is measured, in the words and in the order in which the database shows it. */

import type { AttendanceStatus, Part, PartKind, Sourced } from "../model/minutes.js";
import type { Span } from "../model/source.js";

export interface FoundAttendee {
  readonly name: string;
  readonly status: AttendanceStatus;
  readonly organisation: string | null;
  readonly role: string | null;
}

export interface FoundItem {
  readonly number: string | null;
  readonly title: string | null;
}

export interface FoundDecision {
  /** Place among the items of the part, from 1. */
  readonly item: number | null;
  readonly text: string;
  readonly proposer: string | null;
  readonly seconder: string | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
}

export interface FoundAction {
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

export interface FoundPart {
  readonly kind: PartKind;
  readonly title: string | null;
  readonly body: string | null;
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly venue: string | null;
  readonly chair: string | null;
  readonly attendance: readonly FoundAttendee[];
  readonly items: readonly FoundItem[];
  readonly decisions: readonly FoundDecision[];
  readonly actions: readonly FoundAction[];
  readonly tables: readonly FoundTable[];
  /** Dates of the meetings that minutes announce; other parts announce none. */
  readonly nextDates: readonly string[];
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
    attendance: inOrder(part.attendance).map((attendee) => ({
      name: attendee.name.value,
      status: attendee.status.value,
      organisation: valueIn(attendee.organisation),
      role: valueIn(attendee.role),
    })),
    items: part.items.map((item) => ({ number: valueIn(item.number), title: valueIn(item.title) })),
    decisions: inOrder(part.decisions).map((decision) => ({
      item: place(decision.item),
      text: decision.text.value,
      proposer: valueIn(decision.proposer),
      seconder: valueIn(decision.seconder),
      votesFor: valueIn(decision.votesFor),
      votesAgainst: valueIn(decision.votesAgainst),
      votesAbstained: valueIn(decision.votesAbstained),
    })),
    actions: inOrder(part.actions).map((action) => ({
      item: place(action.item),
      owners: action.owners.map((owner) => owner.name.value).join("; ") || null,
      text: action.text.value,
      dueDate: valueIn(action.dueDate),
    })),
    tables: part.tables.map((table) => ({
      cols: table.cols,
      cells: [...table.cells].sort((a, b) => a.row - b.row || a.col - b.col).map((cell) => cell.text),
    })),
    nextDates: part.kind === "minutes" ? part.nextMeetings.flatMap((next) => valueIn(next.date) ?? []) : [],
  };
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
