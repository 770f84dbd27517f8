/** "No.    Article" over "12    Trestle tables": numbers that stand before the words of a list are a column of their own where a title stands over them. */

import type { ColumnList } from "./column-rows.js";
import { lineOf, lineText, toSegment, type VisualLine } from "./lines.js";
import { markerOf } from "./passages.js";

type Row = readonly (readonly VisualLine[])[];

/** Starts of a column (points) that differ by less are the same. */
const SAME_START = 3;

/** The list with its first column cut in two where its titles are two, and numbers and words stand below each. */
export function withMarkerColumn(list: ColumnList): ColumnList {
  const title = list.rows[0]?.[0]?.[0];
  const [over, words, ...others] = title?.segments ?? [];
  const isOne = list.rows[0]?.[0]?.length === 1 && others.length === 0;
  if (title === undefined || over === undefined || words === undefined || !isOne) return list;
  const body = cutRows(list.rows.slice(1), over.box.x0, words.box.x0);
  if (body === null || /\d/.test(lineText(title))) return list;
  const head = [[lineOf([over])], [lineOf([words])], ...(list.rows[0]?.slice(1) ?? [])];
  return withFirstGap(list, [head, ...body]);
}

/** The list cut as the one before it was, of which it is the rest on the next page; the list itself where its words stand otherwise. */
export function withMarkerColumnOf(before: ColumnList, list: ColumnList): ColumnList {
  const [markers, words] = startsOf(before);
  if (typeof markers !== "number" || typeof words !== "number") return list;
  const body = cutRows(list.rows, markers, words);
  return body === null ? list : withFirstGap(list, body);
}

/** A line cut where the marker's column ends, if it stands as the lines of such a list do. */
export function cutAtMarker(list: ColumnList, line: VisualLine): VisualLine {
  const [markers, words] = startsOf(list);
  const halves = typeof markers !== "number" || typeof words !== "number" ? null : halvesOf(line, markers, words);
  const segments = halves?.flatMap((half) => half?.segments ?? []);
  return segments === undefined ? line : lineOf(segments);
}

/** Where the first two columns begin; null where they hold nothing. */
function startsOf(list: ColumnList): (number | null)[] {
  return [0, 1].map((column) => {
    const starts = list.rows.flatMap((row) => row[column] ?? []).map((line) => line.box.x0);
    return starts.length === 0 ? null : Math.min(...starts);
  });
}

function withFirstGap(list: ColumnList, rows: readonly Row[]): ColumnList {
  const end = Math.max(...rows.flatMap((row) => row[0] ?? []).map((line) => line.box.x1));
  const start = Math.min(...rows.flatMap((row) => row[1] ?? []).map((line) => line.box.x0));
  return { ...list, gaps: [(end + start) / 2, ...list.gaps], rows };
}

/** The rows with their first cells cut before `words`; null where none has a marker at `markers` before it, or a line stands across. */
function cutRows(rows: readonly Row[], markers: number, words: number): Row[] | null {
  let isCut = false;
  const out: Row[] = [];
  for (const [first = [], ...others] of rows) {
    const cells: [VisualLine[], VisualLine[]] = [[], []];
    for (const line of first) {
      const halves = halvesOf(line, markers, words);
      if (halves === null) return null;
      const [marker, rest] = halves;
      if (marker !== null && rest !== null) isCut = true;
      if (marker !== null) cells[0].push(marker);
      if (rest !== null) cells[1].push(rest);
    }
    out.push([...cells, ...others]);
  }
  return isCut ? out : null;
}

/** What of a line stands in the column of markers, and what in that of words; null where it stands otherwise. */
function halvesOf(line: VisualLine, markers: number, words: number): [VisualLine | null, VisualLine | null] | null {
  if (line.box.x0 > words - SAME_START) return [null, line];
  if (Math.abs(line.box.x0 - markers) > SAME_START) return null;
  if (line.box.x1 < words - line.size) return [line, null];
  const marker = markerOf(line);
  const [first, ...segments] = line.segments;
  const own = first?.pieces.slice(0, marker.pieces) ?? [];
  const rest = first?.pieces.slice(marker.pieces) ?? [];
  const [end, start] = [own.at(-1), rest[0]];
  if (marker.kind !== "number" || end === undefined || start === undefined) return null;
  const isApart = start.box.x0 - end.box.x1 > line.size && Math.abs(start.box.x0 - words) < SAME_START;
  return isApart ? [lineOf([toSegment(own)]), lineOf([toSegment(rest), ...segments])] : null;
}
