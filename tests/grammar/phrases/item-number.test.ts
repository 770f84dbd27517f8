import { describe, expect, it } from "vitest";
import { readItemNumber, romanValue } from "../../../src/grammar/phrases/item-number.js";

describe("readItemNumber", () => {
  it.each([
    ["12. Apologies", "decimal", "12", [12], ".", "Apologies"],
    ["12 Apologies", "decimal", "12", [12], null, "Apologies"],
    ["12", "decimal", "12", [12], null, ""],
    ["3) Apologies", "decimal", "3", [3], ")", "Apologies"],
    ["(3) Apologies", "decimal", "3", [3], "()", "Apologies"],
    ["(a) That the gate be shut", "letter", "a", [1], "()", "That the gate be shut"],
    ["b) the island", "letter", "b", [2], ")", "the island"],
    ["(iv) That it be opened", "roman", "iv", [4], "()", "That it be opened"],
    ["ix. The lock", "roman", "ix", [9], ".", "The lock"],
    ["3.1 Lamps", "dotted", "3.1", [3, 1], null, "Lamps"],
    ["3.1.2. Lamps", "dotted", "3.1.2", [3, 1, 2], ".", "Lamps"],
    ["7a Dredging", "suffixed", "7a", [7, 1], null, "Dredging"],
    ["7(b) Silt", "suffixed", "7b", [7, 2], null, "Silt"],
    ["24/017 Wall", "reference", "24/017", [24, 17], null, "Wall"],
    ["PC/24/018 Keys", "reference", "PC/24/018", [24, 18], null, "Keys"],
    ["Item 4: Ducks", "decimal", "4", [4], ":", "Ducks"],
    ["Minute No. 6 Herons", "decimal", "6", [6], null, "Herons"],
    ["1.) Weed", "decimal", "1", [1], ")", "Weed"],
    ["4:- Weed", "decimal", "4", [4], ":", "Weed"],
    ["Discussion topic 2: Weed", "decimal", "2", [2], ":", "Weed"],
    ["Topic #3", "decimal", "3", [3], null, ""],
    ["Agenda 5: Weed", "decimal", "5", [5], ":", "Weed"],
    ["CAB.58 Minutes", "reference", "CAB.58", [58], null, "Minutes"],
    ["C.45. Weed", "reference", "C.45", [45], ".", "Weed"],
    ["FC23/45 Weed", "reference", "FC23/45", [23, 45], null, "Weed"],
    ["2023-104 Weed", "reference", "2023-104", [2023, 104], null, "Weed"],
    ["4-A Weed", "reference", "4-A", [4, 1], null, "Weed"],
    ["3-1. Weed", "reference", "3-1", [3, 1], ".", "Weed"],
    ["03.26 08 Footpaths", "reference", "03.26 08", [3, 26, 8], null, "Footpaths"],
  ])("reads %j", (text, kind, label, values, close, rest) => {
    const number = readItemNumber(text);
    expect(number).toMatchObject({ kind, label, values, close });
    expect(text.slice(number?.end)).toBe(rest);
    const printed = text.slice(number?.span.start, number?.span.end);
    expect(printed.replace(/[()\s]/g, "")).toBe(label.replace(/\s/g, ""));
  });

  it.each(["Item 4", "Agenda item 5 – Geese", "Minute 6. Herons", "(Item 3)", "[Agenda Item 7]"])(
    "knows that %j says what is counted",
    (text) => {
      expect(readItemNumber(text)?.isWorded).toBe(true);
    },
  );

  it.each([
    "",
    "Apologies",
    "12 March 2020 was wet",
    "7.30 pm start",
    "7pm",
    "2019 was dry",
    "14/05/2021 regatta",
    "1,250 fish",
    "40% of moorings",
    "2nd place",
    "A Quill",
    "A. Quill",
    "I was there",
    "a gate",
    "(open",
    "x",
    "£12.50",
    "14/01751/FUL Weed",
    "Minute 12 refers to weed",
    "Item by item",
    "Minutes of the last meeting",
  ])("finds none in %j", (text) => {
    expect(readItemNumber(text)).toBeNull();
  });
});

it.each([
  ["i", 1],
  ["iv", 4],
  ["ix", 9],
  ["XIV", 14],
  ["xxxix", 39],
])("the value of %s is %i", (roman, value) => {
  expect(romanValue(roman)).toBe(value);
});
