/** Meetings that a part announces. */

import type { NextMeeting, Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { type DateMention, findDates, findTimes, namesDay, type TimeMention, weekdayOf } from "../../phrases/date.js";
import { CLOSED, NEXT_MEETING, OTHER_EVENT } from "../../vocabulary/meetings.js";
import type { PartContext } from "../context.js";
import { derived, shift, stated } from "../sourced.js";
import { type Announcement, findAnnouncements } from "./announcements.js";

/** How far from the words that announce it, or from the day before it in a list, a day may stand. */
const REACH = 110;
/** Meetings are not announced further ahead. */
const DAYS_AHEAD = 800;

export function resolveNextMeetings(
  context: PartContext,
  date: Sourced<string> | null,
  body: Sourced<string> | null,
): NextMeeting[] {
  const announcements = findAnnouncements(context).filter((one) => one.isTitled || isOwn(one, body));
  const after = date?.value ?? null;
  const common = commonTime(announcements);
  const found = announcements.flatMap((announcement) => meetingsIn(announcement, after));
  const seen = new Set<string>();
  return found
    .filter(
      ({ date: day }) =>
        day !== null &&
        isAhead(day.value, after, found.length === 1) &&
        !seen.has(day.value) &&
        seen.add(day.value) !== undefined,
    )
    .map((meeting) =>
      meeting.time === null && common !== null
        ? { ...meeting, time: derived(common.value, common.span, "next/common-time") }
        : meeting,
    );
}

/** The day of this meeting is another one's only where a clerk says nothing else. */
function isAhead(day: string, after: string | null, isOnly: boolean): boolean {
  if (after === null) return true;
  const days = (Date.parse(day) - Date.parse(after)) / 86_400_000;
  return (days > 0 || (days === 0 && isOnly)) && days <= DAYS_AHEAD;
}

/** "The next meeting of the Museum Trustees" told in a council's minutes is not the council's. */
function isOwn({ text }: Announcement, body: Sourced<string> | null): boolean {
  const named = /\bmeeting\s+of\s+(?:the\s+)?((?:\p{Lu}[\p{L}’'&-]+(?:\s+(?:and|of|&)\s+|\s+)?)+)/u.exec(text)?.[1];
  if (named === undefined || body === null) return true;
  const words = new Set(body.value.toLowerCase().split(/\W+/));
  return named
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.length > 3 && words.has(word));
}

function meetingsIn(announcement: Announcement, after: string | null): NextMeeting[] {
  const { text, start, isTitled } = announcement;
  const dates = findDates(text, { defaultYear: announcement.year ?? (after === null ? null : yearOf(after)) });
  const times = findTimes(text, { isBehindDayEvident: isTitled });
  const meetings: NextMeeting[] = [];
  let from = isTitled ? 0 : text.search(NEXT_MEETING);
  for (const [position, mention] of dates.entries()) {
    const before = text.slice(dates[position - 1]?.span.end ?? 0, mention.span.start);
    if (mention.span.start < from || mention.span.start - from > REACH) continue;
    if (isOther(before)) continue;
    const day = dayOf(mention, text, announcement.year, after);
    if (day === null) continue;
    const end = dates[position + 1]?.span.start ?? text.length;
    const time = timeFor(times, mention.span, end, dates.length === 1);
    from = Math.max(mention.span.end, time?.span.end ?? 0);
    meetings.push({
      date: {
        ...day,
        span: shift(mention.span, start),
        confidence: isTitled ? day.confidence : Math.round(day.confidence * 100 - 5) / 100,
      },
      time: time === null ? null : stated(time.time, shift(time.span, start), "next/time"),
      venue: null,
      span: shift({ start: mention.span.start, end: from }, start),
    });
  }
  return meetings;
}

function isOther(before: string): boolean {
  return (
    (OTHER_EVENT.test(before) && !NEXT_MEETING.test(before)) ||
    /\b(?:by|before|until|since|from)\s+(?:(?:noon|midday|close(?:\s+of\s+(?:play|business))?|the\s+end\s+of|\d[\d.:]*\s*(?:[ap]\.?m\.?)?)\s+)?(?:on\s+)?(?:the\s+)?$|\bnot\b[^.]*$/i.test(
      before,
    ) ||
    /\bwas\s+(?:scheduled|due|to\s+be|planned)\b/i.test(before)
  );
}

/** A day without a year is the first such day after the meeting, unless its weekday or a heading says another year. */
function dayOf(mention: DateMention, text: string, year: number | null, after: string | null): Sourced<string> | null {
  if (mention.isYearStated && !isAstray(mention, text, after)) return stated(mention.date, mention.span, "next/date");
  if (mention.isYearStated && after !== null)
    return derived(`${yearOf(after)}${mention.date.slice(4)}`, mention.span, "next/date-without-year", 0.6);
  if (after === null && year === null) return null;
  const weekday = mention.weekday?.day ?? null;
  const next = `${yearOf(mention.date) + 1}${mention.date.slice(4)}`;
  const isPast = year === null && after !== null && mention.date <= after;
  // "Monday 3 July" in minutes dated Monday 3 July is that very day, however odd.
  const isMeant = !isPast || (weekday !== null && weekdayOf(mention.date) === weekday && mention.date === after);
  const date = isMeant ? mention.date : next;
  const isDoubtful = weekday !== null && weekdayOf(date) !== weekday;
  return derived(date, mention.span, "next/date-without-year", isDoubtful ? 0.6 : 0.85);
}

/** "28th September 29," – two figures behind a day that are no year. */
function isAstray(mention: DateMention, text: string, after: string | null): boolean {
  const isShort = /(?<!\d)\d\d$/.test(text.slice(mention.span.start, mention.span.end));
  return isShort && after !== null && !isAhead(mention.date, after, false) && mention.date > after;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The time behind a date, up to the next date; where there is one date alone, also the one in front of it. */
function timeFor(times: readonly TimeMention[], date: Span, end: number, isOnly: boolean): TimeMention | null {
  return (
    times.find((time) => time.span.start >= date.end && time.span.end <= end) ??
    (isOnly ? (times.find((time) => time.span.end <= date.start) ?? null) : null)
  );
}

/** A time that stands over or under a list of days and beside none of them. */
function commonTime(announcements: readonly Announcement[]): { value: string; span: Span } | null {
  for (const { text, start, isTitled } of announcements) {
    const [time] = isTitled && !namesDay(text) && !CLOSED.test(text) ? findTimes(text) : [];
    if (time !== undefined) return { value: time.time, span: shift(time.span, start) };
  }
  return null;
}
