/** Glyphs, one after another → strings: where the file leaves a gap, a blank or a new string begins. */

import type { Matrix } from "./matrix.js";

/** A string in the page's user space. */
export interface ShownString {
  readonly text: string;
  /** From the string's own space to the page's user space. */
  readonly matrix: Matrix;
  /** Advance along the writing direction. */
  readonly width: number;
  /** pdf.js' name for the font. */
  readonly fontId: string;
  /** Fill colour, "#rrggbb"; null where it was never set. */
  readonly color: string | null;
  /** Whether it stands in content marked as an artifact: heads, feet, page numbers, water marks. */
  readonly isArtifact: boolean;
  /** Level 1 to 6 where the file tags it as a heading. */
  readonly heading: number | null;
  /** The number by which the structure of a tagged file knows it; null for other content. */
  readonly content: number | null;
}

/** How the next glyph is drawn. */
export interface Stroke {
  /** Where the glyph begins. */
  readonly matrix: Matrix;
  readonly fontId: string;
  /** Size as the file says it, before any matrix. */
  readonly fontSize: number;
  /** Length on the page of one unit of text space. */
  readonly scale: number;
  readonly color: string | null;
  readonly isArtifact: boolean;
  /** Level 1 to 6 where the file tags it as a heading. */
  readonly heading: number | null;
  /** The number by which the structure of a tagged file knows it; null for other content. */
  readonly content: number | null;
}

/** Gaps as shares of the font size: the limits of pdf.js 5.4, so that strings are cut where its `getTextContent` cuts them. */
const TRACKING_SPACE = 0.102;
const NOT_A_SPACE = 0.03;
const BACKWARDS = -0.2;
const WIDEST_SPACE_IN_FLOW = 0.6;
/** A baseline that moves by more than this share of the height ends the string. */
const VERTICAL_SHIFT = 0.25;

/** Joins glyphs to strings as pdf.js' `getTextContent` does (src/core/evaluator.js, Apache-2.0). A class because it holds the string that grows. */
export class StringJoiner {
  readonly strings: ShownString[] = [];
  #letters: string[] = [];
  #stroke: Stroke | null = null;
  /** In text space, not yet scaled. */
  #width = 0;
  #scaledWidth = 0;
  #height = 0;
  #scale = 1;
  #fontSize = 0;
  /** Where the last glyph ended, and the direction it was written in. */
  #last: Matrix | null = null;
  #beforeLast = " ";
  #lastLetter = " ";

  /** Adds a letter that begins where `stroke` says and is `advance` wide in text space; `end` is where the pen comes to stand. */
  add(letter: string, stroke: Stroke, advance: number, end: Matrix, isMark: boolean): void {
    if (!isMark) this.#goTo(stroke.matrix);
    if (this.#stroke === null) this.#begin(stroke);
    this.#width += advance;
    if (advance !== 0) this.#last = end;
    if (this.#remember(letter)) this.#letters.push(" ");
    this.#letters.push(letter);
  }

  /** The pen moves on over a gap that belongs to the last letter: words set with wide spacing are not torn by it. */
  stretch(advance: number, end: Matrix): void {
    if (this.#stroke === null) return;
    this.#width += advance;
    this.#last = end;
  }

  addBlank(): void {
    this.#remember(" ");
  }

  /** The matrix of the text has changed: what follows has another scale. */
  rescale(scale: number): void {
    if (this.#stroke === null || scale === this.#scale) return;
    this.#scaledWidth += this.#width * this.#scale;
    this.#width = 0;
    this.#scale = scale;
  }

  /** Ends the string. */
  flush(): void {
    if (this.#stroke === null) return;
    const width = Math.abs(this.#scaledWidth + this.#width * this.#scale);
    const { matrix, fontId, color, isArtifact, heading, content } = this.#stroke;
    this.strings.push({ text: this.#letters.join(""), matrix, width, fontId, color, isArtifact, heading, content });
    this.#stroke = null;
    this.#letters = [];
  }

  #begin(stroke: Stroke): void {
    this.#stroke = stroke;
    this.#width = 0;
    this.#scaledWidth = 0;
    this.#height = Math.hypot(stroke.matrix[2], stroke.matrix[3]);
    this.#scale = stroke.scale;
    this.#fontSize = stroke.fontSize;
  }

  /** Compares the pen's place with where the last glyph ended. */
  #goTo(now: Matrix): void {
    const last = this.#last;
    if (last === null || (last[4] === now[4] && last[5] === now[5])) return;
    const [x, y] = alongWriting(now, now[4], now[5]);
    const [lastX, lastY] = alongWriting(isStraight(now) ? now : last, last[4], last[5]);
    const forward = (x - lastX) / this.#scale;
    const sideways = Math.abs(y - lastY);
    const direction = Math.sign(this.#width);
    const size = this.#fontSize;
    if (forward < direction * BACKWARDS * size || sideways > this.#height) {
      this.#forget();
      this.flush();
      return;
    }
    if (forward <= direction * NOT_A_SPACE * size) this.#forget();
    this.#goForward(forward, direction * size);
    if (sideways > this.#height * VERTICAL_SHIFT) this.flush();
  }

  #goForward(forward: number, size: number): void {
    if (forward <= TRACKING_SPACE * size) {
      if (this.#isBlankDue()) this.#pushGap(forward);
      else this.#width += forward;
    } else if (forward > WIDEST_SPACE_IN_FLOW * size) {
      this.#pushGap(forward);
    } else if (this.#stroke === null) {
      this.#forget();
      this.#pushGap(forward);
    } else {
      this.#forget();
      this.#letters.push(" ");
      this.#width += forward;
    }
  }

  /** A string that is nothing but a gap. */
  #pushGap(width: number): void {
    this.flush();
    this.#forget();
    const before = this.strings.at(-1);
    if (this.#last === null || before === undefined) return;
    this.strings.push({ ...before, text: " ", matrix: this.#last, width: Math.abs(width) });
  }

  /** Whether a blank was due between this letter and the ones before it. */
  #remember(letter: string): boolean {
    const isDue = this.#isBlankDue();
    this.#beforeLast = this.#lastLetter;
    this.#lastLetter = letter;
    return isDue;
  }

  #isBlankDue(): boolean {
    return this.#beforeLast !== " " && this.#lastLetter === " ";
  }

  #forget(): void {
    this.#beforeLast = " ";
    this.#lastLetter = " ";
  }
}

function isStraight([a, b, c, d]: Matrix): boolean {
  return (a !== 0 && b === 0 && c === 0) || (b !== 0 && a === 0 && d === 0);
}

/** A place turned so that x runs along the writing of the given matrix. */
function alongWriting([a, b, c, d]: Matrix, x: number, y: number): [number, number] {
  if (a !== 0 && b === 0 && c === 0) return a > 0 ? [x, y] : [-x, -y];
  if (b !== 0 && a === 0 && d === 0) return b > 0 ? [y, x] : [-y, -x];
  const length = Math.hypot(a, b);
  return [(a * x + b * y) / length, (c * x + d * y) / length];
}
