/** numbering.xml: the lists of a document, their levels with what each list overrides. */

import type { StyleSheet } from "./style-sheet.js";
import { attributeOf, childOf, childrenOf, integerOf, settingOf, toggleOf, twipsOf } from "./xml.js";

/** What stands between a printed number and the words. */
export type Suffix = "tab" | "space" | "nothing";

export interface Level {
  /** Name of the format of numbers, or for a custom one its example: `001, 002, 003, ...`. */
  readonly format: string;
  /** The printed number with `%1` to `%9` for the counters of levels. */
  readonly text: string;
  readonly start: number;
  /** Number of levels (from the top) of which a paragraph restarts this one; null for the usual "any above", 0 for never. */
  readonly restart: number | null;
  readonly isLegal: boolean;
  readonly isHidden: boolean;
  readonly suffix: Suffix;
  readonly styleId: string | null;
  /** Left indent in twentieths of a point. */
  readonly left: number | null;
}

export interface List {
  readonly id: string;
  /** Lists of the same definition share their counters. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Start values of the list's own, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

export type Lists = ReadonlyMap<string, List>;

/** Reads numbering.xml; null where the package has none. */
export function readLists(root: Element | null, styles: StyleSheet): Lists {
  const lists = new Map<string, List>();
  if (root === null) return lists;
  const definitions = new Map(
    childrenOf(root, "w:abstractNum").map((element) => [attributeOf(element, "w:abstractNumId"), element]),
  );
  const numbers = new Map(childrenOf(root, "w:num").map((element) => [attributeOf(element, "w:numId"), element]));
  for (const [numId, number] of numbers) {
    if (numId === null) continue;
    const definition = followLinks(number, definitions, numbers, styles);
    if (definition !== null) lists.set(numId, readList(numId, number, definition));
  }
  return lists;
}

/** A definition may only name a numbering style, whose own list has the levels. */
function followLinks(
  number: Element,
  definitions: ReadonlyMap<string | null, Element>,
  numbers: ReadonlyMap<string | null, Element>,
  styles: StyleSheet,
): Element | null {
  let definition = definitions.get(settingOf(number, "w:abstractNumId")) ?? null;
  for (let hops = 0; hops < 8 && definition !== null; hops++) {
    const link = settingOf(definition, "w:numStyleLink");
    if (link === null) return definition;
    const linked = numbers.get(styles.numIdOfStyle(link)) ?? null;
    definition = definitions.get(settingOf(linked, "w:abstractNumId")) ?? null;
  }
  return definition;
}

function readList(id: string, number: Element, definition: Element): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const element of childrenOf(definition, "w:lvl")) addLevel(levels, element);
  for (const override of childrenOf(number, "w:lvlOverride")) {
    const index = integerOf(attributeOf(override, "w:ilvl"));
    const own = childOf(override, "w:lvl");
    if (own !== null) addLevel(levels, own, index);
    const start = integerOf(settingOf(override, "w:startOverride"));
    if (index !== null && start !== null) starts.set(index, start);
  }
  return { id, definition: attributeOf(definition, "w:abstractNumId") ?? "", levels, starts };
}

/** A longer text before every paragraph of a list is an attack. */
const LONGEST_TEXT = 255;

function addLevel(levels: Map<number, Level>, element: Element, stated: number | null = null): void {
  const index = integerOf(attributeOf(element, "w:ilvl")) ?? stated;
  if (index === null || index < 0 || index > 8) return;
  const indent = childOf(element, "w:pPr", "w:ind");
  const suffix = settingOf(element, "w:suff");
  levels.set(index, {
    format: formatOf(element),
    text: (settingOf(element, "w:lvlText") ?? "").slice(0, LONGEST_TEXT),
    start: integerOf(settingOf(element, "w:start")) ?? 0,
    restart: integerOf(settingOf(element, "w:lvlRestart")),
    isLegal: toggleOf(element, "w:isLgl") ?? false,
    isHidden: toggleOf(childOf(element, "w:rPr"), "w:vanish") ?? false,
    suffix: suffix === "space" || suffix === "nothing" ? suffix : "tab",
    styleId: settingOf(element, "w:pStyle"),
    left: twipsOf(attributeOf(indent, "w:left") ?? attributeOf(indent, "w:start")),
  });
}

/** Formats that older programs do not know stand in a choice with a plain one to fall back to. */
function formatOf(level: Element): string {
  const alternatives = childOf(level, "mc:AlternateContent");
  const format =
    childOf(alternatives, "mc:Choice", "w:numFmt") ??
    childOf(alternatives, "mc:Fallback", "w:numFmt") ??
    childOf(level, "w:numFmt");
  const name = attributeOf(format, "w:val") ?? "decimal";
  return name === "custom" ? (attributeOf(format, "w:format") ?? "decimal") : name;
}
