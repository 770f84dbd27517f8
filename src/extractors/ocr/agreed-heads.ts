/** Heads and feet that pages share: what one page's picture says indistinctly, another's says better. */

import { type MeasuredLine, meanConfidence } from "./words.js";

interface PageOfLines {
  readonly lines: readonly MeasuredLine[];
  /** Height of the page in points. */
  readonly height: number;
}

/** Heads and feet lie within this share of the page's height from its top or bottom edge. */
const ZONE = 0.2;
/** How far (points) the same head may lie lower on another page: the paper slips in the feeder. */
const SLIP = 8;
/** Share of pairs of letters that two readings of one head have in common. */
const ALIKE = 0.6;

/** The lines of each page, heads and feet as the page says them that was read the best. Numbers differ from page to page, so lines whose numbers differ stay. */
export function withAgreedHeads(pages: readonly PageOfLines[]): MeasuredLine[][] {
  const edges = pages.map(({ lines, height }) =>
    lines.filter(({ baseline }) => baseline < ZONE * height || baseline > (1 - ZONE) * height),
  );
  return pages.map(({ lines }, page) => {
    const own = new Set(edges[page]);
    const others = edges.filter((_, other) => other !== page).flat();
    return lines.map((line) => (own.has(line) ? bestOf(line, others) : line));
  });
}

function bestOf(line: MeasuredLine, others: readonly MeasuredLine[]): MeasuredLine {
  const alike = others.filter(
    (other) =>
      Math.abs(other.baseline - line.baseline) < SLIP &&
      hasSameNumbers(line, other) &&
      likeness(pairsOf(other), pairsOf(line)) >= ALIKE,
  );
  const best = alike.reduce((a, b) => (meanConfidence(b.words) > meanConfidence(a.words) ? b : a), line);
  return best === line ? line : { ...best, baseline: line.baseline };
}

function textOf({ words }: MeasuredLine): string {
  return words.map(({ text }) => text).join("");
}

/** Whether the other line has the same digits; a lone one that it has not is a part of a picture taken for a digit. */
function hasSameNumbers(line: MeasuredLine, other: MeasuredLine): boolean {
  const digits = digitsOf(line);
  return digitsOf(other) === (digits.length === 1 && digitsOf(other) === "" ? "" : digits);
}

function digitsOf(line: MeasuredLine): string {
  return textOf(line).replace(/\D/g, "");
}

function pairsOf(line: MeasuredLine): string[] {
  const letters = textOf(line)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2));
}

/** Dice's coefficient of two words' pairs of letters, 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length < 4 || b.length < 4) return 0;
  const rest = [...b];
  let common = 0;
  for (const pair of a) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
}
