/**
 * A cell that is one number: "£1,022.94", "(250.00)", "41%", "-3", "1 234".
 *
 * amount = "("? sign? currency? sign? number currency? "%"? ")"? ("CR" | "DR")?
 */

import { CstParser, createToken, Lexer } from "chevrotain";
import { ANY_CHARACTER } from "./first-characters.js";

export interface Amount {
  readonly value: number;
  /** ISO 4217 code or "%"; null for a bare number. */
  readonly unit: string | null;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  "£": "GBP",
  "€": "EUR",
  $: "USD",
  gbp: "GBP",
  eur: "EUR",
  usd: "USD",
  "€uro": "EUR",
};

const Blank = createToken({ name: "AmountBlank", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
const Open = createToken({ name: "AmountOpen", pattern: /\(/ });
const Close = createToken({ name: "AmountClose", pattern: /\)/ });
const Sign = createToken({ name: "AmountSign", pattern: /[-−–+]/ });
const Currency = createToken({ name: "Currency", pattern: /[£€$]|gbp|eur|usd/i });
const Figure = createToken({ name: "Figure", pattern: /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/ });
const Percent = createToken({ name: "Percent", pattern: /%|per\s?cent/i, line_breaks: false });
const Side = createToken({ name: "Side", pattern: /cr|dr/i });
const Other = createToken({
  name: "AmountOther",
  pattern: /.|\s/,
  line_breaks: true,
  start_chars_hint: ANY_CHARACTER,
});

const TOKENS = [Blank, Open, Close, Sign, Currency, Figure, Percent, Side, Other];

class AmountParser extends CstParser {
  constructor() {
    super(TOKENS, { maxLookahead: 2, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  readonly amount = this.RULE("amount", () => {
    this.OPTION(() => this.CONSUME(Open));
    this.OPTION1(() => this.CONSUME(Sign));
    this.OPTION2(() => this.CONSUME(Currency));
    this.OPTION3(() => this.CONSUME1(Sign));
    this.CONSUME(Figure);
    this.OPTION4(() => this.CONSUME1(Currency));
    this.OPTION5(() => this.CONSUME(Percent));
    this.OPTION6(() => this.CONSUME(Close));
    this.OPTION7(() => this.CONSUME(Side));
  });
}

const lexer = new Lexer(TOKENS, { positionTracking: "onlyOffset", ensureOptimizations: true });
const parser = new AmountParser();

/** The number that a cell is; null where it holds anything else. Brackets and DR make it negative. */
export function readAmount(text: string): Amount | null {
  if (!/\d/.test(text) || text.length > 24) return null;
  const { tokens } = lexer.tokenize(text);
  // Asked before the parser, whose failure costs much more than this look.
  if (tokens.some(({ tokenType }) => tokenType === Other)) return null;
  parser.input = tokens;
  const tree = parser.amount();
  if (parser.errors.length > 0 || tree === undefined) return null;
  const image = (name: string) => tree.children[name]?.[0] as { image: string } | undefined;
  const isNegative =
    image("AmountOpen") !== undefined ||
    /[-−–]/.test(image("AmountSign")?.image ?? "") ||
    /dr/i.test(image("Side")?.image ?? "");
  const figure = Number((image("Figure")?.image ?? "0").replace(/,/g, ""));
  const currency = image("Currency")?.image.toLowerCase();
  const unit = image("Percent") !== undefined ? "%" : currency === undefined ? null : (CURRENCIES[currency] ?? null);
  return { value: isNegative ? -figure : figure, unit };
}
