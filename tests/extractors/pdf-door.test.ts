import { PDFParse } from "pdf-parse";
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { openPdf } from "../../src/extractors/pdf/door.js";
import { isoDate } from "../../src/extractors/pdf/metadata.js";
import { OPERATORS } from "../../src/extractors/pdf/operators.js";
import { readContent } from "../../src/extractors/pdf/page-items.js";
import { loadRaw } from "../../src/extractors/pdf/pdf-js.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { drawingOf } from "../../src/extractors/pdf/rulings.js";
import { makePdf, type PageDrawing, type PdfSettings } from "./pdf-maker.js";

async function firstPage(page: PageDrawing, settings?: PdfSettings) {
  const opening = await openPdf(makePdf([page], settings));
  if (!opening.isOpen) throw new Error(opening.message);
  const raw = await opening.pdf.readPage(1);
  await opening.pdf.close();
  return raw;
}

describe("what is private to pdf-parse and pdf.js stays as the door needs it", () => {
  test("load() gives the pdf.js document", async () => {
    const parser = new PDFParse({ data: makePdf([{ words: [{ x: 50, y: 100, text: "Minutes" }] }]) });
    const document = await loadRaw(parser);
    expect(document.numPages).toBe(1);
    await parser.destroy();
  });

  test("the numbers of the operators are pdf.js' own", () => {
    const own = new Map<string, unknown>(Object.entries(OPS));
    for (const [name, code] of Object.entries(OPERATORS)) expect([name, own.get(name)]).toEqual([name, code]);
  });

  test("a string has its place from the top left, its width and its size", async () => {
    const page = await firstPage({ words: [{ x: 50, y: 100, text: "Minutes", size: 12 }] });
    const { pieces } = readContent(page);
    expect(pieces).toHaveLength(1);
    expect(pieces[0]).toMatchObject({ text: "Minutes", page: 1, size: 12, baseline: 100 });
    expect(pieces[0]?.box.x0).toBeCloseTo(50);
    expect(pieces[0]?.box.x1).toBeGreaterThan(85);
    expect(pieces[0]?.box.x1).toBeLessThan(100);
  });

  test("a font's name tells bold and italic", async () => {
    const page = await firstPage({
      words: [
        { x: 50, y: 100, text: "plain" },
        { x: 50, y: 120, text: "strong", font: "bold" },
        { x: 50, y: 140, text: "slanted", font: "italic" },
      ],
    });
    expect(page.texts.filter((raw) => raw.text !== "").map((raw) => raw.font.name)).toEqual([
      "Helvetica",
      "Helvetica-Bold",
      "Helvetica-Oblique",
    ]);
    expect(readContent(page).pieces.map((piece) => piece.emphases)).toEqual([[], ["bold"], ["italic"]]);
  });

  test("constructPath has the painting operator, one array of numbers and the extent", async () => {
    const page = await firstPage({ lines: [[50, 100, 150, 100]] });
    const at = page.operators.codes.indexOf(OPERATORS.constructPath);
    const [paint, path, extent] = page.operators.args[at] ?? [];
    expect(paint).toBe(OPERATORS.stroke);
    expect(path).toEqual([Float32Array.of(0, 50, 742, 1, 150, 742)]);
    expect(extent).toEqual(Float32Array.of(50, 742, 150, 742));
  });
});

describe("ruling lines", () => {
  test("strokes and thin bars are rulings, shading is none", async () => {
    const page = await firstPage({
      lines: [
        [50, 100, 150, 100],
        [50, 100, 50, 200],
        [50, 100, 90, 160],
      ],
      bars: [
        [50, 300, 100, 1],
        [50, 400, 100, 30],
      ],
    });
    const rulings = drawingOf(page.operators, page.toPage).rulings;
    expect(rulings).toEqual([
      { isHorizontal: true, box: { x0: 50, y0: 100, x1: 150, y1: 100 } },
      { isHorizontal: true, box: { x0: 50, y0: 300.5, x1: 150, y1: 300.5 } },
      { isHorizontal: false, box: { x0: 50, y0: 100, x1: 50, y1: 200 } },
    ]);
  });

  test("the halves of a line that neighbouring cells draw are one", async () => {
    const page = await firstPage({
      lines: [
        [50, 100, 100, 100],
        [100.5, 100, 150, 100],
      ],
    });
    expect(drawingOf(page.operators, page.toPage).rulings).toHaveLength(1);
  });

  test("a line under words underlines them", async () => {
    const page = await firstPage({
      words: [
        { x: 50, y: 100, text: "Apologies" },
        { x: 50, y: 130, text: "None" },
      ],
      lines: [[50, 101.5, 94, 101.5]],
    });
    expect(readContent(page).pieces.map((piece) => piece.emphases)).toEqual([["underline"], []]);
  });
});

