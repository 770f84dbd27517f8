/** Where in a string its letters stand: by the widths that the font states, else by those of a usual text face. */

import type { Box } from "../../model/source.js";

/** Widths of a font's letters as shares of the font size; it need not have all. */
export type LetterWidths = ReadonlyMap<string, number>;

export interface Strung {
  readonly text: string;
  readonly box: Box;
  /** Font size in points. */
  readonly size: number;
  readonly widths?: LetterWidths;
}

/** The x positions between the letters of a string, from its left edge to its right, one more than it has UTF-16 units. */
export function letterEdges({ text, box, size, widths }: Strung): number[] {
  const whole = box.x1 - box.x0;
  const units = text.split("");
  const known = units.map((unit) => (unit === " " ? 0 : (widths?.get(unit) ?? USUAL_WIDTHS.get(unit) ?? USUAL) * size));
  const letters = known.reduce((sum, width) => sum + width, 0);
  const blanks = units.filter((unit) => unit === " ").length;
  // Set lines are stretched at their blanks; only where that cannot be are the letters stretched too.
  const blank = blanks === 0 ? 0 : (whole - letters) / blanks;
  const isPlausible = blanks > 0 && blank > 0.1 * size && blank < 1.5 * size;
  const usualBlank = isPlausible ? blank : USUAL_BLANK * size;
  const scale = isPlausible ? 1 : whole / Math.max(1e-6, letters + blanks * usualBlank);
  let x = box.x0;
  const edges = [x];
  known.forEach((width, index) => {
    x += (units[index] === " " ? usualBlank : width) * scale;
    edges.push(x);
  });
  return edges;
}

const USUAL = 0.53;
const USUAL_BLANK = 0.26;
const USUAL_WIDTHS: LetterWidths = new Map(
  (
    [
      ["iljI|!'’‘.,:;", 0.26],
      ['ftr()[]-/“”"', 0.34],
      ["szcJ*", 0.46],
      ["mw%", 0.78],
      ["MW@—…", 0.9],
      ["ABEKPSXYVTZLF&", 0.64],
      ["CDGHNOQRU", 0.71],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])),
);
