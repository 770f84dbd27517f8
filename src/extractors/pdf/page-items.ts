/** The strings of a page → pieces: words with a place, a size and a look, in no particular order. */

import { type Box, type EmphasisKind, union } from "../../model/source.js";
import type { RawPage, RawText } from "./door.js";
import { charactersOfGlyphs, isGlyphNumbers } from "./glyph-codes.js";
import { type LetterWidths, letterEdges } from "./letter-widths.js";
import { apply } from "./matrix.js";
import { drawingOf, type Ruling } from "./rulings.js";
import type { Turning } from "./turning.js";
import { isUpright, withTextUpright } from "./upright.js";
import { isPale, takeWatermarks } from "./watermarks.js";

/** Words that stand in one place without a wide gap, in one font. */
export interface Piece {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  /** Distance of the baseline from the top of the page, in points. */
  readonly baseline: number;
  /** Font size in points. */
  readonly size: number;
  readonly emphases: readonly EmphasisKind[];
  /** Whether a font of symbols (Wingdings and the like) draws it. */
  readonly isSymbol: boolean;
  /** Whether the file has a blank between this piece and the one before it. */
  readonly isAfterBlank: boolean;
  /** The widths of its font's letters, where the file has them. */
  readonly widths?: LetterWidths;
  /** Whether the file marks it as an artifact of the page: a head, a foot, a page number. */
  readonly isArtifact?: boolean;
  /** Level 1 to 6 where the file tags it as a heading. */
  readonly heading?: number | null;
  /** Whether it is drawn in a light colour. */
  readonly isPale?: boolean;
}

export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Text that runs from left to right. */
  readonly pieces: readonly Piece[];
  /** Text that is turned: column heads of tables, stamps; and water marks, turned or not. */
  readonly turned: readonly Piece[];
  readonly rulings: readonly Ruling[];
  /** Filled rectangles: shaded rows and cells. */
  readonly shades: readonly Box[];
  /** How the page was turned to be read; null where it was not. All places are those of the page as it was read. */
  readonly turning?: Turning | null;
}

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

/** A thin line just under the letters underlines them; one through their middle strikes them out. */
export function withRulingEmphases(piece: Piece, rulings: readonly Ruling[]): Piece {
  const width = piece.box.x1 - piece.box.x0;
  const emphases = new Set(piece.emphases);
  for (const ruling of rulings) {
    if (!ruling.isHorizontal) continue;
    const below = (ruling.box.y0 - piece.baseline) / piece.size;
    if (below < -0.4 || below > 0.25) continue;
    const covered = Math.min(ruling.box.x1, piece.box.x1) - Math.max(ruling.box.x0, piece.box.x0);
    if (covered < 0.7 * width) continue;
    if (below > -0.02) emphases.add("underline");
    else if (below < -0.15) emphases.add("strike");
  }
  return emphases.size === piece.emphases.length ? piece : { ...piece, emphases: [...emphases] };
}

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

/** Cuts a piece at the blanks nearest to the given x positions; the parts' boxes are cut where their letters stand. */
export function splitPiece(piece: Piece, cuts: readonly number[]): Piece[] {
  const edges = letterEdges(piece);
  const words = [...piece.text.matchAll(/\S+\s*/g)];
  const parts: Piece[] = [];
  for (const word of words) {
    const start = edges[word.index] ?? piece.box.x0;
    const end = edges[word.index + word[0].trimEnd().length] ?? piece.box.x1;
    const column = cuts.filter((cut) => cut < (start + end) / 2).length;
    const last = parts.at(-1);
    const lastColumn = last === undefined ? -1 : cuts.filter((cut) => cut < (last.box.x0 + last.box.x1) / 2).length;
    if (last !== undefined && lastColumn === column) {
      parts[parts.length - 1] = { ...last, text: last.text + word[0], box: { ...last.box, x1: end } };
    } else parts.push({ ...piece, text: word[0], box: { ...piece.box, x0: start, x1: end }, isAfterBlank: true });
  }
  return parts.map((part) => ({ ...part, text: part.text.trim() }));
}
