/** A part of a document as Word shows it: paragraphs and tables without fields, tracked changes, choices and other wrappings. */

import type { LetterStyle } from "./letters.js";
import type { ParagraphLook, Style } from "./style-sheet.js";

export interface ShownRun {
  /** A tab is `\t`, a broken line `\n`. */
  readonly text: string;
  /** Font whose letters are signs (Symbol, Wingdings); null for fonts of words. */
  readonly signs: string | null;
  readonly letters: LetterStyle;
}

export interface ShownParagraph {
  readonly type: "paragraph";
  readonly style: Style;
  /** What the paragraph itself states. */
  readonly own: ParagraphLook;
  readonly runs: readonly ShownRun[];
  /** Whether it stands in a text box, whose lists are counted apart. */
  readonly isBoxed: boolean;
}

export interface ShownCell {
  readonly colSpan: number;
  /** `continued`: merged with the cell above. */
  readonly isContinued: boolean;
  readonly blocks: readonly ShownBlock[];
}

export interface ShownRow {
  readonly isHeader: boolean;
  readonly cells: readonly ShownCell[];
}

export interface ShownTable {
  readonly type: "table";
  readonly rows: readonly ShownRow[];
}

export type ShownBlock = ShownParagraph | ShownTable;

/** Changes that nobody has accepted or rejected yet. */
export interface Changes {
  insertions: number;
  deletions: number;
  moves: number;
}
