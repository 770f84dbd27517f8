/** Notes at the foot of a page: small type below a short rule that begins at the margin. */

import { lineText, piecesOf, type VisualLine } from "./lines.js";
import type { Ruling } from "./page-content.js";
import type { PageLines } from "./running-lines.js";

/** One note with its mark: the lines from one mark to the next. */
export type Footnote = readonly VisualLine[];

/** Notes are set in type of at most this share of the text's size. */
const SMALLER = 0.93;
/** The rule above them is at most this share of the page's width, and at least so many points long. */
const RULE = { longest: 0.45, shortest: 40 };
/** They stand in the lower part of the page. */
const LOWER_PART = 0.5;
/** "1", "12)", "*", "†", "[3]", "(a)", "b)" before the words. */
const MARK = /^(?:\[(?:\d{1,3}|[a-z])\]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)|\d{1,3}(?=[\s\p{L}“"‘(]|$)|[*†‡§¹²³⁴-⁹]+)/u;

/** The footnotes of a page whose lines are without heads and feet; none where the rule, the size or the marks do not say so. */
export function footnotesOf(page: PageLines, rulings: readonly Ruling[]): Footnote[] {
  const size = usualSize(page.lines);
  const left = Math.min(...page.lines.map((line) => line.box.x0));
  for (const { box, isHorizontal } of [...rulings].sort((a, b) => a.box.y0 - b.box.y0)) {
    const length = box.x1 - box.x0;
    if (!isHorizontal || length < RULE.shortest || length > RULE.longest * page.width) continue;
    if (box.y0 < LOWER_PART * page.height || Math.abs(box.x0 - left) > 2 * size) continue;
    const below = page.lines.filter((line) => line.baseline > box.y0);
    const [first] = below;
    const above = page.lines.filter((line) => line.baseline <= box.y0 && line.baseline > box.y0 - 2);
    if (first === undefined || above.length > 0 || below.length === page.lines.length) continue;
    const isSmall = below.every((line) => sizeOfWords(line) <= SMALLER * size);
    if (isSmall && MARK.test(lineText(first))) return notesIn(below);
  }
  return [];
}

function notesIn(lines: readonly VisualLine[]): Footnote[] {
  const notes: VisualLine[][] = [];
  for (const line of lines) {
    const note = notes.at(-1);
    if (note === undefined || startsNote(line)) notes.push([line]);
    else note.push(line);
  }
  return notes;
}

/** A mark is raised, so its piece is smaller than the words; or it is a sign or a number with a gap behind it. */
function startsNote(line: VisualLine): boolean {
  if (!MARK.test(lineText(line))) return false;
  const [mark, words] = piecesOf(line);
  return (
    mark !== undefined && (words === undefined || mark.size < 0.9 * words.size || /^\W|^\d{1,3}\s/.test(mark.text))
  );
}

function sizeOfWords(line: VisualLine): number {
  return Math.max(...piecesOf(line).map((piece) => piece.size));
}

/** Size of most letters. */
function usualSize(lines: readonly VisualLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) letters.set(line.size, (letters.get(line.size) ?? 0) + lineText(line).length);
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}
