/** Cuts a document's text into one stretch a page. */

import type { SourceText } from "../model/source.js";

export interface PageText {
  /** From 1; null for a format without pages, and for the page headers, footers and footnotes that follow the body. */
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches in order; together they are the whole text. A page without text has an empty one.
 * Where reading order goes back (two cells of a row that runs over a page), the words stay with the page reached before.
 */
export function pageTexts(source: SourceText): PageText[] {
  const length = source.text.length;
  if (source.pages === null) return [{ page: null, start: 0, end: length }];
  const starts = pageStarts(source);
  const stretches: PageText[] = starts.map((start, index) => ({
    page: index + 1,
    start,
    end: starts[index + 1] ?? source.trailerStart,
  }));
  if (source.trailerStart < length) stretches.push({ page: null, start: source.trailerStart, end: length });
  return stretches;
}

/** Offset at which each page begins, page 1 first. */
function pageStarts(source: SourceText): number[] {
  const starts = [0];
  for (const line of source.lines) {
    if (line.isTrailer) break;
    for (const fragment of line.fragments) {
      while (fragment.page !== null && starts.length < fragment.page) starts.push(fragment.span.start);
    }
  }
  while (starts.length < (source.pages ?? 0)) starts.push(source.trailerStart);
  return starts;
}
