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
const WHEN = String.raw`(?:(?:the\s+)?(?:next|this|end|close|week|beginning|start|middle|following|first|last|spring|summer|autumn|winter|new\s+year|agm|a\.g\.m|christmas|easter|half[\s-]term|(?:fiscal|financial|school|academic)\s+year|mon|tue|wed|thu|fri|sat|sun|tomorrow|${MONTH}|\d)|asap|end\s+of|mid[\s-])`;
const DAY = String.raw`\d{1,2}(?:\s?\^?(?:st|nd|rd|th)\^?)?\s+(?:of\s+)?${MONTH}`;
/** A full stop between figures ends nothing: "24.02.2023". */
const REST = String.raw`(?:[^.;,)]|\.(?=\d)|,(?=\s?\d{4}))`;

/** Words that open a time limit: "by", "no later than", "in time for", "(due", "to the meeting of". */
const BY = new RegExp(
  [
    String.raw`\b(?:by|before|no\s+later\s+than|not\s+later\s+than|due(?:\s+(?:on|by))?|deadline(?:\s+(?:of|is))?|in\s+time\s+for|ahead\s+of|prior\s+to|until)\s*:?\s+(?=${WHEN})${REST}{2,60}`,
    String.raw`\bin\s+time\s+for\s+(?:the|our)\s${REST}{2,40}\son\s+${DAY}`,
    String.raw`\b(?:for|to|at)\s+(?:(?:the|our)\s+)?(?=(?:${DAY}|(?:${MONTH}(?:\s+(?:\d{1,2}(?:st|nd|rd|th)?|\d{4}))?))\s+(?:\p{L}+\s+)?meeting|next\s+(?:\p{L}+\s+)?meeting|meeting\s+(?:of|on)\s+(?:the\s+)?(?:\p{L}+day,?\s+)?\d)${REST}{2,40}`,
    String.raw`\bfor\s+(?=${DAY})${REST}{2,30}`,
    String.raw`\bwithin\s+(?:the\s+next\s+)?[\w-]+\s+(?:working\s+)?(?:days?|weeks?|months?)\b`,
    String.raw`\basap\b|\bas\s+soon\s+as\s+possible\b`,
    String.raw`^(?:bring|report|return|come|attend|present)\s${REST}{0,80}\son\s+(?=${DAY}|${MONTH}\s+\d)${REST}{2,30}`,
  ].join("|"),
  "iu",
);
/** "(20 Sept)" at the end of a task. */
const BRACKETED = new RegExp(
  String.raw`\(\s*(?:(?:by|due|for)\s*:?\s+)?(?:${DAY}[^()]{0,8}|${MONTH}\s+\d{1,2}[^()]{0,8}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\s*\)\s*$`,
  "i",
);

/** The due date in a task's own words. */
export function dueOf(context: PartContext, task: Span): Due {
  const text = context.source.text.slice(task.start, task.end);
  const match = BY.exec(text) ?? BRACKETED.exec(text);
  // "if no reply is received within 28 days": the condition has the limit, not the task.
  if (match === null || /\b(?:if|unless)\b[^,;]*$/i.test(text.slice(Math.max(0, match.index - 60), match.index)))
    return NONE;
  const words = untilNextClause(match[0]).trimEnd();
  const span = { start: task.start + match.index, end: task.start + match.index + words.length };
  const date = dayOf(context, words, span);
  const isForDay = date !== null && /^for\s+\d/i.test(words) && !/\bmeeting\b/i.test(words);
  return {
    date: isForDay ? { ...date, rule: FOR_A_DAY } : date,
    text: statedText(context.source, span, "action/due"),
  };
}

/** Where words tell by when, if they do. */
export function dueSpanIn(context: PartContext, words: Span): Span | null {
  const match = BY.exec(context.source.text.slice(words.start, words.end));
  return match === null
    ? null
    : { start: words.start + match.index, end: words.start + match.index + match[0].trimEnd().length };
}

