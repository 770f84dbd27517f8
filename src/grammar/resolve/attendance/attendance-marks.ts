/** Ticks, crosses and letters in a list of people, and the titles of the columns in which they stand. */

import type { AttendanceStatus } from "../../../model/minutes.js";
import type { CellNode } from "../../ast.js";
import type { FlowGrid } from "../flow/flow.js";
import { cellText } from "../flow/grids.js";

/** First match wins. */
const MARKS: readonly (readonly [RegExp, AttendanceStatus])[] = [
  [/^(?:a|ap|apol.*|(?:sent|gave)\s+apol.*|e|excused|regrets)\.?$/i, "apologies"],
  [/^(?:x|✗|✘|✕|❌|☒|n|no|absent|ab|-|–|did not attend)\.?$/i, "absent"],
  [/^(?:in attendance|attending|observer)$/i, "in_attendance"],
  [/^(?:✓|✔️?|√|✅|☑️?|●|•|y|yes|p|present|attended|remote(?:ly)?|online|in person|late)\.?$/i, "present"],
];

/** What a mark says by itself; null where the words are none. */
export function markStatus(text: string): AttendanceStatus | null {
  return MARKS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A word that stays a mark wherever it stands; a single letter needs a column of its own. */
export function isPlainMark(text: string): boolean {
  return markStatus(text) !== null && (text.length > 2 || /^[^\p{L}\d-]+$/u.test(text));
}

/** What the document's own key says of its marks. */
export type Legend = ReadonlyMap<string, AttendanceStatus>;

const KEY =
  /(?<![\p{L}\d])(\p{Lu}{1,2}|[✓✔✗✘])\s?[=–:-]\s?(present|attended|absent|apolog|excused|sent\sapol|did\snot|in\sattendance)/giu;

/** "X = present, E = excused, O = absent"; empty where the cells hold no single letters. */
export function readLegend(text: string, rows: readonly (readonly CellNode[])[]): Legend {
  const hasMarks = rows.some((row) => row.slice(1).some((cell) => /^(?:\p{Lu}{1,2}|[✓✔✗✘])$/u.test(cellText(cell))));
  const legend = new Map<string, AttendanceStatus>();
  if (!hasMarks) return legend;
  for (const [, mark = "", meaning = ""] of text.matchAll(KEY)) {
    const word = /^[a-z]+/i.exec(meaning)?.[0].toLowerCase() ?? "";
    const status =
      word === "in"
        ? "in_attendance"
        : /^(?:present|attended)$/.test(word)
          ? "present"
          : /^(?:absent|did)$/.test(word)
            ? "absent"
            : "apologies";
    legend.set(mark, status);
  }
  return legend;
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
export function statusColumns(entry: FlowGrid, legend: Legend): ReadonlyMap<number, MarkColumn> {
  const columns = new Map<number, MarkColumn>();
  const titles = entry.node.rows[entry.reading.headerRows - 1] ?? [];
  const below = entry.node.rows.slice(entry.reading.headerRows).flat();
  for (const title of titles) {
    const status = COLUMN_STATUS.find(([pattern]) => pattern.test(cellText(title)))?.[1];
    if (status === undefined || title.cell.col === 0) continue;
    const filled = below.filter((cell) => cell.cell.col === title.cell.col && cellText(cell) !== "");
    const marks = filled.filter((cell) => markStatus(cellText(cell)) !== null);
    const areTicks = filled.every((cell) => /^x$/i.test(cellText(cell)));
    if (filled.length > 0 && marks.length >= filled.length * 0.7) columns.set(title.cell.col, { status, areTicks });
  }
  // Without titles the key below the list tells which column holds its letters, where that is one alone.
  if (columns.size > 0 || legend.size < 2) return columns;
  const held = [...new Set(below.map((cell) => cell.cell.col))].filter((col) => {
    const filled = below.filter((cell) => cell.cell.col === col && cellText(cell) !== "");
    return col > 0 && filled.length >= 2 && filled.every((cell) => legend.has(cellText(cell)));
  });
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
    const mark = title === undefined ? null : (legend.get(cellText(cell)) ?? markStatus(cellText(cell)));
    if (title === undefined || mark === null) continue;
    // A cross is the tick of some: beside another column it marks, in the only one, with ticks, it denies.
    const isTick = title.areTicks || (columns.size > 1 && /^x$/i.test(cellText(cell)));
    return title.status !== "present" || isTick ? title.status : mark;
  }
  return null;
}
