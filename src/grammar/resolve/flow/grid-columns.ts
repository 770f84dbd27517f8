/** The columns of a grid: the filled cells of each, and what these hold as a whole. */

import type { CellNode, LineNode } from "../../ast.js";
import { readAmount } from "../../phrases/amount.js";
import * as t from "../../tokens.js";
import { POST_OWNERS } from "../../vocabulary/actions.js";

export type Rows = readonly (readonly CellNode[])[];

export class GridColumns {
  private readonly filled = new Map<number, CellNode[]>();
  /** Column → how many of its cells are amounts. */
  private readonly amounts = new Map<number, number>();

  constructor(rows: Rows) {
    for (const cell of rows.flat()) {
      if (cell.text === "") continue;
      const cells = this.filled.get(cell.cell.col);
      if (cells === undefined) this.filled.set(cell.cell.col, [cell]);
      else cells.push(cell);
    }
  }

  /** The filled cells of a column, from top to bottom. */
  cells(column: number): readonly CellNode[] {
    return this.filled.get(column) ?? [];
  }

  wordCount(column: number): number {
    return this.cells(column).reduce((sum, { wordCount }) => sum + wordCount, 0);
  }

  /** Whether there are cells in the column, and all of them pass. */
  all(column: number, passes: (cell: CellNode) => boolean): boolean {
    const cells = this.cells(column);
    return cells.length > 0 && cells.every(passes);
  }

  /** Whether most cells of a column are amounts, and so many at least. */
  holdsAmounts(column: number, fewest: number): boolean {
    const count = this.amounts.get(column) ?? this.cells(column).filter(({ text }) => readAmount(text) !== null).length;
    this.amounts.set(column, count);
    return count >= fewest && count >= 0.6 * this.cells(column).length;
  }

  /** Whether most cells of a column name owners and nothing else. */
  holdsOwners(column: number): boolean {
    const notes = this.cells(column);
    const owners = notes.filter(({ lines }) => lines.every((line) => isOwnerLike(wordsOf(line))));
    return notes.length > 0 && owners.length >= notes.length * 0.8;
  }
}

/** The words of a line without a marker in front of them: "AP1 KL" is KL. */
function wordsOf({ view, reading }: LineNode): string {
  return reading.token === t.ActionLine ? view.text.slice(reading.rest.start - view.span.start) : view.text;
}

function isOwnerLike(text: string): boolean {
  return (
    /^[A-Z][A-Za-z]?[A-Z]?[a-z]?(?:\s?[/,&+]\s?[A-Z]{2,3})*(?:\s?[/,&+])?$/.test(text) || POST_OWNERS.test(text.trim())
  );
}
