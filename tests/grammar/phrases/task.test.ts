import { describe, expect, it } from "vitest";
import { findTasks, readTask, type TaskPhrase } from "../../../src/grammar/phrases/task.js";

const words = (text: string, phrase: TaskPhrase | null) =>
  phrase === null
    ? null
    : {
        owners: phrase.owners.map((owner) => text.slice(owner.start, owner.end)),
        link: phrase.link,
        task: text.slice(phrase.task.start, phrase.task.end),
      };

describe("readTask", () => {
  it.each([
    ["AQ to write to the miller.", ["AQ"], "to", "write to the miller"],
    ["Ada Quill to write to the miller", ["Ada Quill"], "to", "write to the miller"],
    ["Cllr Quill and the Clerk to find the key", ["Cllr Quill", "the Clerk"], "to", "find the key"],
    ["AQ, BM and CO to count the swans", ["AQ", "BM", "CO"], "to", "count the swans"],
    ["A. Quill will write to the miller", ["A. Quill"], "will", "write to the miller"],
    ["BM agreed to paint the buoys", ["BM"], "agreed to", "paint the buoys"],
    ["The Clerk was asked to find the key", ["The Clerk"], "was asked to", "find the key"],
    ["Clerk: find the key", ["Clerk"], ":", "find the key"],
    ["AQ – find the key", ["AQ"], "–", "find the key"],
    ["Ada Quill of the Harbour Trust to call the diver", ["Ada Quill"], "to", "call the diver"],
  ])("reads %j", (text, owners, link, task) => {
    expect(words(text, readTask(text))).toEqual({ owners, link, task });
  });

  it.each([
    "",
    "Write to the miller",
    "write to AQ",
    "Ada Quill wrote to the miller",
    "Ada Quill",
    "AQ to",
    "to find the key",
  ])("reads none in %j", (text) => {
    expect(readTask(text)).toBeNull();
  });
});

describe("findTasks", () => {
  it.each([
    ["It was agreed that AQ contact the miller.", [{ owners: ["AQ"], link: "", task: "contact the miller" }]],
    ["The gate is broken and BM will mend it", [{ owners: ["BM"], link: "will", task: "mend it" }]],
    ["The gate is broken", []],
    ["Everyone thanked AQ for her work", []],
  ])("in %j", (text, expected) => {
    expect(findTasks(text).map((phrase) => words(text, phrase))).toEqual(expected);
  });

  it("gives spans that hold owners and task", () => {
    const text = "The lock leaks; therefore AQ to call the diver";
    for (const phrase of findTasks(text)) {
      expect(phrase.span.start).toBeLessThanOrEqual(phrase.owners[0]?.start ?? -1);
      expect(phrase.span.end).toBe(phrase.task.end);
    }
    expect(findTasks(text)).toHaveLength(1);
  });
});
