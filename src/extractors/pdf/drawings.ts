/** What is drawn on a page beside text. */

import type { PDFPageProxy } from "pdfjs-dist";
import { OPERATORS } from "./operators.js";

/** Text that is drawn as outlines takes a path a letter; less than this is rulings and logos. */
const MANY_PATHS = 150;

const PICTURES: ReadonlySet<number> = new Set([
  OPERATORS.paintImageXObject,
  OPERATORS.paintImageMaskXObject,
  OPERATORS.paintInlineImageXObject,
  OPERATORS.paintImageXObjectRepeat,
  OPERATORS.paintImageMaskXObjectRepeat,
  OPERATORS.paintImageMaskXObjectGroup,
]);

/** Whether something is drawn that may hold words: a picture, or more paths than rulings and a logo take. Throws where pdf.js cannot decode the page. */
export async function hasDrawing(page: PDFPageProxy): Promise<boolean> {
  const { fnArray: codes } = await page.getOperatorList();
  page.cleanup();
  let paths = 0;
  for (const code of codes) {
    if (PICTURES.has(code)) return true;
    if (code === OPERATORS.constructPath) paths++;
  }
  return paths >= MANY_PATHS;
}
