/** A line as the grammar looks at it: its words without the separator, and what can be seen of it. */

import type { Line, SourceText, Span } from "../model/source.js";
import { countWords } from "./phrases/words.js";
import { cutRunInLines } from "./run-in-lines.js";

export interface LineView {
  /** A line of the source, or a piece of one that runs a whole meeting together. */
  readonly line: Line;
  /** The words alone, without blanks and separators around them. */
  readonly span: Span;
  readonly text: string;
  readonly isCapitals: boolean;
  readonly wordCount: number;
  /** Whether the format, the font or the capitals set the whole line apart. */
  readonly isSetApart: boolean;
}

export function viewLines(source: SourceText): LineView[] {
  return cutRunInLines(source).map((line) => viewOf(source, line));
}

function viewOf(source: SourceText, line: Line): LineView {
  const raw = source.text.slice(line.span.start, line.span.end);
  const text = raw.trim();
  const start = line.span.start + (raw.length - raw.trimStart().length);
  const isCapitals = inCapitals(text);
  const { style } = line;
  return {
    line,
    span: { start, end: start + text.length },
    text,
    isCapitals,
    wordCount: countWords(text),
    isSetApart: style.heading !== null || style.bold || style.underline || isCapitals,
  };
}

/** Capitals throughout, presenters and file sizes in brackets aside. */
function inCapitals(text: string): boolean {
  if (/^[^(]*[a-z]/.test(text)) return false;
  const letters = text.replace(/\([^)]*\)/g, "").replace(/[^\p{L}]/gu, "");
  return letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** The part of a line from an offset in its text, without blanks around it. */
export function subSpan(
  view: { readonly span: Span; readonly text: string },
  from: number,
  to = view.text.length,
): Span {
  const piece = view.text.slice(from, to);
  const start = view.span.start + from + (piece.length - piece.trimStart().length);
  return { start, end: Math.max(start, view.span.start + from + piece.trimEnd().length) };
}
