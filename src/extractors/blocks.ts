/** What every extractor makes of a file: blocks in reading order, from which `layOut` makes the text and its offsets. */

import type { Box, EmphasisKind, GridKind } from "../model/source.js";

/** Words that stood in one place and look alike. Runs of a paragraph follow one another without anything between them: blanks are in their text. */
export interface Run {
  readonly text: string;
  readonly emphases: readonly EmphasisKind[];
  /** Page number from 1; null where the format has no pages. */
  readonly page: number | null;
  readonly box: Box | null;
}

/** A logical line: a wrapped paragraph is one. Its text may hold a newline only where the document breaks the line on purpose; `layOut` makes a line of each. */
export interface Paragraph {
  readonly type: "paragraph";
  readonly runs: readonly Run[];
  /** Font size in points of most of its letters. */
  readonly size: number | null;
  /** Level 1 to 6 where the format itself calls it a heading. */
  readonly heading: number | null;
  /** Bullet characters are dropped from the runs; numbers that the format prints by itself are put into the first run ("43. "). */
  readonly list: "bullet" | "number" | null;
  readonly indent: number | null;
  /** Whether blank lines or a visible gap stand before it. */
  readonly isAfterGap: boolean;
  /** How many blank lines stand before it, where the format has such lines. */
  readonly gapLines?: number;
}

export interface BlockCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly isHeader: boolean;
  readonly blocks: readonly Block[];
  readonly box: Box | null;
  readonly page: number | null;
}

/** Cells in row-major order; a merged cell stands once, at its top left. */
export interface GridBlock {
  readonly type: "grid";
  readonly kind: GridKind;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly BlockCell[];
}

export type Block = Paragraph | GridBlock;

/** A paragraph of plain words, for the fields that a caller does not set. */
export function paragraph(runs: readonly Run[], more: Partial<Omit<Paragraph, "type" | "runs">> = {}): Paragraph {
  return { type: "paragraph", runs, size: null, heading: null, list: null, indent: null, isAfterGap: false, ...more };
}

export function run(text: string, emphases: readonly EmphasisKind[] = []): Run {
  return { text, emphases, page: null, box: null };
}
