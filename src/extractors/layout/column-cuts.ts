/** A long name can leave only a narrow gap before the next column: such lines are cut where their neighbours' columns begin. */

import { isBlankBetween, lineOf, lineText, type Segment, toSegment, type VisualLine } from "./lines.js";
import { type Piece, splitPiece } from "./page-content.js";

/** How many lines above and below are looked at. */
const REACH = 8;
/** Lines of more words are running text, in which some word begins anywhere. */
const FEW_WORDS = 6;

export function cutAtNeighboursColumns(lines: readonly VisualLine[]): VisualLine[] {
  return lines.map((line, index) => {
    const neighbours = [
      ...lines.slice(Math.max(0, index - REACH), index),
      ...lines.slice(index + 1, index + 1 + REACH),
    ];
    const starts = columnStarts(neighbours);
    const isBeside = [lines[index - 1], lines[index + 1]].some((other) => (other?.segments.length ?? 0) > 1);
    const isShort = line.segments.length === 1 && lineText(line).split(" ").length <= FEW_WORDS;
    const whole = isBeside && isShort ? line.segments.map((segment) => cutInside(segment, starts)) : line.segments;
    const segments = whole.flatMap((segment) => cut(segment, starts));
    const isInColumns =
      isInFirstColumn(segments, neighbours) || line.segments.some((own) => isEntryOfColumn(own, starts));
    const isSame = segments.length === line.segments.length || isRunningText(segments) || !isInColumns;
    return isSame ? line : lineOf(segments);
  });
}

/** Where words of later columns begin: behind a gap, or by themselves below such words. */
function columnStarts(neighbours: readonly VisualLine[]): Segment["box"][] {
  const behind = neighbours.flatMap((line) => line.segments.slice(1).map((segment) => segment.box));
  const below = neighbours
    .flatMap((line) => line.segments.slice(0, 1).map((segment) => segment.box))
    .filter((box) => behind.some((other) => Math.abs(other.x0 - box.x0) < 1.5));
  return [...behind, ...below];
}

/** Words of a sentence before the cut, or a label whose colon is not where the cut is. */
function isRunningText([first]: readonly Segment[]): boolean {
  const text = first?.text ?? "";
  return (text.match(/(?<= )\p{Ll}{3,}/gu) ?? []).length > 1 || /:\s*\S/.test(text);
}

/** A title in the middle or a heading further out only happens to have a word where columns begin. */
function isInFirstColumn(segments: readonly Segment[], neighbours: readonly VisualLine[]): boolean {
  const box = segments[0]?.box;
  if (box === undefined) return false;
  const first = neighbours.filter((other) => other.segments.length > 1).flatMap((other) => other.segments.slice(0, 1));
  const atStart = first.filter((other) => Math.abs(other.box.x0 - box.x0) < SAME_START);
  const inMiddle = first.filter((other) => Math.abs(other.box.x0 + other.box.x1 - box.x0 - box.x1) < 2 * SAME_START);
  return atStart.length > 0 || inMiddle.length > 1;
}

/** Starts of a column that differ by less (points) are the same; widths of cut strings are estimates. */
const SAME_START = 5;

/** pdf.js can make one string of a name and the next column: it is cut before the word that begins where columns begin. */
function cutInside(segment: Segment, starts: readonly Segment["box"][]): Segment {
  const pieces = segment.pieces.flatMap((piece) => {
    const start = starts.find((box) => box.x0 > piece.box.x0 + piece.size && box.x0 < piece.box.x1);
    if (start === undefined) return [piece];
    const [before, after, ...others] = splitPiece(piece, [start.x0 - 0.2 * piece.size]);
    const isClose = after !== undefined && Math.abs(after.box.x0 - start.x0) < 0.4 * piece.size;
    if (before === undefined || after === undefined || others.length > 0 || !isClose) return [piece];
    return [before, { ...after, box: { ...after.box, x0: start.x0 } }];
  });
  return pieces.length === segment.pieces.length ? segment : toSegment(pieces);
}

/** Two neighbours at least must have a column there. */
function cut(segment: Segment, starts: readonly Segment["box"][]): Segment[] {
  const groups: Piece[][] = [];
  segment.pieces.forEach((piece, index) => {
    const before = segment.pieces[index - 1];
    const group = groups.at(-1);
    const isLast = index === segment.pieces.length - 1;
    const isStart = (box: Segment["box"]) =>
      Math.abs(box.x0 - piece.box.x0) < 1.5 || (isLast && Math.abs(box.x1 - piece.box.x1) < 1.5);
    const isCut =
      before !== undefined &&
      index > (isMarkerLike(segment.pieces[0]) && !isEntryOfColumn(segment, starts) ? 1 : 0) &&
      isBlankBetween(before, piece) &&
      starts.filter(isStart).length >= 2;
    if (group === undefined || isCut) groups.push([piece]);
    else group.push(piece);
  });
  return groups.length === 1 ? [segment] : groups.map(toSegment);
}

/** "B14" before a wide gap, where the numbers of other rows stand in a column that is not their first: no marker of a list. */
function isEntryOfColumn({ pieces: [marker, words] }: Segment, starts: readonly Segment["box"][]): boolean {
  if (marker === undefined || words === undefined || words.box.x0 - marker.box.x1 < marker.size) return false;
  return starts.filter((box) => Math.abs(box.x0 - marker.box.x0) < 1.5).length >= 2;
}

/** Bullets and numbers stay with their words. */
function isMarkerLike(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.isSymbol || piece.text.length < 3 || /^[\d().]+$/.test(piece.text));
}
