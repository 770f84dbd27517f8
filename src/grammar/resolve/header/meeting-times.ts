/** When the meeting opened and closed: the minutes' own account before the time that was announced. */

import type { Sourced } from "../../../model/minutes.js";
import type { LineNode } from "../../ast.js";
import { findDates, findTimes, type TimeMention } from "../../phrases/date.js";
import { sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import {
  announcesNext,
  CLOSE_SIGN,
  CLOSED,
  NOT_CLOSED,
  NOT_OPENED,
  OPENED,
  TIME_TOLD_BEHIND,
} from "../../vocabulary/meetings.js";
import { flowLines, type PartContext } from "../context.js";
import { derived, shift, stated } from "../sourced.js";

export interface MeetingTimes {
  readonly start: Sourced<string> | null;
  readonly end: Sourced<string> | null;
  /** The time in the title lines; null where only a sentence of the business tells it. */
  readonly announced: Sourced<string> | null;
}

interface Found {
  readonly mention: TimeMention;
  readonly sourced: Sourced<string>;
}

/** How far into the text the opening may be told. */
const OPENING_LINES = 45;

export function findMeetingTimes(context: PartContext, title: readonly LineNode[]): MeetingTimes {
  const lines = flowLines(context.flow).map((entry) => entry.node);
  const [announced, announcedEnd] = announcedTimes(title);
  const opening = lines.slice(0, OPENING_LINES);
  const opened = told(opening, [...opening.keys()], OPENED, NOT_OPENED);
  const closing = [...lines.keys()].filter((index) => CLOSE_SIGN.test(lines[index]?.view.text ?? "")).reverse();
  const closed = told(lines, closing, CLOSED, NOT_CLOSED);
  const start = opened?.sourced ?? announced?.sourced ?? fieldOf(context, START_FIELD);
  const end = closed ?? announcedEnd;
  return {
    start,
    end: end === null ? fieldOf(context, END_FIELD) : afterStart(end, start),
    announced: announced?.sourced ?? null,
  };
}

const NO_LINE = { text: "", span: { start: 0, end: 0 }, wordCount: 0 };

/** The first sentence, in the order given, that tells the time by one of the words. A heading may have its time on the next line. */
function told(lines: readonly LineNode[], order: readonly number[], words: RegExp, others: RegExp): Found | null {
  for (const index of order) {
    const { text, span, wordCount } = lines[index]?.view ?? NO_LINE;
    if (!words.test(text) && !TIME_TOLD_BEHIND.test(text)) continue;
    const pieces = sentences(text);
    for (const [position, sentence] of [...pieces.entries()].reverse()) {
      const said = text.slice(sentence.start, sentence.end);
      const match = words.exec(said);
      if (match === null || others.test(said)) continue;
      const time = timeTold(said, match.index, match.index + match[0].length);
      if (time !== null) return found(time, span.start + sentence.start, "header/time-told");
      // "2.36pm. The Chair closed the meeting."
      const before = pieces[position - 1];
      const alone = before === undefined ? null : timeAlone(text.slice(before.start, before.end));
      if (before !== undefined && alone !== null) return found(alone, span.start + before.start, "header/time-told");
    }
    const isHead = wordCount <= 5 || text.replace(/\s*\([^()]*\)$/, "").split(" ").length <= 5;
    const below = isHead && words.test(text) ? lines[index + 1]?.view : undefined;
    if (below === undefined || below.wordCount > 5) {
      // "Adjournment" over "Moved: Marl. Passed. 6:44 PM."
      const [only, more] = below === undefined || below.wordCount > 16 || wordCount > 3 ? [] : findTimes(below.text);
      if (below !== undefined && only !== undefined && more === undefined && only.isMeridiemStated)
        return found(only, below.span.start, "header/time-below");
      continue;
    }
    const time = findTimes(`at ${below.text}`)[0];
    if (time?.span.start === 3)
      return found({ ...time, span: shift(time.span, -3) }, below.span.start, "header/time-below");
  }
  return null;
}

/** The first time behind the words up to another meeting's, else within them, else the last in front of them. */
function timeTold(said: string, from: number, to: number): TimeMention | null {
  const next = said.search(/\bnext\b|\bfollowing\s+meeting\b/i);
  const times = findTimes(said).filter(({ span }) => next === -1 || next < from || span.start < next);
  if (next !== -1 && next < from) return null;
  return (
    times.find(({ span }) => span.start >= to) ?? times.find(({ span }) => span.start >= from) ?? times.at(-1) ?? null
  );
}

function timeAlone(said: string): TimeMention | null {
  const [time] = said.split(/\s+/).length <= 3 ? findTimes(`at ${said}`) : [];
  return time?.span.start === 3 ? { ...time, span: shift(time.span, -3) } : null;
}

function found(mention: TimeMention, offset: number, rule: string): Found {
  return { mention, sourced: stated(mention.time, shift(mention.span, offset), rule) };
}

/** The time in the title lines, and where a range is printed its end. */
function announcedTimes(lines: readonly LineNode[]): [Found | null, Found | null] {
  for (const line of lines) {
    const { text, span } = line.view;
    if (line.reading.token === t.TrailerLine && !/^(?:start|time|date)\b/i.test(text)) continue;
    const isOfThis = /\bheld\b/i.test(text);
    if (!isOfThis && (announcesNext(text) || CLOSED.test(text))) continue;
    const [first, second] = timesOfTitle(text);
    if (first === undefined) continue;
    const isRange =
      second !== undefined && /^\s*(?:-|–|—|to|until|till)\s*$/i.test(text.slice(first.span.end, second.span.start));
    return [found(first, span.start, "header/time"), isRange ? found(second, span.start, "header/time") : null];
  }
  return [null, null];
}

const FIGURES_ALONE = /^\W*\d{1,2}[.:]\d{2}(?:\s*(?:-|–|—|to)\s*\d{1,2}[.:]\d{2})?\W*$/;
const FOUR_FIGURES_RANGE = /(?<![\d/-])([01]\d|2[0-3])([0-5]\d)(\s*[-–—]\s*)([01]\d|2[0-3])([0-5]\d)(?![\d/-])/;

/** The times of a title line: there figures behind a day or in a cell of their own are times without more words. */
function timesOfTitle(text: string): TimeMention[] {
  const written = findTimes(text, { isBehindDayEvident: true });
  if (written.length > 0) return written;
  if (FIGURES_ALONE.test(text)) return findTimes(`at ${text}`).map((time) => ({ ...time, span: shift(time.span, -3) }));
  const range = findDates(text).length > 0 ? FOUR_FIGURES_RANGE.exec(text) : null;
  if (range === null) return [];
  const [all, hour = "", minute = "", , endHour = "", endMinute = ""] = range;
  const [start, end] = [range.index, range.index + all.length];
  return [
    { span: { start, end: start + 4 }, time: `${hour}:${minute}`, isMeridiemStated: true },
    { span: { start: end - 4, end }, time: `${endHour}:${endMinute}`, isMeridiemStated: true },
  ];
}

const FIELD_TIME = String.raw`\s*[:=]\s*["']?\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):([0-5]\d)`;
const START_FIELD = new RegExp(`^start${FIELD_TIME}`, "i");
const END_FIELD = new RegExp(`^end${FIELD_TIME}`, "i");

/** "start: 2022-05-12T13:00:46Z", as files of a web site have it in front of their text. */
function fieldOf(context: PartContext, field: RegExp): Sourced<string> | null {
  for (const { view } of context.trailer) {
    const match = field.exec(view.text);
    if (match === null) continue;
    const at = view.span.start + match[0].length - 5;
    return stated(`${match[1]}:${match[2]}`, { start: at, end: at + 5 }, "header/time-field");
  }
  return null;
}

/** A close without "am" or "pm" comes after the start; where the start is not known, minutes close in the evening. */
function afterStart({ mention, sourced }: Found, start: Sourced<string> | null): Sourced<string> {
  if (mention.isMeridiemStated) return sourced;
  const isEarly = start === null ? sourced.value >= "08:30" : sourced.value < start.value;
  if (!isEarly || sourced.value >= "12:00") return sourced;
  const hour = Number(sourced.value.slice(0, 2)) + 12;
  return derived(`${hour}${sourced.value.slice(2)}`, sourced.span, "header/close-after-start", 0.8);
}
