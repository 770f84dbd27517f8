/** Pages whose text was turned as a whole though the page was not: a landscape sheet that a scanner or a printer put on its side. */

import type { Quarters, Turning } from "../layout/turning.js";
import type { RawPage, RawText } from "./door.js";
import { compose, type Matrix } from "./matrix.js";

/** Share of a page's letters that must run in one other direction, and letters enough to tell. */
const MOST = 0.8;
const ENOUGH = 80;

/** Whether a string runs from left to right. */
export function isUpright({ matrix: [a, b] }: RawText): boolean {
  return a > 0 && Math.abs(b) < 0.1 * a;
}

/** Quarter turns clockwise that the writing has on the page; null where it stands aslant. */
function quarterTurns({ matrix: [a, b] }: RawText): 0 | 1 | 2 | 3 | null {
  if (Math.abs(b) < 0.1 * Math.abs(a)) return a > 0 ? 0 : 2;
  if (Math.abs(a) < 0.1 * Math.abs(b)) return b > 0 ? 1 : 3;
  return null;
}

/**
 * The page turned so that nearly all of its text runs from left to right, and how; the page itself where that is so already.
 */
export function withTextUpright(page: RawPage): { readonly page: RawPage; readonly turning: Turning | null } {
  const letters = [0, 0, 0, 0];
  let all = 0;
  for (const text of page.texts) {
    const count = text.text.trim().length;
    const turns = quarterTurns(text);
    all += count;
    if (turns !== null) letters[turns] = (letters[turns] ?? 0) + count;
  }
  const turns = letters.findIndex((count) => count > MOST * all);
  if (turns <= 0 || all < ENOUGH) return { page, turning: null };
  const back = turningBack(turns, page);
  const [width, height] = turns === 2 ? [page.width, page.height] : [page.height, page.width];
  const texts = page.texts.map((text) => ({ ...text, matrix: compose(back, text.matrix) }));
  const quarters = ((4 - turns) % 4) as Quarters;
  return {
    page: { ...page, width, height, texts, toPage: compose(back, page.toPage) },
    turning: { width: page.width, height: page.height, quarters, radians: 0 },
  };
}

/** From the page as it is shown to the page turned back by quarters, y downwards in both. */
function turningBack(turns: number, { width, height }: RawPage): Matrix {
  if (turns === 1) return [0, -1, 1, 0, 0, width];
  if (turns === 2) return [-1, 0, 0, -1, width, height];
  return [0, 1, -1, 0, height, 0];
}
