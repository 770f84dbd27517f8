/** Values with their place: the only way in which `resolve` makes one. */

import type { Basis, Sourced } from "../../model/minutes.js";
import type { SourceText, Span } from "../../model/source.js";

/** A value whose words stand at the span. */
export function stated<T>(value: T, span: Span, rule: string, confidence = 0.95): Sourced<T> {
  return sourcedAs("stated", value, span, rule, confidence);
}

/** A value that follows from the words at the span by a documented rule. */
export function derived<T>(value: T, span: Span, rule: string, confidence = 0.85): Sourced<T> {
  return sourcedAs("derived", value, span, rule, confidence);
}

function sourcedAs<T>(basis: Basis, value: T, span: Span, rule: string, confidence: number): Sourced<T> {
  return { value, span: { start: span.start, end: span.end }, basis, rule, confidence };
}

/** Whatever parts words and is not one blank, which most are. */
const MORE_THAN_BLANK = /\s{2,}|[^\S ]/g;

/** The words at a span as one line: line breaks and the tabs between cells become blanks. */
export function wordsAt(source: SourceText, span: Span): string {
  return source.text.slice(span.start, span.end).replace(MORE_THAN_BLANK, " ").trim();
}

/** The words at a span as a stated value; null where there are none. */
export function statedText(
  source: SourceText,
  span: Span | null,
  rule: string,
  confidence?: number,
): Sourced<string> | null {
  if (span === null) return null;
  const words = wordsAt(source, span);
  return words === "" ? null : stated(words, span, rule, confidence);
}

/** A span moved by the offset at which its text begins. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** A span without the blanks and the given characters at its ends. */
export function trimSpan(source: SourceText, span: Span, strip = /[\s.;,:–—-]/): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(source.text[start] ?? "")) start++;
  while (end > start && strip.test(source.text[end - 1] ?? "")) end--;
  return { start, end };
}
