/** Recognised lines → pieces: noise dropped, one baseline and one size a line, bold by the thickness of the letters. */

import type { EmphasisKind } from "../../model/source.js";
import type { Piece } from "../pdf/page-items.js";
import { corrected } from "./corrections.js";
import type { RecognisedLine, RecognisedWord } from "./hocr.js";
import type { Picture } from "./picture.js";
import { stemWidth } from "./strokes.js";

/** From the height of a line (heads of d to tails of p) to the size of its font: so in Times, Arial and Calibri to about 4 %. */
const SIZE_OF_HEIGHT = 1 / 0.92;
/** Share of the font size that lies above and below the baseline, as for text that the file itself has. */
const ASCENT = 0.8;
const DESCENT = 0.22;

/** Below this a word without letters is dust, a stroke of a pen or the edge of a picture. */
const NOISE_CONFIDENCE = 0.3;
/** Sizes that differ less than this from the page's usual size are that size, misread. */
const SAME_SIZE = 0.16;
/** Stems this much thicker than the page's usual ones are bold: 1.5 to 1.7 in print, and plain ones vary by a tenth. */
const BOLD = 1.27;

export interface PageWords {
  readonly pieces: readonly Piece[];
  /** Mean confidence of the words, each counted by its letters; 0 where there is none. */
  readonly confidence: number;
}

/** The words of a page in points of the picture's own frame. */
export function toPieces(
  lines: readonly RecognisedLine[],
  picture: Picture,
  threshold: number,
  page: number,
): PageWords {
  const kept = lines.map((line) => withoutNoise(line)).filter((line) => line.words.length > 0);
  const usual = median(kept.map((line) => ({ value: line.height, weight: letters(line) })));
  const stems = stemsOf(kept, picture, threshold);
  const point = picture.dpi / 72;
  const pieces = kept.flatMap((line) => {
    const height = Math.abs(line.height / usual - 1) < SAME_SIZE ? usual : line.height;
    const size = Math.round((2 * height * SIZE_OF_HEIGHT) / point) / 2;
    const baseline = line.baseline / point;
    const bold = boldWords(line, stems);
    return line.words.map((word, index): Piece => {
      const emphases: EmphasisKind[] = bold[index] === true ? ["bold"] : [];
      return {
        text: corrected(word.text, index === 0),
        page,
        box: {
          x0: word.box.x0 / point,
          y0: baseline - ASCENT * size,
          x1: word.box.x1 / point,
          y1: baseline + DESCENT * size,
        },
        baseline,
        size,
        emphases,
        isSymbol: false,
        isAfterBlank: index > 0,
      };
    });
  });
  return {
    pieces: pieces.filter((piece) => piece.text !== ""),
    confidence: meanConfidence(kept.flatMap((line) => line.words)),
  };
}

/** Mean of the words' confidence, each counted by its letters; 0 where there is none. */
export function meanConfidence(words: readonly RecognisedWord[]): number {
  const total = words.reduce((sum, word) => sum + word.text.length, 0);
  return total === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / total;
}

function letters(line: RecognisedLine): number {
  return line.words.reduce((sum, word) => sum + word.text.length, 0);
}

function withoutNoise(line: RecognisedLine): RecognisedLine {
  return { ...line, words: line.words.filter((word) => !isNoise(word, line)) };
}

function isNoise(word: RecognisedWord, line: RecognisedLine): boolean {
  const height = word.box.y1 - word.box.y0;
  const hasLetters = /[\p{L}\p{N}]/u.test(word.text);
  if (!hasLetters && word.confidence < NOISE_CONFIDENCE) return true;
  // What remains of a ruling between two cells.
  if (/^[|[\]{}_—~=\\]+$/.test(word.text)) return true;
  return height > 3 * line.height && !hasLetters;
}

interface Stems {
  readonly widths: ReadonlyMap<RecognisedWord, number>;
  readonly usual: number;
}

/** Each word's stems as a share of its line's height. */
function stemsOf(lines: readonly RecognisedLine[], picture: Picture, threshold: number): Stems {
  const widths = new Map<RecognisedWord, number>();
  for (const line of lines) {
    for (const word of line.words) {
      const width = stemWidth(picture, threshold, word.box, line.height);
      if (width !== null) widths.set(word, width / line.height);
    }
  }
  const usual = median([...widths].map(([word, value]) => ({ value, weight: word.text.length })));
  return { widths, usual };
}

/** Which words of a line are bold; words too short to tell go with their neighbours. */
function boldWords(line: RecognisedLine, { widths, usual }: Stems): boolean[] {
  const measured = line.words.flatMap((word) => {
    const width = widths.get(word);
    return width === undefined ? [] : [{ value: width, weight: word.text.length }];
  });
  const isLineBold = measured.length > 0 && median(measured) > BOLD * usual;
  const own = line.words.map((word) => {
    const width = widths.get(word);
    if (width === undefined || word.text.length < 3) return null;
    return width > (isLineBold ? (1 + BOLD) / 2 : BOLD) * usual;
  });
  return own.map((isBold, index) => isBold ?? own.slice(index).find((other) => other !== null) ?? isLineBold);
}

function median(values: readonly { readonly value: number; readonly weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= half) return value;
  }
  return 1;
}
