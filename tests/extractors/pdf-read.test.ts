import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Paragraph } from "../../src/extractors/blocks.js";
import { layOut } from "../../src/extractors/lay-out.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { makePdf, type PageDrawing, type Words } from "./pdf-maker.js";

async function read(pages: readonly PageDrawing[]) {
  const reading = await readPdf(makePdf(pages));
  if (!reading.isRead) throw new Error(reading.message);
  return reading;
}

const words = (block: Paragraph) => block.runs.map((run) => run.text).join("");

function outline(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.type === "paragraph") return words(block);
    const rows = Array.from({ length: block.rows }, (_, row) =>
      block.cells.filter((cell) => cell.row === row).map((cell) => outline(cell.blocks).join(" / ")),
    );
    return { [block.kind]: rows };
  });
}

const body = async (pages: readonly PageDrawing[]) => outline((await read(pages)).document.body);

/** Lines of running text, 12 points apart, that fill the page's width. */
function prose(x: number, y: number, lines: readonly string[]): Words[] {
  return lines.map((text, index) => ({ x, y: y + index * 12, text }));
}

const LONG = [
  "The clerk told the meeting that the hedge along the upper lane had grown across the path again and",
  "that two residents had written to say so. It was felt that the owner should be asked to cut it back",
  "before the summer, and that the county should be told if nothing had been done by then. Members",
  "thanked the residents.",
];

describe("paragraphs", () => {
  test("wrapped lines are one, headings and names are lines of their own", async () => {
    expect(
      await body([
        {
          words: [
            { x: 60, y: 80, text: "4.", font: "bold" },
            { x: 90, y: 80, text: "Hedges and ditches", font: "bold" },
            ...prose(60, 92, LONG),
            { x: 60, y: 160, text: "Present:" },
            { x: 60, y: 172, text: "Ada Holm" },
            { x: 60, y: 184, text: "Ben Stroud" },
          ],
        },
      ]),
    ).toEqual(["4. Hedges and ditches", LONG.join(" "), "Present:", "Ada Holm", "Ben Stroud"]);
  });

  test("lines are in the order of the page, not of the file", async () => {
    const shuffled = [3, 1, 0, 2].map((index): Words => ({ x: 60, y: 92 + index * 12, text: LONG[index] ?? "" }));
    expect(await body([{ words: shuffled }])).toEqual([LONG.join(" ")]);
  });

  test("a sentence goes on over the page; page numbers and heads do not come between", async () => {
    const pages = [LONG.slice(0, 2), LONG.slice(2)].map(
      (lines, index): PageDrawing => ({
        words: [
          { x: 60, y: 40, text: "Ashmere Council" },
          { x: 200, y: 110, text: index === 0 ? "Minutes" : "", size: 16 },
          ...prose(60, index === 0 ? 700 : 80, lines),
          { x: 290, y: 810, text: `Page ${index + 1} of 2` },
        ],
      }),
    );
    const { document } = await read(pages);
    expect(outline(document.body)).toEqual(["Minutes", LONG.join(" ")]);
    expect(outline(document.trailer)).toEqual(["Ashmere Council", "Page 1 of 2", "Ashmere Council", "Page 2 of 2"]);
    const pagesOfRuns = document.body.flatMap((block) => (block.type === "paragraph" ? block.runs : []));
    expect(new Set(pagesOfRuns.map((run) => run.page))).toEqual(new Set([1, 2]));
  });

  test("a head that is the only title stays on the first page", async () => {
    const pages = [0, 1].map(
      (index): PageDrawing => ({
        words: [
          { x: 60, y: 40, text: "Minutes of the Allotment Group", font: "bold" },
          ...prose(60, 90, index === 0 ? LONG : ["The meeting closed at nine."]),
        ],
      }),
    );
    const { document } = await read(pages);
    expect(outline(document.body)[0]).toBe("Minutes of the Allotment Group");
    expect(outline(document.trailer)).toEqual(["Minutes of the Allotment Group"]);
  });

  test("bullets are dropped and entries stay apart", async () => {
    const { document } = await read([
      {
        words: [
          { x: 60, y: 80, text: "\x95" },
          { x: 78, y: 80, text: "Gate to be mended" },
          { x: 60, y: 92, text: "\x95" },
          { x: 78, y: 92, text: "Bench to be painted" },
          { x: 60, y: 104, text: "(a)" },
          { x: 78, y: 104, text: "in green" },
        ],
      },
    ]);
    expect(outline(document.body)).toEqual(["Gate to be mended", "Bench to be painted", "(a) in green"]);
    expect(document.body.map((block) => (block.type === "paragraph" ? block.list : null))).toEqual([
      "bullet",
      "bullet",
      "number",
    ]);
  });

  test("a raised ordinal joins its line, a cut word is closed up, a gap is seen", async () => {
    const { document } = await read([
      {
        words: [
          { x: 60, y: 80, text: "Held on 29" },
          { x: 108.3, y: 76, text: "TH", size: 6 },
          { x: 119, y: 80, text: "May" },
          ...prose(60, 120, [
            "The treasurer said that the money for the new roof had come in and that work on it was to com-",
            "mence in the first week of June, weather permitting, and to be finished by the time of the fair.",
          ]),
        ],
      },
    ]);
    expect(outline(document.body)).toEqual([
      "Held on 29TH May",
      "The treasurer said that the money for the new roof had come in and that work on it was to commence in the first week of June, weather permitting, and to be finished by the time of the fair.",
    ]);
    expect(document.body.map((block) => block.type === "paragraph" && block.isAfterGap)).toEqual([false, true]);
  });
});

