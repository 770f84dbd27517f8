/** PDFs with tables whose words and rules stand where a test says, wrapped and broken over pages as word processors do it. */

import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";

export type Align = "left" | "right" | "centre" | "decimal";

/** Which lines of the table are drawn. */
export type Rules = "all" | "across" | "frame" | "head" | "columns" | "none";

/** How a line is drawn. */
export type Pen = "stroke" | "dashes" | "bars" | "twice" | "cells";

export interface TableDrawing {
  readonly rows: readonly (readonly string[])[];
  /** In points. */
  readonly widths: readonly number[];
  readonly aligns?: readonly Align[];
  readonly rules?: Rules;
  readonly pen?: Pen;
  /** Rows that are shaded: the titles, or every other one. */
  readonly shades?: "head" | "stripes";
  /** Whether the titles are drawn again on each page. */
  readonly repeatsHead?: boolean;
  readonly left?: number;
  /** Blank above and below a row's words, in points. */
  readonly padding?: number;
}

export type Element = string | TableDrawing;

const LEFT = 60;
const TOP = 780;
const BOTTOM = 70;
const SIZE = 10;
const LEADING = 12;

/** A4 pages with paragraphs and tables below one another. */
export async function makeTablePdf(elements: readonly Element[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const paper = new Paper(document, font, bold);
  for (const element of elements) {
    if (typeof element === "string") paper.paragraph(element);
    else paper.table(element);
  }
  return document.save({ useObjectStreams: false });
}

class Paper {
  private page: PDFPage;
  private y = TOP;

  constructor(
    private readonly document: PDFDocument,
    private readonly font: PDFFont,
    private readonly bold: PDFFont,
  ) {
    this.page = document.addPage([595, 842]);
  }

  paragraph(text: string): void {
    for (const line of wrapped(text, 460, this.font)) {
      if (this.y < BOTTOM) this.turn();
      this.page.drawText(line, { x: LEFT, y: this.y, size: SIZE, font: this.font });
      this.y -= LEADING;
    }
    this.y -= 8;
  }

  table(table: TableDrawing): void {
    let top = this.y + 9;
    let isFirst = true;
    table.rows.forEach((row, index) => {
      if (this.y - heightOf(row, table, this.font) < BOTTOM) {
        if (table.rules === "columns" || table.rules === "frame") this.sides(table, top);
        this.turn();
        top = this.y + 9;
        isFirst = true;
        if (table.repeatsHead === true && table.rows[0] !== undefined) {
          this.row(table.rows[0], 0, table, isFirst);
          isFirst = false;
        }
      }
      this.row(row, index, table, isFirst);
      isFirst = false;
    });
    if (table.rules === "columns" || table.rules === "frame") this.sides(table, top);
    this.y -= 16;
  }

  private turn(): void {
    this.page = this.document.addPage([595, 842]);
    this.y = TOP;
  }

  private row(row: readonly string[], index: number, table: TableDrawing, isFirst: boolean): void {
    const { widths, aligns = [], rules = "none", padding = 3 } = table;
    const height = heightOf(row, table, this.font);
    const [top, bottom] = [this.y + 9, this.y + 9 - height];
    const left = table.left ?? LEFT;
    const right = left + widths.reduce((sum, width) => sum + width, 0);
    if ((table.shades === "head" && index === 0) || (table.shades === "stripes" && index % 2 === 0)) {
      this.page.drawRectangle({ x: left, y: bottom, width: right - left, height, color: rgb(0.85, 0.85, 0.85) });
    }
    const font = index === 0 ? this.bold : this.font;
    let x = left;
    row.forEach((text, column) => {
      const width = widths[column] ?? 0;
      wrapped(text, width - 8, font).forEach((line, at) => {
        const start = x + offsetOf(line, width - 8, aligns[column] ?? "left", font);
        this.page.drawText(line, { x: start + 4, y: this.y - padding - at * LEADING, size: SIZE, font });
      });
      x += width;
    });
    if (rules === "all" || rules === "across" || index === 0) {
      if (rules !== "none" && isFirst && rules !== "head") this.across(table, left, right, top);
      if (rules !== "none") this.across(table, left, right, bottom);
    } else if (rules !== "none" && index === table.rows.length - 1) this.across(table, left, right, bottom);
    if (rules === "all") {
      for (const edge of this.edges(table)) this.down(table, edge, top, bottom);
    }
    this.y -= height;
  }

  private edges({ widths, left = LEFT }: TableDrawing): number[] {
    const edges = [left];
    for (const width of widths) edges.push((edges.at(-1) ?? left) + width);
    return edges;
  }

  private sides(table: TableDrawing, top: number): void {
    const edges = this.edges(table);
    const drawn = table.rules === "frame" ? [edges[0] ?? 0, edges.at(-1) ?? 0] : edges;
    for (const edge of drawn) this.down(table, edge, top, this.y + 9);
  }

  private across(table: TableDrawing, x0: number, x1: number, y: number): void {
    if (table.pen === "cells") {
      const edges = this.edges(table);
      for (const [index, edge] of edges.slice(1).entries()) {
        this.line(table, (edges[index] ?? 0) + 0.5, y, edge - 0.5, y);
      }
    } else this.line(table, x0, y, x1, y);
  }

  private down(table: TableDrawing, x: number, y0: number, y1: number): void {
    const gap = table.pen === "cells" ? 0.5 : 0;
    this.line(table, x, y0 - gap, x, y1 + gap);
  }

  private line({ pen = "stroke" }: TableDrawing, x0: number, y0: number, x1: number, y1: number): void {
    if (pen === "bars") {
      const [width, height] = [Math.max(x1 - x0, 0.6), Math.max(Math.abs(y1 - y0), 0.6)];
      this.page.drawRectangle({ x: x0, y: Math.min(y0, y1), width, height, color: rgb(0, 0, 0) });
      return;
    }
    const line = { start: { x: x0, y: y0 }, end: { x: x1, y: y1 }, thickness: 0.5 };
    this.page.drawLine(pen === "dashes" ? { ...line, dashArray: [3, 2] } : line);
    if (pen === "twice") this.page.drawLine({ ...line, start: { x: x0, y: y0 + 0.8 }, end: { x: x1, y: y1 + 0.8 } });
  }
}

function heightOf(row: readonly string[], { widths, padding = 3 }: TableDrawing, font: PDFFont): number {
  const lines = row.map((text, column) => wrapped(text, (widths[column] ?? 0) - 8, font).length);
  return Math.max(1, ...lines) * LEADING + 2 * padding;
}

function offsetOf(line: string, width: number, align: Align, font: PDFFont): number {
  const own = font.widthOfTextAtSize(line, SIZE);
  if (align === "right") return width - own;
  if (align === "centre") return (width - own) / 2;
  if (align === "decimal") return 0.6 * width - font.widthOfTextAtSize(line.split(".")[0] ?? "", SIZE);
  return 0;
}

function wrapped(text: string, width: number, font: PDFFont): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const grown = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && font.widthOfTextAtSize(grown, SIZE) > width) lines.push(word);
    else lines[Math.max(0, lines.length - 1)] = grown;
  }
  return text === "" ? [] : lines;
}
