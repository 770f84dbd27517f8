/** A sheet as a PDF: wrapped lines, bold headings, columns and ruled tables, with a running head and numbers on the pages. */

import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";
import type { Random } from "./random.js";
import type { Block, Paragraph, Rows } from "./sheet.js";

const PAGE = { width: 595, height: 842, margin: 62 };
const DATE = new Date("2020-01-01T00:00:00Z");

const FAMILIES = [
  { plain: StandardFonts.Helvetica, bold: StandardFonts.HelveticaBold },
  { plain: StandardFonts.TimesRoman, bold: StandardFonts.TimesRomanBold },
] as const;

/** A pen on a page: where the next line goes. */
interface Pen {
  readonly document: PDFDocument;
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly size: number;
  page: PDFPage;
  y: number;
}

interface Word {
  readonly text: string;
  readonly font: PDFFont;
}

export async function writePdf(blocks: readonly Block[], title: string, random: Random): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(printable(title));
  document.setCreationDate(DATE);
  const family = random.oneOf(FAMILIES);
  const plain = await document.embedFont(family.plain);
  const bold = await document.embedFont(family.bold);
  const pen: Pen = { document, plain, bold, size: 10 + random.below(3), page: newPage(document), y: top() };
  for (const block of blocks) {
    if (block.kind === "rows") drawRows(pen, block);
    else drawParagraph(pen, block);
  }
  drawHeads(pen, title);
  return document.save();
}

function newPage(document: PDFDocument): PDFPage {
  return document.addPage([PAGE.width, PAGE.height]);
}

function top(): number {
  return PAGE.height - PAGE.margin;
}

/** Goes on one line down, on a new page where there is no room. */
function advance(pen: Pen, height: number): void {
  pen.y -= height;
  if (pen.y >= PAGE.margin) return;
  pen.page = newPage(pen.document);
  pen.y = top() - height;
}

function drawParagraph(pen: Pen, { runs, isHeading, isBullet, isAfterGap }: Paragraph): void {
  const indent = isBullet ? 18 : 0;
  const size = isHeading ? pen.size + 2 : pen.size;
  const words = runs.flatMap(({ text, isBold }) => wordsOf(text, isBold || isHeading ? pen.bold : pen.plain));
  if (isAfterGap || isHeading) advance(pen, size * 0.8);
  const lines = linesOf(words, size, PAGE.width - 2 * PAGE.margin - indent);
  for (const [index, line] of lines.entries()) {
    advance(pen, size * 1.2);
    if (isBullet && index === 0) drawWords(pen, [{ text: "•", font: pen.plain }], PAGE.margin + 4, size);
    drawWords(pen, line, PAGE.margin + indent, size);
  }
}

function wordsOf(text: string, font: PDFFont): Word[] {
  const words = printable(text).split(" ");
  return words.filter((word) => word !== "").map((word) => ({ text: word, font }));
}

function linesOf(words: readonly Word[], size: number, width: number): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of words) {
    const needed = word.font.widthOfTextAtSize(`${word.text} `, size);
    if (line.length > 0 && used + needed > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(word);
    used += needed;
  }
  return [...lines, line];
}

/** Words of one font behind one another are drawn as one. */
function drawWords(pen: Pen, words: readonly Word[], left: number, size: number): void {
  let x = left;
  for (let from = 0; from < words.length; ) {
    const font = words[from]?.font ?? pen.plain;
    let to = from;
    while (to < words.length && words[to]?.font === font) to++;
    const text = words
      .slice(from, to)
      .map((word) => word.text)
      .join(" ");
    pen.page.drawText(text, { x, y: pen.y, size, font });
    x += font.widthOfTextAtSize(`${text} `, size);
    from = to;
  }
}

function drawRows(pen: Pen, { rows, isRuled, hasHeader }: Rows): void {
  const widths = columnWidths(pen, rows);
  const lefts = widths.map((_, col) => PAGE.margin + widths.slice(0, col).reduce((sum, width) => sum + width, 0));
  advance(pen, pen.size * 0.8);
  for (const [row, cells] of rows.entries()) {
    const font = hasHeader && row === 0 ? pen.bold : pen.plain;
    const cellLines = cells.map((cell, col) =>
      cell.split("\n").flatMap((line) => linesOf(wordsOf(line, font), pen.size, (widths[col] ?? 0) - 10)),
    );
    const height = Math.max(...cellLines.map((lines) => lines.length));
    let from = { page: pen.page, y: pen.y };
    for (let at = 0; at < height; at++) {
      advance(pen, pen.size * 1.2);
      if (pen.page !== from.page) from = { page: pen.page, y: pen.y + pen.size * 1.2 };
      for (const [col, lines] of cellLines.entries()) {
        const line = lines[at];
        if (line !== undefined) drawWords(pen, line, (lefts[col] ?? 0) + 4, pen.size);
      }
    }
    if (isRuled) drawCells(pen, from.y - 2, pen.y - 4, lefts, widths);
    advance(pen, isRuled ? 2 : 1);
  }
  advance(pen, pen.size * 0.6);
}

/** As wide as the longest line of a column, but that all fit beside each other. */
function columnWidths({ plain, size }: Pen, rows: Rows["rows"]): number[] {
  const room = PAGE.width - 2 * PAGE.margin;
  const count = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: count }, (_, col) => {
    const lines = rows.flatMap((cells) => (cells[col] ?? "").split("\n"));
    return Math.max(24, ...lines.map((line) => plain.widthOfTextAtSize(printable(line), size) * 1.06 + 14));
  });
  const share = room / Math.max(1, count);
  const narrow = wanted.filter((width) => width <= share).reduce((sum, width) => sum + width, 0);
  const wide = wanted.filter((width) => width > share).reduce((sum, width) => sum + width, 0);
  const scale = wide === 0 ? 1 : Math.min(1, (room - narrow) / wide);
  return wanted.map((width) => (width > share ? width * scale : width));
}

function drawCells(pen: Pen, y0: number, y1: number, lefts: readonly number[], widths: readonly number[]): void {
  for (const [col, x] of lefts.entries()) {
    const box = { x, y: y1, width: widths[col] ?? 0, height: y0 - y1 };
    pen.page.drawRectangle({ ...box, borderWidth: 0.6 });
  }
}

function drawHeads({ document, plain }: Pen, title: string): void {
  const pages = document.getPages();
  for (const [index, page] of pages.entries()) {
    const foot = `Page ${index + 1} of ${pages.length}`;
    if (index > 0) page.drawText(printable(title), { x: PAGE.margin, y: PAGE.height - 36, size: 8, font: plain });
    page.drawText(foot, { x: PAGE.width - PAGE.margin - 60, y: 30, size: 8, font: plain });
  }
}

/** The fonts that every reader has know Western letters only: others lose their accents, or become a question mark. */
function printable(text: string): string {
  return text
    .replaceAll(/[\t\u00a0\u2002-\u200a\u202f]/g, " ")
    .replaceAll("\u2212", "-")
    .replaceAll("\u2011", "-")
    .replaceAll(/[^\u0020-\u007e\u00a1-\u00ff‘’“”–—•…€™]/g, (letter) => {
      const bare = letter.normalize("NFD").replaceAll(/\p{M}/gu, "");
      return /^[\u0020-\u007e]+$/.test(bare) ? bare : "?";
    });
}
