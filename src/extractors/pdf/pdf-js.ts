/** Loads pdf-parse and opens a file with it, at the least cost for reading text: nothing is ever drawn with what is opened here. */

import type { PDFParse } from "pdf-parse";
import type { PDFDocumentProxy } from "pdfjs-dist";

/**
 * pdf.js' build for older engines brings core-js, which on Node 20 replaces `Array.prototype.push` for all the program by one
 * that is many times slower (for an error message that V8 lacks: bugs.chromium.org/p/v8/issues/detail?id=12681).
 * A third of the time to read a PDF went there, so the engine's own is put back.
 */
const ENGINE_PUSH = Array.prototype.push;

/** pdf-parse, loaded when it is first needed. */
export async function loadPdfParse(): Promise<typeof import("pdf-parse")> {
  try {
    return await import("pdf-parse");
  } finally {
    Array.prototype.push = ENGINE_PUSH;
  }
}

/** The pdf.js document behind pdf-parse: `load()` is private to it. */
export async function loadRaw(parser: PDFParse): Promise<PDFDocumentProxy> {
  try {
    return await (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();
  } finally {
    // The part of pdf.js that parses comes with the first document, and with core-js again.
    Array.prototype.push = ENGINE_PUSH;
  }
}

/** What pdf.js is told for reading text: scripts of the file are never run, pictures are not unpacked, letters not turned into outlines. */
export function textOnly(): object {
  return { isEvalSupported: false, maxImageSize: 0, disableFontFace: false, ownerDocument: blankDocument() };
}

/** pdf.js hands fonts to a web page's style sheets, or where it has no page makes outlines of every letter. This page takes the fonts and shows nothing. */
function blankDocument(): object {
  const sheet = { cssRules: [], insertRule: () => 0 };
  return {
    createElement: () => ({ sheet, remove: () => undefined }),
    documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
  };
}
