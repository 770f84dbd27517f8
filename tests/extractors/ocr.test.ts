/** Scanned pages, read from pixels. Recognition is slow, so each document here has to show several things. */

import { describe, expect, test, vi } from "vitest";
import type { Block, Paragraph } from "../../src/extractors/blocks.js";
import { readHocr } from "../../src/extractors/ocr/hocr.js";
import { openEngine } from "../../src/extractors/ocr/open-engine.js";
import { inkThreshold } from "../../src/extractors/ocr/picture.js";
import { ocrPages } from "../../src/extractors/ocr/read-pages.js";
import { openTesseractCommand } from "../../src/extractors/ocr/tesseract-command.js";
import { withUnread } from "../../src/extractors/ocr/unread.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { DEFAULT_READING_OPTIONS, type ReadingOptions, SILENT_PROGRESS } from "../../src/model/reading-options.js";
import { makePdf } from "./pdf-maker.js";
import { pictureOfScan, type Scan, type ScannedWords, scanPdf } from "./scan-maker.js";

const MINUTES: Scan = {
  words: [
    { text: "Harrowbeck Parish Council", x: 110, y: 40, size: 16, isBold: true },
    { text: "4.", x: 30, y: 70, isBold: true },
    { text: "Footpaths", x: 60, y: 70, isBold: true },
    { text: "The clerk told the meeting that the hedge along the upper lane had grown", x: 30, y: 90 },
    { text: "across the path again and that two residents had written to say so.", x: 30, y: 104 },
    { text: "Item", x: 40, y: 136 },
    { text: "Owner", x: 240, y: 136 },
    { text: "Cut back the hedge", x: 40, y: 160 },
    { text: "Ada Thornley", x: 240, y: 160 },
  ],
  lines: [
    [30, 122, 360, 122],
    [30, 144, 360, 144],
    [30, 168, 360, 168],
    [30, 122, 30, 168],
    [230, 122, 230, 168],
    [360, 122, 360, 168],
  ],
};

const PROSE: readonly ScannedWords[] = [
  "The chairman thanked all who had come to the meeting in the village hall.",
  "It was agreed that the accounts for the year should be sent to the auditor",
  "before the end of June, and that the clerk should write to the county about",
  "the state of the bridge over the mill stream.",
].map((text, index) => ({ text, x: 25, y: 60 + 14 * index }));

async function read(bytes: Uint8Array, more: Partial<ReadingOptions> = {}) {
  const onOcrPage = vi.fn();
  const reading = await readPdf(bytes, { ...DEFAULT_READING_OPTIONS, ...more }, { onOcrPage });
  if (!reading.isRead) throw new Error(reading.message);
  return { ...reading, told: onOcrPage.mock.calls };
}

const words = (block: Paragraph) => block.runs.map((run) => run.text).join("");

function outline(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) =>
    block.type === "paragraph" ? words(block) : block.cells.map((cell) => outline(cell.blocks).join(" / ")),
  );
}

const paragraphs = (blocks: readonly Block[]) => blocks.filter((block) => block.type === "paragraph");
const isBold = (block: Paragraph | undefined) => block?.runs.every((run) => run.emphases.includes("bold"));

const EXPECTED = [
  "Harrowbeck Parish Council",
  "4. Footpaths",
  "The clerk told the meeting that the hedge along the upper lane had grown across the path again and that two residents had written to say so.",
  ["Item", "Owner", "Cut back the hedge", "Ada Thornley"],
];

