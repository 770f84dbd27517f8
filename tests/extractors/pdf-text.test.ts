/** The strings of a page, which come from its operators: they are those of pdf.js' own `getTextContent`, and better where that tears words. */

import { describe, expect, test } from "vitest";
import { openPdf, type RawPage } from "../../src/extractors/pdf/door.js";
import { readContent } from "../../src/extractors/pdf/page-items.js";
import { loadPdfParse, loadRaw } from "../../src/extractors/pdf/pdf-js.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { makePdf, type PageDrawing, type PdfSettings } from "./pdf-maker.js";

async function firstPage(bytes: Uint8Array): Promise<RawPage> {
  const opening = await openPdf(bytes);
  if (!opening.isOpen) throw new Error(opening.message);
  const page = await opening.pdf.readPage(1);
  await opening.pdf.close();
  return page;
}

async function piecesOf(drawing: PageDrawing, settings?: PdfSettings) {
  return readContent(await firstPage(makePdf([drawing], settings)));
}

async function stringsOfPdfJs(bytes: Uint8Array): Promise<[string, number, number, number][]> {
  const { PDFParse } = await loadPdfParse();
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  const page = await (await loadRaw(parser)).getPage(1);
  const { items } = await page.getTextContent();
  await parser.destroy();
  return items.flatMap((item) =>
    "str" in item && item.str !== ""
      ? [
          [item.str, round(item.transform[4]), round(item.transform[5]), round(item.width)] as [
            string,
            number,
            number,
            number,
          ],
        ]
      : [],
  );
}

function round(value: unknown): number {
  return Math.round(Number(value) * 100) / 100;
}

