/** Ink that looks like letters and was passed over: the engine's page analysis drops lone numbers before headings, page numbers and narrow columns. They are read once more. */

import type { Box } from "../../model/source.js";
import type { Engine } from "./engine.js";
import { type RecognisedLine, type RecognisedWord, readHocr } from "./hocr.js";
import { type InkShape, inkShapes } from "./ink-shapes.js";
import type { Picture } from "./picture.js";

/** More shapes than this are a photograph, a map or a pattern. */
const MOST_SHAPES = 400;
/** More patches than this would cost as much as the page. */
const MOST_PATCHES = 40;
/** Shapes so near to the edge of the paper (points) are its shadow in the scanner. */
const EDGE = 14;
/** What is read in patches has little around it, so it must be surer than the page's words. */
const LEAST_CONFIDENCE = 0.6;

/** Letters that were passed over, and the word beside them that shows the engine how large letters are. */
interface Patch {
  readonly box: Box;
  readonly neighbour: RecognisedWord | null;
}

/** A patch in the picture that holds all of them, one below the other. */
interface Placed extends Patch {
  /** Where its letters start there. */
  readonly x: number;
  readonly y: number;
}

/** The lines of a page with the words that the engine passed over in its first reading. */
export async function withUnread(
  lines: readonly RecognisedLine[],
  picture: Picture,
  threshold: number,
  engine: Engine,
): Promise<RecognisedLine[]> {
  const height = medianOf(lines.map((line) => line.height));
  if (height === null) return [...lines];
  const patches = unreadPatches(lines, picture, threshold, height);
  if (patches.length === 0) return [...lines];
  const { sheet, placed } = sheetOf(patches, picture, height);
  const again = readHocr(await engine.recognise(sheet, "block"));
  return again.reduce<RecognisedLine[]>((all, line) => withLine(all, line, placed, height), [...lines]);
}

function unreadPatches(lines: readonly RecognisedLine[], picture: Picture, threshold: number, height: number): Patch[] {
  const words = lines.flatMap((line) => line.words);
  const edge = (EDGE * picture.dpi) / 72;
  const shapes = inkShapes(withoutWords(picture, words), threshold).filter(
    ({ x0, y0, x1, y1 }) => x0 > edge && y0 > edge && x1 < picture.width - edge && y1 < picture.height - edge,
  );
  const letters = shapes.filter((shape) => isLetter(shape, height));
  if (letters.length > MOST_SHAPES) return [];
  const marks = shapes.filter((shape) => shape.y1 - shape.y0 >= 0.08 * height && shape.x1 - shape.x0 < height);
  const boxes = grouped(letters, height).map((box) => withMarks(box, marks, height));
  const patches = boxes.map((box) => ({ box, neighbour: neighbourOf(box, words) }));
  return patches.length > MOST_PATCHES
    ? patches.filter(({ neighbour }) => neighbour !== null).slice(0, MOST_PATCHES)
    : patches;
}

/** Heights are those of a line from the tails of p to the heads of d: digits have two thirds of it. */
function isLetter({ x0, y0, x1, y1, ink }: InkShape, height: number): boolean {
  const [across, down] = [x1 - x0, y1 - y0];
  return down > 0.4 * height && down < 1.3 * height && across < 1.5 * height && ink < 0.85 * across * down;
}

/** The picture with paper where words were read. */
function withoutWords(picture: Picture, words: readonly RecognisedWord[]): Picture {
  const grey = Uint8Array.from(picture.grey);
  for (const { box } of words) {
    const [from, to] = [Math.max(0, box.x0 - 3), Math.min(picture.width, box.x1 + 3)];
    for (let y = Math.max(0, box.y0 - 3); y < Math.min(picture.height, box.y1 + 3); y++) {
      grey.fill(255, y * picture.width + from, y * picture.width + to);
    }
  }
  return { ...picture, grey };
}

/** Letters that stand in one line and near one another, as boxes. */
function grouped(letters: readonly Box[], height: number): Box[] {
  const groups: Box[] = [];
  for (const letter of [...letters].sort((a, b) => a.x0 - b.x0)) {
    const at = groups.findIndex((group) => overlapDown(group, letter) > 0.5 && letter.x0 - group.x1 < 0.7 * height);
    const group = groups[at];
    if (group === undefined) groups.push(letter);
    else groups[at] = around(group, letter);
  }
  return groups;
}

/** Dots and accents beside the letters go with them. */
function withMarks(box: Box, marks: readonly Box[], height: number): Box {
  return marks
    .filter(
      (mark) =>
        mark.x0 < box.x1 + 0.4 * height &&
        mark.x1 > box.x0 - 0.2 * height &&
        mark.y1 <= box.y1 + 0.25 * height &&
        mark.y0 >= box.y0 - 0.25 * height,
    )
    .reduce(around, box);
}

