/** The pieces of which sentences that decide are made: adverbs, agents, vetoes, and where a clause begins and ends. */

import type { DecisionKind } from "../../model/minutes.js";
import type { Span } from "../../model/source.js";
import { isMeeting } from "./meeting-subject.js";
import { findMovers } from "./movers.js";

export interface DecisionPhrase {
  readonly kind: DecisionKind;
  /** The clause without its marker ("It was agreed that"); the whole sentence where the marker is its verb. */
  readonly text: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** Adverbs that may stand before a deciding verb. */
export const ADVERBS = String.raw`(?:(?:then|therefore|thereafter|also|further|furthermore|subsequently|duly|formally|unanimously|generally|hereby|now|thus|finally|provisionally|accordingly|consequently|again|however|eventually|collectively|jointly|broadly|happily|retrospectively)\s+)*`;

/** Words behind a verb that tell when it was done elsewhere or before: "agreed at the last meeting", "approved in 2019". */
const ELSEWHERE =
  /^\s+(?:(?:at|by|in|during|from)\s+(?:the\s+|our\s+|an?\s+)?(?:last|previous|first|earlier|recent|prior|special|extraordinary|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b|last\s|previously|earlier|before\s+(?:that|this|we|the)\b|(?:for|to)\s+have\b)/i;

/** Whether the words behind a deciding verb say that it was not done here and now. */
export function isElsewhere(after: string): boolean {
  return ELSEWHERE.test(after);
}

const TOLD =
  /\b(?:said|says|stated|reported|advised|explained|confirmed|noted|informed|reminded|told|heard|understood|announced|mentioned|recalled|claimed|felt|thought|believed|asked|suggested|hoped|expected)\b[^.;]*\bthat\b/i;

/** Whether the words before a deciding clause make it something that somebody told, asked or supposed. */
export function isTold(before: string): boolean {
  return (
    TOLD.test(before.split(/;|\b(?:and|so|but|therefore)\b/).at(-1) ?? "") ||
    /(?:^|\b)(?:proposed|moved|suggested|asked|requested|recommended|told|if|when|whether|unless|until|once|because|since|although|which|who|that|as|where|before)\s*$/i.test(
      before,
    )
  );
}

const OWN_AGENT =
  /^(?:all|everyone|everybody|a\b|the\s+majority|majority|consensus|unanimous|show\s+of|acclamation|email|e-mail|\d|full|those|us|roll\s+call|voice)/i;

/** Whether "by …" names the meeting or a way of voting; "by the Home Office" tells what others did. */
export function isOwnAgent(words: string, own: string | null): boolean {
  const agent = words.trim();
  if (OWN_AGENT.test(agent)) return true;
  const head = agent.split(/[,.;(]|\s+(?:and|as|at|on|in|for|with|to|that|subject)\s/, 1)[0] ?? agent;
  return (
    isMeeting(head, own) ||
    /^(?:the\s+)?[\w’'-]*\s*(?:council|councillors?|members|board|committee|meeting|governors|trustees)(?:['’]s)?(?:\s+(?:present|members|attendees))?$/i.test(
      head,
    )
  );
}

/** Starts of the clauses of a sentence before an offset, the nearest first: what stands behind a comma, a dash or "and" may begin with a subject of its own. */
export function clauseStarts(sentence: string, before: number): number[] {
  const starts = [0];
  for (const match of sentence
    .slice(0, before)
    .matchAll(
      /[,;:–—)]\s*|\s-\s|\b(?:and|but|so|then|whereupon|discussions?|meeting|hands|debate|consideration|today|tonight)\s+/gi,
    ))
    starts.push(match.index + match[0].length);
  // A title that runs into its text has no stop: "Bank balances The receipts were approved".
  for (const match of sentence.slice(0, before).matchAll(/(?<=[a-z\d)]\s)(?:The|These|This\s+item)\s/g))
    starts.push(match.index);
  for (const match of sentence
    .slice(0, before)
    .matchAll(
      /(?<=[a-z]\s)(?:we|members|councillors|governors|trustees|the\s+(?:parish\s+|town\s+)?(?:council|board|committee|meeting|group|panel))\s/g,
    ))
    starts.push(match.index);
  // "On the proposal of A Smith, seconded by B Jones the Council resolved".
  const movers = /second|propos|motion/i.test(sentence) ? findMovers(sentence) : null;
  if (movers !== null && movers.span.end < before) starts.push(afterBlank(sentence, movers.span.end));
  return starts.sort((one, other) => other - one);
}

function afterBlank(sentence: string, from: number): number {
  return from + (/^[\s,;:.]*/.exec(sentence.slice(from))?.[0].length ?? 0);
}

/** The words from an offset to the end, without blanks around them. */
export function toEnd(sentence: string, start: number): Span {
  const rest = sentence.slice(start);
  return { start: start + (rest.length - rest.trimStart().length), end: start + rest.trimEnd().length };
}

/** The clause ends where somebody is given a task ("… was supported and MC has agreed to …") or the movers are told. */
export function endOfClause(sentence: string, from: number): number {
  const task =
    /\s*[,;]?\s+(?:and|but|,)\s+(?:the\s+)?[A-Z][\w.’' -]{0,30}?\s+(?:will|to|has\s+agreed|have\s+agreed|agreed|was\s+asked|would)\b/.exec(
      sentence.slice(from),
    );
  return task === null ? toEnd(sentence, 0).end : from + task.index;
}
