/** How many words stand where on a page, and how many of them are links. */

import { elementsOf, type HtmlElement, isElement, tagOf, textOf, UNSEEN } from "./dom.js";

/** What stands under an element: its visible characters, its links, and the characters in them. */
export interface WordCount {
  readonly length: number;
  readonly links: number;
  readonly linked: number;
}

export type WordCounts = ReadonlyMap<HtmlElement, WordCount>;

export const NO_WORDS: WordCount = { length: 0, links: 0, linked: 0 };

/** Counts once for the whole page: asking each element by itself would take the square of the depth. */
export function countWords(body: HtmlElement): WordCounts {
  const order: HtmlElement[] = [];
  const open = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    order.push(next);
    if (!UNSEEN.has(tagOf(next))) for (const child of elementsOf(next)) open.push(child);
  }
  const counts = new Map<HtmlElement, WordCount>();
  for (const element of order.reverse()) counts.set(element, countOf(element, counts));
  return counts;
}

function countOf(element: HtmlElement, counts: WordCounts): WordCount {
  if (UNSEEN.has(tagOf(element))) return NO_WORDS;
  let [length, links, linked] = [0, 0, 0];
  for (const child of element.children) {
    if (child.type === "text") length += child.data.replace(/\s+/g, " ").replace(/^ $/, "").length;
    else if (isElement(child)) {
      const inner = counts.get(child) ?? NO_WORDS;
      length += inner.length;
      links += inner.links;
      linked += inner.linked;
    }
  }
  return tagOf(element) === "a" ? { length, links: 1, linked: length } : { length, links, linked };
}

/** Visible characters under an element, blanks counted once. */
export function lengthOf(element: HtmlElement): number {
  return textOf(element).replace(/\s+/g, " ").trim().length;
}
