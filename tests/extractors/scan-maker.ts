/** Scans for tests: words and lines drawn as pixels, and PDFs whose pages are such pictures. */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { degrees, PDFDocument } from "pdf-lib";
import { type Picture, pictureOf } from "../../src/extractors/ocr/picture.js";

export interface ScannedWords {
  readonly text: string;
  /** Start of the baseline, in points from the top left. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly isBold?: boolean;
}

export interface Scan {
  readonly words: readonly ScannedWords[];
  /** Lines from x, y to x, y. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** How far the page hangs askew: its lines fall by so many degrees. */
  readonly degrees?: number;
}

/** In points: a small page is read quickly. */
export const WIDTH = 400;
export const HEIGHT = 260;
const DPI = 200;

/** A font that lies in a package, so that all machines draw alike. */
const FONTS = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "standard_fonts");

function draw({ words, lines = [], degrees: askew = 0 }: Scan) {
  GlobalFonts.registerFromPath(join(FONTS, "LiberationSans-Regular.ttf"), "Scanned");
  GlobalFonts.registerFromPath(join(FONTS, "LiberationSans-Bold.ttf"), "Scanned Bold");
  const canvas = createCanvas((WIDTH * DPI) / 72, (HEIGHT * DPI) / 72);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fdfdfb";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(DPI / 72, DPI / 72);
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate((askew * Math.PI) / 180);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  context.fillStyle = context.strokeStyle = "#181818";
  for (const { text, x, y, size = 11, isBold = false } of words) {
    context.font = `${size}px "${isBold ? "Scanned Bold" : "Scanned"}"`;
    context.fillText(text, x, y);
  }
  context.lineWidth = 0.8;
  for (const [x0, y0, x1, y1] of lines) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
  return { canvas, context };
}

/** The scan as the reader sees it. */
export function pictureOfScan(scan: Scan): Picture {
  const { canvas, context } = draw(scan);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return pictureOf(data, canvas.width, canvas.height, DPI);
}

/** A PDF whose pages are pictures; `turn` is by how many degrees, clockwise, the paper lay wrong. */
export async function scanPdf(scans: readonly (Scan & { readonly turn?: 0 | 90 | 180 | 270 })[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { turn = 0, ...scan } of scans) {
    const image = await pdf.embedPng(draw(scan).canvas.toBuffer("image/png"));
    const isSideways = turn % 180 !== 0;
    const page = pdf.addPage(isSideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
    // pdf-lib turns against the clock, about the picture's lower left corner.
    const x = turn === 180 ? WIDTH : turn === 270 ? HEIGHT : 0;
    const y = turn === 180 ? HEIGHT : turn === 90 ? WIDTH : 0;
    page.drawImage(image, { x, y, width: WIDTH, height: HEIGHT, rotate: degrees(-turn) });
  }
  return await pdf.save();
}
