/** By when a task is to be done: the words as written, and the day where they and the meeting settle it. */

import type { Action, NextMeeting, Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findDates, findPartialDates } from "../../phrases/date.js";
import { MONTHS } from "../../vocabulary/calendar.js";
import { NUMBER_WORDS } from "../../vocabulary/number-words.js";
import type { PartContext } from "../context.js";
import { derived, shift, stated, statedText } from "../sourced.js";

export interface Due {
  readonly date: Sourced<string> | null;
  readonly text: Sourced<string> | null;
}

const NONE: Due = { date: null, text: null };
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b";
const WHEN = String.raw`(?:(?:the\s+)?(?:next|end|close|week|beginning|start|middle|following|first|last|spring|summer|autumn|winter|new\s+year|agm|a\.g\.m|christmas|easter|half[\s-]term|mon|tue|wed|thu|fri|sat|sun|tomorrow|${MONTH}|\d)|asap|end\s+of|mid[\s-])`;

/** Words that open a time limit: "by", "no later than", "in time for", "(due". */
const BY = new RegExp(
  String.raw`(?:\b(?:by|before|no\s+later\s+than|not\s+later\s+than|due(?:\s+(?:on|by))?|deadline(?:\s+(?:of|is))?|in\s+time\s+for|ahead\s+of|prior\s+to|until)\s*:?\s+(?=${WHEN})[^.;,)]{2,60}|\b(?:for|to|at)\s+(?:the\s+)?(?=(?:\d{1,2}(?:st|nd|rd|th)?\s+)?${MONTH}(?:\s+\d{4})?\s+meeting|next\s+meeting)[^.;,)]{2,40}|\bwithin\s+(?:the\s+next\s+)?[\w-]+\s+(?:working\s+)?(?:days?|weeks?|months?)\b|\basap\b|\bas\s+soon\s+as\s+possible\b|\bat\s+(?:the|our)\s+next\s+meeting\b|\bfor\s+(?=\d{1,2}(?:st|nd|rd|th)?\s+${MONTH})[^.;,)]{2,30}|\bto\s+(?=\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}[^.;,)]{0,6}\s+meeting)[^.;,)]{2,30})`,
  "i",
);
/** "(20 Sept)" at the end of a task. */
const BRACKETED = new RegExp(
  String.raw`\(\s*(?:by\s+|due\s+)?(\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}[^()]{0,8})\)\s*$`,
  "i",
);

/** The due date in a task's own words. */
export function dueOf(context: PartContext, task: Span): Due {
  const text = context.source.text.slice(task.start, task.end);
  const match = BY.exec(text) ?? BRACKETED.exec(text);
  if (match === null) return NONE;
  const words = untilNextClause(match[0]).trimEnd();
  const span = { start: task.start + match.index, end: task.start + match.index + words.length };
  return { date: dayOf(context, words, span), text: statedText(context.source, span, "action/due") };
}

/** Where words tell by when, if they do. */
export function dueSpanIn(context: PartContext, words: Span): Span | null {
  const match = BY.exec(context.source.text.slice(words.start, words.end));
  return match === null
    ? null
    : { start: words.start + match.index, end: words.start + match.index + match[0].trimEnd().length };
}

/** The due date of a cell or line that holds little else. */
export function dueOfCell(context: PartContext, span: Span): Due {
  const text = context.source.text.slice(span.start, span.end);
  return { date: dayOf(context, text, span), text: statedText(context.source, span, "action/due-cell") };
}

/** "by 12 May and to report back" ends before "and to". */
function untilNextClause(words: string): string {
  const end = words.search(
    /\s+so\s|\s+for\s+\p{L}{4,}|\s+(?:and|in\s+order|to)\s+(?:that|to|the|ask|report|\p{Ll}+\s+(?:the|a|it))\b/u,
  );
  return end > 4 ? words.slice(0, end) : words;
}

