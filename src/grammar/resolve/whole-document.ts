/** What the whole document says for all of its parts: looked for when a part first asks, and once. */

import type { AttendanceStatus } from "../../model/minutes.js";
import type { SourceText } from "../../model/source.js";
import { findDates } from "../phrases/date.js";

/** What the document's own key says of its marks of attendance. */
export type Legend = ReadonlyMap<string, AttendanceStatus>;

/** How far into a document its dates are gathered. */
const DATES_REACH = 60_000;

export class WholeDocument {
  private legendFound: Legend | undefined;
  private datesFound: readonly string[] | undefined;
  private isMonthFirst: boolean | undefined;
  private isAbsentFound: boolean | undefined;

  constructor(private readonly source: SourceText) {}

  /** "X = present, E = excused, O = absent". */
  get legend(): Legend {
    this.legendFound ??= readLegend(this.source.text);
    return this.legendFound;
  }

  /** Whether its key says that "A" is absence. */
  get isAbsenceKeyedA(): boolean {
    this.isAbsentFound ??= /\bA\s*[–=:-]\s*absent/i.test(this.source.text);
    return this.isAbsentFound;
  }

  /** The days that are written with their year, those at its end left out where it is very long. */
  get dates(): readonly string[] {
    this.datesFound ??= findDates(this.source.text.slice(0, DATES_REACH)).map(({ date }) => date);
    return this.datesFound;
  }

  /** Whether some date in figures can only be read with the month first, and none only with the day first. */
  get writesMonthFirst(): boolean {
    this.isMonthFirst ??= writesMonthFirst(this.source.text);
    return this.isMonthFirst;
  }
}

/** What every entry of a key holds; the whole pattern is slow on long texts. */
const KEY_SIGN = /[=–:-]\s?(?:present|attended|absent|apolog|excused|sent\sapol|did\snot|in\sattendance)/i;
const KEY =
  /(?<![\p{L}\d])(\p{Lu}{1,2}|[✓✔✗✘])\s?[=–:-]\s?(present|attended|absent|apolog|excused|sent\sapol|did\snot|in\sattendance)/giu;

function readLegend(text: string): Legend {
  const legend = new Map<string, AttendanceStatus>();
  if (!KEY_SIGN.test(text)) return legend;
  for (const [, mark = "", meaning = ""] of text.matchAll(KEY)) legend.set(mark, statusMeant(meaning.toLowerCase()));
  return legend;
}

function statusMeant(meaning: string): AttendanceStatus {
  if (meaning.startsWith("in")) return "in_attendance";
  if (meaning === "present" || meaning === "attended") return "present";
  return meaning === "absent" || meaning.startsWith("did") ? "absent" : "apologies";
}

function writesMonthFirst(text: string): boolean {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const [, one, other] of text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g)) {
    if (Number(one) > 12 && Number(other) <= 12) dayFirst++;
    if (Number(other) > 12 && Number(one) <= 12) monthFirst++;
  }
  return monthFirst > 0 && dayFirst === 0;
}
