import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factTextCoverage } from "../../src/evaluation/coverage.js";
import { attendeeOf, decisionOf, partOf, read, sourceOf, spanOf } from "../store/conversion-builder.js";
import { conversionOf, trueParts } from "./invented-records.js";

const SOURCE = sourceOf("PRESENT Ada Quill\nRESOLVED: (a) that the quay wall be propped\nby June.\n");

describe("the words of each fact lie within its quote", () => {
  test("a record that copies its source is covered", () => {
    fc.assert(
      fc.property(trueParts, (parts) => {
        const { minutes, source } = conversionOf(parts, "x");
        expect(factTextCoverage(minutes, source).offenders).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("line ends and markers between the words do no harm", () => {
    const span = { ...spanOf(SOURCE, "RESOLVED: (a) that the quay wall be propped\nby June") };
    const text = { ...read(SOURCE, "RESOLVED"), value: "that the quay wall be propped by June", span };
    const part = partOf(SOURCE, { decisions: [{ ...decisionOf(SOURCE, "RESOLVED"), text, span }] });
    expect(factTextCoverage({ parts: [part] }, SOURCE)).toEqual({ checked: 2, offenders: [] });
  });

  test("words that the quote has not are told, with the share that it has", () => {
    const text = { ...read(SOURCE, "the quay wall"), value: "the harbour wall" };
    const part = partOf(SOURCE, { decisions: [{ ...decisionOf(SOURCE, "the quay wall"), text }] });
    const { offenders } = factTextCoverage({ parts: [part] }, SOURCE);
    expect(offenders).toContainEqual({
      fact: "parts[0].decisions[0]",
      field: "text",
      text: "the harbour wall",
      quote: "the quay wall",
      share: 2 / 3,
    });
  });

  test("a value that is not stated need not stand there", () => {
    const chair = { ...read(SOURCE, "Ada"), value: "Ada Beatrice Quill", basis: "derived" as const };
    const attendance = [attendeeOf(SOURCE, "Ada Quill", "present")];
    expect(factTextCoverage({ parts: [partOf(SOURCE, { chair, attendance })] }, SOURCE).offenders).toEqual([]);
  });
});
