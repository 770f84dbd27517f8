import { describe, expect, it } from "vitest";
import { readDecision } from "../../../src/grammar/phrases/decision.js";

describe("readDecision", () => {
  it.each([
    ["It was agreed that the wall be propped.", "agreed", "the wall be propped."],
    ["It was unanimously resolved that the wall be propped.", "resolved", "that the wall be propped."],
    ["It was agreed to defer the matter.", "agreed", "to defer the matter."],
    ["It was agreed by all present that the gate be shut.", "agreed", "the gate be shut."],
    ["The wall leans, and it was decided that it be propped.", "agreed", "it be propped."],
    ["It was recommended that the fee be raised.", "recommended", "that the fee be raised."],
    ["The Board agreed that the gate be shut.", "agreed", "the gate be shut."],
    ["The Council resolved to shut the gate.", "resolved", "to shut the gate."],
    ["The Committee approved the accounts.", "approved", "The Committee approved the accounts."],
    ["Members adopted the new rules.", "approved", "Members adopted the new rules."],
    ["The accounts were approved.", "approved", "The accounts were approved."],
    ["The minutes were taken as read and confirmed.", "approved", "The minutes were taken as read and confirmed."],
    ["The report was noted.", "noted", "The report was noted."],
    ["The proposal was accepted and AQ will write to the miller.", "approved", "The proposal was accepted"],
  ])("reads %j", (sentence, kind, text) => {
    const phrase = readDecision(sentence);
    expect(phrase?.kind).toBe(kind);
    expect(sentence.slice(phrase?.text.start, phrase?.text.end)).toBe(text);
  });

  it.each([
    "",
    "The wall leans.",
    "It was agreed at the last meeting that the wall be propped.",
    "It had been agreed that the wall be propped.",
    "The clerk said that it had previously been agreed.",
    "Members agreed with the chairman.",
    "Members felt that the wall should be propped.",
    "The chairman noted that it was cold.",
    "Ada Quill approved of the colour.",
    "The miller agreed to mend the weir.",
    "The licence was approved by the Home Office.",
    "If the accounts were approved the grant would follow.",
    "The dispute was resolved amicably.",
  ])("reads none in %j", (sentence) => {
    expect(readDecision(sentence)).toBeNull();
  });
});
