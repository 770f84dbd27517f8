/**
 * Fonts without a table of characters: the text then holds the numbers of the glyphs. In the usual order of TrueType fonts
 * these are 29 less than the characters, so that a blank comes as U+0003 and "Clerk" as "&OHUN".
 */

const SHIFT = 29;
/** Glyph numbers of blank to tilde. */
const FIRST = 3;
const LAST = 97;

/** Glyph numbers beyond the plain letters that minutes use. */
const OTHERS: Readonly<Record<number, string>> = {
  133: "£",
  171: "…",
  177: "–",
  178: "—",
  179: "“",
  180: "”",
  181: "‘",
  182: "’",
};

/** Whether a string can only be glyph numbers: no font's text has a blank at U+0003. */
export function isGlyphNumbers(text: string): boolean {
  return text.includes("\u0003");
}

/** Glyph numbers as the characters they draw; what is not known stays. */
export function charactersOfGlyphs(text: string): string {
  return Array.from(text, (glyph) => {
    // Blanks that pdf.js itself has put between words are real ones.
    if (glyph === " ") return glyph;
    const number = glyph.codePointAt(0) ?? 0;
    if (number >= FIRST && number <= LAST) return String.fromCodePoint(number + SHIFT);
    return OTHERS[number] ?? glyph;
  }).join("");
}