describe("strings are those of getTextContent", () => {
  test.each([
    ["kerning", "BT /regular 12 Tf 50 700 Td [(Min) 20 (ut) -30 (es) -400 (of May)] TJ ET"],
    ["gaps as wide as columns", "BT /regular 12 Tf 50 700 Td [(Name) -4000 (Office)] TJ ET"],
    [
      "word spacing and stretching",
      "BT /bold 10 Tf 3 Tw 80 Tz 50 700 Td (In the chair) Tj 0 Tw 100 Tz (and others) Tj ET",
    ],
    ["leading and next lines", "BT /regular 10 Tf 14 TL 50 700 Td (one) Tj T* (two) Tj (three) ' 1 0 (four) \" ET"],
    [
      "raised letters",
      "BT /regular 12 Tf 50 700 Td (the 4) Tj 5 Ts /regular 7 Tf (th) Tj 0 Ts /regular 12 Tf ( of May) Tj ET",
    ],
    [
      "words placed one by one",
      "BT /regular 12 Tf 1 0 0 1 50 700 Tm (The) Tj 1 0 0 1 73 700 Tm (Clerk) Tj 1 0 0 1 50 680 Tm (reported) Tj ET",
    ],
    [
      "a turned and scaled space",
      "q 0 2 -2 0 300 100 cm BT /italic 6 Tf 10 20 Td (aside) Tj ET Q BT /regular 9 Tf 40 40 Td (level) Tj ET",
    ],
    [
      "letters beyond the page",
      "BT /regular 12 Tf 560 700 Td (on the edge of it) Tj ET BT /regular 12 Tf 900 700 Td (gone) Tj ET",
    ],
    [
      "marked content",
      "/P << /MCID 0 >> BDC BT /regular 12 Tf 50 700 Td (one ) Tj EMC /P << /MCID 1 >> BDC (and two) Tj ET EMC",
    ],
    ["backwards", "BT /regular 12 Tf 100 700 Td (second) Tj -50 0 Td (first) Tj ET"],
  ])("%s", async (_, operators) => {
    const bytes = makePdf([{ operators }]);
    const page = await firstPage(bytes);
    const ours = page.texts
      .filter(({ text }) => text !== "")
      .map(({ text, matrix, width }) => [text, round(matrix[4]), round(page.height - matrix[5]), round(width)]);
    expect(ours).toEqual(await stringsOfPdfJs(bytes));
  });

  test("letters that are written from right to left are left to pdf.js", async () => {
    const cmap =
      "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <43> <05d0> endbfrange endcmap";
    const bytes = makePdf([{ operators: "BT /hebrew 12 Tf 50 700 Td (ABC) Tj ET" }], {
      fonts: "/hebrew 8 0 R",
      objects: [
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 9 0 R >>",
        `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
      ],
    });
    const page = await firstPage(bytes);
    expect(page.texts.map(({ text }) => text)).toEqual((await stringsOfPdfJs(bytes)).map(([text]) => text));
  });
});

test("words set with wide spacing are not torn", async () => {
  const tracked = await piecesOf({ operators: "BT /regular 12 Tf 4 Tc 50 700 Td (MINUTES OF MAY) Tj ET" });
  expect(tracked.pieces.map(({ text }) => text).join(" ")).toBe("MINUTES OF MAY");
  const kerned = await piecesOf({
    operators: "BT /regular 12 Tf 50 700 Td [(P) -300 (r) -300 (e) -300 (s) -300 (e) -300 (n) -300 (t)] TJ ET",
  });
  expect(kerned.pieces.map(({ text }) => text)).toEqual(["Present"]);
  const page = await piecesOf({ words: [{ x: 50, y: 800, text: "3 | P a g e" }] });
  expect(page.pieces.map(({ text }) => text)).toEqual(["3 | Page"]);
});

test("initials in a row stay apart", async () => {
  const { pieces } = await piecesOf({ words: [{ x: 50, y: 100, text: "A B and C D E F" }] });
  expect(pieces.map(({ text }) => text)).toEqual(["A B and C D E F"]);
});

test("what is filled into a form is read", async () => {
  const look = "BT /regular 10 Tf 2 4 Td (Cllr Ashe) Tj ET";
  const field =
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (chair) /V (Cllr Ashe) /Rect [100 700 200 716] /AP << /N 8 0 R >> >>";
  const form =
    `<< /Type /XObject /Subtype /Form /BBox [0 0 100 16] /Resources << /Font << /regular 3 0 R >> >> /Length ${look.length} >>\n` +
    `stream\n${look}\nendstream`;
  const { pieces } = await piecesOf(
    { words: [{ x: 50, y: 138, text: "Chair:" }], annotations: [field] },
    { objects: [form] },
  );
  expect(pieces.map(({ text }) => text)).toEqual(["Chair:", "Cllr Ashe"]);
  expect(pieces[1]?.box.x0).toBeCloseTo(102);
  expect(pieces[1]?.baseline).toBeCloseTo(138);
});

describe("pages whose text is turned as a whole", () => {
  const sentences = ["The meeting opened at seven in the village hall.", "Apologies were received from two members."];

  test.each([
    [90, (index: number) => ({ x: 100 + 20 * index, y: 700 })],
    [270, (index: number) => ({ x: 400 - 20 * index, y: 100 })],
    [180, (index: number) => ({ x: 500, y: 700 - 20 * index })],
  ])("by %s degrees", async (turn, place) => {
    const words = sentences.map((text, index) => ({ text, turn, ...place(index) }));
    const { pieces, turned } = await piecesOf({ words });
    expect(turned).toEqual([]);
    expect(pieces.map(({ text }) => text)).toEqual(sentences);
    const [first, second] = pieces;
    expect((second?.baseline ?? 0) - (first?.baseline ?? 0)).toBeCloseTo(20);
    expect(second?.box.x0).toBeCloseTo(first?.box.x0 ?? -1);
  });

  test("a stamp on an upright page is only a stamp", async () => {
    const words = [
      ...sentences.map((text, index) => ({ x: 50, y: 100 + 20 * index, text })),
      { x: 500, y: 400, turn: 90, text: "COPY" },
    ];
    const { pieces, turned } = await piecesOf({ words });
    expect(pieces).toHaveLength(2);
    expect(turned.map(({ text }) => text)).toEqual(["COPY"]);
  });
});

describe("water marks", () => {
  const lines = Array.from({ length: 30 }, (_, index) => ({
    x: 50,
    y: 60 + 20 * index,
    text: `The committee noted report ${index}.`,
  }));

  test("large words under the text are one", async () => {
    const { pieces, turned } = await piecesOf({ words: [{ x: 60, y: 400, text: "DRAFT", size: 100 }, ...lines] });
    expect(pieces).toHaveLength(30);
    expect(turned.map(({ text }) => text)).toEqual(["DRAFT"]);
  });

  test("pale words between the lines are one", async () => {
    const operators = "0.8 g BT /bold 48 Tf 350 420 Td (COPY) Tj ET";
    const { turned } = await piecesOf({ words: lines, operators });
    expect(turned.map(({ text }) => text)).toEqual(["COPY"]);
  });

  test("a large title is none", async () => {
    const { pieces, turned } = await piecesOf({ words: [{ x: 50, y: 40, text: "Minutes", size: 40 }, ...lines] });
    expect([pieces.length, turned.length]).toEqual([31, 0]);
  });
});

test("what the file tags as a heading is one", async () => {
  const operators =
    "/H2 << /MCID 0 >> BDC BT /bold 12 Tf 50 700 Td (Finance) Tj ET EMC /P << /MCID 1 >> BDC BT /regular 12 Tf 50 600 Td (The clerk reported.) Tj ET EMC";
  const reading = await readPdf(makePdf([{ operators }]));
  if (!reading.isRead) throw new Error(reading.message);
  expect(reading.document.body.map((block) => (block.type === "paragraph" ? block.heading : null))).toEqual([2, null]);
});

test("headings of the structure are known by their content, unless nearly all of the page is called one", async () => {
  const operators =
    "/P << /MCID 0 >> BDC BT /bold 12 Tf 50 700 Td (Finance) Tj ET EMC /P << /MCID 1 >> BDC BT /regular 12 Tf 50 600 Td (The clerk reported.) Tj ET EMC";
  const settings = (role: string): PdfSettings => ({
    catalog: "/MarkInfo << /Marked true >> /StructTreeRoot 8 0 R",
    pageEntries: "/StructParents 0",
    objects: [
      "<< /Type /StructTreeRoot /K 9 0 R /ParentTree << /Nums [0 [10 0 R 11 0 R]] >> >>",
      "<< /Type /StructElem /S /Document /P 8 0 R /K [10 0 R 11 0 R] >>",
      "<< /Type /StructElem /S /H1 /P 9 0 R /Pg 6 0 R /K 0 >>",
      `<< /Type /StructElem /S /${role} /P 9 0 R /Pg 6 0 R /K 1 >>`,
    ],
  });
  const headings = async (role: string) =>
    (await firstPage(makePdf([{ operators }], settings(role)))).texts.map(({ heading }) => heading);
  expect(await headings("P")).toEqual([1, null]);
  expect(await headings("H1")).toEqual([null, null]);
});
