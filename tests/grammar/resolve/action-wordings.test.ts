import { describe, expect, test } from "vitest";
import { actionsIn, readBusiness, readInvented } from "../read-invented.js";

const PRESENT = "Present: Ada Quill (Chair), Ben Marl (Treasurer), Cora Oakes (Clerk), Nina Oban, Alec Sand";

async function actionsOf(words: string): Promise<string[]> {
  return actionsIn(await readBusiness(`${PRESENT}\n\n3. WALL\n\n${words}\n\n4. SWANS\n\nCounted.\n\n5. CLOSE`));
}

type Row = readonly [words: string, actions: readonly string[]];

const LABELS: readonly Row[] = [
  ["AP1: AQ to prop the wall", ["3 [AQ] prop the wall"]],
  ["TODO(ben): count the swans", ["3 [ben] count the swans"]],
  ["[ACTION: Harbour Team to sweep the quay]", ["3 [Harbour Team] sweep the quay"]],
  ["Action Cora Oakes: find the key", ["3 [Cora Oakes] find the key"]],
  ["ACTION (AQ, BM): sign the lease", ["3 [AQ, BM] sign the lease"]],
  ["ACTION ALL - bring a lantern", ["3 [ALL] bring a lantern"]],
  ["-> Ben to ring the mason", ["3 [Ben] ring the mason"]],
  ["Action: BM, by 31 May - paint the wall", ["3 [BM] paint the wall"]],
  [
    "The wall leans.\n\nAction: Clerk to write to the mason and Treasurer to pay him.",
    ["3 [Clerk] write to the mason and Treasurer to pay him"],
  ],
];

const LISTS: readonly Row[] = [
  ["ACTIONS\n\n- Website: Ben to update it", ["3 [Ben] Website: Ben to update it"]],
  [
    "ACTION POINTS\n\n- Ada: prop the wall\n- ben - count the swans\n- Clerk to find the key",
    ["3 [Ada] prop the wall", "3 [ben] count the swans", "3 [Clerk] find the key"],
  ],
  [
    "Actions:\n\n- Ada Quill\n    - prop the wall\n    - paint the gate\n- Ben Marl\n    - count the swans",
    ["3 [Ada Quill] prop the wall", "3 [Ada Quill] paint the gate", "3 [Ben Marl] count the swans"],
  ],
  ["The regatta is near. Jobs:\n\n- Bunting - Ada\n- Lanterns - Ben", ["3 [Ada] Bunting", "3 [Ben] Lanterns"]],
  ["- @ada: rotate the keys\n- @bm-2 to mend the crane", ["3 [@ada] rotate the keys", "3 [@bm-2] mend the crane"]],
  ["AQ: take the letter to the printer", ["3 [AQ] take the letter to the printer"]],
];

const GIVEN_TO_STAFF: readonly Row[] = [
  ["Staff to report back with two quotes in March.", ["~3 [Staff] report back with two quotes in March"]],
  ["Staff will obtain two quotes for the wall.", ["~3 [Staff] obtain two quotes for the wall"]],
  ["The Board directed staff to bring back a map.", ["~3 [staff] bring back a map"]],
  ["The Council directed Mr. Marl to solicit bids.", ["~3 [Mr. Marl] solicit bids"]],
  ["Secretary Oakes will email the form to members.", ["~3 [Secretary Oakes] email the form to members"]],
  ["Action: Approved the warrant register.", []],
  ["Staff will receive training in May.", []],
  ["The Chair asked Ben Marl to describe the film. Ben Marl said that it was long.", []],
];

const TAGS: readonly Row[] = [
  ["The gate is broken and needs mending (Clerk).", ["3 [Clerk] The gate is broken and needs mending"]],
  ["The Clerk was asked to mend the gate (Action: CO).", ["3 [CO] mend the gate"]],
  ["It was long ago. ACTION: Ben Marl to look in the attic. No more was said.", ["3 [Ben Marl] look in the attic"]],
  [
    "No word from the mason; to chase again **(AQ)**. Lamps are still wanted **(all)**.",
    ["3 [AQ] to chase again", "3 [all] Lamps are still wanted"],
  ],
  [
    "Notice to be given to the diver **(AQ)** and the crew to be told **(BM)**.",
    ["3 [AQ] Notice to be given to the diver", "3 [BM] and the crew to be told"],
  ],
  ["Vote of thanks recorded. ***HM to write.***", ["3 [HM] write"]],
  ["Ring the mason again AQ", ["3 [AQ] Ring the mason again"]],
  ["The wall should be propped before winter.\n\nAction: AQ", ["3 [AQ] The wall should be propped before winter"]],
  ["AGREED to ask the Clerk to write to the mason.", ["3 [the Clerk] write to the mason"]],
  ["RESOLVED: That the Clerk should, in the light of this, bring a plan.", ["3 [the Clerk] bring a plan"]],
  [
    "RESOLVED: That the Clerk should (i) have the loose stones removed, and (ii) write to the mason.",
    ["3 [the Clerk] have the loose stones removed", "3 [the Clerk] write to the mason"],
  ],
  ["RESOLVED that each district nominate a swan warden.", ["3 [each district] nominate a swan warden"]],
  ["RESOLVED that Mr Sand should be asked to mend the gate.", ["3 [Mr Sand] mend the gate"]],
  ["The lease was approved. The Chair was authorised to attend.", ["~3 [The Chair] attend"]],
  [
    "The plan was adopted for a year and a copy would be hung in the porch (Action: the Clerk).",
    ["3 [the Clerk] a copy would be hung in the porch"],
  ],
  ["RESOLVED that the Parks Lead report back.", ["3 [the Parks Lead] report back"]],
];

