import { describe, expect, it } from "vitest";
import type { GridBlock } from "../../src/extractors/blocks.js";
import { documentOf, linesOf, sourceOf } from "./text-builder.js";

async function gridOf(text: string): Promise<GridBlock> {
  const grids = (await documentOf(text)).body.filter((block) => block.type === "grid");
  expect(grids).toHaveLength(1);
  return grids[0] as GridBlock;
}

describe("drawn tables", () => {
  it("of plus, minus and bar are read row by row", async () => {
    const text = [
      "Money:",
      "+----------+--------+",
      "| Parish   | Owing  |",
      "+----------+--------+",
      "| Elmton   |  12.40 |",
      "| Ashby on |   3.15 |",
      "| the Hill |        |",
      "+----------+--------+",
      "End",
    ].join("\n");
    expect(await linesOf(text.replace("| the Hill |        |\n", ""))).toEqual([
      "Money:",
      "Parish\tOwing",
      "Elmton\t12.40",
      "Ashby on\t3.15",
      "End",
    ]);
    expect((await gridOf(text)).cells.filter((cell) => cell.isHeader)).toHaveLength(2);
  });

  it("of the line characters of DOS have merged cells and wrapped ones", async () => {
    const text = [
      "╔═══════╦═══════════════╗",
      "║ Item  ║ What was done ║",
      "╠═══════╬═══════════════╣",
      "║ Roads ║ Two holes in  ║",
      "║       ║ the lane      ║",
      "╟───────╫───────────────╢",
      "║ Nothing else at all   ║",
      "╚═══════╩═══════════════╝",
    ].join("\n");
    const grid = await gridOf(text);
    expect([grid.rows, grid.cols]).toEqual([3, 2]);
    expect(grid.cells.map((cell) => [cell.row, cell.col, cell.colSpan])).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
      [2, 0, 2],
    ]);
    expect(await linesOf(text)).toEqual(["Item\tWhat was done", "Roads\tTwo holes in the lane", "Nothing else at all"]);
  });

  it("round a title are a frame", async () => {
    expect(await linesOf("+--------------+\n| ELMTON CLUB  |\n+--------------+\n\nMinutes\n")).toEqual([
      "ELMTON CLUB",
      "Minutes",
    ]);
  });

  it("keep the page of each row", async () => {
    const text = "Elmton\n\f+-----+-----+\n| Ash | Elm |\n| Oak | Fir |\n+-----+-----+\n";
    expect((await sourceOf(text)).grids[0]?.cells.map((cell) => cell.page)).toEqual([2, 2, 2, 2]);
  });
});

describe("columns", () => {
  it("of Markdown keep escaped signs", async () => {
    expect(await linesOf("| Name | Owing |\n|---|---:|\n| A\\_B | \\*5 |\n")).toEqual(["Name\tOwing", "A_B\t*5"]);
  });

  it("by tabs and by wide gaps", async () => {
    expect(await linesOf("Mr Ash\tElmton Council\nMs Elm\tAshby Council\n")).toEqual([
      "Mr Ash\tElmton Council",
      "Ms Elm\tAshby Council",
    ]);
    expect(
      await linesOf(
        "Mr Ash        Elmton Council\nMs Elm Major  Ashby Council\nDr Oak        Fir Trust\n".replaceAll(
          "Major  ",
          "M     ",
        ),
      ),
    ).toEqual(["Mr Ash\tElmton Council", "Ms Elm M\tAshby Council", "Dr Oak\tFir Trust"]);
  });

  it("with dashes under their heads", async () => {
    const text = "Parish      Owing\n------      -----\nElmton      12.40\nAshby        3.15\n";
    expect(await linesOf(text)).toEqual(["Parish\tOwing", "Elmton\t12.40", "Ashby\t3.15"]);
    expect((await gridOf(text)).cells.filter((cell) => cell.isHeader)).toHaveLength(2);
  });

  it("count tab stops of eight for an indent", async () => {
    const source = await sourceOf("Minutes\n\n\tindented by a stop\n\n    \tand so is this\n");
    expect(source.lines.map((line) => line.style.indent)).toEqual([0, 8, 8]);
  });
});