describe("a scanned page", () => {
  test("askew: its words, headings, ruled table and places are those of the paper", async () => {
    const { document, diagnostics, told } = await read(await scanPdf([{ ...MINUTES, degrees: 1.5 }]));
    expect(outline(document.body)).toEqual(EXPECTED);
    const [title, heading, text] = paragraphs(document.body);
    expect([isBold(title), isBold(heading), isBold(text)]).toEqual([true, true, false]);
    expect(Math.abs((title?.size ?? 0) - 16)).toBeLessThan(1.6);
    expect(Math.abs((text?.size ?? 0) - 11)).toBeLessThan(1.1);
    // The heading starts 170 points left of the page's middle and 63 above it: 1.5 degrees lift it by 4.4 points.
    const box = heading?.runs[0]?.box;
    expect(Math.abs((box?.x0 ?? 0) - 31.7)).toBeLessThan(3);
    expect(Math.abs(((box?.y0 ?? 0) + (box?.y1 ?? 0)) / 2 - 62.5)).toBeLessThan(3);
    expect(document.ocrPages).toEqual([{ page: 1, confidence: expect.closeTo(0.94, 1) }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["ocr/page-read"]);
    expect(told).toEqual([[1, 1]]);
  }, 60_000);

  test("that lay sideways or upside down is turned, and its boxes are on the page as it is", async () => {
    const pages = [90, 180] as const;
    const { document } = await read(await scanPdf(pages.map((turn) => ({ words: PROSE, turn }))));
    const lines = paragraphs(document.body);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(words(line)).toMatch(/^The chairman thanked .* over the mill stream\.$/);
    const [sideways, upsideDown] = lines.map((line) => line.runs[0]?.box);
    // The first line, 60 points below the top of the paper, is read downwards there, and from below here.
    expect(sideways?.x0).toBeGreaterThan(190);
    const [across, down] = [(sideways?.x1 ?? 0) - (sideways?.x0 ?? 0), (sideways?.y1 ?? 0) - (sideways?.y0 ?? 0)];
    expect(down).toBeGreaterThan(1.5 * across);
    expect(upsideDown?.y0).toBeGreaterThan(190);
  }, 60_000);

  test("is left as it is where OCR is not wanted", async () => {
    const reading = await readPdf(await scanPdf([MINUTES]), { ...DEFAULT_READING_OPTIONS, ocr: "never" });
    expect(reading).toMatchObject({ isRead: false, code: "document/no-text" });
  });

  test("that cannot be drawn is a diagnostic, and the next one is read", async () => {
    const onOcrPage = vi.fn();
    const draw = async (number: number) => {
      if (number === 1) throw new Error("a broken picture");
      return pictureOfScan({ words: [{ text: "Nothing else was said.", x: 30, y: 60 }] });
    };
    const { pages, diagnostics } = await ocrPages([1, 2], draw, "tesseract.js", { onOcrPage });
    expect(
      pages
        .get(2)
        ?.content.pieces.map((piece) => piece.text)
        .join(" "),
    ).toBe("Nothing else was said.");
    expect([...pages.keys()]).toEqual([2]);
    expect(diagnostics).toEqual([{ code: "ocr/page-failed", span: null, message: "Page 1: a broken picture" }]);
    expect(onOcrPage.mock.calls).toEqual([
      [1, 2],
      [2, 2],
    ]);
  }, 60_000);
});

test("a number that the engine passed over is read beside the next word of its line", async () => {
  const picture = pictureOfScan({
    words: [...PROSE, { text: "7.", x: 25, y: 180 }, { text: "Footpaths", x: 90, y: 180 }],
  });
  const { engine } = await openEngine("tesseract.js");
  const recognise = vi.fn(engine.recognise);
  try {
    const lines = readHocr(await engine.recognise(picture)).map((line) => ({
      ...line,
      words: line.words.filter(({ text }) => text !== "7."),
    }));
    const whole = await withUnread(lines, picture, inkThreshold(picture), { ...engine, recognise });
    expect(whole.map((line) => line.words.map((word) => word.text).join(" "))).toContain("7. Footpaths");
    const number = whole.flatMap((line) => line.words).find(({ text }) => text === "7.");
    expect(Math.abs((number?.box.x0 ?? 0) - (25 * 200) / 72)).toBeLessThan(6);
    expect(recognise).toHaveBeenCalledTimes(1);
    // Where nothing was passed over, nothing is read again.
    expect(await withUnread(whole, picture, inkThreshold(picture), { ...engine, recognise })).toEqual(whole);
    expect(recognise).toHaveBeenCalledTimes(1);
  } finally {
    await engine.close();
  }
}, 60_000);

describe("a page with text", () => {
  const bytes = makePdf([{ words: PROSE.map(({ text, x, y }) => ({ text, x, y })) }]);

  test("is not read by OCR", async () => {
    const { document, told } = await read(bytes);
    expect(document.ocrPages).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe("the system's tesseract", () => {
  test("that is missing is told of, and the one of the program reads", async () => {
    expect(await openTesseractCommand("minutebook-has-no-such-program")).toEqual({
      isThere: false,
      why: "it is not installed",
    });
    vi.stubEnv("PATH", "");
    try {
      const { engine, diagnostics } = await openEngine("tesseract");
      await engine.close();
      expect(diagnostics.map(({ code }) => code)).toEqual(["ocr/engine-missing"]);
    } finally {
      vi.unstubAllEnvs();
    }
  }, 30_000);

  test("reads the same", async ({ skip }) => {
    const command = await openTesseractCommand();
    if (!command.isThere) return skip("tesseract is not installed");
    const lines = readHocr(await command.engine.recognise(pictureOfScan({ words: PROSE })));
    expect(lines.map((line) => line.words.map((word) => word.text).join(" "))).toEqual(PROSE.map(({ text }) => text));
    const { document } = await read(await scanPdf([MINUTES]), { ocrEngine: "tesseract" });
    expect(outline(document.body)).toEqual(EXPECTED);
  }, 30_000);
});

test("no pages, no engine", async () => {
  const draw = () => Promise.reject(new Error("not drawn"));
  expect(await ocrPages([], draw, "tesseract.js", SILENT_PROGRESS)).toEqual({ pages: new Map(), diagnostics: [] });
});
