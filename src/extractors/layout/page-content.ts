/** What a page holds, from whichever reader: pieces of text, rulings and shades with their places. Everything else in this room works on it. */

import type { Box, EmphasisKind } from "../../model/source.js";
import { type LetterWidths, letterEdges } from "./letter-widths.js";
import type { Turning } from "./turning.js";

/** A straight line of no thickness: its box is flat in one direction. */
export interface Ruling {
  readonly isHorizontal: boolean;
  readonly box: Box;
}

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
