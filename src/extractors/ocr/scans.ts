/** A document's pages with those replaced that OCR reads better than their own text. */

import type { Diagnostic } from "../../model/diagnostic.js";
import type { ReadingOptions, ReadingProgress } from "../../model/reading-options.js";
import type { OcrPage } from "../../model/source.js";
import type { PageContent } from "../layout/page-content.js";
import { isRubbish, lettersOf, wordsOf } from "./need.js";
import { type DrawPage, ocrPages, toldOf } from "./read-pages.js";

export interface Scans {
  readonly contents: readonly PageContent[];
  readonly ocrPages: readonly OcrPage[];
  readonly diagnostics: readonly Diagnostic[];
}

export const NO_SCANS: Scans = { contents: [], ocrPages: [], diagnostics: [] };

/** Reads the pages whose numbers are given. What cannot be read stays as it is, with a diagnostic. */
export async function readScans(
  contents: readonly PageContent[],
  numbers: readonly number[],
  draw: DrawPage,
  options: ReadingOptions,
  progress: ReadingProgress,
): Promise<Scans> {
  const reading = await ocrPages(numbers, draw, options.ocrEngine, progress);
  const taken = new Set(
    contents
      .filter((own) => {
        const read = reading.pages.get(own.number);
        return read !== undefined && (options.ocr === "always" || isBetter(read.content, read.confidence, own));
      })
      .map((own) => own.number),
  );
  const pages = [...reading.pages].filter(([number]) => taken.has(number));
  const recognised = pages.flatMap(([page, { content, confidence }]) =>
    content.pieces.length === 0 ? [] : [{ page, confidence }],
  );
  return {
    contents: contents.map((own) => (taken.has(own.number) ? (reading.pages.get(own.number)?.content ?? own) : own)),
    ocrPages: recognised,
    diagnostics: [...reading.diagnostics, ...toldOf(recognised)],
  };
}

/** A picture of few words beside text that is sound, and guesses at a drawing, are not worth the page's own words. */
function isBetter(read: PageContent, confidence: number, own: PageContent): boolean {
  const letters = lettersOf(own);
  if (letters === 0) return true;
  if (isRubbish(wordsOf(own))) return confidence > 0.6;
  return lettersOf(read) > 2 * letters;
}
