/** Body, date, times, place and chair of a part's meeting, from the lines over its business and from where it closed. */

import type { Attendee, Sourced } from "../../model/minutes.js";
import type { Span } from "../../model/source.js";
import { type LineNode, linesOf } from "../ast.js";
import { type DateMention, findDates, findPartialDates, findTimes } from "../phrases/date.js";
import { personLikeness, readPerson } from "../phrases/person.js";
import * as t from "../tokens.js";
import { BODY_WORDS, MEETING_PHRASE, NAME_END } from "../vocabulary/bodies.js";
import type { PartContext } from "./context.js";
import { flowLines } from "./context.js";
import { derived, shift, stated, statedText, trimSpan, wordsAt } from "./sourced.js";
import { findVenue } from "./venue.js";

export interface Header {
  readonly title: Sourced<string> | null;
  readonly body: Sourced<string> | null;
  readonly organisation: Sourced<string> | null;
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

/** The lines over the business: up to the first list of people, number or heading of business. Page headers and a file's own fields come after them. */
function titleBlock(context: PartContext): LineNode[] {
  const lines: LineNode[] = [];
  for (const entry of context.flow.slice(0, 80)) {
    if (entry.kind === "grid") {
      if (entry.reading.use === "people" || entry.reading.use === "actions" || entry.node.rows.length > 8) break;
      lines.push(
        ...linesOf([entry.node]).filter((line) => line.view.text !== "" && line.reading.token !== t.LabelLine),
      );
      continue;
    }
    const { reading, view } = entry.node;
    if (view.text === "") continue;
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

interface Scored<T> {
  readonly value: T;
  readonly score: number;
}

function best<T>(candidates: readonly Scored<T>[]): T | null {
  let winner: Scored<T> | null = null;
  for (const candidate of candidates) if (winner === null || candidate.score > winner.score) winner = candidate;
  return winner?.value ?? null;
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
  return best(
    lines.flatMap((line, position) =>
      findDates(line.view.text).map((mention) => ({
        value: { line, mention },
        score: dateScore(line, mention) - position * 0.08,
      })),
    ),
  );
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

function findBody(context: PartContext, lines: readonly LineNode[]): Pick<Header, "body" | "organisation"> {
  const candidates = lines.flatMap((line, position) => {
    const name = bodyIn(context, line);
    if (name === null) return [];
    const words = context.source.text.slice(name.start, name.end);
    let score = -position * 0.15;
    if (MEETING_PHRASE.test(line.view.text)) score += 2.5;
    if (line.reading.token === t.TitleLine) score += 0.5;
    if (line.view.isSetApart) score += 0.7;
    if (/\b(?:committee|board|partnership|panel|forum|group|governors|governing)\b/i.test(words)) score += 0.4;
    if (words.split(/\s+/).length > 12) score -= 2;
    if (line.reading.token === t.TrailerLine) score -= 0.3;
    return [{ value: name, score }];
  });
  const name = fullest(
    context,
    candidates.map((candidate) => candidate.value),
    best(candidates),
  );
  if (name === null) return { body: null, organisation: null };
  const body = statedText(context.source, name, "header/body");
  const other = candidates.find(
    ({ value }) => value !== name && isOrganisationBeside(wordsAt(context.source, value), body?.value ?? ""),
  );
  return {
    body,
    organisation: other === undefined ? null : statedText(context.source, other.value, "header/organisation"),
  };
}

/** "the Parish Council" in a sentence and "ANYTOWN PARISH COUNCIL" over it are one body: the longer name is its name. */
function fullest(context: PartContext, names: readonly Span[], name: Span | null): Span | null {
  if (name === null) return null;
  const key = (span: Span) => wordsAt(context.source, span).toLowerCase();
  const longer = names.filter(
    (other) => key(other) !== key(name) && key(other).endsWith(key(name)) && key(other).split(" ").length <= 10,
  );
  return longer[0] ?? name;
}

/** A council or trust over a committee of its own. */
function isOrganisationBeside(words: string, body: string): boolean {
  const isKnown = body.toLowerCase().includes(words.toLowerCase()) || words.toLowerCase().includes(body.toLowerCase());
  return (
    !isKnown &&
    !/\bcouncil\b/i.test(body) &&
    words.split(" ").length <= 8 &&
    /\b(?:council|trust|school|university|foundation|authority|college)\b/i.test(words)
  );
}

/** The name of a body in a title line, without "Minutes of a meeting of the" and "held at …". */
function bodyIn(context: PartContext, line: LineNode): Span | null {
  const { text, span } = line.view;
  if (
    !BODY_WORDS.test(text) ||
    line.reading.token === t.FurnitureLine ||
    /^(?:venue|contact|location|place|note|held)\b/i.test(text)
  )
    return null;
  const field = /^(?:title|group|body|committee)\s*[:=]\s*["']?/i.exec(text);
  let start = field?.[0].length ?? 0;
  const phrase =
    MEETING_PHRASE.exec(text.slice(start)) ??
    /^(?:(?:draft|unconfirmed|approved)\s+)?(?:minutes|agenda|notes)\s+(?:of|from|for)\s+(?:the\s+)?/i.exec(
      text.slice(start),
    ) ??
    /^(?:the|a)\s+/i.exec(text.slice(start));
  start += phrase?.[0].length ?? 0;
  let rest = text.slice(start);
  const firstMoment = Math.min(
    ...[...findDates(rest), ...findTimes(rest)].map((mention) => mention.span.start),
    rest.length,
  );
  if (firstMoment < 3) {
    const moments = findDates(rest);
    start += moments[0]?.span.end ?? 0;
    rest = text.slice(start);
  } else rest = rest.slice(0, firstMoment);
  const end = NAME_END.exec(rest);
  if (end !== null && end.index > 2) rest = rest.slice(0, end.index);
  const name = trimSpan(
    context.source,
    { start: span.start + start, end: span.start + start + rest.length },
    /[\s.,:;–—|'"(-]/,
  );
  const from = /^[\s–—:,.|-]+/.exec(context.source.text.slice(name.start, name.end))?.[0].length ?? 0;
  const words = context.source.text.slice(name.start + from, name.end);
  const isNamed = BODY_WORDS.test(words) || (end !== null && /^\s*(?:annual|a\.?g\.?m)/i.test(end[0]));
  return isNamed && words.length >= 3 && words.split(/\s+/).length <= 20
    ? { start: name.start + from, end: name.end }
    : null;
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

const TOOK_CHAIR =
  /([^.;:\n]{3,60}?)\s*,?\s+(?:(?:took|in|assumed|occupied)\s+the\s+chair|(?:was|acted\s+as)\s+(?:in\s+the\s+)?chair(?:man|person|woman)?|(?:chaired|presided|presiding)\b)/i;
const CHAIRED_BY =
  /\b(?:chaired\s+by|presided\s+over\s+by|chair(?:man|person|woman)?\s*[:–-]|called\s+to\s+order\s+by)\s*(?:the\s+chair(?:man|person)?,?\s*)?([^.;\n]{3,60})/i;

/** Who took the chair: by role in the list, else by the words of the opening. */
export function findChair(context: PartContext, attendance: readonly Attendee[]): Sourced<string> | null {
  const listed = attendance.find(
    ({ role, status }) =>
      role !== null &&
      status.value !== "apologies" &&
      /(?:^|\b(?:in\s+the\s+|acting\s+|meeting\s+))chair(?:man|person|woman|ing)?\b/i.test(role.value) &&
      !/\bvice\b|\bgroup\s+chair|\bdeputy\b/i.test(role.value) &&
      role.value.split(/\s+/).length <= 5,
  );
  if (listed !== undefined) return { ...listed.name, rule: "header/chair-role" };
  for (const entry of flowLines(context.flow).slice(0, 60)) {
    const { text, span } = entry.node.view;
    const match = TOOK_CHAIR.exec(text) ?? CHAIRED_BY.exec(text);
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    const start = span.start + match.index + match[0].indexOf(words);
    const person = readPerson(words);
    if (person === null || personLikeness(words.slice(person.name.start, person.name.end)) < 0.5) continue;
    return statedText(context.source, shift(person.name, start), "header/chair-words", 0.85);
  }
  return null;
}
