/** Lists in columns that go on over a page break: one list, without the titles that are repeated on the next page. */

import type { ColumnList } from "./column-rows.js";
import { goesOnInWords } from "./column-rows.js";
import { lineOf, lineText, type Segment, type VisualLine } from "./lines.js";
import { cutAtMarker, withMarkerColumnOf } from "./marker-columns.js";
import { isFull } from "./passages.js";

/** Columns whose starts, ends or middles differ by less (points) are the same. */
const SAME_COLUMN = 6;

/** So many rows tell where a list's columns are. */
const ROWS_NEAR = 40;

type Row = readonly (readonly VisualLine[])[];

/** The list that two lists at the end of a page and the beginning of the next were; null where they are two. */
export function joinColumnLists(first: ColumnList, second: ColumnList): ColumnList | null {
  if (!isNextPage(first, second.rows[0]?.flat()[0])) return null;
  const next = withMarkerColumnOf(first, second);
  const isWider = next.gaps.length > first.gaps.length;
  const [more, fewer] = isWider ? [next, first] : [first, next];
  const places = placesIn(more, fewer);
  if (places === null) return null;
  const moved = fewer.rows.map((row) => inPlaces(row, places, more.gaps));
  const before = isWider ? moved : first.rows;
  const after = isWider ? next.rows : moved;
  const hasTitles = rowText(before[0]) === rowText(after[0]) && after.length > 1;
  return {
    ...first,
    gaps: more.gaps,
    rows: appended(before, hasTitles ? after.slice(1) : after),
    repeatedHead: [...first.repeatedHead, ...(hasTitles ? (after[0] ?? []).flat() : [])],
  };
}

/** The list with the lines at the top of the next page as its last row, or as the rest of it; null where their words do not stand in its columns. */
export function withRowOverPage(list: ColumnList, lines: readonly VisualLine[]): ColumnList | null {
  const [uncut, ...others] = lines;
  if (uncut === undefined || !isNextPage(list, uncut)) return null;
  const line = cutAtMarker(list, uncut);
  const columns = columnsOf(list);
  const placeOf = ({ box }: Segment) => columns.findIndex((own) => own.some((other) => isAligned(other.box, box)));
  const at = line.segments.map(placeOf);
  if (at.includes(-1) || new Set(at).size < at.length) return null;
  if (line.segments.length === 1) {
    const [column = 0] = at;
    const isOneColumn = others.every(({ segments }) => segments.every((segment) => placeOf(segment) === column));
    return isOneColumn ? withRest(list, column, lines) : null;
  }
  if (others.length > 0) return null;
  const row = columns.map((_, column) => {
    const segments = line.segments.filter((_segment, index) => at[index] === column);
    return segments.length === 0 ? [] : [lineOf(segments)];
  });
  return { ...list, rows: appended(list.rows, [row]) };
}

/** Words in one column, not the first, that carry on the last row's; null where they do not. */
function withRest(list: ColumnList, column: number, lines: readonly VisualLine[]): ColumnList | null {
  const last = list.rows.at(-1);
  const [above, next] = [last?.[column]?.at(-1), lines[0]];
  if (column === 0 || last === undefined || above === undefined || next === undefined) return null;
  const widest = Math.max(...(columnsOf(list)[column] ?? []).map((line) => line.box.x1));
  if (!goesOnInWords(above, next) && !isFull(above, next, widest)) return null;
  const row = last.map((own, index) => (index === column ? [...own, ...lines] : own));
  return { ...list, rows: [...list.rows.slice(0, -1), row] };
}

function isNextPage(list: ColumnList, next: VisualLine | undefined): boolean {
  const last = Math.max(list.page, ...(list.rows.at(-1) ?? []).flat().map((line) => line.page));
  // The rest of a cut row can stand above the rows that go on on the new page.
  return next !== undefined && next.page - last <= 1;
}

/** The lines of each column, near the page break where the list is long. */
function columnsOf({ gaps, rows }: ColumnList): VisualLine[][] {
  const near = rows.length > 2 * ROWS_NEAR ? [...rows.slice(0, ROWS_NEAR), ...rows.slice(-ROWS_NEAR)] : rows;
  return Array.from({ length: gaps.length + 1 }, (_, column) => near.flatMap((row) => row[column] ?? []));
}

/** For each column of the narrower list its place among the wider list's columns; null where they are not the same columns. */
function placesIn(more: ColumnList, fewer: ColumnList): readonly number[] | null {
  const wider = columnsOf(more);
  const places = columnsOf(fewer).map((lines) =>
    wider.findIndex((others) => others.some((other) => lines.some((line) => isAligned(other.box, line.box)))),
  );
  const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
  return isInOrder ? places : null;
}

function isAligned(a: VisualLine["box"], b: VisualLine["box"]): boolean {
  const centres = (a.x0 + a.x1 - b.x0 - b.x1) / 2;
  return Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(centres)) < SAME_COLUMN;
}

/** The row in the wider list's columns. Words with a gap between them can stand in several of those that lie between two of their own. */
function inPlaces(row: Row, places: readonly number[], gaps: readonly number[]): Row {
  const cells: VisualLine[][] = Array.from({ length: gaps.length + 1 }, () => []);
  row.forEach((lines, column) => {
    const [place = 0, end = gaps.length + 1] = [places[column], places[column + 1]];
    for (const line of lines) {
      const wanted = line.segments.map(({ box }) => gaps.filter((gap) => gap < (box.x0 + box.x1) / 2).length);
      const own = wanted.map((at) => Math.min(Math.max(at, place), end - 1));
      for (const at of new Set(line.segments.length > 1 ? own : [place])) {
        const segments = line.segments.filter((_, index) => line.segments.length === 1 || own[index] === at);
        cells[at]?.push(lineOf(segments));
      }
    }
  });
  return cells;
}

function rowText(row: Row | undefined): string {
  return (row ?? [])
    .map((lines) => lines.map(lineText).join(" "))
    .join("\t")
    .toLowerCase();
}

/** Both lists' rows; a row that the page break cut is one. */
function appended(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const [last, next] = [before.at(-1), after[0]];
  if (last === undefined || next === undefined || !isRest(last, next)) return [...before, ...after];
  const joined = last.map((lines, column) => [...lines, ...(next[column] ?? [])]);
  return [...before.slice(0, -1), joined, ...after.slice(1)];
}

/** Nothing in the first column, and the words of another go on in the middle of a sentence. */
function isRest(last: Row, next: Row): boolean {
  if ((next[0] ?? []).length > 0) return false;
  const pairs = next.flatMap((lines, column) =>
    lines[0] === undefined ? [] : [{ line: lines[0], above: last[column]?.at(-1) }],
  );
  return (
    pairs.every(({ above }) => above !== undefined) &&
    pairs.some(({ line, above }) => above !== undefined && goesOnInWords(above, line))
  );
}
