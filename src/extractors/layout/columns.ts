/** Lines with wide gaps → lists in columns, where neighbouring lines share the gaps. */

import type { Box } from "../../model/source.js";
import { cutAtNeighboursColumns } from "./column-cuts.js";
import { columnOf, type Gap, isFigure, sharedGaps } from "./column-gaps.js";
import { type ColumnList, toColumnList } from "./column-rows.js";
import { labelRow, withListHead } from "./heads.js";
import type { Segment, VisualLine } from "./lines.js";
import { withMarkerColumn } from "./marker-columns.js";
import type { Measure } from "./passages.js";
import type { RowMark } from "./row-marks.js";

/** Lines further apart than this (multiples of the font size) are no neighbours, unless the columns go on below. */
const NEAR = 2.3;
const FAR = 5;

/** Takes the column lists out of lines that follow one another on a page; all other lines stay as they are, in order. */
export function findColumnLists(
  uncut: readonly VisualLine[],
  measure: Measure,
  marks: readonly RowMark[] = [],
): (VisualLine | ColumnList)[] {
  const lines = cutAtNeighboursColumns(uncut);
  const out: (VisualLine | ColumnList)[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const group = line.segments.length > 1 ? groupFrom(lines, index) : [];
    const gaps = sharedGaps(group);
    if (gaps.length === 0) {
      out.push(line);
      index++;
      continue;
    }
    const list = toColumnList(group, gaps, measure, marks);
    const above = out.at(-1);
    const headed = above !== undefined && "segments" in above ? withListHead(list, gaps, above) : null;
    if (headed !== null) out.pop();
    out.push(withMarkerColumn(headed ?? list));
    index += group.length;
  }
  return out.map((element) => ("segments" in element ? (labelRow(element) ?? element) : element));
}

/** The longest run of lines from `start` that leave a gap free that two of them at least share. */
function groupFrom(lines: readonly VisualLine[], start: number): VisualLine[] {
  let group = lines.slice(start, start + 1);
  let best = group;
  let gaps: readonly Gap[] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= start) continue;
    const last = group.at(-1);
    if (last === undefined) break;
    const apart = (line.baseline - last.baseline) / Math.max(line.size, last.size);
    if (apart > FAR) break;
    const grown = [...group, line];
    const shared = sharedGaps(grown);
    if (gaps.length > 0 && shared.length === 0) break;
    if (gaps.length > 0 && losesColumn(gaps, shared, line, group)) break;
    const isBetween = isBetweenFigures(group, shared, line, lines[index + 1]);
    if (gaps.length > 0 && !isBetween && isHeadingBetween(group, shared, line, apart)) break;
    if (gaps.length === 0 && shared.length === 0 && (line.segments.length === 1 ? apart > NEAR : true)) break;
    group = grown;
    gaps = shared;
    if (shared.length > 0 && belongsAtEnd(group, shared, apart)) best = group;
  }
  return best;
}

/** Whether a line crosses a gap that the lines above it agree on, and is no long entry of their list. */
function losesColumn(
  before: readonly Gap[],
  after: readonly Gap[],
  line: VisualLine,
  group: readonly VisualLine[],
): boolean {
  const crossed = before.filter((gap) => !after.some((other) => other.from < gap.to && gap.from < other.to));
  if (crossed.length === 0) return false;
  const apart = line.baseline - (group.at(-1)?.baseline ?? line.baseline);
  const isApart = group.length > 2 && apart > 1.4 * widestPitch(group);
  return line.segments.length === 1 || crossed.length >= after.length || isApart;
}

/** The furthest that two neighbours of a list stand apart, in points. */
function widestPitch(group: readonly VisualLine[]): number {
  return Math.max(0, ...group.slice(1).map((line, index) => line.baseline - (group[index]?.baseline ?? line.baseline)));
}

/** Words at the left by themselves, out of line with the first column or well below it, head what follows. */
function isHeadingBetween(
  group: readonly VisualLine[],
  gaps: readonly Gap[],
  line: VisualLine,
  apart: number,
): boolean {
  if (line.segments.length > 1 || columnOf(line.box, gaps) > 0) return false;
  const first = group.flatMap((other) => other.segments.filter((segment) => columnOf(segment.box, gaps) === 0));
  return apart > NEAR || !first.some((segment) => areAligned(segment.box, line.box));
}

/** "Receipts" by itself between rows of figures, no further from them than they are from each other: a row of their table. */
function isBetweenFigures(
  group: readonly VisualLine[],
  gaps: readonly Gap[],
  line: VisualLine,
  next: VisualLine | undefined,
): boolean {
  const last = group.at(-1);
  if (line.segments.length > 1 || next === undefined || last === undefined || next.segments.length < 2) return false;
  const figureColumns = (other: VisualLine) =>
    other.segments.filter((segment) => isFigure(segment.text)).map((segment) => columnOf(segment.box, gaps));
  const above = new Set(group.flatMap(figureColumns));
  const isGoingOn = figureColumns(next).some((column) => column > 0 && above.has(column));
  const first = next.segments[0];
  const isAbove = first !== undefined && Math.abs(first.box.x0 - line.box.x0) < 3;
  const isNear = Math.max(line.baseline - last.baseline, next.baseline - line.baseline) < 1.25 * widestPitch(group);
  return isGoingOn && isAbove && isNear && sharedGaps([...group, line, next]).length >= gaps.length;
}

/** A line with words in one column only ends a list where it is plainly of that list. */
function belongsAtEnd(group: readonly VisualLine[], gaps: readonly Gap[], apart: number): boolean {
  const line = group.at(-1);
  const above = group.at(-2);
  if (line === undefined || above === undefined) return false;
  const columns = new Set(line.segments.map((segment) => columnOf(segment.box, gaps)));
  if (columns.size > 1) return true;
  if (apart > NEAR) return false;
  const [column] = columns;
  const peers = group
    .slice(0, -1)
    .flatMap((other) => other.segments.filter((segment) => columnOf(segment.box, gaps) === column));
  const isAligned = peers.some((peer) => areAligned(peer.box, line.box));
  if (column !== 0) return isAligned;
  const pitch = (above.baseline - (group.at(-3)?.baseline ?? Number.NEGATIVE_INFINITY)) / line.size;
  const last = peers.at(-1);
  return (
    isAligned && last !== undefined && isBold(last) === isBold(line.segments[0]) && apart < Math.min(pitch, 1.6) * 1.15
  );
}

function areAligned(a: Box, b: Box): boolean {
  const centres = (a.x0 + a.x1 - b.x0 - b.x1) / 2;
  return Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(centres)) < 3;
}

function isBold(segment: Segment | undefined): boolean {
  return segment?.pieces.every((piece) => piece.emphases.includes("bold")) ?? false;
}
