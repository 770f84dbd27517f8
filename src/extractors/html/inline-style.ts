/** What an element's name and style attribute say of the words in it. */

import type { EmphasisKind } from "../../model/source.js";
import { declarationsOf } from "./declarations.js";
import { attributeOf, type HtmlElement, tagOf } from "./dom.js";

const EMPHASIS_OF_TAG: Readonly<Record<string, EmphasisKind>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strike",
  strike: "strike",
  del: "strike",
};

/** A style attribute can also take an emphasis back. */
const STYLE_RULES: readonly (readonly [RegExp, RegExp, EmphasisKind, boolean])[] = [
  [/^font-weight$/, /^(?:bold(?:er)?|[6-9]00)\b/i, "bold", true],
  [/^font-weight$/, /^(?:normal|lighter|[1-5]00)\b/i, "bold", false],
  [/^font-style$/, /italic|oblique/i, "italic", true],
  [/^font-style$/, /normal/i, "italic", false],
  [/^text-decoration(?:-line)?$/, /underline/i, "underline", true],
  [/^text-decoration(?:-line)?$/, /line-through/i, "strike", true],
];

/** The emphases that hold inside an element, given those that hold around it. */
export function emphasesWithin(element: HtmlElement, around: readonly EmphasisKind[]): readonly EmphasisKind[] {
  const style = attributeOf(element, "style");
  const ofTag = Object.hasOwn(EMPHASIS_OF_TAG, tagOf(element)) ? EMPHASIS_OF_TAG[tagOf(element)] : undefined;
  if (style === "" && ofTag === undefined) return around;
  const within = new Set(around);
  if (ofTag !== undefined) within.add(ofTag);
  for (const [name, value] of style === "" ? [] : declarationsOf(style)) {
    for (const [property, pattern, kind, isOn] of STYLE_RULES) {
      if (!property.test(name) || !pattern.test(value)) continue;
      if (isOn) within.add(kind);
      else within.delete(kind);
    }
  }
  return [...within];
}

/** Whether a browser would not show the element. */
export function isHidden(element: HtmlElement): boolean {
  if ("hidden" in element.attribs && attributeOf(element, "hidden") !== "until-found") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributeOf(element, "style"));
}

const POINTS: Readonly<Record<string, number>> = { px: 0.75, pt: 1, em: 12, rem: 12, cm: 28.35, mm: 2.835, in: 72 };

/** Left margin or padding of the style attribute, in points; 0 where it states none. */
export function indentOf(element: HtmlElement): number {
  const match = /(?:margin|padding)-left\s*:\s*(\d{1,4}(?:\.\d{1,4})?)(px|pt|r?em|cm|mm|in)/i.exec(
    attributeOf(element, "style"),
  );
  return match === null ? 0 : Math.round(Number(match[1]) * (POINTS[(match[2] ?? "").toLowerCase()] ?? 0));
}
