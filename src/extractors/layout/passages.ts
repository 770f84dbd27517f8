/** Visual lines → passages: the lines that were one paragraph before they were wrapped. */

import type { EmphasisKind } from "../../model/source.js";
import { letterEdges } from "./letter-widths.js";
import { isBlankBetween, lineText, piecesOf, type VisualLine } from "./lines.js";
import { bulletPrefix, isBullet, isNumberMarker, leadingNumber } from "./markers.js";
import type { Piece } from "./page-content.js";

/** Lines of one paragraph, from top to bottom; they may stand on two pages. */
export interface Passage {
  readonly lines: readonly VisualLine[];
  readonly isAfterGap: boolean;
}

/** What the lines of one column have in common. */
export interface Measure {
  /** Where the column's text begins and ends, in points from the page's left. */
  readonly left: number;
  readonly right: number;
  /** Usual distance of two baselines of a paragraph, as a multiple of the font size. */
  readonly leading: number;
}

/** The passages of lines that stand below one another in one column of one page. */
export function toPassages(lines: readonly VisualLine[], measure: Measure): Passage[] {
  const passages: { lines: VisualLine[]; isAfterGap: boolean }[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    const passage = passages.at(-1);
    if (above === undefined || passage === undefined) {
      passages.push({ lines: [line], isAfterGap: false });
      return;
    }
    if (goesOn(passage.lines, line, lines, measure)) passage.lines.push(line);
    else passages.push({ lines: [line], isAfterGap: isGap(above, line, measure) });
  });
  return passages;
}

