/** One stretch of a rich text as it grows: the body, a page header, a note. Its paragraphs fall into cells where the file says so. */

import type { FlowBlock } from "../office/flow.js";
import { type RowDefinition, tableOf, type WrittenRow } from "../office/row-grid.js";

/** A table that is being written, and the row and cell that are open in it. */
interface OpenTable {
  readonly rows: WrittenRow[];
  cells: FlowBlock[][];
  blocks: FlowBlock[];
}

/** Tables inside tables deeper than this are no document. */
const DEEPEST = 20;

/** Collects paragraphs; a class because cells and rows are told only by what ends them. */
export class Story {
  readonly #blocks: FlowBlock[] = [];
  readonly #open: OpenTable[] = [];

  /** Adds a block at a depth of tables: 0 in none. */
  add(block: FlowBlock, depth: number): void {
    const level = Math.min(DEEPEST, Math.max(0, depth));
    this.#closeBelow(level);
    this.#openTo(level);
    this.#target(level).push(block);
  }

  endCell(depth: number): void {
    const level = Math.min(DEEPEST, Math.max(1, depth));
    this.#closeBelow(level);
    this.#openTo(level);
    const table = this.#open[level - 1];
    if (table === undefined) return;
    table.cells.push(table.blocks);
    table.blocks = [];
  }

  endRow(depth: number, definition: RowDefinition): void {
    const level = Math.min(DEEPEST, Math.max(1, depth));
    this.#closeBelow(level);
    const table = this.#open[level - 1];
    if (table === undefined) return;
    endOpenCell(table);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, definition });
    table.cells = [];
  }

  /** All that was written; whatever is still open is closed. */
  finish(): FlowBlock[] {
    this.#closeBelow(0);
    return this.#blocks;
  }

  #target(level: number): FlowBlock[] {
    return this.#open[level - 1]?.blocks ?? this.#blocks;
  }

  #openTo(level: number): void {
    while (this.#open.length < level) this.#open.push({ rows: [], cells: [], blocks: [] });
  }

  #closeBelow(level: number): void {
    while (this.#open.length > level) {
      const table = this.#open.pop();
      if (table === undefined) return;
      const target = this.#target(this.#open.length);
      // Cells without the end of a row are no row: their words are kept as paragraphs.
      const loose = [...table.cells.flat(), ...table.blocks];
      for (const block of [...tableOf(table.rows), ...loose]) target.push(block);
    }
  }
}

function endOpenCell(table: OpenTable): void {
  if (table.blocks.length === 0) return;
  table.cells.push(table.blocks);
  table.blocks = [];
}
