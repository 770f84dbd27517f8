import { describe, expect, test } from "vitest";
import { decisionsIn, readBusiness } from "../read-invented.js";

async function decisionsOf(words: string): Promise<string[]> {
  return decisionsIn(await readBusiness(`3. WALL\n\n${words}\n\n4. SWANS\n\nCounted.\n\n5. CLOSE`));
}

type Row = readonly [name: string, words: string, decisions: readonly string[]];

const MARKED: readonly Row[] = [
  ["a clause behind the marker", "RESOLVED: That the wall be propped.", ["3 resolved That the wall be propped."]],
  ["a clause on the next line", "RESOLVED:\n\nThat the wall be propped.", ["3 resolved That the wall be propped."]],
  [
    "lettered clauses",
    "RESOLVED:\n\n(a) That the wall be propped.\n\n(b) That the cost be met from reserves.",
    ["3 resolved (a) That the wall be propped.", "3 resolved (b) That the cost be met from reserves."],
  ],
  [
    "lettered clauses within a sentence",
    "RESOLVED that (a) the wall be propped; and (b) the cost be met from reserves.",
    ["3 resolved (a) the wall be propped", "3 resolved (b) the cost be met from reserves."],
  ],
  [
    "roman clauses within a sentence",
    "RESOLVED: (i) the wall be propped; (ii) the cost be met from reserves.",
    ["3 resolved (i) the wall be propped", "3 resolved (ii) the cost be met from reserves."],
  ],
  ["AGREED that", "AGREED that the wall be propped.", ["3 agreed that the wall be propped."]],
  ["RECOMMENDED that", "RECOMMENDED that the tree be felled.", ["3 recommended that the tree be felled."]],
  ["Decision:", "Decision: the wall is to be propped.", ["3 resolved the wall is to be propped."]],
];

const STATED: readonly Row[] = [
  ["It was agreed that", "It was agreed that the wall be propped.", ["3 agreed the wall be propped."]],
  ["It was resolved to", "It was resolved to prop the wall.", ["3 resolved to prop the wall."]],
  ["behind another sentence", "The wall leans. It was agreed that it be propped.", ["3 agreed it be propped."]],
  [
    "the meeting as subject",
    "The Committee approved the accounts for the year.",
    ["3 approved The Committee approved the accounts for the year."],
  ],
  ["the report was noted", "The report was noted.", ["3 noted The report was noted."]],
  [
    "the last minutes",
    "The minutes of the meeting held on 6 April 2021 were approved as a correct record.",
    ["3 approved The minutes of the meeting held on 6 April 2021 were approved as a correct record."],
  ],
];

const OTHER_WAYS: readonly Row[] = [
  [
    "a numbered resolution above its movers",
    "Resolution No. 2020-14\n\nMoved by: A. Quill\n\nSeconded by: B. Marl\n\nTHAT the weir be mended.\n\nCARRIED",
    ["3 resolved THAT the weir be mended."],
  ],
  [
    "VOTED behind its movers",
    "On a motion made by Ms. Quill and seconded by Mr. Marl, it was\n\nVOTED: to mend the weir. (5-0-0)",
    ["3 resolved to mend the weir."],
  ],
  [
    "votes in brackets",
    "It was agreed to mend the weir (prop. Mr. Quill, sec. Mr. Marl, 4 for 1 against).",
    ["3 agreed to mend the weir"],
  ],
  [
    "the next task",
    "The policy was adopted for a year and a copy would be put up in the porch.",
    ["3 approved The policy was adopted for a year"],
  ],
  ["a motion that died", "Motion by Ms. Quill to sell the swans died for lack of a second.", []],
  [
    "verdict behind an entry",
    "Lot 12 - pergola. Approved.\n\nLot 15 - hut. Denied, too near the weir.",
    ["3 resolved Approved.", "3 resolved Denied, too near the weir."],
  ],
  ["verdict behind a dash", "Swan policy - agreed", ["3 agreed Swan policy - agreed"]],
  ["what another authority decided", "Planning decisions received:\n\n24/00012/FUL The Mill. Approved.", []],
  [
    "by consensus",
    "By consensus, staff was directed to count the swans again.",
    ["3 agreed staff was directed to count the swans again."],
  ],
  [
    "which was approved",
    "He had the sluice mended for £310, which was approved.",
    ["3 approved He had the sluice mended for £310, which was approved."],
  ],
  [
    "put to a vote in brackets",
    "Summer outing: the weir, not the mill (vote 5 to 2).",
    ["3 resolved the weir, not the mill"],
  ],
  [
    "offices within a sentence",
    "The following were elected: Treasurer, Ms Quill; Secretary, Mr Marl.",
    ["3 elected Treasurer, Ms Quill", "3 elected Secretary, Mr Marl"],
  ],
  ["an officer agrees to a task", "The CEO agreed to count the swans again.", []],
];

