/** PDF → blocks: page by page into lines and tables, then over the pages into paragraphs and grids. */

import type { Diagnostic } from "../../model/diagnostic.js";
import type { Block } from "../blocks.js";
import type { Reader, Reading } from "../reading.js";
import { loose, placedBlocks } from "./body-blocks.js";
import { type OpenPdf, openPdf } from "./door.js";
import { type FlowPage, toFlow } from "./flow.js";
import { toLine, toLines, type VisualLine } from "./lines.js";
import { placeNotes, takeMargin } from "./margins.js";
import { measurePages } from "./measures.js";
import { type PageContent, readContent } from "./page-items.js";
import { rowMarks } from "./row-marks.js";
import { findRunningLines, type PageLines } from "./running-lines.js";
import { vocabularyOf } from "./runs.js";
import { takeTables } from "./tables.js";

/** Reads a PDF that has text of its own. */
export const readPdf: Reader = async (bytes) => {
  const opening = await openPdf(bytes);
  if (!opening.isOpen) return { isRead: false, code: opening.code, message: opening.message };
  try {
    const { contents, diagnostics } = await readPages(opening.pdf);
    return toReading(opening.pdf, contents, diagnostics);
  } finally {
    await opening.pdf.close();
  }
};

interface Pages {
  readonly contents: readonly PageContent[];
  readonly diagnostics: readonly Diagnostic[];
}

async function readPages(pdf: OpenPdf): Promise<Pages> {
  const contents: PageContent[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let number = 1; number <= pdf.pages; number++) {
    try {
      const content = readContent(await pdf.readPage(number));
      contents.push(content);
      if (content.pieces.length + content.turned.length === 0) {
        diagnostics.push({ code: "pdf/page-without-text", span: null, message: `Page ${number} has no text.` });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push({ code: "pdf/page-unreadable", span: null, message: `Page ${number}: ${reason}` });
    }
  }
  return { contents, diagnostics };
}

function toReading(pdf: OpenPdf, contents: readonly PageContent[], diagnostics: readonly Diagnostic[]): Reading {
  if (!contents.some((page) => page.pieces.length > 0)) {
    return contents.length === 0 && pdf.pages > 0
      ? { isRead: false, code: "document/damaged", message: "None of the PDF's pages can be decoded." }
      : { isRead: false, code: "document/no-text", message: `No text on any of the PDF's ${pdf.pages} pages.` };
  }
  const { body, trailer } = toBlocks(contents);
  return {
    isRead: true,
    document: { format: "pdf", body, trailer, pages: pdf.pages, metadata: pdf.metadata },
    diagnostics,
  };
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
      const own = pages.find(({ content }) => content.number === page);
      if (measure === undefined || own === undefined) return [];
      return [{ page, lines, tables: own.tables, measure, marks: rowMarks(own.content) }];
    }),
  );
  const placed = placedBlocks(flow, vocabulary);
  const turned = pages.flatMap((page) => page.turned.map((piece) => toLine([piece])));
  const furniture = [
    ...all.flatMap((page) => page.lines.filter((line) => running.has(line))),
    ...flow.flatMap((element) => (element.kind === "passage" ? [] : element.repeatedHead)),
  ];
  return {
    body: placeNotes(placed, notes, (note) => loose(note.lines, vocabulary)),
    trailer: [...furniture, ...turned].sort((a, b) => a.page - b.page).map((line) => loose([line], vocabulary)),
  };
}

function allLines(contents: readonly PageContent[]): VisualLine[] {
  return contents.flatMap((content) => content.pieces.map((piece) => toLine([piece])));
}
