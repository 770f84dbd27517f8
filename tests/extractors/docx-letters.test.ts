import { describe, expect, it } from "vitest";
import type { Block } from "../../src/extractors/blocks.js";
import { paragraphStyle, wordCell, wordParagraph, wordRow, wordRun, wordTable } from "./docx-builder.js";
import { readMade } from "./docx-reading.js";

const emphasesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === "paragraph"
      ? block.runs.map((run) => `${run.text.trim()}: ${run.emphases.join(" ")}`.trim())
      : block.cells.flatMap((cell) => emphasesOf(cell.blocks)),
  );

describe("bold words", () => {
  const character = (id: string, letters: string) =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${letters}</w:rPr></w:style>`;
  const styles =
    paragraphStyle("Heavy", "", "<w:b/>") +
    paragraphStyle("Based", "", "", "Heavy") +
    paragraphStyle("Light", "", '<w:b w:val="0"/>', "Heavy") +
    character("Strong", "<w:b/>");

  const inStyle = (style: string, runs: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;

  it("are so by their paragraph's style, and by those that it is based on", async () => {
    const body = ["Heavy", "Based", "Light"].map((style) => inStyle(style, wordRun(style))).join("");
    expect(emphasesOf((await readMade({ body, styles })).document.body)).toEqual([
      "Heavy: bold",
      "Based: bold",
      "Light:",
    ]);
  });

  it("are plain again where two levels of styles make them bold; what a run states holds (17.7.3)", async () => {
    const strong = '<w:rStyle w:val="Strong"/>';
    const body =
      wordParagraph("a", { letters: strong }) +
      inStyle("Heavy", wordRun("b", strong)) +
      inStyle("Heavy", wordRun("c", `${strong}<w:b/>`)) +
      inStyle("Heavy", wordRun("d", '<w:b w:val="off"/>'));
    expect(emphasesOf((await readMade({ body, styles })).document.body)).toEqual(["a: bold", "b:", "c: bold", "d:"]);
  });
});

describe("heads of tables", () => {
  const styles = `<w:style w:type="table" w:styleId="Base"><w:name w:val="Base"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
    <w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:basedOn w:val="Base"/><w:tblStylePr w:type="firstCol"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>
    ${paragraphStyle("Heavy", "", "<w:b/>")}`;
  const rows = [
    wordRow([wordCell("Action"), wordCell("Owner")]),
    wordRow([wordCell("Write"), wordCell(wordParagraph("Ash", { style: "Heavy" }))]),
  ];
  const table = (look: string) => wordTable(rows, `<w:tblStyle w:val="Grid"/>${look}`);

  it.each([
    ['<w:tblLook w:val="04A0"/>', ["Action: bold italic", "Owner: bold", "Write: italic", "Ash: bold"]],
    ['<w:tblLook w:firstRow="1" w:firstColumn="0"/>', ["Action: bold", "Owner: bold", "Write:", "Ash: bold"]],
    ['<w:tblLook w:val="0000"/>', ["Action:", "Owner:", "Write:", "Ash: bold"]],
  ])("are as the table's style sets those of its parts that are used: %s", async (look, expected) => {
    expect(emphasesOf((await readMade({ body: table(look), styles })).document.body)).toEqual(expected);
  });

  it("are plain where a bold paragraph stands in a bold row", async () => {
    const body = wordTable(
      [wordRow([wordCell(wordParagraph("Head", { style: "Heavy" })), wordCell("Owner")]), ...rows],
      '<w:tblStyle w:val="Base"/><w:tblLook w:firstRow="1"/>',
    );
    expect(emphasesOf((await readMade({ body, styles })).document.body).slice(0, 2)).toEqual(["Head:", "Owner: bold"]);
  });
});
