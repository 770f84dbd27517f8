/** The part of a page that holds the document, chosen by its structure. */

import { attributeOf, descendants, type HtmlElement } from "./dom.js";
import { lengthOf } from "./word-counts.js";

/** Less of the page's words than this in the chosen element, and the whole body is taken: minutes are never lost. */
const LEAST_SHARE = 0.5;

const STATED: ReadonlySet<string> = new Set(["main", "div", "section"]);
const ARTICLE: ReadonlySet<string> = new Set(["article"]);
const NONE: ReadonlySet<string> = new Set();

/** Called after furniture is removed. A stated main element, a single article inside it, else the body. */
export function mainContent(body: HtmlElement): HtmlElement {
  const total = lengthOf(body);
  const isEnough = (element: HtmlElement) => lengthOf(element) >= total * LEAST_SHARE;
  const stated = descendants(body, STATED, NONE).filter(
    (element) => element.name === "main" || attributeOf(element, "role") === "main",
  );
  const base = stated.find(isEnough) ?? body;
  const [article, ...others] = descendants(base, ARTICLE, NONE);
  return article !== undefined && others.length === 0 && isEnough(article) ? article : base;
}
