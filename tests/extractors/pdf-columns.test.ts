import { describe, expect, test } from "vitest";
import type { Block, GridBlock } from "../../src/extractors/blocks.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { makePdf, type PageDrawing, type Words } from "./pdf-maker.js";

const text = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.type === "paragraph" ? block.runs.map((run) => run.text).join("") : "")).join(" / ");

/** The paragraphs of a page's body as strings, its grids as rows of strings. */
async function body(page: PageDrawing): Promise<unknown[]> {
  const reading = await readPdf(makePdf([page]));
  if (!reading.isRead) throw new Error(reading.message);
  return reading.document.body.map((block) => {
    if (block.type === "paragraph") return text([block]);
    return { [block.kind]: cellsOf(block) };
  });
}

function cellsOf(grid: GridBlock): string[][] {
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).map((cell) => text(cell.blocks)),
  );
}

/** Rows of a list: words at the given x positions, an empty string where a column has none. */
function rows(xs: readonly number[], y: number, pitch: number, cells: readonly (readonly string[])[]): Words[] {
  return cells.flatMap((row, index) =>
    row.flatMap((word, column) => (word === "" ? [] : [{ x: xs[column] ?? 0, y: y + index * pitch, text: word }])),
  );
}

const PROSE: Words[] = [
  "The clerk told the meeting that the hedge along the upper lane had grown across the path again and",
  "that two residents had written to say so. It was felt that the owner should be asked to cut it back",
  "before the summer, and that the county should be told if nothing had been done by then. Members",
  "thanked the residents.",
].map((line, index) => ({ x: 60, y: 500 + index * 12, text: line }));

describe("rows of a list in columns", () => {
  test("an entry that fills its column does not take in the one below it", async () => {
    const people = [
      ["Present:", "Professor Ada Holm (Chair), Trust of the Friends of the Lower Mill"],
      ["", "Kit Hale, Mill Users"],
      ["", "Ben Stroud, Mill Users"],
      ["Apologies:", "Dan Moor, Mill Users"],
    ];
    const [grid] = await body({ words: [...rows([60, 218], 80, 17, people), ...PROSE] });
    expect(grid).toEqual({ columns: people });
  });

  test("a line that stands closer than the rows goes on, unless it begins like an entry", async () => {
    const drawn = rows([60, 300], 80, 34, [
      ["Mowing in May", "Act of 1906:"],
      ["Hire of the hall", "Act of 1972"],
      ["Hire of the field", "Act of 1972"],
      ["Officers", "Cara Pike"],
    ]);
    const below = [
      { x: 300, y: 93, text: "s. 10" },
      { x: 300, y: 195, text: "Dan Moor" },
    ];
    expect((await body({ words: [...drawn, ...below, ...PROSE] }))[0]).toEqual({
      columns: [
        ["Mowing in May", "Act of 1906: s. 10"],
        ["Hire of the hall", "Act of 1972"],
        ["Hire of the field", "Act of 1972"],
        ["Officers", "Cara Pike"],
        ["", "Dan Moor"],
      ],
    });
  });

  test("titles at the left of columns whose figures stand at the right are the first row", async () => {
    const list = [
      ["Trot", "Laid", "Let", "Free"],
      ["North", "124", "24", "11"],
      ["Middle", "118", "17", "10"],
      ["South", "130", "22", "10"],
    ];
    const titles = rows([60, 180, 280, 380], 80, 19, list.slice(0, 1));
    const figures = rows([60, 240, 340, 440], 99, 19, list.slice(1));
    expect((await body({ words: [...titles, ...figures, ...PROSE] }))[0]).toEqual({ columns: list });
  });

  test("numbers are a column of their own below a title of their own, over a page break too", async () => {
    const list = [
      ["Ref", "Article", "Kept in", "Cost"],
      ["R7", "Trestle tables", "Cellar", "£240.00"],
      ["R8", "A ladder of", "Loft", "£31.00"],
      ["", "two lengths", "", ""],
      ["R9", "Flags", "Porch", "£8.50"],
      ["R10", "Snow shovels", "Loft", "£12.00"],
    ];
    const joined = [...list.slice(0, 2), ["R8", "A ladder of two lengths", "Loft", "£31.00"], ...list.slice(4)];
    const xs = [60, 100, 240, 400];
    const reading = await readPdf(
      makePdf([
        { words: [...PROSE, ...rows(xs, 700, 14, list.slice(0, 4))] },
        { words: [...rows(xs, 60, 14, list.slice(4)), ...PROSE] },
      ]),
    );
    const grids = reading.isRead ? reading.document.body.filter((block) => block.type === "grid") : [];
    expect(grids.map(cellsOf)).toEqual([joined]);
  });

  test("numbers stay with their words where no title stands over them", async () => {
    const list = [
      ["1.", "Apologies", "Cara Pike"],
      ["2.", "Minutes", "Dan Moor"],
      ["3.", "Finance", "Kit Hale"],
    ];
    expect((await body({ words: [...rows([60, 100, 300], 80, 14, list), ...PROSE] }))[0]).toEqual({
      columns: list.map(([number, words, name]) => [`${number} ${words}`, name]),
    });
  });

  test("a title in the middle is no row, even where one of its words stands where a column begins", async () => {
    const list = [
      ["Present:", "Also in attendance:"],
      ["Ada Holm", "Cara Pike"],
      ["Ben Stroud", "Dan Moor"],
    ];
    const title = { x: 236, y: 74, text: "ON 19th MAY 2022", size: 12, font: "bold" as const };
    const [first, second] = await body({ words: [title, ...rows([60, 300], 92, 14, list), ...PROSE] });
    expect([first, second]).toEqual(["ON 19th MAY 2022", { columns: list }]);
  });

  test("labels side by side above a single list are a row", async () => {
    const words = rows([60, 300], 80, 14, [["Present:", "Apologies:"], ["Ada Holm"], ["Ben Stroud"]]);
    expect((await body({ words: [...words, ...PROSE] })).slice(0, 3)).toEqual([
      { columns: [["Present:", "Apologies:"]] },
      "Ada Holm",
      "Ben Stroud",
    ]);
  });
});

