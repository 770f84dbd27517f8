/** Times of day as minutes write them. */

import type { CstNode, IToken } from "chevrotain";
import type { Span } from "../../model/source.js";
import {
  APPROXIMATIONS,
  MEASURES,
  MEETING_VERBS,
  NAMED_TIMES,
  REFERENCE_WORDS,
  TIME_INTRODUCERS,
} from "../vocabulary/calendar.js";
import { NUMBER_WORDS } from "../vocabulary/number-words.js";
import { lexDates, parseAt } from "./date-parser.js";
import {
  ClockTime,
  FourFigures,
  Half,
  HourWord,
  Hyphen,
  IsoDate,
  Meridiem as MeridiemToken,
  Month,
  NamedTime,
  NumberPair,
  NumericDate,
  OClock,
  Past,
  SmallNumber,
  To,
  Weekday,
} from "./date-tokens.js";
import { nodesNamed, spanOfTokens, tokensNamed, tokensUnder } from "./words.js";

export interface TimeMention {
  readonly span: Span;
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  /** Whether "am", "pm", "noon", "hrs" or an hour of 13 or more says which half of the day is meant. */
  readonly isMeridiemStated: boolean;
}

export interface TimeOptions {
  /** In title lines and lists of meetings: "10.30" or "1730" soon behind a day is a time, where other lines may mean a sum. */
  readonly isBehindDayEvident?: boolean;
}

type Meridiem = "am" | "pm";

interface WrittenTime {
  readonly tokens: readonly IToken[];
  /** Minutes since midnight, before the half of the day is settled. */
  readonly minutes: number;
  readonly meridiem: Meridiem | null;
  /** Written so that it can only mean the 24-hour clock, or named ("noon"). */
  readonly isSettled: boolean;
  /** Whether it is a time wherever it stands; else a word before it must say so. */
  readonly isEvident: boolean;
}

/**
 * All times of a text, in order. Offsets are relative to the text.
 *
 * Which half of the day is meant where nothing says so: the first of two times joined by a dash takes the half that puts it before the second;
 * a leading zero, or an hour of 13 or more anywhere in the text, means the 24-hour clock; else 1:00 to 8:59 are pm and 9:00 to 12:59 stay,
 * since councils and clubs meet in the evening and offices in the morning.
 */
export function findTimes(text: string, options: TimeOptions = {}): TimeMention[] {
  if (!TIME_SIGN.test(text)) return [];
  const tokens = lexDates(text);
  const written = findWritten(tokens, options);
  const is24Hours = written.some(
    ({ minutes, meridiem, tokens: [first] }) => meridiem === null && first?.tokenType === ClockTime && minutes >= 780,
  );
  return written.flatMap((time, index) => {
    const span = spanOfTokens(time.tokens);
    if (span === null) return [];
    const next = written[index + 1];
    const minutes = settle(time, next !== undefined && isJoined(tokens, time, next) ? next : null, is24Hours);
    return [
      { span: trimStop(text, span), time: clock(minutes), isMeridiemStated: time.isSettled || time.meridiem !== null },
    ];
  });
}

/** What every time holds. Asked before the lexer, which costs more than this on text without any. */
const TIME_SIGN = /\d|noon|mid-?day|midnight|clock|half|quarter|[ap]\.?[ \u00a0]?m(?![a-z])/i;

const WHOLE_TIMES: ReadonlySet<unknown> = new Set([ClockTime, FourFigures, NamedTime]);
const HOURS: ReadonlySet<unknown> = new Set([SmallNumber, HourWord]);
const AFTER_HOUR: ReadonlySet<unknown> = new Set([OClock, MeridiemToken, NamedTime]);

/** Whether the next word can make a time of the one at hand; a failed parse costs much more than this look. */
function mayBeginTime(tokens: readonly IToken[], index: number): boolean {
  const type = tokens[index]?.tokenType;
  const next = tokens[index + 1]?.tokenType;
  if (WHOLE_TIMES.has(type)) return true;
  if (type === NumberPair) return next === MeridiemToken;
  if (type === Half) return next === Past || next === To;
  return HOURS.has(type) && AFTER_HOUR.has(next);
}

