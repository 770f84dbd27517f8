/** styles.xml: what a paragraph or run has from its style and the styles that it is based on. */

import { attributeOf, childOf, childrenOf, integerOf, settingOf, toggleOf } from "./xml.js";

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

/** Properties of a paragraph; lengths in twentieths of a point, null where nothing is said. */
export interface ParagraphLook {
  readonly numId: string | null;
  readonly level: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly isContextual: boolean | null;
  readonly left: number | null;
  /** 0 for a main heading; 9 for body text. */
  readonly outline: number | null;
}

export interface Style extends LetterStyle, ParagraphLook {
  readonly id: string;
}

export interface StyleSheet {
  /** The style with all that it inherits, document defaults included. An unknown id has only the defaults. */
  readonly styleOf: (id: string | null, kind: "paragraph" | "character") => Style;
  /** Id of the style of paragraphs that name none. */
  readonly defaultParagraph: string | null;
  /** numId of a numbering style, to which abstract lists can link. */
  readonly numIdOfStyle: (id: string) => string | null;
}

/** Reads styles.xml; null where the package has none. */
export function readStyleSheet(root: Element | null): StyleSheet {
  const elements = new Map<string, Element>();
  let defaultParagraph: string | null = null;
  for (const style of root === null ? [] : childrenOf(root, "w:style")) {
    const id = attributeOf(style, "w:styleId");
    if (id === null) continue;
    elements.set(id, style);
    const isDefault = /^(?:1|true|on)$/.test(attributeOf(style, "w:default") ?? "");
    if (isDefault && attributeOf(style, "w:type") === "paragraph") defaultParagraph = id;
  }
  const defaults = childOf(root, "w:docDefaults");
  const letterDefaults = readLetters(childOf(defaults, "w:rPrDefault", "w:rPr"));
  const paragraphDefaults = readLook(childOf(defaults, "w:pPrDefault", "w:pPr"));
  const known = new Map<string, Style>();
  const styleOf = (id: string | null, kind: "paragraph" | "character") => {
    const key = `${kind} ${id ?? ""}`;
    const style =
      known.get(key) ??
      resolve(elements, id, kind === "paragraph" ? { ...letterDefaults, ...paragraphDefaults } : NOTHING);
    known.set(key, style);
    return style;
  };
  const numIdOfStyle = (id: string) => settingOf(elements.get(id) ?? null, "w:pPr", "w:numPr", "w:numId");
  return { styleOf, defaultParagraph, numIdOfStyle };
}

/** Letters as a `w:rPr` states them. */
export function readLetters(properties: Element | null): LetterStyle {
  return {
    bold: toggleOf(properties, "w:b"),
    italic: toggleOf(properties, "w:i"),
    underline: toggleOf(properties, "w:u"),
    strike: toggleOf(properties, "w:strike"),
    hidden: toggleOf(properties, "w:vanish"),
    size: integerOf(settingOf(properties, "w:sz")),
  };
}

/** A paragraph as a `w:pPr` states it. */
export function readLook(properties: Element | null): ParagraphLook {
  const spacing = childOf(properties, "w:spacing");
  const indent = childOf(properties, "w:ind");
  return {
    numId: settingOf(properties, "w:numPr", "w:numId"),
    level: integerOf(settingOf(properties, "w:numPr", "w:ilvl")),
    before: integerOf(attributeOf(spacing, "w:before")),
    after: integerOf(attributeOf(spacing, "w:after")),
    isContextual: toggleOf(properties, "w:contextualSpacing"),
    left: integerOf(attributeOf(indent, "w:left") ?? attributeOf(indent, "w:start")),
    outline: integerOf(settingOf(properties, "w:outlineLvl")),
  };
}

/** What the first says, else what the second says. */
export function inherit<Properties extends object>(own: Properties, inherited: Properties): Properties {
  const stated = Object.entries(own).filter(([, value]) => value !== null);
  return { ...inherited, ...Object.fromEntries(stated) };
}

const NOTHING: LetterStyle & ParagraphLook = { ...readLetters(null), ...readLook(null) };

function resolve(
  elements: ReadonlyMap<string, Element>,
  id: string | null,
  defaults: LetterStyle & ParagraphLook,
): Style {
  const chain: Element[] = [];
  for (let next = id; next !== null; ) {
    const element = elements.get(next);
    // A style that is based on itself ends the chain.
    if (element === undefined || chain.includes(element)) break;
    chain.push(element);
    next = settingOf(element, "w:basedOn");
  }
  const properties = chain.reduceRight<LetterStyle & ParagraphLook>((inherited, element) => {
    const own = { ...readLetters(childOf(element, "w:rPr")), ...readLook(childOf(element, "w:pPr")) };
    return inherit(own, inherited);
  }, defaults);
  return { ...properties, id: id ?? "" };
}
