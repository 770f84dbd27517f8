/** The narrow column beside the text: short words right of the body's edge ("MS", "Clerk"), each belonging to the block at its height. */

import type { Block, BlockCell, GridBlock } from "../blocks.js";
import { paragraph } from "../blocks.js";
import { lineOf, type VisualLine } from "./lines.js";
import type { Measure } from "./passages.js";
import type { PageLines } from "./running-lines.js";

export interface MarginNote {
  readonly line: VisualLine;
  /** Whether it names the column rather than somebody in it. */
  readonly isHeader: boolean;
}

/** Longer words (characters) are no margin note. */
const LONGEST = 15;
/** Notes that stand further apart (points) are no column. */
const COLUMN_WIDTH = 40;

const HEADER = /^(?:actions?|action by|by whom|owners?|who|lead|responsib(?:le|ility)|officer|resp\.?)[:.]?$/i;

export interface WithoutMargin {
  readonly pages: readonly PageLines[];
  readonly notes: readonly MarginNote[];
}

/** Takes the notes out of the lines. Three in a document, or one under a header word, make a margin. */
export function takeMargin(pages: readonly PageLines[], measures: ReadonlyMap<number, Measure>): WithoutMargin {
  const candidates = new Set<VisualLine["segments"][number]>();
  for (const { page, lines } of pages) {
    const right = measures.get(page)?.right ?? Number.POSITIVE_INFINITY;
    for (const line of lines) {
      const last = line.segments.at(-1);
      if (last !== undefined && last.box.x0 > right - 2 && last.text.length <= LONGEST && /[\p{L}&]/u.test(last.text)) {
        candidates.add(last);
      }
    }
  }
  const start = Math.min(...[...candidates].map((segment) => segment.box.x0));
  const isColumn =
    [...candidates].filter((segment) => segment.box.x0 < start + COLUMN_WIDTH).length === candidates.size;
  const hasHeader = [...candidates].some((segment) => HEADER.test(segment.text));
  if (!isColumn || candidates.size < (hasHeader ? 2 : 3)) return { pages, notes: [] };
  const notes: MarginNote[] = [];
  const kept = pages.map((page) => ({
    ...page,
    lines: page.lines.flatMap((line): VisualLine[] => {
      const last = line.segments.at(-1);
      if (last === undefined || !candidates.has(last)) return [line];
      notes.push({ line: lineOf([last]), isHeader: HEADER.test(last.text) });
      const body = line.segments.slice(0, -1);
      return body.length === 0 ? [] : [lineOf(body)];
    }),
  }));
  return { pages: kept, notes };
}

/** Where a block stands on one page. */
export interface Extent {
  readonly page: number;
  readonly y0: number;
  readonly y1: number;
}

export interface PlacedBlock {
  readonly block: Block;
  readonly extents: readonly Extent[];
}

/** Puts each note beside the block at its height: such blocks become rows of margin grids, neighbours one grid. */
export function placeNotes(
  blocks: readonly PlacedBlock[],
  notes: readonly MarginNote[],
  toCell: (note: MarginNote) => Block,
): Block[] {
  const notesOf = new Map<number, MarginNote[]>();
  for (const note of notes) {
    const at = nearestBlock(blocks, note.line);
    notesOf.set(at, [...(notesOf.get(at) ?? []), note]);
  }
  const out: Block[] = [];
  let rows: BlockCell[][] = [];
  const endGrid = () => {
    if (rows.length > 0) out.push(marginGrid(rows));
    rows = [];
  };
  blocks.forEach(({ block, extents }, index) => {
    const own = notesOf.get(index) ?? [];
    const headers = own.filter((note) => note.isHeader);
    const names = own.filter((note) => !note.isHeader);
    const page = extents[0]?.page ?? null;
    for (const header of headers) rows.push(row([], [toCell(header)], page, true));
    if (names.length > 0) rows.push(row([block], names.map(toCell), page, false));
    else {
      endGrid();
      out.push(block);
    }
  });
  endGrid();
  return out;
}

function row(body: readonly Block[], notes: readonly Block[], page: number | null, isHeader: boolean): BlockCell[] {
  return [body, notes].map((blocks, col) => ({
    row: 0,
    col,
    rowSpan: 1,
    colSpan: 1,
    isHeader,
    blocks: blocks.length === 0 ? [paragraph([])] : blocks,
    box: null,
    page,
  }));
}

function marginGrid(rows: readonly (readonly BlockCell[])[]): GridBlock {
  const cells = rows.flatMap((cells, at) => cells.map((cell) => ({ ...cell, row: at })));
  return { type: "grid", kind: "margin", rows: rows.length, cols: 2, cells };
}

/** The block whose height holds the note's middle; else the one that ends least far above it. */
function nearestBlock(blocks: readonly PlacedBlock[], note: VisualLine): number {
  const middle = (note.box.y0 + note.box.y1) / 2;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  blocks.forEach(({ extents }, index) => {
    for (const extent of extents) {
      if (extent.page !== note.page) continue;
      const distance = middle < extent.y0 ? (extent.y0 - middle) * 2 : Math.max(0, middle - extent.y1);
      if (distance < least) {
        least = distance;
        best = index;
      }
    }
  });
  return best;
}
