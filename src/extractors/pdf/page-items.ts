/** The strings of a page → pieces: words with a place, a size and a look, in no particular order. */

import { type Box, type EmphasisKind, union } from "../../model/source.js";
import { type PageContent, type Piece, withRulingEmphases } from "../layout/page-content.js";
import { isPale, takeWatermarks } from "../layout/watermarks.js";
import type { RawPage, RawText } from "./door.js";
import { charactersOfGlyphs, isGlyphNumbers } from "./glyph-codes.js";
import { apply } from "./matrix.js";
import { drawingOf } from "./rulings.js";
import { isUpright, withTextUpright } from "./upright.js";

/** Share of the font size that lies above and below the baseline; close enough for boxes in any text face. */
const ASCENT = 0.8;
const DESCENT = 0.22;

export function readContent(raw: RawPage): PageContent {
  const { page, turning } = withTextUpright(raw);
  const { rulings, shades } = drawingOf(page.operators, page.toPage);
  const pieces: Piece[] = [];
  const turned: Piece[] = [];
  let isAfterBlank = false;
  for (const shown of withCharacters(page.texts)) {
    if (shown.text.trim() === "") {
      if (shown.text !== "") isAfterBlank = true;
      continue;
    }
    const piece = toPiece(shown, page.number, isAfterBlank || /^\s/.test(shown.text));
    isAfterBlank = /\s$/.test(shown.text);
    if (piece === null) continue;
    if (isUpright(shown)) pieces.push(withRulingEmphases(piece, rulings));
    else addTurned(turned, piece, shown);
  }
  const { text, marks } = takeWatermarks(withoutDoubles(pieces).filter((piece) => isOnPage(piece, page)));
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    pieces: text,
    turned: [...turned.filter((piece) => isOnPage(piece, page)), ...marks],
    rulings,
    shades,
    turning,
  };
}

/** Strings that hold glyph numbers, and all others of the same font, as characters. */
function withCharacters(texts: readonly RawText[]): RawText[] {
  const fonts = new Set(texts.filter((raw) => isGlyphNumbers(raw.text)).map((raw) => raw.font.name));
  return texts.map((raw) => (fonts.has(raw.font.name) ? { ...raw, text: charactersOfGlyphs(raw.text) } : raw));
}

/** Turned strings that continue each other become one piece: there are no lines to put them together later. */
function addTurned(turned: Piece[], piece: Piece, raw: RawText): void {
  const last = turned.at(-1);
  const box = last === undefined ? piece.box : union(last.box, piece.box);
  const isVertical = Math.abs(raw.matrix[0]) < Math.abs(raw.matrix[1]);
  const length = (of: Box) => (isVertical ? of.y1 - of.y0 : of.x1 - of.x0);
  const breadth = (of: Box) => (isVertical ? of.x1 - of.x0 : of.y1 - of.y0);
  const gap = last === undefined ? 0 : length(box) - length(last.box) - length(piece.box);
  const isNext = last !== undefined && Math.abs(gap) < 0.6 * piece.size && breadth(box) < 1.1 * breadth(piece.box);
  if (!isNext) turned.push(piece);
  else
    turned[turned.length - 1] = { ...last, box, text: last.text + (gap > 0.15 * piece.size ? " " : "") + piece.text };
}

function isOnPage(piece: Piece, page: RawPage): boolean {
  const { x0, x1, y0, y1 } = piece.box;
  return x1 > 0 && x0 < page.width && y1 > 0 && y0 < page.height;
}

function toPiece(raw: RawText, page: number, isAfterBlank: boolean): Piece | null {
  const [a, b, c, d] = raw.matrix;
  const size = Math.hypot(c, d);
  const along = Math.hypot(a, b);
  if (size === 0 || along === 0) return null;
  const origin = apply(raw.matrix, 0, 0);
  const corners = [0, raw.width].flatMap((x) =>
    [ASCENT, -DESCENT].map((y) => ({
      x: origin.x + (a / along) * x + c * y,
      y: origin.y + (b / along) * x + d * y,
    })),
  );
  const box = {
    x0: Math.min(...corners.map((corner) => corner.x)),
    y0: Math.min(...corners.map((corner) => corner.y)),
    x1: Math.max(...corners.map((corner) => corner.x)),
    y1: Math.max(...corners.map((corner) => corner.y)),
  };
  const emphases: EmphasisKind[] = [];
  if (raw.font.isBold) emphases.push("bold");
  if (raw.font.isItalic) emphases.push("italic");
  return {
    text: plainCharacters(raw.text),
    page,
    box,
    baseline: origin.y,
    size,
    emphases,
    isSymbol: /symbol|dings/i.test(raw.font.name),
    isAfterBlank,
    widths: raw.font.widths,
    isArtifact: raw.isArtifact,
    heading: raw.heading,
    isPale: isPale(raw.color),
  };
}

const LIGATURES: Readonly<Record<string, string>> = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\ufb05": "st",
  "\ufb06": "st",
};

function plainCharacters(text: string): string {
  const plain = text.replace(/[\ufb00-\ufb06]/g, (letter) => LIGATURES[letter] ?? letter).replace(/\s+/g, " ");
  return closeUpLetters(plain.trim());
}

/** `S o u l` → `Soul`: words set with wide spacing come as single letters with blanks between them. */
function closeUpLetters(text: string): string {
  const isSpacedWord = /^\p{L}(?: \p{L}){2,}$/u.test(text) || /^\d(?: \d){3,}$/.test(text);
  if (isSpacedWord) return text.replaceAll(" ", "");
  return text.replace(SPACED_WITHIN, (word) => word.replaceAll(" ", ""));
}

/** A spaced word among others ("3 | P a g e"): small letters, so that initials are none. */
const SPACED_WITHIN = /(?<![\p{L}\p{N}’'.])\p{L}(?: \p{Ll}){3,}(?![\p{L}\p{N}’'.])/gu;

/** The same word printed twice at nearly one place is how some programs make bold. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const seen = new Map<string, number[]>();
  for (const piece of pieces) {
    const indexes = seen.get(piece.text) ?? [];
    const at = indexes.find((index) => isSamePlace(kept[index], piece));
    const double = at === undefined ? undefined : kept[at];
    if (at !== undefined && double !== undefined) {
      kept[at] = { ...double, emphases: [...new Set([...double.emphases, "bold" as const])] };
      continue;
    }
    seen.set(piece.text, [...indexes, kept.length]);
    kept.push(piece);
  }
  return kept;
}

function isSamePlace(a: Piece | undefined, b: Piece): boolean {
  if (a === undefined) return false;
  return Math.abs(a.box.x0 - b.box.x0) < 0.12 * b.size && Math.abs(a.baseline - b.baseline) < 0.12 * b.size;
}
