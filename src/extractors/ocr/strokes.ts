/** How thick the letters of a word are drawn: the engine's network does not tell bold from plain, the pixels do. */

import type { Box } from "../../model/source.js";
import type { Picture } from "./picture.js";

/** Longer runs of ink than this share of the letters' height are bars and rulings, not stems. */
const LONGEST_STEM = 0.3;

/** Mean width of the stems in a box, in pixels; null where there are too few to tell. */
export function stemWidth(picture: Picture, threshold: number, box: Box, letterHeight: number): number | null {
  const longest = LONGEST_STEM * letterHeight;
  let [runs, pixels] = [0, 0];
  for (let y = Math.max(0, box.y0); y < Math.min(picture.height, box.y1); y++) {
    let run = 0;
    const end = Math.min(picture.width, box.x1);
    for (let x = Math.max(0, box.x0); x <= end; x++) {
      if (x < end && (picture.grey[y * picture.width + x] ?? 255) < threshold) {
        run++;
        continue;
      }
      if (run > 0 && run <= longest) {
        runs++;
        pixels += run;
      }
      run = 0;
    }
  }
  return runs < 12 ? null : pixels / runs;
}
