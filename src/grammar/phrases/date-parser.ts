/** The grammar of dates and times: an island in running text, so both rules end with whatever follows. */

import { type CstNode, CstParser, type IToken, Lexer, type TokenType } from "chevrotain";
import * as t from "./date-tokens.js";

/** Lexes and parses one phrase at a time. */
class DateParser extends CstParser {
  constructor() {
    super(t.DATE_TOKENS, { recoveryEnabled: false, nodeLocationTracking: "none" });
    this.performSelfAnalysis();
  }

  // date = (weekday ","? "the"?)? (iso | numeric | dayFirst | monthFirst)
  //   "Monday, 11th December, 2017", "the 7th day of May 2019", "Tuesday, 10/2/20"
  readonly date = this.RULE("date", () => {
    this.OPTION(() => {
      this.CONSUME(t.Weekday);
      this.OPTION1(() => this.CONSUME(t.Stop));
      this.OPTION2(() => this.CONSUME(t.Comma));
      this.OPTION3(() => this.CONSUME(t.Hyphen));
    });
    this.OPTION4(() => this.CONSUME(t.The));
    this.OR([
      { ALT: () => this.CONSUME(t.IsoDate) },
      { ALT: () => this.CONSUME(t.NumericDate) },
      { ALT: () => this.SUBRULE(this.dayFirst) },
      { ALT: () => this.SUBRULE(this.dayInWords) },
      { ALT: () => this.SUBRULE(this.monthFirst) },
    ]);
    this.SUBRULE(this.rest);
  });

