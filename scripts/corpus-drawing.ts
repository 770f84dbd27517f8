/** A PDF drawn from a list of strokes, as programs that are no word processors draw it: no styles, no tables, only words at places. */

import { readFileSync } from "node:fs";
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import { z } from "zod";
import { FIXED_DATE } from "./corpus-office.js";

const points = z.number();

/** Lengths are points (1/72 inch) from the left and the top of the page as it is read. */
const Stroke = z.union([
  z.strictObject({ text: z.string(), x: points, y: points, bold: z.boolean().optional(), size: points.optional() }),
  /** Ends at `right`. */
  z.strictObject({ text: z.string(), right: points, y: points, bold: z.boolean().optional() }),
  z.strictObject({
    text: z.string(),
    centre: points,
    y: points,
    bold: z.boolean().optional(),
    size: points.optional(),
  }),
  /** A line; drawn as a thin box, as many programs do. */
  z.strictObject({ rule: z.tuple([points, points, points, points]), width: points.optional() }),
  /** Left, top, width, height. */
  z.strictObject({ shade: z.tuple([points, points, points, points]) }),
  /** Large pale letters askew behind the text. */
  z.strictObject({ watermark: z.string(), x: points, y: points }),
]);
type Stroke = z.infer<typeof Stroke>;

const Drawing = z.strictObject({
  size: points,
  pages: z.array(
    z.strictObject({
      width: points,
      height: points,
      /** By how much the page lies turned in the file, against which a viewer turns it; degrees. */
      turned: z.union([z.literal(90), z.literal(270)]).optional(),
      strokes: z.array(Stroke),
    }),
  ),
});

interface Pen {
  readonly page: PDFPage;
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly size: number;
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number };
  readonly turn: number;
}

export async function draw(source: string): Promise<Uint8Array> {
  const drawing = Drawing.parse(JSON.parse(readFileSync(source, "utf8")));
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  for (const { width, height, turned, strokes } of drawing.pages) {
    const page = turned === undefined ? pdf.addPage([width, height]) : pdf.addPage([height, width]);
    if (turned !== undefined) page.setRotation(degrees(turned));
    const pen = { page, plain, bold, size: drawing.size, turn: turned ?? 0, place: placeOn(width, height, turned) };
    for (const stroke of strokes) drawStroke(pen, stroke);
  }
  pdf.setProducer("Minutebook scripts/make-corpus.ts");
  pdf.setCreationDate(FIXED_DATE);
  return pdf.save({ useObjectStreams: false });
}

/** From the page as it is read to the page as it lies in the file. */
function placeOn(width: number, height: number, turned: 90 | 270 | undefined): Pen["place"] {
  if (turned === 90) return (x, y) => ({ x: y, y: x });
  if (turned === 270) return (x, y) => ({ x: height - y, y: width - x });
  return (x, y) => ({ x, y: height - y });
}

function drawStroke(pen: Pen, stroke: Stroke): void {
  if ("rule" in stroke) {
    const [x0, y0, x1, y1] = stroke.rule;
    const half = (stroke.width ?? 0.6) / 2;
    fill(pen, x0 - half, y0 - half, x1 + half, y1 + half, 0);
  } else if ("shade" in stroke) {
    const [x, y, width, height] = stroke.shade;
    fill(pen, x, y, x + width, y + height, 0.85);
  } else if ("watermark" in stroke) {
    const options = { size: 90, font: pen.bold, color: rgb(0.88, 0.88, 0.88), rotate: degrees(pen.turn + 50) };
    pen.page.drawText(stroke.watermark, { ...pen.place(stroke.x, stroke.y), ...options });
  } else {
    const font = stroke.bold === true ? pen.bold : pen.plain;
    const size = ("size" in stroke ? stroke.size : undefined) ?? pen.size;
    const width = font.widthOfTextAtSize(stroke.text, size);
    const x = "x" in stroke ? stroke.x : "right" in stroke ? stroke.right - width : stroke.centre - width / 2;
    pen.page.drawText(stroke.text, { ...pen.place(x, stroke.y), size, font, rotate: degrees(pen.turn) });
  }
}

function fill(pen: Pen, x0: number, y0: number, x1: number, y1: number, grey: number): void {
  const a = pen.place(x0, y0);
  const b = pen.place(x1, y1);
  const box = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) };
  const size = { width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  pen.page.drawRectangle({ ...box, ...size, color: rgb(grey, grey, grey) });
}