const NONE: readonly Row[] = [
  ["agreed at the last meeting", "It was agreed at the last meeting that the wall be propped.", []],
  ["had been agreed", "The clerk said that it had been agreed to prop the wall.", []],
  ["agreed with somebody", "Members agreed with the chairman.", []],
  ["felt", "Members felt that the wall should be propped.", []],
  ["a person notes", "The chairman noted that it was cold.", []],
  ["resolved amicably", "The dispute with the miller was resolved amicably.", []],
  ["nothing was declared", "No declarations were made.", []],
];

const LOST: readonly Row[] = [
  [
    "clauses whose lead-in was lost",
    "The wall was inspected.\n\n(a) That the report be noted.\n\n(b) That a survey be made.",
    ["3 noted (a) That the report be noted.", "3 resolved (b) That a survey be made."],
  ],
  [
    "a paragraph that begins with That",
    "The wall was inspected.\n\nThat the report be noted.",
    ["3 noted That the report be noted."],
  ],
];

const MOTIONS: readonly Row[] = [
  [
    "movers, motion and outcome on lines of their own",
    "Moved by A. Quill\n\nSeconded by B. Marl\n\nThat the weir be mended.\n\nMotion Passed (4 to 0)",
    ["3 resolved That the weir be mended."],
  ],
  [
    "clauses under the movers",
    "MOVED by Cr A Quill, seconded by Cr B Marl:\n\nThat the Board:\n\na) mend the weir.\n\nb) paint the gate.\n\nCARRIED",
    ["3 resolved mend the weir.", "3 resolved paint the gate."],
  ],
  [
    "moved to, seconded, carried",
    "Ada Quill moved to mend the weir. Ben Marl seconded. Motion carried 5-0.",
    ["3 resolved to mend the weir"],
  ],
  [
    "motion by, second by",
    "Motion by Quill, second by Marl, to mend the weir. Carried.",
    ["3 resolved to mend the weir"],
  ],
  [
    "Motion: Moved: Second:",
    "Motion: Mend the weir by May. Moved: Quill. Second: Marl. Passed.",
    ["3 resolved Mend the weir by May"],
  ],
  [
    "agreed in the next sentence",
    "Cllr Quill proposed that the weir be mended, this was seconded by Cllr Marl and agreed by all.",
    ["3 resolved that the weir be mended"],
  ],
  [
    "a notice of motion and its fate",
    "Cllr Quill “This council calls on the miller to mend the weir.”\n\nThe miller would reply in June.\n\nThe motion was proposed by Cllr Quill, seconded by Cllr Marl and carried.",
    ["3 resolved “This council calls on the miller to mend the weir.”"],
  ],
  [
    "movers behind a sentence decide it",
    "The new code of conduct would be used from May. Proposed AQ, seconded BM.",
    ["3 resolved The new code of conduct would be used from May."],
  ],
  ["only proposed", "Ada Quill proposed that the weir be mended.", []],
  ["withdrawn", "Ada Quill proposed that the weir be mended. The motion was withdrawn.", []],
  [
    "what was moved is resolved in other words",
    "It was moved by Ada Quill and seconded by Ben Marl that the weir be mended. It was\n\nRESOLVED that the weir be mended in May.",
    ["3 resolved that the weir be mended in May."],
  ],
];

