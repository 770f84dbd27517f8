/** Body, date, times, place and chair of a part's meeting, from the lines over its business and from where it closed. */

import type { Sourced } from "../../../model/minutes.js";
import { type GridNode, type LineNode, linesOf } from "../../ast.js";
import { type DateMention, findDates, findPartialDates, findTimes } from "../../phrases/date.js";
import * as t from "../../tokens.js";
import { columnRole } from "../../vocabulary/columns.js";
import type { PartContext } from "../context.js";
import { flowLines } from "../context.js";
import { derived, shift, stated, statedText } from "../sourced.js";
import { type BodyName, best, findBody } from "./body-name.js";
import { findVenue } from "./venue.js";

export interface Header extends BodyName {
  readonly title: Sourced<string> | null;
  readonly date: Sourced<string> | null;
  readonly startTime: Sourced<string> | null;
  readonly endTime: Sourced<string> | null;
  readonly venue: Sourced<string> | null;
  readonly status: Sourced<"draft" | "approved"> | null;
}

/** How many lines from its start a part's title may reach. */
const TITLE_LINES = 24;

export function resolveHeader(context: PartContext, titleLine: LineNode | null): Header {
  const lines = titleBlock(context);
  const body = findBody(context, lines);
  const date = findDate(context, lines);
  const title = titleLine ?? lines[0] ?? null;
  if (date === null) context.report("meeting/no-date", title?.view.span ?? null, "no date of the meeting was found");
  if (body.body === null)
    context.report("meeting/no-body", title?.view.span ?? null, "the name of the body that met was not found");
  const [startTime, statedEnd] = findStart(lines);
  const venue = findVenue(context, lines);
  consumeTitle(context, titleLine, [body.body, date, startTime, venue]);
  return {
    title: title === null ? null : statedText(context.source, title.view.span, "header/title"),
    ...body,
    date,
    startTime,
    endTime: findEnd(context) ?? statedEnd,
    venue,
    status: findStatus(lines),
  };
}

const LOG_COLUMNS: ReadonlySet<string> = new Set(["task", "owner", "due", "date"]);

/** The lines over the business: up to the first list of people, number or heading of business. Page headers and a file's own fields come after them. */
function titleBlock(context: PartContext): LineNode[] {
  const lines: LineNode[] = [];
  for (const entry of context.flow.slice(0, 80)) {
    if (entry.kind === "grid") {
      if (entry.reading.use === "actions" || entry.node.rows.length > 12) break;
      lines.push(...fieldLines(entry.node));
      if (entry.reading.use === "people") break;
      continue;
    }
    const { reading, view } = entry.node;
    if (view.text === "") continue;
    // The titles of a log's columns end what stands over it.
    if (lines.length > 0 && entry.group === null && LOG_COLUMNS.has(columnRole(view.text) ?? "name")) break;
    if (reading.token === t.LabelLine && reading.label?.role === null && lines.length > 0) break;
    if (
      (reading.token === t.NumberLine || reading.token === t.NumberedLine) &&
      lines.length > 0 &&
      findDates(view.text).length === 0
    )
      break;
    if (lines.length >= TITLE_LINES || view.wordCount > 60) break;
    if (lines.length > 1 && reading.rule === "heading/usual" && findPartialDates(view.text).length === 0) break;
    if (reading.token === t.FurnitureLine && /^no\.?\s+item/i.test(view.text)) break;
    lines.push(entry.node);
  }
  return [...lines, ...context.trailer.slice(0, 12)];
}

/** The rows of a grid over its first list of people: "Date:" beside a day, "Location:" beside a hall. */
function fieldLines(grid: GridNode): LineNode[] {
  const people = grid.rows.findIndex((row) =>
    row.some((cell) => cell.blocks.some((block) => block.kind === "section")),
  );
  const rows = people === -1 ? grid.rows : grid.rows.slice(0, people);
  return rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks))).filter((line) => line.view.text !== "");
}

/** Lines over the business that have told something, and those between them, head no business. */
function consumeTitle(
  context: PartContext,
  titleLine: LineNode | null,
  values: readonly (Sourced<string> | null)[],
): void {
  const ends = values.flatMap((value) =>
    value === null || value.span.start >= context.source.trailerStart ? [] : [value.span.end],
  );
  const end = Math.max(titleLine?.view.span.end ?? 0, ...ends);
  for (const entry of context.flow.slice(0, TITLE_LINES)) {
    if (entry.kind !== "line" || entry.node.view.span.start >= end) break;
    if (entry.node.reading.token === t.LabelLine || entry.node.reading.number !== null) break;
    context.consumed.add(entry);
  }
}

function findDate(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  const inTitle =
    bestDate(lines) ??
    bestDate(
      flowLines(context.flow)
        .slice(0, 40)
        .map((entry) => entry.node)
        .filter((line) => line.view.wordCount < 40),
    );
  if (inTitle !== null) {
    const { line, mention } = inTitle;
    if (mention.weekday !== null && !mention.weekday.isRight) {
      context.report(
        "meeting/weekday-mismatch",
        shift(mention.span, line.view.span.start),
        `${mention.date} is no such weekday`,
      );
    }
    return stated(mention.date, shift(mention.span, line.view.span.start), "header/date");
  }
  return dateWithoutYear(context, lines);
}

