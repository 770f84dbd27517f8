/** A page as pdf.js draws it, in grey pixels. */

import { createCanvas } from "@napi-rs/canvas";
import type { PDFPageProxy } from "pdfjs-dist";
import { type Picture, pictureOf } from "../ocr/picture.js";

/** A3 at 250 pixels an inch; larger pages are drawn with fewer pixels an inch. */
const MOST_PIXELS = 12_000_000;

/** Draws a page. Throws where pdf.js cannot decode it. */
export async function drawPage(page: PDFPageProxy, dpi: number): Promise<Picture> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dpi / 72, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  const context = canvas.getContext("2d");
  // The canvas of @napi-rs/canvas has what pdf.js uses of a browser's, but not its type.
  const target = { canvas, canvasContext: context } as unknown as { canvas: HTMLCanvasElement };
  await page.render({ ...target, viewport, background: "white" }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  page.cleanup();
  return pictureOf(data, canvas.width, canvas.height, scale * 72);
}
