/** Dates as minutes write them, with the place of each and whether its weekday is right. */

import type { CstNode, IToken } from "chevrotain";
import type { Span } from "../../model/source.js";
import { MONTHS, ORDINAL_WORDS, REFERENCE_WORDS, VERSION_WORDS, WEEKDAYS } from "../vocabulary/calendar.js";
import { lexDates, parseAt } from "./date-parser.js";
import {
  And,
  Comma,
  Day,
  FourFigures,
  Hyphen,
  IsoDate,
  Month,
  NumberPair,
  NumericDate,
  Of,
  Ordinal,
  OrdinalWord,
  Slash,
  SmallNumber,
  Stop,
  The,
  To,
  Weekday,
} from "./date-tokens.js";
import { findTimes, type TimeMention, type TimeOptions } from "./time.js";
import { LETTER, nodesNamed, spanOfTokens, tokenSpan, tokensNamed, tokensUnder } from "./words.js";

export { findTimes, type TimeMention };

export interface WeekdayMention {
  readonly span: Span;
  /** As `Date.getUTCDay` counts, Sunday 0. */
  readonly day: number;
  /** Whether the calendar agrees. */
  readonly isRight: boolean;
}

export interface DateMention {
  /** The whole phrase, its weekday included. */
  readonly span: Span;
  /** `YYYY-MM-DD`, always a day of the calendar. */
  readonly date: string;
  readonly weekday: WeekdayMention | null;
  /** False where the year was taken from `defaultYear`. */
  readonly isYearStated: boolean;
}

/** A day and month without a year. */
export interface PartialDate {
  readonly span: Span;
  readonly day: number;
  readonly month: number;
  /** As `Date.getUTCDay` counts, Sunday 0; null where none is written. */
  readonly weekday: number | null;
}

interface WrittenDate extends PartialDate {
  readonly year: number | null;
  readonly weekdaySpan: Span | null;
  /** Whether day and month are two figures of which either may be the month: "10/12/2023". */
  readonly isEitherWay: boolean;
}

export interface DateOptions {
  /** The year of a date that is written without one. */
  readonly defaultYear?: number | null;
  /** Whether figures are read as in North America, the month first. */
  readonly isMonthFirst?: boolean;
}

/** All dates of a text, in order. A date without a year is returned only where `defaultYear` is given; a day that no calendar has never. Offsets are relative to the text. */
export function findDates(text: string, options: DateOptions = {}): DateMention[] {
  const mentions: DateMention[] = [];
  for (const written of findWritten(text)) {
    const year = written.year ?? options.defaultYear ?? null;
    if (year === null || !isCalendarDay(year, written.month, written.day)) continue;
    const date = settledDate(written, year, options.isMonthFirst === true);
    const weekday =
      written.weekday === null || written.weekdaySpan === null
        ? null
        : { span: written.weekdaySpan, day: written.weekday, isRight: weekdayOf(date) === written.weekday };
    mentions.push({ span: written.span, date, weekday, isYearStated: written.year !== null });
  }
  return mentions;
}

/** As `Date.getUTCDay` counts, Sunday 0. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** "10/12/2023" is the day that its weekday says; without one the tenth of December, but in North America the twelfth of October. */
function settledDate(written: WrittenDate, year: number, isMonthFirst: boolean): string {
  const dayFirst = isoDate(year, written.month, written.day);
  if (!written.isEitherWay) return dayFirst;
  const monthFirst = isoDate(year, written.day, written.month);
  if (written.weekday === null || weekdayOf(dayFirst) === weekdayOf(monthFirst))
    return isMonthFirst ? monthFirst : dayFirst;
  return weekdayOf(monthFirst) === written.weekday ? monthFirst : dayFirst;
}

/** Days and months of a text that stand without a year. */
export function findPartialDates(text: string): PartialDate[] {
  return findWritten(text)
    .filter(({ year, month, day }) => year === null && isCalendarDay(2000, month, day))
    .map(({ span, day, month, weekday }) => ({ span, day, month, weekday }));
}

/** Whether a text names a day, with its year or without. */
export function namesDay(text: string): boolean {
  return findWritten(text).some(isDay);
}

/** Where a text names days, those without a year as well, and times. */
export function findMoments(text: string, options: TimeOptions = {}): Span[] {
  return [...findWritten(text).filter(isDay), ...findTimes(text, options)].map(({ span }) => span);
}

function isDay({ year, month, day }: WrittenDate): boolean {
  return isCalendarDay(year ?? 2000, month, day);
}

/** The date that a run of figures means, as file names and references write it: `250221` (day first), `20210225`, `25.02.21`, `2021-02-25`. Null where it is none. */
export function dateOfDigits(text: string): string | null {
  const digits = text.trim();
  const compact = /^(?:(\d{4})(\d{2})(\d{2})|(\d{2})(\d{2})(\d{2}))$/.exec(digits);
  if (compact === null) return numericDate(digits);
  const [, longYear, longMonth, longDay, day, month, year] = compact;
  if (longYear !== undefined) return checkedDate(Number(longYear), Number(longMonth), Number(longDay));
  return checkedDate(fullYear(String(year)), Number(month), Number(day));
}

const DATE_STARTS: ReadonlySet<unknown> = new Set([
  Weekday,
  The,
  IsoDate,
  NumericDate,
  NumberPair,
  SmallNumber,
  OrdinalWord,
  Month,
]);

