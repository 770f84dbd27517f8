import type { PDFPageProxy } from "pdfjs-dist";
import type { Piece } from "../../src/extractors/layout/page-content.js";
import { hasDrawing } from "../../src/extractors/pdf/drawings.js";
/** The steps of reading a scan that need no recognition. */

import { describe, expect, test } from "vitest";
import { blocksOnPages, onPage } from "../../src/extractors/layout/turning.js";
import { withAgreedHeads } from "../../src/extractors/ocr/agreed-heads.js";
import { correctedWords } from "../../src/extractors/ocr/corrections.js";
import { readHocr } from "../../src/extractors/ocr/hocr.js";
import { inkShapes } from "../../src/extractors/ocr/ink-shapes.js";
import { isRubbish, needsOcr } from "../../src/extractors/ocr/need.js";
import { inkThreshold, straightened, turned } from "../../src/extractors/ocr/picture.js";
import { takeRulings } from "../../src/extractors/ocr/picture-rulings.js";
import { skewOf } from "../../src/extractors/ocr/skew.js";
import { OPERATORS } from "../../src/extractors/pdf/operators.js";
import { HEIGHT, pictureOfScan, WIDTH } from "./scan-maker.js";

const TEXT = "The members thanked the warden for a most useful report on the lower meadow.";
const words = Array.from({ length: 8 }, (_, index) => ({ text: TEXT, x: 20, y: 40 + 20 * index, size: 9 }));

describe("the angle of a page", () => {
  test.each([-2.5, -0.4, 0, 1, 3])("%s degrees", (degrees) => {
    const picture = pictureOfScan({ words, degrees });
    const { radians } = skewOf(picture, inkThreshold(picture));
    expect(Math.abs((radians * 180) / Math.PI - degrees)).toBeLessThan(0.11);
  });

  test("is sharper across the lines than along them", () => {
    const picture = pictureOfScan({ words, degrees: 1 });
    const threshold = inkThreshold(picture);
    const along = skewOf(turned(picture, 1), threshold);
    expect(skewOf(picture, threshold).sharpness).toBeGreaterThan(1.5 * along.sharpness);
  });
});

describe("ruling lines", () => {
  const lines = [
    [30, 50, 350, 50],
    [30, 80, 350, 80],
    [30, 50, 30, 80],
    [350, 50, 350, 80],
  ] as const;

  test("are found where they were drawn, also askew, and letters are none", () => {
    const picture = pictureOfScan({ words, lines, degrees: 1 });
    const threshold = inkThreshold(picture);
    const { rulings } = takeRulings(straightened(picture, Math.PI / 180), threshold);
    const places = rulings.map(({ box }) => [box.x0, box.y0, box.x1, box.y1]);
    expect(places).toHaveLength(4);
    for (const line of lines) {
      const isThere = places.some((place) => place.every((value, index) => Math.abs(value - (line[index] ?? 0)) < 2));
      expect([line, isThere]).toEqual([line, true]);
    }
  });

  test("are wiped out of the picture that is read", () => {
    const picture = pictureOfScan({ words: [], lines });
    const threshold = inkThreshold(picture);
    expect(takeRulings(takeRulings(picture, threshold).rest, threshold).rulings).toEqual([]);
  });
});

describe("places on the page", () => {
  const page = { width: WIDTH, height: HEIGHT };
  const box = { x0: 30, y0: 50, x1: 90, y1: 60 };

  test("of pages that were not turned stay", () => {
    expect(onPage(box, { ...page, quarters: 0, radians: 0 })).toBe(box);
  });

  test("are turned back by quarters", () => {
    const upsideDown = onPage(box, { ...page, quarters: 2, radians: 0 });
    expect(upsideDown).toEqual({ x0: 310, y0: 200, x1: 370, y1: 210 });
    // Turned clockwise, the page's left edge came to the top.
    expect(onPage(box, { ...page, quarters: 1, radians: 0 })).toEqual({ x0: 50, y0: 170, x1: 60, y1: 230 });
    expect(onPage(box, { ...page, quarters: 3, radians: 0 })).toEqual({ x0: 340, y0: 30, x1: 350, y1: 90 });
  });

  test("follow the paper's angle, in paragraphs and cells", () => {
    const turnings = new Map([[1, { ...page, quarters: 0, radians: 0.02 } as const]]);
    const run = { text: "a", emphases: [], page: 1, box };
    const paragraph = { type: "paragraph", runs: [run], size: 11, heading: null, list: null, indent: 0 } as const;
    const block = { ...paragraph, isAfterGap: false };
    const cell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, isHeader: false, blocks: [block], box, page: 1 };
    const grid = { type: "grid", kind: "table", rows: 1, cols: 1, cells: [cell] } as const;
    const text = JSON.stringify(blocksOnPages([grid], turnings));
    expect(text).not.toContain(JSON.stringify(box));
    // 140 points left of the middle, which the turn leaves in its place.
    expect(onPage(box, { ...page, quarters: 0, radians: 0.02 }).y0).toBeCloseTo(55 - 170 * 0.02 - 5, 0);
  });
});