function dayOf(context: PartContext, words: string, span: Span): Due["date"] {
  const full = findDates(words)[0];
  if (full !== undefined) return stated(full.date, shift(full.span, span.start), "action/due");
  if (context.date === null) return null;
  const partial = findPartialDates(words)[0];
  if (partial !== undefined) {
    const day = nextDay(context.date, partial.month, partial.day);
    return day === null ? null : derived(day, shift(partial.span, span.start), "action/due-year");
  }
  const numeric = /(?:^|\s)(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(words);
  if (numeric !== null) return numericDay(context.date, numeric, span);
  return endOfMonth(context.date, words, span) ?? afterSpan(context.date, words, span);
}

/** "8/31" where only one order is a day of the calendar. */
function numericDay(meeting: string, match: RegExpExecArray, span: Span): Due["date"] {
  const [one, two] = [Number(match[1]), Number(match[2])];
  const days = [nextDay(meeting, two, one), nextDay(meeting, one, two)].filter((day) => day !== null);
  const [only] = days;
  if (only === undefined || (days.length > 1 && one !== two)) return null;
  const start = span.start + match.index;
  return derived(only, { start, end: start + match[0].length }, "action/due-year");
}

/** "by the end of March", "end May": the last day of the month that comes next. */
function endOfMonth(meeting: string, words: string, span: Span): Due["date"] {
  const match = new RegExp(
    String.raw`\bend\s+(?:of\s+)?(?:the\s+month|this\s+month|next\s+month|year\b|(?:the\s+)?year\b|(${MONTH})(?:\s+((?:19|20)\d\d))?)`,
    "i",
  ).exec(words);
  if (match === null) return null;
  const [year = 0, month = 1] = meeting.split("-").map(Number);
  const at = { start: span.start + match.index, end: span.start + match.index + match[0].length };
  if (/year/i.test(match[0])) return null;
  const named = match[1] === undefined ? null : (MONTHS[match[1].toLowerCase()] ?? null);
  if (named === null) {
    const next = /next/i.test(match[0]) ? month + 1 : month;
    return derived(lastDay(year, next), at, "action/due-month-end");
  }
  const stretch = match[2] === undefined ? (named >= month ? year : year + 1) : Number(match[2]);
  return derived(lastDay(stretch, named), at, "action/due-month-end");
}

/** "within two weeks" of the meeting. */
function afterSpan(meeting: string, words: string, span: Span): Due["date"] {
  const match = /\bwithin\s+(?:the\s+next\s+)?(\d{1,3}|[a-z]+)\s+(days?|weeks?|months?)\b/i.exec(words);
  if (match === null) return null;
  const count =
    Number(match[1]) || (NUMBER_WORDS[(match[1] ?? "").toLowerCase()] ?? (/^an?$/i.test(match[1] ?? "") ? 1 : 0));
  if (count < 1 || count > 366) return null;
  const day = new Date(`${meeting}T00:00:00Z`);
  if (/^day/i.test(match[2] ?? "")) day.setUTCDate(day.getUTCDate() + count);
  else if (/^week/i.test(match[2] ?? "")) day.setUTCDate(day.getUTCDate() + 7 * count);
  else day.setUTCMonth(day.getUTCMonth() + count);
  const at = { start: span.start + match.index, end: span.start + match.index + match[0].length };
  return derived(day.toISOString().slice(0, 10), at, "action/due-within");
}

/** The first such day on or after the meeting; a day long gone is never guessed to be of the year before. */
function nextDay(meeting: string, month: number, day: number): string | null {
  const year = Number(meeting.slice(0, 4));
  const pad = (value: number) => String(value).padStart(2, "0");
  for (const candidate of [year, year + 1]) {
    const date = `${candidate}-${pad(month)}-${pad(day)}`;
    const made = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(made.getTime()) || made.getUTCMonth() + 1 !== month || made.getUTCDate() !== day) continue;
    if (date >= meeting) return date;
  }
  return null;
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** "by the next meeting" is the day of the one meeting that the document announces next. */
export function withNextMeeting(actions: readonly Action[], meetings: readonly NextMeeting[]): Action[] {
  const days = [...new Set(meetings.flatMap(({ date }) => (date === null ? [] : [date.value])))].sort();
  const next = meetings.find(({ date }) => date?.value === days[0])?.date ?? null;
  return actions.map((action) => {
    const isNext = action.dueDate === null && /\bnext\s+meeting\b/i.test(action.dueText?.value ?? "");
    return isNext && next !== null
      ? { ...action, dueDate: derived(next.value, next.span, "action/due-next-meeting", 0.8) }
      : action;
  });
}
