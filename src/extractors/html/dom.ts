/** The few things the HTML reader asks of a parsed tree. */

import type { CheerioAPI } from "cheerio";

type Root = ReturnType<CheerioAPI["root"]> extends ArrayLike<infer Document> ? Document : never;

export type HtmlNode = Root["childNodes"][number];
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>;

export function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

/** Lower-case name of an element; "" for text and comments. */
export function tagOf(node: HtmlNode): string {
  return isElement(node) ? node.name.toLowerCase() : "";
}

/** The value of an attribute; "" where it is absent. */
export function attributeOf(element: HtmlElement, name: string): string {
  return element.attribs[name] ?? "";
}

/** Children that are elements. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement);
}

/** All elements under (and not including) a node with one of the given names, in document order; nothing below those of `except`. */
export function descendants(
  element: HtmlElement,
  names: ReadonlySet<string>,
  except: ReadonlySet<string>,
): HtmlElement[] {
  const found: HtmlElement[] = [];
  const open: HtmlElement[] = [];
  // No spreading into push: a long page has more elements than a call may have arguments.
  const openChildren = (of: HtmlElement) => {
    for (const child of elementsOf(of).reverse()) open.push(child);
  };
  openChildren(element);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const tag = tagOf(next);
    if (names.has(tag)) found.push(next);
    if (!except.has(tag)) openChildren(next);
  }
  return found;
}

/** All text under a node, or its beginning where that has `enough` characters. Without recursion, since hostile files nest deep. */
export function textOf(node: HtmlNode, enough = Number.POSITIVE_INFINITY): string {
  const pieces: string[] = [];
  const open: HtmlNode[] = [node];
  let length = 0;
  for (let next = open.pop(); next !== undefined && length < enough; next = open.pop()) {
    if (next.type === "text") {
      pieces.push(next.data);
      length += next.data.length;
    } else if (isElement(next)) {
      if (UNSEEN.has(tagOf(next))) continue;
      for (let index = next.children.length - 1; index >= 0; index--) {
        const child = next.children[index];
        if (child !== undefined) open.push(child);
      }
    }
  }
  return pieces.join("");
}

/** Elements of which a browser shows nothing, or only a control. */
export const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "math",
  "head",
  "title",
  "meta",
  "link",
  "iframe",
  "object",
  "embed",
  "canvas",
  "audio",
  "video",
  "map",
  "select",
  "datalist",
  "textarea",
  "button",
  "input",
  "progress",
  "meter",
  "colgroup",
]);
