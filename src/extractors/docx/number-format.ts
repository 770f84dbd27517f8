/** One counter of a list → what Word prints for it. */

import { roman } from "../counters.js";

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  lowerLetter: repeatedLetter,
  upperLetter: (value) => repeatedLetter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal,
  cardinalText: (value) => capital(words(value)),
  ordinalText: (value) => capital(ordinalWords(value)),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  numberInDash: (value) => `- ${value} -`,
  decimalHalfWidth: String,
  hex: (value) => value.toString(16).toUpperCase(),
  chicago,
  none: () => "",
  // The bullet of a level above is not repeated in a number.
  bullet: () => "",
};

/** The number as printed; null where the format is not known here. `001, 002, 003, ...` is a format too: as many digits as its example. */
export function formatCounter(value: number, format: string): string | null {
  const example = /^(0{1,9}1?),/.exec(format)?.[1];
  if (example !== undefined) return String(value).padStart(example.length, "0");
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(value) ?? null) : null;
}

/** Marks of notes: *, †, ‡, §, then each twice, and so on. */
function chicago(value: number): string {
  if (value < 1) return String(value);
  return ("*†‡§"[(value - 1) % 4] ?? "*").repeat(Math.min(200, Math.floor((value - 1) / 4) + 1));
}

/** Word repeats the letter beyond z: y, z, aa, bb, cc. */
function repeatedLetter(value: number): string {
  if (value < 1) return String(value);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(30, Math.floor((value - 1) / 26) + 1));
}

function ordinal(value: number): string {
  const isTeen = Math.floor((value % 100) / 10) === 1;
  return `${value}${(isTeen ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th"}`;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function words(value: number): string {
  const unit = UNITS[value];
  if (unit !== undefined) return unit;
  if (value >= 100 && value < 1000) {
    const hundreds = `${UNITS[Math.floor(value / 100)]} hundred`;
    return value % 100 === 0 ? hundreds : `${hundreds} ${words(value % 100)}`;
  }
  const tens = TENS[Math.floor(value / 10) - 2];
  if (tens === undefined) return String(value);
  return value % 10 === 0 ? tens : `${tens}-${words(value % 10)}`;
}

const ODD_ORDINALS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

function ordinalWords(value: number): string {
  const cardinal = words(value);
  if (/\d/.test(cardinal)) return ordinal(value);
  return cardinal.replace(
    /[a-z]+$/,
    (last) => ODD_ORDINALS[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
