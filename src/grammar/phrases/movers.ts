/** Who proposed and who seconded. */

import type { Span } from "../../model/source.js";
import { APOSTROPHE, CAPITAL, LETTER } from "./words.js";

export interface Movers {
  readonly proposer: Span | null;
  readonly seconder: Span | null;
  /** From the first word of the phrase to its last. */
  readonly span: Span;
}

/** Initials may end in a full stop; a surname that does ends its sentence. */
const WORD = `(?:@[\\w-]+|[${CAPITAL}]\\.(?:-?[${CAPITAL}]\\.)*|[${CAPITAL}][${LETTER}${APOSTROPHE}-]*)`;
const NO_NAME = String.raw`(?!(?:THAT|Seconded|SECONDED|Seconder|Second|Sec|And|AND|Carried|CARRIED|All|ALL|Agreed|AGREED|Vote|Votes|VOTE|Voting|VOTING|Unanimous|Unanimously|UNANIMOUS|UNANIMOUSLY|DEFEATED|Defeated|LOST|Failed|FAILED|Motion|MOTION|Proposed|Proposer|Moved|Passed|PASSED|Approved|APPROVED|RESOLVED|Resolved|Ayes?|AYES?|Yeas?|Result|Nays|Noes|FOR|Against|These|We|They|He|She|Council|Board|Committee|Members|Amendment|Discussion|Jan(?:uary)?|Feb(?:ruary)?|Mar|March|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|(?:A|An|In|For|To|The|It|This|That|On|As)\s+[a-z])`;
const TITLE = `(?:Cllrs?|CLLR|Clr|Cr|CR|COUNCILLOR|Councill?ors?|Council(?:man|woman|person)|(?:Council|Board|Committee|Commission)\\s?[Mm]ember|Deputy(?=\\s+[A-Z])|Commissioner|Supervisor|Alder(?:man|woman|person)|Select(?:man|woman|person)|Reeve|Trustee|Director|Member|Vice[- ]Chair(?:man|person)?|Vice[- ]President|Chair(?:man|person|woman)?|President|Mayor(?:\\s+Pro[- ]Tem(?:pore)?)?|Mrs?|Ms|Miss|Mx|Dr|Prof|Revd?|Fr|Sir|Lord|Lady|Dame)`;
const POST = String.raw`(?:[Tt]he|[Oo]ur|[Oo]utgoing)\s+(?:[Ss]ecretary|[Cc]lerk|[Cc]hair(?:man|person|woman)?|[Tt]reasurer|[Pp]resident|[Vv]ice[- ][Cc]hair(?:man|person)?|[Mm]ayor|[Cc]athaoirleach)`;
const PARTICLE = "(?:van|von|de|del|della|der|den|di|du|la|le|mac|ap|al|el|bin|ten|ter)";
const NAME = `((?:${TITLE}(?:\\.\\s*|[${APOSTROPHE}s]*\\s+))*${NO_NAME}${WORD}(?:[^\\S\\n]+(?:${PARTICLE}\\s+)*${NO_NAME}${WORD}){0,3}|${POST})`;
/** Who seconds may be named by initials, a title and name, or a post alone ("Chairman"). */
const BY = String.raw`(?:\s+(?:by|By|BY|from)\b)?\s*[:–-]?\s*\(?`;

