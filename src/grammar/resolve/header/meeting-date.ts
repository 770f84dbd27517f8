/** The day of the meeting: the best date of the title lines, else of an opening sentence; a year not printed comes from the document's other dates. */

import type { Sourced } from "../../../model/minutes.js";
import type { LineNode } from "../../ast.js";
import { type DateMention, findDates, findPartialDates, type PartialDate, weekdayOf } from "../../phrases/date.js";
import * as t from "../../tokens.js";
import { APPROVAL_AT_NEXT, announcesNext, NEXT_MEETING } from "../../vocabulary/meetings.js";
import { flowLines, type PartContext } from "../context.js";
import { derived, shift, stated } from "../sourced.js";
import { best } from "./best.js";

export function findMeetingDate(context: PartContext, title: readonly LineNode[]): Sourced<string> | null {
  const isMonthFirst = context.document.writesMonthFirst;
  const found =
    bestDate(title, isMonthFirst, -3.2) ??
    dateWithoutYear(context, title) ??
    bestDate(openingLines(context), isMonthFirst, 0);
  if (found === null || "value" in found) return found;
  const span = shift(found.mention.span, found.line.view.span.start);
  if (found.mention.weekday !== null && !found.mention.weekday.isRight)
    context.report("meeting/weekday-mismatch", span, `${found.mention.date} is no such weekday`);
  return stated(found.mention.date, span, "header/date");
}

interface DatedLine {
  readonly line: LineNode;
  readonly mention: DateMention;
}

/** Words such as "by" or "last" in front of the only date say that it is another day's: what scores under the floor is none. */
function bestDate(lines: readonly LineNode[], isMonthFirst: boolean, floor: number): DatedLine | null {
  const candidates = lines.flatMap((line, position) =>
    findDates(line.view.text, { isMonthFirst }).map((mention) => ({
      value: { line, mention },
      score: dateScore(line, mention) - position * 0.08,
    })),
  );
  return best(candidates.filter((candidate) => candidate.score > floor));
}

const OTHER_DAY =
  /\b(?:previous|last|next|future|approved|signed|published|updated|circulated|adopted|posted|created|issued|printed|amended|revised|dated|due|deadline)\b/i;

function dateScore(line: LineNode, mention: DateMention): number {
  const { text } = line.view;
  const before = text.slice(0, mention.span.start).replace(APPROVAL_AT_NEXT, " ");
  let score = mention.weekday === null ? 0 : mention.weekday.isRight ? 1.5 : 0.7;
  if (/\b(?:held|meeting|minutes|agenda|date|met|convened|agm)\b/i.test(text)) score += 1.5;
  if (line.reading.token === t.TitleLine) score += 1;
  if (line.view.isSetApart) score += 0.5;
  if (line.view.wordCount > 30) score -= 1;
  if (OTHER_DAY.test(before) || NEXT_MEETING.test(before)) score -= 4;
  // "Minutes of the meeting held on …" as an item of business is about the meeting before.
  if (line.reading.number !== null && /\bminutes\b/i.test(before)) score -= 4;
  if (line.reading.token === t.TrailerLine) score -= 0.5;
  if (/\b(?:by|before|until|from|since)\s+(?:the\s+)?$/i.test(before) || line.reading.token === t.ActionLine)
    score -= 4;
  return score;
}

/** Lines under the title block that say when this meeting was held, by the words for a meeting or by the weekday; other days of the text are other events. */
function openingLines(context: PartContext): LineNode[] {
  return flowLines(context.flow)
    .slice(0, 40)
    .map((entry) => entry.node)
    .filter(
      ({ view, reading }) =>
        view.wordCount < 40 &&
        reading.number === null &&
        !/\bminutes\s+(?:of|from|for)\b.*\b(?:were|was|approved|agreed|confirmed|taken)\b/i.test(view.text) &&
        (isDayAlone(view)
          ? view.isSetApart || findDates(view.text)[0]?.weekday !== null
          : /\b(?:meeting|agm|minutes)\b[^.]{0,80}\b(?:held|convened|took\s+place|of|on)\b|\bmet\s+on\b|^date\b/i.test(
              view.text,
            )),
    );
}

/** A line that opens with a day and says little more. */
function isDayAlone(view: LineNode["view"]): boolean {
  return view.wordCount <= 8 && findDates(view.text)[0]?.span.start === 0;
}

/** A year that is not printed is that of the document's other dates: the one nearest to most of them on which the weekday is right. */
function dateWithoutYear(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const line of lines) {
    const { text, span } = line.view;
    if (announcesNext(text) || line.reading.token === t.ActionLine) continue;
    const partial = findPartialDates(text)[0];
    if (partial === undefined || OTHER_DAY.test(text.slice(0, partial.span.start))) continue;
    const year = yearOf(partial, context, lines);
    const date = year === null ? undefined : findDates(text, { defaultYear: year })[0]?.date;
    if (date !== undefined) return derived(date, shift(partial.span, span.start), "header/date-without-year", 0.7);
  }
  return null;
}

const DAY = 86_400_000;

function yearOf(partial: PartialDate, context: PartContext, lines: readonly LineNode[]): number | null {
  const created = context.source.metadata.created?.slice(0, 10) ?? null;
  const printed = lines.flatMap(({ view }) =>
    [...view.text.matchAll(/(?<![\d/-])(?:19|20)\d\d(?![\d/-])/g)].map(Number),
  );
  const others = context.document.dates;
  const dates = created === null ? others : [...others, created, created];
  const years = new Set([...dates.map((date) => Number(date.slice(0, 4))), ...printed]);
  for (const year of [...years]) years.add(year - 1).add(year + 1);
  const scored = [...years].flatMap((year) => {
    const date = isoDay(year, partial);
    if (partial.weekday !== null && weekdayOf(date) !== partial.weekday) return [];
    // A file is not older than the meeting that it tells of.
    const isLater = created !== null && date > created;
    const score = dates.reduce((sum, other) => sum + nearness(date, other), 0) - (isLater ? 4 : 0);
    return [{ value: year, score: score + (printed.includes(year) ? 3 : 0) }];
  });
  return best(scored.filter(({ score }) => score > 0));
}

/** 1 on the same day, falling to 0 over ten months. */
function nearness(one: string, other: string): number {
  return Math.max(0, 1 - Math.abs(Date.parse(one) - Date.parse(other)) / (300 * DAY));
}

function isoDay(year: number, { month, day }: PartialDate): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
