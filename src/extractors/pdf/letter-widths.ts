/** How wide letters are in a usual text face: enough to tell where in a string a word stands. */

/** Width of letters that differ much from most, as a share of the font size. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ["iljI|!'’‘.,:; ", 0.26],
      ['ftr()[]-/“”"', 0.34],
      ["szcJ*", 0.46],
      ["mw%", 0.78],
      ["MW@—…", 0.9],
      ["ABEKPSXYVTZLF&", 0.64],
      ["CDGHNOQRU", 0.71],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])),
);
const USUAL = 0.53;

/** The share of a string's width that lies before an offset, from 0 to 1. */
export function shareBefore(text: string, offset: number): number {
  const whole = widthOf(text);
  return whole === 0 ? 0 : widthOf(text.slice(0, offset)) / whole;
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? USUAL;
  return width;
}
