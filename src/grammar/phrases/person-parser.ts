/** The grammar of an entry of an attendance list, and of a name. Both are total: any words parse, and plain functions judge them. */

import { type CstNode, CstParser, createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { COUNCIL_TIERS, GROUP_TITLES, PARTICLES, POST_NOMINALS, RANKS, TITLES } from "../vocabulary/people.js";
import { ANY_CHARACTER } from "./first-characters.js";
import { APOSTROPHE, CAPITAL, LETTER, nodesNamed, phrasePattern, tokensNamed, tokensUnder } from "./words.js";

const AnyToken = createToken({ name: "AnyToken", pattern: Lexer.NA });
/** What words of an entry are made of; all but brackets and separators. */
const AnyWord = createToken({ name: "AnyWord", pattern: Lexer.NA, categories: AnyToken });

const word = (name: string, pattern: RegExp): TokenType =>
  createToken({ name, pattern, categories: AnyWord, line_breaks: false });
const mark = (name: string, pattern: RegExp): TokenType =>
  createToken({ name, pattern, categories: AnyToken, line_breaks: false });

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
export const Gap = mark("Gap", /[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{3,}/);
const Blank = createToken({
  name: "Blank",
  pattern: /[ \u00a0\u2000-\u200d\u202f\u2060\ufeff\u00ad\r\n]+/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});
export const Address = word("Address", /[A-Za-z0-9._%+-]*@[A-Za-z0-9._-]+|https?:\/\/[^ \n\t)\]]+/);
export const NumberWord = word("NumberWord", /\d[\d.,:/]*[A-Za-z]*/);
export const GroupTitle = word(
  "GroupTitle",
  phrasePattern(
    [...asWrittenOrCapitals(GROUP_TITLES), ...GROUP_TITLES.map((title) => title.toLowerCase())],
    TITLE_TAIL,
    true,
  ),
);
export const Title = word(
  "Title",
  phrasePattern(asWrittenOrCapitals([...TIERED, ...LETTERED, ...TITLES, ...RANKS, "cllr"]), TITLE_TAIL, true),
);
export const PostNominal = word("PostNominal", phrasePattern(POST_NOMINALS, `(?![${APOSTROPHE}-])\\.?`, true));
/** "K", "K.", "J.P.", and "S." of "S.Franke". */
export const Initial = word(
  "Initial",
  new RegExp(
    `(?:[${CAPITAL}]\\.)+[${CAPITAL}]?(?![${LETTER}${APOSTROPHE}/-])|(?:[${CAPITAL}]\\.)+|[${CAPITAL}](?![${LETTER}${APOSTROPHE}/-])`,
  ),
);
/** Two to five capitals: initials, an abbreviation, or a short name in capitals. */
export const Capitals = word("Capitals", new RegExp(`[${CAPITAL}]{2,5}(?![${LETTER}0-9${APOSTROPHE}-])`));
export const And = word("And", new RegExp(`[&+]|(?:and|AND)(?![${LETTER}${APOSTROPHE}-])`));
const Particle = word("Particle", phrasePattern(PARTICLES, `(?![${APOSTROPHE}-])`, true));
/** A word with a capital, "St. John", also one behind an abbreviated "acting" ("A/Director") and what somebody is called (Colin "Buster" Brown). */
export const Name = word(
  "Name",
  new RegExp(
    `St\\. ?[${CAPITAL}]${INNER}|(?:[AT]/|d[${APOSTROPHE}])?[${CAPITAL}]${INNER}|["“][${CAPITAL}]${INNER}["”](?= )`,
  ),
);
/** Any other word; "d'Arcy" and "eGovernment" are among them. */
export const Lower = word("Lower", new RegExp(`[${LETTER}]${INNER}`));
const Slash = word("Slash", /\//);
export const Stop = word("Stop", /\./);
const Open = mark("Open", /[([{]/);
const Close = mark("Close", /[)\]}]/);
export const Comma = mark("Comma", /,/);
export const Semicolon = mark("Semicolon", /;/);
export const Colon = mark("Colon", /:/);
export const Dash = mark("Dash", /[-‐-―−]+/);
/** Bullets and other marks. */
const Other = createToken({
  name: "Other",
  pattern: /[^\n]/,
  categories: AnyToken,
  line_breaks: false,
  start_chars_hint: ANY_CHARACTER,
});

const TOKENS: TokenType[] = [
  AnyToken,
  AnyWord,
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

/** Lexes nothing itself; `entryPieces` and `nameParts` are its doors. */
class PersonParser extends CstParser {
  constructor() {
    super(TOKENS, { recoveryEnabled: false, nodeLocationTracking: "none" });
    this.performSelfAnalysis();
  }

  // entry = piece*
  //   "Insp. M Calder (Pennshire Police)", "Chair - Councillor K J Lodge"
  readonly entry = this.RULE("entry", () => {
    this.MANY(() => this.SUBRULE(this.piece));
  });

  // piece = bracket | words | mark
  private readonly piece = this.RULE("piece", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.bracket) },
      { ALT: () => this.SUBRULE(this.words) },
      { ALT: () => this.SUBRULE(this.mark) },
      { ALT: () => this.CONSUME(Close) },
    ]);
  });

  // bracket = "(" (words | mark | "(")* ")"?
  //   "(Chair)", "(minute 53 refers)"; one that is never closed ends with the entry, one inside another is not kept apart
  private readonly bracket = this.RULE("bracket", () => {
    this.CONSUME(Open);
    this.MANY(() => this.SUBRULE(this.inside));
    this.OPTION(() => this.CONSUME(Close));
  });

  private readonly inside = this.RULE("inside", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.words) },
      { ALT: () => this.SUBRULE(this.mark) },
      { ALT: () => this.CONSUME(Open) },
    ]);
  });

  private readonly words = this.RULE("words", () => {
    this.AT_LEAST_ONE(() => this.CONSUME(AnyWord));
  });

  private readonly mark = this.RULE("mark", () => {
    this.OR(SEPARATORS.map((separator) => ({ ALT: () => this.CONSUME(separator) })));
  });

  // name = group? title* part* honour* rest
  //   "Mr. I. D. Ould OBE CC", "Lord Willy Bach", "van der Berg", "Cllrs A Smith"
  readonly name = this.RULE("name", () => {
    this.OPTION(() => this.CONSUME(GroupTitle));
    this.MANY(() => this.CONSUME(Title));
    this.MANY1(() => this.SUBRULE(this.part));
    this.MANY2(() => this.CONSUME(PostNominal));
    this.MANY3(() => this.CONSUME(AnyToken, { LABEL: "rest" }));
  });

  private readonly part = this.RULE("part", () => {
    this.OR([
      { ALT: () => this.CONSUME(Initial) },
      { ALT: () => this.CONSUME(Capitals) },
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.CONSUME(Particle) },
      // Not the first: titles in front are taken before, so this one is a surname ("Jane Bishop").
      { ALT: () => this.CONSUME(Title) },
    ]);
  });
}