function findWritten(tokens: readonly IToken[], options: TimeOptions): WrittenTime[] {
  const found: WrittenTime[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const node = mayBeginTime(tokens, index) ? parseAt("time", tokens, index) : null;
    const hour = node === null && token.tokenType === SmallNumber ? hourOf(token) : null;
    // "6 – 7.30pm": an hour alone in front of a range's end.
    if (hour !== null && hour > 0 && hasRangeTo(tokens, index))
      found.push({ tokens: [token], minutes: hour * 60, meridiem: null, isSettled: hour > 12, isEvident: true });
    if (node === null) continue;
    const times = readTimes(node).filter(
      (time) =>
        time.isEvident ||
        (options.isBehindDayEvident === true && isBehindDay(tokens, index)) ||
        isIntroduced(tokens, index, found),
    );
    found.push(...times);
    const end = spanOfTokens(times.at(-1)?.tokens ?? [])?.end ?? 0;
    while ((tokens[index + 1]?.startOffset ?? end) < end) index++;
  }
  return found;
}

function readTimes(node: CstNode): WrittenTime[] {
  const tokens = tokensUnder({ ...node, children: { ...node.children, rest: [] } });
  const [first] = tokens;
  if (first === undefined) return [];
  const meridiem = meridiemOf(tokens);
  if (first.tokenType === NumberPair) return readPair(first, tokens, meridiem);
  const named = tokens.find(({ tokenType }) => tokenType === NamedTime);
  if (named !== undefined) {
    const minutes = NAMED_TIMES[named.image.toLowerCase()];
    return minutes === undefined ? [] : [{ tokens, minutes, meridiem: null, isSettled: true, isEvident: true }];
  }
  const minutes = readMinutes(node, first);
  if (minutes === null || minutes >= 1440) return [];
  // "14.30 pm" says it twice.
  if (meridiem !== null && minutes >= 780)
    return [{ tokens, minutes, meridiem: null, isSettled: true, isEvident: true }];
  const hasHours = tokensNamed(node, "Hours").length > 0;
  const isFrench = /h/i.test(first.image) && first.tokenType === ClockTime;
  const isSettled = minutes >= 780 || hasHours || isFrench || (meridiem === null && /^0\d/.test(first.image));
  const isEvident =
    meridiem !== null || hasHours || isFrench || (first.tokenType === ClockTime && first.image.includes(":"));
  return [{ tokens, minutes, meridiem, isSettled, isEvident }];
}

function readMinutes(node: CstNode, first: IToken): number | null {
  if (first.tokenType === ClockTime || first.tokenType === FourFigures) {
    const figures = /^(\d{1,2})[.:h]?(\d{2})$/i.exec(first.image);
    if (figures === null || Number(figures[2]) > 59) return null;
    return Number(figures[1]) * 60 + Number(figures[2]);
  }
  const hour = hourOf(tokensNamed(nodesNamed(node, "wholeHour")[0] ?? node, "hour")[0]);
  if (hour === null) return null;
  if (first.tokenType !== Half) return hour * 60;
  const fraction = first.image.toLowerCase().endsWith("half") ? 30 : 15;
  return hour * 60 + (tokensNamed(node, "Past").length > 0 ? fraction : -fraction);
}

// "7-9pm" is two times of one half of the day.
function readPair(pair: IToken, tokens: readonly IToken[], meridiem: Meridiem | null): WrittenTime[] {
  const figures = /^(\d{1,2})(\D)(\d{1,2})$/.exec(pair.image);
  if (figures === null || meridiem === null) return [];
  const [, from = "", mark = "", to = ""] = figures;
  if (Number(from) > 12) return [];
  // "7-30pm" and "8-03pm" are one time: no hour has two figures above twelve, none a nought in front.
  if ((Number(to) > 12 || /^0\d/.test(to)) && Number(to) < 60)
    return [{ tokens, minutes: Number(from) * 60 + Number(to), meridiem, isSettled: false, isEvident: true }];
  if (Number(to) > 12) return [];
  const first = { ...pair, image: from };
  const second = { ...pair, image: to, startOffset: pair.startOffset + from.length + mark.length };
  const starts = Number(from) % 12 < Number(to) % 12 ? meridiem : opposite(meridiem);
  return [
    { tokens: [first], minutes: Number(from) * 60, meridiem: starts, isSettled: false, isEvident: true },
    { tokens: [second, ...tokens.slice(1)], minutes: Number(to) * 60, meridiem, isSettled: false, isEvident: true },
  ];
}

function hourOf(token: IToken | undefined): number | null {
  if (token === undefined) return null;
  const hour = NUMBER_WORDS[token.image.toLowerCase()] ?? Number(token.image);
  return hour >= 0 && hour <= 24 ? hour : null;
}

function meridiemOf(tokens: readonly IToken[]): Meridiem | null {
  const token = tokens.find(({ tokenType }) => tokenType.name === "Meridiem");
  if (token === undefined) return null;
  return token.image.toLowerCase().startsWith("a") ? "am" : "pm";
}

