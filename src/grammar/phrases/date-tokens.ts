/** Tokens of dates and times. The lexer is total: every character becomes part of a token. */

import { createToken, Lexer, type TokenType } from "chevrotain";
import {
  MEETING_VERBS,
  MONTHS,
  NAMED_TIMES,
  ORDINAL_WORDS,
  TIME_INTRODUCERS,
  WEEKDAYS,
} from "../vocabulary/calendar.js";
import { NUMBER_WORDS } from "../vocabulary/number-words.js";
import { ANY_CHARACTER } from "./first-characters.js";
import { APOSTROPHE, LETTER, phrasePattern } from "./words.js";

/** The category of all tokens: what follows an island. */
export const AnyToken = createToken({ name: "AnyToken", pattern: Lexer.NA });

const token = (name: string, pattern: RegExp): TokenType =>
  createToken({ name, pattern, categories: AnyToken, line_breaks: false });

/** Blanks, a single line break and the invisible marks of web pages ("24<ZWSP>th"). */
const Blank = createToken({
  name: "Blank",
  pattern: /(?:[ \u00a0\u2000-\u200d\u202f\u2060\ufeff\u00ad]|\r?\n(?![ \t\r]*\n))+/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});

/** Money is no time: "£7.30". */
const Money = token("Money", /[£$€][ \u00a0]?\d[\d.,]*/);

export const IsoDate = token(
  "IsoDate",
  /\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|\.\d{1,2}\.\d{1,2})(?![\d/.-]*\d)/,
);

/** Day, month and year with one kind of mark; not a longer run of numbers, as versions and paragraph numbers are. */
export const NumericDate = createToken({
  name: "NumericDate",
  pattern:
    /\d{1,2}(?:\/\d{1,2}\/(?:\d{4}|\d{2})|\.\d{1,2}\.(?:\d{4}|\d{2})|-\d{1,2}-(?:\d{4}|\d{2})| \/ \d{1,2} \/ \d{4}| - \d{1,2} - \d{4})(?!\d|[/-][\dA-Za-z]|\.\d)/,
});

/** Hours and minutes; one figure of minutes, a longer run or a percentage is none. Without a mark between them ("730pm") only before "am" and "pm". */
export const ClockTime = token(
  "ClockTime",
  /\d{1,2}[.:h][0-5]\d(?!\d|[.:,/]\d|[ \u00a0]?%)|(?:\d|1[0-2])[0-5]\d(?=[ \u00a0]?[ap]\.?m(?![a-z]))/i,
);

/** Two days or hours: "1-2 May 2019", "7-9pm". */
export const NumberPair = token("NumberPair", /\d{1,2}[-–/]\d{1,2}(?![\d/]|[.:-]\d|[ \u00a0]?%)/);

/** Any other run of figures and marks, whole, so that no part of it is taken for a date. */
const NumberRun = token("NumberRun", /\d+(?:[.,/:-]\d+)+%?/);
export const FourFigures = token("FourFigures", /\d{4}(?!\d)/);
export const SmallNumber = token("SmallNumber", /\d{1,2}(?!\d|[ \u00a0]?%)/);
const LongNumber = token("LongNumber", /\d+/);

