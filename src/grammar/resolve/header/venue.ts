/** Where the meeting was held. */

import type { Sourced } from "../../../model/minutes.js";
import type { LineNode } from "../../ast.js";
import { findDates, findTimes } from "../../phrases/date.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import type { PartContext } from "../context.js";
import { statedText, trimSpan } from "../sourced.js";

const FIELD = /^(?:venue|location|place|held(?:\s+(?:at|in))?)\s*[:=]\s*/i;
const HELD =
  /\b(?:held|meeting|met|convened|took\s+place|taking\s+place|meeting\s+of\s+.{3,80}?)\s+(?:(?:virtually|remotely|online|on\s+[^,]{3,40}|at\s+\d[\d.:]*\s*(?:[ap]\.?m\.?)?),?\s+)*(?:at|in|via|by|using|on)\s+(?:the\s+)?(?=[A-Z“"'a-z])/i;
const PLACE_WORDS =
  /\b(?:hall|room|offices?|chambers?|school|church|centre|center|library|zoom|teams|skype|online|pavilion|club|institute|house|building|academy|college|theatre|hotel|inn|arms|court|street|road|campus|virtual(?:ly)?|remote(?:ly)?|video\s*conference|teleconference)\b/i;
/** Where a place ends: at a date, a time, or the rest of the sentence. */
const END =
  /\s*(?:,?\s+\b(?:on|at|commencing|starting|from|by)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|the\s+\d)|[.;](?:\s|$)|,?\s+commencing|\s+\(with\b|\bview directions\b)/i;

export function findVenue(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  return fieldVenue(context, lines) ?? heldVenue(context, lines) ?? placeLine(context, lines);
}

function fieldVenue(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const [index, { view }] of lines.entries()) {
    const field = FIELD.exec(view.text);
    const value = lines[index + 1]?.view;
    if (
      field !== null &&
      view.text.length === field[0].trimEnd().length &&
      value !== undefined &&
      value.wordCount <= 20
    ) {
      return venueAt(context, value.span.start, value.span.end, "header/venue-field");
    }
    if (field !== null && view.text.length > field[0].length)
      return venueAt(context, view.span.start + field[0].length, view.span.end, "header/venue-field");
  }
  return null;
}

function heldVenue(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    const held = HELD.exec(view.text);
    if (held === null) continue;
    const start = view.span.start + held.index + held[0].length;
    const rest = view.text.slice(held.index + held[0].length);
    if (findDates(rest)[0]?.span.start === 0 || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\d/i.test(rest)) {
      const later = /\b(?:at|in|via)\s+(?:the\s+)?(?=[A-Z])/.exec(rest);
      if (later === null || findTimes(rest.slice(later.index)).some((time) => time.span.start < later[0].length + 1))
        continue;
      return venueAt(context, start + later.index + later[0].length, view.span.end, "header/venue-held");
    }
    return venueAt(context, start, view.span.end, "header/venue-held");
  }
  return null;
}

/** A title line of its own that names a place: "ON MICROSOFT TEAMS", "Village Hall, 7.30pm". */
function placeLine(context: PartContext, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    if (hasFiniteVerb(view.text) || /\bto\s+[a-z]+\b.*\.$/.test(view.text)) continue;
    if (
      view.line.isTrailer ||
      view.wordCount > 16 ||
      !PLACE_WORDS.test(view.text) ||
      BODY_WORDS.test(view.text.replace(PLACE_WORDS, ""))
    )
      continue;
    const lead =
      /^(?:.*?\b(?:held\s+)?(?:in|at|on|via|by)\s+(?:the\s+)?)(?=[A-Z])/.exec(view.text) ??
      /^(?:in|at|on|via)\s+(?:the\s+)?/i.exec(view.text);
    const isLed = lead !== null && findDates(lead[0]).length === 0;
    const venue = venueAt(context, view.span.start + (isLed ? lead[0].length : 0), view.span.end, "header/venue-line");
    if (venue !== null && PLACE_WORDS.test(venue.value)) return venue;
  }
  return null;
}

function venueAt(context: PartContext, start: number, end: number, rule: string): Sourced<string> | null {
  const text = context.source.text.slice(start, end);
  const moments = [...findDates(text), ...findTimes(text)].map((mention) => mention.span.start);
  const cut = Math.min(END.exec(text)?.index ?? text.length, ...moments);
  const span = trimSpan(context.source, { start, end: start + cut }, /[\s.,;:–—-]/);
  const words = context.source.text.slice(span.start, span.end).replace(/\s+(?:on|at|from|by)$/i, "");
  return words.length < 3
    ? null
    : statedText(context.source, { start: span.start, end: span.start + words.length }, rule, 0.85);
}