/** The lines of a grid with the given edges. */
function grid(xs: readonly number[], ys: readonly number[]): [number, number, number, number][] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...ys.map((y): [number, number, number, number] => [left, y, right, y]),
    ...xs.map((x): [number, number, number, number] => [x, top, x, bottom]),
  ];
}

const row = (y: number, texts: readonly string[], xs: readonly number[]): Words[] =>
  texts.flatMap((text, index) => (text === "" ? [] : [{ x: (xs[index] ?? 0) + 5, y: y + 12, text }]));

describe("tables with lines", () => {
  const xs = [60, 140, 340, 420];

  test("cells are cut by the lines, and their words wrapped within", async () => {
    const ys = [100, 120, 160];
    const wordsOfTable = [
      ...row(100, ["No", "Action", "Owner"], xs),
      ...row(120, ["5.1", "Ask the county to look at the", "AH"], xs),
      { x: 145, y: 144, text: "drain in Mill Lane" },
    ];
    expect(await body([{ words: wordsOfTable, lines: grid(xs, ys) }])).toEqual([
      {
        table: [
          ["No", "Action", "Owner"],
          ["5.1", "Ask the county to look at the drain in Mill Lane", "AH"],
        ],
      },
    ]);
  });

  test("where a line is missing, a cell spans", async () => {
    const lines: [number, number, number, number][] = [
      [60, 100, 340, 100],
      [60, 120, 340, 120],
      [60, 140, 340, 140],
      [60, 100, 60, 140],
      [340, 100, 340, 140],
      [140, 120, 140, 140],
    ];
    const { document } = await read([
      { words: [...row(100, ["Budget for the year"], xs), ...row(120, ["Hall", "120.00"], xs)], lines },
    ]);
    const [table] = document.body;
    expect(table?.type === "grid" && table.cells.map((cell) => [cell.row, cell.col, cell.colSpan])).toEqual([
      [0, 0, 2],
      [1, 0, 1],
      [1, 1, 1],
    ]);
  });

  test("over a page break it is one table: the head is not repeated, a cut row is whole again", async () => {
    const first: PageDrawing = {
      words: [
        ...row(700, ["No", "Action", "Owner"], xs),
        ...row(720, ["5.1", "Mend the gate", "AH"], xs),
        ...row(740, ["5.2", "Write to the owner of the", "BS"], xs),
      ],
      lines: grid(xs, [700, 720, 740, 760]),
    };
    const second: PageDrawing = {
      words: [
        ...row(60, ["No", "Action", "Owner"], xs),
        ...row(80, ["", "field beside the ford", ""], xs),
        ...row(100, ["5.3", "Paint the bench", "CD"], xs),
      ],
      lines: grid(xs, [60, 80, 100, 120]),
    };
    expect(await body([first, second])).toEqual([
      {
        table: [
          ["No", "Action", "Owner"],
          ["5.1", "Mend the gate", "AH"],
          ["5.2", "Write to the owner of the field beside the ford", "BS"],
          ["5.3", "Paint the bench", "CD"],
        ],
      },
    ]);
  });

  test("a box around the page or around a sentence is no table", async () => {
    const { document } = await read([
      { words: prose(60, 92, LONG), lines: [...grid([30, 565], [30, 800]), ...grid([55, 560], [80, 140])] },
    ]);
    expect(outline(document.body)).toEqual([LONG.join(" ")]);
  });
});

