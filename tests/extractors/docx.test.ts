import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/extractors/blocks.js";
import { readDocx } from "../../src/extractors/docx/read-docx.js";
import type { LaidOut } from "../../src/extractors/lay-out.js";
import { layOut } from "../../src/extractors/lay-out.js";
import { type DocxParts, makeDocx, wordParagraph, wordRun } from "./docx-builder.js";

async function read(parts: DocxParts): Promise<LaidOut> {
  const reading = await readDocx(await makeDocx(parts));
  if (!reading.isRead) throw new Error(reading.message);
  return reading.document;
}

async function textOf(body: string, more: Partial<DocxParts> = {}): Promise<string> {
  return layOut("id", await read({ body, ...more })).text;
}

function cellsOf(block: Block | undefined): string[][] {
  if (block?.type !== "grid") return [];
  const rows: string[][] = [];
  for (const cell of block.cells) {
    const text = layOut("id", {
      format: "docx",
      body: cell.blocks,
      trailer: [],
      pages: null,
      metadata: { title: null, author: null, created: null },
    }).text;
    rows[cell.row] = [...(rows[cell.row] ?? []), text.trim()];
  }
  return rows;
}

describe("words", () => {
  it("have headings, titles and emphases, also from styles", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Item heading"/><w:basedOn w:val="H2"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>`;
    const body =
      wordParagraph("Minutes", { style: "T" }) +
      wordParagraph("Apologies", { style: "Own" }) +
      wordParagraph("Ash", { letters: '<w:u w:val="single"/>' });
    expect((await read({ body, styles })).body).toMatchObject([
      { heading: 1, runs: [{ text: "Minutes" }] },
      { heading: 2, size: 14, runs: [{ text: "Apologies", emphases: ["bold"] }] },
      { heading: null, runs: [{ text: "Ash", emphases: ["underline"] }] },
    ]);
  });

  it("that are hidden or deleted are left out, those inserted are kept", async () => {
    const body = `<w:p>${wordRun("Seen")}${wordRun(" hidden", "<w:vanish/>")}<w:del w:id="1"><w:r><w:delText> deleted</w:delText></w:r></w:del><w:ins w:id="2">${wordRun(" inserted")}</w:ins></w:p>`;
    expect(await textOf(body)).toBe("Seen inserted\n");
  });

  it("break where the document breaks the line", async () => {
    expect(await textOf(wordParagraph("Ash\nElm"))).toBe("Ash\nElm\n");
    expect(await textOf(`<w:p>${wordRun("Ash")}<w:r><w:br w:type="page"/></w:r>${wordRun("Elm")}</w:p>`)).toBe(
      "Ash\nElm\n",
    );
  });

  it("stand apart after an empty paragraph or space", async () => {
    const spaced = '<w:p><w:pPr><w:spacing w:before="240"/></w:pPr><w:r><w:t>Three</w:t></w:r></w:p>';
    const { body } = await read({
      body: wordParagraph("One") + wordParagraph("Two") + spaced + wordParagraph("") + wordParagraph("Four"),
    });
    expect(body.map((block) => block.type === "paragraph" && block.isAfterGap)).toEqual([false, false, true, true]);
  });

  it("lose typed bullets", async () => {
    const { body } = await read({ body: wordParagraph("• Ash") + wordParagraph("\u2013 Elm") });
    expect(body).toMatchObject([
      { list: "bullet", runs: [{ text: "Ash" }] },
      { list: "bullet", runs: [{ text: "Elm" }] },
    ]);
  });
});

describe("tabs", () => {
  it("between words of neighbouring paragraphs are columns", async () => {
    const body =
      wordParagraph("Present:") +
      wordParagraph("A Ash\t\tElmton Council") +
      wordParagraph("B Beech\tPolice") +
      wordParagraph("Others came too.");
    const blocks = (await read({ body })).body;
    expect(blocks.map((block) => block.type)).toEqual(["paragraph", "grid", "paragraph"]);
    expect(cellsOf(blocks[1])).toEqual([
      ["A Ash", "Elmton Council"],
      ["B Beech", "Police"],
    ]);
  });

  it("in front of a line leave the first column empty", async () => {
    const blocks = (
      await read({
        body: wordParagraph("Present:\tA Ash\tChair") + wordParagraph("\tB Beech") + wordParagraph("\tC Cedar"),
      })
    ).body;
    expect(cellsOf(blocks[0])).toEqual([
      ["Present:", "A Ash", "Chair"],
      ["", "B Beech", ""],
      ["", "C Cedar", ""],
    ]);
  });

  it("leave a cell empty where two follow each other and the other rows have one a column", async () => {
    const rows = ["School\tMay\tJune", "Moor View\t\t97", "St Brannock\t12"];
    const body = rows.map((row) => wordParagraph(row)).join("");
    expect(cellsOf((await read({ body })).body[0])).toEqual([
      ["School", "May", "June"],
      ["Moor View", "", "97"],
      ["St Brannock", "12", ""],
    ]);
    const padded = ["Name\t\tPost\tSince", "A Ash\t\tClerk", "B Beech\tChair\t2019"];
    expect(cellsOf((await read({ body: padded.map((row) => wordParagraph(row)).join("") })).body[0])).toEqual([
      ["Name", "Post", "Since"],
      ["A Ash", "Clerk", ""],
      ["B Beech", "Chair", "2019"],
    ]);
  });

  it("behind a number are columns where a title stands over the numbers", async () => {
    const list = [
      ["No.", "Article", "Value"],
      ["1", "Ladders", "£12"],
      ["2.", "Flags", ""],
    ];
    const body = list.map((row) => wordParagraph(row.join("\t"))).join("");
    expect(cellsOf((await read({ body })).body[0])).toEqual(list);
    const untitled = wordParagraph("(a)\tLadders\tLoft") + wordParagraph("(b)\tFlags\tPorch");
    expect(cellsOf((await read({ body: untitled })).body[0])).toEqual([
      ["(a) Ladders", "Loft"],
      ["(b) Flags", "Porch"],
    ]);
  });

  it("behind a number, in front of a paragraph or alone are blanks", async () => {
    expect(
      await textOf(wordParagraph("1.\tApologies") + wordParagraph("(a)\tFrom Ash") + wordParagraph("\tNone came.")),
    ).toBe("1. Apologies\n(a) From Ash\nNone came.\n");
    expect(await textOf(wordParagraph("Date:\t3 May 2024"))).toBe("Date: 3 May 2024\n");
  });

  it("may be rows of dots or dashes", async () => {
    const heading = wordParagraph("Finance report --------- B Beech", { letters: "<w:b/>" });
    expect(cellsOf((await read({ body: heading + wordParagraph("All is well.") })).body[0])).toEqual([
      ["Finance report", "B Beech"],
    ]);
    expect(await textOf(wordParagraph("Signed ........................"))).toBe("Signed ........................\n");
  });

  it("set a name apart from a bold heading", async () => {
    const heading = wordParagraph("Finance report\tB Beech", { letters: "<w:b/>" });
    expect(cellsOf((await read({ body: heading + wordParagraph("All is well.") })).body[0])).toEqual([
      ["Finance report", "B Beech"],
    ]);
  });
});

