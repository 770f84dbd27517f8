import { describe, expect, it } from "vitest";
import { linesOf } from "./html-builder.js";

describe("numbers of lists", () => {
  it.each([
    ["start", "<ol start=7><li>Apologies<li>Finance</ol>", ["7. Apologies", "8. Finance"]],
    ["reversed", "<ol reversed><li>Apologies<li>Finance</ol>", ["2. Apologies", "1. Finance"]],
    ["value", "<ol><li>Apologies<li value=9>Finance<li>Planning</ol>", ["1. Apologies", "9. Finance", "10. Planning"]],
    [
      "type",
      "<ol type=i><li>Apologies<li>Finance</ol><ol type=A><li>Planning</ol>",
      ["i. Apologies", "ii. Finance", "A. Planning"],
    ],
    [
      "nested",
      "<ol><li>Finance<ol type=a><li>Rents<li>Rates</ol><li>Planning</ol>",
      ["1. Finance", "a. Rents", "b. Rates", "2. Planning"],
    ],
    ["none", '<ol style="list-style: none"><li>Finance<li>Planning</ol>', ["Finance", "Planning"]],
    [
      "zeros and Greek",
      '<ol style="list-style-type: decimal-leading-zero"><li>Rents</ol><ol style="list-style-type: lower-greek"><li>Rates</ol>',
      ["01. Rents", "α. Rates"],
    ],
  ])("%s", async (_, html, lines) => {
    expect(await linesOf(html)).toEqual(lines);
  });

  it("come from the page's style sheet, the stronger selector and the style attribute winning", async () => {
    const css =
      "<style>/* x */ ol { list-style-type: upper-roman } ol.low, .other > li { list-style: lower-alpha inside } @media print { ol { list-style: none } }</style>";
    expect(
      await linesOf(
        `${css}<ol><li>Finance</ol><ol class=low><li>Rents</ol><ol class=low style="list-style-type: decimal"><li>Rates</ol>`,
      ),
    ).toEqual(["I. Finance", "a. Rents", "1. Rates"]);
  });

  it("are not printed where an entry is no list item to the browser", async () => {
    expect(await linesOf("<ol><li style='display:block'>Finance</ol>")).toEqual(["Finance"]);
  });
});

describe("CSS counters", () => {
  it("number nested lists", async () => {
    const css =
      '<style>ol { counter-reset: item; list-style: none } li { counter-increment: item } li::before { content: counters(item, ".") " " }</style>';
    expect(await linesOf(`${css}<ol><li>Finance<ol><li>Rents<li><p>Rates</p></ol><li>Planning</ol>`)).toEqual([
      "1 Finance",
      "1.1 Rents",
      "1.2 Rates",
      "2 Planning",
    ]);
  });

  it("go on through the lists of a word processor's export", async () => {
    const css =
      '<style>.lst-a { list-style-type: none } ol.lst-a.start { counter-reset: ctn-a 4 } .lst-a > li { counter-increment: ctn-a } .lst-a > li:before { content: "" counter(ctn-a, decimal) ". " }</style>';
    expect(
      await linesOf(`${css}<ol class="lst-a start"><li>Finance</ol><p>Talk.</p><ol class="lst-a"><li>Planning</ol>`),
    ).toEqual(["5. Finance", "Talk.", "6. Planning"]);
  });

  it("number headings", async () => {
    const css =
      "<style>body { counter-reset: h } h2 { counter-increment: h } h2:before { content: counter(h, upper-alpha) ')\\a0' }</style>";
    expect(await linesOf(`${css}<h2>Finance</h2><p>Talk.</p><h2>Planning</h2>`)).toEqual([
      "A) Finance",
      "Talk.",
      "B) Planning",
    ]);
  });

  it("are no numbers where the words before are only ornament", async () => {
    expect(await linesOf("<style>p:before { content: '» ' }</style><p>Finance</p>")).toEqual(["Finance"]);
  });
});
