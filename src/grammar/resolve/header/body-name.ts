/** The name of the body that met, and of the authority it belongs to, in the title lines. */

import type { Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { LineNode } from "../../ast.js";
import { findDates, findTimes } from "../../phrases/date.js";
import * as t from "../../tokens.js";
import { BODY_WORDS, MEETING_PHRASE, NAME_END } from "../../vocabulary/bodies.js";
import type { PartContext } from "../context.js";
import { statedText, trimSpan, wordsAt } from "../sourced.js";
import { best } from "./best.js";

export interface BodyName {
  readonly body: Sourced<string> | null;
  readonly organisation: Sourced<string> | null;
}

/** The line that names the body best: in a phrase ("Minutes of a meeting of the …"), set apart, near the top. */
export function findBody(context: PartContext, lines: readonly LineNode[]): BodyName {
  const candidates = lines.flatMap((line, position) => {
    const name = bodyIn(context, line);
    if (name === null) return [];
    const words = context.source.text.slice(name.start, name.end);
    let score = -position * 0.15;
    if (MEETING_PHRASE.test(line.view.text)) score += 2.5;
    if (line.reading.token === t.TitleLine) score += 0.5;
    if (line.view.isSetApart) score += 0.7;
    if (/\b(?:committee|board|partnership|panel|forum|group|governors|governing)\b/i.test(words)) {
      const above = lines[position - 1];
      const authority = above === undefined ? null : bodyIn(context, above);
      // A letterhead: the authority on one line, and on the next its committee.
      const isUnder = authority !== null && isOrganisationBeside(wordsAt(context.source, authority), words);
      score += isUnder ? 0.9 : 0.4;
    }
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
  if (/\b(?:the\s+above|said)\s+(?:council|committee|board|body)\b/i.test(text)) return null;
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