const either = (words: string) => words.replace(/\b([a-z])/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
const PROPOSED = `(?:${either("proposed")}|PROPOSED|${either("proposer")}|PROPOSER|${either("moved")}|MOVED|${either("mover")}|${either("prop")}|PROP|${either("nominated")}|${either("motioned")}|(?:${either("motion")}|MOTION)(?:\\s+(?:was\\s+)?(?:made|moved|proposed))?(?=\\s+(?:by|By|BY)\\b))\\.?`;
const SECONDED = `(?:(?:was\\s+|were\\s+)?${either("seconded")}|SECONDED|${either("seconder")}|SECONDER|SECOND|${either("sec")}|SEC|(?:with\\s+a\\s+|a\\s+)?${either("second")}|2nd(?:ed|er)?|2ND(?:ED)?)\\.?`;
/** Behind who moved it, "supported by" names who seconds. */
const SECOND_AFTER = `(?:${SECONDED}|(?:with\\s+)?[Ss]upport(?:ed)?(?=\\s+(?:by|By|from)\\b))`;
const AND = String.raw`(?:\s*\([^)]{0,40}\))?[\s,;/.)–-]*(?:(?:and|&|it\s+was|this\s+was|which\s+was|was)\s+)*(?:duly\s+)?`;

/** A pattern that begins with a name, or looks back, would be tried everywhere: its words are looked for first. */
interface MoverPattern {
  /** What stands in everything that the pattern reads; null where it begins with words itself. */
  readonly sign: RegExp | null;
  readonly pattern: RegExp;
}

const byWords = (pattern: string): MoverPattern => ({ sign: null, pattern: new RegExp(pattern) });
const byName = (sign: RegExp, behind: string): MoverPattern => ({ sign, pattern: new RegExp(`${NAME}${behind}`) });

function firstMatch(text: string, { sign, pattern }: MoverPattern): RegExpExecArray | null {
  return sign === null || sign.test(text) ? pattern.exec(text) : null;
}

/** In order: the first that is found names the proposer, and the seconder where it goes on to. */
const PAIRS: readonly MoverPattern[] = [
  // "Proposed by A Smith and seconded by B Jones", "Prop: AS 2nd: BJ", "Motion by A Smith, second by B Jones", "Motion: Smith, Second: Jones".
  byWords(
    `(?<![${LETTER}])(?:${PROPOSED}${BY}|(?:Motion|MOTION|By|BY)\\s*:\\s*|(?:Motion|MOTION)\\s+)${NAME}${AND}${SECOND_AFTER}${BY}${NAME}`,
  ),
  // "Motion to accept the bid by A Smith, seconded by B Jones".
  {
    sign: /motion[\s\S]*\sby\s/i,
    pattern: new RegExp(
      `(?<=\\b(?:[Mm]otion|MOTION)\\s[^;\\n]{3,200}\\s)by\\s+${NAME}${AND}${SECOND_AFTER}${BY}${NAME}`,
    ),
  },
  // "On the proposition of A Smith, seconded by B Jones", "on motion of A Smith".
  byWords(
    `\\b(?:[Oo]n|[Uu]pon)\\s+(?:the\\s+|a\\s+)?(?:[Pp]roposal|PROPOSAL|[Pp]roposition|PROPOSITION|[Mm]otion|MOTION|[Nn]omination)\\s+(?:of|by|from)\\s+${NAME}(?:${AND}${SECOND_AFTER}${BY}${NAME})?`,
  ),
  // "A Smith proposed and B Jones seconded", "(A Smith moved, B Jones seconded)".
  byName(
    /(?:prop|mov|nominat|motion)[\s\S]*(?:sec|2nd)/i,
    `\\s+(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Nn]ominated|[Mm]otioned|moves|proposes|[Pp]rop|so\\s+moved)\\b[^.]{0,40}?[\\s,;]${NAME}\\s+(?:seconded|SECONDED|seconds|second|2nd|sec)\\b`,
  ),
  // "moved as correct by A Smith and B Jones", "proposed and seconded by A Smith and B Jones".
  byWords(
    `\\b(?:[Mm]oved|[Pp]roposed|[Aa]pproved)\\s+(?:as\\s+[a-z]+(?:\\s+[a-z]+){0,4}|(?:and|&)\\s+seconded)\\s+by\\s+${NAME}\\s*(?:,|and|&|/)\\s*${NAME}`,
  ),
  // "Motion (Smith/Jones) to …", "moved and seconded (Smith/Jones)", "made by A Smith and seconded by B Jones".
  byWords(
    `\\b[Mm]o(?:tion|ved(?:\\s+(?:and|&)\\s+seconded)?)\\s*\\(${NAME}\\s*(?:[/,&]\\s*)+(?:seconded\\s+(?:by\\s+)?)?${NAME}\\)`,
  ),
  byWords(`\\b(?:made|offered)\\s+by\\s+${NAME}${AND}${SECOND_AFTER}${BY}${NAME}`),
  // "Motion by Smith/Jones to …", "Smith/Jones moved to …".
  byWords(`(?<![${LETTER}])${PROPOSED}\\s+by\\s+${NAME}\\s*/\\s*${NAME}`),
  byName(/\/[\s\S]*\b(?:moved|motioned)\b/, `\\s*/\\s*${NAME}\\s+(?:moved|motioned)\\b`),
  // "M/S Smith/Jones", "MSC (Smith/Jones)", "M\\S Smith \\ Jones".
  byWords(`\\bM\\s*[/\\\\]?\\s*S(?:\\s*/?\\s*[CPU])?\\b[\\s:(–-]*${NAME}\\s*[/\\\\,&]\\s*${NAME}`),
  byWords(`\\b[Mm]o(?:ved?|ver|tion)\\s*/\\s*[Ss]econd(?:ed|er)?\\b[\\s:(–-]*${NAME}\\s*[/,&]\\s*${NAME}`),
];

/** "by" or a colon shows that a name follows. */
const PROPOSER_ALONE: readonly MoverPattern[] = [
  byWords(`(?<![${LETTER}])(?<!No |no |The |the )${PROPOSED}(?:\\s+(?:by|By|BY)\\b\\s*:?|\\s*[:–-])\\s*${NAME}`),
  byName(
    /prop|mov|nominated|motion/i,
    `\\s+(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Nn]ominated|motioned|moves|proposes|so\\s+moved|made\\s+(?:a|the)\\s+motion)\\b`,
  ),
];
const SECONDER_ALONE: readonly MoverPattern[] = [
  byWords(`(?<![${LETTER}])${SECONDED}(?:\\s+(?:by|By|BY)\\b\\s*:?|\\s*:)\\s*${NAME}`),
  byName(/second(?:ed|s)|2nded/i, "\\s+(?:[Ss]econded|SECONDED|2nded|seconds)\\b"),
  { sign: /2nd/, pattern: new RegExp(`(?<=[,;]\\s*)${NAME}\\s+2nd(?=\\s*(?:[,.;]|$))`) },
  byWords(`(?<![${LETTER}])(?:seconded|Seconded|SECONDED)\\s+${NAME}`),
];

/** A word of every pattern; most texts hold none, and the patterns are long. */
const MOVING = /prop|mov|nominat|motion|sec|2nd|approved|made|offered|\bM\s*[/\\]?\s*S/i;

/** The first proposer and seconder that a text names; null where nobody is named for either. */
export function findMovers(text: string): Movers | null {
  if (!MOVING.test(text)) return null;
  for (const pattern of PAIRS) {
    const match = firstMatch(text, pattern);
    if (match !== null) return moversOf(match, match[1], match[2]);
  }
  const proposer = firstOf(text, PROPOSER_ALONE);
  const seconder = firstOf(text.slice(proposer?.end ?? 0), SECONDER_ALONE, proposer?.end ?? 0);
  if (proposer === null && seconder === null) return null;
  return {
    proposer: proposer?.name ?? null,
    seconder: seconder?.name ?? null,
    span: {
      start: Math.min(proposer?.start ?? text.length, seconder?.start ?? text.length),
      end: Math.max(proposer?.end ?? 0, seconder?.end ?? 0),
    },
  };
}

interface Mover extends Span {
  readonly name: Span;
}

function firstOf(text: string, patterns: readonly MoverPattern[], shift = 0): Mover | null {
  for (const pattern of patterns) {
    const match = firstMatch(text, pattern);
    if (match === null) continue;
    const { proposer, span } = moversOf(match, match[1], undefined);
    if (proposer === null) continue;
    return {
      start: span.start + shift,
      end: span.end + shift,
      name: { start: proposer.start + shift, end: proposer.end + shift },
    };
  }
  return null;
}

function moversOf(match: RegExpExecArray, proposer: string | undefined, seconder: string | undefined): Movers {
  const end = match.index + match[0].length;
  const spanOf = (name: string | undefined, from: number): Span | null => {
    if (name === undefined) return null;
    const start = match.index + match[0].indexOf(name, from);
    return { start, end: start + name.replace(/(?<=[a-z]{2})\.$|[\s.]+$/, "").length };
  };
  const first = spanOf(proposer, 0);
  return {
    proposer: first,
    seconder: spanOf(seconder, (first?.end ?? match.index) - match.index),
    span: { start: match.index, end },
  };
}
