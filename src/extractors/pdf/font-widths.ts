/** The widths of letters, read off the operators that show them: pdf.js tells no others. */

import type { LetterWidths } from "./letter-widths.js";
import { OPERATORS, type RawOperators } from "./operators.js";

/** Per font (pdf.js' name for it) the widths of the letters that the page shows, as shares of the font size. */
export function widthsOfFonts({ codes, args }: RawOperators): ReadonlyMap<string, LetterWidths> {
  const fonts = new Map<string, Map<string, number>>();
  const saved: string[] = [];
  let font = "";
  codes.forEach((code, index) => {
    const [first] = args[index] ?? [];
    if (code === OPERATORS.save) saved.push(font);
    else if (code === OPERATORS.restore) font = saved.pop() ?? font;
    else if (code === OPERATORS.setFont && typeof first === "string") font = first;
    else if (code === OPERATORS.showText && Array.isArray(first)) {
      const widths = fonts.get(font) ?? new Map<string, number>();
      fonts.set(font, widths);
      for (const glyph of first) addGlyph(widths, glyph);
    }
  });
  return fonts;
}

/** Kerning comes as bare numbers between the glyphs. A ligature's letters share its width. */
function addGlyph(widths: Map<string, number>, glyph: unknown): void {
  if (typeof glyph !== "object" || glyph === null || !("unicode" in glyph) || !("width" in glyph)) return;
  const { unicode, width } = glyph;
  if (typeof unicode !== "string" || typeof width !== "number" || !(width > 0)) return;
  const letters = unicode.normalize("NFKC").split("");
  for (const letter of letters) widths.set(letter, width / 1000 / letters.length);
}
