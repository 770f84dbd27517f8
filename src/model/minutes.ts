/** What minutes say, in the words of the public contract: zod schemas, from which the types are inferred. */

import { z } from "zod";

const Span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** `stated`: the words say it; `derived`: it follows from stated words by a documented rule; `inferred`: likely. */
export const Basis = z.enum(["stated", "derived", "inferred"]);
export type Basis = z.infer<typeof Basis>;

/** A value with the place it was read from, the rule that read it, and how sure that rule is (0 to 1). */
const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, span: Span, basis: Basis, rule: z.string(), confidence: z.number().min(0).max(1) });

export interface Sourced<T> {
  value: T;
  span: { start: number; end: number };
  basis: Basis;
  rule: string;
  confidence: number;
}

const text = sourced(z.string().min(1));
const optionalText = text.nullable();
const date = sourced(z.iso.date());
const time = sourced(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const count = sourced(z.int().nonnegative()).nullable();
/** Index into the items of the same part, from 0; null where the fact stands under none. */
const itemIndex = z.int().nonnegative().nullable();

export const PartKind = z.enum(["minutes", "agenda", "action_log", "report", "other"]);
export type PartKind = z.infer<typeof PartKind>;

export const AttendanceStatus = z.enum(["present", "in_attendance", "apologies", "absent"]);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

export const Attendee = z.strictObject({
  /** As written, with title, without organisation or role. */
  name: text,
  status: sourced(AttendanceStatus),
  role: optionalText,
  organisation: optionalText,
  /** What else the list says of the person ("from item 4"). */
  note: optionalText,
  span: Span,
});
export type Attendee = z.infer<typeof Attendee>;

export const Item = z.strictObject({
  /** As printed, without trailing punctuation. */
  number: optionalText,
  title: optionalText,
  /** Index of the item that this one is nested in. */
  parent: itemIndex,
  /** The words under the heading, up to the next item; null where there are none. */
  text: optionalText,
  /** The heading, or where there is none the first words of the text. */
  span: Span,
});
export type Item = z.infer<typeof Item>;

export const DecisionKind = z.enum(["resolved", "agreed", "recommended", "approved", "noted", "elected", "other"]);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const DecisionResult = z.enum(["carried", "lost", "withdrawn", "deferred"]);
export type DecisionResult = z.infer<typeof DecisionResult>;

export const Decision = z.strictObject({
  item: itemIndex,
  kind: sourced(DecisionKind),
  /** "a", "b", "1" …, without brackets. */
  clause: optionalText,
  /** The clause without its marker. */
  text,
  proposer: optionalText,
  seconder: optionalText,
  votesFor: count,
  votesAgainst: count,
  votesAbstained: count,
  /** Only ever true: where unanimity is not stated, null. */
  unanimous: sourced(z.literal(true)).nullable(),
  result: sourced(DecisionResult).nullable(),
  span: Span,
});
export type Decision = z.infer<typeof Decision>;

export const ActionState = z.enum(["open", "done", "dropped"]);
export type ActionState = z.infer<typeof ActionState>;

export const ActionOwner = z.strictObject({
  /** As written: initials stay initials. */
  name: text,
  /** The attendee whom the name means, by the meeting's own attendance list; null where it is not settled. */
  person: optionalText,
});
export type ActionOwner = z.infer<typeof ActionOwner>;

export const Action = z.strictObject({
  item: itemIndex,
  owners: z.array(ActionOwner),
  /** The task, without its owner where that can be cut off cleanly. */
  text,
  dueDate: date.nullable(),
  /** As written ("by the next meeting"). */
  dueText: optionalText,
  /** As written ("On-going"). */
  status: optionalText,
  state: sourced(ActionState).nullable(),
  /** Whether the document marks it as an action, rather than only a sentence saying so. */
  isMarked: z.boolean(),
  span: Span,
});
export type Action = z.infer<typeof Action>;

export const TableCell = z.strictObject({
  row: z.int().nonnegative(),
  col: z.int().nonnegative(),
  rowSpan: z.int().positive(),
  colSpan: z.int().positive(),
  text: z.string(),
  isHeader: z.boolean(),
  /** The number, where the cell is one: `£1,022.94` is 1022.94. */
  value: z.number().nullable(),
  /** `GBP`, `EUR`, `USD`, `%`; null where the number has none. */
  unit: z.string().nullable(),
  span: Span,
});
export type TableCell = z.infer<typeof TableCell>;

export const DataTable = z.strictObject({
  item: itemIndex,
  caption: optionalText,
  rows: z.int().positive(),
  cols: z.int().positive(),
  cells: z.array(TableCell),
  span: Span,
});
export type DataTable = z.infer<typeof DataTable>;

export const NextMeeting = z.strictObject({
  date: date.nullable(),
  time: time.nullable(),
  venue: optionalText,
  span: Span,
});
export type NextMeeting = z.infer<typeof NextMeeting>;

export const MeetingStatus = z.enum(["draft", "approved"]);
export type MeetingStatus = z.infer<typeof MeetingStatus>;

export const Part = z.strictObject({
  kind: PartKind,
  title: optionalText,
  body: optionalText,
  organisation: optionalText,
  date: date.nullable(),
  startTime: time.nullable(),
  endTime: time.nullable(),
  venue: optionalText,
  chair: optionalText,
  status: sourced(MeetingStatus).nullable(),
  attendance: z.array(Attendee),
  items: z.array(Item),
  decisions: z.array(Decision),
  actions: z.array(Action),
  tables: z.array(DataTable),
  nextMeetings: z.array(NextMeeting),
  span: Span,
});
export type Part = z.infer<typeof Part>;

/** Everything one document says, part by part in document order. */
export const Minutes = z.strictObject({ parts: z.array(Part) });
export type Minutes = z.infer<typeof Minutes>;
