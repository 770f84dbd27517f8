/** A whole meeting in one line is cut at its numbers and labels; paragraphs that merely hold numbers are left whole. */

import { describe, expect, test } from "vitest";
import { explainLines } from "../../src/grammar/index.js";
import { expectLossless, expectSound } from "./invariants.js";
import { itemsIn, peopleIn, readPart, sourceFrom } from "./read-invented.js";

const FILLER = "The warden spoke of the weed at some length and nobody minded that it grew. ".repeat(6).trim();

const MEETING = [
  "PENMERE HARBOUR COUNCIL Minutes of the Meeting held on Tuesday 4 May 2021 at 7.30 pm",
  "Present: Cllr Ada Quill (Chair), Cllr Ben Marl. Apologies: Cllr Cy Dunn.",
  `104/21 Apologies for Absence The apologies of Cllr Dunn were accepted, see item 106/21 below. ${FILLER}`,
  `105/21 Declarations of Interest There were none. ${FILLER}`,
  `106/21 Slipway Cllr Marl reported on 30 May that 12 Rope Street and 3. Quay were wet. ${FILLER}`,
  "107/21 Date of Next Meeting It was agreed to meet on 1 June 2021.",
].join(" ");

const tokens = async (text: string) => explainLines(await sourceFrom(text)).map(({ reading }) => reading);

describe("a meeting in one line", () => {
  test("is cut at the numbers that follow each other", async () => {
    expect(itemsIn(await readPart(MEETING))).toEqual([
      "104/21 Apologies for Absence",
      "105/21 Declarations of Interest",
      "106/21 Slipway",
      "107/21 Date of Next Meeting",
    ]);
  });

  test("is cut at its labels of attendance", async () => {
    expect(peopleIn(await readPart(MEETING))).toEqual([
      "present Cllr Ada Quill (Chair)",
      "present Cllr Ben Marl",
      "apologies Cllr Cy Dunn",
    ]);
  });

  test("is lost nowhere, and every fact stands where it is said to", async () => {
    const source = await sourceFrom(MEETING);
    expectLossless(source);
    expectSound(source);
  });
});

describe("what is left whole", () => {
  test("a long paragraph without a series", async () => {
    expect(
      await tokens(`${FILLER} On 3 May and 4. May 5 boats came, 17 Rope Street. ${FILLER.repeat(4)}`),
    ).toHaveLength(1);
  });

  test("a short line, whatever it holds", async () => {
    expect(await tokens("See 1. The weed 2. The swans 3. The buoys in the report.")).toHaveLength(1);
  });
});

test("labels one after the other in a short line", async () => {
  expect(await tokens("Present: Ada Quill, Ben Marl Apologies: Cy Dunn In attendance: Di Moss")).toEqual([
    "LabelLine",
    "LabelLine",
    "LabelLine",
  ]);
});
