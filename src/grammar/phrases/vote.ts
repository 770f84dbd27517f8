/** How a vote went: counts, unanimity, and what became of the motion. */

import type { DecisionResult } from "../../model/minutes.js";
import type { Span } from "../../model/source.js";
import { NUMBER_WORDS } from "../vocabulary/number-words.js";

export interface Vote {
  readonly votesFor: Count | null;
  readonly votesAgainst: Count | null;
  readonly votesAbstained: Count | null;
  readonly unanimous: Span | null;
  readonly result: { readonly value: DecisionResult; readonly span: Span } | null;
}

export interface Count {
  readonly count: number;
  readonly span: Span;
}

/** None counts as well. */
const COUNT_WORDS: Readonly<Record<string, number>> = { no: 0, none: 0, nil: 0, zero: 0, ...NUMBER_WORDS };
const N = String.raw`(\d{1,3}|${Object.keys(COUNT_WORDS).join("|")})`;
const WHO = String.raw`(?:votes?\s+|members?\s+|councillors?\s+|trustees?\s+|governors?\s+|people\s+)?`;
const VERB = String.raw`(?:(?:were|was|voted|voting)\s+)?`;
const IS = String.raw`\s*[:=–-]\s*\(?`;
/** "carried 5-0", "passed (4 to 0)", "vote of 6-1-0": only behind a word of voting, so that no score or date is one. */
const TALLY_LEAD = String.raw`\b(?:carried|passed|passes|approved|adopted|vote|voted|failed|defeated|lost|resolved|motion(?!\s+(?:no\.?\s*|#\s*)?\d{2,4}-\d)|majority|yes|aye|M\/S\/C|MSC)\b[^.;\d]{0,40}?\(?`;
/** The number of a paper is no tally: "Resolution 23-24", "Application #23-11", "PZ-23-11". */
const NO_PAPER = String.raw`(?<!#\s*|[A-Za-z]-|\b(?:no|nos|number|resolution|ordinance|application|order|bill|by-?law|section|case|file|permit|item|policy|chapter|form|fy|lot|minute|report|contract)s?\.?\s*)`;
const SPLIT = String.raw`\s*(?:-|–|—|to|:|/)\s*`;

/** The same without being counted. */
const OTHER = String.raw`(?:\d{1,3}|${Object.keys(COUNT_WORDS).join("|")})`;