const OUTCOMES: readonly Row[] = [
  ["an outcome alone", "Approved without change.", ["3 approved Approved without change."]],
  [
    "an answer",
    "Ada Quill asked for a first aid box. Agreed.",
    ["3 agreed Ada Quill asked for a first aid box. Agreed."],
  ],
  [
    "views of applications",
    "24/00187/FUL Quince Cottage, porch - NO OBJECTION\n\n24/00203/FUL The Old Mill, barn: object, the lane is too narrow",
    ["3 resolved 24/00187/FUL Quince Cottage, porch - NO OBJECTION", "3 resolved object, the lane is too narrow"],
  ],
  [
    "bids",
    "Wool fair, £300 for a tent: approved, subject to a receipt.",
    ["3 resolved approved, subject to a receipt."],
  ],
  [
    "those elected",
    "The following were elected:\n\nChair: Ada Quill\n\nSecretary: Ben Marl",
    ["3 elected Chair: Ada Quill", "3 elected Secretary: Ben Marl"],
  ],
  [
    "a list led by the meeting",
    "The Board agreed:\n\n1. To mend the weir.\n\n2. To paint the gate.",
    ["3 agreed (1) To mend the weir.", "3 agreed (2) To paint the gate."],
  ],
  ["told, not decided", "In discussion it was noted:\n\n(a) That the weir leaked.\n\n(b) That the gate stuck.", []],
];

describe.each([
  ["motions", MOTIONS],
  ["other ways", OTHER_WAYS],
  ["outcomes", OUTCOMES],
  ["marked", MARKED],
  ["stated in a sentence", STATED],
  ["no decision", NONE],
  ["without a lead-in", LOST],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (_name, words, decisions) => {
    expect(await decisionsOf(words)).toEqual(decisions);
  });
});

describe("votes and movers", () => {
  async function voteOf(words: string) {
    const part = await readBusiness(`3. WALL\n\n${words}\n\n4. SWANS\n\nCounted.\n\n5. CLOSE`);
    return part.decisions.map((decision) => ({
      for: decision.votesFor?.value ?? null,
      against: decision.votesAgainst?.value ?? null,
      abstained: decision.votesAbstained?.value ?? null,
      unanimous: decision.unanimous?.value ?? null,
      proposer: decision.proposer?.value ?? null,
      seconder: decision.seconder?.value ?? null,
    }));
  }
  const NOTHING = { for: null, against: null, abstained: null, unanimous: null, proposer: null, seconder: null };

  test("counts", async () => {
    const [vote] = await voteOf("RESOLVED: that the wall be propped, 5 in favour, 2 against, 1 abstention.");
    expect(vote).toEqual({ ...NOTHING, for: 5, against: 2, abstained: 1 });
  });

  test("unanimous", async () => {
    expect(await voteOf("RESOLVED unanimously that the wall be propped.")).toEqual([{ ...NOTHING, unanimous: true }]);
  });

  test("nothing of the sort is stated", async () => {
    expect(await voteOf("RESOLVED that the wall be propped.")).toEqual([NOTHING]);
  });

  test.each([
    ["Moved by Ada Quill\n\nSeconded by Ben Marl\n\nThat the wall be propped.\n\nCarried 5-1", 5, 1],
    [
      "RESOLVED that the wall be propped.\n\n(Ada Quill proposed, Ben Marl seconded, five were in favour and one was against).",
      5,
      1,
    ],
    ["Motion by Quill, second by Marl, to prop the wall. Ayes: Quill, Marl, Tamm. Nays: none.", 3, 0],
    ["It was proposed by Ada Quill, seconded by Ben Marl and carried by 4 votes to 2 that the wall be propped.", 4, 2],
  ])("movers and counts around %j", async (words, votesFor, against) => {
    const [vote, ...more] = await voteOf(words);
    expect(more).toEqual([]);
    expect(vote).toMatchObject({ for: votesFor, against });
    expect(vote?.proposer).toMatch(/Quill$/);
    expect(vote?.seconder).toMatch(/Marl$/);
  });

  test("proposer and seconder in a sentence of their own", async () => {
    const [vote] = await voteOf("RESOLVED that the wall be propped. Proposed by Ada Quill, seconded by Ben Marl.");
    expect(vote).toEqual({ ...NOTHING, proposer: "Ada Quill", seconder: "Ben Marl" });
  });
});

test("a motion that is put and lost is a decision with that result", async () => {
  const part = await readBusiness(
    "3. WALL\n\nIt was proposed by Ada Quill and seconded by Ben Marl that the wall be propped. The motion was not carried.\n\n4. SWANS\n\n5. CLOSE",
  );
  expect(part.decisions.map((decision) => decision.result?.value)).toEqual(["lost"]);
});

test("the joining words behind a clause do not belong to it", async () => {
  expect(await decisionsOf("RESOLVED:\n\n(a) That the wall be propped; and\n\n(b) That it be painted.")).toEqual([
    "3 resolved (a) That the wall be propped",
    "3 resolved (b) That it be painted.",
  ]);
});