const SEPARATORS: readonly TokenType[] = [Gap, Comma, Semicolon, Colon, Dash, Other];
const lexer = new Lexer(TOKENS, { positionTracking: "onlyOffset", ensureOptimizations: true });
const parser = new PersonParser();

/** A stretch of an entry: words, a bracket with the pieces inside it, or a mark between. */
export type Piece =
  | { readonly kind: "words"; readonly tokens: readonly IToken[] }
  | { readonly kind: "bracket"; readonly tokens: readonly IToken[]; readonly inside: readonly Piece[] }
  | { readonly kind: "mark"; readonly tokens: readonly [IToken] };

/** The pieces of an entry or of a run of entries, in order. */
export function entryPieces(text: string): Piece[] {
  const { tokens, errors } = lexer.tokenize(text);
  if (errors.length > 0) throw new Error(`The person lexer is not total: ${errors[0]?.message ?? ""}`);
  parser.input = tokens;
  const node = parser.entry();
  if (parser.errors.length > 0) throw new Error(`The entry grammar is not total: ${parser.errors[0]?.message ?? ""}`);
  return nodesNamed(node, "piece").flatMap(pieceOf);
}

function pieceOf(node: CstNode): Piece[] {
  const tokens = tokensUnder(node);
  const [first] = tokens;
  const bracket = nodesNamed(node, "bracket")[0];
  if (bracket !== undefined) {
    return [{ kind: "bracket", tokens, inside: nodesNamed(bracket, "inside").flatMap(pieceOf) }];
  }
  if (nodesNamed(node, "words").length > 0) return [{ kind: "words", tokens }];
  return first === undefined ? [] : [{ kind: "mark", tokens: [first] }];
}

/** What the grammar sees in words that may begin with a name. */
export interface NameParts {
  readonly group: IToken | null;
  readonly titles: readonly IToken[];
  readonly parts: readonly IToken[];
  readonly honours: readonly IToken[];
  readonly rest: readonly IToken[];
}

/** Titles, parts and honours at the start of the tokens, and whatever follows them. */
export function nameParts(tokens: readonly IToken[]): NameParts {
  parser.input = [...tokens];
  const node = parser.name();
  if (parser.errors.length > 0) throw new Error(`The name grammar is not total: ${parser.errors[0]?.message ?? ""}`);
  return {
    group: tokensNamed(node, "GroupTitle")[0] ?? null,
    titles: tokensNamed(node, "Title"),
    parts: nodesNamed(node, "part").flatMap(tokensUnder),
    honours: tokensNamed(node, "PostNominal"),
    rest: tokensNamed(node, "rest"),
  };
}
