/** The grammar of an entry of an attendance list, and of a name. Both are regular and total: any words parse, and plain functions judge them. */

import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { COUNCIL_TIERS, GROUP_TITLES, PARTICLES, POST_NOMINALS, RANKS, TITLES } from "../vocabulary/people.js";
import { ANY_CHARACTER } from "./first-characters.js";
import { APOSTROPHE, CAPITAL, LETTER, phrasePattern } from "./words.js";

const token = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, line_breaks: false });

const asWrittenOrCapitals = (phrases: readonly string[]) => [
  ...new Set([...phrases, ...phrases.map((phrase) => phrase.toUpperCase())]),
];
/** Behind a title: no hyphen and no apostrophe ("Lord-Hausman" is a name), perhaps a full stop. */
const TITLE_TAIL = `(?![${APOSTROPHE}-])\\.?`;
const TIERED = COUNCIL_TIERS.flatMap((tier) => ["Cllr", "Clr", "Councillor"].map((title) => `${tier} ${title}`));
/** "C/Cllr": of the county, district, borough, parish or town. */
const LETTERED = ["B", "C", "D", "P", "T"].map((tier) => `${tier}/Cllr`);
const INNER = `[${LETTER}0-9]*(?:[${APOSTROPHE}-][${LETTER}0-9]+)*`;

/** A tab or a wide gap stands between columns. */
export const Gap = token("Gap", /[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{3,}/);
const Blank = createToken({
  name: "Blank",
  pattern: /[ \u00a0\u2000-\u200d\u202f\u2060\ufeff\u00ad\r\n]+/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});
export const Address = token("Address", /[A-Za-z0-9._%+-]*@[A-Za-z0-9._-]+|https?:\/\/[^ \n\t)\]]+/);
export const NumberWord = token("NumberWord", /\d[\d.,:/]*[A-Za-z]*/);
export const GroupTitle = token(
  "GroupTitle",
  phrasePattern(
    [...asWrittenOrCapitals(GROUP_TITLES), ...GROUP_TITLES.map((title) => title.toLowerCase())],
    TITLE_TAIL,
    true,
  ),
);
export const Title = token(
  "Title",
  phrasePattern(asWrittenOrCapitals([...TIERED, ...LETTERED, ...TITLES, ...RANKS, "cllr"]), TITLE_TAIL, true),
);
export const PostNominal = token("PostNominal", phrasePattern(POST_NOMINALS, `(?![${APOSTROPHE}-])\\.?`, true));
/** "K", "K.", "J.P.", and "S." of "S.Franke". */
export const Initial = token(
  "Initial",
  new RegExp(
    `(?:[${CAPITAL}]\\.)+[${CAPITAL}]?(?![${LETTER}${APOSTROPHE}/-])|(?:[${CAPITAL}]\\.)+|[${CAPITAL}](?![${LETTER}${APOSTROPHE}/-])`,
  ),
);
/** Two to five capitals: initials, an abbreviation, or a short name in capitals. */
export const Capitals = token("Capitals", new RegExp(`[${CAPITAL}]{2,5}(?![${LETTER}0-9${APOSTROPHE}-])`));
export const And = token("And", new RegExp(`[&+]|(?:and|AND)(?![${LETTER}${APOSTROPHE}-])`));
const Particle = token("Particle", phrasePattern(PARTICLES, `(?![${APOSTROPHE}-])`, true));
/** A word with a capital, "St. John", also one behind an abbreviated "acting" ("A/Director") and what somebody is called (Colin "Buster" Brown). */
export const Name = token(
  "Name",
  new RegExp(
    `St\\. ?[${CAPITAL}]${INNER}|(?:[AT]/|d[${APOSTROPHE}])?[${CAPITAL}]${INNER}|["“][${CAPITAL}]${INNER}["”](?= )`,
  ),
);
/** Any other word; "d'Arcy" and "eGovernment" are among them. */
export const Lower = token("Lower", new RegExp(`[${LETTER}]${INNER}`));
const Slash = token("Slash", /\//);
export const Stop = token("Stop", /\./);
const Open = token("Open", /[([{]/);
const Close = token("Close", /[)\]}]/);
export const Comma = token("Comma", /,/);
export const Semicolon = token("Semicolon", /;/);
export const Colon = token("Colon", /:/);
export const Dash = token("Dash", /[-‐-―−]+/);
/** Bullets and other marks. */
const Other = createToken({ name: "Other", pattern: /[^\n]/, line_breaks: false, start_chars_hint: ANY_CHARACTER });

const TOKENS: TokenType[] = [
  Gap,
  Blank,
  Address,
  NumberWord,
  GroupTitle,
  Title,
  PostNominal,
  Initial,
  Capitals,
  And,
  Particle,
  Name,
  Lower,
  Slash,
  Stop,
  Open,
  Close,
  Comma,
  Semicolon,
  Colon,
  Dash,
  Other,
];

const SEPARATORS: ReadonlySet<TokenType> = new Set([Gap, Comma, Semicolon, Colon, Dash, Other]);
const lexer = new Lexer(TOKENS, { positionTracking: "onlyOffset", ensureOptimizations: true });

/** A stretch of an entry: words, a bracket with the pieces inside it, or a mark between. */
export type Piece =
  | { readonly kind: "words"; readonly tokens: readonly IToken[] }
  | { readonly kind: "bracket"; readonly tokens: readonly IToken[]; readonly inside: readonly Piece[] }
  | { readonly kind: "mark"; readonly tokens: readonly [IToken] };

/**
 * The pieces of an entry or of a run of entries, in order: "Insp. M Calder (Pennshire Police)", "Chair - Councillor K J Lodge".
 *
 * entry = (bracket | words | mark)*; bracket = "(" (words | mark)* ")"?
 *
 * A bracket that is never closed ends with the entry; one inside another is not kept apart.
 */
export function entryPieces(text: string): Piece[] {
  const tokens = lexEntry(text);
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.tokenType !== Open) continue;
    for (const piece of wordsAndMarks(tokens.slice(start, at))) pieces.push(piece);
    if (at === tokens.length) break;
    const close = tokens.findIndex(({ tokenType }, index) => index > at && tokenType === Close);
    const end = close < 0 ? tokens.length : close;
    const inside = wordsAndMarks(tokens.slice(at + 1, end));
    pieces.push({ kind: "bracket", tokens: tokens.slice(at, end + 1), inside });
    start = end + 1;
    at = end;
  }
  return pieces;
}

