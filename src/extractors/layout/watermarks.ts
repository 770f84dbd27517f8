/** Words behind the text of a page: "DRAFT", "CONFIDENTIAL", large and pale. */

import type { Piece } from "./page-content.js";

/** Water marks are set at least this many times as large as the page's text. */
const LARGEST = 2.5;
const FEW = 10;
/** Text in a colour lighter than this share of white is pale. */
const PALE = 0.6;

/** Whether a colour ("#rrggbb") is so light that it is meant to be read over. Weights of ITU-R BT.601. */
export function isPale(color: string | null): boolean {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? "");
  if (parts === null) return false;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue > PALE;
}

/** Takes from the pieces of a page those that are water marks: large ones that are pale or lie under other text. */
export function takeWatermarks(pieces: readonly Piece[]): { readonly text: Piece[]; readonly marks: Piece[] } {
  // With little else on the page, large words are its title.
  if (pieces.length <= FEW) return { text: [...pieces], marks: [] };
  const usual = usualSize(pieces);
  const isMark = (piece: Piece) =>
    piece.size > LARGEST * usual &&
    (isOverprinted(piece, pieces) || (piece.isPale === true && isBehind(piece, pieces)));
  const text: Piece[] = [];
  const marks: Piece[] = [];
  for (const piece of pieces) (isMark(piece) ? marks : text).push(piece);
  return { text, marks };
}

/** Size of most letters. */
function usualSize(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** Whether at least two lines of small text lie on the letters. */
function isOverprinted(mark: Piece, pieces: readonly Piece[]): boolean {
  const { x0, x1 } = mark.box;
  const top = mark.baseline - 0.7 * mark.size;
  const over = pieces.filter(
    ({ size, box, baseline }) =>
      size < mark.size / 2 && baseline > top && baseline < mark.baseline && box.x1 > x0 && box.x0 < x1,
  );
  return new Set(over.map((piece) => Math.round(piece.baseline))).size >= 2;
}

/** Whether text stands above and below: a title in a pale colour has nothing above it. */
function isBehind(mark: Piece, pieces: readonly Piece[]): boolean {
  const above = pieces.filter((piece) => piece.baseline < mark.baseline - mark.size).length;
  return above > 5 && above < pieces.length - 5;
}
