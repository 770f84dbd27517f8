/** A page with what was seen on it drawn over it: fragments of lines in reading order, grids with their cells, the trailer. */

import { readFile } from "node:fs/promises";
import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Box, type GridKind, locate, type SourceText } from "../model/source.js";
import type { ExplainedLine } from "./explain.js";

/** Fine enough to read the page on a screen. */
const DOTS_PER_INCH = 110;

const COLOURS: Readonly<Record<GridKind | "line" | "trailer" | "order", string>> = {
  table: "#d9480f",
  columns: "#2b8a3e",
  margin: "#862e9c",
  line: "#1c7ed6",
  trailer: "#868e96",
  order: "#c2255c",
};

/**
 * The page as PNG. Blue: lines, numbered in reading order, with what each was read as; orange, green and purple: cells of tables, columns and margins;
 * grey: the trailer; red: the way the reading order takes. Null where the source has no such page.
 */
export async function drawPage(
  path: string,
  source: SourceText,
  lines: readonly ExplainedLine[],
  page: number,
  password: string | null,
): Promise<Uint8Array | null> {
  const { renderPage } = await import("../extractors/pdf/render.js");
  const picture = await renderPage(await readFile(path), page, DOTS_PER_INCH, password);
  if (picture === null) return null;
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const image = await loadImage(picture.png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  context.scale(picture.scale, picture.scale);
  drawGrids(context, source, page);
  drawLines(context, source, lines, page);
  return canvas.toBuffer("image/png");
}

function drawGrids(context: SKRSContext2D, source: SourceText, page: number): void {
  context.lineWidth = 1.2;
  for (const grid of source.grids) {
    for (const cell of grid.cells) {
      if (cell.page !== page || cell.box === null) continue;
      frame(context, cell.box, COLOURS[grid.kind], cell.isHeader ? 0.14 : 0.05);
      label(context, `${cell.row},${cell.col}`, cell.box.x1 - 14, cell.box.y0 + 5, COLOURS[grid.kind]);
    }
  }
}

/** Of the words beside the frames, in points. */
const LABEL_SIZE = 5;

function drawLines(context: SKRSContext2D, source: SourceText, lines: readonly ExplainedLine[], page: number): void {
  context.lineWidth = 0.6;
  const path: Box[] = [];
  for (const { line, start, end, reading, place } of lines) {
    const isTrailer = place === "trailer";
    const boxes = locate(source, { start, end }).flatMap(({ page: on, box }) =>
      on === page && box !== null ? [box] : [],
    );
    const colour = isTrailer ? COLOURS.trailer : COLOURS.line;
    for (const box of boxes) frame(context, box, colour, isTrailer ? 0.12 : 0.04);
    const first = boxes[0];
    if (first === undefined) continue;
    if (!isTrailer) path.push(first);
    label(context, `${line} ${reading}`, first.x0, first.y0 - 0.5, colour);
  }
  context.strokeStyle = COLOURS.order;
  context.lineWidth = 0.5;
  context.beginPath();
  for (const box of path) context.lineTo(box.x0, (box.y0 + box.y1) / 2);
  context.stroke();
}

/** `opacity` of the filling, 0 to 1. */
function frame(context: SKRSContext2D, { x0, y0, x1, y1 }: Box, colour: string, opacity: number): void {
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.fillRect(x0, y0, x1 - x0, y1 - y0);
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
}

function label(context: SKRSContext2D, text: string, x: number, y: number, colour: string): void {
  context.font = `${LABEL_SIZE}px sans-serif`;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
