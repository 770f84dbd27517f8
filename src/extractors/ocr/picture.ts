/** A page as a picture of grey pixels, and the few things that are done to it before it is read. */

import type { Quarters } from "../layout/turning.js";

export interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels an inch. */
  readonly dpi: number;
  /** One byte a pixel, row by row: 0 is black, 255 white. */
  readonly grey: Uint8Array;
}

const WHITE = 255;
/** Parts of a pixel in which places are reckoned, so that 32,000 pixels fit into 31 bits. */
const FINE = 65536;

/** Grey as the eye sees it (weights of ITU-R BT.601), from four bytes a pixel; what is transparent is white paper. */
export function pictureOf(rgba: Uint8ClampedArray, width: number, height: number, dpi: number): Picture {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    const light = (77 * (rgba[at] ?? 0) + 150 * (rgba[at + 1] ?? 0) + 29 * (rgba[at + 2] ?? 0)) >> 8;
    const opacity = rgba[at + 3] ?? WHITE;
    grey[pixel] = opacity === WHITE ? light : WHITE - (((WHITE - light) * opacity) >> 8);
  }
  return { width, height, dpi, grey };
}

/** The picture as a file that both engines read without unpacking: a portable grey map (PGM, binary). */
export function toPgm({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), grey]);
}

/** The grey below which a pixel is ink: where ink and paper are apart the most (N. Otsu, A Threshold Selection Method from Gray-Level Histograms, 1979). */
export function inkThreshold({ grey }: Picture): number {
  const counts = new Float64Array(256);
  // Every third pixel tells as much as all of them.
  for (let at = 0; at < grey.length; at += 3) counts[grey[at] ?? 0] = (counts[grey[at] ?? 0] ?? 0) + 1;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mass = counts.reduce((sum, count, level) => sum + count * level, 0);
  let [best, threshold, below, massBelow] = [-1, 128, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += counts[level] ?? 0;
    massBelow += (counts[level] ?? 0) * level;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (massBelow / below - (mass - massBelow) / above) ** 2;
    if (between > best) [best, threshold] = [between, level + 1];
  }
  return threshold;
}

/** Share of the pixels that are ink, sampled. */
export function inkShare({ grey }: Picture, threshold: number): number {
  let ink = 0;
  for (let at = 0; at < grey.length; at += 7) if ((grey[at] ?? WHITE) < threshold) ink++;
  return grey.length === 0 ? 0 : (ink * 7) / grey.length;
}

/** Turned clockwise by quarters of a circle. */
export function turned(picture: Picture, quarters: Quarters): Picture {
  if (quarters === 0) return picture;
  const { width, height, grey } = picture;
  const isSideways = quarters !== 2;
  const out = new Uint8Array(grey.length);
  const newWidth = isSideways ? height : width;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const newX = quarters === 1 ? height - 1 - y : quarters === 2 ? width - 1 - x : y;
      const newY = quarters === 1 ? x : quarters === 2 ? height - 1 - y : width - 1 - x;
      out[newY * newWidth + newX] = grey[at] ?? WHITE;
    }
  }
  return { ...picture, width: newWidth, height: isSideways ? width : height, grey: out };
}

/** Turned about its middle so that lines which fall by `radians` run level; its size stays, and what is cut off at the corners is margin. */
export function straightened(picture: Picture, radians: number): Picture {
  const { width, height, grey } = picture;
  const out = new Uint8Array(grey.length);
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [middleX, middleY] = [width / 2, height / 2];
  // Whole numbers are twice as fast as fractions; a step's rounding moves the end of a row by a fiftieth of a pixel.
  const [stepX, stepY] = [Math.round(cos * FINE), Math.round(sin * FINE)];
  const [lastX, lastY] = [(width - 1) * FINE, (height - 1) * FINE];
  for (let y = 0, at = 0; y < height; y++) {
    let fromX = Math.round((middleX - cos * middleX - sin * (y - middleY)) * FINE);
    let fromY = Math.round((middleY - sin * middleX + cos * (y - middleY)) * FINE);
    for (let x = 0; x < width; x++, at++, fromX += stepX, fromY += stepY) {
      if (fromX < 0 || fromY < 0 || fromX >= lastX || fromY >= lastY) {
        out[at] = WHITE;
        continue;
      }
      const corner = (fromY >> 16) * width + (fromX >> 16);
      const [right, down] = [(fromX >> 8) & 255, (fromY >> 8) & 255];
      const upper = ((grey[corner] ?? WHITE) << 8) + ((grey[corner + 1] ?? WHITE) - (grey[corner] ?? WHITE)) * right;
      const [below, beside] = [grey[corner + width] ?? WHITE, grey[corner + width + 1] ?? WHITE];
      const lower = (below << 8) + (beside - below) * right;
      out[at] = ((upper << 8) + (lower - upper) * down) >> 16;
    }
  }
  return { ...picture, grey: out };
}