describe("words that are regularly misread", () => {
  const corrected = (line: string) => {
    let x = 0;
    const placed = line.split(" ").map((text) => {
      const x0 = x;
      x += 5 * text.length + 6;
      return { text, x0, x1: x - 6 };
    });
    return correctedWords(placed, 10)
      .filter((text) => text !== "")
      .join(" ");
  };

  test.each([
    ['on 28" April', "on 28th April"],
    ["on 1* May", "on 1st May"],
    ["the 3 April", "the 3 April"],
    ["Clir. Thornley and CIlrs Ode", "Cllr. Thornley and Cllrs Ode"],
    ["e cut the hedge", "• cut the hedge"],
    ["a hedge was cut", "a hedge was cut"],
    ["1l. Footpaths", "11. Footpaths"],
    ["l. Apologies", "1. Apologies"],
    ["7.A0OB", "7. AOB"],
    ["minutes of25 November", "minutes of 25 November"],
    ["from Clr Osei", "from Cllr Osei"],
    ["2O. Close", "20. Close"],
    ["I asked the clerk", "I asked the clerk"],
    ["hedge — agreed", "hedge – agreed"],
    ["|Owner of| it", "Owner of it"],
  ])("%s", (read, printed) => expect(corrected(read)).toBe(printed));
});

test("shapes of ink touch by sides or corners", () => {
  const rows = ["#..#.", ".#.#.", "....."];
  const grey = Uint8Array.from(rows.join(""), (sign) => (sign === "#" ? 0 : 255));
  expect(inkShapes({ width: 5, height: 3, dpi: 72, grey }, 128)).toEqual([
    { x0: 0, y0: 0, x1: 2, y1: 2, ink: 2 },
    { x0: 3, y0: 0, x1: 4, y1: 2, ink: 2 },
  ]);
});

test("a head is what the page says that was read the best, but for lines with other numbers and lines amid the page", () => {
  const line = (text: string, baseline: number, confidence: number) => ({
    words: [{ text, confidence, x0: 0, x1: 90, stems: null }],
    baseline,
    sizes: [10, 10] as const,
  });
  const pages = [
    {
      height: 800,
      lines: [
        line("Harrowbeck. Councll", 40, 0.7),
        line("Page 1", 780, 0.5),
        line("Parish 7 Meeting", 60, 0.4),
        line("Footpath", 400, 0.2),
      ],
    },
    {
      height: 800,
      lines: [
        line("Harrowbeck Council", 43, 0.9),
        line("Page 2", 780, 0.9),
        line("Parish Meeting", 60, 0.9),
        line("Footpaths", 400, 0.9),
      ],
    },
  ];
  const texts = withAgreedHeads(pages).map((lines) => lines.map(({ words: [word] }) => word?.text));
  expect(texts).toEqual([
    ["Harrowbeck Council", "Page 1", "Parish Meeting", "Footpath"],
    ["Harrowbeck Council", "Page 2", "Parish Meeting", "Footpaths"],
  ]);
});

describe("which pages are read", () => {
  const page = (text: string) => ({
    number: 1,
    width: WIDTH,
    height: HEIGHT,
    pieces: text === "" ? [] : [{ text } as Piece],
    turned: [],
    rulings: [],
    shades: [],
  });
  /** Stands in for pdf.js' page, of which only the operator list is asked. */
  const pageDrawing = (codes: readonly number[]) =>
    hasDrawing({ getOperatorList: async () => ({ fnArray: codes }), cleanup: () => true } as unknown as PDFPageProxy);
  const picture = () => pageDrawing([OPERATORS.paintImageXObject]);
  const outlines = () => pageDrawing(Array.from({ length: 400 }, () => OPERATORS.constructPath));
  const logo = () => pageDrawing(Array.from({ length: 20 }, () => OPERATORS.constructPath));
  const prose = Array.from({ length: 6 }, () => TEXT).join(" ");
  const shifted = prose.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 7) % 26)));

  test("pictures and outlines without text are; blank pages and text are not", async () => {
    expect(await needsOcr(page(""), "auto", picture)).toBe(true);
    expect(await needsOcr(page("Page 3"), "auto", picture)).toBe(true);
    expect(await needsOcr(page(""), "auto", outlines)).toBe(true);
    expect(await needsOcr(page(""), "auto", logo)).toBe(false);
    expect(await needsOcr(page(prose), "auto", picture)).toBe(false);
    expect(await needsOcr(page(prose), "always", logo)).toBe(true);
    expect(await needsOcr(page(""), "never", picture)).toBe(false);
  });

  test("a text layer of wrong letters is rubbish; names, figures and other languages are not", async () => {
    const names = "Ada Thornley, B. Ode, Cllr Finn McTavish-Roe, Kim Osei (KO), J Brandt, ";
    const welsh = "Croesawodd y Cadeirydd bawb i gyfarfod y cyngor a diolchodd i bawb am ddod i'r neuadd. ";
    const odd = "\ue001\ue002\ue003 \ue004\ue005 ";
    const judged = [prose, shifted, names.repeat(9), welsh.repeat(5), odd.repeat(40)];
    expect(judged.map((text) => isRubbish(text.trim().split(/\s+/)))).toEqual([false, true, false, false, true]);
    expect(await needsOcr(page(shifted), "auto", logo)).toBe(true);
  });
});

test("hOCR gives words, baselines and heights", () => {
  const hocr = `<div class='ocr_page'><span class='ocr_line' title="bbox 10 20 110 40; baseline 0.01 -5; x_size 21">
    <span class='ocrx_word' title='bbox 10 20 60 36; x_wconf 93'>A &amp; B</span>
    <span class='ocrx_word' title='bbox 70 20 110 40; x_wconf 41'> </span></span></div>`;
  expect(readHocr(hocr)).toEqual([
    {
      words: [{ text: "A & B", box: { x0: 10, y0: 20, x1: 60, y1: 36 }, confidence: 0.93 }],
      box: { x0: 10, y0: 20, x1: 110, y1: 40 },
      baseline: 35.5,
      height: 21,
    },
  ]);
  expect(readHocr("")).toEqual([]);
});
