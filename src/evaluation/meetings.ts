/** How many meetings are right as a whole: a record with one wrong line has to be read through, however good its F1. */

import type { Field, Tally } from "./tally.js";

/** The fields of each group of facts. Unmarked actions are in none of them: whether a sentence gives a task is a matter of opinion. */
export const FIELD_GROUPS = {
  header: ["header.date", "header.start", "header.end", "header.body", "header.venue", "header.chair"],
  attendance: ["attendance.name", "attendance.status", "attendance.org"],
  items: ["item", "item.number"],
  decisions: ["decision", "decision.item", "decision.proposer", "decision.seconder", "decision.votes"],
  actions: ["action", "action.owner", "action.due", "action.item"],
  tables: ["table"],
  "next meetings": ["next"],
} as const satisfies Record<string, readonly Field[]>;

export type FieldGroup = keyof typeof FIELD_GROUPS;

/** In the order in which they are shown. */
export const GROUP_NAMES = Object.keys(FIELD_GROUPS) as readonly FieldGroup[];

/** Whether every field of a group is right; null where the meeting has no such facts and none were found. */
export type MeetingResult = Readonly<Record<FieldGroup, boolean | null>>;

/** How many meetings are right, of those that have such facts. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** `tally` holds the counts of one meeting's minutes alone. */
export function meetingResult(tally: Tally): MeetingResult {
  const { header, attendance, items, decisions, actions, tables, "next meetings": nextMeetings } = FIELD_GROUPS;
  return {
    header: resultOf(tally, header),
    attendance: resultOf(tally, attendance),
    items: resultOf(tally, items),
    decisions: resultOf(tally, decisions),
    actions: resultOf(tally, actions),
    tables: resultOf(tally, tables),
    "next meetings": resultOf(tally, nextMeetings),
  };
}

function resultOf(tally: Tally, fields: readonly Field[]): boolean | null {
  const occurs = fields.some((field) => tally.count(field).found + tally.count(field).truth > 0);
  return occurs ? tally.isRight(fields) : null;
}

/** The share of meetings with every field of one group right. */
export function groupShare(meetings: readonly MeetingResult[], group: FieldGroup): Share {
  const results = meetings.flatMap((meeting) => meeting[group] ?? []);
  return { right: results.filter(Boolean).length, of: results.length };
}

/** The share of meetings with everything right. */
export function everythingShare(meetings: readonly MeetingResult[]): Share {
  const isAllRight = (meeting: MeetingResult) => GROUP_NAMES.every((group) => meeting[group] !== false);
  return { right: meetings.filter(isAllRight).length, of: meetings.length };
}
