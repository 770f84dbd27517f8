/** Where a part announces meetings: the lines under a heading of next meetings, and sentences that speak of one. */

import type { LineNode } from "../../ast.js";
import { findDates, namesDay } from "../../phrases/date.js";
import { sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { NEXT_BUSINESS, NEXT_MEETING, NEXT_MEETING_TITLE, OPENS_LIKE_NEXT_TITLE } from "../../vocabulary/meetings.js";
import type { PartContext } from "../context.js";

/** A stretch of text that may hold days of meetings to come. */
export interface Announcement {
  readonly text: string;
  /** Offset of the text in the source. */
  readonly start: number;
  /** Under a heading of next meetings, where a day alone is a meeting; elsewhere the sentence must say so. */
  readonly isTitled: boolean;
  /** A year that the heading gives to the days under it: "Dates for 2026:". */
  readonly year: number | null;
}

/** How many lines a list of days may have. */
const LIST_LINES = 30;
/** From how far before its end a part speaks of its own next meeting and not of another body's. */
const CLOSING_LINES = 14;
/** How many lines at the top may announce it as well. */
const OPENING_LINES = 8;

/** Announcements under headings and at the close; only where these hold no day, what is said of a next meeting in the midst of the business. */
export function findAnnouncements(context: PartContext): Announcement[] {
  // Page headers announce nothing.
  const lines = context.lines.filter(({ reading }) => reading.token !== t.TrailerLine);
  const titles = lines.flatMap((line, index) => (isTitle(line) ? [index] : []));
  const titled = titles.flatMap((index) => under(lines, index));
  const known = new Set(titled.map(({ start }) => start));
  const spoken = lines.flatMap((line, index) => spokenIn(line).map((announcement) => ({ announcement, index })));
  const isTold = titled.some(({ text }) => namesDay(text));
  const closing = isTold ? (titles[0] ?? 0) : lines.length - CLOSING_LINES;
  const business = lines.findIndex(({ reading }) => reading.number !== null || reading.rule === "heading/usual");
  const opening = business === -1 ? OPENING_LINES : Math.min(business, OPENING_LINES);
  const near = spoken.filter(({ index }) => index >= closing || index < opening);
  const own = [...titled, ...near.map(({ announcement }) => announcement)];
  const all = own.some(({ text }) => namesDay(text))
    ? own
    : [...own, ...spoken.map(({ announcement }) => announcement)];
  return all.filter((one) => one.isTitled || !known.has(one.start)).sort((one, other) => one.start - other.start);
}

function isTitle({ view, reading }: LineNode): boolean {
  if (reading.token === t.SignatureLine || reading.token === t.DecisionLine) return false;
  // "…by the playground Date of next meetings: last Thursday of the month" has lost a line break.
  if (/\bDates? of (?:the )?(?:next|future) meetings?\s*[:–-]/.test(view.text)) return true;
  const words = view.text.slice(0, 90);
  if (!OPENS_LIKE_NEXT_TITLE.test(words)) return false;
  const [day] = findDates(view.text, { defaultYear: 2000 });
  const title = day === undefined ? words : words.slice(0, day.span.start);
  const at = NEXT_MEETING_TITLE.exec(title)?.index ?? -1;
  return (
    title.split(/\s+/).length <= 14 &&
    at >= 0 &&
    at <= 45 &&
    !NEXT_BUSINESS.test(title) &&
    !/\b(?:was|were|is|be|will|shall|would|should|has|have|minutes)\b/i.test(title)
  );
}

/** The heading's own line and the lines below it, as long as they are short or hold days. */
function under(lines: readonly LineNode[], index: number): Announcement[] {
  const found: Announcement[] = [];
  let year: number | null = null;
  let idle = 0;
  let isToldInHead = false;
  for (const line of lines.slice(index, index + LIST_LINES)) {
    const { text, span } = line.view;
    const isHead = line === lines[index];
    const isDated = namesDay(text);
    const yearHere = isDated ? null : yearIn(text);
    // Where the heading's own line tells the day, only more days belong to it.
    if (isHead) isToldInHead = isDated;
    else if (endsList(line, isDated || yearHere !== null) || (isToldInHead && !opensWithDay(text, isDated))) break;
    year = yearHere ?? year;
    if (isDated || isHead) idle = 0;
    else if (++idle > 3 || line.view.wordCount > 40) break;
    for (const piece of sentences(text))
      found.push({ text: text.slice(piece.start, piece.end), start: span.start + piece.start, isTitled: true, year });
  }
  return found;
}

/** A line of a list of days, or one that says more of the meetings. */
function opensWithDay(text: string, isDated: boolean): boolean {
  if (!isDated) return text.split(/\s+/).length <= 12 || /\bmeetings?\b/i.test(text);
  const first = findDates(text, { defaultYear: 2000 })[0]?.span.start ?? 0;
  return first <= 30 || /\bmeetings?\b/i.test(text.slice(0, first));
}

const LIST_ENDS: ReadonlySet<unknown> = new Set([
  t.SignatureLine,
  t.CloseLine,
  t.ActionLine,
  t.LabelLine,
  t.TitleLine,
  t.TabLine,
]);

function endsList({ view, reading }: LineNode, hasMoment: boolean): boolean {
  if (LIST_ENDS.has(reading.token)) return true;
  // Over columns of days ("Planning meetings"), or a portal's own label ("Minutes:").
  if (/\bmeetings?\b|^(?:minutes|notes|decision)\s*:?$/i.test(view.text)) return false;
  const isHeading = reading.token === t.HeadingLine || reading.token === t.NumberedLine;
  return isHeading && !hasMoment;
}

/** "Dates for 2026:", "2026": the only year of a text. */
function yearIn(text: string): number | null {
  const years = [...text.matchAll(/(?<![\d/-])20\d\d(?![\d/-])/g)];
  return years.length === 1 ? Number(years[0]?.[0]) : null;
}

function spokenIn({ view, reading }: LineNode): Announcement[] {
  if (reading.token === t.SignatureLine || !NEXT_MEETING.test(view.text)) return [];
  return sentences(view.text).flatMap(({ start, end }) => {
    const text = view.text.slice(start, end);
    return NEXT_MEETING.test(text) && namesDay(text)
      ? [{ text, start: view.span.start + start, isTitled: false, year: null }]
      : [];
  });
}
