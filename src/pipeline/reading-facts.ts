/** How a document was read: what the database keeps beside what it says. */

import type { Conversion } from "../model/conversion.js";
import type { SourceFormat } from "../model/source.js";
import type { ReadingFacts } from "../store/store.js";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const MEDIA_TYPES: Record<SourceFormat, string> = {
  pdf: "application/pdf",
  docx: WORD,
  doc: "application/msword",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
  html: "text/html",
  text: "text/plain",
};

/** What an ending promises, for documents that could not be read. */
const PROMISED_MEDIA_TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.pdf$/i, MEDIA_TYPES.pdf],
  [/\.(?:docx|docm|dotx)$/i, WORD],
  [/\.html?$/i, MEDIA_TYPES.html],
  [/\.(?:md|markdown)$/i, "text/markdown"],
  [/\.(?:txt|text)$/i, MEDIA_TYPES.text],
  [/\.(?:doc|dot)$/i, MEDIA_TYPES.doc],
  [/\.rtf$/i, MEDIA_TYPES.rtf],
  [/\.(?:odt|ott|fodt)$/i, MEDIA_TYPES.odt],
];

/** What the conversion itself tells of how it was made. */
export function readingFacts(path: string, conversion: Conversion): Pick<ReadingFacts, "mediaType" | "extractor"> {
  const extractor = conversion.status === "read" ? conversion.source.format : "none";
  const promised = PROMISED_MEDIA_TYPES.find(([ending]) => ending.test(path))?.[1] ?? "application/octet-stream";
  const isMarkdown = extractor === "text" && promised === "text/markdown";
  const mediaType = extractor === "none" || isMarkdown ? promised : MEDIA_TYPES[extractor];
  return { mediaType, extractor };
}