/** What every date holds: a month, or figures with marks between them. Asked before the lexer, which costs more than this on text without any. */
const DATE_SIGN = new RegExp(`(?:${Object.keys(MONTHS).join("|")})(?![${LETTER}])|\\d ?[./-] ?\\d`, "i");
const DATE_CORES: ReadonlySet<unknown> = new Set([IsoDate, NumericDate, Month]);
/** What may stand between the first token of a date and its figures or month: "12 th & the 13 th day . of May". */
const DATE_JOINTS: ReadonlySet<unknown> = new Set([
  The,
  NumberPair,
  SmallNumber,
  Ordinal,
  OrdinalWord,
  And,
  To,
  Day,
  Of,
  Stop,
  Comma,
  Hyphen,
  Slash,
]);

/** Whether the words that follow can make a date of the one at hand; a failed parse costs much more than this look. */
function mayBeginDate(tokens: readonly IToken[], index: number): boolean {
  const type = tokens[index]?.tokenType;
  if (!DATE_STARTS.has(type)) return false;
  if (type === IsoDate || type === NumericDate) return true;
  if (type === Month) return AFTER_MONTH.has(tokens[index + 1]?.tokenType);
  let ahead = index + 1;
  while (DATE_JOINTS.has(tokens[ahead]?.tokenType)) ahead++;
  return DATE_CORES.has(tokens[ahead]?.tokenType);
}

const AFTER_MONTH: ReadonlySet<unknown> = new Set([SmallNumber, Stop, The]);

function findWritten(text: string): WrittenDate[] {
  if (!DATE_SIGN.test(text)) return [];
  const tokens = lexDates(text);
  const found: WrittenDate[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    const node = mayBeginDate(tokens, index) ? parseAt("date", tokens, index) : null;
    const written = node === null || isReference(tokens[index - 1], token) ? null : readDate(node);
    if (written === null) index++;
    else {
      found.push(written);
      while ((tokens[index]?.startOffset ?? text.length) < written.span.end) index++;
      if (index >= tokens.length) break;
    }
  }
  return found;
}

// "Item 14 May" and "version 3.12.18" count things, not days.
function isReference(before: IToken | undefined, first: IToken | undefined): boolean {
  if (before === undefined || first === undefined) return false;
  const word = before.image.toLowerCase();
  if (first.tokenType === NumericDate) return [...REFERENCE_WORDS, ...VERSION_WORDS].includes(word);
  return first.tokenType === SmallNumber && REFERENCE_WORDS.includes(word);
}

function readDate(node: CstNode): WrittenDate | null {
  const words = nodesNamed(node, "rest")[0];
  const all = tokensUnder({ ...node, children: { ...node.children, rest: [] } });
  const weekdayToken = tokensNamed(node, "Weekday")[0];
  const from = weekdayToken ?? all.find((token) => token.tokenType !== The);
  const span = spanOfTokens(from === undefined ? [] : all.slice(all.indexOf(from)));
  if (words === undefined || span === null) return null;
  const numbers = readNumbers(node);
  if (numbers === null) return null;
  return {
    ...numbers,
    span,
    weekday: weekdayToken === undefined ? null : (WEEKDAYS[weekdayToken.image.toLowerCase()] ?? null),
    weekdaySpan: weekdayToken === undefined ? null : tokenSpan(weekdayToken),
    isEitherWay: tokensNamed(node, "NumericDate").length > 0 && numbers.day <= 12,
  };
}

function readNumbers(node: CstNode): { day: number; month: number; year: number | null } | null {
  const figures = tokensNamed(node, "IsoDate")[0] ?? tokensNamed(node, "NumericDate")[0];
  if (figures !== undefined) {
    const date = numericDate(figures.image);
    if (date === null) return null;
    const [year, month, day] = date.split("-").map(Number);
    return year === undefined || month === undefined || day === undefined ? null : { year, month, day };
  }
  const worded =
    nodesNamed(node, "dayFirst")[0] ?? nodesNamed(node, "monthFirst")[0] ?? nodesNamed(node, "dayInWords")[0];
  if (worded === undefined) return null;
  const dayWord = (tokensNamed(worded, "day")[0]?.image ?? "").toLowerCase();
  const day = ORDINAL_WORDS[dayWord] ?? Number.parseInt(dayWord, 10);
  const month = MONTHS[(tokensNamed(worded, "Month")[0]?.image ?? "").toLowerCase()];
  if (Number.isNaN(day) || day < 1 || day > 31 || month === undefined) return null;
  const yearNode = nodesNamed(worded, "year")[0];
  const yearToken =
    yearNode && tokensUnder(yearNode).find(({ tokenType }) => tokenType === FourFigures || tokenType === SmallNumber);
  return { day, month, year: yearToken === undefined ? null : fullYear(yearToken.image) };
}

/** Figures between points, strokes or hyphens: year first where it has four figures in front, else day first, or month first where only that can be. */
function numericDate(figures: string): string | null {
  const parts = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(figures.replace(/ /g, ""));
  const [, first, , second, third] = parts ?? [];
  if (first === undefined || second === undefined || third === undefined) return null;
  if (first.length === 4) return checkedDate(Number(first), Number(second), Number(third));
  if (first.length > 2 || (third.length !== 2 && third.length !== 4)) return null;
  const year = fullYear(third);
  return checkedDate(year, Number(second), Number(first)) ?? checkedDate(year, Number(first), Number(second));
}

/** Two figures mean 1970 to 2069. */
function fullYear(figures: string): number {
  const year = Number(figures);
  if (figures.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function checkedDate(year: number, month: number, day: number): string | null {
  return isCalendarDay(year, month, day) && year >= 1800 && year < 2100 ? isoDate(year, month, day) : null;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
