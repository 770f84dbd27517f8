import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatCounter } from "../../src/extractors/docx/number-format.js";
import { readDocx } from "../../src/extractors/docx/read-docx.js";
import { layOut } from "../../src/extractors/lay-out.js";
import {
  listDefinition,
  listLevel,
  listOf,
  makeDocx,
  paragraphStyle,
  startAt,
  textBox,
  wordParagraph,
  wordRun,
} from "./docx-builder.js";
import { bodyLines as linesOf, trailerLines } from "./docx-reading.js";

const START_43 = '<w:start w:val="43"/>';
const MULTI = listDefinition(
  0,
  listLevel(0, "decimal", "%1.", START_43) + listLevel(1, "decimal", "%1.%2") + listLevel(2, "lowerLetter", "(%3)"),
);
const at = (level: number, text: string, numId = 1) => wordParagraph(text, { numId, level });

describe("automatic numbers", () => {
  it("count in levels and restart below", async () => {
    const body =
      at(0, "Apologies") +
      at(1, "From Ash") +
      at(2, "by post") +
      at(2, "by wire") +
      at(1, "From Elm") +
      at(2, "in person") +
      at(0, "Minutes") +
      at(1, "Approved");
    expect(await linesOf({ body, numbering: MULTI + listOf(1, 0) })).toEqual([
      "43. Apologies",
      "43.1 From Ash",
      "(a) by post",
      "(b) by wire",
      "43.2 From Elm",
      "(a) in person",
      "44. Minutes",
      "44.1 Approved",
    ]);
  });

  it("go on over paragraphs between, and over lists of the same definition", async () => {
    const body = at(0, "One") + wordParagraph("Words.") + at(0, "Two") + at(0, "Three", 2);
    expect(await linesOf({ body, numbering: MULTI + listOf(1, 0) + listOf(2, 0) })).toEqual([
      "43. One",
      "Words.",
      "44. Two",
      "45. Three",
    ]);
  });

  it("start anew where the list says so, once", async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>';
    const body = at(0, "One") + at(0, "Seven", 2) + at(0, "Eight", 2);
    expect(await linesOf({ body, numbering: MULTI + listOf(1, 0) + listOf(2, 0, override) })).toEqual([
      "43. One",
      "7. Seven",
      "8. Eight",
    ]);
  });

  it("take a level that the list replaces", async () => {
    const override = `<w:lvlOverride w:ilvl="0">${listLevel(0, "upperRoman", "Item %1:", '<w:start w:val="4"/>')}</w:lvlOverride>`;
    expect(await linesOf({ body: at(0, "Finance", 2), numbering: MULTI + listOf(2, 0, override) })).toEqual([
      "Item IV: Finance",
    ]);
  });

  it("come from a style, from the style that it is based on, and from the level linked to it", async () => {
    const levels =
      listLevel(0, "decimal", "%1.") +
      listLevel(1, "lowerLetter", "%2)", '<w:start w:val="1"/><w:pStyle w:val="Sub"/>');
    const styles = `<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold item"/><w:basedOn w:val="Item"/></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Item"/></w:style>`;
    const named = (style: string, text: string) => wordParagraph(text, { style });
    const body =
      named("Item", "One") +
      named("Sub", "first") +
      named("Sub", "second") +
      named("Bold", "Two") +
      wordParagraph("None", { style: "Item", numId: 0 });
    expect(await linesOf({ body, styles, numbering: listDefinition(0, levels) + listOf(1, 0) })).toEqual([
      "1. One",
      "a) first",
      "b) second",
      "2. Two",
      "None",
    ]);
  });

  it("follow the link of a definition to a numbering style", async () => {
    const link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Minutes"/></w:abstractNum>';
    const styles =
      '<w:style w:type="numbering" w:styleId="Minutes"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(
      await linesOf({ body: at(0, "Apologies", 2), styles, numbering: MULTI + link + listOf(1, 0) + listOf(2, 1) }),
    ).toEqual(["43. Apologies"]);
  });

  it("never restart, or print digits only, where the level says so", async () => {
    const levels =
      listLevel(0, "upperRoman", "%1.") +
      listLevel(1, "decimal", "%1.%2", '<w:start w:val="1"/><w:lvlRestart w:val="0"/><w:isLgl/>');
    expect(
      await linesOf({
        body: at(0, "A") + at(1, "a") + at(0, "B") + at(1, "b"),
        numbering: listDefinition(0, levels) + listOf(1, 0),
      }),
    ).toEqual(["I. A", "1.1 a", "II. B", "2.2 b"]);
  });

  it("are bullets, or nothing, where the list says so", async () => {
    const levels = listLevel(0, "bullet", "\uf0b7") + listLevel(1, "none", "");
    const reading = await readDocx(
      await makeDocx({ body: at(0, "Ash") + at(1, "Elm"), numbering: listDefinition(0, levels) + listOf(1, 0) }),
    );
    expect(reading.isRead && reading.document.body).toMatchObject([
      { list: "bullet", runs: [{ text: "Ash" }] },
      { list: null, runs: [{ text: "Elm" }] },
    ]);
  });

  it("are not counted for paragraphs that a tracked change deletes", async () => {
    const deleted =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>';
    expect(await linesOf({ body: at(0, "One") + deleted + at(0, "Two"), numbering: MULTI + listOf(1, 0) })).toEqual([
      "43. One",
      "44. Two",
    ]);
  });

  it("are reported where their format is not known", async () => {
    const numbering = listDefinition(0, listLevel(0, "thaiLetters", "%1.")) + listOf(1, 0);
    const reading = await readDocx(await makeDocx({ body: at(0, "One"), numbering }));
    expect(reading).toMatchObject({ isRead: true, diagnostics: [{ code: "docx/numbering-unresolved" }] });
  });

  it("are bold where their paragraph is", async () => {
    const reading = await readDocx(
      await makeDocx({
        body: wordParagraph("Apologies", { numId: 1, letters: "<w:b/>" }),
        numbering: MULTI + listOf(1, 0),
      }),
    );
    expect(reading.isRead && reading.document.body).toMatchObject([
      { list: "number", runs: [{ text: "43. Apologies", emphases: ["bold"] }] },
    ]);
  });
});

