/** What belongs to the page rather than to the minutes stands in the trailer: heads, feet, numbers, lines for signing, notes. */

import { describe, expect, test } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { makePdf, type PageDrawing, type Words } from "./pdf-maker.js";

async function partsOf(
  ...pages: readonly PageDrawing[]
): Promise<{ readonly body: string; readonly trailer: string[] }> {
  const reading = await readPdf(makePdf(pages));
  if (!reading.isRead) throw new Error(reading.message);
  const { text, trailerStart } = layOut("id", reading.document);
  return { body: text.slice(0, trailerStart), trailer: text.slice(trailerStart).split("\n").filter(Boolean) };
}

/** Twenty lines of minutes on the upper part of a page. */
function minutes(of: string): Words[] {
  return Array.from({ length: 20 }, (_, index) => ({
    x: 60,
    y: 120 + 24 * index,
    text: `${index + 1}. The ${of} group reported on its work in the parish and thanked all helpers.`,
  }));
}

const foot = (text: string): Words => ({ x: 60, y: 800, text });

describe("page numbers", () => {
  test.each(["Page 3 of 7", "- 3 -", "3 | P a g e", "Page No. 3", "[3]", "3/7", "~ 3 ~", "iv"])("%s", async (text) => {
    const { body, trailer } = await partsOf({ words: [...minutes("paths"), foot(text)] });
    // A dash before words is a bullet, and bullets are not in the text.
    expect(trailer).toEqual([text.replace("P a g e", "Page").replace(/^- /, "")]);
    expect(body).toContain("20. The paths group");
  });

  test.each(["3 members", "7.30 pm", "Item 3"])("%s is none", async (text) => {
    expect((await partsOf({ words: [...minutes("paths"), foot(text)] })).trailer).toEqual([]);
  });
});

describe("lines for signing", () => {
  test.each([
    "Signed .................... Date ..............",
    "Initialled ..........",
    "Chairman's initials ________ Date ________",
  ])("%s at the foot of one page of two", async (text) => {
    const { trailer } = await partsOf({ words: [...minutes("paths"), foot(text)] }, { words: minutes("trees") });
    expect(trailer).toEqual([text]);
  });

  test("a sentence about signing stays", async () => {
    const text = "The chair signed the lease; the date .... was left open.";
    expect((await partsOf({ words: [...minutes("paths"), foot(text)] }, { words: minutes("trees") })).trailer).toEqual(
      [],
    );
  });
});

describe("what the file marks as an artifact", () => {
  const marked = (y: number, text: string) =>
    `/Artifact << /Type /Pagination >> BDC BT /regular 9 Tf 60 ${y} Td (${text}) Tj ET EMC`;

  test("is a foot though no other page has it, and a head from the second page on", async () => {
    const { body, trailer } = await partsOf(
      {
        words: minutes("paths"),
        operators: [marked(800, "Nether Hallow Parish Council"), marked(40, "Draft of 3 May")].join("\n"),
      },
      { words: minutes("trees"), operators: marked(800, "Minutes of May") },
    );
    expect(trailer).toEqual(["Draft of 3 May", "Minutes of May"]);
    expect(body).toContain("Nether Hallow Parish Council");
  });

  test("says nothing where the whole page is marked so", async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      marked(800 - 25 * index, `Sentence ${index} of the minutes.`),
    );
    expect((await partsOf({ words: minutes("paths") }, { operators: lines.join("\n") })).trailer).toEqual([]);
  });
});

describe("footnotes", () => {
  const notes: Words[] = [
    { x: 60, y: 716, text: "1", size: 5 },
    { x: 64, y: 720, text: "As reported to the county in March and", size: 8 },
    { x: 64, y: 730, text: "corrected in April.", size: 8 },
    { x: 60, y: 738, text: "2", size: 5 },
    { x: 64, y: 742, text: "See the report of the clerk.", size: 8 },
  ];

  test("stand in the trailer with their marks", async () => {
    const { body, trailer } = await partsOf({ words: [...minutes("paths"), ...notes], lines: [[60, 705, 200, 705]] });
    expect(trailer).toHaveLength(2);
    expect(trailer[0]).toMatch(/^1 ?As reported to the county in March and corrected in April\.$/);
    expect(trailer[1]).toMatch(/^2 ?See the report of the clerk\.$/);
    expect(body).not.toContain("As reported");
  });

  test("small type without a rule stays in the body", async () => {
    expect((await partsOf({ words: [...minutes("paths"), ...notes] })).trailer).toEqual([]);
  });

  test("a rule over text of the usual size makes none", async () => {
    const words = [...minutes("paths"), { x: 60, y: 720, text: "1 Any other business was put off." }];
    expect((await partsOf({ words, lines: [[60, 705, 200, 705]] })).trailer).toEqual([]);
  });
});

test("rows of a list over several pages that differ in their numbers only are no running heads", async () => {
  const page = (first: number, count: number): PageDrawing => ({
    words: Array.from({ length: count }, (_, index) => index).flatMap((index) => [
      { x: 60, y: 60 + 16 * index, text: `Plot ${first + index}` },
      { x: 260, y: 60 + 16 * index, text: `£${first + index}.00` },
    ]),
  });
  const { body, trailer } = await partsOf(page(1, 47), page(48, 47), page(95, 1));
  expect(trailer).toEqual([]);
  expect(body.match(/Plot/g)).toHaveLength(95);
});
