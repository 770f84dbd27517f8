/** How minutes write months, weekdays and times of day. */

/** Spellings of the months in British, Irish and North American minutes; keys in lower case without a full stop. */
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  janurary: 1,
  february: 2,
  feb: 2,
  febuary: 2, // Slips of the pen seen often enough to read, here and below.
  feburary: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  agust: 8,
  september: 9,
  sept: 9,
  sep: 9,
  septmber: 9,
  october: 10,
  oct: 10,
  ocotber: 10,
  november: 11,
  nov: 11,
  novemeber: 11,
  december: 12,
  dec: 12,
  decemeber: 12,
};

/** Spellings of the weekdays; the number is that of `Date.getUTCDay`. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  sunday: 0,
  sun: 0,
  monday: 1,
  mon: 1,
  tuesday: 2,
  tues: 2,
  tue: 2,
  teusday: 2,
  wednesday: 3,
  wednsday: 3,
  wedensday: 3,
  wensday: 3,
  weds: 3,
  wed: 3,
  thursday: 4,
  thurs: 4,
  thur: 4,
  thu: 4,
  thusday: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
};

/** Days of the month in words, as formal minutes write them ("the twelfth of October"). */
export const ORDINAL_WORDS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  "twenty-first": 21,
  "twenty-second": 22,
  "twenty-third": 23,
  "twenty-fourth": 24,
  "twenty-fifth": 25,
  "twenty-sixth": 26,
  "twenty-seventh": 27,
  "twenty-eighth": 28,
  "twenty-ninth": 29,
  thirtieth: 30,
  "thirty-first": 31,
};

/** Names of a time: minutes since midnight. */
export const NAMED_TIMES: Readonly<Record<string, number>> = { noon: 720, midday: 720, "mid-day": 720, midnight: 0 };

/** Words after which "7.30" is a time of day, as clerks open and close a meeting. */
export const TIME_INTRODUCERS: readonly string[] = [
  "at",
  "from",
  "commencing",
  "commenced",
  "commences",
  "commence",
  "starting",
  "started",
  "starts",
  "start",
  "opening",
  "opened",
  "opens",
  "closing",
  "closed",
  "closes",
  "close",
  "ending",
  "ended",
  "ends",
  "end",
  "finishing",
  "finished",
  "finishes",
  "finish",
  "concluded",
  "adjourned",
  "convened",
  "resumed",
  "began",
  "begins",
  "until",
  "till",
  "before",
  "after",
  "time",
];

/** Words after which four bare digits are a time ("the meeting commenced at 1835"): the verbs only, since "at 1900" may be a year. */
export const MEETING_VERBS: readonly string[] = TIME_INTRODUCERS.filter(
  (word) => !["at", "from", "until", "till", "before", "after"].includes(word),
);

/** Words between the introducer and the time. */
export const APPROXIMATIONS: readonly string[] = ["approximately", "approx", "about", "around", "circa", "exactly"];

/** Units after which a number with a point is a measure. */
export const MEASURES: readonly string[] = [
  "m",
  "metre",
  "metres",
  "meters",
  "km",
  "mile",
  "miles",
  "million",
  "billion",
  "percent",
  "per",
  "hectares",
  "acres",
  "tonnes",
  "kg",
  "litres",
  "mph",
  "fte",
];

/** Words that point to a place in a document: the number behind them is no date and no time. */
export const REFERENCE_WORDS: readonly string[] = [
  "section",
  "sections",
  "paragraph",
  "para",
  "clause",
  "item",
  "items",
  "minute",
  "min",
  "appendix",
  "page",
  "no",
  "number",
  "rule",
];

/** Words before a number of a version; a date in words may follow them. */
export const VERSION_WORDS: readonly string[] = ["version", "ver", "rev", "release", "v"];
