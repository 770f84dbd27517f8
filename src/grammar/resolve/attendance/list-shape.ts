/** A list of people judged as a whole: what no entry tells alone, the agreement of all tells. */

import { organisationLikeness, personLikeness } from "../../phrases/person.js";
import { GIVEN_NAMES } from "../../vocabulary/people.js";

export interface ListShape {
  /** "Smith, John" throughout: the comma parts surname and given name, not a name and its organisation. */
  readonly isSurnameFirst: boolean;
  /** Most entries say more than a name; one that says less may be a heading inside the list. */
  readonly isDetailed: boolean;
  /** Names in capitals, which are no headings here. */
  readonly isCapitals: boolean;
  /** Name and organisation stand in turn, a line each. */
  readonly isAlternating: boolean;
}

const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES);
/** "Smith, John (Chair)", "SMITH, J. A.". */
const REVERSED =
  /^(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?),\s+(\p{Lu}[\p{L}'’.-]*)(?:\s+\p{Lu}[\p{L}.]*)?\s*(?:[(–-].*)?$/u;

/** The shape of a list by the words of its entries. */
export function listShape(entries: readonly string[]): ListShape {
  const capitals = entries.filter(isNameInCapitals).length;
  return {
    isSurnameFirst: isSurnameFirst(entries),
    isDetailed: entries.filter((entry) => /[,(\t]|\s[-–—]\s/.test(entry)).length >= Math.max(2, entries.length * 0.5),
    isCapitals: capitals >= 3 && capitals >= entries.length * 0.7,
    isAlternating: isAlternating(entries),
  };
}

/** "SMITH JOHN", "O’NEILL MARY ANN (Remote)". */
export function isNameInCapitals(text: string): boolean {
  const words = text.replace(/\([^)]*\)/g, "").trim();
  return /^\p{Lu}[\p{Lu}’'-]+(?:\s+[\p{Lu}][\p{Lu}’'.-]*){1,3}$/u.test(words) && personLikeness(words) >= 0.5;
}

/** Nearly all are of this form, and given names stand behind the comma, not before it. */
function isSurnameFirst(entries: readonly string[]): boolean {
  const reversed = entries.map((entry) => REVERSED.exec(entry)).filter((match) => match !== null);
  if (reversed.length < 2 || reversed.length < entries.length * 0.7) return false;
  const isGiven = (word: string | undefined) => GIVEN.has((word ?? "").toLowerCase());
  const behind = reversed.filter((match) => isGiven(match[2]) || /^(?:\p{Lu}\.?)+$/u.test(match[2] ?? "")).length;
  const before = reversed.filter((match) => isGiven(match[1])).length;
  return behind > before && behind >= Math.max(1, reversed.length * 0.3);
}

function isAlternating(entries: readonly string[]): boolean {
  if (entries.length < 4 || entries.length % 2 === 1) return false;
  return entries.every((entry, index) =>
    index % 2 === 0
      ? personLikeness(entry) >= 0.5 && personLikeness(entry) > organisationLikeness(entry)
      : organisationLikeness(entry) > personLikeness(entry),
  );
}

/** The words of an entry that is turned round: "Smith, John" of "Smith, John (Chair)". Null where this one is not. */
export function reversedName(entry: string): string | null {
  const match = REVERSED.exec(entry);
  if (match === null) return null;
  const words = /^[^(–]*?(?=\s*(?:[(–]|\s-\s)|$)/.exec(entry)?.[0].trimEnd() ?? "";
  return words.split(",").length === 2 ? words : null;
}

/** Names in capitals, surname and given name each on a line of its own: which lines belong together. Empty where the lines do not agree. */
export function pairsInCapitals(lines: readonly string[]): (readonly [number, number])[] {
  const words = lines.map((line) => line.replace(/\([^)]*\)/g, "").trim());
  const isLone = (word: string | undefined) => word !== undefined && /^[\p{Lu}'’-]{2,}$/u.test(word);
  const pairs: [number, number][] = [];
  for (let index = 0; index < words.length; ) {
    if (isLone(words[index]) && isLone(words[index + 1])) {
      pairs.push([index, index + 1]);
      index += 2;
    } else if (isLone(words[index])) return [];
    else index++;
  }
  const given = pairs.filter(([, second]) => GIVEN.has((words[second] ?? "").toLowerCase())).length;
  const turned = pairs.filter(([first]) => GIVEN.has((words[first] ?? "").toLowerCase())).length;
  return pairs.length >= 3 && given > turned * 2 && given >= pairs.length * 0.4 ? pairs : [];
}
