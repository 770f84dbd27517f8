/** Two columns of running text side by side, which are read one after the other rather than row by row. */

import type { ColumnList } from "./column-rows.js";
import type { VisualLine } from "./lines.js";
import type { Measure } from "./passages.js";

export interface ProseColumn {
  readonly lines: readonly VisualLine[];
  readonly measure: Measure;
}

/** Fewer lines are a list in columns, however full they are. */
const FEWEST_LINES = 7;

/** The columns of running text, from left to right; null where the list is none. */
export function inColumns(list: ColumnList, measure: Measure): ProseColumn[] | null {
  const columns = list.gaps.length + 1;
  if (columns > 3) return null;
  const out: ProseColumn[] = [];
  for (let column = 0; column < columns; column++) {
    const lines = list.rows.flatMap((row) => row[column] ?? []);
    const left = Math.min(...lines.map((line) => line.box.x0));
    const right = Math.max(...lines.map((line) => line.box.x1));
    const width = right - left;
    const full = lines.filter((line) => line.box.x1 - line.box.x0 > 0.85 * width).length;
    const isWide = width > 0.25 * (measure.right - measure.left);
    if (lines.length < FEWEST_LINES || full < 0.6 * lines.length || !isWide) return null;
    out.push({ lines, measure: { ...measure, left, right } });
  }
  return out;
}
