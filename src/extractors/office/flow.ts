/** What the readers of old word processors make of a file: its flow of paragraphs and tables, with everything resolved that a style or a list says. */

import type { SourceMetadata } from "../../model/source.js";

/** How letters look. */
export interface FlowLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Font size in points. */
  readonly size: number | null;
}

/** Words that look alike; tabs and line breaks stand in the text as such. */
export interface FlowRun {
  readonly text: string;
  readonly look: FlowLook;
  /** The note that is called here: an index into `FlowDocument.notes`; the text is empty then. */
  readonly note: number | null;
}

export interface FlowParagraph {
  readonly type: "paragraph";
  readonly runs: readonly FlowRun[];
  /** The automatic number as printed, such as `43.1` or `(a)`; null where there is none. */
  readonly label: string | null;
  /** Whether a bullet stands before it that is not in the runs. */
  readonly isBullet: boolean;
  /** Level from 1 where the format calls it a heading. */
  readonly heading: number | null;
  /** Left indent, space before and after, in points. */
  readonly left: number;
  readonly before: number;
  readonly after: number;
  /** Whether there is no space between it and a neighbour of the same style. */
  readonly isContextual: boolean;
  /** Name of its style, for telling neighbours of the same style. */
  readonly style: string;
}

export interface FlowCell {
  readonly col: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly FlowBlock[];
}

/** The cells that begin in a row, in order; what a cell of a row above covers is left out. */
export interface FlowRow {
  readonly isHeader: boolean;
  readonly cells: readonly FlowCell[];
}

export interface FlowTable {
  readonly type: "table";
  readonly rows: readonly FlowRow[];
}

export type FlowBlock = FlowParagraph | FlowTable;

export interface FlowDocument {
  readonly body: readonly FlowBlock[];
  /** Footnotes and endnotes in the order of their calls. */
  readonly notes: readonly (readonly FlowBlock[])[];
  readonly headers: readonly FlowBlock[];
  readonly footers: readonly FlowBlock[];
  readonly metadata: Partial<SourceMetadata>;
}

export const PLAIN_LOOK: FlowLook = { bold: false, italic: false, underline: false, strike: false, size: null };

/** A paragraph of plain words, for the fields that a caller does not set. */
export function flowParagraph(
  runs: readonly FlowRun[],
  more: Partial<Omit<FlowParagraph, "type" | "runs">> = {},
): FlowParagraph {
  const plain = { label: null, isBullet: false, heading: null, left: 0, before: 0, after: 0 };
  return { type: "paragraph", runs, ...plain, isContextual: false, style: "", ...more };
}

export function flowRun(text: string, look: FlowLook = PLAIN_LOOK): FlowRun {
  return { text, look, note: null };
}

/** All paragraphs of some blocks, those of cells included, in order. */
export function paragraphsOf(blocks: readonly FlowBlock[]): FlowParagraph[] {
  return blocks.flatMap((block) =>
    block.type === "paragraph"
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}

/** Whether the paragraph shows anything. */
export function hasWords(paragraph: FlowParagraph): boolean {
  return paragraph.runs.some((run) => run.note !== null || /\S/.test(run.text));
}
