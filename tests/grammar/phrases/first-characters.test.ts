/** Lexers that choose their tokens by the first character have one for every character. */

import { describe, expect, it } from "vitest";
import { lexDates } from "../../../src/grammar/phrases/date-parser.js";
import { ANY_CHARACTER } from "../../../src/grammar/phrases/first-characters.js";
import { entryPieces } from "../../../src/grammar/phrases/person-parser.js";
import { countWords } from "../../../src/grammar/phrases/words.js";

const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe("first characters", () => {
  it("are listed once each", () => {
    expect(new Set(ANY_CHARACTER).size).toBe(ANY_CHARACTER.length);
  });

  it.each([
    ["dates", (text: string) => lexDates(text).length],
    ["people", (text: string) => entryPieces(text).length],
  ])("every character begins a token: %s", (_, lex) => {
    expect(lex(CHARACTERS.join(" b"))).toBeGreaterThan(0);
  });
});

describe("countWords", () => {
  it("parts words where a pattern for blanks does", () => {
    const differing = CHARACTERS.filter((character) => {
      const text = `a${character}b`;
      return countWords(text) !== text.split(/\s+/).length;
    });
    expect(differing).toEqual([]);
  });

  it.each([
    ["", 0],
    ["  ", 0],
    ["one", 1],
    [" two  words\n", 2],
  ])("%j has %d", (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