function wordsAndMarks(tokens: readonly IToken[]): Piece[] {
  const pieces: Piece[] = [];
  let words: IToken[] = [];
  for (const token of tokens) {
    if (isWord(token)) {
      if (words.length === 0) pieces.push({ kind: "words", tokens: words });
      words.push(token);
    } else {
      pieces.push({ kind: "mark", tokens: [token] });
      words = [];
    }
  }
  return pieces;
}

function isWord({ tokenType }: IToken): boolean {
  return tokenType !== Open && tokenType !== Close && !SEPARATORS.has(tokenType);
}

/** The words in front of the first bracket or mark; a comma parts none, and a mark may open the text. */
export function leadingWords(text: string): IToken[] {
  const words: IToken[] = [];
  for (const [index, token] of lexEntry(text).entries()) {
    if (isWord(token)) words.push(token);
    else if (token.tokenType === Open || (token.tokenType !== Comma && index > 0)) break;
  }
  return words;
}

function lexEntry(text: string): readonly IToken[] {
  const { tokens, errors } = lexer.tokenize(text);
  if (errors.length > 0) throw new Error(`The person lexer is not total: ${errors[0]?.message ?? ""}`);
  return tokens;
}

/** Titles, parts and honours in words that may begin with a name. */
export interface NameParts {
  readonly group: IToken | null;
  readonly titles: readonly IToken[];
  readonly parts: readonly IToken[];
  readonly honours: readonly IToken[];
  readonly rest: readonly IToken[];
}

/**
 * The name at the start of words, and whatever follows it: "Mr. I. D. Ould OBE CC", "Lord Willy Bach", "van der Berg", "Cllrs A Smith".
 *
 * name = group? title* part* honour* rest
 */
export function nameParts(tokens: readonly IToken[]): NameParts {
  const [first] = tokens;
  const group = first?.tokenType === GroupTitle ? first : null;
  const titlesEnd = endOfRun(tokens, group === null ? 0 : 1, TITLES_ALONE);
  const partsEnd = endOfRun(tokens, titlesEnd, NAME_PARTS);
  const honoursEnd = endOfRun(tokens, partsEnd, HONOURS);
  return {
    group,
    titles: tokens.slice(group === null ? 0 : 1, titlesEnd),
    parts: tokens.slice(titlesEnd, partsEnd),
    honours: tokens.slice(partsEnd, honoursEnd),
    rest: tokens.slice(honoursEnd),
  };
}

const TITLES_ALONE: ReadonlySet<TokenType> = new Set([Title]);
/** A title among them is no first part, since titles in front are taken before: it is a surname ("Jane Bishop"). */
const NAME_PARTS: ReadonlySet<TokenType> = new Set([Initial, Capitals, Name, Particle, Title]);
const HONOURS: ReadonlySet<TokenType> = new Set([PostNominal]);

function endOfRun(tokens: readonly IToken[], from: number, types: ReadonlySet<TokenType>): number {
  let end = from;
  for (let type = tokens[end]?.tokenType; type !== undefined && types.has(type); type = tokens[end]?.tokenType) end++;
  return end;
}
