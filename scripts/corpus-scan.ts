/** A PDF as an office scanner would give it back: pictures of its pages, a little askew, with grain, and not a letter of text. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { PDFDocument } from "pdf-lib";
import { FIXED_DATE } from "./corpus-office.js";

const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;
/** Of 100: what keeps a page below 150 KB. */
const JPEG_QUALITY = 15;
/** Each page lies otherwise on the glass; degrees. */
const SKEWS = [0.6, -0.45, 0.3];
/** Dark paper, and how far a dot may stray from it, of 255. */
const PAPER = 246;
const GRAIN = 4;
const BLOTCH = 3;

/** Needs poppler's `pdftoppm`. The same pages give the same bytes. */
export async function scan(pdf: Uint8Array): Promise<Uint8Array> {
  const scanned = await PDFDocument.create({ updateMetadata: false });
  for (const [index, picture] of picturesOf(pdf).entries()) {
    const { jpeg, width, height } = await photograph(picture, SKEWS[index % SKEWS.length] ?? 0, index + 1);
    const size: [number, number] = [toPoints(width), toPoints(height)];
    scanned.addPage(size).drawImage(await scanned.embedJpg(jpeg), { x: 0, y: 0, width: size[0], height: size[1] });
  }
  scanned.setProducer("Minutebook scripts/make-corpus.ts");
  scanned.setCreationDate(FIXED_DATE);
  return scanned.save({ useObjectStreams: false });
}

function toPoints(dots: number): number {
  return (dots * POINTS_PER_INCH) / DOTS_PER_INCH;
}

function picturesOf(pdf: Uint8Array): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), "make-corpus-"));
  try {
    const file = path.join(folder, "pages.pdf");
    writeFileSync(file, pdf);
    const options = ["-r", String(DOTS_PER_INCH), "-gray", "-png", file, path.join(folder, "page")];
    execFileSync("pdftoppm", options, { stdio: "pipe", timeout: 120_000 });
    const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
    return names.sort().map((name) => readFileSync(path.join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function photograph(
  picture: Buffer,
  degrees: number,
  seed: number,
): Promise<{ jpeg: Buffer; width: number; height: number }> {
  const image = await loadImage(picture);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(image, -width / 2, -height / 2);
  context.resetTransform();
  roughen(context, width, height, seed);
  return { jpeg: canvas.toBuffer("image/jpeg", JPEG_QUALITY), width, height };
}

/** Grain in blotches of three dots, as a worn glass gives it: finer noise is all that a JPEG would then hold. */
function roughen(context: SKRSContext2D, width: number, height: number, seed: number): void {
  const pixels = context.getImageData(0, 0, width, height);
  const random = lots(seed);
  const across = Math.ceil(width / BLOTCH);
  const grain = Float32Array.from({ length: across * Math.ceil(height / BLOTCH) }, () => (random() - 0.5) * 2 * GRAIN);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const ink =
        ((pixels.data[at] ?? 255) / 255) * PAPER +
        (grain[Math.floor(y / BLOTCH) * across + Math.floor(x / BLOTCH)] ?? 0);
      const grey = Math.max(0, Math.min(255, Math.round(ink)));
      pixels.data.fill(grey, at, at + 3);
    }
  }
  context.putImageData(pixels, 0, 0);
}

/** Numbers from 0 to 1 that are the same at each run: the generator "mulberry32" of T. Ettinger, in the public domain. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
