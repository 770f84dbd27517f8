/** Pages → blocks: each page into lines and tables, then over the pages into paragraphs and grids. */

import type { Block } from "../blocks.js";
import { vocabularyOf } from "../hyphens.js";
import { loose, placedBlocks } from "./body-blocks.js";
import { type FlowPage, toFlow } from "./flow.js";
import { footnotesOf } from "./footnotes.js";
import { lineText, toLine, toLines, type VisualLine } from "./lines.js";
import { placeNotes, takeMargin } from "./margins.js";
import { measurePages } from "./measures.js";
import type { PageContent } from "./page-content.js";
import { rowMarks } from "./row-marks.js";
import { findRunningLines, type PageLines } from "./running-lines.js";
import { takeTables } from "./tables.js";

/** The blocks of a document's pages, body and trailer. */
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
  const inside = all.map((page) => ({ ...page, lines: page.lines.filter((line) => !running.has(line)) }));
  const footnotes = inside.flatMap((page, index) => footnotesOf(page, contents[index]?.rulings ?? []));
  const noted = new Set(footnotes.flat());
  const bodies = inside.map((page) => ({ ...page, lines: page.lines.filter((line) => !noted.has(line)) }));
  const { pages: withoutNotes, notes } = takeMargin(bodies, measurePages(bodies));
  const measures = measurePages(withoutNotes);
  const vocabulary = vocabularyOf(allLines(contents).map(lineText));
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
  const trailer = [...[...furniture, ...turned].map((line) => [line]), ...footnotes];
  return {
    body: placeNotes(placed, notes, (note) => loose(note.lines, vocabulary)),
    trailer: trailer.sort((a, b) => (a[0]?.page ?? 0) - (b[0]?.page ?? 0)).map((lines) => loose(lines, vocabulary)),
  };
}

function allLines(contents: readonly PageContent[]): VisualLine[] {
  return contents.flatMap((content) => content.pieces.map((piece) => toLine([piece])));
}
