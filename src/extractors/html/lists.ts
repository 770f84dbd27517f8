/** The numbers that a browser prints before the entries of a list. */

import { declarationsOf } from "./declarations.js";
import { attributeOf, elementsOf, type HtmlElement, tagOf } from "./dom.js";
import { formatCounter, isNumberStyle } from "./list-numbers.js";

/** What stands before an entry: a printed number, or "" for a bullet or a list without marks. */
export interface Marker {
  readonly list: "bullet" | "number";
  readonly label: string;
}

const BULLETS = /^(?:disc|circle|square)$/;

/** Gives the marker of each entry of one list in turn, as a browser counts them. */
export function listMarkers(list: HtmlElement): (entry: HtmlElement) => Marker | null {
  const isNumbered = tagOf(list) === "ol";
  const step = "reversed" in list.attribs ? -1 : 1;
  const entries = step === 1 ? 0 : elementsOf(list).filter((child) => tagOf(child) === "li").length;
  let next = integer(attributeOf(list, "start")) ?? (step === 1 ? 1 : entries);
  const listStyle = styleName(list) ?? (isNumbered ? "decimal" : "disc");
  return (entry) => {
    const value = integer(attributeOf(entry, "value")) ?? next;
    next = value + step;
    const style = styleName(entry) ?? listStyle;
    // An entry that is no list item to the browser has no mark of its own.
    const isPlain = /^(?:block|flex|grid|inline|inline-block)$/.test(declared(entry).get("display") ?? "");
    if (style === "none" || isPlain) return isNumbered ? null : { list: "bullet", label: "" };
    if (BULLETS.test(style)) return { list: "bullet", label: "" };
    return { list: "number", label: `${formatCounter(value, style)}. ` };
  };
}

function styleName(element: HtmlElement): string | null {
  const declarations = declared(element);
  const css = declarations.get("list-style-type") ?? declarations.get("list-style") ?? "";
  const ofCss = css
    .toLowerCase()
    .split(/\s+/)
    .find((word) => word === "none" || BULLETS.test(word) || isNumberStyle(word));
  if (ofCss !== undefined) return ofCss;
  const ofType = attributeOf(element, "type").trim();
  return isNumberStyle(ofType) || BULLETS.test(ofType) ? ofType : null;
}

function declared(element: HtmlElement): ReadonlyMap<string, string> {
  return declarationsOf(attributeOf(element, "style"));
}

function integer(text: string): number | null {
  return /^\s*[+-]?\d{1,7}/.test(text) ? Number.parseInt(text, 10) : null;
}
