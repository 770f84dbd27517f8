/** What the operators of a page set before text is shown (PDF 32000-1:2008, 9.3 and 9.4), and what comes of it. */

import { IDENTITY, type Matrix } from "./matrix.js";
import type { ShownString } from "./string-joiner.js";

/** What is used of pdf.js' font object. */
export interface PaintedFont {
  /** From glyph space to text space; its first number scales the widths of glyphs. */
  readonly matrix: Matrix;
  readonly isVertical: boolean;
  /** Height of a Type 3 font's box in glyph space; null for other fonts. */
  readonly type3Height: number | null;
}

/** Left, bottom, right, top of what is shown of the page, in user space. */
export type View = readonly [number, number, number, number];

/** Per font of a document the widths of the letters shown so far, as shares of the font size. */
export type FontWidths = Map<string, Map<string, number>>;

/** More glyphs of a page are not read: a dense page of a newspaper has some 20,000; a page made to harm has millions. */
export const MOST_GLYPHS = 100_000;
/** Nor are more strings: laying them out compares neighbours. A page that places every letter by itself has some 5,000. */
export const MOST_STRINGS = 15_000;

export interface PaintedText {
  readonly strings: readonly ShownString[];
  /** Whether the page has writing that is not simply from left to right: pdf.js has to order its letters. */
  readonly isOtherDirection: boolean;
  /** Whether the page has more glyphs than are read. */
  readonly isCut: boolean;
}

/** It is changed in place: a page has tens of thousands of glyphs. */
export interface TextState {
  /** From the current space to the page's user space. */
  page: Matrix;
  /** The text line matrix. */
  line: Matrix;
  /** Where the pen stands, in the current space: the last two numbers of the text matrix, whose others are those of `line`. */
  x: number;
  y: number;
  fontId: string;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  leading: number;
  /** Horizontal scaling; 1 is none. */
  stretch: number;
  rise: number;
  /** Fill colour, "#rrggbb". */
  color: string | null;
}

/** The state in which a page begins. */
export function textState(): TextState {
  return {
    page: IDENTITY,
    line: IDENTITY,
    x: 0,
    y: 0,
    fontId: "",
    size: 0,
    letterSpacing: 0,
    wordSpacing: 0,
    leading: 0,
    stretch: 1,
    rise: 0,
    color: null,
  };
}

/** Sets the matrix of the text and of its lines. */
export function setTextMatrix(state: TextState, matrix: Matrix): void {
  state.line = matrix;
  state.x = matrix[4];
  state.y = matrix[5];
}

/** Begins a line at a distance from the start of the last one. */
export function moveLine(state: TextState, x: number, y: number): void {
  const [a, b, c, d, e, f] = state.line;
  setTextMatrix(state, [a, b, c, d, a * x + c * y + e, b * x + d * y + f]);
}

/** Length on the page of one unit of text space, along the writing. */
export function scaleOf({ line, page }: TextState): number {
  return Math.hypot(page[0], page[1]) * Math.hypot(line[0], line[1]);
}

/** A number of an operator; 0 where it is none. */
export function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** The name in an operator's argument, which can come as an object with a name; null where it is none. */
export function nameOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  const name = typeof value === "object" && value !== null && "name" in value ? value.name : null;
  return typeof name === "string" ? name : null;
}

/** Level 1 to 6 where the innermost tags of content that is marked call it a heading (PDF 32000-1:2008, 14.8.4.3); null for other content. */
export function headingOf(tags: readonly string[]): number | null {
  const level = tags.findLast((tag) => /^H[1-6]$/.test(tag))?.slice(1);
  return level === undefined ? null : Number(level);
}
