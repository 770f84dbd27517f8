/** How thick the letters of a word are drawn: the engine's network does not tell bold from plain, the pixels do. */

import type { Box } from "../../model/source.js";
import type { Picture } from "./picture.js";

/** Longer runs of ink than this share of the letters' height are bars and rulings, not stems. */
const LONGEST_STEM = 0.3;

/** Mean width of the stems in a box, in pixels; null where there are too few to tell. Half-dark pixels at their edges count by their darkness. */
export function stemWidth(picture: Picture, threshold: number, box: Box, letterHeight: number): number | null {
  const longest = LONGEST_STEM * letterHeight;
  const { grey, width, height } = picture;
  let [runs, ink] = [0, 0];
  for (let y = Math.max(0, box.y0); y < Math.min(height, box.y1); y++) {
    const row = y * width;
    const end = Math.min(width - 1, box.x1);
    let start = -1;
    for (let x = Math.max(1, box.x0); x <= end; x++) {
      const isInk = x < end && (grey[row + x] ?? 255) < threshold;
      if (isInk && start < 0) start = x;
      if (isInk || start < 0) continue;
      if (x - start <= longest) {
        runs++;
        for (let at = start - 1; at <= x; at++) ink += 255 - (grey[row + at] ?? 255);
      }
      start = -1;
    }
  }
  return runs < 12 ? null : ink / 255 / runs;
}
