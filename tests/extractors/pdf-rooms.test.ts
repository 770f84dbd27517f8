import { describe, expect, test } from "vitest";
import { joinedEnd } from "../../src/extractors/hyphens.js";
import { findFrames } from "../../src/extractors/layout/frames.js";
import { lineText, toLine, toLines } from "../../src/extractors/layout/lines.js";
import { bulletPrefix, isBullet, isNumberMarker, leadingNumber } from "../../src/extractors/layout/markers.js";
import { type Piece, splitPiece } from "../../src/extractors/layout/page-content.js";
import { goesOnOverPage, toPassages } from "../../src/extractors/layout/passages.js";
import { findRunningLines } from "../../src/extractors/layout/running-lines.js";
import { charactersOfGlyphs, isGlyphNumbers } from "../../src/extractors/pdf/glyph-codes.js";

/** A made-up piece whose letters are half as wide as they are high. */
function piece(text: string, x: number, baseline: number, more: Partial<Piece> = {}): Piece {
  const size = more.size ?? 10;
  const box = { x0: x, y0: baseline - 0.8 * size, x1: x + text.length * size * 0.5, y1: baseline + 0.22 * size };
  return { text, page: 1, box, baseline, size, emphases: [], isSymbol: false, isAfterBlank: false, ...more };
}

const texts = (pieces: readonly Piece[]) => toLines(pieces).map((line) => line.segments.map((segment) => segment.text));

describe("lines", () => {
  test("pieces of one baseline are a line, from left to right", () => {
    expect(texts([piece("back", 73, 100.3), piece("come", 50, 100), piece("later", 50, 112)])).toEqual([
      ["come back"],
      ["later"],
    ]);
  });

  test("letters that touch are one word; a blank of the file is one, however narrow", () => {
    expect(texts([piece("Rob", 50, 100), piece("ert", 65.2, 100)])).toEqual([["Robert"]]);
    expect(texts([piece("Rob", 50, 100), piece("ert", 65.5, 100, { isAfterBlank: true })])).toEqual([["Rob ert"]]);
  });

  test("a wide gap makes two segments, but not behind a number or a bullet", () => {
    expect(texts([piece("Ada Holm", 50, 100), piece("Police", 200, 100)])).toEqual([["Ada Holm", "Police"]]);
    expect(texts([piece("12.", 50, 100), piece("Hedges", 100, 100)])).toEqual([["12. Hedges"]]);
    expect(texts([piece("12.", 50, 100), piece("(b)", 80, 100), piece("Hedges", 110, 100)])).toEqual([
      ["12. (b) Hedges"],
    ]);
    expect(texts([piece("12", 50, 100), piece("34", 100, 100)])).toEqual([["12", "34"]]);
  });

  test("raised letters join the words that they touch", () => {
    expect(texts([piece("29", 50, 100), piece("th", 60.5, 95, { size: 6 }), piece("May", 70, 100)])).toEqual([
      ["29th May"],
    ]);
  });

  test("a piece is cut at the blank nearest to a line", () => {
    const parts = splitPiece(piece("clerk to write asap", 100, 100), [178]);
    expect(parts.map((part) => part.text)).toEqual(["clerk to write", "asap"]);
    expect(parts[1]?.box.x1).toBeCloseTo(195);
    // Usual widths of letters: "asap" has no narrow ones, the words before it have several.
    expect(parts[1]?.box.x0).toBeGreaterThan(168);
    expect(parts[1]?.box.x0).toBeLessThan(175);
  });
});

describe("markers", () => {
  test.each(["4.", "(a)", "iv)", "B.", "12", "7a", "07.17.01", "04(2).24.01", "3-B.", "BM 18/2021", "Item 3"])(
    "%s numbers an entry",
    (text) => expect(isNumberMarker(text)).toBe(true),
  );
  test.each(["2024", "Present:", "£14.00", "Mr", "9th", "(KA)"])("%s does not", (text) =>
    expect(isNumberMarker(text)).toBe(false),
  );
  test.each([
    ["(a) the hall", "(a)"],
    ["7.2 Roads", "7.2"],
    ["3. Roads", "3."],
    ["1.5", ""],
    ["2019 was dry", ""],
    ["A resident spoke", ""],
  ])("%j begins with %j", (text, number) => expect(leadingNumber(text)).toBe(number));
  test("bullets", () => {
    expect(["•", "\uf0b7", "-", "o"].map((text) => isBullet(text, false))).toEqual([true, true, true, true]);
    expect(["x", "Mr"].map((text) => isBullet(text, true))).toEqual([true, false]);
    expect(["• gate", "- gate", "-5 degrees"].map(bulletPrefix)).toEqual(["• ", "- ", ""]);
  });
});

describe("the end of a line", () => {
  const vocabulary = new Set(["resurfacing", "play-ground", "committee"]);
  test.each([
    ["the resur-", "facing of", "the resur"],
    ["the resur -", "facing of", "the resur"],
    ["the play-", "ground and", "the play-"],
    ["a non-", "statutory post", "a non-"],
    ["a dash -", "or two", "a dash - "],
    ["Stow-on-the-", "Wold", "Stow-on-the-"],
    ["the com\u00ad", "mon", "the com"],
    ["the hall", "and", "the hall "],
  ])("%j before %j becomes %j", (text, next, joined) => expect(joinedEnd(text, next, vocabulary)).toBe(joined));
});

