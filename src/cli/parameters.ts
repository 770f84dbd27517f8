/** Options that several commands share, and the reading of their values. */

import { type Command, InvalidArgumentError, Option } from "commander";

export const FORMATS = ["table", "csv", "json", "ndjson"] as const;
export type Format = (typeof FORMATS)[number];

export interface DatabaseOption {
  readonly db: string;
}

export interface FormatOption {
  readonly format: Format;
}

export function databaseOption(): Option {
  return new Option("--db <file>", "the database").default("minutes.db");
}

export function formatOption(): Option {
  return new Option("--format <format>", "how the result is written").choices(FORMATS).default("table");
}

/** Dates between which a meeting was held, and the body that held it. */
export function addMeetingOptions(command: Command): Command {
  return command
    .option("--body <words>", "only bodies whose name has these words")
    .option("--since <date>", "only meetings on or after it: 2019, 2019-03 or 2019-03-31", dayOrPeriod)
    .option("--until <date>", "only meetings on or before it (or in that year or month)", dayOrPeriod);
}

/** A whole number from 1 on. */
export function wholeNumber(largest: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < 1 || number > largest) {
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${largest}.`);
    }
    return number;
  };
}

/** A day or a moment, in the time of this machine where it names no other. */
export function dateTime(value: string): Date {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(value);
  const [, day = "", time = "00:00", zone = ""] = match ?? [];
  const date = new Date(`${day}T${time}${zone}`);
  const isReal = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true && !Number.isNaN(date.getTime());
  if (match === null || !isReal) {
    throw new InvalidArgumentError("It must be a date such as 2026-03-31, or a time such as 2026-03-31T18:00.");
  }
  return date;
}

function dayOrPeriod(value: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  const [, year, month = "01", day = "01"] = match ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isReal =
    match !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  if (!isReal) throw new InvalidArgumentError("It must be a date such as 2019, 2019-03 or 2019-03-31.");
  return value;
}
