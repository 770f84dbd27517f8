/** The numbers that a browser prints before the entries of a list. */

import { attributeOf, elementsOf, type HtmlElement, tagOf } from "./dom.js";

/** What stands before an entry: a printed number, or "" for a bullet or a list without marks. */
export interface Marker {
  readonly list: "bullet" | "number";
  readonly label: string;
}

type NumberStyle = "decimal" | "lower-alpha" | "upper-alpha" | "lower-roman" | "upper-roman";

/** Old `type` attribute and CSS names. */
const STYLES: Readonly<Record<string, NumberStyle>> = {
  "1": "decimal",
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
  decimal: "decimal",
  "lower-alpha": "lower-alpha",
  "lower-latin": "lower-alpha",
  "upper-alpha": "upper-alpha",
  "upper-latin": "upper-alpha",
  "lower-roman": "lower-roman",
  "upper-roman": "upper-roman",
};
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
    if (style === "none") return isNumbered ? null : { list: "bullet", label: "" };
    if (BULLETS.test(style)) return { list: "bullet", label: "" };
    return { list: "number", label: `${formatNumber(value, STYLES[style] ?? "decimal")}. ` };
  };
}

function styleName(element: HtmlElement): string | null {
  const css = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(attributeOf(element, "style"))?.[1] ?? "";
  const ofCss = css
    .toLowerCase()
    .split(/\s+/)
    .find((word) => word === "none" || BULLETS.test(word) || Object.hasOwn(STYLES, word));
  if (ofCss !== undefined) return ofCss;
  const ofType = attributeOf(element, "type").trim();
  return Object.hasOwn(STYLES, ofType) || BULLETS.test(ofType) ? ofType : null;
}

function integer(text: string): number | null {
  return /^\s*[+-]?\d{1,7}/.test(text) ? Number.parseInt(text, 10) : null;
}

function formatNumber(value: number, style: NumberStyle): string {
  switch (style) {
    case "decimal":
      return String(value);
    case "lower-alpha":
      return letters(value);
    case "upper-alpha":
      return letters(value).toUpperCase();
    case "lower-roman":
      return roman(value);
    case "upper-roman":
      return roman(value).toUpperCase();
    default:
      return style satisfies never;
  }
}

/** a … z, aa, ab … as browsers count; numbers without letters stay digits. */
function letters(value: number): string {
  if (value < 1) return String(value);
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** Roman digits in small letters; numbers beyond 1 to 3999 stay digits, as in browsers. */
export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, digits] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += digits;
  }
  return text;
}
