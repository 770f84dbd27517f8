/**
 * The number at the start of a line: "12.", "(a)", "3.1", "PC/23/104", "C.45", "4-A", "Item 4:", "(Item 4)", "iv.".
 *
 * itemNumber = "("? worded? "("? number ")"? stop?
 */

import { CstParser, createToken, type IToken, Lexer } from "chevrotain";
import type { Span } from "../../model/source.js";
import { HEADING_NOUN } from "../vocabulary/headings.js";
import { ANY_CHARACTER } from "./first-characters.js";

export type NumberKind = "decimal" | "dotted" | "reference" | "letter" | "roman" | "suffixed";

export interface ItemNumber {
  readonly kind: NumberKind;
  /** As printed, without punctuation around it. */
  readonly label: string;
  /** Span of the label in the given text. */
  readonly span: Span;
  /** The whole numbers it is made of: 23/104 is [23, 104]; letters and romans count from 1. */
  readonly values: readonly number[];
  /** Offset at which the words behind the number begin. */
  readonly end: number;
  /** How the number is closed: "12." or "(a)"; null for a bare one. */
  readonly close: "." | ")" | "()" | ":" | null;
  /** Whether a word says what is counted ("Item 4"). */
  readonly isWorded: boolean;
}

const Worded = createToken({
  name: "Worded",
  pattern:
    /(?:(?:agenda|discussion|business)\s+(?:item|topic|point)|agenda|item|topic|minute|min)\.?\s*(?:no\.?|number|ref\.?|#)?\s*:?\s*(?=\d|\(|[a-z]{1,4}[.:)\s])/i,
});
const Reference = createToken({
  name: "Reference",
  pattern: /(?:[A-Z]{1,6}[ /-]?)?\d{1,4}(?:\s?\/\s?\d{1,4}){1,2}[a-z]?(?:\.\d{1,2})?(?![\d/])/,
});
/** Other ways to put a series in front of a number: "CAB.58", "2023-104", "4-A", "04(2).24.01", "B2" before a title, and "03.26 08" with its stop forgotten. */
const Compound = createToken({
  name: "Compound",
  pattern:
    /(?:[A-Z]{1,6}[./-]\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]?|\d{1,4}-(?:\d{1,4}|[A-Z])|\d{1,2}\(\d\)(?:\.\d{1,3}){1,2}|\d{2}\.\d{2} \d{2}(?=\s+[A-Z])|[A-K]\d{1,2}(?=[.:)]?\s+[A-Z][a-z]))(?![\w/])/,
});
const Dotted = createToken({ name: "Dotted", pattern: /\d{1,4}(?:\.\d{1,3}){1,3}(?![\d%])/ });
const Suffixed = createToken({ name: "Suffixed", pattern: /\d{1,3}\s?\(?[a-z]\)?(?![a-z\d])/ });
const Decimal = createToken({ name: "Decimal", pattern: /\d{1,5}(?![\d%/]|[,:]\d)/ });
const Roman = createToken({
  name: "Roman",
  pattern: /(?=[ivxIVX])(?:x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))(?<=[ivxIVX])(?![a-zA-ZÀ-ſ\d])/,
  start_chars_hint: [..."ivxIVX"],
});
const Letter = createToken({ name: "Letter", pattern: /[a-zA-Z](?![\w’'])/ });
const Open = createToken({ name: "Open", pattern: /[([]/ });
const CloseBracket = createToken({ name: "CloseBracket", pattern: /\.?[)\]]\.?/ });
const Stop = createToken({ name: "Stop", pattern: /[.:](?!\d)[-–—]?|[-–—](?=\s)/ });
/** "*** 1 APOLOGIES": what a typist puts in front of a heading to set it apart. */
const DECORATION = /^[*=#~_]{2,}\s+/;
const Blank = createToken({ name: "Blank", pattern: /\s+/, line_breaks: true });
const Rest = createToken({
  name: "Rest",
  pattern: /(?:.|\s)+/,
  line_breaks: true,
  start_chars_hint: ANY_CHARACTER,
});

const TOKENS = [
  Worded,
  Open,
  Reference,
  Compound,
  Dotted,
  Suffixed,
  Decimal,
  Roman,
  Letter,
  CloseBracket,
  Stop,
  Blank,
  Rest,
];

class ItemNumberParser extends CstParser {
  constructor() {
    super(TOKENS, { maxLookahead: 3, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  /** itemNumber = Open? Worded? Open? number CloseBracket? Stop? (Blank | Rest)* */
  readonly itemNumber = this.RULE("itemNumber", () => {
    this.OPTION(() => this.CONSUME(Open));
    this.OPTION1(() => this.CONSUME(Worded));
    this.OPTION4(() => this.CONSUME1(Open));
    this.SUBRULE(this.number);
    this.OPTION2(() => this.CONSUME(CloseBracket));
    this.OPTION3(() => this.CONSUME(Stop));
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(Blank) }, { ALT: () => this.CONSUME(Rest) }]));
  });

  private readonly number = this.RULE("number", () => {
    this.OR([
      { ALT: () => this.CONSUME(Reference) },
      { ALT: () => this.CONSUME(Compound) },
      { ALT: () => this.CONSUME(Dotted) },
      { ALT: () => this.CONSUME(Suffixed) },
      { ALT: () => this.CONSUME(Decimal) },
      { ALT: () => this.CONSUME(Roman) },
      { ALT: () => this.CONSUME(Letter) },
    ]);
  });
}

/** Dates, times and years that begin a line. */
const NO_NUMBER =
  /^\s*(?:\d{1,2}\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\b|noon|hrs|hours)|(?:19|20)\d{2}\s|\d{1,2}\/\d{1,2}\/\d{2,4})/i;

const lexer = new Lexer([...TOKENS], { positionTracking: "onlyOffset", ensureOptimizations: true });
const parser = new ItemNumberParser();

/** Reads the number at the start of a line (or of a cell). Null where there is none. A letter or roman needs a bracket or full stop. */
export function readItemNumber(text: string): ItemNumber | null {
  const decoration = DECORATION.exec(text)?.[0].length ?? 0;
  return decoration === 0 ? readNumber(text) : moved(readNumber(text.slice(decoration)), decoration);
}

/** "B. Turf Field": a letter that may as well be the initial of a name; what stands around it must tell. */
export function readLetterOrInitial(text: string): ItemNumber | null {
  const match = /^\s*([A-Z])\.\s+(?=\p{Lu})/u.exec(text);
  const label = match?.[1];
  if (match === null || label === undefined) return null;
  const start = match[0].indexOf(label);
  const end = match[0].length;
  const span = { start, end: start + 1 };
  return { kind: "letter", label, span, values: valuesOf("letter", label), end, close: ".", isWorded: false };
}

function moved(number: ItemNumber | null, by: number): ItemNumber | null {
  if (number === null) return null;
  return { ...number, span: { start: number.span.start + by, end: number.span.end + by }, end: number.end + by };
}

function readNumber(text: string): ItemNumber | null {
  if (
    !/^[\s([]*(?:\d|[ivx]{1,8}(?![a-zÀ-ſ\d])|[a-zA-Z][.)\]]|\([a-zA-Z]|item|agenda|min|topic|discussion|business|[A-Z]{1,6}[ ./-]?\d)/i.test(
      text,
    )
  )
    return null;
  const { tokens, errors } = lexer.tokenize(text.slice(0, 60));
  if (errors.length > 0 || NO_NUMBER.test(text)) return null;
  while (tokens[0]?.tokenType === Blank) tokens.shift();
  const head = headOf(tokens);
  if (!opensWithNumber(head)) return null;
  parser.input = head;
  const tree = parser.itemNumber();
  if (parser.errors.length > 0 || tree === undefined) return null;
  return toNumber(text, head);
}

/** Asked before the parser, whose failure costs much more than this look. */
function opensWithNumber(head: readonly IToken[]): boolean {
  const first = head.find(({ tokenType }) => tokenType !== Open && tokenType !== Worded);
  return first !== undefined && KINDS.has(first.tokenType);
}

/** What can belong to a number; whatever comes behind is rest. */
function headOf(tokens: readonly IToken[]): IToken[] {
  let hasNumber = false;
  const end = tokens.findIndex(({ tokenType }) => {
    if (tokenType === Blank || tokenType === Rest || (hasNumber && tokenType === Worded)) return true;
    hasNumber ||= KINDS.has(tokenType);
    return false;
  });
  return end === -1 ? [...tokens] : tokens.slice(0, end);
}

function toNumber(text: string, head: readonly IToken[]): ItemNumber | null {
  const numberToken = head.find((token) => KINDS.has(token.tokenType));
  if (numberToken === undefined) return null;
  const kind = KINDS.get(numberToken.tokenType) ?? "decimal";
  const isOpen = head.some((token) => token.tokenType === Open);
  const bracket = head.find((token) => token.tokenType === CloseBracket);
  const stop = head.find((token) => token.tokenType === Stop);
  if (isOpen !== (bracket !== undefined) && isOpen) return null;
  const close = isOpen
    ? "()"
    : bracket !== undefined
      ? ")"
      : stop === undefined
        ? null
        : stop.image === "."
          ? "."
          : ":";
  if ((kind === "letter" || kind === "roman") && (close === null || close === ":")) return null;
  const last = head.at(-1) ?? numberToken;
  const after = last.startOffset + last.image.length;
  const isWorded = head.some((token) => token.tokenType === Worded);
  const next = text.slice(after);
  // "10am", "2nd", "1.5m" and "3 members" are no numbers of items; a bare number needs a blank and more than a unit behind it.
  // "3 members of the public": a count, not a number.
  if ((kind === "decimal" || isWorded) && close === null && /^\s+[a-z]/.test(next)) return null;
  // "b)Waste": a bracket needs no blank in front of a word.
  const isTight = close !== "." && /^\p{Lu}\p{Ll}/u.test(next);
  const needsBlank = close === null || ((kind === "letter" || kind === "roman") && !isTight);
  if (next !== "" && !/^\s/.test(next) && needsBlank) return null;
  if (kind === "letter" && close === "." && isName(next)) return null;
  const span = { start: numberToken.startOffset, end: numberToken.startOffset + numberToken.image.length };
  // "1 - Apologies": a dash between the number and its title.
  const blanks = (/^\s+[-–—]\s+(?=\p{Lu})/u.exec(next) ?? /^\s*/.exec(next))?.[0].length ?? 0;
  const label = kind === "reference" ? numberToken.image.trim() : numberToken.image.replace(/\s+|[()]/g, "");
  return { kind, label, span, values: valuesOf(kind, label), end: after + blanks, close, isWorded };
}

/** "D. Green, H. Hill" and "D. Green": an initial and a name, not a letter and a title. */
function isName(next: string): boolean {
  if (/^\s+[A-Z][\w’'-]+[,;]/.test(next)) return true;
  const words = next.trim();
  if (!/^[A-Z][\w’'-]+(?:\s|$)/.test(words) || words.split(/\s+/).length > 3) return false;
  // "A. Strategic plan": of a name every word has a capital, but "de" and its like.
  if (/\s(?!(?:de|da|du|di|van|von|der|la|le)\b)\p{Ll}/u.test(words)) return false;
  return !(
    /\s(?:of|the|and|to|from|for|&)\s/i.test(words) ||
    /^[A-Z]{3,}\s+[A-Z]{3,}/.test(words) ||
    HEADING_NOUN.test(words)
  );
}

const KINDS = new Map<typeof Open, NumberKind>([
  [Reference, "reference"],
  [Compound, "reference"],
  [Dotted, "dotted"],
  [Suffixed, "suffixed"],
  [Decimal, "decimal"],
  [Roman, "roman"],
  [Letter, "letter"],
]);

function valuesOf(kind: NumberKind, label: string): number[] {
  if (kind === "roman") return [romanValue(label)];
  if (kind === "letter") return [label.toLowerCase().charCodeAt(0) - 96];
  const numbers = (label.match(/\d+/g) ?? []).map(Number);
  // "4-A" counts by its letter.
  if (kind === "reference" && /\d-[A-Z]$/.test(label)) return [...numbers, label.charCodeAt(label.length - 1) - 64];
  return kind === "suffixed" ? [...numbers, (label.at(-1) ?? "a").toLowerCase().charCodeAt(0) - 96] : numbers;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Value of a roman number of any case: "iv" is 4. */
export function romanValue(roman: string): number {
  const digits = [...roman.toLowerCase()].map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return digits.reduce((sum, digit, position) => (digit < (digits[position + 1] ?? 0) ? sum - digit : sum + digit), 0);
}
