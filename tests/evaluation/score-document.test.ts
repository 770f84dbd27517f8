import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreDocument } from "../../src/evaluation/score-document.js";
import { CORE_FIELDS, FIELDS, type Field } from "../../src/evaluation/tally.js";
import type { TruePart } from "../../src/evaluation/truth.js";
import { conversionOf, trueParts, truthOf } from "./invented-records.js";

const NOTHING: TruePart = {
  kind: "minutes",
  attendance: [],
  items: [],
  decisions: [],
  actions: [],
  tables: [],
  next_meetings: [],
};

/** Right, found and true facts of a field where a document states `truth` and its record says `found`. */
function countOf(field: Field, truth: Partial<TruePart>, found: Partial<TruePart>): readonly number[] {
  const conversion = conversionOf([{ ...NOTHING, ...found }], "");
  const { tally } = scoreDocument(truthOf("a/b.txt", [{ ...NOTHING, ...truth }]), conversion.minutes.parts);
  const count = tally.count(field);
  return [count.right, count.found, count.truth];
}

const action = (text: string, more: object = {}) => ({ text, owners: [], marked: true, ...more });

describe("a record is scored against a truth file", () => {
  test("the same facts score 1 in every field", () => {
    fc.assert(
      fc.property(trueParts, (parts) => {
        const { tally } = scoreDocument(truthOf("a/b.txt", parts), conversionOf(parts, "").minutes.parts);
        for (const field of FIELDS) expect([field, tally.f1(field) ?? 1]).toEqual([field, 1]);
        expect(tally.isWhole()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("no count of right facts exceeds those found or true", () => {
    fc.assert(
      fc.property(trueParts, trueParts, (truth, found) => {
        const { tally } = scoreDocument(truthOf("a/b.txt", truth), conversionOf(found, "").minutes.parts);
        for (const field of tally.fields()) {
          const count = tally.count(field);
          expect(count.right).toBeLessThanOrEqual(Math.min(count.found, count.truth));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a document without parts misses everything", () => {
    const truth = truthOf("a/b.txt", [{ ...NOTHING, date: "2020-01-02", items: [{ number: "1", title: "Quay" }] }]);
    const { tally } = scoreDocument(truth, []);
    expect(tally.count("header.date")).toEqual({ right: 0, found: 0, truth: 1 });
    expect(tally.count("item")).toEqual({ right: 0, found: 0, truth: 1 });
    expect(tally.count("part.kind")).toEqual({ right: 0, found: 0, truth: 1 });
    expect(tally.core()).toBe(0);
  });

  test("titles do not make a name another, a status does not make a person another", () => {
    const truth = [{ name: "Cllr Ada Quill", status: "present" as const }];
    const found = [{ name: "Ada Quill (Chair)", status: "apologies" as const }];
    expect(countOf("attendance.name", { attendance: truth }, { attendance: found })).toEqual([1, 1, 1]);
    expect(countOf("attendance.status", { attendance: truth }, { attendance: found })).toEqual([0, 1, 1]);
  });

  test("organisation and role are taken together", () => {
    const truth = [{ name: "A Quill", status: "present" as const, organisation: "Harbour Trust" }];
    const found = [{ name: "A Quill", status: "present" as const, role: "Harbour Trust" }];
    expect(countOf("attendance.org", { attendance: truth }, { attendance: found })).toEqual([1, 1, 1]);
  });

  test("an owner inside the text of an action does no harm", () => {
    const truth = { actions: [action("prop the wall", { owners: ["AQ"] })] };
    const found = { actions: [action("AQ to prop the wall", { owners: ["AQ"] })] };
    expect(countOf("action", truth, found)).toEqual([1, 1, 1]);
    expect(countOf("action.owner", truth, found)).toEqual([1, 1, 1]);
  });

  test("an unmarked action costs and wins nothing", () => {
    const truth = {
      actions: [action("prop the wall", { marked: false }), action("count the rings", { marked: false })],
    };
    const found = { actions: [action("prop the wall")] };
    expect(countOf("action", truth, found)).toEqual([0, 0, 0]);
    expect(countOf("action.unmarked(recall)", truth, found)).toEqual([1, 1, 2]);
  });

  test("a table whose truth has no cells costs and wins nothing", () => {
    const found = { tables: [{ cells: [["a", "b"]] }] };
    expect(countOf("table", { tables: [{ rows: 80, cols: 2 }] }, found)).toEqual([0, 0, 0]);
    expect(countOf("table", {}, found)).toEqual([0, 1, 0]);
  });

  test("only minutes announce meetings", () => {
    const next = { next_meetings: [{ date: "2020-01-02" }] };
    expect(countOf("next", next, next)).toEqual([1, 1, 1]);
    expect(countOf("next", { ...next, kind: "agenda" }, { ...next, kind: "agenda" })).toEqual([0, 0, 0]);
  });

  test("every core field is a field", () => {
    for (const field of CORE_FIELDS) expect(FIELDS).toContain(field);
  });
});
