/** The people of a line in which labels stand, and what a label makes of those under it. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { hasFiniteVerb, sentences } from "../../phrases/sentences.js";
import { APOLOGY_SENTENCES, PRESENCE_SENTENCES } from "../../vocabulary/attendance-sentences.js";
import type { SectionLabel } from "../../vocabulary/sections.js";
import type { PartContext } from "../context.js";
import { shift } from "../sourced.js";
import { readLine } from "./people-line.js";
import { stretchesOf } from "./stretches.js";
import { toldIn } from "./told.js";

/** What the list above leaves to the labels below it. */
export interface ListBefore {
  /** The status of those who stood last in it. */
  readonly status: AttendanceStatus;
  /** Nothing stood under or behind its label: the labels below part it. */
  readonly isBare: boolean;
}

/** An empty "Apologies" gives its status to the groups under it; "Online" goes on with those in attendance. */
export function statusUnder(label: SectionLabel, before: ListBefore | null): AttendanceStatus {
  if (before === null) return label.status;
  if (label.isSubgroup !== undefined && before.isBare && (before.status === "apologies" || before.status === "absent"))
    return before.status;
  return label.isSubgroup === "place" && before.status === "in_attendance" ? "in_attendance" : label.status;
}

/** The words of a label that name a post. */
export function postIn(context: PartContext, span: Span): Span | null {
  const text = context.source.text.slice(span.start, span.end);
  const match =
    /^(?:the\s+)?(\S.*?)(?:\s+(?:were\s+|was\s+)?(?:(?:taken|prepared|recorded|written|kept)\s+)?by)?$/i.exec(text);
  const words = match?.[1];
  if (words === undefined || /^(?:clerked|chaired|minuted|presiding)$/i.test(words)) return null;
  const start = span.start + text.indexOf(words);
  return { start, end: start + words.length };
}

/** The people of a line in which further labels may stand; and the status of the last. */
export function readStretches(
  context: PartContext,
  span: Span,
  status: AttendanceStatus,
  label: SectionLabel | null,
  post: Span | null,
): { people: Attendee[]; status: AttendanceStatus; hasLabels: boolean } {
  const people: Attendee[] = [];
  let current = status;
  let hasLabels = false;
  for (const stretch of stretchesOf(context.source, span)) {
    const own = stretch.label ?? label;
    if (stretch.label !== null) {
      hasLabels = true;
      current = statusUnder(stretch.label, { status: current, isBare: false });
    }
    const role = own?.role !== "named" ? null : stretch.labelSpan === null ? post : postIn(context, stretch.labelSpan);
    const words = context.source.text.slice(stretch.span.start, stretch.span.end);
    if (own?.role === "named" && isSentence(words)) continue;
    people.push(...readTelling(context, stretch.span, current, role));
  }
  return { people, status: current, hasLabels };
}

/** A list, and sentences behind it that tell of others: "Cllrs Hill and Dale. The Clerk, A Smith, was in attendance." */
function readTelling(context: PartContext, span: Span, status: AttendanceStatus, role: Span | null): Attendee[] {
  const text = context.source.text.slice(span.start, span.end);
  const pieces = TELLS.test(text) ? sentences(text) : [];
  if (pieces.length < 2) return readLine(context, span, status, role, true);
  return pieces.flatMap((piece) => {
    const [told] = toldIn(text.slice(piece.start, piece.end), [...PRESENCE_SENTENCES, ...APOLOGY_SENTENCES]);
    if (told === undefined) return readLine(context, shift(piece, span.start), status, role, true);
    return told.names.flatMap((names) =>
      readLine(context, shift(names, span.start + piece.start), told.status, null, true),
    );
  });
}

const TELLS = /\b(?:was|were|had)\s+(?:also\s+|sent\s+|given\s+)?(?:in\s+attendance|present|absent|apologies)\b/i;

/** Discussion rather than a list. */
export function isSentence(words: string): boolean {
  return words.split(/\s+/).length > 9 && hasFiniteVerb(words) && !/,.*,/.test(words);
}
