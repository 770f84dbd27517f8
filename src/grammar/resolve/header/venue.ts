/** Where the meeting was held. */

import type { Sourced } from "../../../model/minutes.js";
import type { LineNode } from "../../ast.js";
import { findDates, findMoments, findPartialDates, findTimes } from "../../phrases/date.js";
import { personLikeness } from "../../phrases/person.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import { announcesNext } from "../../vocabulary/meetings.js";
import {
  BODY_ROOM,
  HELD,
  MEANS,
  MET_ON_LINE,
  NO_PLACE,
  NO_PLACE_LINE,
  NOT_BESIDE_DAY,
  PLACE_END,
  PLACE_WITHIN,
  PLACE_WORDS,
  VENUE_FIELD,
} from "../../vocabulary/places.js";
import { flowLines, type PartContext } from "../context.js";
import { statedText, trimSpan } from "../sourced.js";

/** A field, else the words behind "held", else what stands beside the day, else a line that names a place. */
export function findVenue(context: PartContext, title: readonly LineNode[]): Sourced<string> | null {
  const lines = title.filter(({ view }) => !announcesNext(view.text) || /\bheld\b/i.test(view.text));
  return (
    fieldVenue(context, lines) ??
    heldVenue(context, lines) ??
    besideDay(context, lines) ??
    placeLine(context, lines) ??
    underDay(context, lines) ??
    onLine(context)
  );
}

function fieldVenue(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const [index, { view }] of lines.entries()) {
    const field = VENUE_FIELD.exec(view.text);
    if (field === null) continue;
    const value = lines[index + 1]?.view;
    const isAlone = view.text.length === field[0].trimEnd().length;
    if (isAlone && value !== undefined && value.wordCount <= 20)
      return venueAt(context, value.span.start, value.span.end, "header/venue-field", 0.95);
    if (!isAlone) return venueAt(context, view.span.start + field[0].length, view.span.end, "header/venue-field", 0.95);
  }
  return null;
}

function heldVenue(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    const held = HELD.exec(view.text);
    if (held === null) continue;
    const from = held.index + held[0].length;
    const rest = view.text.slice(from);
    const isDay = findDates(rest)[0]?.span.start === 0 || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\d/i.test(rest);
    const start = isDay || NO_PLACE.test(rest) ? from + placeAfterDay(rest) : from;
    if (start < from) continue;
    const venue = venueAt(context, view.span.start + start, view.span.end, "header/venue-held", 0.9);
    if (venue !== null && !MEANS.test(venue.value)) return venue;
  }
  return null;
}

/** Offset of the place in "Tuesday 4 May at 7 pm in the Boat House"; below zero where none follows. */
function placeAfterDay(rest: string): number {
  for (const later of rest.matchAll(
    /\b(?:(?:at|in|via|on)\s+(?:the\s+)?(?=\p{Lu})|by\s+(?=Zoom|(?:MS|Microsoft)\s|Teams|Video|Tele|Web|Skype|Google))/gu,
  )) {
    const from = later.index + later[0].length;
    const isMoment =
      findDates(rest.slice(from))[0]?.span.start === 0 ||
      findPartialDates(rest.slice(from))[0]?.span.start === 0 ||
      findTimes(rest.slice(later.index)).some((time) => time.span.start < later[0].length + 1);
    if (!isMoment && !NO_PLACE.test(rest.slice(from))) return from;
  }
  return Number.NEGATIVE_INFINITY;
}

