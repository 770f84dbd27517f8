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
  ["➡ Ben – ring the mason", ["3 [Ben] ring the mason"]],
  ["Action item (Ben Marl): ring the mason", ["3 [Ben Marl] ring the mason"]],
  ["ACTION: AQ to ring the mason. ACTION: BM to pay him", ["3 [AQ] ring the mason", "3 [BM] pay him"]],
  ["Action: AQ to ring the mason; Mr Sand to pay him", ["3 [AQ] ring the mason", "3 [Mr Sand] pay him"]],
  ["Action – All: names of swans to Ada", ["3 [All] names of swans to Ada"]],
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
  [
    "ACTIONS\n\n- Paint the wall – Ben – 12 June\n- Swans, by end of May – Ada",
    ["3 [Ben] Paint the wall", "3 [Ada] Swans, by end of May"],
  ],
  ["ACTIONS\n\n- Working party – Ben, Ada", ["3 [Ben, Ada] Working party"]],
  [
    "Actions from last time still outstanding:\n\nBen - swan count\n\nAda - paint",
    ["3 [Ben] swan count", "3 [Ada] paint"],
  ],
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
  ["Action: Motion by Quill, seconded by Marl, to sell the crane. Carried.", []],
  ["RESOLVED that the Parks Lead report back.", ["3 [the Parks Lead] report back"]],
];

const PROSE: readonly Row[] = [
  ["Website: Ben to update it.", ["~3 [Ben] update it"]],
  ["Ada asked Ben if he would measure the wall.", ["~3 [Ben] measure the wall"]],
  ["Cora Oakes said the swans are back. She will count them on Friday.", ["~3 [Cora Oakes] count them on Friday"]],
  ["Ben has measured the wall and will order the stone.", ["~3 [Ben] order the stone"]],
  ["All to read the lease.", ["~3 [All] read the lease"]],
  ["The mason is late.\n\nClerk to action.", ["~3 [Clerk] The mason is late. Clerk to action"]],
  ["Cllrs Quill and Marl to meet the mason.", ["~3 [Cllrs Quill, Marl] meet the mason"]],
  ["The stone is here, to be laid by Ben Marl.", ["~3 [Ben Marl] The stone is here, to be laid by Ben Marl"]],
  ["A resident asked the Clerk to write to the mason.", []],
  ["Ben to send Ada the plan: done.", []],
  ["The Chair will give her report.", []],
  ["Ada asked Ben to introduce the plan.", []],
  ["Ben offered to pay for the paint.", []],
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
    ["by 24.06.2021", "2021-06-24"],
    ["by Christmas", null],
    ["asap", null],
  ])("%s", async (words, date) => {
    const [action] = (await readBusiness(`${PRESENT}\n\n3. WALL\n\nACTION: AQ to prop the wall ${words}.`)).actions;
    expect([action?.dueDate?.value ?? null, action?.dueText?.value ?? null]).toEqual([date, words]);
  });

  test.each([
    ["prop the wall by the next meeting", "2021-06-08", "by the next meeting"],
    ["bring a plan to the June meeting", "2021-06-08", "to the June meeting"],
    ["bring a plan to the next meeting", null, "to the next meeting"],
    ["draft a lease for 8 June", "2021-06-08", "for 8 June"],
    ["book the boat for 9 June", null, null],
    ["prop the wall if nobody has come within ten days", null, null],
  ])("the next meeting that is announced: %s", async (words, date, text) => {
    const part = await readBusiness(
      `${PRESENT}\n\n3. WALL\n\nACTION: AQ to ${words}.\n\n4. DATE OF NEXT MEETING\n\n8 June 2021`,
    );
    const [action] = part.actions;
    expect([action?.dueDate?.value ?? null, action?.dueText?.value ?? null]).toEqual([date, text]);
  });

  test("a line below the task", async () => {
    const part = await readBusiness(`${PRESENT}\n\n3. WALL\n\nAction: prop the wall\n\nOwner: BM\n\nDue: 12 June 2021`);
    expect(part.actions.map(({ dueDate, owners }) => [dueDate?.value, owners[0]?.name.value])).toEqual([
      ["2021-06-12", "BM"],
    ]);
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

test("headings below a heading of actions are names where some of them are people of the meeting", async () => {
  const part = await readInvented(
    "# Crew meeting, 4 May 2021\n\nPresent: ada, ben, cora\n\n# Wall\n\nIt leans.\n\n# Actions\n\n# ada\n\n- prop it\n\n# ben\n\n# zed\n\n- count the swans\n",
  );
  expect(part.parts.flatMap(actionsIn)).toEqual(["- [ada] prop it", "- [zed] count the swans"]);
  expect(part.parts.flatMap(({ items }) => items).map(({ title }) => title?.value)).toEqual(["Wall"]);
});

test("a line of its own in bold that bids is a marked task, and a name may be cut by the end of a line in a cell", async () => {
  const { parts } = await readInvented(
    "<h1>Minutes of the Quay Committee, 4 May 2021</h1><p>Present: Ada Quill (Chair), Ben Marl</p><h2>1. Wall</h2><p>It leans.</p><p><b>Clerk to write to the mason</b></p><h2>2. Actions</h2><table><tr><th>Open action items</th><th>Responsible</th></tr><tr><td>Prop it</td><td>Ada Quill/Ben<br>Marl</td></tr></table>",
  );
  expect(parts.flatMap(actionsIn)).toEqual(["1 [Clerk] write to the mason", "2 [Ada Quill, Ben Marl] Prop it"]);
});