const FOR: readonly string[] = [
  `${N}\\s+votes?\\s+to\\s+${OTHER}\\b`,
  `${N}\\s+to\\s+${OTHER}\\s+in\\s+favou?r\\b`,
  `(?:for|in\\s+favou?r|yeas?|ayes?|yes)${IS}${N}\\b`,
  `(?:for|in\\s+favou?r|yeas?|ayes?|yes)\\s+${N}(?=\\s*[,;/]?\\s*(?:and\\s+)?(?:against|nays?|noes|no)\\s*[:=–-]?\\s*${N}\\b)`,
  `^(?:yeas?|ayes?)\\s+${N}\\b`,
  `${N}\\s+${WHO}${VERB}(?:for|in\\s+favou?r|yeas?|ayes?|yes)\\b`,
  `\\(${N}\\s+to\\s+\\d{1,3}\\)`,
  `\\(${N}\\s*[-–]\\s*${OTHER}(?:\\s*[-–]\\s*\\d{1,3})?(?=[);,])`,
  `:\\s*${N}\\s+to\\s+${OTHER}\\.?$`,
  `,\\s*${N}\\s*[-–]\\s*${OTHER}\\.?$`,
  `${TALLY_LEAD}${NO_PAPER}${N}${SPLIT}\\d{1,3}(?!\\d|[/:]\\d|\\.\\d|\\s*[ap]m)`,
];
const AGAINST: readonly string[] = [
  `${OTHER}\\s+votes?\\s+to\\s+${N}\\b`,
  `${OTHER}\\s+to\\s+${N}\\s+in\\s+favou?r\\b`,
  `(?:against|nays?|noes|no|opposed)${IS}${N}\\b`,
  `(?:for|in\\s+favou?r|yeas?|ayes?|yes)\\s+(?:\\d{1,3}|[a-z]+)\\s*[,;/]?\\s*(?:and\\s+)?(?:against|nays?|noes|no)\\s*[:=–-]?\\s*${N}\\b`,
  `${N}\\s+${WHO}${VERB}(?:against|opposed|nays?|noes)\\b`,
  `\\(\\d{1,3}\\s+to\\s+${N}\\)`,
  `\\(${OTHER}\\s*[-–]\\s*${N}(?:\\s*[-–]\\s*\\d{1,3})?(?=[);,])`,
  `:\\s*${OTHER}\\s+to\\s+${N}\\.?$`,
  `,\\s*${OTHER}\\s*[-–]\\s*${N}\\.?$`,
  `${TALLY_LEAD}${NO_PAPER}\\d{1,3}${SPLIT}${N}(?!\\d|[/:]\\d|\\.\\d|\\s*[ap]m)`,
];
const ABSTAINED: readonly string[] = [
  `(?:abstentions?|abstained|abstain|abstaining)\\s*[:=–-]?\\s*\\(?${N}\\b`,
  `${N}\\s+${WHO}${VERB}(?:abstentions?|abstained|abstaining|abstain)\\b`,
  `${TALLY_LEAD}${NO_PAPER}\\d{1,3}${SPLIT}\\d{1,3}${SPLIT}${N}\\b`,
  `\\(${OTHER}\\s*[-–]\\s*${OTHER}\\s*[-–]\\s*${N}(?=[);,])`,
];
const compiled = (patterns: readonly string[]) =>
  patterns.map((pattern) => new RegExp(String.raw`(?<![\w£$€.,/]|\d\s?[-–]\s?)${pattern}`, "i"));
const FOR_PATTERNS = compiled(FOR);
const AGAINST_PATTERNS = compiled(AGAINST);
const ABSTAINED_PATTERNS = compiled(ABSTAINED);

const UNANIMOUS =
  /\b(?:unanimous(?:ly)?|nem\.?\s*con\.?|all\s+(?:(?:were\s+|voted\s+)?in\s+favou?r|agreed|approved|ayes?|present\s+(?:agreed|voted\s+in\s+favou?r))|(?:agreed|approved|accepted|carried|adopted)\s+by\s+(?:all|everyone)|by\s+all\s+(?:present|members|councillors|in\s+attendance|who\s+attended)|without\s+(?:dissent|objection))\b/i;

/** A number stands in every count: in figures or as a word. */
const COUNT_SIGN = new RegExp(String.raw`\d|\b(?:${Object.keys(COUNT_WORDS).join("|")})\b`, "i");

/** Counts are only taken where "for" or "in favour" has one: a lone "2 against" is no vote. */
export function findVote(text: string): Vote {
  const votesFor =
    (COUNT_SIGN.test(text) ? countOf(text, FOR_PATTERNS) : null) ??
    rollCall(text, /\b(?:aye|yes|yea)\b/i) ??
    namesBehind(text, NAMED_FOR);
  const unanimous = UNANIMOUS.exec(text);
  return {
    votesFor,
    votesAgainst:
      votesFor === null
        ? null
        : (countOf(text, AGAINST_PATTERNS) ?? rollCall(text, /\b(?:nay|no)\b/i) ?? namesBehind(text, NAMED_AGAINST)),
    votesAbstained:
      votesFor === null ? null : (countOf(text, ABSTAINED_PATTERNS) ?? namesBehind(text, NAMED_ABSTAINED)),
    unanimous: unanimous === null ? null : spanOfMatch(unanimous),
    result: resultOf(text),
  };
}

