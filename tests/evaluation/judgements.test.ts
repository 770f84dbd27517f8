/** What is said of each found fact: right or wrong, and how sure the program was. */

import { describe, expect, test } from "vitest";
import { confidenceBins, ruleRecords, sureFacts, verdictOn } from "../../src/evaluation/confidence.js";
import { scoreDocument } from "../../src/evaluation/score-document.js";
import type { TruePart } from "../../src/evaluation/truth.js";
import type { Part } from "../../src/model/minutes.js";
import { conversionOf, truthOf } from "./invented-records.js";

const NOTHING: TruePart = {
  ...{ kind: "minutes", attendance: [], items: [], decisions: [], actions: [], tables: [], next_meetings: [] },
};

/** Each found fact, "right" or "wrong" behind its kind. */
function judgementsOf(truth: Partial<TruePart>, found: Partial<TruePart>): string[] {
  const { minutes } = conversionOf([{ ...NOTHING, ...found }], "");
  const { tally } = scoreDocument(truthOf("a/b.txt", [{ ...NOTHING, ...truth }]), minutes.parts);
  return tally.judgements().map(({ fact, isRight }) => `${fact} ${isRight ? "right" : "wrong"}`);
}

const quill = { name: "Ada Quill", status: "present" as const };
const quay = { number: "4", title: "Quay wall" };
const propped = { text: "the quay wall be propped before the tides" };
const count = { text: "count the mooring rings", owners: ["AQ"], marked: true };
const prose = { text: "look at the north steps", owners: ["AQ"], marked: false };

describe("each found fact is judged", () => {
  test.each<[string, Partial<TruePart>, Partial<TruePart>, readonly string[]]>([
    ["a date", { date: "2020-01-02" }, { date: "2020-01-02" }, ["header right"]],
    ["another date", { date: "2020-01-02" }, { date: "2020-02-01" }, ["header wrong"]],
    ["a venue where none is stated", {}, { venue: "Old Mill" }, ["header wrong"]],
    ["a person", { attendance: [quill] }, { attendance: [quill] }, ["attendance right"]],
    [
      "a person of another status",
      { attendance: [quill] },
      { attendance: [{ ...quill, status: "apologies" }] },
      ["attendance wrong"],
    ],
    ["an item", { items: [quay] }, { items: [quay] }, ["item right"]],
    ["an item of another number", { items: [quay] }, { items: [{ ...quay, number: "5" }] }, ["item wrong"]],
    ["no item of business", {}, { items: [quay] }, ["item wrong"]],
    ["a decision", { decisions: [propped] }, { decisions: [propped] }, ["decision right"]],
    ["no decision", { decisions: [propped] }, { decisions: [{ text: "members felt cold" }] }, ["decision wrong"]],
    ["an action", { actions: [count] }, { actions: [count] }, ["action right"]],
    ["another's action", { actions: [count] }, { actions: [{ ...count, owners: ["BO"] }] }, ["action wrong"]],
    ["an action of prose", { actions: [prose] }, { actions: [prose] }, ["action right"]],
    ["no action", {}, { actions: [prose] }, ["action wrong"]],
    [
      "the next meeting",
      { next_meetings: [{ date: "2020-03-04" }] },
      { next_meetings: [{ date: "2020-03-04" }] },
      ["next meeting right"],
    ],
    ["a meeting that is past", {}, { next_meetings: [{ date: "2019-03-04" }] }, ["next meeting wrong"]],
    ["a table, which carries no confidence", {}, { tables: [{ cells: [["a", "b"]] }] }, []],
  ])("%s", (_, truth, found, judgements) => {
    expect(judgementsOf(truth, found)).toEqual(judgements);
  });

  test("what was found in a part that is not there is wrong", () => {
    const { minutes } = conversionOf([{ ...NOTHING, items: [quay] }], "");
    const { tally, meetings } = scoreDocument(truthOf("a/b.txt", []), minutes.parts);
    expect(tally.judgements()).toMatchObject([{ fact: "item", isRight: false }]);
    expect(meetings).toEqual([]);
  });

  test("a fact is as sure as the least sure of its values", () => {
    const { tally } = scoreDocument(truthOf("a/b.txt", [NOTHING]), unsureOfTheStatus());
    expect(tally.judgements()).toMatchObject([{ rule: "guess", confidence: 0.6 }]);
  });
});

function unsureOfTheStatus(): Part[] {
  const { minutes } = conversionOf([{ ...NOTHING, attendance: [quill] }], "");
  return minutes.parts.map((part) => ({
    ...part,
    attendance: part.attendance.map((person) => ({
      ...person,
      status: { ...person.status, rule: "guess", confidence: 0.6 },
    })),
  }));
}

describe("meetings that are right as a whole", () => {
  const whole = { items: [quay], actions: [count], attendance: [quill] };

  test.each<[string, Partial<TruePart>, object]>([
    ["all", whole, { items: true, actions: true, attendance: true, decisions: null, header: null }],
    ["a wrong owner", { ...whole, actions: [{ ...count, owners: ["BO"] }] }, { items: true, actions: false }],
    ["a decision that is none", { ...whole, decisions: [propped] }, { items: true, decisions: false }],
    ["an unmarked action that is none", { ...whole, actions: [count, prose] }, { actions: false }],
  ])("%s", (_, found, result) => {
    const { minutes } = conversionOf([{ ...NOTHING, ...found }], "");
    const { meetings } = scoreDocument(truthOf("a/b.txt", [{ ...NOTHING, ...whole }]), minutes.parts);
    expect(meetings).toMatchObject([result]);
  });
});

describe("precision against confidence", () => {
  const judgement = (rule: string, confidence: number, isRight: boolean) => {
    return { fact: "item" as const, rule, confidence, isRight };
  };
  const judgements = [
    ...[judgement("sure", 1, true), judgement("sure", 0.95, false), judgement("near", 0.9, true)],
    ...Array.from({ length: 10 }, () => judgement("shy", 0.5, true)),
  ];

  test("each fact lies in one bin", () => {
    const bins = confidenceBins(judgements).map(({ from, facts, right }) => [from, facts, right]);
    expect(bins).toEqual([
      ...[
        [0.95, 2, 1],
        [0.9, 1, 1],
        [0.8, 0, 0],
        [0.7, 0, 0],
        [0.6, 0, 0],
      ],
      [0, 10, 10],
    ]);
    expect(sureFacts(judgements)).toMatchObject({ facts: 3, right: 2 });
  });

  test("rules that are too sure come first, and are named so", () => {
    const records = ruleRecords(judgements);
    expect(records.map((record) => [record.rule, verdictOn(record)])).toEqual([
      ...[
        ["sure", "over-sure"],
        ["shy", "modest"],
        ["near", null],
      ],
    ]);
    expect(records[0]).toMatchObject({ lowest: 0.95, highest: 1, facts: 2, right: 1 });
  });
});
