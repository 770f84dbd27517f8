import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasFiniteVerb, sentences } from "../../../src/grammar/phrases/sentences.js";

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["", []],
    ["The gate is shut", ["The gate is shut"]],
    ["The gate is shut. The lock is open.", ["The gate is shut.", "The lock is open."]],
    ["Is it shut? No! It is open.", ["Is it shut?", "No!", "It is open."]],
    ["Mr. Quill spoke. Cllr. Marl did not.", ["Mr. Quill spoke.", "Cllr. Marl did not."]],
    ["A. Quill and B. Marl spoke.", ["A. Quill and B. Marl spoke."]],
    ["It costs £12.50 a year. It rises.", ["It costs £12.50 a year.", "It rises."]],
    ["It opens at 7 p.m. on Mondays.", ["It opens at 7 p.m. on Mondays."]],
    ["It opens at 7 p.m. The gate is shut.", ["It opens at 7 p.m.", "The gate is shut."]],
    ["See No. 4 of the list, e.g. Rope.", ["See No. 4 of the list, e.g. Rope."]],
    ["“It is shut.” He left.", ["“It is shut.”", "He left."]],
    ["The gate is shut (for now.) The lock is open.", ["The gate is shut (for now.)", "The lock is open."]],
    ["The gate is shut; the lock is open.", ["The gate is shut; the lock is open."]],
    ["The gate is shut\nThe lock is open", ["The gate is shut", "The lock is open"]],
  ])("splits %j", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("gives spans in order, within the text, and leaves out nothing but blanks", () => {
    const piece = fc.constantFrom(
      "The gate",
      "Mr.",
      "A.",
      "is shut",
      ".",
      "!",
      "?",
      "\n",
      " ",
      "7 p.m.",
      "£1.50",
      "”",
      ")",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join(" ");
        const spans = sentences(text);
        let end = 0;
        for (const span of spans) {
          expect(text.slice(end, span.start).trim()).toBe("");
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
    );
  });
});

describe("hasFiniteVerb", () => {
  it.each(["The gate was shut", "AQ will call", "It has gone", "Members agreed the fee"])(
    "%j is a sentence",
    (text) => {
      expect(hasFiniteVerb(text)).toBe(true);
    },
  );

  it.each(["Apologies for absence", "The Swan Census", "Weed on the lower reach", ""])("%j is a title", (text) => {
    expect(hasFiniteVerb(text)).toBe(false);
  });
});
