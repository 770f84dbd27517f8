/** Who proposed and seconded, how the vote went, and what became of a motion. */

import type { DecisionResult } from "../../model/minutes.js";
import type { Span } from "../../model/source.js";
import { NUMBER_WORDS } from "../vocabulary/number-words.js";

export interface Movers {
  readonly proposer: Span | null;
  readonly seconder: Span | null;
  /** From the first word of the phrase to its last. */
  readonly span: Span;
}

/** Initials may end in a full stop; a surname that does ends its sentence. */
const WORD = String.raw`(?:[A-Z]\.(?:[A-Z]\.)*|[A-Z][\w’'-]*)`;
const NO_NAME = String.raw`(?!(?:Seconded|Second|Sec|And|Carried|All|Agreed|Vote|Votes|Unanimous)\b)`;
const NAME = String.raw`((?:(?:Cllrs?|Councillor|Mrs?|Ms|Miss|Dr|Prof|Rev|Sir|Lord|Lady|Dame)\.?\s+)*${NO_NAME}${WORD}(?:\s+${NO_NAME}${WORD}){0,3})`;
const AND = String.raw`[\s,;/]*(?:and\s+|&\s*)?`;
/** "Proposed by A Smith and seconded by B Jones", "Proposed: AS Seconded: BJ", "Moved by …". No flag for case: names are told by their capitals. */
const BY = new RegExp(
  String.raw`\b(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Pp]rop\.?)(?:\s+by)?\s*[:–-]?\s*${NAME}(?:\s*\([^)]*\))?${AND}(?:(?:was\s+)?(?:[Ss]econded|SECONDED|[Ss]ec(?:ond)?\.?|2nd(?:ed)?)(?:\s+by)?\s*[:–-]?\s*${NAME})?`,
);
/** "A Smith proposed, seconded by B Jones"; "A Smith proposed and B Jones seconded". */
const PROPOSED = new RegExp(
  String.raw`${NAME}\s+(?:proposed|moved)\b[^.]{0,160}?\b(?:seconded\s+by\s+${NAME}|${NAME}\s+seconded)`,
);

/** The first proposer and seconder that a text names. */
export function findMovers(text: string): Movers | null {
  const by = BY.exec(text);
  if (by !== null && /^[A-Z]/.test(by[1] ?? "")) return moversOf(by, by[1], by[2]);
  const proposed = PROPOSED.exec(text);
  return proposed === null ? null : moversOf(proposed, proposed[1], proposed[2] ?? proposed[3]);
}

function moversOf(match: RegExpExecArray, proposer: string | undefined, seconder: string | undefined): Movers {
  const end = match.index + match[0].length;
  const spanOf = (name: string | undefined, from: number): Span | null => {
    if (name === undefined || !/^[A-Z]/.test(name)) return null;
    const start = match.index + match[0].indexOf(name, from);
    return { start, end: start + name.replace(/[.\s]+$/, "").length };
  };
  const first = spanOf(proposer, 0);
  return {
    proposer: first,
    seconder: spanOf(seconder, (first?.end ?? match.index) - match.index),
    span: { start: match.index, end },
  };
}

export interface Vote {
  readonly votesFor: { readonly count: number; readonly span: Span } | null;
  readonly votesAgainst: { readonly count: number; readonly span: Span } | null;
  readonly votesAbstained: { readonly count: number; readonly span: Span } | null;
  readonly unanimous: Span | null;
  readonly result: { readonly value: DecisionResult; readonly span: Span } | null;
}

/** None counts as well. */
const COUNT_WORDS: Readonly<Record<string, number>> = { no: 0, none: 0, nil: 0, zero: 0, ...NUMBER_WORDS };
const COUNT = String.raw`(\d{1,3}|${Object.keys(COUNT_WORDS).join("|")})`;

/** Counts are only taken where "for" or "in favour" has one: a lone "2 against" is no vote. */
export function findVote(text: string): Vote {
  const votesFor = countOf(text, [
    `(?:for|in\\s+favou?r|yeas?|ayes?)\\s*[:=–-]\\s*${COUNT}\\b`,
    `(?:for|in\\s+favou?r)\\s+${COUNT}(?=\\s*[,;]\\s*(?:and\\s+)?against\\s+${COUNT}\\b)`,
    `${COUNT}\\s+(?:votes?\\s+|members?\\s+|councillors?\\s+)?(?:for|in\\s+favou?r)\\b`,
    `\\(${COUNT}\\s+to\\s+\\d{1,3}\\)`,
    `${COUNT}\\s+votes?\\s+to\\s+\\d{1,3}\\b`,
  ]);
  const against = countOf(text, [
    `(?:against|nays?|noes)\\s*[:=–-]\\s*${COUNT}\\b`,
    `(?:for|in\\s+favou?r)\\s+(?:\\d{1,3}|[a-z]+)\\s*[,;]\\s*(?:and\\s+)?against\\s+${COUNT}\\b`,
    `${COUNT}\\s+(?:votes?\\s+|members?\\s+)?against\\b`,
    `\\(\\d{1,3}\\s+to\\s+${COUNT}\\)`,
    `\\d{1,3}\\s+votes?\\s+to\\s+${COUNT}\\b`,
  ]);
  const abstained = countOf(text, [
    `(?:abstentions?|abstained|abstain)\\s*[:=–-]?\\s*${COUNT}\\b`,
    `${COUNT}\\s+(?:votes?\\s+|members?\\s+)?(?:abstentions?|abstained|abstaining)\\b`,
  ]);
  const unanimous = /\b(?:unanimous(?:ly)?|nem\.?\s*con\.?|all\s+(?:in\s+favour|agreed))\b/i.exec(text);
  return {
    votesFor,
    votesAgainst: votesFor === null ? null : against,
    votesAbstained: votesFor === null ? null : abstained,
    unanimous: unanimous === null ? null : spanOfMatch(unanimous),
    result: resultOf(text),
  };
}

/** First match wins; a motion that was not carried was lost. */
const RESULTS: readonly (readonly [RegExp, DecisionResult])[] = [
  [
    /\b(?:not\s+carried|(?:motion|amendment|proposal|vote)\s+(?:was\s+)?(?:lost|failed|defeated|rejected)|(?:motion|amendment)\s+(?:fell|falls|fails))\b/i,
    "lost",
  ],
  [/\b(?:motion|amendment|proposal)\s+(?:was\s+)?withdrawn\b/i, "withdrawn"],
  [
    /\b(?:motion|amendment|proposal|all|and|was|unanimously)\s+(?:was\s+)?(?:carried|passed)\b|\bcarried\s+(?:unanimously|nem)\b/i,
    "carried",
  ],
];

function resultOf(text: string): Vote["result"] {
  for (const [pattern, value] of RESULTS) {
    const match = pattern.exec(text);
    if (match !== null) return { value, span: spanOfMatch(match) };
  }
  return null;
}

function countOf(text: string, patterns: readonly string[]): { count: number; span: Span } | null {
  for (const pattern of patterns) {
    const match = new RegExp(String.raw`(?<![\d£.,])${pattern}`, "i").exec(text);
    const word = match?.[1]?.toLowerCase();
    if (match === null || word === undefined) continue;
    return { count: COUNT_WORDS[word] ?? Number(word), span: spanOfMatch(match) };
  }
  return null;
}

function spanOfMatch(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
