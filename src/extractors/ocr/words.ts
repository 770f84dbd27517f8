/** Recognised lines → pieces: noise dropped, one baseline and one size a line, bold by the thickness of the letters. */

import type { Piece } from "../layout/page-content.js";
import { correctedWords } from "./corrections.js";
import type { RecognisedLine, RecognisedWord } from "./hocr.js";
import type { Picture } from "./picture.js";
import { stemWidth } from "./strokes.js";

/** A line as it stands in the picture, in points of the picture's own frame. */
export interface MeasuredLine {
  readonly words: readonly MeasuredWord[];
  readonly baseline: number;
  /** Font size: by its tall letters, and by what the engine says of the whole line. */
  readonly sizes: readonly [number, number];
}

export interface MeasuredWord {
  readonly text: string;
  readonly confidence: number;
  readonly x0: number;
  readonly x1: number;
  /** Width of its stems in points; null where it has too few. */
  readonly stems: number | null;
}

/** What the lines of a whole document have in common. */
export interface UsualLook {
  readonly size: number;
  /** Width of the stems as a share of the font size. */
  readonly stems: number;
}

/** Height of capitals, digits and the heads of b and d as a share of the font size: 0.66 in Times, 0.65 in Calibri, 0.72 in Arial. */
const HEAD = 0.69;
/** The same of a line from the tails of p to the heads of d, which is what the engine measures. */
const WHOLE = 0.92;
/** Share of the font size that lies above and below the baseline, as for text that the file itself has. */
const ASCENT = 0.8;
const DESCENT = 0.22;

/** Below this a word without letters is dust, a stroke of a pen or the edge of a picture. */
const NOISE_CONFIDENCE = 0.3;
/** Sizes that differ less than this from the usual one are that size, misread. */
const SAME_SIZE = 0.13;
/** Stems this much thicker than the usual ones are bold, a whole line's and a single word's: 1.2 to 1.6 in print, and plain ones vary by a tenth, those of short words more. */
const BOLD_LINE = 1.16;
const BOLD_WORD = 1.25;
/** Thinner ones are plain also in a line that is bold. */
const PLAIN_WORD = 1.03;

/** The lines of a page without its noise, measured in its picture. */
export function measureLines(lines: readonly RecognisedLine[], picture: Picture, threshold: number): MeasuredLine[] {
  const point = picture.dpi / 72;
  return lines.flatMap((line): MeasuredLine[] => {
    const words = line.words.filter((word) => !isNoise(word, line));
    if (words.length === 0) return [];
    const baseline = baselineOf(line, words);
    const whole = line.height / WHOLE;
    const size = sizeOfHeads(words, baseline) ?? whole;
    const measured = words.map(({ text, confidence, box }): MeasuredWord => {
      const width = stemWidth(picture, threshold, box, size);
      return { text, confidence, x0: box.x0 / point, x1: box.x1 / point, stems: width === null ? null : width / point };
    });
    return [{ words: measured, baseline: baseline / point, sizes: [size / point, whole / point] }];
  });
}

/** Letters without tails stand on the baseline; where there are enough, they tell it better than the engine. */
function baselineOf(line: RecognisedLine, words: readonly RecognisedWord[]): number {
  const standing = words.filter(({ text }) => /^[A-IK-PR-Za-fhik-or-xz0-9]{2,}[.:]?$/.test(text));
  if (standing.reduce((sum, word) => sum + word.text.length, 0) < 4) return line.baseline;
  return weightedQuantile(
    standing.map((word) => ({ value: word.box.y1, weight: word.text.length })),
    0.5,
  );
}

