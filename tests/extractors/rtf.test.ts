import { describe, expect, it } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { type RtfToken, tokenize } from "../../src/extractors/rtf/lexer.js";
import { readRtf } from "../../src/extractors/rtf/read-rtf.js";

async function read(content: string | Buffer) {
  const bytes = typeof content === "string" ? Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${content}}`, "latin1") : content;
  const reading = await readRtf(bytes);
  if (!reading.isRead) throw new Error(`${reading.code}: ${reading.message}`);
  return { source: layOut("id", reading.document), diagnostics: reading.diagnostics };
}

async function linesOf(content: string): Promise<string[]> {
  return (await read(content)).source.text.trimEnd().split("\n");
}

describe("characters of rich text", () => {
  it.each([
    ["caf\\'e9 \\'93quoted\\'94 \\'96 \\u8364 ?5", "café “quoted” – €5"],
    ["\\lquote a\\rquote  \\ldblquote b\\rdblquote  c\\emdash d\\endash e \\bullet", "‘a’ “b” c—d–e •"],
    ["50\\~000 e\\_mail co\\-operate \\{x\\} a\\\\b", "50 000 e\u2011mail cooperate {x} a\\b"],
    ["{\\uc2 \\u176\\'c2\\'b0\\uc1} {\\uc0 \\u-4064}", "° \uf020"],
    ["plus\\tab-minus", "plus -minus"],
    ["{\\upr{\\'3f}{\\*\\ud{\\u321 ?}}}\\'f3", "Łó"],
  ])("%s", async (content, text) => {
    expect((await linesOf(content)).join("\n")).toBe(text);
  });

  it("stand in the code page of their font", async () => {
    const fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset238 D;}}";
    const content = `${fonts}{\\f1 \\'cc\\'ee\\'f1\\'ea\\'e2\\'e0} {\\f2 \\'93\\'fa\\'96\\'7b} {\\f3 \\'a3\\'f3d\\'9f} \\f0 \\'a3`;
    expect(await linesOf(content)).toEqual(["Москва 日本 Łódź £"]);
  });

  it("of Macintosh files are known", async () => {
    expect((await read(Buffer.from("{\\rtf1\\mac caf\\'8e}"))).source.text.trim()).toBe("café");
  });
});

describe("groups of rich text", () => {
  it("that hold no words of the document are left out", async () => {
    const content =
      "{\\fonttbl{\\f0 Times;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\*\\unheardof words}{\\pict\\pngblip 89504e47}{\\info{\\title The title}{\\author O Pennick}{\\creatim\\yr2009\\mo3\\dy13\\hr9\\min5}}" +
      "kept{\\v hidden}{\\deleted gone}{\\*\\bkmkstart b}{\\*\\atnid X}{\\*\\annotation note} words{\\xe index}";
    const { source, diagnostics } = await read(content);
    expect(source.text.trim()).toBe("kept words");
    expect([source.metadata.title, source.metadata.author, source.metadata.created]).toEqual([
      "The title",
      "O Pennick",
      "2009-03-13T09:05",
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document/unaccepted-changes"]);
  });

  it("of fields show their results", async () => {
    const field = '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/"}}{\\fldrslt{\\ul our page}}}';
    const { source } = await read(`see ${field}.`);
    expect(source.text.trim()).toBe("see our page.");
    expect(source.metadata.links).toEqual(["https://example.org/"]);
  });

  it("of pages and notes are the trailer, without page numbers", async () => {
    const ends = "{\\header Ferry Trust {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par}{\\footer draft\\par}";
    const note = "{\\super\\chftn}{\\footnote \\pard {\\super\\chftn} Without tax.}";
    expect(await linesOf(`${ends}It costs 5${note} in all.\\par`)).toEqual([
      "It costs 5[1] in all.",
      "Ferry Trust",
      "draft",
      "[1] Without tax.",
    ]);
  });

  it("of text boxes follow their paragraph", async () => {
    const shape =
      "{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt boxed\\par}}{\\shprslt{\\*\\do{\\dptxbxtext boxed\\par}}}}";
    expect(await linesOf(`before${shape} after\\par next\\par`)).toEqual(["before after", "boxed", "next"]);
  });
});

describe("lists of rich text", () => {
  it("keep the numbers that are printed beside them", async () => {
    const content =
      "{\\listtext\\pard\\plain 43.\\tab}\\ls1 Apologies\\par{\\listtext 43.1\\tab}\\ls1\\ilvl1 By post\\par{\\pntext\\f1\\'B7\\tab}{\\*\\pn\\pnlvlblt}a dot\\par\\pard plain\\par";
    const { source, diagnostics } = await read(content);
    expect(source.text.trimEnd().split("\n")).toEqual(["43. Apologies", "43.1 By post", "a dot", "plain"]);
    expect(source.lines.map(({ style }) => style.list)).toEqual(["number", "number", "bullet", null]);
    expect(diagnostics).toEqual([]);
  });

  it("without printed numbers are told of", async () => {
    const { diagnostics } = await read("\\pard\\ls1 one\\par\\ls1 two\\par\\pard words\\par");
    expect(diagnostics.map(({ code, message }) => [code, message.slice(0, 1)])).toEqual([
      ["document/numbers-missing", "2"],
    ]);
  });

  it("headings are known by style and by outline level", async () => {
    const styles = "{\\stylesheet{Normal;}{\\s1\\b heading 1;}{\\s2\\outlinelevel1 Minute;}{\\s3 Title;}}";
    const { source } = await read(
      `${styles}\\s3 T\\par\\pard\\s1 A\\par\\pard\\s2 B\\par\\pard\\outlinelevel2 C\\par\\pard D\\par`,
    );
    expect(source.lines.map(({ style }) => style.heading)).toEqual([1, 1, 2, 3, null]);
  });
});

describe("tables of rich text", () => {
  const placed = async (content: string) => {
    const { source } = await read(content);
    return source.grids.map((grid) =>
      grid.cells.map((at) => [source.text.slice(at.span.start, at.span.end), at.row, at.col, at.rowSpan, at.colSpan]),
    );
  };

  it("have rows and columns by the edges of their cells", async () => {
    const three = "\\trowd\\cellx1000\\cellx2000\\cellx3000";
    const two = "\\trowd\\cellx1010\\cellx3000";
    const content = `${three}\\intbl a\\cell b\\cell c\\cell\\row ${two}\\intbl d\\cell e\\par f\\cell\\row\\pard after`;
    expect(await placed(content)).toEqual([
      [
        ["a", 0, 0, 1, 1],
        ["b", 0, 1, 1, 1],
        ["c", 0, 2, 1, 1],
        ["d", 1, 0, 1, 1],
        ["e\nf", 1, 1, 1, 2],
      ],
    ]);
  });

  it("have cells that are merged across and down", async () => {
    const content =
      "\\trowd\\trhdr\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\intbl wide\\cell\\cell c\\cell\\row" +
      "\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\intbl tall\\cell b\\cell c\\cell\\row" +
      "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell d\\cell e\\cell\\row\\pard";
    expect((await placed(content))[0]?.filter(([, , , rows, cols]) => Number(rows) + Number(cols) > 2)).toEqual([
      ["wide", 0, 0, 1, 2],
      ["tall", 1, 0, 2, 1],
    ]);
  });

  it("may stand in cells", async () => {
    const inner =
      "\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}{\\nonesttables\\par}";
    const content = `\\trowd\\cellx1000\\cellx2000\\pard\\intbl long enough a text to be a table of data, not one of layout\\par ${inner}\\pard\\intbl\\itap1 z\\cell beside it stands as much as in the first cell, so that both are cells\\cell\\row\\pard after`;
    const grids = await placed(content);
    expect(grids.map((cells) => cells.map(([text]) => text))).toEqual([
      [expect.stringContaining("x\ty\nz"), expect.stringContaining("beside")],
      ["x", "y"],
    ]);
  });
});

describe("hostile rich text", () => {
  it.each([
    ["braces that never close", `${"{\\b ".repeat(50_000)}words`],
    ["braces that close too often", `words${"}".repeat(5000)}`],
    ["binary data that is not there", "words\\bin2000000000 "],
    [
      "tables inside tables without end",
      `${Array.from({ length: 3000 }, (_, index) => `\\itap${index} x\\nestcell`).join("")} words`,
    ],
    ["cells without rows", "\\intbl words\\cell\\cell\\cell"],
    ["edges without end", `\\trowd${"\\cellx1".repeat(50_000)}\\intbl words\\cell\\row`],
    ["a lone escape at the end", "words\\'"],
    ["stories inside stories", `words${"{\\footnote ".repeat(5000)}x`],
  ])("%s", async (_, content) => {
    const reading = await readRtf(Buffer.from(`{\\rtf1 ${content}}`, "latin1"));
    expect(reading.isRead).toBe(true);
    if (reading.isRead) expect(layOut("id", reading.document).text).toContain("words");
  });

  it("gives a code where it shows nothing", async () => {
    const reading = await readRtf(Buffer.from("{\\rtf1 {\\v all hidden}}"));
    expect(reading).toMatchObject({ isRead: false, code: "document/empty" });
  });
});

describe("tokens of rich text", () => {
  const tokensOf = (text: string): RtfToken[] => {
    const tokens: RtfToken[] = [];
    tokenize(Buffer.from(text, "latin1"), (token) => tokens.push(token));
    return tokens;
  };

  it("are cut at no place of the file that matters", () => {
    const filler = "x".repeat(4090);
    const words = tokensOf(`${filler}\\emdash\\'e9\\u-10 y`).flatMap((token) =>
      token.kind === "control" ? [[token.word, token.param]] : [],
    );
    expect(words).toEqual([
      ["emdash", null],
      ["'", null],
      ["u", -10],
    ]);
  });

  it("never hold more binary data than the file", () => {
    const [, token] = tokensOf("a\\bin900000 bc");
    expect(token).toMatchObject({ kind: "control", word: "bin" });
    expect(token?.kind === "control" ? token.data?.length : 0).toBeLessThan(20);
  });
});
