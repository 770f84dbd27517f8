import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, GridBlock, Paragraph } from "../../src/extractors/blocks.js";
import { htmlBlocks } from "../../src/extractors/html/html-blocks.js";
import { layOut } from "../../src/extractors/lay-out.js";

const METADATA = { title: null, author: null, created: null };

function laidOut(body: readonly Block[]) {
  return layOut("id", { format: "html", body, trailer: [], pages: null, metadata: METADATA });
}

/** The laid out text of a fragment, line by line. */
function linesOf(html: string): string[] {
  return laidOut(htmlBlocks(html)).text.split("\n").slice(0, -1);
}

function paragraphs(html: string): Paragraph[] {
  return htmlBlocks(html).filter((block) => block.type === "paragraph");
}

function onlyGrid(html: string): GridBlock {
  const grids = htmlBlocks(html).filter((block) => block.type === "grid");
  expect(grids).toHaveLength(1);
  return grids[0] as GridBlock;
}

function cellTexts(grid: GridBlock): string[] {
  return grid.cells.map((cell) => laidOut(cell.blocks).text.trim());
}

describe("paragraphs", () => {
  it("reads headings, emphasis and gaps", () => {
    const [heading, first] = paragraphs(
      "<h2>Apologies</h2><p>From <b>Cllr <i>Ash</i></b> and <span style='font-weight:700'>Mr Elm</span>.</p>",
    );
    expect(heading).toMatchObject({ heading: 2, isAfterGap: true });
    expect(first?.runs.map((run) => [run.text, run.emphases])).toEqual([
      ["From ", []],
      ["Cllr ", ["bold"]],
      ["Ash", ["bold", "italic"]],
      [" and ", []],
      ["Mr Elm", ["bold"]],
      [".", []],
    ]);
  });

  it("takes an emphasis back where the style says so", () => {
    const [only] = paragraphs('<b>Chair: <span style="font-weight: normal">Cllr Ash</span></b>');
    expect(only?.runs.at(-1)).toMatchObject({ text: "Cllr Ash", emphases: [] });
  });

  it("breaks lines at br, paragraphs at two of them", () => {
    const blocks = paragraphs("<p>Cllr Ash<br>Cllr Elm<br><br>\nApologies: none</p>");
    expect(blocks.map((block) => block.runs.map((run) => run.text).join(""))).toEqual([
      "Cllr Ash\nCllr Elm",
      "Apologies: none",
    ]);
    expect(blocks[1]?.isAfterGap).toBe(true);
  });

  it("keeps paragraphs of fragments apart", () => {
    expect(linesOf("<p><u>APOLOGIES</u></p> <p>A Person (Body)</p>")).toEqual(["APOLOGIES", "A Person (Body)"]);
    expect(linesOf('<p align="center">AB</p> <p align="center">CD</p>')).toEqual(["AB", "CD"]);
  });

  it("decodes entities that were encoded twice", () => {
    expect(linesOf("<p>Ash&amp;nbsp;&amp;amp; Elm &amp;pound;5 &amp;lt;b&amp;gt;</p>")).toEqual(["Ash & Elm £5 <b>"]);
  });

  it("reads preformatted text line by line", () => {
    expect(paragraphs("<pre>Present\n  Cllr Ash\n\nApologies</pre>").map((block) => block.isAfterGap)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("leaves out what is not shown", () => {
    const html =
      '<p>Seen</p><script>a()</script><style>p{}</style><template><p>x</p></template><p hidden>y</p><div style="display: none">z</div>';
    expect(linesOf(html)).toEqual(["Seen"]);
  });
});

describe("lists", () => {
  it("prints the numbers that a browser shows", () => {
    expect(linesOf("<ol start=43><li>Apologies<li>Minutes<li value=50>Finance</ol>")).toEqual([
      "43. Apologies",
      "44. Minutes",
      "50. Finance",
    ]);
    expect(linesOf('<ol type="a"><li>One<li>Two</ol>')).toEqual(["a. One", "b. Two"]);
    expect(linesOf('<ol style="list-style-type: upper-roman"><li>One<li>Two</ol>')).toEqual(["I. One", "II. Two"]);
    expect(linesOf("<ol reversed><li>One<li>Two</ol>")).toEqual(["2. One", "1. Two"]);
    expect(linesOf('<ol style="list-style: none"><li>7. Typed</ol>')).toEqual(["7. Typed"]);
  });

  it("counts nested lists on their own, whether in an entry or beside it", () => {
    expect(linesOf("<ol><li>A<ol type=i><li>x<li>y</ol></li><li>B</ol>")).toEqual(["1. A", "i. x", "ii. y", "2. B"]);
    expect(linesOf("<ol><li>A</li><ol><li>x</li></ol><li>B</li></ol>")).toEqual(["1. A", "1. x", "2. B"]);
  });

  it("makes a printed number look like its entry", () => {
    const [entry] = paragraphs("<ol><li><b>Apologies</b></li></ol>");
    expect(entry?.runs).toEqual([{ text: "1. Apologies", emphases: ["bold"], page: null, box: null }]);
  });

  it("drops typed bullets and marks the entries", () => {
    const blocks = paragraphs(
      "<ul><li>• Ash</li><li>Elm</li></ul><p>▪ Oak</p><p>- Yew</p><p>-5 degrees</p><p>* * *</p>",
    );
    expect(blocks.map((block) => [block.runs[0]?.text, block.list])).toEqual([
      ["Ash", "bullet"],
      ["Elm", "bullet"],
      ["Oak", "bullet"],
      ["Yew", "bullet"],
      ["-5 degrees", null],
      ["* * *", null],
    ]);
  });

  it("splits a list whose entries are only bullets in the text", () => {
    const blocks = paragraphs('<p>Actions:</p><ul style="list-style-type: none"> ▪ Page 1: done ▪ Page 2: open </ul>');
    expect(blocks.slice(1).map((block) => [block.runs[0]?.text.trim(), block.list])).toEqual([
      ["Page 1: done", "bullet"],
      ["Page 2: open", "bullet"],
    ]);
  });
});

describe("tables", () => {
  it("places cells by their spans", () => {
    const grid = onlyGrid(
      "<table><thead><tr><td>Ref<td colspan=2>Report</thead><tr><td rowspan=2>1<td>a<td>b<tr><th>c<td>d</table>",
    );
    expect([grid.kind, grid.rows, grid.cols]).toEqual(["table", 3, 3]);
    expect(grid.cells.map((cell) => [cell.row, cell.col, cell.rowSpan, cell.colSpan, cell.isHeader])).toEqual([
      [0, 0, 1, 1, true],
      [0, 1, 1, 2, true],
      [1, 0, 2, 1, false],
      [1, 1, 1, 1, false],
      [1, 2, 1, 1, false],
      [2, 1, 1, 1, true],
      [2, 2, 1, 1, false],
    ]);
  });

  it("unwraps tables that only lay out the page", () => {
    expect(linesOf("<table><tr><td><p>A</p><tr><td><p>B</p></table>")).toEqual(["A", "B"]);
    const frame = "<table><tr><td>&nbsp;<td><table><tr><td>Ash<td>Council<tr><td>Elm<td>Police</table></table>";
    expect(cellTexts(onlyGrid(frame))).toEqual(["Ash", "Council", "Elm", "Police"]);
  });

  it("keeps a table of data inside its cell", () => {
    const grid = onlyGrid(
      "<table><tr><th>Item<th>Narrative</tr><tr><td>30<td><p>The budget, which was discussed:</p><table><tr><td>Grant<td>£5<tr><td>Rent<td>£7</table></table>",
    );
    expect(grid.cells.at(-1)?.blocks.map((block) => block.type)).toEqual(["paragraph", "grid"]);
  });

  it("makes two columns of a definition list", () => {
    const grid = onlyGrid("<dl><dt>Chair<dd>Cllr Ash<dt>Clerk<dd>Mrs Elm<dd>from May</dl>");
    expect([grid.kind, grid.cols, cellTexts(grid)]).toEqual([
      "columns",
      2,
      ["Chair", "Cllr Ash", "Clerk", "Mrs Elm\nfrom May"],
    ]);
  });
});

describe("any string", () => {
  const tags = [
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "<td colspan=99999>",
    "<ol>",
    "<li>",
    "<dl><dt>",
    "<br>",
    "<b>",
    "&amp;nbsp;",
    "• ",
    "\n",
    "x",
    "<pre>",
    "</li>",
  ];
  const soup = fc.array(fc.oneof(fc.constantFrom(...tags), fc.string({ unit: "binary", maxLength: 6 })), {
    maxLength: 40,
  });

  it("is read, and the lines of the laid out text concatenate to it", () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        const source = laidOut(htmlBlocks(pieces.join("")));
        expect(source.lines.map((line) => source.text.slice(line.span.start, line.span.end)).join("")).toBe(
          source.text,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("gives grids whose cells do not overlap", () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        for (const block of htmlBlocks(`<table>${pieces.join("")}`)) if (block.type === "grid") expectNoOverlap(block);
      }),
      { numRuns: 200 },
    );
  });

  it("may nest without end", () => {
    expect(linesOf(`${"<div>".repeat(2_000)}deep`)).toEqual(["deep"]);
  });
});

function expectNoOverlap(grid: GridBlock): void {
  const taken = new Set<string>();
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col++) {
        expect(taken.has(`${row},${col}`)).toBe(false);
        expect(row < grid.rows && col < grid.cols).toBe(true);
        taken.add(`${row},${col}`);
      }
    }
  }
}
