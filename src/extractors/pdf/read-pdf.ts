/** PDF → what its pages hold, by their own text or by OCR → blocks. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS, type ReadingOptions, SILENT_PROGRESS } from "../../model/reading-options.js";
import { toBlocks } from "../layout/page-blocks.js";
import type { PageContent } from "../layout/page-content.js";
import { blocksOnPages } from "../layout/turning.js";
import { needsOcr } from "../ocr/need.js";
import { NO_SCANS, type Scans } from "../ocr/scans.js";
import type { Reader, Reading } from "../reading.js";
import { isWantOfMemory, type OpenPdf, openPdf } from "./door.js";
import { readContent } from "./page-items.js";

/** Reads a PDF: the text that it has, and by OCR the pages that have none. */
export const readPdf: Reader = async (bytes, options = DEFAULT_READING_OPTIONS, progress = SILENT_PROGRESS) => {
  const opening = await openPdf(bytes, options.password);
  if (!opening.isOpen) return { isRead: false, code: opening.code, message: opening.message };
  const { pdf } = opening;
  try {
    const pages = await readPages(pdf, options);
    if (pages.scanned.length === 0) return toReading(pdf, pages, NO_SCANS);
    const { readScans } = await import("../ocr/scans.js");
    const scans = await readScans(pages.contents, pages.scanned, pdf.drawPage, options, progress);
    const { contents, diagnostics } = scans;
    return toReading(pdf, { ...pages, contents, diagnostics: [...pages.diagnostics, ...diagnostics] }, scans);
  } finally {
    await pdf.close();
  }
};

interface Pages {
  readonly contents: readonly PageContent[];
  /** The numbers of those that are to be read by OCR. */
  readonly scanned: readonly number[];
  /** Addresses that the pages link to, each once. */
  readonly links: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a page could not be read for want of memory. */
  readonly isTooLarge: boolean;
}

async function readPages(pdf: OpenPdf, { maxPages, ocr }: ReadingOptions): Promise<Pages> {
  const contents: PageContent[] = [];
  const scanned: number[] = [];
  const links = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const note = (code: Diagnostic["code"], message: string) => diagnostics.push({ code, span: null, message });
  let isTooLarge = false;
  for (let number = 1; number <= Math.min(pdf.pages, maxPages); number++) {
    try {
      const page = await pdf.readPage(number);
      const content = readContent(page);
      contents.push(content);
      for (const link of page.links) links.add(link);
      if (page.isCut) note("pdf/page-cut", `Page ${number} was read in part.`);
      if (await needsOcr(content, ocr, () => pdf.hasDrawing(number))) scanned.push(number);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      isTooLarge ||= isWantOfMemory(error);
      note("pdf/page-unreadable", `Page ${number}: ${reason}`);
    }
  }
  if (pdf.pages > maxPages) note("pdf/too-many-pages", `Only ${maxPages} of ${pdf.pages} pages were read.`);
  return { contents, scanned, links: [...links], diagnostics, isTooLarge };
}

function toReading(
  pdf: OpenPdf,
  { contents, links, diagnostics, isTooLarge }: Pages,
  scans: Pick<Scans, "ocrPages">,
): Reading {
  if (!contents.some((page) => page.pieces.length > 0)) {
    if (isTooLarge) {
      return { isRead: false, code: "document/too-large", message: "The PDF's pages unpack to more than can be held." };
    }
    return contents.length === 0 && pdf.pages > 0
      ? { isRead: false, code: "document/damaged", message: "None of the PDF's pages can be decoded." }
      : { isRead: false, code: "document/no-text", message: `No text on any of the PDF's ${pdf.pages} pages.` };
  }
  const blocks = toBlocks(contents);
  const turnings = new Map(contents.flatMap(({ number, turning }) => (turning ? [[number, turning]] : [])));
  const body = blocksOnPages(blocks.body, turnings);
  const trailer = blocksOnPages(blocks.trailer, turnings);
  const { pages, metadata } = pdf;
  return {
    isRead: true,
    document: { format: "pdf", body, trailer, pages, metadata: { ...metadata, links }, ocrPages: scans.ocrPages },
    diagnostics: [...diagnostics, ...contents.filter(isEmpty).map(withoutText)],
  };
}

function isEmpty(page: PageContent): boolean {
  return page.pieces.length + page.turned.length === 0;
}

function withoutText({ number }: PageContent): Diagnostic {
  return { code: "pdf/page-without-text", span: null, message: `Page ${number} has no text.` };
}