const PROSE: readonly Row[] = [
  ["NO to organise a rota.", ["~3 [NO] organise a rota"]],
  ["20 mph signs – AS to action.", ["~3 [AS] 20 mph signs – AS to action"]],
  ["Ms Ferry asked the Clerk to send her the plan.", ["~3 [the Clerk] send her the plan"]],
  ["It was agreed that the Clerk should chase the mason.", ["~3 [the Clerk] chase the mason"]],
  ["Ben Marl said that he would ring the diver.", ["~3 [Ben Marl] ring the diver"]],
  ["Ben Marl to call the mason, the Clerk to pay him.", ["~3 [Ben Marl] call the mason", "~3 [the Clerk] pay him"]],
  ["The Clerk will be away in June.", []],
  ["If Ben Marl would write, all were content.", []],
  ["Ben Marl would have called the diver.", []],
  ["The letter from the Clerk to the mason was read.", []],
  ["Ben Marl agreed to be Treasurer.", []],
  ["Proposed: AQ, seconded: BM", []],
];

describe.each([
  ["labels", LABELS],
  ["lists", LISTS],
  ["tags", TAGS],
  ["prose", PROSE],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (words, actions) => {
    expect(await actionsOf(words)).toEqual(actions);
  });
});

describe("due dates are settled by the day of the meeting, 4 May 2021", () => {
  test.each([
    ["by 12 June", "2021-06-12"],
    ["by 12 March", "2022-03-12"],
    ["by the end of March", "2022-03-31"],
    ["by the end of May", "2021-05-31"],
    ["within two weeks", "2021-05-18"],
    ["by Christmas", null],
    ["asap", null],
  ])("%s", async (words, date) => {
    const [action] = (await readBusiness(`${PRESENT}\n\n3. WALL\n\nACTION: AQ to prop the wall ${words}.`)).actions;
    expect([action?.dueDate?.value ?? null, action?.dueText?.value ?? null]).toEqual([date, words]);
  });

  test("the next meeting that is announced", async () => {
    const part = await readBusiness(
      `${PRESENT}\n\n3. WALL\n\nACTION: AQ to prop the wall by the next meeting.\n\n4. DATE OF NEXT MEETING\n\n8 June 2021`,
    );
    const [action] = part.actions;
    expect([action?.dueDate?.value, action?.dueDate?.basis]).toEqual(["2021-06-08", "derived"]);
  });
});

describe("whom an owner means", () => {
  test.each([
    ["the Chairman", "Ada Quill"],
    ["Ben", "Ben Marl"],
    ["NO", "Nina Oban"],
    ["Mr Sand", "Alec Sand"],
    ["Treasurer", "Ben Marl"],
    ["Secretary", null],
  ])("%s", async (owner, person) => {
    const part = await readBusiness(`${PRESENT}\n\n3. WALL\n\nACTION: ${owner} to prop the wall.`);
    expect(part.actions.flatMap(({ owners }) => owners).map((found) => found.person?.value ?? null)).toEqual([person]);
  });
});

test("a margin note takes the sentence that most needs a doer, not the one that reports", async () => {
  const cells = [
    "3.",
    "<b>Wall</b><p>AQ has found three masons. The Harbour Trust is to be invited to share the cost. Everyone was glad.</p>",
    "BM",
  ];
  const row = (words: readonly string[]) => `<tr>${words.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><table><tr><th>Item</th><th>Minute</th><th>Action</th></tr>${row(cells)}${row(["4.", "<b>Swans</b><p>The count was approved.</p>", "AQ"])}</table>`,
  );
  expect(parts.flatMap(actionsIn)).toEqual(["3 [BM] The Harbour Trust is to be invited to share the cost"]);
});

test("a table below a title of actions needs no titles over its columns", async () => {
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><h2>Wall</h2><p>It leans.</p><h2>Actions</h2><table><tr><td>AQ</td><td>Prop the wall</td></tr><tr><td>BM / CO</td><td>Swans</td></tr></table>`,
  );
  expect(parts.flatMap((part) => part.actions).map(({ text }) => text.value)).toEqual(["Prop the wall", "Swans"]);
});

describe("tasks given to staff and to named posts", () => {
  test.each(GIVEN_TO_STAFF)("%j", async (words, actions) => {
    expect(await actionsOf(words)).toEqual(actions);
  });
});