describe("tables", () => {
  it("keep merged cells and heads", async () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Action", '<w:gridSpan w:val="2"/>')}${cell("Owner")}</w:tr>
      <w:tr>${cell("1")}${cell("Write")}${cell("AB", '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell("2")}${cell("Call")}${cell("", "<w:vMerge/>")}</w:tr></w:tbl>`;
    const [grid] = (await read({ body })).body;
    expect(grid).toMatchObject({ type: "grid", kind: "table", rows: 3, cols: 3 });
    expect(
      grid?.type === "grid" && grid.cells.map((one) => [one.row, one.col, one.rowSpan, one.colSpan, one.isHeader]),
    ).toEqual([
      [0, 0, 1, 2, true],
      [0, 2, 1, 1, true],
      [1, 0, 1, 1, false],
      [1, 1, 1, 1, false],
      [1, 2, 2, 1, false],
      [2, 0, 1, 1, false],
      [2, 1, 1, 1, false],
    ]);
  });
});

describe("what stands outside the body", () => {
  it("is the trailer: headers once and without page numbers, footnotes", async () => {
    const page =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const header = `${wordParagraph("Elmton Council, 3 May 2024")}<w:p>${page}</w:p>${wordParagraph("Elmton Council, 3 May 2024")}`;
    const footnotes = `<w:footnote w:id="2">${wordParagraph("Ash left at noon.")}</w:footnote>`;
    const body = `<w:p>${wordRun("A Ash")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const source = layOut("id", await read({ body, header, footnotes }));
    expect(source.text.slice(0, source.trailerStart)).toBe("A Ash[1]\n");
    expect(source.text.slice(source.trailerStart)).toBe("Elmton Council, 3 May 2024\n[1] Ash left at noon.\n");
  });

  it("is metadata", async () => {
    const core =
      "<dc:title>Minutes</dc:title><dc:creator>A Clerk</dc:creator><dcterms:created>2024-05-03T10:00:00Z</dcterms:created>";
    expect((await read({ body: wordParagraph("x"), core })).metadata).toEqual({
      title: "Minutes",
      author: "A Clerk",
      created: "2024-05-03T10:00:00Z",
      modified: null,
    });
  });
});

describe("bad input", () => {
  const codeOf = async (bytes: Buffer) => {
    const reading = await readDocx(bytes);
    return reading.isRead ? "read" : reading.code;
  };

  it("is named", async () => {
    const whole = await makeDocx({ body: wordParagraph("x") });
    expect(await codeOf(Buffer.alloc(0))).toBe("document/empty");
    expect(await codeOf(Buffer.from("no zip at all"))).toBe("document/damaged");
    expect(await codeOf(whole.subarray(0, whole.length - 60))).toBe("document/damaged");
    expect(await codeOf(await new JSZip().file("a.txt", "a").generateAsync({ type: "nodebuffer" }))).toBe(
      "document/damaged",
    );
    expect(await codeOf(await new JSZip().file("xl/workbook.xml", "a").generateAsync({ type: "nodebuffer" }))).toBe(
      "document/unsupported-format",
    );
    expect(
      await codeOf(await new JSZip().file("word/document.xml", "<w:document").generateAsync({ type: "nodebuffer" })),
    ).toBe("document/damaged");
    expect(await codeOf(await makeDocx({ body: "" }))).toBe("document/empty");
    const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await codeOf(Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]))).toBe(
      "document/encrypted",
    );
    expect(await codeOf(container)).toBe("document/unsupported-format");
  });

  it("is refused by the size that it claims, before it is unpacked", async () => {
    const bytes = await makeDocx({ body: wordParagraph("x") });
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(600 * 1024 * 1024, entry + 24);
    expect(await codeOf(bytes)).toBe("document/too-large");
  });

  it("never throws, whatever bytes are changed", async () => {
    const whole = await makeDocx({ body: wordParagraph("Apologies", { numId: 1 }), styles: "", numbering: "" });
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(typeof (await readDocx(bytes)).isRead).toBe("boolean");
      }),
      { numRuns: 60 },
    );
  });
});
