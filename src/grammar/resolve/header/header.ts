/** Body, date, times, place and chair of a part's meeting, from the lines over its business and from where it closed. */

import type { Sourced } from "../../../model/minutes.js";
import { type GridNode, type LineNode, linesOf } from "../../ast.js";
import { findDates, namesDay } from "../../phrases/date.js";
import * as t from "../../tokens.js";
import { columnRole } from "../../vocabulary/columns.js";
import { TITLE_OF_PAPER } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter } from "../flow/flow.js";
import { stated, statedText } from "../sourced.js";
import { type BodyName, findBody } from "./body-name.js";
import { findMeetingDate } from "./meeting-date.js";
import { findMeetingTimes } from "./meeting-times.js";
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
/** How many lines a page's own headline may stand over the title. */
const TITLE_REACH = 6;
/** How many characters of a line that holds a whole page are its title. */
const OPENING = 260;

export function resolveHeader(context: PartContext, titleLine: LineNode | null): Header {
  const lines = titleBlock(context, titleLine);
  const body = findBody(context, lines);
  const date = findMeetingDate(context, lines);
  const title = titleLine ?? lines[0] ?? null;
  if (date === null) context.report("meeting/no-date", title?.view.span ?? null, "no date of the meeting was found");
  if (body.body === null)
    context.report("meeting/no-body", title?.view.span ?? null, "the name of the body that met was not found");
  const times = findMeetingTimes(context, lines);
  const venue = findVenue(context, lines);
  consumeTitle(context, titleLine, [body.body, date, times.announced, venue]);
  return {
    title: title === null ? null : statedText(context.source, title.view.span, "header/title"),
    ...body,
    date,
    startTime: times.start,
    endTime: times.end,
    venue,
    status: findStatus(lines),
  };
}

const LOG_COLUMNS: ReadonlySet<string> = new Set(["task", "owner", "due", "date"]);

/** The lines over the business: up to the first list of people, number or heading of business. Page headers and a file's own fields come after them. */
function titleBlock(context: PartContext, titleLine: LineNode | null): LineNode[] {
  const lines: LineNode[] = [];
  const dated: LineNode[] = [];
  const titleStart = titleLine?.view.span.start ?? 0;
  for (const [index, entry] of context.flow.slice(0, 80).entries()) {
    if (entry.kind === "grid") {
      if (entry.reading.use === "actions" || entry.node.rows.length > 12) break;
      const fields = fieldLines(entry.node);
      lines.push(...fields);
      dated.push(...fields.filter(isDated));
      if (entry.reading.use === "people") break;
      continue;
    }
    const { reading, view } = entry.node;
    if (view.text === "") continue;
    // The titles of a log's columns end what stands over it.
    if (lines.length > 0 && entry.group === null && LOG_COLUMNS.has(columnRole(view.text) ?? "name")) break;
    if (isLetterhead(context, index)) {
      context.consumed.add(entry);
      continue;
    }
    if (reading.token === t.LabelLine && reading.label?.role === null && lines.length > 0) {
      // Officers in a letterhead stand over the title itself.
      if (dated.length === 0 && titleFollows(context, index)) continue;
      break;
    }
    if (
      (reading.token === t.NumberLine || reading.token === t.NumberedLine) &&
      lines.length > 0 &&
      findDates(view.text).length === 0
    )
      break;
    if (view.wordCount > 60 && isOpening(entry.node) && dated.length === 0) lines.push(shortened(entry.node));
    if (lines.length >= TITLE_LINES || view.wordCount > 60) break;
    // "Minutes of the August meeting" over the title is a headline of the page, not business.
    const isOverTitle = view.span.start < titleStart && lines.length < TITLE_REACH;
    if (
      lines.length > 1 &&
      !isOverTitle &&
      reading.rule === "heading/usual" &&
      !((TITLE_OF_PAPER.test(view.text) || isTitleOverDay(context, index)) && dated.length === 0) &&
      (!isDated(entry.node) || dated.some((line) => !hasSameDay(line, entry.node)))
    )
      break;
    if (reading.token === t.FurnitureLine && /^no\.?\s+item/i.test(view.text)) break;
    lines.push(entry.node);
    if (isDated(entry.node)) dated.push(entry.node);
  }
  return [...lines, ...context.trailer.slice(0, 12)];
}

/** Whether the dated title of the paper stands a few lines further down. */
function titleFollows(context: PartContext, index: number): boolean {
  return context.flow.slice(index + 1, index + 4).some((entry) => {
    if (entry.kind !== "line" || !isDated(entry.node)) return false;
    return entry.node.view.isSetApart && entry.node.view.wordCount <= 14 && entry.node.reading.number === null;
  });
}

/** "Chair: A Smith  Secretary: B Jones" over the title names who holds the offices, not who came. */
function isLetterhead(context: PartContext, index: number): boolean {
  const entry = context.flow[index];
  if (entry?.kind !== "line" || entry.node.reading.label?.role !== "named") return false;
  if ((entry.node.view.text.match(OFFICE) ?? []).length < 2) return false;
  return context.flow
    .slice(index + 1, index + 6)
    .some((below) => below.kind === "line" && PAPER_TITLE.test(below.node.view.text));
}

const OFFICE =
  /\b(?:chair(?:man|person|woman)?|president|secretary|treasurer|clerk|captain|convenor|convener|registrar)\s*:/gi;
const PAPER_TITLE = /^(?:draft\s+|unconfirmed\s+)?(?:minutes?|notes|record)\s+of\b/i;

/** "Minutes of the General Meeting", with the day on the line below. */
function isTitleOverDay(context: PartContext, index: number): boolean {
  const [entry, below] = [context.flow[index], entryAfter(context.flow, index)];
  if (entry?.kind !== "line" || below?.kind !== "line" || !PAPER_TITLE.test(entry.node.view.text)) return false;
  return below.node.reading.number === null && below.node.view.wordCount <= 30 && isDated(below.node);
}

/** A page whose lines have run together opens with its title: "Minutes of the meeting held on … Present: …". */
function isOpening({ view }: LineNode): boolean {
  const opening = view.text.slice(0, OPENING);
  return /\b(?:minutes|meeting)\b/i.test(opening) && findDates(opening).length > 0;
}

function shortened(line: LineNode): LineNode {
  const text = line.view.text.slice(0, OPENING).replace(/\s+\S*$/, "");
  const label = /\b(?:present|attendance|apologies|councillors|attended)\b\s*:?/i.exec(text);
  const kept = label === null || findDates(text.slice(0, label.index)).length === 0 ? text : text.slice(0, label.index);
  const span = { start: line.view.span.start, end: line.view.span.start + kept.length };
  return { ...line, view: { ...line.view, text: kept, span, wordCount: kept.split(/\s+/).length } };
}

function isDated({ view }: LineNode): boolean {
  return namesDay(view.text);
}

/** A page may print its headline twice. */
function hasSameDay(line: LineNode, other: LineNode): boolean {
  const [day] = findDates(line.view.text);
  return day !== undefined && day.date === findDates(other.view.text)[0]?.date;
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
    // A time that stands in the first business does not make its heading a title line.
    if (BUSINESS_HEADING.test(entry.node.view.text)) break;
    context.consumed.add(entry);
  }
}

const BUSINESS_HEADING =
  /^(?:\w{1,4}[.)]\s+)?(?:call\s+to\s+order|welcome|opening|roll\s+call|apologies)\b(?:.{0,40}$|\s*:)/i;

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
