import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Conversion } from "../../src/model/conversion.js";
import { renderStages } from "../../src/pipeline/golden.js";
import { differenceOfLines } from "../../src/pipeline/golden-difference.js";
import { goldenNames } from "../../src/pipeline/golden-names.js";
import {
  actionOf,
  attendeeOf,
  decisionOf,
  itemOf,
  partOf,
  read,
  readConversion,
  sourceOf,
  spanOf,
  valueAt,
} from "../store/conversion-builder.js";

vi.mock("../../src/grammar/index.js", () => ({ dumpTree: () => "# a tree" }));

const SOURCE = sourceOf(
  "Harbour Committee\n4 March 2019\nPRESENT Ada Quill\n1. Quay wall\nThe wall\nbe propped\n\fAQ to buy rope\nCost\tRow\n",
  "page header\n",
);

function harbour(): Conversion {
  const span = spanOf(SOURCE, "The wall\nbe propped");
  const prop = { ...valueAt(SOURCE, "The wall\nbe propped", "The wall be propped") };
  const person = { ...read(SOURCE, "AQ"), value: "Ada Quill", basis: "derived" as const, rule: "initials" };
  const part = partOf(SOURCE, {
    body: read(SOURCE, "Harbour Committee"),
    date: valueAt(SOURCE, "4 March 2019", "2019-03-04"),
    attendance: [attendeeOf(SOURCE, "Ada Quill", "present")],
    items: [itemOf(SOURCE, "Quay wall", { number: read(SOURCE, "1") })],
    decisions: [decisionOf(SOURCE, "The wall", { item: 0, text: prop, span: { ...span } })],
    actions: [actionOf(SOURCE, "buy rope", { owners: [{ name: read(SOURCE, "AQ"), person }] })],
  });
  return readConversion(
    SOURCE,
    [part],
    [
      { code: "meeting/no-body", span: null, message: "none" },
      { code: "action/no-owner", span: spanOf(SOURCE, "to buy"), message: "nobody" },
    ],
  );
}

const stages = renderStages("harbour/2019.txt", harbour());

describe("the stages of a document as text", () => {
  test("the source has marks for pages, the trailer and cells", () => {
    expect(stages["1-source.txt"]).toContain("──── page 1 ────\nHarbour Committee\n");
    expect(stages["1-source.txt"]).toContain("be propped\n──── page 2 ────\nAQ to buy rope\n");
    expect(stages["1-source.txt"]).toMatch(/──── trailer ────\n──── page 2 ────\npage header\n$/);
  });

  test("the tree is the grammar's", () => {
    expect(stages["2-tree.txt"]).toBe("# a tree\n");
  });

  test("the record has quotes in place of spans, and tells what is not stated", () => {
    const record = JSON.parse(stages["3-minutes.json"] ?? "");
    const [part] = record.parts;
    expect(part.body).toBe("Harbour Committee");
    expect(part.date).toEqual({ value: "2019-03-04", quote: "4 March 2019" });
    expect(part.decisions[0].text).toBe("The wall be propped");
    expect(part.decisions[0].quote).toBe("The wall\nbe propped");
    expect(part.actions[0].owners).toEqual([
      { name: "AQ", person: { value: "Ada Quill", basis: "derived", rule: "initials", quote: "AQ" } },
    ]);
    expect(stages["3-minutes.json"]).not.toMatch(/"(?:span|start|end|confidence)"/);
  });

  test("the rows are those of the views, without ids, offsets and times", () => {
    const rows = stages["4-rows.txt"] ?? "";
    expect(rows).toContain("part_list: 1 row\n  part_ordinal | part_kind | title | body");
    expect(rows).toContain("\n  1 | 1 | Quay wall | resolved | NULL | The wall be propped | NULL");
    expect(rows).toContain("\n  AQ | Ada Quill | buy rope | ");
    expect(rows).toContain("table_list: no rows\n");
    expect(rows).not.toMatch(/[0-9a-f]{16}|\d\d:\d\d:\d\d/);
  });

  test("diagnostics have the place that editors go to", () => {
    expect(stages["5-diagnostics.txt"]).toBe(
      "harbour/2019.txt: warning: none [meeting/no-body]\nharbour/2019.txt:7:4: info: nobody [action/no-owner]\n",
    );
  });

  test("rendering twice gives the same", () => {
    expect(renderStages("harbour/2019.txt", harbour())).toEqual(stages);
  });
});

describe("golden folders", () => {
  test("are named by the document, with its ending where two share a name", () => {
    const names = goldenNames(["a/x.txt", "a/x.pdf", "b/x.txt", "y.1.txt", "z"]);
    expect([...names.values()]).toEqual(["a/x-txt", "a/x-pdf", "b/x", "y.1", "z"]);
  });
});

describe("differences of lines", () => {
  test("what is gone and what is new can be made into the texts again", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }).map((words) => words.join("\n"));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const shown = differenceOfLines(before, after).split("\n");
        const count = (mark: string) => shown.filter((line) => line.startsWith(mark)).length;
        expect(count("+ ") - count("- ")).toBe(after.split("\n").length - before.split("\n").length);
        if (before === after) expect(shown).toEqual([""]);
      }),
    );
  });

  test("a change of everything is told by its beginning", () => {
    const before = Array.from({ length: 3000 }, (_, index) => `old ${index}`).join("\n");
    const after = Array.from({ length: 3000 }, (_, index) => `new ${index}`).join("\n");
    const shown = differenceOfLines(before, after).split("\n");
    expect(shown).toHaveLength(61);
    expect(shown.at(-1)).toBe("… and 5941 more lines");
  });
});
