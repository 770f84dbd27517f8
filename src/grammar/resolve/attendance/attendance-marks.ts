/** Ticks, crosses and letters in a list of people, and the titles of the columns in which they stand. */

import type { AttendanceStatus } from "../../../model/minutes.js";
import type { CellNode } from "../../ast.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";
import type { Rows } from "../flow/grid-columns.js";
import type { Legend } from "../whole-document.js";

/** First match wins. */
const MARKS: readonly (readonly [RegExp, AttendanceStatus])[] = [
  [/^(?:a|ap|apol.*|(?:sent|gave)\s+apol.*|e|excused|regrets)\.?$/i, "apologies"],
  [/^(?:x|✗|✘|✕|❌|☒|n|no|absent(?:\s*\(.{1,24}\))?|ab|-|–|did not attend)\.?$/i, "absent"],
  [/^(?:in attendance|attending|observer)$/i, "in_attendance"],
  [
    /^(?:✓|✔️?|√|✅|☑️?|●|•|y|yes|p|(?:present|attended)(?:\s+(?:via|by|on|from|until|remotely|online|in)\b.{0,20}|\s*\(.{1,24}\))?|remote(?:ly)?|online|in person|late)\.?$/i,
    "present",
  ],
];

/** What a mark says by itself; null where the words are none. */
export function markStatus(text: string): AttendanceStatus | null {
  return MARKS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A word that stays a mark wherever it stands; a single letter needs a column of its own. */
export function isPlainMark(text: string): boolean {
  return markStatus(text) !== null && (text.length > 2 || /^[^\p{L}\d-]+$/u.test(text));
}

const LETTER_MARK = /^(?:\p{Lu}{1,2}|[✓✔✗✘])$/u;

/** The document's own key to its marks; empty where the cells hold no single letters. */
export function legendFor(context: PartContext, rows: Rows): Legend {
  const hasLetters = rows.some((row) => row.slice(1).some(({ text }) => LETTER_MARK.test(text)));
  return hasLetters ? context.document.legend : new Map();
}

const COLUMN_STATUS: readonly (readonly [RegExp, AttendanceStatus])[] = [
  [/^(?:apologies|apols?\.?|regrets|excused)(?:\s+\w+)?$/i, "apologies"],
  [/^(?:absent|absences?|did not attend|not present)$/i, "absent"],
  [/^(?:present|attended|attending|attendance|here|in attendance)\??$/i, "present"],
];

/** A column of marks under a title such as "Apologies". */
export interface MarkColumn {
  readonly status: AttendanceStatus;
  /** Its only marks are crosses, which are its ticks. */
  readonly areTicks: boolean;
}

/** Columns titled "Present", "Apologies" and the like that hold nothing but marks → what a mark there says. */
export function statusColumns({ node, reading }: FlowGrid, legend: Legend): ReadonlyMap<number, MarkColumn> {
  const columns = new Map<number, MarkColumn>();
  for (const { cell, text } of node.rows[reading.headerRows - 1] ?? []) {
    const status = COLUMN_STATUS.find(([pattern]) => pattern.test(text))?.[1];
    if (status === undefined || cell.col === 0) continue;
    const filled = reading.body.cells(cell.col);
    const marks = filled.filter((mark) => markStatus(mark.text) !== null);
    const areTicks = filled.every((mark) => /^x$/i.test(mark.text));
    if (filled.length > 0 && marks.length >= filled.length * 0.7) columns.set(cell.col, { status, areTicks });
  }
  // Without titles the key below the list tells which column holds its letters, where that is one alone.
  if (columns.size > 0 || legend.size < 2) return columns;
  const held = [...Array(node.grid.cols).keys()].filter(
    (col) => col > 0 && reading.body.cells(col).length >= 2 && reading.body.all(col, ({ text }) => legend.has(text)),
  );
  if (held.length === 1 && held[0] !== undefined) columns.set(held[0], { status: "present", areTicks: false });
  return columns;
}

/** What the marks of a row say; null where the row holds none, so that the person is not told of. */
export function statusInColumns(
  row: readonly CellNode[],
  columns: ReadonlyMap<number, MarkColumn>,
  legend: Legend,
): AttendanceStatus | null {
  for (const cell of row) {
    const title = columns.get(cell.cell.col);
    const mark = title === undefined ? null : (legend.get(cell.text) ?? markStatus(cell.text));
    if (title === undefined || mark === null) continue;
    // A cross is the tick of some: beside another column it marks, in the only one, with ticks, it denies.
    const isTick = title.areTicks || (columns.size > 1 && /^x$/i.test(cell.text));
    return title.status !== "present" || isTick ? title.status : mark;
  }
  return null;
}