test("a page that is shown turned has its places as they are seen", async () => {
  const page = await firstPage({ words: [{ x: 100, y: 742, text: "Minutes", turn: 90 }] }, { rotate: 90 });
  expect([page.width, page.height]).toEqual([842, 595]);
  const [piece] = readContent(page).pieces;
  expect(piece?.text).toBe("Minutes");
  expect(piece?.box.x0).toBeCloseTo(100);
  expect(piece?.baseline).toBeCloseTo(100);
});

test("turned words are kept apart", async () => {
  const page = readContent(await firstPage({ words: [{ x: 100, y: 400, text: "DRAFT", turn: 90 }] }));
  expect(page.pieces).toEqual([]);
  expect(page.turned.map((piece) => piece.text)).toEqual(["DRAFT"]);
});

test("what the file says of itself", async () => {
  const info =
    "<< /Title (Minutes of\\nMay) /Author (A Clerk) /CreationDate (D:20240525093912+01'00') /ModDate (D:20240601) >>";
  const outline = [
    "<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 2 >>",
    "<< /Title (Opening) /Parent 10 0 R /Next 12 0 R /First 13 0 R /Last 13 0 R /Count 1 /Dest [6 0 R /Fit] >>",
    "<< /Title (Finance) /Parent 10 0 R /Prev 11 0 R /Dest [8 0 R /Fit] >>",
    "<< /Title (Apologies) /Parent 11 0 R /Dest (nowhere) >>",
  ];
  const pages = ["Opening", "Finance"].map((text) => ({ words: [{ x: 50, y: 100, text }] }));
  const opening = await openPdf(makePdf(pages, { info, catalog: "/Outlines 10 0 R", objects: outline }));
  if (!opening.isOpen) throw new Error(opening.message);
  expect(opening.pdf.metadata).toEqual({
    title: "Minutes of May",
    author: "A Clerk",
    created: "2024-05-25T09:39:12+01:00",
    modified: "2024-06-01",
    outline: [
      { title: "Opening", level: 1, page: 1 },
      { title: "Apologies", level: 2, page: null },
      { title: "Finance", level: 1, page: 2 },
    ],
  });
  await opening.pdf.close();
});

test("the addresses that a document links to, each once", async () => {
  const link = (address: string) =>
    `<< /Type /Annot /Subtype /Link /Rect [50 700 100 712] /A << /S /URI /URI (${address}) >> >>`;
  const page = {
    words: [{ x: 50, y: 100, text: "Papers" }],
    annotations: [
      link("https://council.example/papers"),
      link("javascript:alert(1)"),
      link("mailto:clerk@council.example"),
    ],
  };
  const reading = await readPdf(makePdf([page, page]));
  if (!reading.isRead) throw new Error(reading.message);
  expect(reading.document.metadata.links).toEqual(["https://council.example/papers", "mailto:clerk@council.example"]);
});

test.each([
  ["D:20240525093912+01'00'", "2024-05-25T09:39:12+01:00"],
  ["D:20240525093912Z", "2024-05-25T09:39:12Z"],
  ["D:202405250939", "2024-05-25T09:39:00"],
  ["D:202405", "2024-05"],
  ["D:2024", "2024"],
  ["last spring", null],
  [undefined, null],
])("the date %j is %j", (written, iso) => {
  expect(isoDate(written)).toBe(iso);
});
