/** PDF → blocks: page by page into lines and tables, then over the pages into paragraphs and grids. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS, type OcrMode, SILENT_PROGRESS } from "../../model/reading-options.js";
import type { Block } from "../blocks.js";
import { blocksOnPages } from "../ocr/frame.js";
import { needsOcr } from "../ocr/need.js";
import { NO_SCANS, type Scans } from "../ocr/scans.js";
import type { Reader, Reading } from "../reading.js";
import { loose, placedBlocks } from "./body-blocks.js";
import { type OpenPdf, openPdf } from "./door.js";
import { type FlowPage, toFlow } from "./flow.js";
import { toLine, toLines, type VisualLine } from "./lines.js";
import { placeNotes, takeMargin } from "./margins.js";
import { measurePages } from "./measures.js";
import { type PageContent, readContent } from "./page-items.js";
import { findRunningLines, type PageLines } from "./running-lines.js";
import { vocabularyOf } from "./runs.js";
import { takeTables } from "./tables.js";

/** Reads a PDF: the text that it has, and by OCR the pages that have none. */
export const readPdf: Reader = async (bytes, options = DEFAULT_READING_OPTIONS, progress = SILENT_PROGRESS) => {
  const opening = await openPdf(bytes);
  if (!opening.isOpen) return { isRead: false, code: opening.code, message: opening.message };
  const { pdf } = opening;
  try {
    const { contents, scanned, diagnostics } = await readPages(pdf, options.ocr);
    if (scanned.length === 0) return toReading(pdf, contents, diagnostics, NO_SCANS);
    const { readScans } = await import("../ocr/scans.js");
    const scans = await readScans(contents, scanned, pdf.drawPage, options, progress);
    return toReading(pdf, scans.contents, [...diagnostics, ...scans.diagnostics], scans);
  } finally {
    await pdf.close();
  }
};

interface Pages {
  readonly contents: readonly PageContent[];
  /** The numbers of those that are to be read by OCR. */
  readonly scanned: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

async function readPages(pdf: OpenPdf, mode: OcrMode): Promise<Pages> {
  const contents: PageContent[] = [];
  const scanned: number[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let number = 1; number <= pdf.pages; number++) {
    try {
      const page = await pdf.readPage(number);
      const content = readContent(page);
      contents.push(content);
      if (needsOcr(content, page.operators, mode)) scanned.push(number);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push({ code: "pdf/page-unreadable", span: null, message: `Page ${number}: ${reason}` });
    }
  }
  return { contents, scanned, diagnostics };
}

function toReading(
  pdf: OpenPdf,
  contents: readonly PageContent[],
  diagnostics: readonly Diagnostic[],
  scans: Pick<Scans, "frames" | "ocrPages">,
): Reading {
  if (!contents.some((page) => page.pieces.length > 0)) {
    return contents.length === 0 && pdf.pages > 0
      ? { isRead: false, code: "document/damaged", message: "None of the PDF's pages can be decoded." }
      : { isRead: false, code: "document/no-text", message: `No text on any of the PDF's ${pdf.pages} pages.` };
  }
  const blocks = toBlocks(contents);
  const body = blocksOnPages(blocks.body, scans.frames);
  const trailer = blocksOnPages(blocks.trailer, scans.frames);
  const { pages, metadata } = pdf;
  return {
    isRead: true,
    document: { format: "pdf", body, trailer, pages, metadata, ocrPages: scans.ocrPages },
    diagnostics: [...diagnostics, ...contents.filter(isEmpty).map(withoutText)],
  };
}

function isEmpty(page: PageContent): boolean {
  return page.pieces.length + page.turned.length === 0;
}

function withoutText({ number }: PageContent): Diagnostic {
  return { code: "pdf/page-without-text", span: null, message: `Page ${number} has no text.` };
}

/** The blocks of a document's pages; exported for tests that make pages up. */
export function toBlocks(contents: readonly PageContent[]): { readonly body: Block[]; readonly trailer: Block[] } {
  const pages = contents.map((content) => ({ content, ...takeTables(content) }));
  const all = pages.map(
    ({ content, pieces }): PageLines => ({
      page: content.number,
      width: content.width,
      height: content.height,
      lines: toLines(pieces),
    }),
  );
  const running = findRunningLines(all);
  const bodies = all.map((page) => ({ ...page, lines: page.lines.filter((line) => !running.has(line)) }));
  const { pages: withoutNotes, notes } = takeMargin(bodies, measurePages(bodies));
  const measures = measurePages(withoutNotes);
  const vocabulary = vocabularyOf(allLines(contents));
  const flow = toFlow(
    withoutNotes.flatMap(({ page, lines }): FlowPage[] => {
      const measure = measures.get(page);
      const tables = pages.find(({ content }) => content.number === page)?.tables ?? [];
      return measure === undefined ? [] : [{ page, lines, tables, measure }];
    }),
  );
  const placed = placedBlocks(flow, vocabulary);
  const turned = pages.flatMap((page) => page.turned.map((piece) => toLine([piece])));
  const furniture = all.flatMap((page) => page.lines.filter((line) => running.has(line)));
  return {
    body: placeNotes(placed, notes, (note) => loose(note.lines, vocabulary)),
    trailer: [...furniture, ...turned].sort((a, b) => a.page - b.page).map((line) => loose([line], vocabulary)),
  };
}

function allLines(contents: readonly PageContent[]): VisualLine[] {
  return contents.flatMap((content) => content.pieces.map((piece) => toLine([piece])));
}
