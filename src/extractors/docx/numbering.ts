/** numbering.xml: the lists of a document, and the numbers that Word prints before their paragraphs. */

import { formatCounter } from "./number-format.js";
import type { StyleSheet } from "./style-sheet.js";
import { attributeOf, childOf, childrenOf, integerOf, settingOf, toggleOf } from "./xml.js";

/** What stands before a paragraph: a bullet, or a label such as `43.1` ("" where the list prints nothing). */
export type ListMark =
  | { readonly kind: "bullet"; readonly left: number | null }
  | { readonly kind: "label"; readonly label: string; readonly left: number | null; readonly isSure: boolean };

export interface Numbering {
  /** The mark of the next paragraph of a list; counts. Null for lists that the file does not define. `level` null: the one linked to the style. */
  readonly next: (numId: string, level: number | null, styleId: string | null) => ListMark | null;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** Number of levels (from the top) of which a paragraph restarts this one; null for the usual "any above", 0 for never. */
  readonly restart: number | null;
  readonly isLegal: boolean;
  readonly styleId: string | null;
  /** Left indent in twentieths of a point. */
  readonly left: number | null;
}

interface List {
  /** The counters that it shares with the other lists of the same definition. */
  readonly counters: (number | null)[];
  readonly levels: ReadonlyMap<number, Level>;
  /** Start values that hold from the first paragraph of this very list. */
  readonly restarts: Map<number, number>;
}

/** Reads numbering.xml; null where the package has none. */
export function readNumbering(root: Element | null, styles: StyleSheet): Numbering {
  const lists = readLists(root, styles);
  return {
    next: (numId, stated, styleId) => {
      const list = lists.get(numId);
      if (list === undefined) return null;
      const level = stated ?? levelOfStyle(list, styleId) ?? 0;
      return list.levels.has(level) ? count(list, level) : null;
    },
  };
}

function levelOfStyle(list: List, styleId: string | null): number | null {
  for (const [index, level] of list.levels) if (styleId !== null && level.styleId === styleId) return index;
  return null;
}

function readLists(root: Element | null, styles: StyleSheet): Map<string, List> {
  const lists = new Map<string, List>();
  if (root === null) return lists;
  const definitions = new Map(
    childrenOf(root, "w:abstractNum").map((element) => [attributeOf(element, "w:abstractNumId"), element]),
  );
  const numbers = new Map(childrenOf(root, "w:num").map((element) => [attributeOf(element, "w:numId"), element]));
  const counters = new Map<string, (number | null)[]>();
  for (const [numId, number] of numbers) {
    if (numId === null) continue;
    const definition = followLinks(number, definitions, numbers, styles);
    if (definition === null) continue;
    const key = attributeOf(definition, "w:abstractNumId") ?? "";
    const shared = counters.get(key) ?? [];
    counters.set(key, shared);
    lists.set(numId, readList(number, definition, shared));
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

function readList(number: Element, definition: Element, counters: (number | null)[]): List {
  const levels = new Map<number, Level>();
  const restarts = new Map<number, number>();
  for (const element of childrenOf(definition, "w:lvl")) addLevel(levels, element);
  for (const override of childrenOf(number, "w:lvlOverride")) {
    const own = childOf(override, "w:lvl");
    if (own !== null) addLevel(levels, own, integerOf(attributeOf(override, "w:ilvl")));
    const index = integerOf(attributeOf(override, "w:ilvl"));
    const start = integerOf(settingOf(override, "w:startOverride"));
    if (index !== null && start !== null) restarts.set(index, start);
  }
  return { counters, levels, restarts };
}

function addLevel(levels: Map<number, Level>, element: Element, stated: number | null = null): void {
  const index = integerOf(attributeOf(element, "w:ilvl")) ?? stated;
  if (index === null || index < 0 || index > 8) return;
  const indent = childOf(element, "w:pPr", "w:ind");
  levels.set(index, {
    format: formatOf(element),
    text: settingOf(element, "w:lvlText") ?? "",
    start: integerOf(settingOf(element, "w:start")) ?? 0,
    restart: integerOf(settingOf(element, "w:lvlRestart")),
    isLegal: toggleOf(element, "w:isLgl") ?? false,
    styleId: settingOf(element, "w:pStyle"),
    left: integerOf(attributeOf(indent, "w:left") ?? attributeOf(indent, "w:start")),
  });
}

/** Formats that older programs do not know stand in a choice with a plain one to fall back to. */
function formatOf(level: Element): string {
  const choice = childOf(level, "mc:AlternateContent");
  return (
    settingOf(level, "w:numFmt") ??
    settingOf(choice, "mc:Fallback", "w:numFmt") ??
    settingOf(choice, "mc:Choice", "w:numFmt") ??
    "decimal"
  );
}

function count(list: List, index: number): ListMark {
  applyRestart(list, index);
  const level = list.levels.get(index);
  const before = list.counters[index] ?? null;
  list.counters[index] = before === null ? (level?.start ?? 1) : before + 1;
  for (const [deeper, { restart }] of list.levels) {
    if (deeper > index && restart !== 0 && index < (restart ?? deeper)) list.counters[deeper] = null;
  }
  const left = level?.left ?? null;
  return level?.format === "bullet" ? { kind: "bullet", left } : { kind: "label", ...labelOf(list, index), left };
}

/** A start value of the list's own takes effect once, at its first paragraph of that level. */
function applyRestart(list: List, index: number): void {
  const start = list.restarts.get(index);
  if (start === undefined) return;
  list.counters[index] = start - 1;
  list.restarts.delete(index);
}

function labelOf(list: List, index: number): { label: string; isSure: boolean } {
  const own = list.levels.get(index);
  let isSure = true;
  const label = (own?.text ?? "").replace(/%([1-9])/g, (_, digit: string) => {
    const level = list.levels.get(Number(digit) - 1);
    const value = list.counters[Number(digit) - 1] ?? level?.start ?? 1;
    const format = own?.isLegal === true && level?.format !== "none" ? "decimal" : (level?.format ?? "decimal");
    const printed = formatCounter(value, format);
    if (printed === null) isSure = false;
    return printed ?? String(value);
  });
  return { label: label.replace(/\s+/g, " ").trim(), isSure };
}
