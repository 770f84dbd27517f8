/** The characters of a story with what is said of each: Word's text is one string, its formatting lies beside it by byte. */

import type { FormattedRange } from "./formatting.js";
/** A stretch of text that lies together in the file. */
export interface Piece {
  text: string;
  /** Position of its first character in the whole text. */
  readonly startCp: number;
  /** Position of its first byte in the document stream. */
  readonly startFilePos: number;
  /** Bytes a character. */
  readonly bpc: number;
}

/** Characters [start, end) of the text that lie in one range of formatting. */
export interface Stretch<Properties> {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties | null;
}

/** The text of all pieces in order. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

/** Which stretches of the text which formatting holds for, in the order of the text; every character lies in one. */
export function stretches<Properties>(
  pieces: readonly Piece[],
  ranges: readonly FormattedRange<Properties>[],
): Stretch<Properties>[] {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start);
  return pieces.flatMap((piece) => stretchesOf(piece, inOrder));
}

/** The same for one piece; the ranges must be in order. */
export function stretchesOf<Properties>(
  piece: Piece,
  ranges: readonly FormattedRange<Properties>[],
): Stretch<Properties>[] {
  const found: Stretch<Properties>[] = [];
  const last = piece.startCp + piece.text.length;
  const positionOf = (byte: number) => piece.startCp + Math.round((byte - piece.startFilePos) / piece.bpc);
  let at = piece.startCp;
  for (let index = firstEndingAfter(ranges, piece.startFilePos); index < ranges.length && at < last; index++) {
    const range = ranges[index];
    if (range === undefined) break;
    const start = Math.min(last, Math.max(at, positionOf(range.start)));
    const end = Math.min(last, positionOf(range.end));
    if (start > at) found.push({ start: at, end: start, properties: null });
    if (end > start) found.push({ start, end, properties: range.properties });
    at = Math.max(at, start, end);
  }
  if (at < last) found.push({ start: at, end: last, properties: null });
  return found;
}

/** Ranges do not overlap, so their ends are in order too. */
function firstEndingAfter(ranges: readonly FormattedRange<unknown>[], byte: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return low;
}