/** Whether a passage at the foot of a page goes on with the first one of the next. */
export function goesOnOverPage(before: Passage, after: Passage, measure: Measure): boolean {
  const last = before.lines.at(-1);
  const next = after.lines[0];
  const first = before.lines[0];
  if (last === undefined || next === undefined || first === undefined) return false;
  if (markerOf(next).kind !== null || hasOtherLook(last, next)) return false;
  const place = before.lines.length > 1 ? last.box.x0 : textStart(first);
  if (Math.abs(next.box.x0 - place) > 1.5 * next.size) return false;
  if (startsSmall(next)) return !/[.!?:]["”’)]*$/.test(lineText(last)) || isFull(last, next, measure.right);
  return isFull(last, next, measure.right) && !/[.!?:;]["”’)\]]*$/.test(lineText(last));
}

/** Whether the gap between two lines is clearly wider than the leading. */
function isGap(above: VisualLine, line: VisualLine, measure: Measure): boolean {
  return distance(above, line) > measure.leading * 1.3 + 0.05;
}

/** Baseline to baseline, as a multiple of the font size. */
function distance(above: VisualLine, line: VisualLine): number {
  return (line.baseline - above.baseline) / Math.max(above.size, line.size);
}

function goesOn(
  passage: readonly VisualLine[],
  line: VisualLine,
  column: readonly VisualLine[],
  measure: Measure,
): boolean {
  const above = passage.at(-1);
  const first = passage[0];
  if (above === undefined || first === undefined || above.page !== line.page) return false;
  const apart = distance(above, line);
  const before = passage.at(-2);
  const own = before === undefined ? 0 : distance(before, above) * 1.08;
  if (apart > Math.max(measure.leading * 1.22 + 0.03, own) || apart < 0.5) return false;
  const isLoose = isFull(above, line, rightEdgeAt(above, column, measure));
  const isMidSentence = isUnfinished(above) || (startsSmall(line) && !/[.!?:]["”’)]*$/.test(lineText(above)));
  const { kind, isStanding } = markerOf(line);
  if (kind !== null && (isStanding || kind === "bullet" || !isLoose || isEnd(above))) return false;
  if (kind === "number" && isNextNumber(leadingNumber(lineText(first)), leadingNumber(lineText(line)))) return false;
  if (hasOtherLook(above, line) && !(isLoose && isMidSentence)) return false;
  if (!fitsIndent(passage, line) && !(isLoose && isMidSentence)) return false;
  if (isLoose) return true;
  // A picture, a turned word or ragged setting can narrow the column: words that go on still belong to a long line.
  if (isMidSentence) return above.box.x1 - above.box.x0 > 0.6 * (measure.right - measure.left);
  return (
    isFull(above, line, measure.right - 1.2 * line.size) &&
    isOpenEnded(above, isHanging(first, line)) &&
    !/^\p{L}+:/u.test(lineText(line))
  );
}

/** Whether the words of a long line do not look like the end of an entry: no stop and, but for a hanging paragraph, no name or number last. */
function isOpenEnded(line: VisualLine, isHangingBelow: boolean): boolean {
  if (isAll(line, "bold") || isAll(line, "underline")) return false;
  return isHangingBelow ? /[\p{L}\p{N},]$/u.test(lineText(line)) : /(?:^|\s)[^\p{Lu}\s]*\p{Ll}$/u.test(lineText(line));
}

/** Whether a line begins below the words of a numbered or bulleted line rather than below its marker. */
function isHanging(first: VisualLine, line: VisualLine): boolean {
  const start = textStart(first);
  return start - first.box.x0 > 0.5 * line.size && Math.abs(line.box.x0 - start) < 0.5 * line.size;
}

/** "(c)" after "(b)", "5." after "4.": the next entry, even where the entry before it does not end in a full stop. */
function isNextNumber(before: string, after: string): boolean {
  const [a = [], b = []] = [before, after].map((number) => number.match(/\d+/g) ?? []);
  if (a.length > 0 || b.length > 0) {
    const other = b.filter((figure, index) => figure !== a[index]);
    // "FGB 39/2021" after "FGB 38/2021": one of the figures is the next, the others stay.
    return a.length === b.length && other.length === 1 && b.some((figure, i) => Number(figure) === Number(a[i]) + 1);
  }
  const [letter, next] = [before, after].map((number) => /[a-z]/i.exec(number)?.[0] ?? "");
  return letter !== undefined && next !== undefined && next.charCodeAt(0) === letter.charCodeAt(0) + 1;
}

function isEnd(line: VisualLine): boolean {
  return /[.:;?!)]$/.test(lineText(line));
}

/** Whether a line cannot be the last of its sentence. */
function isUnfinished(line: VisualLine): boolean {
  return /(?:,| (?:the|of|and|or|to|for|with|by|from|in|on|at|a|an|that|which|is|was|be))$/.test(lineText(line));
}

function startsSmall(line: VisualLine): boolean {
  return /^(?:["“‘'(]?\p{Ll}|& )/u.test(lineText(line));
}

/** Whether a line had no room left for the first word of the next one. */
export function isFull(line: VisualLine, next: VisualLine, right: number): boolean {
  const last = piecesOf(line).at(-1)?.text ?? "";
  if (/\p{L}-$/u.test(last) && startsSmall(next)) return true;
  return line.box.x1 + firstWordWidth(next) + 0.22 * next.size > right - 0.12 * next.size;
}

/** A word can be drawn in several pieces, each in its own place. */
function firstWordWidth(line: VisualLine): number {
  const pieces = piecesOf(line);
  const [first] = pieces;
  if (first === undefined) return 0;
  for (const [index, piece] of pieces.entries()) {
    const word = /^\S+/.exec(piece.text)?.[0] ?? "";
    if (
      word.length === piece.text.length &&
      pieces[index + 1] !== undefined &&
      !isBlankBetween(piece, pieces[index + 1])
    ) {
      continue;
    }
    return (letterEdges(piece)[word.length] ?? piece.box.x1) - first.box.x0;
  }
  return line.box.x1 - first.box.x0;
}

/** A block set narrower than the page has an edge of its own: three neighbours that end at one place. */
function rightEdgeAt(line: VisualLine, column: readonly VisualLine[], measure: Measure): number {
  const at = column.indexOf(line);
  const near = column
    .slice(Math.max(0, at - 8), at + 9)
    .filter((other) => Math.abs(other.box.x0 - line.box.x0) < 2 * line.size);
  const alike = near.filter((other) => Math.abs(other.box.x1 - line.box.x1) < 0.8);
  const isWide = line.box.x1 - line.box.x0 > 0.5 * (measure.right - measure.left);
  const isOutermost = near.every((other) => other.box.x1 < line.box.x1 + 1);
  return alike.length >= 3 && isWide && isOutermost ? line.box.x1 : measure.right;
}

/** A paragraph's first line may stand in or out; from its second line on all begin at one place. */
function fitsIndent(passage: readonly VisualLine[], line: VisualLine): boolean {
  const [first, second] = passage;
  if (first === undefined) return true;
  const slack = 0.35 * line.size;
  if (second !== undefined) return Math.abs(second.box.x0 - line.box.x0) < slack;
  const marker = markerOf(first);
  if (marker.kind !== null) {
    return Math.abs(line.box.x0 - first.box.x0) < slack || Math.abs(line.box.x0 - textStart(first)) < 2.2 * line.size;
  }
  const shift = (line.box.x0 - first.box.x0) / line.size;
  return Math.abs(shift) < 0.35 || (shift < 0 && shift > -5) || (shift > 0 && shift < 3 && startsSmall(line));
}

/** Bold under plain, or another size: a heading and its text. */
export function hasOtherLook(above: VisualLine, line: VisualLine): boolean {
  if (Math.abs(above.size - line.size) > 0.12 * Math.max(above.size, line.size)) return true;
  return (["bold", "underline"] as const).some(
    (kind) => (isAll(above, kind) && isNone(line, kind)) || (isNone(above, kind) && isAll(line, kind)),
  );
}

function isAll(line: VisualLine, kind: EmphasisKind): boolean {
  return wordPieces(line).every((piece) => piece.emphases.includes(kind));
}

function isNone(line: VisualLine, kind: EmphasisKind): boolean {
  return !wordPieces(line).some((piece) => piece.emphases.includes(kind));
}

function wordPieces(line: VisualLine): Piece[] {
  return piecesOf(line).filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
}

export interface Marker {
  readonly kind: "bullet" | "number" | null;
  /** Whether a gap cuts it off from the words: it is not part of a sentence then. */
  readonly isStanding: boolean;
  /** How many of the line's pieces are nothing but the marker. */
  readonly pieces: number;
  /** The bullet that the first piece begins with, where it is not a piece of its own. */
  readonly prefix: string;
}

const NO_MARKER: Marker = { kind: null, isStanding: false, pieces: 0, prefix: "" };

const LONE_TICK = /^[✓✔]$/;

/** How a line begins. */
export function markerOf(line: VisualLine): Marker {
  const pieces = piecesOf(line);
  const [first, second] = pieces;
  if (first === undefined) return NO_MARKER;
  const gap = second === undefined ? 0 : (second.box.x0 - first.box.x1) / first.size;
  if (second !== undefined && isBullet(first.text, first.isSymbol) && (gap > 0.4 || first.isSymbol)) {
    return { kind: "bullet", isStanding: true, pieces: 1, prefix: "" };
  }
  // A tick alone is what a table of attendance says.
  if (second === undefined && LONE_TICK.test(first.text)) return NO_MARKER;
  const prefix = bulletPrefix(first.text);
  if (prefix !== "") return { kind: "bullet", isStanding: true, pieces: prefix.trim() === first.text ? 1 : 0, prefix };
  if (second !== undefined && gap > 0.5 && isNumberMarker(first.text)) {
    return { kind: "number", isStanding: true, pieces: 1, prefix: "" };
  }
  return leadingNumber(lineText(line)) === "" ? NO_MARKER : { ...NO_MARKER, kind: "number" };
}

/** Where the words behind a line's marker begin. */
function textStart(line: VisualLine): number {
  const marker = markerOf(line);
  const piece = piecesOf(line)[marker.pieces];
  return piece?.box.x0 ?? line.box.x0;
}
