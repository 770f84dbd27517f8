/** A body's name within a title line: what is left without "Minutes of a meeting of the", the day, the place and the kind of meeting. */

import type { Span } from "../../../model/source.js";
import type { LineNode } from "../../ast.js";
import { findMoments } from "../../phrases/date.js";
import { personLikeness } from "../../phrases/person.js";
import * as t from "../../tokens.js";
import {
  BODY_WORDS,
  KIND_BEFORE_MEETING,
  KIND_BEHIND,
  MEETING_NUMBER_BEHIND,
  MEETING_PHRASE,
  MINUTES_DASH,
  MINUTES_PHRASE,
  NAME_END,
  PARISH_MEETING,
} from "../../vocabulary/bodies.js";

export interface NameInLine {
  readonly span: Span;
  /** Behind "a meeting of the". */
  readonly isPhrase: boolean;
  /** The kind of a meeting rather than a body: "Minutes of a committee meeting". */
  readonly isKind: boolean;
  /** Behind "title:" or "Committee:". */
  readonly isField: boolean;
  /** In front of a word for its meeting, so a name even without a word for bodies. */
  readonly isCut: boolean;
}

const FIELD =
  /^(?:title|group|body|committee|board|panel|meeting(?:\s+(?:of|title|name))?|name\s+of\s+(?:the\s+)?(?:meeting|committee|group|body)|subject)\s*[:=]\s*["']?/i;
/** Fields and sentences that speak of something else. */
const OTHER_LINE =
  /^(?:venue|contact|location|place\s*[:=]|where|when|held|date|time|note[:s]?\b(?!\s+(?:of|from))|present|apologies|chair|from|sent|to|cc|recording|audio|github|links?|agenda\s+item|in\s+attendance|attendees|clerk|tel|e-?mail|registered|reg\.?\s|website|www|http)\b/i;
const SENTENCE =
  /\b(?:agreed|met\s+to|decided|discussed|considered|was\s+asked|were|has\s+been|have\s+been|would|should|thanked|welcomed|summoned|invited)\b/i;

/** The name in a title line; null where the line speaks of something else. */
export function nameIn(line: LineNode): NameInLine | null {
  const { text, span } = line.view;
  if (/\b(?:the\s+above|said)\s+(?:council|committee|board|body)\b/i.test(text)) return null;
  if (line.reading.token === t.FurnitureLine || OTHER_LINE.test(text)) return null;
  if (/https?:|@|\bview directions\b/i.test(text)) return null;
  if (line.view.line.style.list === "bullet" && !/\bminutes\b/i.test(text) && !FIELD.test(text)) return null;
  let start = FIELD.exec(text)?.[0].length ?? 0;
  start +=
    /^(?:\s*(?:#|\*|-|\d{4}\s|\W*\b(?:draft|unconfirmed|unapproved|confidential)\b\s*[-–—:(])\s*)+/i.exec(
      text.slice(start),
    )?.[0].length ?? 0;
  start += MINUTES_DASH.exec(text.slice(start))?.[0].length ?? 0;
  const phrase = MEETING_PHRASE.exec(text.slice(start));
  const minutes = phrase === null ? MINUTES_PHRASE.exec(text.slice(start)) : null;
  const article = phrase === null && minutes === null ? /^(?:the|a)\s+/i.exec(text.slice(start)) : null;
  start += (phrase ?? minutes ?? article)?.[0].length ?? 0;
  const moments = findMoments(text.slice(start));
  const first = Math.min(...moments.map((moment) => moment.start), text.length);
  if (first < 3) start += Math.max(...moments.filter((moment) => moment.start < 3).map(({ end }) => end));
  let rest = first < 3 ? text.slice(start) : text.slice(start, start + first);
  const parish = PARISH_MEETING.exec(rest);
  const end = parish === null ? NAME_END.exec(rest) : null;
  if (parish !== null) rest = rest.slice(0, parish.index + parish[0].length);
  if (end !== null && end.index > 2) rest = rest.slice(0, end.index);
  if (end !== null && end.index <= 2 && /^\s*(?:meeting|held|minutes)/i.test(rest)) return null;
  rest = rest.replace(KIND_BEHIND, "");
  const lead = /^[\s–—:,.|*#"“(-]+/.exec(rest)?.[0].length ?? 0;
  const words = rest
    .slice(lead)
    .replace(/(?:\s+(?:minutes|notes))?[\s.,;:–—|'"*(_-]*$/i, "")
    .replace(MEETING_NUMBER_BEHIND, "")
    .replace(/[’']$/, "");
  const isCut =
    (end !== null && /^\W*(?:annual|\d*\w*\s*annual|a\.?g\.?m)/i.test(end[0])) || minutes !== null || phrase !== null;
  const isTold = end !== null && /\bmeeting|\bminutes/i.test(end[0]);
  const isBeside = (isCut || isTold) && first >= 3;
  if ((parish === null && !isName(words, isBeside)) || (phrase === null && SENTENCE.test(rest))) return null;
  const at = span.start + start + lead;
  const isIndefinite = minutes?.[1] !== undefined && /^an?$/i.test(minutes[1]);
  const isKind = isIndefinite || (isTold && phrase === null && minutes === null && KIND_BEFORE_MEETING.test(words));
  const isField = FIELD.test(text);
  return {
    span: { start: at, end: at + words.length },
    isPhrase: phrase !== null,
    isKind,
    isField,
    isCut: isCut || parish !== null,
  };
}

/** A word for bodies makes a name; behind or in front of a word for meetings a few words in capitals do. */
function isName(words: string, isBesideMeeting: boolean): boolean {
  const count = words.split(/\s+/).length;
  if (words.length < 2 || count > 20) return false;
  if (BODY_WORDS.test(words)) return words.length >= 3;
  if (!isBesideMeeting || count > 10 || !/^[\p{Lu}\p{N}]/u.test(words)) return false;
  const isCommon =
    /^(?:minutes|meeting|notes|agenda|annual|general|ordinary|special|regular|monthly|last|previous|the|this|next|draft|action|actions|approved|public|open|present|january|february|march|april|may|june|july|august|september|october|november|december|winter|spring|summer|autumn)\b/i.test(
      words,
    );
  return !isCommon && (count > 3 || personLikeness(words) < 0.8);
}
