/** Equations as a line of text. */

import { childOf, childrenOf } from "./xml.js";

/** Fractions as `a/b`, roots and powers by their signs; everything else one after another. */
export function equationText(element: Element): string {
  switch (element.nodeName) {
    case "m:t":
      return element.textContent ?? "";
    case "w:t":
      return element.textContent ?? "";
    case "w:del":
    case "w:moveFrom":
      return "";
    case "m:f":
      return `${grouped(childOf(element, "m:num"))}/${grouped(childOf(element, "m:den"))}`;
    case "m:sSup":
      return `${textOf(childOf(element, "m:e"))}^${grouped(childOf(element, "m:sup"))}`;
    case "m:rad":
      return `√${grouped(childOf(element, "m:e"))}`;
    case "m:d":
      return `(${childrenOf(element, "m:e").map(equationText).join(", ")})`;
    default:
      return childrenOf(element).map(equationText).join("");
  }
}

function textOf(element: Element | null): string {
  return element === null ? "" : equationText(element);
}

/** More than one letter or number is kept together by brackets. */
function grouped(element: Element | null): string {
  const text = textOf(element);
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`;
}
