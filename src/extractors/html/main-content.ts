/** The part of a page that holds the document, chosen by its structure. */

import type { CheerioAPI } from "cheerio";
import { type HtmlElement, isElement } from "./dom.js";
import { lengthOf } from "./furniture.js";

/** Less of the page's words than this in the chosen element, and the whole body is taken: minutes are never lost. */
const LEAST_SHARE = 0.5;

/** Called after furniture is removed. A stated main element, a single article inside it, else the body. */
export function mainContent($: CheerioAPI, body: HtmlElement): HtmlElement {
  const total = lengthOf(body);
  const isEnough = (element: HtmlElement) => lengthOf(element) >= total * LEAST_SHARE;
  const stated = longest($('main, [role="main"]').toArray()) ?? body;
  const base = isEnough(stated) ? stated : body;
  const articles = $(base).find("article").toArray().filter(isElement);
  const [article] = articles;
  if (articles.length === 1 && article !== undefined && isEnough(article)) return article;
  return base;
}

function longest(elements: readonly { readonly type: string }[]): HtmlElement | null {
  let best: HtmlElement | null = null;
  for (const element of elements as readonly HtmlElement[]) {
    if (best === null || lengthOf(element) > lengthOf(best)) best = element;
  }
  return best;
}