/** "Thursday 4 May 2021, 7 pm, the Boat House": what a title line says beside its day and hour. */
function besideDay(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    const { text } = view;
    if (view.line.isTrailer || view.wordCount > 40 || (hasFiniteVerb(text) && /[.;]$/.test(text))) continue;
    const moments = findMoments(text, { isBehindDayEvident: true }).sort((one, other) => one.start - other.start);
    const last = Math.max(0, ...moments.map(({ end }) => end));
    if (moments.length === 0) continue;
    const gaps = [{ start: last, end: text.length, isBehind: true }];
    for (const [index, { start }] of moments.entries())
      gaps.push({ start: moments[index - 1]?.end ?? 0, end: start, isBehind: index > 0 });
    for (const gap of gaps) {
      const lead =
        /^[\s,|·•–—:;-]*(?:[\d.:]+\s*(?:for|[-–—])\s*[\d.:]+[\s,]*)?(?:(?:at|in|on|via|by)\s+)?(?:the\s+)?/i.exec(
          text.slice(gap.start, gap.end),
        );
      const start = gap.start + (lead?.[0].length ?? 0);
      const words = text.slice(start, gap.end).replace(/[\s,|·•–—:;(-]+(?:at|on|from|in)?[\s,|·–—:;(-]*$/i, "");
      const isMeans = /\bby\s/i.test(lead?.[0] ?? "") && MEANS.test(words);
      if (isMeans || !isPlace(words, gap.isBehind)) continue;
      return venueAt(
        context,
        view.span.start + start,
        view.span.start + start + words.length,
        "header/venue-beside",
        PLACE_WORDS.test(words) ? 0.85 : 0.7,
      );
    }
  }
  return null;
}

function isPlace(words: string, isBehindDay: boolean): boolean {
  const count = words.split(/\s+/).length;
  if (
    words.length < 3 ||
    count > 14 ||
    NOT_BESIDE_DAY.test(
      words.replace(BODY_ROOM, "Room").replace(/\b(?:meeting|public)\s+(?:room|house|hall|library)\b/gi, ""),
    )
  )
    return false;
  if (isBody(words)) return false;
  if (PLACE_WORDS.test(words)) return true;
  if (isBehindDay && count <= 8 && PLACE_WITHIN.test(words)) return true;
  return isBehindDay && /^[\p{Lu}\d]/u.test(words) && count <= 6 && personLikeness(words) < 0.9;
}

/** The name of a body, and not that of its room. */
function isBody(words: string): boolean {
  return BODY_WORDS.test(words.replace(BODY_ROOM, " ").replace(PLACE_WORDS, " "));
}

/** A title line of its own that names a place: "ON MICROSOFT TEAMS", "Village Hall, High Street"; a letterhead over the title is none. */
function placeLine(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const [index, { view }] of lines.entries()) {
    if (view.line.isTrailer || view.wordCount > 16 || !PLACE_WORDS.test(view.text) || isBody(view.text)) continue;
    if (hasFiniteVerb(view.text) || NO_PLACE_LINE.test(view.text) || /\bto\s+[a-z]+\b.*\.$/.test(view.text)) continue;
    if (isBusiness(lines[index + 1])) continue;
    const above = lines.slice(0, index);
    const isUnderTitle = above.some(
      ({ view: { text } }) => /\b(?:minutes|meeting|held)\b/i.test(text) || findDates(text).length > 0,
    );
    if (!isUnderTitle && !/^(?:held\s+)?(?:in|at|on|via|by)\b/i.test(view.text)) continue;
    const lead =
      /^(?:[^,]{0,30}?\b(?:held\s+)?(?:in|at|on|via|by)\s+(?:the\s+)?)(?=\p{Lu})/u.exec(view.text) ??
      /^(?:in|at|on|via)\s+(?:the\s+)?/i.exec(view.text);
    const isLed = lead !== null && findDates(lead[0]).length === 0;
    const venue = venueAt(
      context,
      view.span.start + (isLed ? lead[0].length : 0),
      view.span.end,
      "header/venue-line",
      0.85,
    );
    if (venue !== null && PLACE_WORDS.test(venue.value)) return venue;
  }
  return null;
}

/** "Tidewater Tech, Marlport, ME": a line set apart right under the day, in parts that all have capitals. */
function underDay(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const [index, { view }] of lines.entries()) {
    const above = lines[index - 1]?.view;
    if (above === undefined || view.line.isTrailer || !view.isSetApart || view.wordCount > 9) continue;
    const [day] = findDates(above.text);
    if (day === undefined || above.wordCount > 8 || findDates(view.text).length > 0) continue;
    const isNamed =
      /^[\p{Lu}\d][^:;.()]*,\s*[\p{Lu}\d][^:;()]*$/u.test(view.text) && !/(?:^|[\s,])\p{Ll}{5,}/u.test(view.text);
    if (!isNamed || isBody(view.text) || NO_PLACE_LINE.test(view.text) || NOT_BESIDE_DAY.test(view.text)) continue;
    if (view.text.split(",").every((piece) => personLikeness(piece.trim()) >= 0.8)) continue;
    return venueAt(context, view.span.start, view.span.end, "header/venue-under-day", 0.7);
  }
  return null;
}

/** How many lines from the top may say that all met on line. */
const OPENING_LINES = 60;

function onLine(context: PartContext): Sourced<string> | null {
  for (const { node } of flowLines(context.flow).slice(0, OPENING_LINES)) {
    const { text, span, wordCount } = node.view;
    const match = wordCount <= 40 && !announcesNext(text) ? MET_ON_LINE.exec(text) : null;
    const words = match?.[1];
    if (match === null || words === undefined || /\b(?:last|previous|future|will|training)\b/i.test(text)) continue;
    const start = span.start + match.index + match[0].lastIndexOf(words);
    return statedText(context.source, { start, end: start + words.length }, "header/venue-on-line", 0.7);
  }
  return null;
}

/** "Quay wall" over "It leans.": a sentence of business below makes the line its heading. */
function isBusiness(below: LineNode | undefined): boolean {
  const text = below?.view.text ?? "";
  return (
    /[.!?]$/.test(text) &&
    findDates(text).length === 0 &&
    !/\b(?:meeting|chair\w*|present|attend\w*|apologies|minutes)\b/i.test(text)
  );
}

function venueAt(
  context: PartContext,
  start: number,
  end: number,
  rule: string,
  confidence: number,
): Sourced<string> | null {
  const text = context.source.text.slice(start, end);
  const cut = Math.min(PLACE_END.exec(text)?.index ?? text.length, ...findMoments(text).map((moment) => moment.start));
  const span = trimSpan(context.source, { start, end: start + cut }, /[\s.,;:–—|·(-]/);
  const words = context.source.text.slice(span.start, span.end).replace(/[\s,]+(?:on|at|from|by)$/i, "");
  return words.length < 3 || /^(?:the|and)$/i.test(words)
    ? null
    : statedText(context.source, { start: span.start, end: span.start + words.length }, rule, confidence);
}