function bestDate(lines: readonly LineNode[]): { line: LineNode; mention: DateMention } | null {
  const candidates = lines.flatMap((line, position) =>
    findDates(line.view.text).map((mention) => ({
      value: { line, mention },
      score: dateScore(line, mention) - position * 0.08,
    })),
  );
  // Words such as "by" or "last" in front of the only date say that it is another day's.
  return best(candidates.filter((candidate) => candidate.score > -3.2));
}

function dateScore(line: LineNode, mention: DateMention): number {
  const before = line.view.text.slice(0, mention.span.start);
  let score = mention.weekday === null ? 0 : 1.5;
  if (/\b(?:held|meeting|minutes|agenda|date)\b/i.test(line.view.text)) score += 1.5;
  if (line.reading.token === t.TitleLine) score += 1;
  if (line.view.isSetApart) score += 0.5;
  if (line.view.wordCount > 30) score -= 1;
  if (/\b(?:previous|last|next|approved|signed|published|updated|circulated|adopted|posted|created)\b/i.test(before))
    score -= 4;
  if (line.reading.token === t.TrailerLine) score -= 0.5;
  if (/\b(?:by|before|due|until|deadline|from)\s+(?:the\s+)?$/i.test(before) || line.reading.token === t.ActionLine)
    score -= 4;
  return score;
}

/** A year that is not printed is that of the document's other dates. */
function dateWithoutYear(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  const created = context.source.metadata.created;
  const years = findDates(context.source.text.slice(0, 60_000)).map((mention) => Number(mention.date.slice(0, 4)));
  const year = created === null ? years[0] : Number(created.slice(0, 4));
  const line = lines.find((candidate) => findPartialDates(candidate.view.text).length > 0);
  if (year === undefined || line === undefined) return null;
  const inYear = findDates(line.view.text, { defaultYear: year })[0];
  // A file is not older than the meeting that it tells of.
  const isLater = created !== null && inYear !== undefined && inYear.date > created.slice(0, 10);
  const mention = isLater ? findDates(line.view.text, { defaultYear: year - 1 })[0] : inYear;
  return mention === undefined
    ? null
    : derived(mention.date, shift(mention.span, line.view.span.start), "header/date-without-year", 0.7);
}

/** Start (and end, where a range is printed) in the title lines. */
function findStart(lines: readonly LineNode[]): [Sourced<string> | null, Sourced<string> | null] {
  for (const line of lines) {
    const isField = line.reading.token === t.TrailerLine;
    if (isField && !/^(?:start|time|date)\b/i.test(line.view.text)) continue;
    const times = findTimes(line.view.text);
    const first = times[0];
    if (first === undefined) continue;
    const start = stated(first.time, shift(first.span, line.view.span.start), "header/time");
    const second = times[1];
    const isRange =
      second !== undefined &&
      /^\s*(?:-|–|—|to|until)\s*$/i.test(line.view.text.slice(first.span.end, second.span.start));
    return [start, isRange ? stated(second.time, shift(second.span, line.view.span.start), "header/time") : null];
  }
  return [null, null];
}

const CLOSED =
  /\b(?:meeting|session|proceedings)\b.{0,60}\b(?:closed|ended|finished|concluded|adjourned|terminated|close|declared closed)\b|\b(?:closed|adjourned|ended|concluded)\b.{0,30}\bmeeting\b|^(?:close[ds]?|closure|meeting close[ds]?|ended|finish(?:ed)?|adjourn(?:ed|ment)?)\b|no (?:further|other) business/i;

/** The last line that says when the meeting closed. */
function findEnd(context: PartContext): Sourced<string> | null {
  const lines = flowLines(context.flow);
  for (const entry of [...lines].reverse()) {
    const { text, span } = entry.node.view;
    const time = findTimes(text).at(-1);
    if (
      time !== undefined &&
      (entry.node.reading.token === t.CloseLine || CLOSED.test(text)) &&
      !/\bnext\b|\bcommenc/i.test(text)
    ) {
      return stated(time.time, shift(time.span, span.start), "header/close");
    }
  }
  return null;
}

function findStatus(lines: readonly LineNode[]): Header["status"] {
  for (const line of lines.slice(0, 10)) {
    const match =
      /\b(draft|unconfirmed|unapproved|subject to (?:approval|confirmation))\b/i.exec(line.view.text) ??
      /\b(approved|confirmed)\s+minutes\b/i.exec(line.view.text);
    if (match === null) continue;
    const span = {
      start: line.view.span.start + match.index,
      end: line.view.span.start + match.index + match[0].length,
    };
    return stated(/^(?:approved|confirmed)/i.test(match[0]) ? "approved" : "draft", span, "header/status");
  }
  return null;
}
