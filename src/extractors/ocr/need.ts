/** Which pages have no text worth reading, and something on them that may be read by OCR. */

import type { OcrMode } from "../../model/reading-options.js";
import type { PageContent } from "../layout/page-content.js";
import { isKnownWord } from "./known-words.js";

/** Pages of real minutes with text have some hundred characters at least, scans have none or a stamp's. */
const HARDLY_ANY = 50;
/** Fewer words tell nothing about the state of a text layer. */
const ENOUGH_WORDS = 40;
/** Of ordinary English two words in five are among the commonest, of lists of names still one in twenty. */
const KNOWN_IN_RUBBISH = 0.06;
/** Words without a vowel, with signs or capitals in their middle: up to one in eight in lists of initials and sums of money. */
const STRANGE_IN_RUBBISH = 0.3;
/** The eight commonest letters make up two thirds of English and more than half of its names and of Welsh; of letters that stand for others, a third. */
const COMMON_LETTERS = 0.45;
/** Private-use, control and replacement characters. */
const ODD_IN_RUBBISH = 0.2;

/** Whether a page is to be read by OCR. What is drawn on it is asked for only where it has hardly any text. */
export async function needsOcr(page: PageContent, mode: OcrMode, hasDrawing: () => Promise<boolean>): Promise<boolean> {
  if (mode === "never") return false;
  if (mode === "always") return true;
  return lettersOf(page) < HARDLY_ANY ? hasDrawing() : isRubbish(wordsOf(page));
}

/** Letters and digits of a page's text. */
export function lettersOf(page: PageContent): number {
  return wordsOf(page).reduce((sum, word) => sum + word.replace(/[^\p{L}\p{N}]/gu, "").length, 0);
}

export function wordsOf(page: PageContent): string[] {
  return [...page.pieces, ...page.turned].flatMap((piece) => piece.text.split(" ")).filter((word) => word !== "");
}

/** Whether a text layer is not what the page shows: the font's table of characters is missing, or an early OCR program guessed. */
export function isRubbish(words: readonly string[]): boolean {
  if (words.length < ENOUGH_WORDS) return false;
  const text = words.join("");
  const odd = text.match(/[\p{Co}\p{Cn}\ufffd\u0000-\u001f\u007f-\u009f]/gu)?.length ?? 0;
  if (odd > ODD_IN_RUBBISH * text.length) return true;
  const spelled = words.filter((word) => /\p{L}/u.test(word));
  if (spelled.length < ENOUGH_WORDS) return false;
  const known = spelled.filter(isKnownWord).length / spelled.length;
  const strange = spelled.filter(isStrange).length / spelled.length;
  return known < KNOWN_IN_RUBBISH && (strange > STRANGE_IN_RUBBISH || commonLetters(text) < COMMON_LETTERS);
}

/** Share of the letters that are one of the eight commonest of English. */
function commonLetters(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/[etaoinsr]/gi)?.length ?? 0) / letters;
}

/** Whether a word is none of any language: `w` and `y` are vowels in Welsh, and marks of accents count as vowels too. */
function isStrange(word: string): boolean {
  const core = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (core.length < 3) return core.length === 0;
  return (
    !/[aeiouyw\u00c0-\u024f]/i.test(core) ||
    /[^\p{L}\p{N}\-'’./@,:&]/u.test(core) ||
    /\p{Ll}\p{Lu}\p{Ll}*\p{Lu}/u.test(core)
  );
}
