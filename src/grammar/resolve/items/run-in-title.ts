/** Where a title ends that shares its line with the words under it: at a change of type, at a mark, or where a sentence begins. */

import { readDecision } from "../../phrases/decision.js";
import { personLikeness } from "../../phrases/person.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import { FUNCTION_WORD, OUTCOME, PAST_VERB, SENTENCE_OPENER, USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { FlowLine } from "../flow/flow.js";

const DECISION_OPENER = /^(?:RESOLVED|Resolved|AGREED)/;

/** Titles are shorter than this. */
const LONGEST_TITLE = 30;

/** The title at the start of a line's words, from an offset; null where the words are no title with text behind it. */
export function runInTitleOf(entry: FlowLine, from: number): string | null {
  const { view } = entry.node;
  const words = view.text.slice(from);
  return emphasisedTitle(entry, from) ?? runInTitle(words);
}

/** "Apologies: none were received" → "Apologies". Null where the words have no title in front of a colon, a dash or a sentence. */
export function runInTitle(words: string): string | null {
  const list = titleBeforeList(words);
  if (list !== null) return runInTitle(list) ?? list;
  const capitals = capitalsTitle(words);
  if (capitals !== null) return capitals;
  const beforeMark = titleBeforeMark(words);
  const beforeSentence = titleBeforeSentence(words);
  if (beforeMark === null || beforeSentence === null) return beforeMark ?? beforeSentence;
  return beforeMark.length <= beforeSentence.length ? beforeMark : beforeSentence;
}