  // dayFirst = day (("&" | "to" | "-") day)? "day"? "of"? month year?
  //   "11 December 2017", "11-Dec-17", "1st & 2nd May 2020", "6 th November 2018"
  private readonly dayFirst = this.RULE("dayFirst", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.NumberPair, { LABEL: "day" }) },
      {
        ALT: () => {
          this.CONSUME(t.SmallNumber, { LABEL: "day" });
          this.OPTION(() => this.CONSUME(t.Ordinal));
        },
      },
    ]);
    this.OPTION1({
      // "&", "to" or a hyphen leads to a second day here; a hyphen before the month is a joint.
      GATE: () => this.LA(1).tokenType !== t.Hyphen || this.LA(2).tokenType === t.SmallNumber,
      DEF: () => {
        this.OR1([
          { ALT: () => this.CONSUME(t.And) },
          { ALT: () => this.CONSUME(t.To) },
          { ALT: () => this.CONSUME(t.Hyphen) },
        ]);
        this.OPTION5(() => this.CONSUME(t.The));
        this.CONSUME1(t.SmallNumber, { LABEL: "secondDay" });
        this.OPTION2(() => this.CONSUME1(t.Ordinal));
      },
    });
    this.OPTION3(() => this.CONSUME(t.Day));
    this.OPTION4(() =>
      this.OR2([
        {
          ALT: () => {
            this.OPTION7(() => this.CONSUME(t.Stop));
            this.CONSUME(t.Of);
          },
        },
        { ALT: () => this.SUBRULE(this.joint) },
      ]),
    );
    this.CONSUME(t.Month);
    this.OPTION6({ GATE: () => this.isYearNext(), DEF: () => this.SUBRULE(this.year) });
  });

  // dayInWords = ordinal "day"? "of" month year?
  //   "the twelfth of October 2023"
  private readonly dayInWords = this.RULE("dayInWords", () => {
    this.CONSUME(t.OrdinalWord, { LABEL: "day" });
    this.OPTION(() => this.CONSUME(t.Day));
    this.CONSUME(t.Of);
    this.CONSUME(t.Month);
    this.OPTION1({ GATE: () => this.isYearNext(), DEF: () => this.SUBRULE(this.year) });
  });

  // monthFirst = month day ordinal? ","? year?
  //   "December 11, 2017"
  private readonly monthFirst = this.RULE("monthFirst", () => {
    this.CONSUME(t.Month);
    this.OPTION(() => this.CONSUME(t.Stop));
    this.OPTION1(() => this.CONSUME(t.The));
    this.CONSUME(t.SmallNumber, { LABEL: "day" });
    this.OPTION2(() => this.CONSUME(t.Ordinal));
    this.OPTION3({ GATE: () => this.isYearNext(), DEF: () => this.SUBRULE(this.year) });
  });

  // year = joint? "’"? (four figures | two figures)
  private readonly year = this.RULE("year", () => {
    this.OPTION(() => this.SUBRULE(this.joint));
    this.OPTION1(() => this.CONSUME(t.Apostrophe));
    this.OR([{ ALT: () => this.CONSUME(t.FourFigures) }, { ALT: () => this.CONSUME(t.SmallNumber) }]);
  });

  private readonly joint = this.RULE("joint", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Comma) },
      {
        ALT: () => {
          this.CONSUME(t.Stop);
          this.OPTION(() => this.CONSUME1(t.Comma));
        },
      },
      { ALT: () => this.CONSUME(t.Hyphen) },
      { ALT: () => this.CONSUME(t.Slash) },
    ]);
  });

  // time = clock meridiem? | hour meridiem | four figures "hrs" | (12)? "noon" | "half past" hour | hour "o'clock"
  //   "1.30 pm", "7-9pm", "1400 hrs", "12 noon", "half past seven"
  readonly time = this.RULE("time", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.ClockTime);
          this.OPTION3({ GATE: () => this.LA(2).tokenType === t.Meridiem, DEF: () => this.CONSUME(t.Stop) });
          this.OPTION(() => this.OR1([{ ALT: () => this.CONSUME(t.Meridiem) }, { ALT: () => this.CONSUME(t.Hours) }]));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.FourFigures);
          this.OPTION1(() => this.CONSUME1(t.Hours));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.NumberPair);
          this.CONSUME1(t.Meridiem);
        },
      },
      { ALT: () => this.SUBRULE(this.wholeHour) },
      { ALT: () => this.CONSUME(t.NamedTime) },
      {
        ALT: () => {
          this.CONSUME(t.Half);
          this.OR2([{ ALT: () => this.CONSUME(t.Past) }, { ALT: () => this.CONSUME(t.To) }]);
          this.OR3([
            { ALT: () => this.CONSUME(t.HourWord, { LABEL: "hour" }) },
            { ALT: () => this.CONSUME(t.SmallNumber, { LABEL: "hour" }) },
          ]);
          this.OPTION2(() => this.CONSUME2(t.Meridiem));
        },
      },
    ]);
    this.SUBRULE(this.rest);
  });

  // wholeHour = hour ("o'clock"? meridiem | "o'clock" | "noon")
  private readonly wholeHour = this.RULE("wholeHour", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.HourWord, { LABEL: "hour" }) },
      { ALT: () => this.CONSUME(t.SmallNumber, { LABEL: "hour" }) },
    ]);
    this.OR1([
      {
        ALT: () => {
          this.CONSUME(t.OClock);
          this.OPTION(() => this.CONSUME1(t.Meridiem));
        },
      },
      { ALT: () => this.CONSUME(t.Meridiem) },
      { ALT: () => this.CONSUME(t.NamedTime) },
    ]);
  });

  /** Two figures behind a month are a year unless they begin another date or a time ("on 2 May 11 June", "on 2 May 10 am"). */
  private isYearNext(): boolean {
    let ahead = 1;
    while (ahead < 4 && YEAR_LEAD.has(this.LA(ahead).tokenType)) ahead++;
    const year = this.LA(ahead);
    if (year.tokenType === t.FourFigures) return /^(?:1[89]|20)/.test(year.image);
    return (
      year.tokenType === t.SmallNumber && year.image.length === 2 && !NO_YEAR_BEFORE.has(this.LA(ahead + 1).tokenType)
    );
  }

  private readonly rest = this.RULE("rest", () => {
    this.MANY(() => this.CONSUME(t.AnyToken));
  });
}

const YEAR_LEAD: ReadonlySet<TokenType> = new Set([t.Comma, t.Stop, t.Hyphen, t.Slash, t.Apostrophe]);
const NO_YEAR_BEFORE: ReadonlySet<TokenType> = new Set([
  t.Month,
  t.Meridiem,
  t.Hours,
  t.OClock,
  t.Ordinal,
  t.NamedTime,
]);

const lexer = new Lexer(t.DATE_TOKENS, { positionTracking: "onlyOffset", ensureOptimizations: true });
const parser = new DateParser();

/** Longest phrase in tokens, and one more to see what stands behind it. */
const WINDOW = 14;

/** All tokens of a text. */
export function lexDates(text: string): readonly IToken[] {
  const { tokens, errors } = lexer.tokenize(text);
  if (errors.length > 0) throw new Error(`The date lexer is not total: ${errors[0]?.message ?? ""}`);
  return tokens;
}

/** The date or time phrase that begins at a token; null where none does. */
export function parseAt(rule: "date" | "time", tokens: readonly IToken[], start: number): CstNode | null {
  let end = start;
  while (end < start + WINDOW && end < tokens.length && !t.STRANGERS.has(tokens[end]?.tokenType)) end++;
  parser.input = tokens.slice(start, end);
  const node = parser[rule]();
  return parser.errors.length > 0 ? null : node;
}