/** The nearest word of the same line, to the right before to the left. */
function neighbourOf(box: Box, words: readonly RecognisedWord[]): RecognisedWord | null {
  const level = words.filter((word) => overlapDown(word.box, box) > 0.6 && /[\p{L}\p{N}]{2}/u.test(word.text));
  const after = level.filter((word) => word.box.x0 >= box.x1 - 3).sort((a, b) => a.box.x0 - b.box.x0);
  const before = level.filter((word) => word.box.x1 <= box.x0 + 3).sort((a, b) => b.box.x1 - a.box.x1);
  return after[0] ?? before[0] ?? null;
}

/** A picture of the patches alone. Each stands before its neighbour at the distance of a blank, wherever it was on the page. */
function sheetOf(
  patches: readonly Patch[],
  picture: Picture,
  height: number,
): { readonly sheet: Picture; readonly placed: Placed[] } {
  const pad = Math.round(height);
  const blank = Math.round(0.45 * height);
  const whole = (patch: Patch) => (patch.neighbour === null ? patch.box : around(patch.box, patch.neighbour.box));
  const widthOf = ({ x0, x1 }: Box) => x1 - x0;
  const width = Math.max(
    ...patches.map(({ box, neighbour }) => widthOf(box) + blank + (neighbour === null ? 0 : widthOf(neighbour.box))),
  );
  const heights = patches.map((patch) => whole(patch).y1 - whole(patch).y0);
  const sheet = {
    width: width + 2 * pad,
    height: heights.reduce((sum, each) => sum + each + pad, pad),
    dpi: picture.dpi,
  };
  const grey = new Uint8Array(sheet.width * sheet.height).fill(255);
  const copy = (box: Box, x: number, y: number) => {
    for (let row = -2; row < box.y1 - box.y0 + 2; row++) {
      const from = (box.y0 + row) * picture.width;
      grey.set(picture.grey.subarray(from + box.x0 - 2, from + box.x1 + 2), (y + row) * sheet.width + x - 2);
    }
  };
  let top = pad;
  const placed = patches.map((patch, index): Placed => {
    const { y0 } = whole(patch);
    const { box, neighbour } = patch;
    const isAfter = neighbour !== null && neighbour.box.x0 < box.x0;
    const x = pad + (isAfter ? widthOf(neighbour.box) + blank : 0);
    const y = top + box.y0 - y0;
    copy(box, x, y);
    if (neighbour !== null) copy(neighbour.box, isAfter ? pad : x + widthOf(box) + blank, top + neighbour.box.y0 - y0);
    top += (heights[index] ?? 0) + pad;
    return { ...patch, x, y };
  });
  return { sheet: { ...sheet, grey }, placed };
}

/** The lines and what was read in one patch: in its neighbour's line, or as a line of its own. */
function withLine(
  lines: readonly RecognisedLine[],
  line: RecognisedLine,
  placed: readonly Placed[],
  height: number,
): RecognisedLine[] {
  const middle = (line.box.y0 + line.box.y1) / 2;
  const patch = placed.find(({ y, box }) => middle > y - 0.4 * height && middle < y + box.y1 - box.y0 + 0.4 * height);
  if (patch === undefined) return [...lines];
  const { box, x, y, neighbour } = patch;
  const [right, down] = [box.x0 - x, box.y0 - y];
  const words = line.words
    .filter((word) => word.box.x0 > x - 5 && word.box.x1 < x + box.x1 - box.x0 + 5)
    .filter((word) => word.confidence >= LEAST_CONFIDENCE && /[\p{L}\p{N}]/u.test(word.text))
    .map((word) => ({ ...word, box: moved(word.box, right, down) }));
  if (words.length === 0) return [...lines];
  const at = neighbour === null ? -1 : lines.findIndex((other) => other.words.includes(neighbour));
  const own = lines[at];
  if (own === undefined) {
    return [...lines, { ...line, words, box: moved(line.box, right, down), baseline: line.baseline + down }];
  }
  const all = [...own.words, ...words].sort((a, b) => a.box.x0 - b.box.x0);
  return lines.with(at, { ...own, words: all, box: words.map((word) => word.box).reduce(around, own.box) });
}

function moved({ x0, y0, x1, y1 }: Box, right: number, down: number): Box {
  return { x0: x0 + right, y0: y0 + down, x1: x1 + right, y1: y1 + down };
}

function around(a: Box, b: Box): Box {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}

/** Share of the lower one's height in which two boxes stand side by side. */
function overlapDown(a: Box, b: Box): number {
  return (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)) / Math.min(a.y1 - a.y0, b.y1 - b.y0);
}

function medianOf(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
}
