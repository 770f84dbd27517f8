/** Pieces → visual lines: what stands on one baseline, from left to right, cut into segments at wide gaps. */

import type { Box } from "../../model/source.js";
import { union } from "../../model/source.js";
import { canFollowMarker, isBullet, isNumberMarker } from "./markers.js";
import type { Piece } from "./page-content.js";

/** Pieces of a line without a wide gap between them. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly box: Box;
  readonly text: string;
}

export interface VisualLine {
  readonly page: number;
  /** From left to right; a number or bullet is one segment with the words behind it. */
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly baseline: number;
  /** Size of most of its letters, in points. */
  readonly size: number;
}

/** Gaps wider than this many times the font size are gaps between columns. */
const COLUMN_GAP = 1;
/** Gaps wider than this many times the font size are blanks, also where the file has none. */
const WORD_GAP = 0.17;

/** The lines of one page, from top to bottom. */
export function toLines(pieces: readonly Piece[]): VisualLine[] {
  const rows = withLevelNeighbours(withRaisedLetters(toRows(pieces)));
  return rows
    .filter((row) => row.length > 0)
    .map(toLine)
    .sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
}

/** Words of pieces in a row, as they read. */
function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece, index) => piece.text + (isBlankBetween(piece, pieces[index + 1]) ? " " : "")).join("");
}

/** Whether a blank stands between two neighbours of a line. */
export function isBlankBetween(left: Piece, right: Piece | undefined): boolean {
  if (right === undefined) return false;
  const gap = (right.box.x0 - left.box.x1) / Math.max(left.size, right.size);
  return gap > WORD_GAP || (right.isAfterBlank && gap > 0.02);
}

/** The line of the given pieces, which stand on one baseline. */
export function toLine(row: readonly Piece[]): VisualLine {
  const pieces = [...row].sort((a, b) => a.box.x0 - b.box.x0);
  const main = mainPiece(pieces);
  const segments = withMarkersJoined(cutAtGaps(pieces));
  return {
    page: main.page,
    segments,
    box: segments.map((segment) => segment.box).reduce(union),
    baseline: main.baseline,
    size: main.size,
  };
}

export function toSegment(pieces: readonly Piece[]): Segment {
  return { pieces, box: pieces.map((piece) => piece.box).reduce(union), text: textOf(pieces) };
}

/** A line of some of another line's segments. */
export function lineOf(segments: readonly Segment[]): VisualLine {
  const main = mainPiece(segments.flatMap((segment) => segment.pieces));
  return {
    page: main.page,
    segments,
    box: segments.map((segment) => segment.box).reduce(union),
    baseline: main.baseline,
    size: main.size,
  };
}

export function lineText(line: VisualLine): string {
  return line.segments.map((segment) => segment.text).join(" ");
}

export function piecesOf(line: VisualLine): Piece[] {
  return line.segments.flatMap((segment) => segment.pieces);
}

/** The piece with most letters speaks for the line. */
function mainPiece(pieces: readonly Piece[]): Piece {
  return pieces.reduce((longest, piece) => (piece.text.length > longest.text.length ? piece : longest));
}

function toRows(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined) {
      const distance = piece.baseline - first.baseline;
      if (distance < 0.45 * Math.min(first.size, piece.size) || distance < 0.5) {
        row.push(piece);
        continue;
      }
    }
    rows.push([piece]);
  }
  return rows;
}

/** "29" with a raised "TH": the small letters join the line whose words they touch. */
function withRaisedLetters(rows: readonly Piece[][]): Piece[][] {
  const out = rows.map((row) => [...row]);
  out.forEach((row, index) => {
    for (const piece of [...row]) {
      const host = [out[index + 1], out[index + 2], out[index - 1]].find((other) =>
        other?.some((word) => isRaisedBeside(piece, word)),
      );
      if (host === undefined) continue;
      host.push(piece);
      row.splice(row.indexOf(piece), 1);
    }
  });
  return out;
}

/** Labels and boxes set side by side often miss one baseline by a few points: rows less than this share of the font size apart, with nothing above one another, are one line. */
const LEVEL = 0.62;

function withLevelNeighbours(rows: readonly Piece[][]): Piece[][] {
  const out: Piece[][] = [];
  for (const row of rows) {
    const above = out.at(-1);
    if (above !== undefined && above.length > 0 && row.length > 0 && isLevel(above, row)) above.push(...row);
    else out.push([...row]);
  }
  return out;
}

function isLevel(above: readonly Piece[], row: readonly Piece[]): boolean {
  const [upper, lower] = [mainPiece(above), mainPiece(row)];
  const size = Math.min(upper.size, lower.size);
  if (lower.baseline - upper.baseline > LEVEL * size || lower.baseline < upper.baseline) return false;
  return row.every((a) =>
    above.every((b) => a.box.x0 - b.box.x1 > COLUMN_GAP * size || b.box.x0 - a.box.x1 > COLUMN_GAP * size),
  );
}

function isRaisedBeside(small: Piece, word: Piece): boolean {
  if (small.size > 0.85 * word.size || small.text.length > 4) return false;
  const raise = (word.baseline - small.baseline) / word.size;
  const gap = (small.box.x0 - word.box.x1) / word.size;
  return raise > -0.35 && raise < 0.7 && gap > -0.2 && gap < 0.35;
}

function cutAtGaps(pieces: readonly Piece[]): Segment[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear = last !== undefined && piece.box.x0 - last.box.x1 < COLUMN_GAP * Math.max(last.size, piece.size);
    if (group !== undefined && isNear && !isBeforeMarkerGap(group)) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(toSegment);
}

/** A bullet is cut off whatever the gap behind it; `withMarkersJoined` puts it back as a marker. */
function isBeforeMarkerGap(group: readonly Piece[]): boolean {
  const [only, ...others] = group;
  return only !== undefined && others.length === 0 && only.isSymbol && isBullet(only.text, true);
}

function withMarkersJoined(segments: readonly Segment[]): Segment[] {
  const [first, second, ...others] = segments;
  if (first === undefined || second === undefined) return [...segments];
  const isSymbol = first.pieces.every((piece) => piece.isSymbol);
  if (isBullet(first.text, isSymbol)) return withMarkersJoined([joinSegments(first, second), ...others]);
  if (!isNumberMarker(first.text) || !canFollowMarker(second.text)) return [...segments];
  // "4.   (a)   text": the second marker joins its words first.
  const [words = second, ...after] = withMarkersJoined([second, ...others]);
  return [joinSegments(first, words), ...after];
}

function joinSegments(a: Segment, b: Segment): Segment {
  return toSegment([...a.pieces, ...b.pieces]);
}
