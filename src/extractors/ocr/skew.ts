/** How far a scanned page hangs askew. */

import type { Picture } from "./picture.js";

export interface Skew {
  /** The angle by which the lines of text fall from left to right; 0 where it cannot be told. */
  readonly radians: number;
  /** How much sharper the rows of the page are, at that angle, than if its ink were spread evenly: above 3 for lines of text, about 1.5 across them. */
  readonly sharpness: number;
}

/** Further than this (degrees) no feeder pulls a page askew. */
const FURTHEST = 6;
/** Share of the page at each edge where the scanner's own shadows lie. */
const MARGIN = 0.04;
const COARSE = 0.25;
const FINE = 0.05;

interface Points {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly height: number;
}

/**
 * How the lines of text lie.
 * Projection profile (W. Postl, Detection of linear oblique structures and skew scan in digitized documents, 1986): the lower
 * edges of letters are thrown on the vertical at many angles, and at the right one they gather on few rows.
 */
export function skewOf(picture: Picture, threshold: number): Skew {
  const points = lowerEdges(picture, threshold);
  const count = points.xs.length;
  if (count < 500) return { radians: 0, sharpness: 1 };
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
  // Points spread evenly over the profile would give 1.
  const sharpness = (best.sharpness * picture.height) / (2 * count * count);
  return { radians: (best.degrees * Math.PI) / 180, sharpness };
}

/** Points where ink ends downwards, every third column: on lines of text most of them lie on the baseline. */
function lowerEdges({ width, height, grey }: Picture, threshold: number): Points {
  const xs: number[] = [];
  const ys: number[] = [];
  const [left, top] = [Math.round(MARGIN * width), Math.round(MARGIN * height)];
  for (let y = top; y < height - top; y++) {
    for (let x = left; x < width - left; x += 3) {
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
