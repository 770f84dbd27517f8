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
    ["As the miller is away it was resolved to wait.", "resolved", "to wait."],
    ["It was agreed in principle that the wall be propped.", "agreed", "the wall be propped."],
    ["It was agreed Cllr Quill would write.", "agreed", "Cllr Quill would write."],
    [
      "It was duly proposed by A Quill, seconded by B Marl and agreed that the gate be shut.",
      "agreed",
      "the gate be shut.",
    ],
    [
      "On the proposal of Cllr Quill, seconded by Cllr Marl the Council resolved to shut the gate.",
      "resolved",
      "to shut the gate.",
    ],
    ["The Board discussed the weir and agreed that it be mended.", "agreed", "it be mended."],
    ["Members voted unanimously to shut the gate.", "agreed", "to shut the gate."],
    ["We agreed to shut the gate.", "agreed", "to shut the gate."],
    ["All agreed to shut the gate.", "agreed", "to shut the gate."],
    ["There was general agreement that the gate be shut.", "agreed", "the gate be shut."],
    ["Discussed the fair, decided to hand out leaflets.", "agreed", "to hand out leaflets."],
    ["Meeting with the miller Agreed to defer for now.", "agreed", "to defer for now."],
    [
      "Accounts: Resolved 16/05/8.1 The accounts were scrutinised and approved.",
      "resolved",
      "The accounts were scrutinised and approved.",
    ],
    [
      "Ada Quill and Ben Marl were re-elected as trustees.",
      "elected",
      "Ada Quill and Ben Marl were re-elected as trustees.",
    ],
    ["Ben Marl stood down and Ada Quill was elected unopposed.", "elected", "Ada Quill was elected unopposed."],
    ["Vice Chair: Ben Marl: unanimously", "elected", "Vice Chair: Ben Marl: unanimously"],
    ["This item was deferred to the July meeting.", "other", "This item was deferred to the July meeting."],
    ["The Council had no objection to the porch.", "resolved", "The Council had no objection to the porch."],
    ["Minutes of the last meeting: approved", "approved", "Minutes of the last meeting: approved"],
    ["It was resolved that the wall stay Prop: AQ 2nd BM", "resolved", "that the wall stay"],
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
    "The Chairman of the Board agreed to write.",
    "The Board was told that it was agreed that the gate be shut.",
    "The rent was agreed by the University.",
    "The report was taken as read.",
    "The item was deferred due to apologies.",
    "The application was refused.",
    "The Board is asked to approve the budget.",
    "The budget will be approved at the next meeting.",
    "Was it agreed that the gate be shut?",
  ])("reads none in %j", (sentence) => {
    expect(readDecision(sentence)).toBeNull();
  });
});
