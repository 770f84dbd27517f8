/** styles.xml: what a paragraph, run or table has from its style and the styles that it is based on. */

import { type LetterStyle, NO_LETTERS, readLetters } from "./letters.js";
import { attributeOf, childOf, childrenOf, integerOf, settingOf, toggleOf, twipsOf } from "./xml.js";

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

export interface Style {
  /** The id of the style and of those that it is based on, in that order. */
  readonly ids: readonly string[];
  readonly letters: LetterStyle;
  readonly look: ParagraphLook;
  /** Whether it is one of the styles of tables of contents. */
  readonly isOfContents: boolean;
}

/** Letters that a table style sets for the cells of a place: `wholeTable`, `firstRow`, `lastCol` and so on. */
export type TableStyle = ReadonlyMap<string, LetterStyle>;

export interface StyleSheet {
  /** The style with all that it inherits, without the document's defaults. An unknown id says nothing. */
  readonly styleOf: (id: string | null) => Style;
  readonly tableStyleOf: (id: string | null) => TableStyle;
  readonly letterDefaults: LetterStyle;
  readonly paragraphDefaults: ParagraphLook;
  /** Ids of the styles of paragraphs and tables that name none. */
  readonly defaultParagraph: string | null;
  readonly defaultTable: string | null;
  /** numId of a numbering style, to which abstract lists can link. */
  readonly numIdOfStyle: (id: string) => string | null;
  /** Name by id of the styles of headings and titles, as English Word calls them: `heading 1`. */
  readonly names: ReadonlyMap<string, string>;
}

const HEADING = /^(?:heading(?: [1-9])?|title|subtitle)$/i;

/** Reads styles.xml; null where the package has none. */
export function readStyleSheet(root: Element | null): StyleSheet {
  const elements = new Map<string, Element>();
  const names = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const style of root === null ? [] : childrenOf(root, "w:style")) {
    const id = attributeOf(style, "w:styleId");
    // Of two styles with one id the first is kept (17.7.4.17).
    if (id === null || elements.has(id)) continue;
    elements.set(id, style);
    const type = attributeOf(style, "w:type") ?? "paragraph";
    const name = settingOf(style, "w:name") ?? id;
    if (type === "paragraph" && HEADING.test(name)) names.set(id, name);
    if (/^(?:1|true|on)$/.test(attributeOf(style, "w:default") ?? "")) defaults.set(type, id);
  }
  const known = new Map<string | null, Style>();
  const styleOf = (id: string | null) => {
    const style = known.get(id) ?? resolve(chainOf(elements, id));
    known.set(id, style);
    return style;
  };
  return {
    styleOf,
    tableStyleOf: (id) => resolveTable(chainOf(elements, id)),
    letterDefaults: readLetters(childOf(root, "w:docDefaults", "w:rPrDefault", "w:rPr")),
    paragraphDefaults: readLook(childOf(root, "w:docDefaults", "w:pPrDefault", "w:pPr")),
    defaultParagraph: defaults.get("paragraph") ?? null,
    defaultTable: defaults.get("table") ?? null,
    numIdOfStyle: (id) => settingOf(elements.get(id) ?? null, "w:pPr", "w:numPr", "w:numId"),
    names,
  };
}

/** A paragraph as a `w:pPr` states it. */
export function readLook(properties: Element | null): ParagraphLook {
  const spacing = childOf(properties, "w:spacing");
  const indent = childOf(properties, "w:ind");
  return {
    numId: settingOf(properties, "w:numPr", "w:numId"),
    level: integerOf(settingOf(properties, "w:numPr", "w:ilvl")),
    before: twipsOf(attributeOf(spacing, "w:before")),
    after: twipsOf(attributeOf(spacing, "w:after")),
    isContextual: toggleOf(properties, "w:contextualSpacing"),
    left: twipsOf(attributeOf(indent, "w:left") ?? attributeOf(indent, "w:start")),
    outline: integerOf(settingOf(properties, "w:outlineLvl")),
  };
}

/** What the first says, else what the second says. */
export function inherit<Properties extends object>(own: Properties, inherited: Properties): Properties {
  const stated = Object.entries(own).filter(([, value]) => value !== null);
  return { ...inherited, ...Object.fromEntries(stated) };
}

/** Word allows eleven styles to be based on one another. */
const LONGEST_CHAIN = 64;

/** The style and those that it is based on; one that is based on itself ends the chain. */
function chainOf(elements: ReadonlyMap<string, Element>, id: string | null): Map<string, Element> {
  const chain = new Map<string, Element>();
  for (let next = id; next !== null; ) {
    const element = elements.get(next);
    if (element === undefined || chain.has(next) || chain.size >= LONGEST_CHAIN) break;
    chain.set(next, element);
    next = settingOf(element, "w:basedOn");
  }
  return chain;
}

function resolve(chain: ReadonlyMap<string, Element>): Style {
  const elements = [...chain.values()];
  return {
    ids: [...chain.keys()],
    letters: elements.reduceRight((base, one) => inherit(readLetters(childOf(one, "w:rPr")), base), NO_LETTERS),
    look: elements.reduceRight((base, one) => inherit(readLook(childOf(one, "w:pPr")), base), readLook(null)),
    isOfContents: elements.some((one) => /^toc\s*\d/i.test(settingOf(one, "w:name") ?? "")),
  };
}

function resolveTable(chain: ReadonlyMap<string, Element>): TableStyle {
  const places = new Map<string, LetterStyle>();
  const add = (place: string, properties: Element | null) =>
    places.set(place, inherit(readLetters(properties), places.get(place) ?? NO_LETTERS));
  for (const element of [...chain.values()].reverse()) {
    add("wholeTable", childOf(element, "w:rPr"));
    for (const part of childrenOf(element, "w:tblStylePr")) {
      add(attributeOf(part, "w:type") ?? "", childOf(part, "w:rPr"));
    }
  }
  return places;
}
