/** Meetings that a part announces. */

import type { NextMeeting, Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findDates, findTimes, type TimeMention } from "../../phrases/date.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import { flowLines } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import type { ItemScope } from "../items/items.js";
import { derived, shift, stated } from "../sourced.js";

const TITLE =
  /\b(?:next|future|forthcoming|further)\s+(?:\w+\s+){0,3}(?:meetings?|dates?)|\bdates?\s+(?:and\s+times?\s+)?(?:of|for)\s+.{0,30}meetings?|\bmeeting\s+dates\b|\bforward\s+programme\b/i;
const SENTENCE =
  /\b(?:next|future|following|forthcoming|further)\s+(?:[\w’'-]+\s+){0,5}(?:meetings?|agm)\b|\bmeeting\s+dates\b|\bdate\s+of\s+next\b|\bmeet(?:ing)?\s+(?:again|next)\b/i;
/** Dates of other things that such items speak of. */
const OTHER =
  /\b(?:last\s+updated|updated\s+on|copyright|minutes\s+of|held\s+on|last\s+meeting|previous\s+meeting|deadline|submitted|received|deferred)\b/i;
const DEFAULT_TIME = /\b(?:meetings?|all)\s+(?:will\s+)?(?:start|commence|begin|be\s+held|take\s+place)/i;

export function resolveNextMeetings(
  context: PartContext,
  scopes: readonly ItemScope[],
  date: Sourced<string> | null,
): NextMeeting[] {
  const lines = announcingLines(context, scopes);
  const found: NextMeeting[] = [];
  const year = date === null ? null : Number(date.value.slice(0, 4));
  for (const line of lines) found.push(...meetingsIn(line, date?.value ?? null, year));
  const common = commonTime(lines);
  const seen = new Set<string>();
  return found
    .filter(
      (meeting) =>
        meeting.date !== null &&
        (date === null || meeting.date.value > date.value) &&
        !seen.has(meeting.date.value) &&
        seen.add(meeting.date.value),
    )
    .map((meeting) =>
      meeting.time === null && common !== null
        ? { ...meeting, time: derived(common.value, common.span, "next/common-time") }
        : meeting,
    );
}

/** Lines of items about next meetings, and any line that says "the next meeting …" with a date. */
function announcingLines(context: PartContext, scopes: readonly ItemScope[]): FlowLine[] {
  const lines = new Set<FlowLine>();
  for (const scope of scopes) {
    const title = scope.item.title?.value ?? "";
    if (TITLE.test(title)) for (const line of linesOf(scope.entries)) lines.add(line);
  }
  const all = flowLines(context.flow).filter((line) => line.node.reading.token !== t.TrailerLine);
  all.forEach((line, index) => {
    if (!SENTENCE.test(line.node.view.text) || line.node.view.wordCount > 80) return;
    lines.add(line);
    // "Dates of future meetings:" over a list.
    const isLead = /:$/.test(line.node.view.text) || line.node.view.wordCount <= 6;
    if (isLead) for (const next of all.slice(index + 1, index + 13)) if (!addListed(lines, next)) break;
  });
  return [...lines].sort((a, b) => a.node.view.span.start - b.node.view.span.start);
}

function addListed(lines: Set<FlowLine>, line: FlowLine): boolean {
  const isListed = line.node.view.wordCount <= 14 && findDates(line.node.view.text).length > 0;
  if (isListed) lines.add(line);
  return isListed;
}

function linesOf(entries: readonly FlowEntry[]): FlowLine[] {
  return flowLines(entries).filter(
    (line) =>
      line.node.reading.token !== t.SignatureLine &&
      line.node.reading.token !== t.TrailerLine &&
      line.node.reading.token !== t.CloseLine,
  );
}

function meetingsIn(line: FlowLine, after: string | null, year: number | null): NextMeeting[] {
  const { text, span } = line.node.view;
  const dates = findDates(text, { defaultYear: year });
  const times = findTimes(text);
  return dates.flatMap((mention, position) => {
    const before = text.slice(dates[position - 1]?.span.end ?? 0, mention.span.start);
    if ((OTHER.test(before) && !SENTENCE.test(before)) || /\b(?:by|before|until)\s+(?:the\s+)?$/i.test(before))
      return [];
    const end = dates[position + 1]?.span.start ?? text.length;
    const time = timeFor(times, mention.span, end, dates.length === 1);
    const place: Span = { start: mention.span.start, end: Math.max(mention.span.end, time?.span.end ?? 0) };
    return [
      {
        date: mention.isYearStated
          ? stated(mention.date, shift(mention.span, span.start), "next/date")
          : derived(afterDay(mention.date, after), shift(mention.span, span.start), "next/date-without-year"),
        time: time === null ? null : stated(time.time, shift(time.span, span.start), "next/time"),
        venue: null,
        span: shift(place.end > place.start ? place : mention.span, span.start),
      },
    ];
  });
}

/** A day without a year is the first such day after the meeting. */
function afterDay(day: string, after: string | null): string {
  return after !== null && day <= after ? `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` : day;
}

/** The time behind a date, up to the next date; where there is one date alone, also the one in front of it. */
function timeFor(times: readonly TimeMention[], date: Span, end: number, isOnly: boolean): TimeMention | null {
  return (
    times.find((time) => time.span.start >= date.end && time.span.end <= end) ??
    (isOnly ? (times.find((time) => time.span.end <= date.start) ?? null) : null)
  );
}

function commonTime(lines: readonly FlowLine[]): { value: string; span: Span } | null {
  for (const line of lines) {
    const { text, span } = line.node.view;
    const time = findTimes(text)[0];
    if (time !== undefined && findDates(text).length === 0 && DEFAULT_TIME.test(text))
      return { value: time.time, span: shift(time.span, span.start) };
  }
  return null;
}