/** Null where there are too few letters to tell. */
function sizeOfHeads(words: readonly RecognisedWord[], baseline: number): number | null {
  const tall = words.filter(({ text }) => /[A-Z0-9bdhkl]/.test(text) && !/["“”'‘’()[\]|/]/.test(text));
  if (tall.reduce((sum, word) => sum + word.text.length, 0) < 4) return null;
  const heads = tall.map((word) => ({ value: (baseline - word.box.y0) / HEAD, weight: word.text.length }));
  const size = weightedQuantile(heads, 0.5);
  return size > 0 ? size : null;
}

/** Plain text is the lighter and the more common: of a document's letters, those a third from the thinnest are plain in all but lists of headings. */
export function usualLook(lines: readonly MeasuredLine[]): UsualLook {
  const size = weightedQuantile(
    lines.map((line) => ({ value: line.sizes[0], weight: lettersOf(line) })),
    0.5,
  );
  const stems = lines.flatMap((line) => stemsOf(line, sizeOf(line, size)));
  return { size, stems: weightedQuantile(stems, 0.35) };
}

/** The stems of a line's words as shares of the font size, each with its letters as weight. */
function stemsOf(line: MeasuredLine, size: number): Weighted[] {
  return line.words.flatMap(({ stems, text }) =>
    stems === null ? [] : [{ value: stems / size, weight: text.length }],
  );
}

export function toPieces(lines: readonly MeasuredLine[], usual: UsualLook, page: number): Piece[] {
  return lines.flatMap((line) => {
    const exact = sizeOf(line, usual.size);
    const size = Math.round(2 * exact) / 2;
    const bold = boldWords(line, exact, usual);
    const texts = correctedWords(line.words, size);
    return line.words.flatMap((word, index): Piece[] => {
      const text = texts[index] ?? "";
      if (text === "") return [];
      return [
        {
          text,
          page,
          box: { x0: word.x0, y0: line.baseline - ASCENT * size, x1: word.x1, y1: line.baseline + DESCENT * size },
          baseline: line.baseline,
          size,
          emphases: bold[index] === true ? ["bold"] : [],
          isSymbol: false,
          isAfterBlank: index > 0,
        },
      ];
    });
  });
}

/** The usual size where a line is near it. Letters that touch the line of a table look taller than they are; then the engine's own measure may be better. */
function sizeOf({ sizes: [heads, whole] }: MeasuredLine, usual: number): number {
  const isOdd = heads > 1.2 * usual || heads < 0.6 * usual;
  const own = isOdd && Math.abs(whole - usual) < Math.abs(heads - usual) ? whole : heads;
  return Math.abs(own / usual - 1) < SAME_SIZE ? usual : own;
}

/** Mean of the words' confidence, each counted by its letters; 0 where there is none. */
export function meanConfidence(words: readonly Pick<RecognisedWord, "text" | "confidence">[]): number {
  const total = words.reduce((sum, word) => sum + word.text.length, 0);
  return total === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / total;
}

function lettersOf(line: MeasuredLine): number {
  return line.words.reduce((sum, word) => sum + word.text.length, 0);
}

function isNoise(word: RecognisedWord, line: RecognisedLine): boolean {
  const hasLetters = /[\p{L}\p{N}]/u.test(word.text);
  if (!hasLetters && word.confidence < NOISE_CONFIDENCE) return true;
  // What remains of a ruling between two cells.
  if (/^[|[\]{}_\\]+$/.test(word.text)) return true;
  return word.box.y1 - word.box.y0 > 3 * line.height && !hasLetters;
}

/** Which words of a line are bold; words too short to tell go with their neighbours. */
function boldWords(line: MeasuredLine, size: number, usual: UsualLook): boolean[] {
  const measured = stemsOf(line, size);
  const isLineBold = measured.length > 0 && weightedQuantile(measured, 0.5) > BOLD_LINE * usual.stems;
  const bound = (isLineBold ? PLAIN_WORD : BOLD_WORD) * usual.stems;
  const own = line.words.map(({ stems, text }) => (stems === null || text.length < 3 ? null : stems / size > bound));
  return own.map((isBold, index) => isBold ?? own.slice(index).find((other) => other !== null) ?? isLineBold);
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The value below which the given share of the weight lies; 1 where there are none. */
function weightedQuantile(values: readonly Weighted[], share: number): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const bound = share * sorted.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= bound) return value;
  }
  return 1;
}