/** "Roll call: Quill aye, Marl aye, Tamm nay.": the answers are counted. */
function rollCall(text: string, answer: RegExp): Count | null {
  const start = text.search(/\broll\s+call\b/i);
  const calls =
    start < 0
      ? []
      : [
          ...text
            .slice(start)
            .matchAll(
              /[A-Z][\w’'-]+\s*[-–:,]?\s*\(?(?:[Aa]ye|AYE|[Yy]es|YES|[Yy]ea|YEA|[Nn]ay|NAY|[Nn]o|NO|[Aa]bstain(?:ed)?)\b/g,
            ),
        ];
  if (calls.length < 2) return null;
  return { count: calls.filter(([call]) => answer.test(call)).length, span: { start, end: text.length } };
}

const NAMES = String.raw`\s*:\s*((?:none|nil)\b|[A-Z][^:;\n]*?)(?=\s*[.;]?\s*(?:$|\n|\b(?:ayes?|yeas?|yes|nays?|noes|no|abstain\w*|abstentions?|absent|against|opposed|motion|carried|passed|defeated)\b))`;
const NAMED_FOR = new RegExp(String.raw`\b(?:ayes?|yeas?|yes|in\s+favou?r|voting\s+for|for)${NAMES}`, "i");
const NAMED_AGAINST = new RegExp(String.raw`\b(?:nays?|noes|no|opposed|against)${NAMES}`, "i");
const NAMED_ABSTAINED = new RegExp(String.raw`\b(?:abstain(?:ed|ing)?|abstentions?)${NAMES}`, "i");

/** "Ayes: Marl, Quill and Tamm. Nays: none.": those who are named are counted. */
function namesBehind(text: string, pattern: RegExp): Count | null {
  const match = text.includes(":") ? pattern.exec(text) : null;
  if (match === null) return null;
  const names = (match[1] ?? "").replace(/\([^)]*\)?/g, "").split(/,|&|\band\b/);
  const count = /^(?:none|nil)/i.test(match[1] ?? "") ? 0 : names.filter((name) => /[A-Z]/.test(name)).length;
  return { count, span: spanOfMatch(match) };
}

const MOTION = `(?:motion|amendment|proposal|proposition|resolution|vote|recommendation|item|question)`;
/** First match wins; a motion that was not carried was lost. */
const RESULTS: readonly (readonly [RegExp, DecisionResult])[] = [
  [
    new RegExp(
      String.raw`\b(?:not\s+carried|not\s+passed|${MOTION}\s+(?:was\s+|is\s+)?(?:therefore\s+|then\s+)?(?:lost|fail(?:ed|s)|defeated|rejected|fell|falls|fails|not\s+(?:carried|passed|agreed|supported|seconded))|(?:failed|lost|defeated)\s+(?:by\s+)?\(?\d+|died?\s+for\s+(?:lack|want)\s+of\s+a\s+second)|(?:^|[\n.;:]\s*)(?:lost|defeated|not\s+carried)(?=\s*(?:[.;,(\d]|$))`,
      "i",
    ),
    "lost",
  ],
  [new RegExp(String.raw`\b${MOTION}\s+(?:was\s+|is\s+)?withdrawn\b`, "i"), "withdrawn"],
  [
    new RegExp(
      String.raw`\b${MOTION}\s+(?:was\s+|be\s+|is\s+)?(?:deferred|tabled)\b|\bdeferred\s+(?:to|until|till)\b`,
      "i",
    ),
    "deferred",
  ],
  [
    /\b(?:(?:motion|amendment|proposal|all|and|was|were|unanimously|duly|amended|motion,)\s+(?:was\s+|is\s+)?(?:unanimously\s+|duly\s+|then\s+)*(?:carried|passed|carries|passes)|carried\s+(?:unanimously|nem|by)|motion\s+(?:was\s+)?(?:approved|adopted|agreed)|MSC|M\/S\/C)\b|^\W*(?:carried|passed)\b|[-–—.;,:]\s*(?:carried|passed)(?=\s*(?:[.;,(\d-]|$|unanimously|by\b))/i,
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

function countOf(text: string, patterns: readonly RegExp[]): Count | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const word = match?.[1]?.toLowerCase();
    if (match === null || word === undefined) continue;
    return { count: COUNT_WORDS[word] ?? Number(word), span: spanOfMatch(match) };
  }
  return null;
}

function spanOfMatch(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
