/** The edges and the leading of a document's text, judged from its lines. */

import type { VisualLine } from "./lines.js";
import { isFull, type Measure } from "./passages.js";
import type { PageLines } from "./running-lines.js";

/** Words enough (characters) for a stretch to be part of running text. */
const LONG = 30;
/** Page edges that differ by less (points) are the same edge, seen through ragged lines. */
const SAME_LAYOUT = 15;

/** One measure a page: a page's own edges where it has text enough, else the document's. */
export function measurePages(pages: readonly PageLines[]): Map<number, Measure> {
  const all = pages.flatMap((page) => page.lines);
  const left = leftEdge(all);
  const right = rightEdge(all) ?? likelyRightEdge(pages, left);
  const leading = usualLeading(pages, right);
  const measures = new Map<number, Measure>();
  for (const page of pages) {
    const long = longSegments(page.lines);
    const own = long.length >= 8 ? rightEdge(page.lines) : null;
    const ownLeft = long.length >= 8 ? leftEdge(page.lines) : left;
    measures.set(page.page, {
      left: Math.abs(ownLeft - left) < SAME_LAYOUT ? left : ownLeft,
      right: own === null || Math.abs(own - right) < SAME_LAYOUT ? right : own,
      leading,
    });
  }
  return measures;
}

function longSegments(lines: readonly VisualLine[]) {
  return lines.flatMap((line) => line.segments.filter((segment) => segment.text.length >= LONG));
}

/** The furthest place where three long stretches of text end; null where there are too few to tell. */
function rightEdge(lines: readonly VisualLine[]): number | null {
  const ends = longSegments(lines)
    .map((segment) => segment.box.x1)
    .sort((a, b) => b - a);
  return ends.find((end, index) => end - (ends[index + 2] ?? Number.NEGATIVE_INFINITY) < 8) ?? null;
}

/** With little running text its longest line tells; without any, the margins are taken to be equal. */
function likelyRightEdge(pages: readonly PageLines[], left: number): number {
  const long = pages.flatMap((page) => longSegments(page.lines)).map((segment) => segment.box.x1);
  return long.length > 0 ? Math.max(...long) : Math.max(0, ...pages.map((page) => page.width - left));
}

function leftEdge(lines: readonly VisualLine[]): number {
  const starts = lines.map((line) => line.box.x0).sort((a, b) => a - b);
  return starts.find((start, index) => (starts[index + 2] ?? Number.POSITIVE_INFINITY) - start < 3) ?? starts[0] ?? 0;
}

/** Usual distance between the lines of paragraphs, as a multiple of the font size; 1.2 where there are too few to tell. Paragraphs that happen to end in a full line make the median too large. */
function usualLeading(pages: readonly PageLines[], right: number): number {
  const apart: number[] = [];
  for (const { lines } of pages) {
    lines.forEach((line, index) => {
      const above = lines[index - 1];
      if (above === undefined || above.segments.length > 1 || line.segments.length > 1) return;
      if (Math.abs(above.size - line.size) > 0.5 || !isFull(above, line, right)) return;
      const distance = (line.baseline - above.baseline) / line.size;
      if (distance > 0.8 && distance < 2.6) apart.push(distance);
    });
  }
  apart.sort((a, b) => a - b);
  return apart.length < 3 ? 1.2 : (apart[Math.floor(apart.length * 0.35)] ?? 1.2);
}
