/** What was read by OCR is no surer than its page: the confidence of a rule times the mean confidence of the page's words. */

import type { Part } from "../../model/minutes.js";
import { pageAt, type SourceText, type Span } from "../../model/source.js";

/** The parts with the confidence of each value lowered where its words stand on a page that OCR has read. */
export function withOcrConfidence(source: SourceText, parts: readonly Part[]): Part[] {
  const pages = new Map(source.ocrPages.map(({ page, confidence }) => [page, confidence]));
  return pages.size === 0 ? [...parts] : parts.map((part) => lowered(part, source, pages) as Part);
}

function lowered(value: unknown, source: SourceText, pages: ReadonlyMap<number, number>): unknown {
  if (Array.isArray(value)) return value.map((entry) => lowered(entry, source, pages));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, lowered(field, source, pages)] as const);
  const copy = Object.fromEntries(fields) as Record<string, unknown>;
  if (typeof copy.confidence === "number") {
    const page = pages.get(pageAt(source, (copy.span as Span).start) ?? 0) ?? 1;
    copy.confidence = Math.round(copy.confidence * page * 1000) / 1000;
  }
  return copy;
}
