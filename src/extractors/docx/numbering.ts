/** The numbers that Word prints before the paragraphs of lists, counted in the order of the paragraphs. */

import type { Level, List, Lists } from "./list-definitions.js";
import { formatCounter } from "./number-format.js";

/** What stands before a paragraph: a bullet, or a label such as `43.1` ("" where the list prints nothing). */
export type ListMark =
  | { readonly kind: "bullet"; readonly left: number | null }
  | {
      readonly kind: "label";
      readonly label: string;
      /** What stands between the label and the words. */
      readonly gap: " " | "";
      readonly left: number | null;
      /** False where the format of a number is not known and digits stand for it. */
      readonly isSure: boolean;
    };

export interface Numbering {
  /**
   * The mark of the next paragraph of a list; counts. Null for lists that the file does not define.
   * `level` null: the level that is linked to the first of the styles that any level is linked to.
   */
  readonly next: (numId: string, level: number | null, styleIds: readonly string[]) => ListMark | null;
}

/** Counters of one definition by level; null where the level has no number yet or is to begin anew. */
type Counters = (number | null)[];

/** Begins to count. Body, text boxes, notes and each header are numbered apart from one another, so each has counters of its own. */
export function startCounting(lists: Lists): Numbering {
  const countersOf = new Map<string, Counters>();
  const begun = new Set<string>();
  return {
    next: (numId, stated, styleIds) => {
      const list = lists.get(numId);
      if (list === undefined) return null;
      const index = stated ?? levelOfStyles(list, styleIds) ?? 0;
      const level = list.levels.get(index);
      if (level === undefined) return null;
      const counters = countersOf.get(list.definition) ?? [];
      countersOf.set(list.definition, counters);
      // A start value of the list's own ends the count of the others once, at the first paragraph of a level that has one.
      if (list.starts.has(index) && !begun.has(list.id)) {
        counters[index] = null;
        begun.add(list.id);
      }
      count(list, counters, index);
      return markOf(list, counters, level);
    },
  };
}

function levelOfStyles(list: List, styleIds: readonly string[]): number | null {
  for (const id of styleIds) {
    for (const [index, level] of list.levels) if (level.styleId === id) return index;
  }
  return null;
}

/**
 * ECMA-376 part 1, 17.9.10: a level begins anew after each paragraph of a level above, or of those that it names.
 * Levels above that have no number yet get their first one, and go on from there: after 3.1.1 at the top of a document comes 3.2, and then 4.
 */
function count(list: List, counters: Counters, index: number): void {
  for (let above = 0; above < index; above++) counters[above] ??= list.levels.get(above)?.start ?? 1;
  const before = counters[index] ?? null;
  counters[index] = before === null ? (list.starts.get(index) ?? list.levels.get(index)?.start ?? 1) : before + 1;
  for (const [deeper, { restart }] of list.levels) {
    if (deeper > index && restart !== 0 && index < Math.min(restart ?? deeper, deeper)) counters[deeper] = null;
  }
}

/** Formats that a "legal" level, which prints decimal numbers, leaves as they are. */
const PLAIN = /^(?:none|bullet|decimalZero)$/;

function markOf(list: List, counters: Counters, level: Level): ListMark {
  const { left } = level;
  if (level.format === "bullet") return { kind: "bullet", left };
  let isSure = true;
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const of = list.levels.get(index);
    const value = counters[index] ?? of?.start ?? 1;
    const format = of?.format ?? "decimal";
    const printed = formatCounter(value, level.isLegal && !PLAIN.test(format) ? "decimal" : format);
    if (printed === null) isSure = false;
    return printed ?? String(value);
  });
  const label = level.isHidden ? "" : text.replace(/\s+/g, " ").trim();
  // "1.Reports" is a number and a word whatever the file says of the room between them; LibreOffice's own text has a blank there too.
  const isTouching = level.suffix === "nothing" && !/[\p{L}\p{N}.):]$/u.test(label);
  return { kind: "label", label, gap: isTouching ? "" : " ", left, isSure };
}