describe("columns without lines", () => {
  test("names and organisations that share a gap are a grid, row by row", async () => {
    const wordsOfList = [
      ...row(80, ["Ada Holm", "Ashmere District Council"], [60, 300]),
      ...row(92, ["Ben Stroud", "The Wharf Trust"], [60, 300]),
      ...row(104, ["Cora Dale (Chair)", "Police"], [60, 300]),
    ];
    expect(await body([{ words: wordsOfList }])).toEqual([
      {
        columns: [
          ["Ada Holm", "Ashmere District Council"],
          ["Ben Stroud", "The Wharf Trust"],
          ["Cora Dale (Chair)", "Police"],
        ],
      },
    ]);
  });

  test("numbers before headings are no column", async () => {
    const wordsOfList = [
      ...row(80, ["1.", "Apologies"], [60, 100]),
      ...row(92, ["2.", "Minutes of the last meeting"], [60, 100]),
      ...row(104, ["07.17.03", "Hedges"], [60, 130]),
    ];
    expect(await body([{ words: wordsOfList }])).toEqual([
      "1. Apologies",
      "2. Minutes of the last meeting",
      "07.17.03 Hedges",
    ]);
  });

  test("two columns of running text are read one after the other", async () => {
    const left = Array.from(
      { length: 9 },
      (_, index): Words => ({ x: 50, y: 80 + index * 12, text: `left ${index} of the long words in lines` }),
    );
    const right = left.map((line): Words => ({ ...line, x: 310, text: line.text.replace("left", "right") }));
    const text = (await body([{ words: left.flatMap((line, index) => [line, right[index] ?? line]) }])).join(" ");
    expect(text.indexOf("left 8")).toBeGreaterThan(-1);
    expect(text.indexOf("left 8")).toBeLessThan(text.indexOf("right 0"));
  });
});

test("initials right of the text stand beside their paragraph", async () => {
  const paragraphs = [0, 1, 2].flatMap((index) => prose(60, 90 + index * 80, LONG));
  const notes = ["AH", "BS", "Clerk"].map(
    (text, index): Words => ({ x: 535, y: 114 + index * 80, text, font: "bold" }),
  );
  expect(await body([{ words: [...paragraphs, ...notes] }])).toEqual([
    {
      margin: [
        [LONG.join(" "), "AH"],
        [LONG.join(" "), "BS"],
        [LONG.join(" "), "Clerk"],
      ],
    },
  ]);
});

describe("bad input is a value", () => {
  const good = makePdf([{ words: prose(60, 90, LONG) }]);

  test.each([
    ["cut short", good.slice(0, 300), "document/damaged"],
    ["no PDF at all", new TextEncoder().encode("Minutes of the meeting"), "document/damaged"],
    ["empty", new Uint8Array(), "document/damaged"],
    ["behind a password", makePdf([{ words: prose(60, 90, LONG) }], { isEncrypted: true }), "document/encrypted"],
    ["without words", makePdf([{ bars: [[50, 50, 300, 300]] }]), "document/no-text"],
  ])("%s", async (_, bytes, code) => {
    expect(await readPdf(bytes)).toMatchObject({ isRead: false, code });
  });

  test("a page without words is named, the others are read", async () => {
    const reading = await readPdf(makePdf([{ words: prose(60, 90, LONG) }, {}]));
    expect(reading).toMatchObject({ isRead: true, diagnostics: [{ code: "pdf/page-without-text" }] });
  });

  test("a page that is not there is named, the others are read", async () => {
    const reading = await readPdf(makePdf([{ words: prose(60, 90, LONG) }], { missingPages: 1 }));
    expect(reading).toMatchObject({ isRead: true, diagnostics: [{ code: "pdf/page-unreadable" }] });
  });

  test("the caller's bytes stay as they were", async () => {
    const bytes = makePdf([{ words: prose(60, 90, LONG) }]);
    const before = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(before);
  });
});

test("property: wherever words stand, each comes out once, and the lines make up the text", async () => {
  const word = fc.record({
    x: fc.integer({ min: 40, max: 480 }),
    row: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 25 }), async (places) => {
      const drawn = places.map(
        ({ x, row: at, length }, index): Words => ({
          x,
          y: 60 + at * 24,
          text: `w${index}${"o".repeat(length)}`,
        }),
      );
      const source = layOut("id", (await read([{ words: drawn }])).document);
      expect(source.lines.map((line) => source.text.slice(line.span.start, line.span.end)).join("")).toBe(source.text);
      for (const { text } of drawn) expect(source.text.split(text)).toHaveLength(2);
    }),
    { numRuns: 40 },
  );
});
