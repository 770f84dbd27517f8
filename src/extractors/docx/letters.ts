/** How letters look: what a run states, and what it has from the styles around it. */

import { attributeOf, childOf, integerOf, settingOf, toggleOf, twipsOf } from "./xml.js";

/** Properties of letters; null where nothing is said. */
export interface LetterStyle {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
  readonly strike: boolean | null;
  readonly hidden: boolean | null;
  /** Font size in half points. */
  readonly size: number | null;
}

export const NO_LETTERS: LetterStyle = {
  bold: null,
  italic: null,
  underline: null,
  strike: null,
  hidden: null,
  size: null,
};

/** Letters as a `w:rPr` states them. */
export function readLetters(properties: Element | null): LetterStyle {
  if (properties === null) return NO_LETTERS;
  return {
    bold: toggleOf(properties, "w:b"),
    italic: toggleOf(properties, "w:i"),
    underline: childOf(properties, "w:u") === null ? null : (settingOf(properties, "w:u") ?? "none") !== "none",
    strike: toggleOf(properties, "w:strike"),
    hidden: toggleOf(properties, "w:vanish"),
    size: halfPointsOf(settingOf(properties, "w:sz")),
  };
}

/** Font of letters that a run names; null where it names none. */
export function fontOf(properties: Element | null): string | null {
  const fonts = childOf(properties, "w:rFonts");
  return attributeOf(fonts, "w:ascii") ?? attributeOf(fonts, "w:hAnsi");
}

/** What a run states and what its character style, its paragraph's style, its table's style and the document's defaults say. */
export interface LetterSources {
  readonly direct: LetterStyle;
  readonly character: LetterStyle;
  readonly paragraph: LetterStyle;
  readonly table: LetterStyle;
  readonly defaults: LetterStyle;
}

/**
 * The letters as shown. Bold, italic, strike and hidden are toggles (ECMA-376 part 1, 17.7.3): a style of bold words inside a bold
 * paragraph makes them plain again; what a run states itself holds as stated.
 */
export function shownLetters(sources: LetterSources): LetterStyle {
  const { direct, character, paragraph, table, defaults } = sources;
  const toggled = (kind: "bold" | "italic" | "strike" | "hidden") => {
    if (direct[kind] !== null) return direct[kind];
    if (defaults[kind] === true) return true;
    return [character, paragraph, table].filter((level) => level[kind] === true).length % 2 === 1;
  };
  const first = <Kind extends "underline" | "size">(kind: Kind) =>
    direct[kind] ?? character[kind] ?? paragraph[kind] ?? table[kind] ?? defaults[kind];
  return {
    bold: toggled("bold"),
    italic: toggled("italic"),
    strike: toggled("strike"),
    hidden: toggled("hidden"),
    underline: first("underline"),
    size: first("size"),
  };
}

/** A size in half points: a plain number is one already, `12pt` is not. */
function halfPointsOf(text: string | null): number | null {
  const twips = integerOf(text) === null ? twipsOf(text) : null;
  return twips === null ? integerOf(text) : Math.round(twips / 10);
}
