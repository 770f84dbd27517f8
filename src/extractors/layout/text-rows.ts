/** Tables whose columns are ruled but whose rows are not: the words tell where the rows are. */

import { columnOf, type Gap, isFigure } from "./column-gaps.js";
import { toColumnList } from "./column-rows.js";
import type { Frame, FrameCell } from "./frames.js";
import { lineOf, lineText, piecesOf, toLines, toSegment, type VisualLine } from "./lines.js";
import type { Piece } from "./page-content.js";

/** A frame of more rows than these (titles, body, total) has its rows drawn. */
const MOST_BANDS = 3;

/** The frame with a row for each row of figures in a band; the frame itself where its bands are its rows. */
export function withTextRows(frame: Frame, pieces: readonly Piece[]): Frame {
  if (frame.ys.length - 1 > MOST_BANDS || frame.xs.length < 3) return frame;
  const ys: number[] = [];
  const cells: FrameCell[] = [];
  frame.ys.slice(0, -1).forEach((top, band) => {
    const bottom = frame.ys[band + 1] ?? top;
    const own = frame.cells.filter((cell) => cell.row === band);
    const isPlain = own.length === frame.xs.length - 1 && own.every((cell) => cell.rowSpan === 1);
    const inside = pieces.filter(({ box }) => top < (box.y0 + box.y1) / 2 && (box.y0 + box.y1) / 2 < bottom);
    const tops = isPlain ? rowTops(frame, inside) : [];
    const edges = [top, ...tops, bottom];
    edges.slice(0, -1).forEach((y0, index) => {
      const y1 = edges[index + 1] ?? y0;
      for (const cell of own)
        cells.push({ ...cell, row: ys.length, box: tops.length === 0 ? cell.box : { ...cell.box, y0, y1 } });
      ys.push(y0);
    });
  });
  if (cells.some((cell) => cell.rowSpan > 1) || cells.length < frame.cells.length) return frame;
  return { ...frame, ys: [...ys, frame.ys.at(-1) ?? 0], cells };
}

/** Heights between the rows of a band; none where no column of it holds a figure for each row. */
function rowTops(frame: Frame, pieces: readonly Piece[]): number[] {
  const gaps = frame.xs.slice(1, -1).map((x): Gap => ({ from: x - 1, to: x }));
  const lines = toLines(pieces).map((line) => inFrame(line, gaps));
  if (lines.length < 2) return [];
  const right = (frame.xs.at(-1) ?? 0) - 4;
  const { rows } = toColumnList(lines, gaps, { left: frame.xs[0] ?? 0, right, leading: 1.2 });
  const hasFigures = gaps.concat(gaps.slice(0, 1)).some((_, column) => {
    const figures = rows.map((row) => row[column] ?? []).filter((cell) => cell.length > 0);
    return (
      figures.length >= 2 &&
      figures.every((cell) => cell.length === 1 && cell.every((line) => isFigure(lineText(line))))
    );
  });
  if (!hasFigures) return [];
  return rows.slice(1).map((row, index) => {
    const above = Math.max(...(rows[index] ?? []).flat().map((line) => line.box.y1));
    const below = Math.min(...row.flat().map((line) => line.box.y0));
    return (above + below) / 2;
  });
}

/** The line with one segment a column, however near its neighbour. */
function inFrame(line: VisualLine, gaps: readonly Gap[]): VisualLine {
  const columns = new Map<number, Piece[]>();
  for (const piece of piecesOf(line)) {
    const column = columnOf(piece.box, gaps);
    columns.set(column, [...(columns.get(column) ?? []), piece]);
  }
  return lineOf([...columns.values()].map(toSegment));
}
