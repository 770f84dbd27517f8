/** Ruling lines of a scanned page: long, thin, dark runs of pixels. */

import type { Ruling } from "../layout/page-content.js";
import type { Picture } from "./picture.js";

/** Shorter runs (points) are parts of letters. */
const SHORTEST_ACROSS = 28;
const SHORTEST_DOWN = 17;
/** As short as this between two lines that run across: the side of a row of a table. */
const SHORTEST_SIDE = 11;
/** How far (points) lines that meet may miss one another. */
const REACH = 1.5;
/** Thicker ones (points) are shading or pictures. */
const THICKEST = 3;
/** Gaps (points) that dust and thresholding tear into a line. */
const GAP = 1.1;
/** Lines so near to the edge of the paper (points) are its shadow in the scanner. */
const EDGE = 8;

/** A stretch of ink in one row of pixels (or one column, where lines that run down are looked for). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of neighbouring rows that touch. */
interface Stroke {
  from: number;
  to: number;
  readonly first: number;
  last: number;
  /** Pixels, and their rows summed, for the middle of the line. */
  pixels: number;
  moment: number;
  lastStretch: Stretch;
}

/** The ruling lines of a picture in points of its own frame, and the picture without them: letters that touch a line are misread. */
export function takeRulings(
  picture: Picture,
  threshold: number,
): { readonly rulings: Ruling[]; readonly rest: Picture } {
  const point = picture.dpi / 72;
  const isThin = (stroke: Stroke) => stroke.pixels / (stroke.to - stroke.from) <= THICKEST * point;
  const gap = GAP * point;
  const stretchesAcross = stretchesOf(picture, threshold, true, SHORTEST_ACROSS * point, gap);
  const stretchesDown = stretchesOf(picture, threshold, false, SHORTEST_SIDE * point, gap);
  const long = stretchesDown.map((column) => column.filter(({ from, to }) => to - from >= SHORTEST_DOWN * point));
  const across = strokesOf(stretchesAcross, gap).filter(isThin);
  const down = strokesOf(long, gap).filter(isThin);
  const sides = strokesOf(stretchesDown, gap)
    .filter(isThin)
    .filter((stroke) => stroke.to - stroke.from < SHORTEST_DOWN * point && isSide(stroke, across, REACH * point));
  const toPoints = (pixels: number) => pixels / point;
  const rulings = [
    ...across.map((stroke): Ruling => {
      const y = toPoints(stroke.moment / stroke.pixels + 0.5);
      return { isHorizontal: true, box: { x0: toPoints(stroke.from), y0: y, x1: toPoints(stroke.to), y1: y } };
    }),
    ...[...down, ...sides].map((stroke): Ruling => {
      const x = toPoints(stroke.moment / stroke.pixels + 0.5);
      return { isHorizontal: false, box: { x0: x, y0: toPoints(stroke.from), x1: x, y1: toPoints(stroke.to) } };
    }),
  ].filter((ruling) => !isEdge(ruling, toPoints(picture.width), toPoints(picture.height)));
  return { rulings, rest: without(picture, threshold, across, [...down, ...sides]) };
}

/** Whether a stroke that runs down ends at a line that runs across, above and below. */
function isSide(down: Stroke, across: readonly Stroke[], reach: number): boolean {
  const endsAt = (end: number) =>
    across.some(
      (stroke) =>
        stroke.first - reach < end &&
        stroke.last + reach > end &&
        stroke.from - reach < down.first &&
        stroke.to + reach > down.last,
    );
  return endsAt(down.from) && endsAt(down.to);
}

/** Ink of a line is wiped out but where a letter comes through it, that is where ink lies on its upper (or left) side. */
function without(picture: Picture, threshold: number, across: readonly Stroke[], down: readonly Stroke[]): Picture {
  const grey = Uint8Array.from(picture.grey);
  const { width, height } = picture;
  const wipe = (stroke: Stroke, step: number, start: (position: number) => number, tracks: number) => {
    const [first, last] = [Math.max(0, stroke.first - 1), Math.min(tracks - 1, stroke.last + 1)];
    for (let position = stroke.from; position < stroke.to; position++) {
      const before = picture.grey[start(position) + Math.max(0, first - 1) * step] ?? 255;
      if (before < threshold) continue;
      for (let track = first; track <= last; track++) grey[start(position) + track * step] = 255;
    }
  };
  for (const stroke of across) wipe(stroke, width, (x) => x, height);
  for (const stroke of down) wipe(stroke, 1, (y) => y * width, width);
  return { ...picture, grey };
}

function isEdge({ isHorizontal, box }: Ruling, width: number, height: number): boolean {
  return isHorizontal ? box.y0 < EDGE || box.y0 > height - EDGE : box.x0 < EDGE || box.x0 > width - EDGE;
}

/** Strokes of the stretches of each row, or of each column. */
function strokesOf(tracks: readonly (readonly Stretch[])[], gap: number): Stroke[] {
  const done: Stroke[] = [];
  let open: Stroke[] = [];
  for (const [track, stretches] of tracks.entries()) {
    const next = open.filter((stroke) => track - stroke.last <= 2);
    done.push(...open.filter((stroke) => track - stroke.last > 2));
    for (const stretch of stretches) {
      const stroke = next.find((candidate) => touches(candidate.lastStretch, stretch, gap));
      if (stroke === undefined) next.push(begin(stretch, track));
      else extend(stroke, stretch, track);
    }
    open = next;
  }
  return [...done, ...open];
}

function touches(a: Stretch, b: Stretch, gap: number): boolean {
  return a.from <= b.to + gap && b.from <= a.to + gap;
}

function begin(stretch: Stretch, track: number): Stroke {
  const pixels = stretch.to - stretch.from;
  return { ...stretch, first: track, last: track, pixels, moment: pixels * track, lastStretch: stretch };
}

function extend(stroke: Stroke, stretch: Stretch, track: number): void {
  stroke.from = Math.min(stroke.from, stretch.from);
  stroke.to = Math.max(stroke.to, stretch.to);
  stroke.last = track;
  stroke.pixels += stretch.to - stretch.from;
  stroke.moment += (stretch.to - stretch.from) * track;
  stroke.lastStretch = stretch;
}

/** The long stretches of each row, or of each column, small gaps closed. Pixels are taken as they lie in memory, also for columns. */
function stretchesOf(
  { width, height, grey }: Picture,
  threshold: number,
  isAcross: boolean,
  shortest: number,
  gap: number,
): Stretch[][] {
  const tracks = isAcross ? height : width;
  const stretches = Array.from({ length: tracks }, (): Stretch[] => []);
  const from = new Int32Array(tracks).fill(-1);
  const to = new Int32Array(tracks);
  const ink = new Int32Array(tracks);
  const finish = (track: number) => {
    const stretch = { from: from[track] ?? 0, to: to[track] ?? 0 };
    const length = stretch.to - stretch.from;
    if (length >= shortest && (ink[track] ?? 0) >= 0.85 * length) stretches[track]?.push(stretch);
  };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if ((grey[at] ?? 255) >= threshold) continue;
      const [track, position] = isAcross ? [y, x] : [x, y];
      if ((from[track] ?? -1) < 0) from[track] = position;
      else if (position - (to[track] ?? 0) > gap) {
        finish(track);
        from[track] = position;
        ink[track] = 0;
      }
      to[track] = position + 1;
      ink[track] = (ink[track] ?? 0) + 1;
    }
  }
  for (let track = 0; track < tracks; track++) if ((from[track] ?? -1) >= 0) finish(track);
  return stretches;
}
