/** The label that opens a list of people ("PRESENT:", "Appologies - ", "Members present (5):"), however it is marked off and spelt. */

import { BARE_LABEL, LABEL_WORDS, NO_LABEL_WORDS, SECTION_LABELS, type SectionLabel } from "../vocabulary/sections.js";
import { nameIn, segmentsOf } from "./entry.js";
import { entryPieces } from "./person-parser.js";
import { personLikeness, WordsLikeness } from "./words-likeness.js";

export interface LabelReading {
  readonly label: SectionLabel;
  /** The words of the label, as long as they are in the text. */
  readonly wordsEnd: number;
  /** Where what it heads begins, behind count and mark. */
  readonly end: number;
  /** What parts it from the list. */
  readonly mark: "colon" | "dash" | "comma" | "none";
  /** Whether the list is not on this line. */
  readonly isAlone: boolean;
}

/** A remark on the list: "(plot numbers in brackets)", "(in person)", "(for all or part of the meeting)". */
const REMARK = /^\s*\(\p{Ll}[^()]{3,60}\)(?=\s*:)/u;
/** "(5)", "(5 in total)", ": 5 –": how many they are. */
const COUNT = /^\s*(?:\(\s*\d{1,3}[^()]{0,20}\)|[:–-]?\s*\d{1,3}\s*(?=[:–—-]))/;
const MARK = /^(?:\s*\.{4,}\s*|\s*:\s*[-–—]?\s*|\s*;\s*|\s*[-–—]\s+|\s+[-–—]\s*|[ ]*\t\s*)/;

/** The label at the start of a text; null where none is, or where the words behind it make it a sentence. */
export function readSectionLabel(text: string): LabelReading | null {
  const other = BILINGUAL.exec(text)?.[0] ?? "";
  const found = readLabel(text.slice(other.length));
  if (found === null) return other === "" ? null : readLabel(text);
  return { ...found, wordsEnd: found.wordsEnd + other.length, end: found.end + other.length };
}

/** "MINUTES: Quill moved, Marl seconded, to approve …" heads business, not who wrote them. */
const MOTION = /\b(?:moved|motioned|seconded|motion\s+(?:by|to|carried|passed)|approved)\b/i;

/** "I LÁTHAIR / PRESENT", "Kua tae mai: PRESENT": the other language in front. */
const BILINGUAL =
  /^[\p{L}’']+(?:\s+[\p{L}’']+){0,3}(?:\s*[/|]\s*(?=\p{L})|:\s+(?=(?:PRESENT|IN ATTENDANCE|APOLOGIES|ABSENT)\s*:?\s*$))/u;
/** "Present / Yn bresennol": the other language behind. */
const OTHER_LANGUAGE = /^\s*[/|]\s*[\p{L}’']+(?:\s+[\p{L}’']+){0,3}(?=\s*(?:[:;–-]|$))/u;

/** All labels in one pattern: most lines open with none, and are asked but once. */
const ANY_LABEL = new RegExp(SECTION_LABELS.map(([pattern]) => `(?:${pattern.source})`).join("|"), "iu");

