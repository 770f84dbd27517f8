import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pageAt } from "../../src/model/source.js";
import { linesOf, sourceOf, trailerOf } from "./text-builder.js";

describe("line ends", () => {
  it.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR", "\r"],
    ["CR CR LF", "\r\r\n"],
  ])("%s", async (_, end) => {
    expect(await linesOf(["Minutes", "", "1. Apologies", "2. Finance", ""].join(end))).toEqual([
      "Minutes",
      "1. Apologies",
      "2. Finance",
    ]);
  });

  it("of two kinds in one text", async () => {
    expect(await linesOf("1. Apologies\r\n2. Finance\r3. Planning\n")).toEqual([
      "1. Apologies",
      "2. Finance",
      "3. Planning",
    ]);
  });

  it("without a feed print a line twice", async () => {
    expect(await linesOf("MINUTES\rMINUTES\r\nFinance\r_______\r\n")).toEqual(["MINUTES", "Finance"]);
  });
});

describe("a printer's text", () => {
  it("has bold and underlined letters by overstrike", async () => {
    const source = await sourceOf("M\bMI\bIN\bNU\bUT\bTE\bES\bS of _\bM_\ba_\by\n\nplain\n");
    expect(source.text).toBe("MINUTES of May\nplain\n");
    expect(source.lines[0]?.emphases).toEqual([{ kind: "bold", span: { start: 0, end: 7 } }]);
  });

  it("loses its escape codes and what stands behind its end", async () => {
    expect(await linesOf("\u001bE\u001b[1mMinutes\u001b[0m of \u000eMay\u000f\u001arubbish")).toEqual([
      "Minutes of May",
    ]);
  });

  it("has pages at form feeds, their heads and feet apart", async () => {
    const page = (number: number, text: string) => `Elmton Council   Minutes ${number}\n\n${text}\n\n\n- ${number} -\n`;
    const text = [page(1, "1. Apologies\nNone had"), page(2, "been sent.\n\n2. Finance"), page(3, "3. Planning")].join(
      "\f",
    );
    expect(await linesOf(text)).toEqual(
      ["Elmton Council", "1. Apologies", "None had", "been sent.", "2. Finance", "3. Planning"].flatMap((line) =>
        line === "Elmton Council" ? ["Elmton Council Minutes 1"] : [line],
      ),
    );
    expect(await trailerOf(text)).toEqual([
      "- 1 -",
      "Elmton Council Minutes 2",
      "- 2 -",
      "Elmton Council Minutes 3",
      "- 3 -",
    ]);
    const source = await sourceOf(text);
    expect(source.pages).toBe(3);
    expect(pageAt(source, source.text.indexOf("2. Finance"))).toBe(2);
    expect(pageAt(source, source.text.indexOf("3. Planning"))).toBe(3);
  });

  it("goes on over a page, each piece on its own", async () => {
    const source = await sourceOf(
      "The Clerk reported that the bridge over the mill stream at the end of the\n\flane had been mended. It had cost less than was thought by everybody here.\n",
    );
    expect(source.lines).toHaveLength(1);
    expect(source.lines[0]?.fragments.map((fragment) => fragment.page)).toEqual([1, 2]);
  });

  it("keeps a list that only looks like page numbers", async () => {
    expect(await linesOf("Votes cast\n\n12\n\n7\n\n\fAsh\n\nElm\n")).toContain("12");
  });

  it("has its page numbers out of the way without form feeds too", async () => {
    const text = "1. Apologies\n\nPage 1 of 2\n\n2. Finance\n\nPage 2 of 2\n";
    expect(await linesOf(text)).toEqual(["1. Apologies", "2. Finance"]);
    expect(await trailerOf(text)).toEqual(["Page 1 of 2", "Page 2 of 2"]);
  });
});

describe("paragraphs", () => {
  it("of justified lines are no columns", async () => {
    const text = [
      "The   Clerk  reported  that  the  bridge   over  the  mill  stream  had",
      "been mended   at  last and that   the cost  had been  borne by   the two",
      "landowners.",
    ].join("\n");
    expect(await linesOf(text)).toEqual([
      "The Clerk reported that the bridge over the mill stream had been mended at last and that the cost had been borne by the two landowners.",
    ]);
  });

  it("close up words that were cut at a line's end, but not compounds", async () => {
    const text =
      "The Clerk had written three times to the owner of the field about the draina-\nge of the lane, and the well-known ditch was long since full; a well-\nknown answer came: that nothing at all could be done before the spring.\n";
    expect(await linesOf(text)).toEqual([
      "The Clerk had written three times to the owner of the field about the drainage of the lane, and the well-known ditch was long since full; a well-known answer came: that nothing at all could be done before the spring.",
    ]);
  });

  it("take headings from the signs below them", async () => {
    const source = await sourceOf(
      "ELMTON CLUB\n===========\n\nFinance\n-------\nThe books were shown.\n\n-----------------------------\nEnd\n\f",
    );
    expect(
      source.lines.map((line) => [source.text.slice(line.span.start, line.span.end).trim(), line.style.heading]),
    ).toEqual([
      ["ELMTON CLUB", 1],
      ["Finance", 2],
      ["The books were shown.", null],
      ["End", null],
    ]);
  });

  it("leave names below a label in their lines", async () => {
    expect(
      await linesOf("PRESENT:  Mr. A. Ash (Chairman)\n          Mr. B. Elm (Treasurer)\n          Mrs. C. Oak\n"),
    ).toEqual(["PRESENT: Mr. A. Ash (Chairman)", "Mr. B. Elm (Treasurer)", "Mrs. C. Oak"]);
  });
});

const REAL = "../shared/corpus/irish-council-txt/wexford-special-housing-05-12-22.txt";

describe.skipIf(!existsSync(REAL))("a real text of pages (skipped where ../shared/corpus is missing)", () => {
  it("has its three page numbers and two running heads in the trailer", async () => {
    const source = await sourceOf(readFileSync(REAL));
    expect(source.pages).toBe(3);
    expect(source.text.slice(source.trailerStart).trim().split("\n")).toHaveLength(5);
  });
});
