/** Attendance over a year: a row a person, a column a meeting. Which column is this meeting's, and what its marks mean. */

import type { AttendanceStatus } from "../../../model/minutes.js";
import { findDates } from "../../phrases/date.js";
import { ATTENDANCE_MARK } from "../../vocabulary/columns.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";

/** The column of this meeting: under its date (in the matrix or in the row of dates over it), else the last that holds marks. Null where the grid is no matrix. */
export function matrixColumn(context: PartContext, entry: FlowGrid): number | null {
  const marked = new Map<number, number>();
  for (const cell of entry.node.rows.flat()) {
    if (cell.cell.col > 0 && ATTENDANCE_MARK.test(cell.text))
      marked.set(cell.cell.col, (marked.get(cell.cell.col) ?? 0) + 1);
  }
  const columns = [...marked].filter(([, count]) => count >= 2).map(([col]) => col);
  if (columns.length < 2) return null;
  const dated = dateColumns(context, entry).find(({ date, col }) => date === context.date && marked.has(col));
  return dated?.col ?? Math.max(...columns);
}

function dateColumns(context: PartContext, entry: FlowGrid): { date: string; col: number }[] {
  const own = datesOf(entry, 0);
  if (own.length > 0) return own;
  const above = context.flow.slice(0, context.flow.indexOf(entry)).findLast((other) => other.kind === "grid");
  return above?.kind === "grid" ? datesOf(above, entry.node.grid.cols - above.node.grid.cols) : [];
}

function datesOf(entry: FlowGrid, offset: number): { date: string; col: number }[] {
  return entry.node.rows.slice(0, 2).flatMap((row) =>
    row.flatMap((cell) =>
      findDates(cell.text)
        .slice(0, 1)
        .map(({ date }) => ({ date, col: cell.cell.col + offset })),
    ),
  );
}

/** What a mark means; "A" is apologies unless the document's own key says that it is absence. Null for an empty cell. */
export function matrixStatus(context: PartContext, mark: string): AttendanceStatus | null {
  if (!ATTENDANCE_MARK.test(mark)) return null;
  if (/^(?:P|L|Y|✓|✔|√)$/.test(mark)) return "present";
  if (/^(?:S|AP|Ap|Apols?)$/.test(mark)) return "apologies";
  if (/^(?:X|N|✗|✘|x)$/.test(mark)) return "absent";
  return context.document.isAbsenceKeyedA ? "absent" : "apologies";
}