function readLabel(text: string): LabelReading | null {
  const { respelt, shift } = respell(text);
  if (!ANY_LABEL.test(respelt)) return null;
  for (const [pattern, label] of SECTION_LABELS) {
    const words = pattern.exec(respelt)?.[0].trimEnd();
    if (words === undefined || words === "") continue;
    const wordsEnd = words.length - shift;
    const other = OTHER_LANGUAGE.exec(text.slice(wordsEnd))?.[0] ?? "";
    const isOther = other !== "" && readLabel(other.replace(/^[\s/|]+/, "")) === null;
    const count = isOther
      ? other.length
      : ((COUNT.exec(text.slice(wordsEnd)) ?? REMARK.exec(text.slice(wordsEnd)))?.[0].length ?? 0);
    const behind = text.slice(wordsEnd + count);
    const mark = MARK.exec(behind)?.[0] ?? "";
    const end = wordsEnd + count + mark.length;
    const isAlone = behind.slice(mark.length).trim() === "";
    if (label.role === "named" && MOTION.test(behind)) return null;
    if (mark !== "" || isAlone)
      return { label, wordsEnd, end, mark: /:|\.{4}/.test(mark) ? "colon" : mark === "" ? "none" : "dash", isAlone };
    if (behind.startsWith(",") && label.role === null && countNames(behind, 3) >= 2)
      return { label, wordsEnd, end: end + 1, mark: "comma", isAlone };
    // "Apologies.  Cllrs A Smith and B Jones."
    const stop = /^\.\s+/.exec(behind)?.[0].length ?? 0;
    if (stop > 0 && BARE_LABEL.test(words) && opensWithName(behind.slice(stop)))
      return { label, wordsEnd, end: end + stop, mark: "colon", isAlone };
    if (BARE_LABEL.test(words) && /^\s/.test(behind) && opensWithName(behind))
      return { label, wordsEnd, end: end + 1, mark: "none", isAlone };
  }
  return null;
}

/** Names among the first pieces of a run. */
function countNames(run: string, fewest: number): number {
  const pieces = run
    .split(/[,;]|\sand\s/)
    .slice(0, fewest + 1)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  return pieces.filter((piece) => personLikeness(piece) >= 0.5).length;
}

const TITLED = /^\s*(?:Cllrs?|Clr|Councill?ors?|Mr|Mrs|Ms|Miss|Dr|Prof|Revd?|Messrs|Sir|Dame|PCSO)\b\.?\s+\p{Lu}/u;

function opensWithName(behind: string): boolean {
  if (TITLED.test(behind)) return true;
  const [first = ""] = behind.trim().split(/[,;(]|\s[–-]\s|\sand\s/, 1);
  const likeness = new WordsLikeness(first);
  if (likeness.person >= 0.7 && likeness.person > likeness.organisation) return true;
  // "Chair Smith": a post and a surname.
  const [segment, ...more] = segmentsOf(entryPieces(first));
  return segment !== undefined && more.length === 0 && (nameIn(segment)?.lead.length ?? 0) > 0;
}

/** A text whose first words are spelt as labels are; `shift`: by how much that made it longer. */
function respell(text: string): { respelt: string; shift: number } {
  let respelt = text;
  for (const match of [...text.slice(0, 60).matchAll(/[A-Za-z]{6,14}/g)].slice(0, 4).reverse()) {
    const word = meantBy(match[0].toLowerCase());
    if (word !== null) respelt = respelt.slice(0, match.index) + word + respelt.slice(match.index + match[0].length);
  }
  return { respelt, shift: respelt.length - text.length };
}

const RIGHT_WORDS: ReadonlySet<string> = new Set([...LABEL_WORDS, ...NO_LABEL_WORDS]);

/** The word of a label that a misspelt word stands for; null where it is right, or none of them. */
export function meantBy(word: string): string | null {
  if (RIGHT_WORDS.has(word)) return null;
  const near = LABEL_WORDS.find(
    (known) => known[0] === word[0] && isNear(word, known, known.length >= 9 ? 2 : 1) && known.at(-1) === word.at(-1),
  );
  return near ?? null;
}

/** Whether one word becomes the other by so many letters added, left out, changed or swapped with the next. */
function isNear(one: string, other: string, budget: number): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  if (start === one.length && start === other.length) return true;
  if (budget === 0 || Math.abs(one.length - other.length) > budget) return false;
  const [left, right] = [one.slice(start), other.slice(start)];
  return (
    isNear(left.slice(1), right, budget - 1) ||
    isNear(left, right.slice(1), budget - 1) ||
    isNear(left.slice(1), right.slice(1), budget - 1) ||
    (left[0] === right[1] && left[1] === right[0] && isNear(left.slice(2), right.slice(2), budget - 1))
  );
}
