/** Truth files: what a careful clerk says a document states. The measure, so it is checked before it measures. */

import { z } from "zod";
import { AttendanceStatus, PartKind } from "../model/minutes.js";

const text = z.string().nullish();
const date = z.iso.date().nullish();
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time HH:MM")
  .nullish();
const count = z.int().nonnegative().nullish();
/** Place among the items of the part, from 1. */
const itemPlace = z.int().positive().nullish();

const TrueAttendee = z.object({ name: z.string(), status: AttendanceStatus, organisation: text, role: text });
export type TrueAttendee = z.infer<typeof TrueAttendee>;

const TrueItem = z.object({ number: text, title: text });
export type TrueItem = z.infer<typeof TrueItem>;

const TrueDecision = z.object({
  item: itemPlace,
  text: z.string(),
  proposer: text,
  seconder: text,
  votes: z.object({ for: count, against: count, abstain: count, result: text }).nullish(),
});
export type TrueDecision = z.infer<typeof TrueDecision>;

const TrueAction = z.object({
  item: itemPlace,
  owners: z.array(z.string()).nullish(),
  text: z.string(),
  due: date,
  status: text,
  /** Whether the document marks it as an action; where it is left out, it does. */
  marked: z.boolean().default(true),
});
export type TrueAction = z.infer<typeof TrueAction>;

const TrueTable = z.object({
  item: itemPlace,
  rows: count,
  cols: count,
  cells: z.array(z.array(z.string().nullable())).nullish(),
});
export type TrueTable = z.infer<typeof TrueTable>;

const TruePart = z.object({
  kind: PartKind,
  title: text,
  body: text,
  organisation: text,
  date,
  start: time,
  end: time,
  venue: text,
  chair: text,
  attendance: z.array(TrueAttendee).default([]),
  items: z.array(TrueItem).default([]),
  decisions: z.array(TrueDecision).default([]),
  actions: z.array(TrueAction).default([]),
  tables: z.array(TrueTable).default([]),
  next_meetings: z.array(z.object({ date, time })).default([]),
});
export type TruePart = z.infer<typeof TruePart>;

const Truth = z.object({
  /** Below the corpus folder, with `/` between folders. */
  file: z.string().min(1),
  /** The group in which the document's figures are shown; its topmost folder where none is named. */
  family: text,
  parts: z.array(TruePart),
});
export type Truth = z.infer<typeof Truth>;

/** Nothing can be measured; the message says what is wrong with what was given, for a truth file each field. */
export class EvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EvaluationError";
  }
}

/**
 * Reads the text of a truth file; null for JSON of another sort, which has no `parts`.
 * Throws a `EvaluationError` where the text is no JSON or a field is not as it should be.
 */
export function readTruth(path: string, json: string): Truth | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new EvaluationError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== "object" || value === null || !("parts" in value)) return null;
  const result = Truth.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${path}: ${fieldName(issue.path)}: ${issue.message}`);
  throw new EvaluationError(problems.join("\n"));
}

/** As the field is written in a program: `parts[0].actions[3].due`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key, depth) => (typeof key === "number" ? `[${key}]` : `${depth > 0 ? "." : ""}${String(key)}`))
    .join("");
}
