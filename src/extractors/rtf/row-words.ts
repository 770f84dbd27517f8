/** The control words that define the cells of rows. */

import type { CellDefinition, RowDefinition } from "../office/row-grid.js";

interface GrowingRow extends RowDefinition {
  isHeader: boolean;
  readonly cells: CellDefinition[];
  /** What holds for the cell whose edge comes next. */
  isMergedLeft: boolean;
  isMergedUp: boolean;
}

/** The rows as defined so far; a definition holds until the next, also for the rows that follow. */
export class RowWords {
  #row = emptyRow();
  #nested = emptyRow();

  get row(): RowDefinition {
    return this.#row;
  }

  /** The row of a table inside a table. */
  get nested(): RowDefinition {
    return this.#nested;
  }

  /** True where the word was one of rows. */
  change(word: string, param: number | null, isNested: boolean): boolean {
    const row = isNested ? this.#nested : this.#row;
    switch (word) {
      case "trowd":
        if (isNested) this.#nested = emptyRow();
        else this.#row = emptyRow();
        return true;
      case "trhdr":
        row.isHeader = true;
        return true;
      case "clmrg":
        row.isMergedLeft = true;
        return true;
      case "clvmrg":
        row.isMergedUp = true;
        return true;
      case "cellx":
        row.cells.push({ right: param ?? 0, isMergedLeft: row.isMergedLeft, isMergedUp: row.isMergedUp });
        row.isMergedLeft = false;
        row.isMergedUp = false;
        return true;
      default:
        return false;
    }
  }
}

function emptyRow(): GrowingRow {
  return { isHeader: false, cells: [], isMergedLeft: false, isMergedUp: false };
}
