/** The narrow column beside the text: short words right of the body's edge ("MS", "Clerk"), each belonging to the block at its height. */

import type { Block, BlockCell, GridBlock } from "../blocks.js";
import { paragraph } from "../blocks.js";
import { lineOf, lineText, toSegment, type VisualLine } from "./lines.js";
import { splitPiece } from "./page-content.js";
import type { Measure } from "./passages.js";
import type { PageLines } from "./running-lines.js";

export interface MarginNote {
  /** More than one where the words go on: "BM &" above "MM". */
  readonly lines: readonly VisualLine[];
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
  const found: VisualLine[] = [];
  const kept = pages.map((page) => ({
    ...page,
    lines: page.lines.flatMap((uncut): VisualLine[] => {
      const line = withNoteCut(uncut, start);
      const last = line.segments.at(-1);
      if (last === undefined || (line === uncut && !candidates.has(last))) return [line];
      found.push(lineOf([last]));
      const body = line.segments.slice(0, -1);
      return body.length === 0 ? [] : [lineOf(body)];
    }),
  }));
  return { pages: kept, notes: joinNotes(found) };
}

/** A full line can reach so near to the column that a note there looks like its last word. */
function withNoteCut(line: VisualLine, start: number): VisualLine {
  const last = line.segments.at(-1);
  if (last === undefined || last.box.x0 > start - 3 || last.box.x1 < start) return line;
  const pieces = last.pieces.flatMap((piece) => {
    const isAcross = piece.box.x0 < start - 3 && piece.box.x1 > start + 0.5 * piece.size;
    return isAcross ? splitPiece(piece, [start - 0.2 * piece.size]) : [piece];
  });
  const at = pieces.findIndex((piece) => piece.box.x0 > start - 3);
  const note = pieces.slice(at);
  const text = note.map((piece) => piece.text).join("");
  if (at < 1 || text.length > LONGEST || !/^[\p{Lu}(&]/u.test(text)) return line;
  return lineOf([...line.segments.slice(0, -1), toSegment(pieces.slice(0, at)), toSegment(note)]);
}

/** Notes of which one goes on in the next line are one. */
function joinNotes(lines: readonly VisualLine[]): MarginNote[] {
  const notes: { lines: VisualLine[]; isHeader: boolean }[] = [];
  for (const line of lines) {
    const note = notes.at(-1);
    const above = note?.lines.at(-1);
    const isNear = above?.page === line.page && line.baseline - above.baseline < 2.2 * line.size;
    if (note !== undefined && above !== undefined && isNear && isOneNote(above, line)) note.lines.push(line);
    else notes.push({ lines: [line], isHeader: HEADER.test(lineText(line)) });
  }
  return notes;
}

function isOneNote(above: VisualLine, line: VisualLine): boolean {
  return /(?:[&,/+]|\band)$/.test(lineText(above)) || /^(?:[&/+(]|and\b)/.test(lineText(line));
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
    const at = nearestBlock(blocks, placeOf(note, blocks));
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

/** The line that tells where a note belongs: the last one, because notes are set beside the end of what they speak of, or the first where that one stands beside no block. */
function placeOf({ lines }: MarginNote, blocks: readonly PlacedBlock[]): VisualLine {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a margin note without a line");
  const middle = (last.box.y0 + last.box.y1) / 2;
  const extents = blocks.flatMap((block) => block.extents);
  const slack = 0.4 * last.size;
  const isBeside = extents.some(({ page, y0, y1 }) => page === last.page && y0 - slack < middle && middle < y1 + slack);
  return isBeside ? last : first;
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
