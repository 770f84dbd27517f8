/** Where the words of a decision begin and end: votes, movers and tasks around the clause are evidence, not part of what is decided. */

import type { Span } from "../../model/source.js";
import { cutMovers } from "./motion.js";
import { findMovers } from "./movers.js";
import { findVote } from "./vote.js";

const ENDS_IN_BRACKET = /\)[\s.]*$/;
/** The last words in brackets, with brackets in them. */
const BRACKETS = /[\s,;.–-]*\((?:[^()]|\([^()]*\))*\)[\s.]*$/;
const ACTION_TAG = /^\s*(?:action|ap)\b\s*[:–-]?/i;

/** "…, 4 for 1 against", "…; carried by 3 votes to 2" behind the clause. */
const VOTE_TAIL =
  /(?:\s*[,;]|\s+[–-])\s*(?:(?:and|it|this|was|were|which|the|motion|carried|passed|agreed|approved|by|on|a|vote|of)\s+)*\(?\d{1,3}\s*(?:votes?\s+)?(?:(?:for|in\s+favou?r)\b[\s,;]*(?:and\s+)?\d{1,3}\s+(?:votes?\s+)?against|(?:votes?\s+)?to\s+\d{1,3}|-\s*\d{1,2}(?:\s*-\s*\d{1,2})?)\b[^.;]{0,60}\.?$/i;

/** "… approved the contract: AYES: Quill, Marl": who voted how stands behind the clause. */
const VOTERS_TAIL =
  /\s*[,;:.–-]?\s*(?:\b(?:by\s+the\s+following\s+vote|roll\s+call(?:\s+vote)?|vote)\s*[:–-]\s*)?(?<![A-Za-z])(?:ayes?|yeas?)\s*[:–-]\s*[A-Z\d].*$/i;

const NAMED = String.raw`(?:[A-Z][\w’'-]*|[A-Z]\.)(?:(?:\s+|,\s+|,?\s+and\s+|\s*&\s*|/)(?:[A-Z][\w’'-]*|[A-Z]\.)){0,5}`;
/** "…, Yuki will redraft it", "… and a copy would be put up in the porch": who does what about it stands behind the decision. */
const NEXT_CLAUSE = new RegExp(
  String.raw`(?:[,;.]\s+(?:and\s+|but\s+|so\s+)?|\s+(?:and|but)\s+)(?:${NAMED}|(?:the|an?)\s+[\w’'-]+(?:\s+[\w’'-]+)?|she|he|they|it)\s+(?:will|would|is\s+to|are\s+to)\s`,
  "g",
);
const FINITE = /\b(?:will|would|should|shall|must|can|could|may|might|that|who|which|if|where)\b/i;
/** A clause without a subject of its own, or the outcome itself. */
const SUBJECTLESS =
  /^(?:not\s+)?to\s|^(?:deferred|tabled|postponed|held\s+over|approved|agreed|adopted|accepted|noted|referred)\b|^.{0,60}\b(?:was|were)\s+(?:duly\s+|unanimously\s+)?(?:adopted|approved|accepted|agreed|signed\s+off|deferred|tabled)\b/i;

/** "MINUTES-The minutes of …": a label in capitals that runs into the sentence. */
const LABEL = /^[A-Z][A-Z' ]{3,30}\s*[:–—-]+\s*(?=[A-Z][a-z])/;
/** What is corrected in the minutes stands behind their approval. The pattern looks back from every blank: the words that open it are looked for first. */
const CORRECTION_SIGN = /\b(?:save|except)\s+that\b|\bwith\s+(?:one|two|three|the\s+following)\s/i;
const CORRECTION =
  /(?<=\b(?:minutes|record|agreed|approved|accurate)\b.{0,60})[,;:]?\s+(?:save\s+that|except\s+that|with\s+(?:one|two|three|the\s+following)\s+(?:minor\s+)?(?:change|correction|amendment|alteration)s?\s*[:–-])\s.*$/i;
const ADJOURN = /^((?:to\s+)?adjourn(?:\s+the\s+meeting)?)\s+at\s+\d[\d:.]*\s*(?:[ap]\.?\s*m\.?)?$/i;

/** The clause without what only tells of its vote, its movers and who does what about it. */
export function ownClause(text: string): Span {
  let start = LABEL.exec(text)?.[0].length ?? 0;
  if (text.length - start < 8) start = 0;
  let end = text.length;
  for (let last = -1; last !== end; ) {
    last = end;
    end = withoutTail(text, start, end);
  }
  return { start, end };
}

function withoutTail(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const brackets = ENDS_IN_BRACKET.test(words) ? BRACKETS.exec(words) : null;
  if (brackets !== null && brackets.index > 3 && tellsOnly(brackets[0])) return start + brackets.index;
  const vote = /\d/.test(words) ? VOTE_TAIL.exec(words) : null;
  if (vote !== null && vote.index > 3) return start + vote.index;
  const voters = VOTERS_TAIL.exec(words);
  if (voters !== null && voters.index > 3) return start + voters.index;
  const correction = CORRECTION_SIGN.test(words) ? CORRECTION.exec(words) : null;
  if (correction !== null && correction.index > 3) return start + correction.index;
  const adjourn = ADJOURN.exec(words.replace(/\.$/, ""))?.[1];
  if (adjourn !== undefined) return start + adjourn.length;
  const movers = cutMovers(words, { start: 0, end: words.length }, 1);
  if (movers.end > 3 && movers.end < words.length) return start + movers.end;
  return start + nextClause(words);
}

function tellsOnly(brackets: string): boolean {
  const words = brackets.slice(brackets.indexOf("(") + 1).replace(/\)[\s.]*$/, "");
  const vote = findVote(`(${words})`);
  return (
    ACTION_TAG.test(words) ||
    /^\+1\b/.test(words) ||
    findMovers(words) !== null ||
    vote.votesFor !== null ||
    (vote.unanimous !== null && words.split(/\s+/).length <= 4)
  );
}

function nextClause(words: string): number {
  if (!SUBJECTLESS.test(words)) return words.length;
  for (const match of words.matchAll(NEXT_CLAUSE))
    if (match.index > 8 && !FINITE.test(words.slice(0, match.index))) return match.index;
  return words.length;
}
