/** Dates in running text, moved by whole weeks: the day of the week stays true, and each keeps the way in which it was written. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const MONTH = `${MONTHS.join("|")}|${MONTHS.map((month) => month.slice(0, 3)).join("|")}|Sept`;

const DATE = new RegExp(
  [
    `(?<year>\\b\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})\\b`,
    `\\b(?<first>\\d{1,2})(?<mark>[./-])(?<second>\\d{1,2})\\k<mark>(?<numberYear>\\d{4}|\\d{2})\\b`,
    `\\b(?<dayBefore>\\d{1,2})(?<ordinal>st|nd|rd|th)?(?<between>\\s+(?:of\\s+)?)(?<monthBehind>${MONTH})\\b(?:(?<comma>,?\\s+)(?<yearBehind>\\d{4})\\b)?`,
    `\\b(?<monthBefore>${MONTH})(?<space>\\s+)(?<dayBehind>\\d{1,2})(?<lateOrdinal>st|nd|rd|th)?(?!\\d)(?:(?<lateComma>,?\\s+)(?<lateYear>\\d{4})\\b)?`,
  ].join("|"),
  "gi",
);

export interface DateShift {
  readonly weeks: number;
  /** Of the dates that name none. */
  readonly year: number;
  /** Whether 3/4/2020 is in March. */
  readonly isMonthFirst: boolean;
}

/** An ISO date so many weeks later. */
export function shiftedIso(iso: string, weeks: number): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return shifted(year, month, day, weeks).toISOString().slice(0, 10);
}

export function shiftDates(text: string, shift: DateShift): string {
  return text.replaceAll(DATE, (...found) => {
    const [whole] = found as [string];
    return rewritten(whole, found.at(-1) as Groups, shift);
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function rewritten(whole: string, groups: Groups, { weeks, year, isMonthFirst }: DateShift): string {
  if (groups.year !== undefined) return shiftedIso(whole, weeks);
  if (groups.first !== undefined) return numbersRewritten(whole, groups, weeks, isMonthFirst);
  const yearWritten = groups.yearBehind ?? groups.lateYear;
  const name = groups.monthBehind ?? groups.monthBefore ?? "";
  const day = Number(groups.dayBefore ?? groups.dayBehind);
  const month = monthNumber(name);
  if (day < 1 || day > 31) return whole;
  const date = shifted(yearWritten === undefined ? year : Number(yearWritten), month, day, weeks);
  const isOrdinal = (groups.ordinal ?? groups.lateOrdinal) !== undefined;
  const dayNow = isOrdinal ? ordinal(date.getUTCDate()) : String(date.getUTCDate());
  const monthNow = likeWritten(name, MONTHS[date.getUTCMonth()] ?? "");
  const yearNow = yearWritten === undefined ? "" : `${groups.comma ?? groups.lateComma ?? " "}${date.getUTCFullYear()}`;
  return groups.dayBefore === undefined
    ? `${monthNow}${groups.space ?? " "}${dayNow}${yearNow}`
    : `${dayNow}${groups.between ?? " "}${monthNow}${yearNow}`;
}

function numbersRewritten(whole: string, groups: Groups, weeks: number, isMonthFirst: boolean): string {
  const { first = "", second = "", mark = "/", numberYear = "" } = groups;
  const [day, month] = isMonthFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  if (day < 1 || day > 31 || month < 1 || month > 12) return whole;
  const year =
    numberYear.length === 4 ? Number(numberYear) : Number(numberYear) + (Number(numberYear) > 50 ? 1900 : 2000);
  const date = shifted(year, month, day, weeks);
  const dayNow = String(date.getUTCDate()).padStart(2, "0");
  const monthNow = String(date.getUTCMonth() + 1).padStart(2, "0");
  const yearNow = String(date.getUTCFullYear()).slice(-numberYear.length);
  return [...(isMonthFirst ? [monthNow, dayNow] : [dayNow, monthNow]), yearNow].join(mark);
}

function shifted(year: number, month: number, day: number, weeks: number): Date {
  return new Date(Date.UTC(year, month - 1, day + weeks * 7));
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
}

/** Short where it was short, in capitals where it was in capitals. */
function likeWritten(before: string, now: string): string {
  const isShort = before.length <= 4 && !MONTHS.some((month) => month.toLowerCase() === before.toLowerCase());
  const name = isShort ? now.slice(0, 3) : now;
  return before === before.toUpperCase() ? name.toUpperCase() : name;
}

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 14;
  return `${day}${isTeen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th")}`;
}