test("two columns of paragraphs with headings, out of step, are read one after the other", async () => {
  const column = (x: number, top: number, paragraphs: readonly (readonly string[])[]) => {
    let y = top;
    return paragraphs.flatMap((lines) => {
      y += 9;
      return lines.map((words): Words => {
        y += 12;
        return { x, y, text: words, ...(lines.length === 1 ? { font: "bold" as const } : {}) };
      });
    });
  };
  const left = [
    ["The footbridge"],
    ["Ada Holm had walked over the footbridge", "with the surveyor. Two of the planks are", "rotten and one is gone."],
    ["It was agreed that the planks be mended", "before the fair."],
    ["The fair"],
    [
      "Ben Stroud had asked the band, which will",
      "come if it is fed. The committee thought",
      "that it could be, and that the",
    ],
  ];
  const right = [
    ["tea should be made in the hall, and not in", "the tent as it was last year."],
    ["The accounts"],
    ["The treasurer read out the balance, which", "nobody had expected."],
    ["It was agreed to buy a second urn, since the", "first one leaks."],
  ];
  const words = [...column(60, 80, left), ...column(320, 84, right)];
  const [last = [], first = []] = [left.at(-1), right[0]];
  const whole = [...left.slice(0, -1), [...last, ...first], ...right.slice(1)].map((lines) => lines.join(" "));
  expect((await body({ words: [...words, ...PROSE] })).slice(0, whole.length)).toEqual(whole);
});

test("words just above a ruled table, one a column, are its head", async () => {
  const ys = [100, 120, 140];
  const xs = [60, 130, 400, 500];
  const lines = [...ys.map((y) => [60, y, 500, y] as const), ...xs.map((x) => [x, 100, x, 140] as const)];
  const cells = rows([64, 134, 404], 114, 20, [
    ["1", "Mend the gate", "AH"],
    ["2", "Paint the bench", "BS"],
  ]);
  const head = rows([64, 404], 96, 12, [["ITEM", "BY WHOM"]]);
  expect((await body({ words: [...head, ...cells, ...PROSE], lines }))[0]).toEqual({
    table: [
      ["ITEM", "", "BY WHOM"],
      ["1", "Mend the gate", "AH"],
      ["2", "Paint the bench", "BS"],
    ],
  });
});

test("a note in the margin that goes on in the next line is one", async () => {
  const paragraphs = [0, 1, 2].flatMap((index) => PROSE.map((line) => ({ ...line, y: line.y - 400 + index * 70 })));
  const notes = ["AH &", "BS"].map((note, index) => ({ x: 530, y: 100 + index * 12, text: note }));
  const others = ["CP", "DM"].map((note, index) => ({ x: 530, y: 170 + index * 70, text: note }));
  const grids = (await body({ words: [...paragraphs, ...notes, ...others] })).filter(
    (block) => typeof block !== "string",
  );
  const whole = PROSE.map((line) => line.text).join(" ");
  expect(grids).toEqual([
    {
      margin: [
        [whole, "AH & BS"],
        [whole, "CP"],
        [whole, "DM"],
      ],
    },
  ]);
});
