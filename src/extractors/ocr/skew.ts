/** How far a scanned page hangs askew, and whether its lines run across or up and down. */

import type { Picture } from "./picture.js";

/** Further than this (degrees) no feeder pulls a page askew. */
const FURTHEST = 6;
const COARSE = 0.25;
const FINE = 0.05;

interface Points {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly height: number;
}

/**
 * The angle, in radians, by which the lines of text fall from left to right; 0 where it cannot be told.
 * Projection profile (W. Postl, Detection of linear oblique structures and skew scan in digitized documents, 1986): the lower
 * edges of letters are thrown on the vertical at many angles, and at the right one they gather on few rows.
 */
export function skewOf(picture: Picture, threshold: number): number {
  const points = lowerEdges(picture, threshold);
  if (points.xs.length < 500) return 0;
  let best = { degrees: 0, sharpness: sharpnessAt(points, 0, 4) };
  for (let degrees = -FURTHEST; degrees <= FURTHEST; degrees += COARSE) {
    const sharpness = sharpnessAt(points, degrees, 4);
    if (sharpness > best.sharpness) best = { degrees, sharpness };
  }
  const middle = best.degrees;
  const level = sharpnessAt(points, 0, 2);
  best = { degrees: 0, sharpness: level * 1.02 };
  for (let degrees = middle - COARSE; degrees <= middle + COARSE; degrees += FINE) {
    const sharpness = sharpnessAt(points, degrees, 2);
    if (sharpness > best.sharpness) best = { degrees, sharpness };
  }
  return (best.degrees * Math.PI) / 180;
}

/** Whether the profile down the page is flatter than the one across it, as it is where lines of text stand upright. */
export function isSideways(picture: Picture, threshold: number): boolean {
  const { width, height, grey } = picture;
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((grey[y * width + x] ?? 255) >= threshold) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  return roughness(columns) * height > 1.5 * roughness(rows) * width;
}

/** Points where ink ends downwards, every third column: on lines of text most of them lie on the baseline. */
function lowerEdges({ width, height, grey }: Picture, threshold: number): Points {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width; x += 3) {
      const at = y * width + x;
      if ((grey[at] ?? 255) < threshold && (grey[at + width] ?? 255) >= threshold) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  return { xs: Int32Array.from(xs), ys: Int32Array.from(ys), height };
}

/** Sum of squares of the profile, whose rows are `bin` pixels high. */
function sharpnessAt({ xs, ys, height }: Points, degrees: number, bin: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = height;
  const profile = new Int32Array(Math.ceil((3 * height) / bin));
  for (let index = 0; index < xs.length; index++) {
    const row = Math.round(((ys[index] ?? 0) - slope * (xs[index] ?? 0) + offset) / bin);
    if (row >= 0 && row < profile.length) profile[row] = (profile[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of profile) sum += count * count;
  return sum;
}

function roughness(profile: Float64Array): number {
  let sum = 0;
  for (let index = 2; index < profile.length; index++) sum += ((profile[index] ?? 0) - (profile[index - 2] ?? 0)) ** 2;
  return sum;
}