describe("passages", () => {
  const measure = { left: 50, right: 300, leading: 1.2 };
  const passages = (rows: readonly [string, number, number, Partial<Piece>?][]) =>
    toPassages(
      rows.map(([text, x, y, more]) => toLine([piece(text, x, y, more)])),
      measure,
    ).map((passage) => passage.lines.map(lineText).join(" "));
  const full = "w".repeat(48);

  test("a line with room for the next word ends its paragraph", () => {
    expect(
      passages([
        [full, 50, 100],
        ["and more", 50, 112],
        ["Then", 50, 124],
      ]),
    ).toEqual([`${full} and more`, "Then"]);
  });

  test("wider leading, another indent, another look begin a paragraph", () => {
    expect(
      passages([
        [full, 50, 100],
        ["Then", 50, 122],
      ]),
    ).toHaveLength(2);
    expect(
      passages([
        [full, 50, 100],
        [full, 50, 112],
        ["Then", 80, 124],
      ]),
    ).toHaveLength(2);
    expect(
      passages([
        [full, 50, 100, { emphases: ["bold"] }],
        ["Then", 50, 112],
      ]),
    ).toHaveLength(2);
  });

  test("the next number begins an entry, a number in a sentence does not", () => {
    expect(
      passages([
        [`(a) ${full}`, 50, 100],
        ["(b) then", 50, 112],
      ]),
    ).toHaveLength(2);
    expect(
      passages([
        [full, 50, 100],
        ["12. then", 50, 112],
      ]),
    ).toHaveLength(1);
  });

  test("over a page only a sentence that is not finished goes on", () => {
    const goesOn = (last: string, next: string) => {
      const [before] = toPassages([toLine([piece(last, 50, 700)])], measure);
      const [after] = toPassages([toLine([piece(next, 50, 60, { page: 2 })])], measure);
      return before !== undefined && after !== undefined && goesOnOverPage(before, after, measure);
    };
    expect(goesOn(full, "and more")).toBe(true);
    expect(goesOn(full, "Mill Lane")).toBe(true);
    expect(goesOn(`${full}.`, "Mill Lane")).toBe(false);
    expect(goesOn("Ada Holm", "Ben Stroud")).toBe(false);
    expect(goesOn(full, "5. Mill Lane")).toBe(false);
  });
});

describe("running lines", () => {
  const page = (number: number, rows: readonly [string, number][]) => ({
    page: number,
    width: 595,
    height: 842,
    lines: rows.map(([text, y]) => toLine([piece(text, 50, y, { page: number })])),
  });
  const running = (pages: ReturnType<typeof page>[]) => [...findRunningLines(pages)].map(lineText);

  test("page numbers are found in any form, near the edges only", () => {
    for (const text of ["3", "Page 3 of 7", "- 3 -", "3 | Page"]) {
      expect(
        running([
          page(1, [
            ["Words", 400],
            [text, 815],
          ]),
        ]),
      ).toEqual([text]);
    }
    expect(
      running([
        page(1, [
          ["Words", 400],
          ["3", 500],
        ]),
      ]),
    ).toEqual([]);
  });

  test("a line to be signed at the foot of a page is told at once, however long its leaders", () => {
    const feet = [
      `Signed${".".repeat(300)} Date${".".repeat(300)}`,
      `Signed ${".".repeat(300)} by the Treasurer`,
      `Signed${"/ ".repeat(300)}${".".repeat(300)} by the Treasurer`,
    ];
    const pages = feet.map((foot, index) =>
      page(index + 1, [
        [`Words of page ${"abc"[index]}`, 400],
        [foot, 780],
      ]),
    );
    expect(running(pages)).toEqual(feet.slice(0, 1));
  });

  test("words that return at another height are no running head", () => {
    expect(
      running([
        page(1, [
          ["RESOLVED", 60],
          ["a", 400],
        ]),
        page(2, [
          ["RESOLVED", 90],
          ["b", 400],
        ]),
      ]),
    ).toEqual([]);
  });
});

describe("frames", () => {
  const across = (y: number, x0 = 50, x1 = 250) => ({ isHorizontal: true, box: { x0, y0: y, x1, y1: y } });
  const down = (x: number, y0 = 100, y1 = 160) => ({ isHorizontal: false, box: { x0: x, y0, x1: x, y1 } });

  test("one box is no table, two are", () => {
    expect(findFrames([across(100), across(160), down(50), down(250)])).toEqual([]);
    expect(findFrames([across(100), across(160), down(50), down(150), down(250)])[0]?.cells).toHaveLength(2);
  });

  test("a row that the page cuts has no line below", () => {
    const [frame] = findFrames([across(100), across(120), down(50), down(150), down(250)]);
    expect(frame?.ys).toEqual([100, 120, 160]);
    expect(frame?.cells).toHaveLength(4);
  });
});

test("glyph numbers in place of characters are read", () => {
  expect(isGlyphNumbers("7KH\u0003&OHUN")).toBe(true);
  expect(charactersOfGlyphs("7KH\u0003&OHUN\u00b6V")).toBe("The Clerk’s");
});
