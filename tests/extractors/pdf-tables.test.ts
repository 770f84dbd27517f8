import { describe, expect, test } from "vitest";
import type { Block, GridBlock } from "../../src/extractors/blocks.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { makePdf, type Words } from "./pdf-maker.js";
import { type Align, type Element, makeTablePdf, type TableDrawing } from "./table-maker.js";

const ABOVE =
  "The council considered the matter at some length and heard from two residents of the lane before it came to a view, " +
  "which the clerk was asked to pass on to the county. The following were put before the meeting and agreed.";
const BELOW =
  "The chairman thanked the clerk for the figures, which all members had been sent before the meeting and which nobody " +
  "had questioned since.";

const text = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.type === "paragraph" ? block.runs.map((run) => run.text).join("") : ""))
    .join(" ")
    .replace(/\s+/g, " ");

function rowsOf(grid: GridBlock): string[][] {
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.cols }, (_cell, col) => {
      const cell = grid.cells.find((other) => other.row === row && other.col === col);
      return cell === undefined ? "" : text(cell.blocks);
    }),
  );
}

/** The grids of a PDF with the given elements between two paragraphs. */
async function gridsOf(...elements: readonly Element[]): Promise<string[][][]> {
  const reading = await readPdf(await makeTablePdf([ABOVE, ...elements, BELOW]));
  if (!reading.isRead) throw new Error(reading.message);
  return reading.document.body.filter((block) => block.type === "grid").map(rowsOf);
}

const PAYMENTS = [
  ["Payee", "What it was for", "Power", "Amount"],
  [
    "Brill Mowing and Hedge Laying",
    "Grass cutting in the Long Meadow and on the green, June",
    "Act of 1906",
    "£412.00",
  ],
  ["Ferrin & Sons", "Repair of the pump house door and a new lock", "", "£96.40"],
  ["Salt Lane Hall", "Hire", "Local Government Act 1972", "£24.00"],
  ["Ada Holm", "Pay for the month, less tax, and her travel to the county hall", "s. 112", "£1,301.15"],
  ["Total", "", "", "£1,833.55"],
];
const WIDTHS = [110, 150, 110, 70];
const ALIGNS: readonly Align[] = ["left", "left", "left", "right"];
const payments = (more: Partial<TableDrawing>): TableDrawing => ({
  rows: PAYMENTS,
  widths: WIDTHS,
  aligns: ALIGNS,
  ...more,
});

describe("rules and shading tell rows and columns", () => {
  test.each(["all", "across", "frame", "head", "columns", "none"] as const)("rules: %s", async (rules) => {
    expect(await gridsOf(payments({ rules }))).toEqual([PAYMENTS]);
  });

  test.each(["dashes", "bars", "twice", "cells"] as const)("a full grid drawn as %s", async (pen) => {
    expect(await gridsOf(payments({ rules: "all", pen }))).toEqual([PAYMENTS]);
  });

  test.each(["dashes", "bars", "twice", "cells"] as const)("rules across drawn as %s", async (pen) => {
    expect(await gridsOf(payments({ rules: "across", pen }))).toEqual([PAYMENTS]);
  });

  test.each(["head", "stripes"] as const)("shades only: %s", async (shades) => {
    expect(await gridsOf(payments({ shades }))).toEqual([PAYMENTS]);
  });

  test("rows of both columns wrapped, told by the rules alone", async () => {
    const rows = [
      ["Matter", "Answer"],
      ["Whether the Drain Could Be Laid", "Not Before Next Year"],
      ["Fence", "Repaired"],
      ["Whether the Gate Should Be Hung Anew", "Later This Year"],
    ];
    expect(await gridsOf({ rows, widths: [90, 90], rules: "across" })).toEqual([rows]);
  });
});

