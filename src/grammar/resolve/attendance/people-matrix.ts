/** Attendance over a year: a row a person, a column a meeting. Which column is this meeting's, and what its marks mean. */

import type { AttendanceStatus } from "../../../model/minutes.js";
import { ATTENDANCE_MARK } from "../../vocabulary/columns.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";
import { dateTitles } from "../flow/grid-titles.js";

/**
 * The column of this meeting: under its date (in the matrix or in the row of dates over it), else the last that holds marks.
 * Null where the grid is no matrix: of one marked column only its date can tell.
 */
export function matrixColumn(context: PartContext, entry: FlowGrid): number | null {
  const marked = new Map<number, number>();
  for (const cell of entry.node.rows.flat()) {
    if (cell.cell.col > 0 && ATTENDANCE_MARK.test(cell.text))
      marked.set(cell.cell.col, (marked.get(cell.cell.col) ?? 0) + 1);
  }
  const columns = [...marked].filter(([, count]) => count >= 2).map(([col]) => col);
  if (columns.length === 0) return null;
  const dates = datesOver(context, entry);
  const own = dates.find(({ date, col }) => date === context.date && marked.has(col))?.col;
  if (columns.length === 1) return dates.length >= 2 && own === columns[0] ? (own ?? null) : null;
  return own ?? Math.max(...columns);
}

/** The dates over the columns, in the grid or in the one above, whose last columns stand over those of this one. */
function datesOver(context: PartContext, entry: FlowGrid): { date: string; col: number }[] {
  const own = dateTitles(entry.node);
  if (own.length > 0) return own;
  const above = context.flow.slice(0, context.flow.indexOf(entry)).findLast((other) => other.kind === "grid");
  if (above?.kind !== "grid") return [];
  const offset = entry.node.grid.cols - above.node.grid.cols;
  return dateTitles(above.node).map(({ date, col }) => ({ date, col: col + offset }));
}

/** What a mark means; "A" is apologies unless the document's own key says that it is absence. Null for an empty cell. */
export function matrixStatus(context: PartContext, mark: string): AttendanceStatus | null {
  if (!ATTENDANCE_MARK.test(mark)) return null;
  if (/^(?:P|L|Y|✓|✔|√)$/.test(mark)) return "present";
  if (/^(?:S|AP|Ap|Apols?)$/.test(mark)) return "apologies";
  if (/^(?:X|N|✗|✘|x)$/.test(mark)) return "absent";
  return context.document.isAbsenceKeyedA ? "absent" : "apologies";
}
