/** Connected shapes of ink. */

import type { Box } from "../../model/source.js";
import type { Picture } from "./picture.js";

/** A box in pixels, and how many of them are ink. */
export interface InkShape extends Box {
  readonly ink: number;
}

/** The shapes whose pixels touch by sides or corners, in the order of their first rows. */
export function inkShapes({ width, height, grey }: Picture, threshold: number): InkShape[] {
  // What has been seen is wiped out of a copy.
  const left = Uint8Array.from(grey);
  const shapes: InkShape[] = [];
  const stack: number[] = [];
  for (let start = 0; start < left.length; start++) {
    if ((left[start] ?? 255) >= threshold) continue;
    let [x0, x1, y0, y1, ink] = [width, 0, height, 0, 0];
    stack.push(start);
    left[start] = 255;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
      ink++;
      for (let row = at - width; row <= at + width; row += width) {
        for (let near = x === 0 ? row : row - 1; near <= (x === width - 1 ? row : row + 1); near++) {
          if ((left[near] ?? 255) >= threshold) continue;
          left[near] = 255;
          stack.push(near);
        }
      }
    }
    shapes.push({ x0, y0, x1, y1, ink });
  }
  return shapes;
}