/** "Correspondence i. A letter had come. ii. …", "School lane a. The gate was hung. b. …": a list run on behind the title. */
function titleBeforeList(words: string): string | null {
  const match = /^([^.;?!]{2,110}?)\s+(?:([ai1])[.)]|\(([ai1])\))\s+(?=["'“‘(£]?[\p{Lu}\d])/u.exec(words);
  const title = match?.[1];
  if (match === null || title === undefined || hasFiniteVerb(title) || FUNCTION_WORD.test(title)) return null;
  const rest = words.slice(match[0].length);
  return rest.split(/\s+/, 4).length >= 3 ? title.replace(/[\s:–-]+$/, "") : null;
}

/** Fewer letters in capitals are initials or a name: "NCC", "BMcG". */
const FEWEST_CAPITALS = 4;

const OPENS_IN_CAPITALS = /^\s*\p{Lu}[^\s\p{Ll}]*(?:\s|$)/u;

/** Whether capitals end with a mark that is no part of an abbreviation ("A.B."). */
function isMarkedOff(capitals: string): boolean {
  const last = /\S+$/.exec(capitals)?.[0] ?? "";
  return /[.:]$/.test(last) && !/^(?:\p{Lu}\.)+$/u.test(last);
}

/** "PUBLIC FORUM There were two questions.", "GREEN. It was wet.", "NEXT MEETING 21st September": capitals, then a sentence on the same line. */
export function capitalsTitle(words: string): string | null {
  // "HIGHWAYS-Potholes were filled.": a mark with no blank around it.
  const tight = /^(\p{Lu}[\p{Lu}\s&'’/,]*\p{Lu})\s?[.:]?[–—-]+(?=["'“‘(£]?(?:\p{Lu}\p{Ll}|\d))/u.exec(words)?.[1];
  if (tight !== undefined && tight.replace(/\P{Lu}/gu, "").length >= FEWEST_CAPITALS && readDecision(tight) === null)
    return tight;
  if (!OPENS_IN_CAPITALS.test(words)) return null;
  let end = 0;
  let following = "";
  for (const match of words.slice(0, 300).matchAll(/\S+/g)) {
    const [token] = match;
    const isOpen = end === 0 || !isMarkedOff(words.slice(0, end));
    if (!isOpen || /\p{Ll}/u.test(token) || /^[\d£]/.test(token) || !/^[\p{Lu}(&/–-]/u.test(token)) {
      following = token;
      break;
    }
    end = match.index + token.length;
  }
  let title = words.slice(0, end).trim();
  // "WORSHIP A letter had come": the article opens the sentence.
  const hasArticle = /\s[AI]$/.test(title);
  if (hasArticle) title = title.slice(0, -2).trim();
  const isClosed = /[.:–-]$/.test(title);
  const opensText =
    hasArticle || /^["'“‘(£]?\p{Lu}/u.test(following) || /^\d+(?:st|nd|rd|th)\b|^\d+\/\d+\/\p{Lu}/u.test(following);
  if (following === "" || !(opensText || (isClosed && following !== ""))) return null;
  const letters = title.replace(/[^\p{Lu}]/gu, "").length;
  if (letters < FEWEST_CAPITALS && !(isClosed && /^\p{Lu}{3}/u.test(title))) return null;
  const rest = words.slice(end);
  // "CCTV Lamppost Testing", "SEND Information Report – approved": capitals that begin a title.
  if (!isClosed && /^\s+(?:\p{Lu}\p{Ll}+\s+){2,}[–—-]\s/u.test(rest)) return null;
  const isSentence = hasFiniteVerb(rest) || PAST_VERB.test(rest) || (letters >= 8 && /[.!?]$/.test(rest));
  if (!isClosed && !isSentence && !USUAL_BUSINESS.test(title)) return null;
  if (!/\p{Ll}/u.test(rest) || readDecision(title) !== null) return null;
  return title.replace(/[\s.:–-]+$/, "");
}

/** "**Finance** The treasurer reported …": bold or underlined words, then others. */
export function emphasisedTitle(entry: FlowLine, from: number): string | null {
  const { line, span, text } = entry.node.view;
  const start = span.start + from;
  let end = start;
  for (const emphasis of line.emphases) {
    if (emphasis.kind !== "bold" && emphasis.kind !== "underline") continue;
    if (emphasis.span.start <= end + 2 && emphasis.span.end > end) end = emphasis.span.end;
  }
  const title = text.slice(from, end - span.start).trim();
  const rest = text.slice(Math.max(from, end - span.start)).trim();
  if (
    !(/\p{L}{2}/u.test(title) || USUAL_BUSINESS.test(title)) ||
    !/\p{L}{2}/u.test(rest) ||
    title.split(/\s+/).length > LONGEST_TITLE
  )
    return null;
  // "**Repairs to the** roof", "**AB** to write", "**RESOLVED** that": the type changes inside a sentence.
  if (FUNCTION_WORD.test(title) || (/^\p{Ll}/u.test(rest) && !/[:.–—-]$/.test(title))) return null;
  if (readDecision(title) !== null || personLikeness(title.replace(/[:.]$/, "")) >= 0.8) return null;
  return title;
}

/** "Apologies: none were received", "Finance – The treasurer reported …". */
export function titleBeforeMark(words: string): string | null {
  // "Elections (neither post was contested by more than one): …": a remark in brackets is no part of the title.
  const remark = /^\s*([^.:;?!(]{2,90}?)\s+\((?=[^)]{30})([^)]*)/.exec(words);
  if (remark !== null && hasFiniteVerb(remark[2] ?? "") && !hasFiniteVerb(remark[1] ?? "")) return remark[1] ?? null;
  const bidden = titleOfAgendaLine(words);
  if (bidden !== null) return bidden;
  const match =
    /^\s*([^.:;?!]{2,110}?)\s*([.:]\s?[–—-]+(?=\s|["'“‘(£]?[A-Z\d])|:|\s[–—]\s|[–—](?=\s)|\.\s+(?=[A-Z])|\s?-\s)\s*(?=\S)/.exec(
      words,
    );
  const title = match?.[1];
  if (match === null || title === undefined || title.split(/\s+/).length > 16 || hasFiniteVerb(title)) return null;
  if (match[2]?.trim() === "." && ABBREVIATED.test(title)) return null;
  const rest = words.slice(match[0].length);
  // "Finance.—The Treasurer …", "Reports:- Play area …": two marks part a title from its text.
  if (/^[.:]\s?[–—-]/.test(match[2] ?? "")) return title;
  // "13/00944/F – A Builder – no objection": the name behind a reference belongs to the title.
  const behind = /^[\w./-]*\d[\w./-]*$/.test(title) ? /^[^.:;?!]{2,80}?(?=\s[–—-]\s)/.exec(rest) : null;
  if (behind !== null) return words.slice(0, match[0].length + behind[0].length).trim();
  const whole = titleToStop(words, title, rest);
  if (whole !== null) return whole;
  return isTextBehind(title, match[2]?.trim() ?? "", rest) ? title : null;
}

/** How an agenda asks for business: "Discuss whether to join the consortium: …". */
const BIDDING =
  /^(?:to\s+)?(?:discuss(?:ion)?|consider(?:ation)?|receive|note|approve|approval|agree|adopt(?:ion)?|confirm|elect(?:ion)?|appoint(?:ment)?|review|accept|presentation|report|update|proposal|request|consultation)\b/i;

/** "the proposed consortium": a participle, no verb of the past. */
const OF_KIND = /\b(?:the|an?|this|our|any|its|their)\s+[a-z]+ed\b/g;

/** The words of an agenda, however long, with a colon between them and a sentence of what was said. */
function titleOfAgendaLine(words: string): string | null {
  const match = /^([^:;?!]{10,220}?):[–—-]?\s+(?=\p{Lu})/u.exec(words);
  const title = match?.[1];
  if (match === null || title === undefined || !BIDDING.test(title)) return null;
  const rest = words.slice(match[0].length);
  const isOneSentence = !/(?<!\b(?:St|Mr|Mrs|Ms|Dr|Revd?|No|Nos|Cllrs?|Rd|Ave|Co|Ltd))\.\s+\p{Lu}/u.test(title);
  return isOneSentence &&
    !PAST_VERB.test(title.replace(OF_KIND, "")) &&
    rest.split(/\s+/).length >= 6 &&
    /[.!?]/.test(rest)
    ? title
    : null;
}

/** "Cemetery - Headstone Testing. The officer reported …", "Motion: Reusable cups. …": the title goes on behind its first mark up to a full stop. */
function titleToStop(words: string, title: string, rest: string): string | null {
  const more = /^([^.:;?!]{3,60})\.\s+(?=["'“‘]?\p{Lu})/u.exec(rest)?.[1];
  if (more === undefined || hasFiniteVerb(more) || OUTCOME.test(more) || PAST_VERB.test(more)) return null;
  if (ABBREVIATED.test(more)) return null;
  const isTitled = more.split(/\s+/).every((word) => !/^\p{Ll}{4}/u.test(word));
  if (USUAL_BUSINESS.test(title) || personLikeness(more) >= 0.9 || !(isTitled || GENERIC.test(title))) return null;
  return words.slice(0, words.indexOf(rest) + more.length).trim();
}

/** A full stop behind these ends no title. */
const ABBREVIATED = /(?:^|\s)(?:Cllrs?|Mr|Mrs|Ms|Dr|Revd?|St|Rd|Ave|No|Nos|Prof|Hon|Ltd|Co|Inc|Sgt|Insp|[A-Z])$/;

/** What kind of business follows, not which. */
const GENERIC = /^(?:motion|report|presentation|update|application|resolution|policy|consultation|proposal)s?$/i;

/** Whether the words behind a mark are text, not the rest of the title. */
function isTextBehind(title: string, mark: string, rest: string): boolean {
  const count = rest.split(/\s+/).length;
  if (OUTCOME.test(rest) || (count >= 4 && (hasFiniteVerb(rest) || USUAL_BUSINESS.test(title)))) return true;
  const isClosed = /[.!?]$/.test(rest.trim());
  if (GENERIC.test(title) && count <= 12 && !hasFiniteVerb(rest)) return false;
  if (mark === ".") return false;
  if (mark === ":")
    return isClosed || count >= 8 || (count >= 2 && (USUAL_BUSINESS.test(title) || personLikeness(rest) >= 0.6));
  // "Bus shelter - glass replaced."
  return isClosed && (count >= 3 || /^\p{Ll}/u.test(rest));
}

/** "Openness Notice The Chair read it.": a capital article or name where no sentence has ended begins one, if a verb follows. */
function titleBeforeSentence(words: string): string | null {
  const tokens = [...words.slice(0, 400).matchAll(/\S+/g)];
  for (let index = 1; index < tokens.length && index <= LONGEST_TITLE; index++) {
    const before = tokens[index - 1]?.[0] ?? "";
    if (/[.!?;]$/.test(before) && before.length > 3) return null;
    const opener = tokens[index];
    if (opener === undefined || !SENTENCE_OPENER.test(opener[0]) || FUNCTION_WORD.test(before) || /[,:]$/.test(before))
      continue;
    if (/^[-–—]$/.test(tokens[index + 1]?.[0] ?? "")) continue;
    const title = words.slice(0, opener.index);
    const sentence = tokens
      .slice(index, index + 14)
      .map((token) => token[0])
      .join(" ");
    if (hasFiniteVerb(title)) return null;
    const first = sentence.split(/(?<=[a-z]{3}[.;])\s/, 1)[0] ?? "";
    if (hasFiniteVerb(first) || PAST_VERB.test(first) || DECISION_OPENER.test(opener[0])) return title.trim();
  }
  return null;
}
