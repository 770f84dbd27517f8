import { describe, expect, test } from "vitest";
import { readBusiness } from "../read-invented.js";

/** Each decision as "proposer/seconder for-against result: text". */
async function motionsOf(words: string): Promise<string[]> {
  const part = await readBusiness(`3. WALL\n\n${words}\n\n4. SWANS\n\nCounted.\n\n5. CLOSE`);
  return part.decisions.map(({ proposer, seconder, votesFor, votesAgainst, unanimous, result, text }) => {
    const counts =
      votesFor === null ? (unanimous === null ? "" : "all") : `${votesFor.value}-${votesAgainst?.value ?? ""}`;
    return `${proposer?.value ?? ""}/${seconder?.value ?? ""} ${counts} ${result?.value ?? ""}: ${text.value}`;
  });
}

type Row = readonly [words: string, decisions: readonly string[]];

const ORDERS: readonly Row[] = [
  [
    "Director Quill moved to prop the wall. Upon second by Director Marl, a vote was taken and the motion carried unanimously.",
    ["Director Quill/Director Marl all carried: to prop the wall"],
  ],
  [
    "Motion to prop the wall by Ada, 2nd by Ben. All in favor, none opposed. Motion passes.",
    ["Ada/Ben all carried: to prop the wall"],
  ],
  [
    "Motion by Quill to prop the wall, seconded by Marl. Ayes: 5. Nays: 0. Motion carried.",
    ["Quill/Marl 5-0 carried: to prop the wall"],
  ],
  [
    "On a motion by Quill, seconded by Marl, the Board adopted Resolution 23-24-03.",
    ["Quill/Marl  : the Board adopted Resolution 23-24-03."],
  ],
  [
    "The Board, upon motion of Mr. Quill, seconded by Mr. Marl, voted 4-1 to prop the wall.",
    ["Mr. Quill/Mr. Marl 4-1 : to prop the wall."],
  ],
  [
    "The Chair entertained a motion to prop the wall. So moved by Quill, seconded by Marl.",
    ["Quill/Marl  : to prop the wall"],
  ],
  ["A motion was made, seconded, and passed to prop the wall.", ["/  carried: to prop the wall"]],
  [
    "A motion was made that the wall be propped. Oak would be used. M/S Quill / Marl Unanimous",
    ["Quill/Marl all : that the wall be propped. Oak would be used."],
  ],
  [
    "Quill moved, Marl seconded, and the motion passed unanimously to prop the wall.",
    ["Quill/Marl all carried: to prop the wall"],
  ],
  [
    "A motion by Quill, seconded by Marl, to leave the wall until June passed unanimously.",
    ["Quill/Marl all : to leave the wall until June"],
  ],
  [
    "Trustee Quill moved, seconded by Trustee Marl, to prop the wall. Roll call vote. Ayes: Quill, Marl, Tamm. Nays: None.",
    ["Trustee Quill/Trustee Marl 3-0 : to prop the wall"],
  ],
  [
    "Ms. Quill made a motion to prop the wall with these conditions:\n\n    a. Oak is used.\n    b. The path is shut.\n\nSeconded by Mr. Marl. Motion carried unanimously.",
    ["Ms. Quill/Mr. Marl all carried: to prop the wall with these conditions: a. Oak is used. b. The path is shut."],
  ],
  [
    "Proposed by Cllr. Quill, Seconded by Cllr. Marl and Agreed: That the wall be propped.",
    ["Cllr. Quill/Cllr. Marl  : That the wall be propped"],
  ],
  [
    "The mason was heard. Moved by: Quill\nSeconded by: Marl\nWHEREAS the wall leans;\nAND WHEREAS it is old;\nNOW THEREFORE BE IT RESOLVED THAT the wall be propped.",
    ["Quill/Marl  : THAT the wall be propped."],
  ],
  ["BE IT RESOLVED by the Board of Weirs that the wall be propped.", ["/  : that the wall be propped."]],
  [
    "Moved by: Quill\nSeconded by: Marl\nTHAT By-law 19 be read a third time and finally passed.\nDEFEATED",
    ["Quill/Marl  lost: THAT By-law 19 be read a third time and finally passed."],
  ],
];

describe("a motion in whatever order it is told", () => {
  test.each(ORDERS)("%j", async (words, decisions) => {
    expect(await motionsOf(words)).toEqual(decisions);
  });
});

const OTHERS: readonly Row[] = [
  [
    "Quill moved to spend up to $6,000 for the wall, seconded by Marl; passed 3-0.",
    ["Quill/Marl 3-0 carried: to spend up to $6,000 for the wall"],
  ],
  [
    "Motion 24-03: Ada Quill moved that the wall be propped. Seconded by Ben Marl. Vote: 4-0.",
    ["Ada Quill/Ben Marl 4-0 : that the wall be propped"],
  ],
  [
    "Moved by Quill, seconded by Marl, to prop the wall. Discussion. Ayes: 4. Nays: 1 (Tamm).",
    ["Quill/Marl 4-1 : to prop the wall"],
  ],
  [
    "The following resolution was offered by Quill and supported by Marl:\n\nRESOLVED, that the wall be propped.",
    ["Quill/Marl  : that the wall be propped."],
  ],
  ["Motion/Second: Quill/Marl\nTo prop the wall.\nMotion carried.", ["Quill/Marl  carried: To prop the wall."]],
  [
    "The minutes, having been circulated, were taken as read.\n\nOn the PROPOSAL of Cllr. Quill\nSECONDED by Cllr. Marl\nIt was AGREED to adopt them.",
    ["/  : The minutes, having been circulated, were taken as read.", "Cllr. Quill/Cllr. Marl  : to adopt them."],
  ],
  [
    '"That the wall be propped."\n\nCllr Quill thanked the mason and the motion was agreed.',
    ['/  carried: "That the wall be propped."'],
  ],
  ["Action: Approved the warrant register.", ["/  : Approved the warrant register."]],
  ["ADOPTED\nAyes 4\nNays 0", []],
  [
    'Proposed by Cllr. Quill\nSeconded by Cllr. Marl and RESOLVED:\n\n"That the wall be propped."',
    ['Cllr. Quill/Cllr. Marl  : "That the wall be propped."'],
  ],
  [
    "Moved by: Quill\nSeconded by: Marl\nTHAT the wall be propped.\nRECORDED VOTE\nIn favour: Quill, Marl, Tamm\nOpposed: Oakes\nCARRIED (3-1)",
    ["Quill/Marl 3-1 carried: THAT the wall be propped."],
  ],
  [
    "Quill moved to prop the wall; seconded by Marl. Roll call vote: Quill, yes; Marl, yes; Tamm, no.",
    ["Quill/Marl 2-1 : to prop the wall"],
  ],
  [
    "Ms Quill suggested a fair in May, to which the Committee agreed.",
    ["/  : Ms Quill suggested a fair in May, to which the Committee agreed."],
  ],
  ["Mason's bill: Tabled until the May meeting.", ["/  : Tabled until the May meeting."]],
  [
    "The minutes of 4 May were approved with corrections.",
    ["/  : The minutes of 4 May were approved with corrections."],
  ],
  ["The consent calendar was approved.", ["/  : The consent calendar was approved."]],
  ["Quill moved to prop the wall. The motion died for lack of a second.", []],
  ["The Committee continued the discussion of the wall.", []],
];

describe("other decisions of boards", () => {
  test.each(OTHERS)("%j", async (words, decisions) => {
    expect(await motionsOf(words)).toEqual(decisions);
  });
});
