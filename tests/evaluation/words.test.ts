import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameName, nameKey, normalise, overlap } from "../../src/evaluation/words.js";

describe("words are compared without case and marks", () => {
  test.each([
    ["Café – £40", "cafe gbp 40"],
    ["the Chair’s “own” co-operation", "the chairs own co operation"],
    ["50% of ½", "50% of 12"],
    ["ﬁnance\u00adoffice", "financeoffice"],
    ["Łódź 😀", "odz"],
  ])("%s → %s", (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test("nothing is like nothing and unlike something", () => {
    expect(overlap(null, "…")).toBe(1);
    expect(overlap("", "wall")).toBe(0);
  });

  test("words count as often as they stand", () => {
    expect(overlap("the wall the wall", "the wall")).toBeCloseTo(2 / 3);
  });

  test("overlap is the same both ways", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });

  test.each([
    ["Cllr Mrs A. Quill (Chair)", "a quill"],
    ["JP", "jp"],
    ["Cllr JP", "cllr jp"],
    ["(absent)", "absent"],
  ])("the key of %s is %s", (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test("nobody is nobody", () => {
    expect(isSameName("", "")).toBe(false);
    expect(isSameName(null, "–")).toBe(false);
  });
});