/** A time limit that stands apart behind a task: "Grant application – 10 April", "Key cabinet, asap". */
export function limitAtEnd(context: PartContext, words: Span): { readonly at: number; readonly due: Span } | null {
  const from = Math.max(words.start, words.end - LONGEST_LIMIT);
  const match = LIMIT.exec(context.source.text.slice(from, words.end));
  const due = match?.[1];
  if (match === null || due === undefined || from + match.index <= words.start) return null;
  const start = from + match.index + match[0].indexOf(due);
  return { at: from + match.index, due: { start, end: start + due.length } };
}

const LONGEST_LIMIT = 50;
const LIMIT = new RegExp(
  String.raw`(?:\s+[–—-]\s*|\s*\|\s*|\s*[;,]\s+(?=by\s|asap))(?:due\s*:?\s+)?((?:by\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?(?:${MONTH}|term|(?:the\s+)?(?:week|month|year))|${DAY}(?:,?\s+\d{2,4})?|${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:(?:the\s+)?next|${MONTH})\s+(?:\p{L}+\s+)?meeting|asap|ongoing|immediate(?:ly)?))[\s.)]*$`,
  "iu",
);

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
  if (partial !== undefined && !isMonthAndYear(words, context.date)) {
    const day = nextDay(context.date, partial.month, partial.day);
    return day === null ? null : derived(day, shift(partial.span, span.start), "action/due-year");
  }
  const numeric = /(?:^|\s)(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(words);
  if (numeric !== null) return numericDay(context.date, numeric, span);
  return endOfMonth(context.date, words, span) ?? afterSpan(context.date, words, span);
}

/** "Oct 23" in minutes of 2023 is the month. */
function isMonthAndYear(words: string, meeting: string): boolean {
  const year = Number(MONTH_AND_FIGURES.exec(words.trim())?.[1] ?? Number.NaN);
  return Math.abs(year - Number(meeting.slice(2, 4))) <= 1;
}

const MONTH_AND_FIGURES = new RegExp(String.raw`^${MONTH}\.?\s+['’]?(\d{2})$`, "i");

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

/** "by the next meeting" is the day of the one meeting that the document announces next, "to the June meeting" of the one in June; "for 4 September" is a limit only where a meeting is held then. */
export function withNextMeeting(actions: readonly Action[], meetings: readonly NextMeeting[]): Action[] {
  const days = meetings.flatMap(({ date }) => (date === null ? [] : [date]));
  const first = [...days].sort((a, b) => a.value.localeCompare(b.value))[0];
  return actions.map((action) => {
    const words = action.dueText?.value ?? "";
    if (words === "") return action;
    if (action.dueDate?.rule === FOR_A_DAY)
      return days.some(({ value }) => value === action.dueDate?.value)
        ? action
        : { ...action, dueDate: null, dueText: null };
    if (action.dueDate !== null || !/\bmeeting\b/i.test(words)) return action;
    const month = MONTHS[MONTH_MEETING.exec(words)?.[1]?.toLowerCase() ?? ""];
    const named = days.filter(({ value }) => Number(value.slice(5, 7)) === month);
    const day =
      month === undefined ? (BY_NEXT.test(words) ? first : undefined) : named.length === 1 ? named[0] : undefined;
    return day === undefined
      ? action
      : { ...action, dueDate: derived(day.value, day.span, "action/due-next-meeting", 0.8) };
  });
}

const FOR_A_DAY = "action/due-for-day";
const MONTH_MEETING = new RegExp(String.raw`(${MONTH})\s+(?:\p{L}+\s+)?meeting\b`, "iu");
/** "at the next meeting" tells what the task is; "by the next meeting", or the words alone in a column, when it is to be done. */
const BY_NEXT =
  /^(?:(?:by|before|no\s+later\s+than|due|in\s+time\s+for|ahead\s+of|prior\s+to|until)\s*:?\s+)?(?:(?:the|our)\s+)?next\s+(?:\p{L}+\s+)?meeting\b/iu;
