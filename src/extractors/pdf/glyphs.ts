/** What pdf.js tells of a glyph. */

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const BLANK = /^\s/;
const MARK = /\p{Mn}/u;
/** Signs without a look of their own; a soft hyphen that a font draws is one that can be seen. */
const INVISIBLE = /(?!\u00ad)\p{Cf}$/u;

export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly originalCharCode: unknown;
}

/** Whether an entry of shown text is a glyph: bare numbers between them are kerning. */
export function isGlyph(value: unknown): value is Glyph {
  if (typeof value !== "object" || value === null || !("unicode" in value) || !("width" in value)) return false;
  return typeof value.unicode === "string" && typeof value.width === "number";
}

export type GlyphKind = "letter" | "blank" | "mark" | "invisible" | "other";

/** What a glyph does to the string that it stands in. `other` is a letter of a script that runs from right to left. */
export function kindOf(unicode: string): GlyphKind {
  const code = unicode.charCodeAt(0);
  if (unicode.length === 1 && code > 0x20 && code < 0x7f) return "letter";
  if (BLANK.test(unicode)) return "blank";
  if (code < 0x300) return INVISIBLE.test(unicode) ? "invisible" : "letter";
  if (RIGHT_TO_LEFT.test(unicode)) return "other";
  if (MARK.test(unicode)) return "mark";
  return INVISIBLE.test(unicode) ? "invisible" : "letter";
}

/** Notes the width of a glyph, as a share of the font size: a ligature's letters share its width where the font has not shown them alone. */
export function noteWidth(widths: Map<string, number>, { unicode, width }: Glyph): void {
  if (!(width > 0)) return;
  if (unicode.length === 1 && unicode < "\u0080") {
    widths.set(unicode, width / 1000);
    return;
  }
  const letters = unicode.normalize("NFKC").split("");
  for (const letter of letters) {
    if (letters.length === 1 || !widths.has(letter)) widths.set(letter, width / 1000 / letters.length);
  }
}

/** Letters at least for a string to be called letter-spaced. */
const FEWEST_SPACED = 4;
/** Least and widest gap between the letters of a spaced word, as shares of the font size, and how much the gaps may differ. */
const SPACED = { least: 0.1, widest: 0.6, difference: 0.12 };

/** Whether an entry of shown text is a letter that can be seen. */
export function isLetter(entry: unknown): boolean {
  return isGlyph(entry) && /^\p{L}/u.test(entry.unicode);
}

/** Whether shown text is set with the same wide gap behind every letter; `spacing` is the gap that the file adds to all of them, as a share of the font size. */
export function isLetterSpaced(entries: readonly unknown[], spacing: number): boolean {
  if (spacing < SPACED.least && entries.length < 2 * FEWEST_SPACED - 1) return false;
  let letters = 0;
  let [least, widest] = [Number.POSITIVE_INFINITY, 0];
  let gap: number | null = null;
  for (const entry of entries) {
    if (typeof entry === "number") {
      if (gap !== null) gap -= entry / 1000;
      continue;
    }
    if (!isLetter(entry)) {
      gap = null;
      continue;
    }
    letters++;
    if (gap !== null) [least, widest] = [Math.min(least, gap), Math.max(widest, gap)];
    if (least <= SPACED.least) return false;
    gap = spacing;
  }
  return letters >= FEWEST_SPACED && widest <= SPACED.widest && widest > 0 && widest - least <= SPACED.difference;
}