describe("automatic numbers that LibreOffice prints otherwise, by ECMA-376", () => {
  const lines = (levels: string, order: readonly number[]) =>
    linesOf({
      body: order.map((level) => at(level, "x")).join(""),
      numbering: listDefinition(0, levels) + listOf(1, 0),
    });

  it("restart only below the level that is named (17.9.10)", async () => {
    const levels =
      listLevel(0, "decimal", "%1") +
      listLevel(1, "decimal", "%1.%2") +
      listLevel(2, "decimal", "%1.%2.%3", '<w:start w:val="1"/><w:lvlRestart w:val="1"/>');
    expect(await lines(levels, [0, 1, 2, 1, 2, 0, 1, 2])).toEqual([
      "1 x",
      "1.1 x",
      "1.1.1 x",
      "1.2 x",
      "1.2.2 x",
      "2 x",
      "2.1 x",
      "2.1.1 x",
    ]);
  });

  it("begin at the list's own start whenever its level begins anew (17.9.26)", async () => {
    const levels = listLevel(0, "decimal", "%1") + listLevel(1, "decimal", "%1.%2");
    const numbering = listDefinition(0, levels) + listOf(1, 0) + listOf(2, 0, startAt(1, 5));
    const body = at(0, "a") + at(1, "b") + at(1, "c", 2) + at(1, "d", 2) + at(0, "e", 2) + at(1, "f", 2);
    expect(await linesOf({ body, numbering })).toEqual(["1 a", "1.1 b", "1.5 c", "1.6 d", "2 e", "2.5 f"]);
  });

  it("are digits in a legal level, but for those with a nought (17.9.4)", async () => {
    const levels =
      listLevel(0, "upperRoman", "%1") +
      listLevel(1, "lowerLetter", "%1.%2", '<w:start w:val="1"/><w:isLgl/>') +
      listLevel(2, "decimalZero", "%1-%3", '<w:start w:val="1"/><w:isLgl/>');
    expect(await lines(levels, [0, 1, 2])).toEqual(["I x", "1.1 x", "1-01 x"]);
  });

  it("leave out a level that prints none, and the bullet of one above", async () => {
    const levels = listLevel(0, "none", "") + listLevel(1, "decimal", "%1.%2");
    expect(await lines(levels, [0, 1])).toEqual(["x", ".1 x"]);
    expect(await lines(listLevel(0, "bullet", "-") + listLevel(1, "decimal", "%1%2."), [0, 1])).toEqual(["x", "1. x"]);
  });

  it("touch the words where nothing stands between, and are hidden where their letters are", async () => {
    const touching = '<w:start w:val="1"/><w:suff w:val="nothing"/>';
    const hidden = listLevel(1, "decimal", "%2.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>");
    expect(await lines(listLevel(0, "decimal", "[%1]", touching) + hidden, [0, 1])).toEqual(["[1]x", "x"]);
  });

  it("take their level from the list where it names the style or the one that it is based on (17.9.23)", async () => {
    const levels =
      listLevel(0, "decimal", "%1", '<w:start w:val="1"/><w:pStyle w:val="A"/>') +
      listLevel(1, "lowerLetter", "(%2)", '<w:start w:val="1"/><w:pStyle w:val="B"/>');
    const list = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const styles = paragraphStyle("A", list) + paragraphStyle("B", list) + paragraphStyle("C", "", "", "B");
    const body = ["A", "B", "C"].map((style) => wordParagraph(style, { style })).join("");
    expect(await linesOf({ body, styles, numbering: listDefinition(0, levels) + listOf(1, 0) })).toEqual([
      "1 A",
      "(a) B",
      "(b) C",
    ]);
  });

  it("do not count hidden paragraphs, hidden rows and rows that are deleted", async () => {
    const hidden = wordParagraph("hidden", { numId: 1, level: 0, letters: "<w:vanish/>", mark: "<w:vanish/>" });
    const row = (properties: string, text: string) =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${at(0, text)}</w:tc><w:tc>${wordParagraph("y")}</w:tc></w:tr>`;
    const table = `<w:tbl>${row("<w:hidden/>", "a")}${row('<w:del w:id="1"/>', "b")}${row("", "c")}</w:tbl>`;
    const numbering = MULTI + listOf(1, 0);
    expect(await linesOf({ body: at(0, "One") + hidden + at(0, "Two") + table, numbering })).toEqual([
      "43. One",
      "44. Two",
      "45. c",
      "y",
    ]);
  });

  it("are counted apart in text boxes, headers and notes", async () => {
    const numbering = listDefinition(0, listLevel(0, "decimal", "%1.")) + listOf(1, 0);
    const box = `<w:p>${wordRun("Anchor")}${textBox(at(0, "box"))}</w:p>`;
    const reference = `<w:p>${wordRun("Note")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const parts = {
      body: at(0, "one") + box + at(0, "two") + box + reference,
      header: at(0, "head"),
      footnotes: `<w:footnote w:id="2">${wordParagraph("said")}${at(0, "foot")}</w:footnote>`,
      numbering,
    };
    expect(await linesOf(parts)).toEqual(["1. one", "Anchor", "1. box", "2. two", "Anchor", "2. box", "Note[1]"]);
    expect(await trailerLines(parts)).toEqual(["1. head", "[1] said", "1. foot"]);
  });

  it("go with the words: to the next paragraph where a mark is deleted, before it where it is hidden", async () => {
    const numbering = MULTI + listOf(1, 0);
    const deleted = wordParagraph("Gone on ", { numId: 1, level: 0, mark: '<w:del w:id="1"/>' });
    const runIn = wordParagraph("Title. ", { numId: 1, level: 0, mark: "<w:vanish/><w:specVanish/>" });
    const body = deleted + at(0, "here") + runIn + wordParagraph("Text.") + at(0, "Last");
    expect(await linesOf({ body, numbering })).toEqual(["43. Gone on here", "44. Title. Text.", "45. Last"]);
  });
});

describe("formats of a counter", () => {
  it.each([
    [28, "lowerLetter", "bb"],
    [3, "upperLetter", "C"],
    [44, "lowerRoman", "xliv"],
    [9, "decimalZero", "09"],
    [22, "ordinal", "22nd"],
    [112, "ordinal", "112th"],
    [21, "ordinalText", "Twenty-first"],
    [12, "cardinalText", "Twelve"],
    [123, "cardinalText", "One hundred twenty-three"],
    [100, "ordinalText", "One hundredth"],
    [27, "hex", "1B"],
    [5, "chicago", "**"],
    [3, "numberInDash", "- 3 -"],
    [7, "001, 002, 003, ...", "007"],
    [1, "none", ""],
    [1, "thaiLetters", null],
  ])("%i as %s is %s", (value, format, printed) => {
    expect(formatCounter(value, format)).toBe(printed);
  });
});

const CORPUS = "../shared/corpus";
const FILES = ["community-council-docx", "ngo-board-docx"]
  .map((folder) => join(CORPUS, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".docx"));

const plain = (text: string) => text.replace(/[\s\u00a0]+/g, " ").trim();

describe.skipIf(FILES.length === 0)("numbers of real documents (skipped where ../shared/corpus is missing)", () => {
  /** Label by hand-checked count: entries with numbers and with bullets. */
  const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
    "govan-23june.docx": [12, 0],
    "govan-23novembergovancc.docx": [25, 0],
    "govan-24july.docx": [4, 0],
    "govan-24june.docx": [4, 0],
    "govan-24may.docx": [4, 0],
    "nmnwse-20131027min-draft.docx": [0, 16],
    "nmnwse-20140809min-draft.docx": [0, 10],
  };

  const entriesOf = async (path: string) => {
    const reading = await readDocx(readFileSync(path));
    if (!reading.isRead) throw new Error(reading.message);
    const source = layOut("id", reading.document);
    const lines = source.lines.map((line) => ({
      list: line.style.list,
      text: plain(source.text.slice(line.span.start, line.span.end)),
    }));
    return {
      numbers: lines.filter((line) => line.list === "number"),
      bullets: lines.filter((line) => line.list === "bullet"),
    };
  };

  it("are as many as counted", async () => {
    for (const path of FILES) {
      const { numbers, bullets } = await entriesOf(path);
      const counted = COUNTS[basename(path)];
      if (counted !== undefined)
        expect([basename(path), numbers.length, bullets.length]).toEqual([basename(path), ...counted]);
    }
  });
});
