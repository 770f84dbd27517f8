/** The drawing of a page → its ruling lines: strokes and thin filled rectangles that run straight across or straight down. */

import type { Box } from "../../model/source.js";
import type { Ruling } from "../layout/page-content.js";

import { apply, compose, IDENTITY, type Matrix, toMatrix } from "./matrix.js";
import { OPERATORS, type RawOperators } from "./operators.js";

/** Filled shapes thicker than this (points) are shading, not lines. */
const THICKEST = 3.2;
/** Shorter lines (points) are parts of letters or of pictures. */
const SHORTEST = 5;

const STROKES: ReadonlySet<number> = new Set([
  OPERATORS.stroke,
  OPERATORS.closeStroke,
  OPERATORS.fillStroke,
  OPERATORS.eoFillStroke,
  OPERATORS.closeFillStroke,
  OPERATORS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([OPERATORS.fill, OPERATORS.eoFill]);

interface Brush {
  readonly matrix: Matrix;
  readonly strokeColor: unknown;
  readonly fillColor: unknown;
}

export interface Drawing {
  readonly rulings: readonly Ruling[];
  /** Filled rectangles that are no lines: shaded rows and cells. */
  readonly shades: readonly Box[];
}

export function drawingOf(operators: RawOperators, toPage: Matrix): Drawing {
  const rulings: Ruling[] = [];
  const shades: Box[] = [];
  const saved: Brush[] = [];
  let brush: Brush = { matrix: IDENTITY, strokeColor: null, fillColor: null };
  operators.codes.forEach((code, index) => {
    const args = operators.args[index] ?? [];
    if (code === OPERATORS.constructPath) {
      const drawn = pathDrawing(args, brush, toPage);
      rulings.push(...drawn.rulings);
      shades.push(...drawn.shades);
    } else if (code === OPERATORS.save) saved.push(brush);
    else if (code === OPERATORS.restore || code === OPERATORS.paintFormXObjectEnd) brush = saved.pop() ?? brush;
    else if (code === OPERATORS.paintFormXObjectBegin) {
      saved.push(brush);
      brush = moved(brush, args[0]);
    } else if (code === OPERATORS.transform) brush = moved(brush, args);
    else if (code === OPERATORS.setStrokeRGBColor) brush = { ...brush, strokeColor: args[0] };
    else if (code === OPERATORS.setFillRGBColor) brush = { ...brush, fillColor: args[0] };
  });
  return { rulings: joinCollinear(rulings).filter((ruling) => lengthOf(ruling) >= SHORTEST), shades };
}

function moved(brush: Brush, by: unknown): Brush {
  const matrix = toMatrix(by);
  return matrix === null ? brush : { ...brush, matrix: compose(brush.matrix, matrix) };
}

function lengthOf({ box }: Ruling): number {
  return Math.max(box.x1 - box.x0, box.y1 - box.y0);
}

const WHITE = "#ffffff";

/** A path's arguments are the painting operator, a list that holds one array of numbers, and the path's extent. */
function pathDrawing(args: readonly unknown[], brush: Brush, toPage: Matrix): Drawing {
  const [paint, data] = args;
  if (typeof paint !== "number") return NOTHING;
  const isStroke = STROKES.has(paint) && brush.strokeColor !== WHITE;
  const isFill = FILLS.has(paint) && brush.fillColor !== WHITE;
  if (!isStroke && !isFill) return NOTHING;
  const shapes = shapesOf(Array.isArray(data) ? data[0] : null, compose(toPage, brush.matrix));
  return isFill
    ? { rulings: shapes.flatMap(thinShape), shades: shapes.flatMap(shadeOf) }
    : { rulings: shapes.flatMap(strokesOf), shades: [] };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Numbers that introduce a step of a path in pdf.js 5.4, each followed by its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

/** The corners of each stretch of a path, in points on the page; a curve counts as its end. */
function shapesOf(path: unknown, matrix: Matrix): Point[][] {
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return [];
  const numbers = Array.from(path as ArrayLike<unknown>, Number);
  const shapes: Point[][] = [];
  for (let index = 0; index < numbers.length; ) {
    const step = numbers[index++];
    if (step === CLOSE) {
      const shape = shapes.at(-1);
      if (shape?.[0] !== undefined) shape.push(shape[0]);
      continue;
    }
    if (step !== MOVE && step !== LINE && step !== CURVE) return shapes;
    if (step === CURVE) index += 4;
    const point = apply(matrix, numbers[index] ?? Number.NaN, numbers[index + 1] ?? Number.NaN);
    index += 2;
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) return shapes;
    if (step === MOVE) shapes.push([point]);
    else shapes.at(-1)?.push(point);
  }
  return shapes;
}

const NOTHING: Drawing = { rulings: [], shades: [] };

function extentOf(shape: readonly Point[]): Box {
  const xs = shape.map((point) => point.x);
  const ys = shape.map((point) => point.y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** A rectangle as high as a line of text at least; other filled shapes are pictures. */
function shadeOf(shape: readonly Point[]): Box[] {
  const box = extentOf(shape);
  const isUpright = shape.every((point, index) => {
    const next = shape[index + 1];
    return next === undefined || Math.abs(point.x - next.x) < 0.5 || Math.abs(point.y - next.y) < 0.5;
  });
  return isUpright && shape.length <= 6 && box.y1 - box.y0 > LOWEST_SHADE && box.x1 - box.x0 > LOWEST_SHADE
    ? [box]
    : [];
}

/** Shading of rows is at least so high (points). */
const LOWEST_SHADE = 6;

function thinShape(shape: readonly Point[]): Ruling[] {
  const box = extentOf(shape);
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (Math.min(width, height) > THICKEST) return [];
  return [
    width >= height ? across(box.x0, box.x1, (box.y0 + box.y1) / 2) : down(box.y0, box.y1, (box.x0 + box.x1) / 2),
  ];
}

function strokesOf(shape: readonly Point[]): Ruling[] {
  const rulings: Ruling[] = [];
  shape.forEach((to, index) => {
    const from = shape[index - 1];
    if (from === undefined) return;
    if (Math.abs(from.y - to.y) < 0.5) rulings.push(across(Math.min(from.x, to.x), Math.max(from.x, to.x), to.y));
    else if (Math.abs(from.x - to.x) < 0.5) rulings.push(down(Math.min(from.y, to.y), Math.max(from.y, to.y), to.x));
  });
  return rulings;
}

function across(x0: number, x1: number, y: number): Ruling {
  return { isHorizontal: true, box: { x0, y0: y, x1, y1: y } };
}

function down(y0: number, y1: number, x: number): Ruling {
  return { isHorizontal: false, box: { x0: x, y0, x1: x, y1 } };
}

/** Dashes, and the borders of neighbouring cells, become one line. */
function joinCollinear(rulings: readonly Ruling[]): Ruling[] {
  const horizontal = rulings.filter((ruling) => ruling.isHorizontal);
  const vertical = rulings.filter((ruling) => !ruling.isHorizontal);
  return [
    ...joined(horizontal.map(({ box }) => ({ at: box.y0, from: box.x0, to: box.x1 }))).map((line) =>
      across(line.from, line.to, line.at),
    ),
    ...joined(vertical.map(({ box }) => ({ at: box.x0, from: box.y0, to: box.y1 }))).map((line) =>
      down(line.from, line.to, line.at),
    ),
  ];
}

interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const tracks: Stretch[][] = [];
  for (const stretch of [...stretches].sort((a, b) => a.at - b.at)) {
    const track = tracks.at(-1);
    const first = track?.[0];
    if (track !== undefined && first !== undefined && stretch.at - first.at < 1.2) track.push(stretch);
    else tracks.push([stretch]);
  }
  return tracks.flatMap((track) => {
    const out: Stretch[] = [];
    for (const stretch of track.sort((a, b) => a.from - b.from)) {
      const last = out.at(-1);
      if (last !== undefined && stretch.from - last.to < 2.5) {
        out[out.length - 1] = { ...last, to: Math.max(last.to, stretch.to) };
      } else out.push(stretch);
    }
    return out;
  });
}
