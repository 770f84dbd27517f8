import { describe, expect, it } from "vitest";
import { findMovers } from "../../../src/grammar/phrases/movers.js";
import { findVote } from "../../../src/grammar/phrases/vote.js";

function moversIn(text: string): (string | null)[] {
  const movers = findMovers(text);
  return [movers?.proposer ?? null, movers?.seconder ?? null].map((span) => span && text.slice(span.start, span.end));
}

describe("findMovers", () => {
  it.each([
    ["Proposed by Ada Quill, seconded by Ben Marl.", "Ada Quill", "Ben Marl"],
    ["Moved by Cllr Quill; seconded by Cllr Marl.", "Cllr Quill", "Cllr Marl"],
    ["The fee was raised (proposed by Ada Quill, seconded by Ben Marl).", "Ada Quill", "Ben Marl"],
    ["Proposed by Mrs Quill.", "Mrs Quill", null],
    ["Ada Quill proposed the accounts, seconded by Ben Marl.", "Ada Quill", "Ben Marl"],
    ["Ada Quill proposed and Ben Marl seconded.", "Ada Quill", "Ben Marl"],
    ["On the proposition of Cllr Quill, seconded by Cllr Marl, it was carried.", "Cllr Quill", "Cllr Marl"],
    ["Motion (Quill/Marl) to mend the weir", "Quill", "Marl"],
    ["MOVED CR QUILL SECONDED CR MARL", "CR QUILL", "CR MARL"],
    ["Proposer: Cllr A Quill; Seconder: Cllr B Marl", "Cllr A Quill", "Cllr B Marl"],
    ["It was MOVED (Quill) and SECONDED (Marl) to mend the weir.", "Quill", "Marl"],
    ["These were moved as correct by Ada Quill and Ben Marl.", "Ada Quill", "Ben Marl"],
    ["Our Secretary proposed a letter, seconded by Élodie Núñez.", "Our Secretary", "Élodie Núñez"],
    ["Motion by Quill, supported by Marl, to mend the weir.", "Quill", "Marl"],
    ["Motion to mend the weir by Ada, 2nd by Ben.", "Ada", "Ben"],
    ["Motion to mend the weir was made by Ms. Quill with a second from Mr. Marl.", "Ms. Quill", "Mr. Marl"],
    ["Motion: Quill; Second: Marl", "Quill", "Marl"],
    ["By: Quill  Seconded: Marl  Voting in favor: Tamm", "Quill", "Marl"],
    ["Motion by Quill/Marl to mend the weir.", "Quill", "Marl"],
    ["Moved and seconded (Quill/Marl) to mend the weir.", "Quill", "Marl"],
    ["Quill/Marl moved to mend the weir.", "Quill", "Marl"],
    ["M\\S Quill \\ Marl UNANIMOUS", "Quill", "Marl"],
    ["Moved By Deputy Mayor Quill", "Deputy Mayor Quill", null],
    [
      "Council Member Quill made a motion, seconded by Council Member Marl",
      "Council Member Quill",
      "Council Member Marl",
    ],
    ["Quill made a motion to mend the weir, Marl 2nd, all approved.", "Quill", "Marl"],
  ])("in %j", (text, proposer, seconder) => {
    expect(moversIn(text)).toEqual([proposer, seconder]);
  });

  it.each([
    ["Proposed by Ada Quill and seconded by Ben Marl.", "Ada Quill", "Ben Marl"],
    ["Proposed: AQ Seconded: BM", "AQ", "BM"],
  ])("the name ends before the next words in %j", (text, proposer, seconder) => {
    expect(moversIn(text)).toEqual([proposer, seconder]);
  });

  it.each([
    "",
    "The proposed fee is high.",
    "It was proposed by the miller's wife.",
    "A motion was moved.",
    "Thurs 2nd Nov 2017",
  ])("none in %j", (text) => {
    expect(findMovers(text)).toBeNull();
  });
});

describe("findVote", () => {
  const vote = (text: string) => {
    const { votesFor, votesAgainst, votesAbstained, unanimous, result } = findVote(text);
    return [votesFor?.count, votesAgainst?.count, votesAbstained?.count, unanimous !== null, result?.value].map(
      (value) => value ?? null,
    );
  };

  it.each([
    ["5 in favour, 2 against, 1 abstention", [5, 2, 1, false, null]],
    ["by 5 votes for and 2 against", [5, 2, null, false, null]],
    ["Five in favour, none against", [5, 0, null, false, null]],
    ["carried (7 to 2)", [7, 2, null, false, "carried"]],
    ["Agreed unanimously", [null, null, null, true, null]],
    ["Carried nem. con.", [null, null, null, true, "carried"]],
    ["All in favour. The motion was carried.", [null, null, null, true, "carried"]],
    ["The motion was not carried.", [null, null, null, false, "lost"]],
    ["The amendment fell.", [null, null, null, false, "lost"]],
    ["Motion carried 5-0.", [5, 0, null, false, "carried"]],
    ["Carried 6-1-2", [6, 1, 2, false, "carried"]],
    ["Motion failed, 2-3.", [2, 3, null, false, "lost"]],
    ["Yes: Quill, Marl. No: Tamm.", [2, 1, null, false, null]],
    ["All agreed to leave this alone for now.", [null, null, null, true, null]],
    ["The motion was withdrawn.", [null, null, null, false, "withdrawn"]],
    ["Vote was 5-0 in favor.", [5, 0, null, false, null]],
    ["Ayes 4, Noes 0, Absent 1", [4, 0, null, false, null]],
    ["the Board adopted Resolution 23-24-03", [null, null, null, false, null]],
    ["a motion to approve Application #23-11", [null, null, null, false, null]],
    ["2 against", [null, null, null, false, null]],
    ["The fee was £5 for members", [null, null, null, false, null]],
    ["They swam against the tide for an hour", [null, null, null, false, null]],
  ])("in %j", (text, expected) => {
    expect(vote(text)).toEqual(expected);
  });

  it("a count behind a colon belongs to the word before it", () => {
    expect(vote("For: 5 Against: 2 Abstentions: 0")).toEqual([5, 2, 0, false, null]);
  });
});
