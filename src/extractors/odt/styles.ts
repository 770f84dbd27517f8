/** The styles of an OpenDocument text: what a paragraph or a span has from its style, from the styles above that, and from the defaults. */

import { attributeOf, childOf, childrenOf } from "../docx/xml.js";
import type { FlowLook } from "../office/flow.js";
import type { OdtPackage } from "./package.js";

/** Attributes by their names, such as `fo:font-weight`; sizes in percent are worked out. */
export type Properties = ReadonlyMap<string, string>;

export interface OdtStyle {
  /** Name of the nearest style that has a name of its own, not one made for this document: `Title`, `Text_20_body`. */
  readonly common: string;
  readonly text: Properties;
  readonly paragraph: Properties;
  /** The list style that it brings along; null where it says nothing, "" where it says none. */
  readonly listStyle: string | null;
  /** Level of headings from 1 that the style stands for. */
  readonly outlineLevel: number | null;
}

export type Family = "paragraph" | "text";

export interface OdtStyles {
  readonly styleOf: (name: string | null, family: Family) => OdtStyle;
}

const NOTHING: OdtStyle = { common: "", text: new Map(), paragraph: new Map(), listStyle: null, outlineLevel: null };

/** Reads the common styles of styles.xml and the automatic ones of `part`; the automatic styles of headers and footers are those of styles.xml. */
export function readStyles(file: OdtPackage, part: "content" | "styles"): OdtStyles {
  const elements = new Map<string, Element>();
  const automatic = new Set<Element>();
  const keyOf = (family: string | null, name: string | null) => `${family} ${name}`;
  for (const style of stylesIn(file.styles, "office:styles")) {
    elements.set(keyOf(attributeOf(style, "style:family"), attributeOf(style, "style:name")), style);
  }
  for (const style of stylesIn(part === "content" ? file.content : file.styles, "office:automatic-styles")) {
    elements.set(keyOf(attributeOf(style, "style:family"), attributeOf(style, "style:name")), style);
    automatic.add(style);
  }
  const known = new Map<string, OdtStyle>();
  function resolve(name: string | null, family: Family, above: ReadonlySet<string>): OdtStyle {
    const key = keyOf(family, name);
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const element = name === null ? undefined : elements.get(key);
    // A style that is based on itself ends the chain.
    if (element === undefined || name === null || above.has(key)) return defaultOf(file, family);
    const inherited = resolve(attributeOf(element, "style:parent-style-name"), family, new Set([...above, key]));
    const style = withOwn(inherited, element, automatic.has(element) ? null : name);
    known.set(key, style);
    return style;
  }
  return { styleOf: (name, family) => resolve(name, family, new Set()) };
}

function stylesIn(root: Element | null, group: string): Element[] {
  const parent = childOf(root, group);
  return parent === null ? [] : childrenOf(parent, "style:style");
}

function defaultOf(file: OdtPackage, family: Family): OdtStyle {
  const group = childOf(file.styles, "office:styles");
  const defaults = group === null ? [] : childrenOf(group, "style:default-style");
  const element = defaults.find((style) => attributeOf(style, "style:family") === family);
  return element === undefined || family === "text" ? NOTHING : withOwn(NOTHING, element, null);
}

function withOwn(inherited: OdtStyle, element: Element, name: string | null): OdtStyle {
  const level = Number(attributeOf(element, "style:default-outline-level") ?? Number.NaN);
  return {
    common: name ?? inherited.common,
    text: merge(inherited.text, childOf(element, "style:text-properties")),
    paragraph: merge(inherited.paragraph, childOf(element, "style:paragraph-properties")),
    listStyle: attributeOf(element, "style:list-style-name") ?? inherited.listStyle,
    outlineLevel: Number.isNaN(level) ? inherited.outlineLevel : level,
  };
}

/** The attributes of an element over those that are inherited. */
function merge(inherited: Properties, element: Element | null): Properties {
  if (element === null) return inherited;
  const merged = new Map(inherited);
  for (const { name, value } of Array.from(element.attributes)) {
    const percent = name === "fo:font-size" ? /^(\d{1,4}(?:\.\d+)?)%$/.exec(value)?.[1] : undefined;
    const size = percent === undefined ? value : scaled(inherited.get(name), Number(percent));
    if (size !== null) merged.set(name, size);
  }
  return merged;
}

function scaled(size: string | undefined, percent: number): string | null {
  const points = pointsOf(size);
  return points === null ? null : `${Math.round(points * percent) / 100}pt`;
}

/** How letters with these properties look, given how those around them do. */
export function lookOf(properties: Properties, around: FlowLook): FlowLook {
  const weight = properties.get("fo:font-weight");
  const slant = properties.get("fo:font-style");
  return {
    bold: weight === undefined ? around.bold : /^(?:bold|[6-9]00)$/.test(weight),
    italic: slant === undefined ? around.italic : slant !== "normal",
    underline: isDrawn(properties, "underline", "style:text-underline") ?? around.underline,
    strike: isDrawn(properties, "line-through", "style:text-crossing-out") ?? around.strike,
    size: pointsOf(properties.get("fo:font-size")) ?? around.size,
  };
}

/** Whether a line is drawn; `old` is the name that OpenOffice 1 used. */
function isDrawn(properties: Properties, line: string, old: string): boolean | null {
  const said = [
    properties.get(`style:text-${line}-style`),
    properties.get(`style:text-${line}-type`),
    properties.get(old),
  ].filter((value) => value !== undefined);
  return said.length === 0 ? null : said.every((value) => value !== "none");
}

/** Whether letters with these properties are not shown. */
export function isHiddenText(properties: Properties): boolean {
  return properties.get("text:display") === "none";
}

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  in: 72,
  inch: 72,
  pc: 12,
  px: 0.75,
};

/** A length in points; null where the text is none. */
export function pointsOf(length: string | null | undefined): number | null {
  const match = /^\s*(-?\d{0,6}(?:\.\d{1,9})?)(pt|cm|mm|inch|in|pc|px)\s*$/.exec(length ?? "");
  return match === null ? null : Number(match[1]) * (POINTS[match[2] ?? ""] ?? 1);
}