/** A month may hang on its day ("12thOctober"), a year on its month, and a day on its weekday: signs that a page has lost its blanks. */
const MONTH_NAMES = Object.keys(MONTHS).join("|");
export const Ordinal = token(
  "Ordinal",
  // Pandoc writes a raised ordinal as "15^th^".
  new RegExp(
    `\\^(?:st|nd|rd|th)\\^|(?:st|nd|rd|th)(?![${LETTER}0-9])|(?:st|nd|rd|th)(?=(?:${MONTH_NAMES})(?![${LETTER}]))`,
    "i",
  ),
);
export const Meridiem = token("Meridiem", new RegExp(`[ap](?:\\.?[ \\u00a0]?m\\.?)(?![${LETTER}0-9])`, "i"));
export const Hours = token("Hours", phrasePattern(["hrs", "hours", "h", "hr"]));
export const Month = token("Month", hanging(Object.keys(MONTHS), "(?:19|20)\\d\\d(?!\\d)"));
export const Weekday = token("Weekday", hanging(Object.keys(WEEKDAYS), "\\d{1,2}(?:st|nd|rd|th)"));
/** "twelfth", "twenty-first": days only where "of" and a month follow. */
export const OrdinalWord = token("OrdinalWord", phrasePattern(Object.keys(ORDINAL_WORDS)));
export const NamedTime = token("NamedTime", phrasePattern(Object.keys(NAMED_TIMES)));
export const HourWord = token("HourWord", phrasePattern(Object.keys(NUMBER_WORDS)));
export const OClock = token("OClock", new RegExp(`o[ ]?[${APOSTROPHE}]?[ ]?clock`, "i"));
export const Half = token("Half", phrasePattern(["half", "quarter", "a quarter"]));
export const Past = token("Past", phrasePattern(["past"]));
export const To = token("To", phrasePattern(["to", "until", "till", "through"]));
export const The = token("The", phrasePattern(["the"]));
export const Of = token("Of", phrasePattern(["of"]));
export const Day = token("Day", phrasePattern(["day"]));
export const And = token("And", new RegExp(`&|and(?![${LETTER}])`, "i"));
/** A verb that opens or closes a meeting; it introduces a time as well. */
const MeetingVerb = token("MeetingVerb", phrasePattern(MEETING_VERBS));
const Introducer = token("Introducer", phrasePattern(TIME_INTRODUCERS));

/** Letters with the figures that hang on them ("v1.2.19", "A66"), so that these are not read as numbers. */
const Word = token("Word", new RegExp(`[${LETTER}]+(?:[${APOSTROPHE}-][${LETTER}]+)*(?:\\d[\\d./:-]*)?`));
export const Comma = token("Comma", /,/);
export const Stop = token("Stop", /\./);
export const Apostrophe = token("Apostrophe", new RegExp(`[${APOSTROPHE}]`));
export const Hyphen = token("Hyphen", /[-‐-―−]+/);
export const Slash = token("Slash", /\//);
/** An empty line or a tab: no phrase goes on behind it. */
const Break = createToken({ name: "Break", pattern: /\t|\r?\n/, categories: AnyToken, line_breaks: true });
const Other = createToken({
  name: "Other",
  pattern: /[^\n]/,
  categories: AnyToken,
  line_breaks: false,
  start_chars_hint: ANY_CHARACTER,
});

/** What belongs to no date and no time: one ends before it. */
export const STRANGERS: ReadonlySet<unknown> = new Set([
  Money,
  NumberRun,
  LongNumber,
  MeetingVerb,
  Introducer,
  Word,
  Break,
  Other,
]);

/** Any of the words, whole or with the given figures hanging on it. */
function hanging(words: readonly string[], figures: string): RegExp {
  const whole = phrasePattern(words).source;
  const alternatives = whole.slice(0, whole.lastIndexOf("(?!"));
  return new RegExp(`${whole}|${alternatives}(?=${figures})`, "i");
}

/** In order of priority: runs of figures before their parts, keywords before words. */
export const DATE_TOKENS: TokenType[] = [
  AnyToken,
  Blank,
  Money,
  IsoDate,
  NumericDate,
  ClockTime,
  NumberPair,
  NumberRun,
  FourFigures,
  SmallNumber,
  LongNumber,
  Ordinal,
  Meridiem,
  Hours,
  Month,
  Weekday,
  OrdinalWord,
  NamedTime,
  HourWord,
  OClock,
  Half,
  Past,
  To,
  The,
  Of,
  Day,
  And,
  MeetingVerb,
  Introducer,
  Word,
  Comma,
  Stop,
  Apostrophe,
  Hyphen,
  Slash,
  Break,
  Other,
];