/** Whether the words before say that a bare number is a time: "at 7.30", "closed at about 9.15", or the other end of a range. */
function isIntroduced(tokens: readonly IToken[], index: number, found: readonly WrittenTime[]): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const after = tokens[index + 1]?.image.toLowerCase() ?? "";
  if (MEASURES.includes(after)) return false;
  const words = tokens.slice(Math.max(0, index - 4), index).map(({ image }) => image.toLowerCase());
  while (APPROXIMATIONS.includes(words.at(-1) ?? "") || [":", ".", ","].includes(words.at(-1) ?? "")) words.pop();
  const before = words.at(-1) ?? "";
  if (REFERENCE_WORDS.includes(before)) return false;
  if (token.tokenType === FourFigures)
    return MEETING_VERBS.includes(before) || (before === "at" && MEETING_VERBS.includes(words.at(-2) ?? ""));
  if (token.tokenType === Half || token.tokenType === HourWord || token.tokenType === SmallNumber) return true;
  if (TIME_INTRODUCERS.includes(before)) return true;
  const previous = found.at(-1)?.tokens.at(-1);
  return (
    (previous !== undefined && previous === tokens[index - 2] && isRangeMark(tokens[index - 1])) ||
    hasRangeTo(tokens, index)
  );
}

function hasRangeTo(tokens: readonly IToken[], index: number): boolean {
  if (!isRangeMark(tokens[index + 1])) return false;
  const end = mayBeginTime(tokens, index + 2) ? parseAt("time", tokens, index + 2) : null;
  if (end === null) return false;
  // Behind a day two clock times with a dash between them are hours, not sums.
  const isBehindDay = tokens.slice(Math.max(0, index - 6), index).some(({ tokenType }) => DAY_WORDS.has(tokenType));
  return tokensUnder({ ...end, children: { ...end.children, rest: [] } }).some(
    ({ tokenType }) => tokenType.name === "Meridiem" || (isBehindDay && tokenType === ClockTime),
  );
}

/** Whether figures such as "10.30" stand right behind a day, or behind such figures. */
function isBehindDay(tokens: readonly IToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.tokenType !== ClockTime && token?.tokenType !== FourFigures) return false;
  if (MEASURES.includes(tokens[index + 1]?.image.toLowerCase() ?? "")) return false;
  const from = Math.max(0, index - 7);
  const day = tokens.slice(from, index).findLastIndex(({ tokenType }) => DAY_WORDS.has(tokenType));
  if (day === -1) return false;
  // "4 May 2021": the figures right behind a month are a year.
  const between = tokens.slice(from + day + 1, index);
  const isYear = token.tokenType === FourFigures && (between.length === 0 || /^(?:19|20)/.test(token.image));
  return !isYear;
}

const DAY_WORDS: ReadonlySet<unknown> = new Set([Month, Weekday, NumericDate, IsoDate]);

function isRangeMark(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === Hyphen || token.tokenType === To);
}

function isJoined(tokens: readonly IToken[], one: WrittenTime, other: WrittenTime): boolean {
  const last = one.tokens.at(-1);
  const first = other.tokens[0];
  const index = last === undefined ? -1 : tokens.indexOf(last);
  return index >= 0 && first !== undefined && isRangeMark(tokens[index + 1]) && tokens[index + 2] === first;
}

function settle(time: WrittenTime, rangeEnd: WrittenTime | null, is24Hours: boolean): number {
  if (time.isSettled) return time.minutes;
  if (time.meridiem !== null) return inHalf(time.minutes, time.meridiem);
  if (rangeEnd?.meridiem && time.minutes < 780) {
    const end = inHalf(rangeEnd.minutes, rangeEnd.meridiem);
    const start = inHalf(time.minutes, rangeEnd.meridiem);
    return start < end ? start : inHalf(time.minutes, opposite(rangeEnd.meridiem));
  }
  const isEvening = time.minutes >= 60 && time.minutes < 540 && !is24Hours && !/^0\d/.test(time.tokens[0]?.image ?? "");
  return isEvening ? time.minutes + 720 : time.minutes;
}

function inHalf(minutes: number, meridiem: Meridiem): number {
  return (minutes % 720) + (meridiem === "pm" ? 720 : 0);
}

function opposite(meridiem: Meridiem): Meridiem {
  return meridiem === "am" ? "pm" : "am";
}

// The stop behind "7pm." ends the sentence, that of "7 p.m." belongs to it.
function trimStop(text: string, span: Span): Span {
  return /[^.]m\.$/i.test(text.slice(span.start, span.end)) ? { start: span.start, end: span.end - 1 } : span;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
