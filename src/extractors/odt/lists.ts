/** The lists of an OpenDocument text: their styles, and the numbers that are printed before their paragraphs. */

import { attributeOf, childOf, childrenOf } from "../docx/xml.js";
import { formatNumber } from "./number-format.js";
import { pointsOf } from "./styles.js";

/** What stands before a paragraph: a bullet, or a number ("" where the list prints nothing). */
export interface ListMark {
  readonly label: string | null;
  readonly isBullet: boolean;
  /** Left indent in points, where the list says it. */
  readonly left: number | null;
}

interface ListLevel {
  readonly isBullet: boolean;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels are printed, this one included. */
  readonly shown: number;
  readonly isSynchronised: boolean;
  /** LibreOffice's own wording of the whole number, `%1%.%2%)`; it wins over the rest. */
  readonly pattern: string | null;
  readonly left: number | null;
}

export type ListStyle = ReadonlyMap<number, ListLevel>;

/** How far a list has counted, by level from 1. */
export interface ListCounters {
  readonly values: Map<number, number>;
  /** The last numbers, also of levels that began anew since. */
  readonly last: Map<number, number>;
}

export function newCounters(): ListCounters {
  return { values: new Map(), last: new Map() };
}

/** All list styles of the given parts by name; the later win. The numbering of headings is named "" (its element has no name of use). */
export function readListStyles(roots: readonly (Element | null)[]): Map<string, ListStyle> {
  const styles = new Map<string, ListStyle>();
  for (const group of roots) {
    for (const element of group === null ? [] : childrenOf(group)) {
      if (element.nodeName === "text:list-style")
        styles.set(attributeOf(element, "style:name") ?? "", levelsOf(element));
      else if (element.nodeName === "text:outline-style") styles.set(OUTLINE, levelsOf(element));
    }
  }
  return styles;
}

/** The key of the numbering of headings among the list styles. */
export const OUTLINE = "";

function levelsOf(style: Element): ListStyle {
  const levels = new Map<number, ListLevel>();
  for (const element of childrenOf(style)) {
    const level = Number(attributeOf(element, "text:level") ?? Number.NaN);
    if (level >= 1 && level <= 10) levels.set(level, levelOf(element));
  }
  return levels;
}

function levelOf(element: Element): ListLevel {
  const isNumber = /-number$|^text:outline-level-style$/.test(element.nodeName);
  return {
    isBullet: !isNumber,
    format: attributeOf(element, "style:num-format") ?? "",
    prefix: attributeOf(element, "style:num-prefix") ?? "",
    suffix: attributeOf(element, "style:num-suffix") ?? "",
    start: whole(attributeOf(element, "text:start-value")) ?? 1,
    shown: whole(attributeOf(element, "text:display-levels")) ?? 1,
    isSynchronised: attributeOf(element, "style:num-letter-sync") === "true",
    pattern: attributeOf(element, "loext:num-list-format"),
    left: leftOf(element),
  };
}

function leftOf(element: Element): number | null {
  const properties = childOf(element, "style:list-level-properties");
  const aligned = childOf(properties, "style:list-level-label-alignment");
  if (aligned !== null) return pointsOf(attributeOf(aligned, "fo:margin-left"));
  const before = pointsOf(attributeOf(properties, "text:space-before"));
  const label = pointsOf(attributeOf(properties, "text:min-label-width"));
  return before === null && label === null ? null : (before ?? 0) + (label ?? 0);
}

/** A whole number that a list can count to; null where the text is none. */
export function whole(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The mark of the next entry of a list; counts. Null where the style does not have the level. */
export function countEntry(
  counters: ListCounters,
  style: ListStyle | undefined,
  level: number,
  startValue: number | null,
): ListMark | null {
  const own = style?.get(level);
  if (style === undefined || own === undefined) return null;
  const before = counters.values.get(level);
  const value = startValue ?? (before === undefined ? own.start : before + 1);
  // Entries above that nobody wrote count as their first.
  for (let above = 1; above < level; above++) {
    if (!counters.values.has(above)) counters.values.set(above, style.get(above)?.start ?? 1);
  }
  counters.values.set(level, value);
  counters.last.set(level, value);
  for (const deeper of [...counters.values.keys()]) if (deeper > level) counters.values.delete(deeper);
  if (own.isBullet) return { label: null, isBullet: true, left: own.left };
  return { label: labelOf(counters, style, level, own), isBullet: false, left: own.left };
}

function labelOf({ values }: ListCounters, style: ListStyle, level: number, own: ListLevel): string {
  const printed = (at: number): string => {
    const other = style.get(at);
    if (other === undefined || other.isBullet) return "";
    return formatNumber(values.get(at) ?? other.start, other.format, other.isSynchronised);
  };
  if (own.pattern !== null && own.format !== "") {
    return tidy(own.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => printed(Number(at))));
  }
  if (own.format === "") return tidy(own.prefix + own.suffix);
  const numbers: string[] = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
    const number = printed(at);
    if (number !== "") numbers.push(number);
  }
  return tidy(own.prefix + numbers.join(".") + own.suffix);
}

function tidy(label: string): string {
  return label
    .replace(/\u200b/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