describe("columns told by the words", () => {
  const plain = (rows: string[][], widths: number[], aligns: Align[]) => gridsOf({ rows, widths, aligns });

  test("numbers aligned at the decimal point", async () => {
    const rows = [
      ["Cost", "Pounds"],
      ["Wages", "1204.5"],
      ["Hire of the hall", "96.25"],
      ["Stamps", "7.125"],
      ["Insurance for the year", "10400.00"],
    ];
    expect(await plain(rows, [200, 120], ["left", "decimal"])).toEqual([rows]);
  });

  test("centred columns under a wide first one", async () => {
    const rows = [
      ["Ward", "Opened", "Closed"],
      ["North", "12", "9"],
      ["South Bridge and the Mills", "3", "104"],
      ["Upper Town", "118", "7"],
    ];
    expect(await plain(rows, [180, 80, 80], ["left", "centre", "centre"])).toEqual([rows]);
  });

  test("a wide purpose all but touches its amount", async () => {
    const rows = [
      ["Payee", "Purpose", "Amount"],
      ["Brill Mowing", "Grass cutting, Long Meadow, June", "£1,412.00"],
      ["Ferrin & Sons", "Repair of the pump house door and a lock", "£6.40"],
      ["Salt Lane Hall", "Hire", "£24.00"],
      ["Ada Holm", "Pay", "£301.15"],
    ];
    expect(await plain(rows, [100, 150, 96], ["left", "left", "right"])).toEqual([rows]);
  });

  test("cells are missing in some rows, a reference stands first in one", async () => {
    const rows = [
      ["Date", "Ref", "Payee", "Amount"],
      ["4 May 2023", "B12", "Brill Mowing", "£412.00"],
      ["9 May 2023", "", "Ferrin & Sons", "£96.40"],
      ["9 May 2023", "B13", "Salt Lane Hall", ""],
      ["", "B14", "Ada Holm", "£301.15"],
      ["30 May 2023", "B15", "Water board", "£18.00"],
    ];
    expect(await plain(rows, [120, 90, 120, 80], ["left", "left", "left", "right"])).toEqual([rows]);
  });

  test("titles of several lines", async () => {
    const rows = [
      ["Budget heading", "Budget agreed for the year", "Spent up to the end of May", "Left"],
      ["Wages of both clerks and the warden", "12,000.00", "7,204.50", "4,795.50"],
      ["Hall", "800.00", "410.00", "390.00"],
      ["Grass", "3,500.00", "3,488.20", "11.80"],
    ];
    expect(await plain(rows, [130, 90, 90, 90], ["left", "right", "right", "right"])).toEqual([rows]);
  });

  test("a row that heads others is one of them where figures stand above and below it", async () => {
    const rows = [
      ["Payments", "Date", "Amount"],
      ["Mowing", "15/06/23", "£42.00"],
      ["Insurance", "27/06/23", "£379.96"],
      ["Receipts", "", ""],
      ["Grant for the hall", "30/04/23", "£1211.00"],
      ["Bank interest", "30/06/23", "£1.20"],
    ];
    expect(await plain(rows, [160, 90, 90], ["left", "centre", "centre"])).toEqual([rows]);
  });
});

describe("over a page break", () => {
  const lots = [
    ["Payee", "Purpose", "Amount"],
    ...Array.from({ length: 60 }, (_, index) => [
      `${["Mill", "Lane", "Brook", "Ferry", "Hill", "Gate", "Quarry"][index % 7]} ${["Stores", "Works", "Garage", "Bakery"][(index * 3) % 4]}`,
      index % 5 === 3 ? "Supply of seed for the hall, the store and the lower green in June" : "Paint for the store",
      `£${(index * 17.3 + 4).toFixed(2)}`,
    ]),
  ];
  const drawn = (more: Partial<TableDrawing>): TableDrawing => ({
    rows: lots,
    widths: [130, 170, 80],
    aligns: ["left", "left", "right"],
    ...more,
  });

  test.each(["all", "across", "none"] as const)("rules: %s", async (rules) => {
    expect(await gridsOf(drawn({ rules }))).toEqual([lots]);
  });

  test.each(["all", "across", "none"] as const)("rules: %s, titles again on each page", async (rules) => {
    expect(await gridsOf(drawn({ rules, repeatsHead: true }))).toEqual([lots]);
  });

  test("titles that stand again on a page are kept as furniture", async () => {
    const short = drawn({ rows: lots.slice(0, 40), rules: "all", repeatsHead: true });
    const reading = await readPdf(await makeTablePdf([ABOVE, short, BELOW]));
    if (!reading.isRead) throw new Error(reading.message);
    expect(reading.document.trailer.map((block) => text([block]))).toEqual(["Payee", "Purpose", "Amount"]);
  });
});

describe("several tables", () => {
  const accounts = [
    ["Account", "Balance"],
    ["Current", "£1,204.11"],
    ["Reserve", "£9,000.00"],
  ];

  test.each(["all", "across", "none"] as const)("two on a page, rules: %s", async (rules) => {
    const second: TableDrawing = { rows: accounts, widths: [200, 90], aligns: ["left", "right"], rules };
    expect(await gridsOf(payments({ rules }), ABOVE, second)).toEqual([PAYMENTS, accounts]);
  });

  test("a frame round one paragraph is no table", async () => {
    expect(await gridsOf({ rows: [[ABOVE]], widths: [400], rules: "all" })).toEqual([]);
  });
});

describe("columns of running text", () => {
  const said = [ABOVE, BELOW, ABOVE, BELOW];

  test("are read one after the other, though their lines are not level", async () => {
    const column = (x: number, y: number): Words[] =>
      Array.from({ length: 14 }, (_, index) => ({
        x,
        y: y + index * 12,
        text: `${x < 200 ? "left" : "right"} side ${index} of what was said about the drain`,
      }));
    const reading = await readPdf(makePdf([{ words: [...column(60, 100), ...column(310, 104)] }]));
    if (!reading.isRead) throw new Error(reading.message);
    expect(reading.document.body.some((block) => block.type === "grid")).toBe(false);
    const words = text(reading.document.body);
    expect(words.lastIndexOf("left side")).toBeLessThan(words.indexOf("right side"));
  });

  test("a list of payments over a page is none", async () => {
    expect(await gridsOf(...said, payments({ rules: "none" }))).toEqual([PAYMENTS]);
  });
});
