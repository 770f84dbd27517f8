import { describe, expect, test } from "vitest";
import { actionsIn, readBusiness, readInvented } from "../read-invented.js";

const PRESENT = "Present: Ada Quill, Ben Marl, Cora Oakes (Clerk)";

function partOf(words: string) {
  return readBusiness(`${PRESENT}\n\n3. WALL\n\n${words}\n\n4. SWANS\n\nCounted.\n\n5. CLOSE`);
}

type Row = readonly [name: string, words: string, actions: readonly string[]];

const MARKED: readonly Row[] = [
  ["initials", "ACTION: AQ to prop the wall.", ["3 [AQ] prop the wall"]],
  ["a name", "Action: Ben Marl to paint the wall", ["3 [Ben Marl] paint the wall"]],
  ["a post", "ACTION – Clerk to find the key.", ["3 [Clerk] find the key"]],
  [
    "several sentences",
    "ACTIONS: AQ to count the swans. Ben Marl to feed them.",
    ["3 [AQ] count the swans", "3 [Ben Marl] feed them"],
  ],
  ["two owners", "ACTION: AQ and BM to paint the wall", ["3 [AQ, BM] paint the wall"]],
  [
    "a list below",
    "ACTIONS\n\n- Ada Quill to prop the wall\n- Clerk to find the key",
    ["3 [Ada Quill] prop the wall", "3 [Clerk] find the key"],
  ],
  [
    "lettered tasks below",
    "ACTIONS:\n\n(a) AQ to prop the wall\n\n(b) BM to paint it",
    ["3 [AQ] prop the wall", "3 [BM] paint it"],
  ],
  ["the owner behind the task", "ACTION: Count the swans (Clerk)", ["3 [Clerk] Count the swans"]],
  ["nobody is named", "ACTION: find out who owns the dredger", ["3 [] find out who owns the dredger"]],
  ["no action at all", "ACTIONS: None", []],
];

const DECIDED: readonly Row[] = [
  ["a clause that names a doer", "AGREED That Ada Quill write to the mason.", ["3 [Ada Quill] write to the mason"]],
  ["a clause that names none", "RESOLVED: That the wall be propped.", []],
];

const PROSE: readonly Row[] = [
  ["agreed to", "AQ agreed to write to the mason.", ["~3 [AQ] write to the mason"]],
  ["will", "Ben Marl will call the diver.", ["~3 [Ben Marl] call the diver"]],
  ["was asked to", "The Clerk was asked to count the swans.", ["~3 [The Clerk] count the swans"]],
  ["had agreed to", "AQ had agreed to count them last year.", []],
  ["somebody tells", "Ben Marl said that he would have called the diver.", []],
  ["an organisation is no owner", "The Committee agreed to prop the wall.", []],
];

const MARGINS: readonly Row[] = [
  [
    "initials on a line of their own behind the sentence that names them",
    "AQ to cut the weed before it seeds, and to let the miller know.\n\nAQ",
    ["3 [AQ] cut the weed before it seeds, and to let the miller know"],
  ],
  [
    "initials behind a sentence that names nobody",
    "The swans should be counted again in the autumn by somebody.\n\nBM",
    ["3 [BM] The swans should be counted again in the autumn by somebody"],
  ],
];

describe.each([
  ["marked", MARKED],
  ["decided clauses", DECIDED],
  ["running prose", PROSE],
  ["margins", MARGINS],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (_name, words, actions) => {
    expect(actionsIn(await partOf(words))).toEqual(actions);
  });
});

test("initials in a column go with the sentences beside them, in order", async () => {
  const rows = [
    ["28.", "<b>Welcome</b><p>The chair welcomed everyone.</p>", ""],
    ["29.", "<b>Weed</b><p>AQ to cut the weed in May. It was long. BM will burn the weed in June.</p>", "AQ<br>BM"],
    ["30.", "<b>Swans</b><p>The swans need to be counted again.</p>", "CO"],
  ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  const head = "<tr><th>Min Ref</th><th>Narrative</th><th>Officer Resp.</th></tr>";
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><table>${head}${rows.join("")}</table>`,
  );
  expect(parts.flatMap(actionsIn)).toEqual([
    "29 [AQ] cut the weed in May",
    "29 [BM] burn the weed in June",
    "30 [CO] The swans need to be counted again",
  ]);
});

describe("due dates", () => {
  test.each([
    ["ACTION: AQ to prop the wall by 4 June 2021.", "2021-06-04", "by 4 June 2021"],
    ["ACTION: AQ to prop the wall by the next meeting.", null, "by the next meeting"],
    ["ACTION: AQ to prop the wall.", null, null],
  ])("%s", async (words, date, text) => {
    const [action] = (await partOf(words)).actions;
    expect([action?.dueDate?.value ?? null, action?.dueText?.value ?? null]).toEqual([date, text]);
  });
});

test("an action table: owner, due date, status and what the status means", async () => {
  const { parts } = await readInvented(
    "## Minutes of the Quay Committee 4 May 2021\n\n## Wall\n\nIt leans.\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Mend the gate | AQ | 4 June 2021 | Complete |\n| Find the key | Ben Marl / CO | next meeting | On-going |\n\n## Close\n",
  );
  expect(parts.flatMap(actionsIn)).toEqual(["Wall [AQ] Mend the gate", "Wall [Ben Marl, CO] Find the key"]);
  const details = parts
    .flatMap((part) => part.actions)
    .map((action) =>
      [action.dueDate, action.dueText, action.status, action.state].map((field) => field?.value ?? null),
    );
  expect(details).toEqual([
    ["2021-06-04", "4 June 2021", "Complete", "done"],
    [null, "next meeting", "On-going", "open"],
  ]);
  expect(parts.flatMap((part) => part.tables)).toEqual([]);
});

test("an action log whose columns were taken apart", async () => {
  const { parts } = await readInvented(
    "PENMERE QUAY COMMITTEE\n\nACTION LOG\n\n4 May 2021\n\nDate\n\nAction\n\nLead\n\nStatus\n\n4 May 2021\n\nThat a letter be written to the mason about the wall\n\nAda Quill\n\nComplete\n\n4 May 2021\n\nThat the swans on the lower lake be counted\n\nBen Marl\n\nOn-going\n",
  );
  expect(parts.map((part) => part.kind)).toEqual(["action_log"]);
  expect(parts.flatMap(actionsIn)).toEqual([
    "- [Ada Quill] That a letter be written to the mason about the wall",
    "- [Ben Marl] That the swans on the lower lake be counted",
  ]);
  expect(parts.flatMap((part) => part.actions).map((action) => action.state?.value)).toEqual(["done", "open"]);
});

test("owners are matched with the attendance list: by initials, surname and post", async () => {
  const part = await partOf(
    "ACTION: AQ to prop the wall.\n\nACTION: Cllr Marl to paint it.\n\nACTION: Clerk to find the key.",
  );
  const people = part.actions.flatMap((action) => action.owners).map((owner) => owner.person?.value ?? null);
  expect(people).toEqual(["Ada Quill", "Ben Marl", "Cora Oakes"]);
});

test("initials that fit two people are told and settled for none", async () => {
  const { parts, diagnostics } = await readInvented(
    "Minutes of the Quay Committee\n\n4 May 2021\n\nPresent: Ada Quill, Alan Quince\n\n1. WALL\n\nACTION: AQ to prop it.\n\n2. SWANS\n\n3. CLOSE",
  );
  expect(parts.flatMap((part) => part.actions).map((action) => action.owners[0]?.person)).toEqual([null]);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain("action/owner-ambiguous");
});

test("a tag within a sentence takes the sentence", async () => {
  expect(actionsIn(await partOf("The gate by the wall must be mended (Action: BM)."))).toEqual([
    "3 [BM] The gate by the wall must be mended",
  ]);
});

describe("a tag behind the full stop takes the sentence before it", () => {
  test.each([
    ["The gate by the wall is broken. (Action: Clerk)", "3 [Clerk] The gate by the wall is broken"],
    ["Somebody must count them. Action: BM", "3 [BM] Somebody must count them"],
  ])("%s", async (words, action) => {
    expect(actionsIn(await partOf(words))).toEqual([action]);
  });
});

test("a post on a line of its own behind its sentence", async () => {
  expect(actionsIn(await partOf("The key has to be found before the regatta.\n\nClerk"))).toEqual([
    "3 [Clerk] The key has to be found before the regatta",
  ]);
});

describe("owners between the marker and the task", () => {
  test.each([
    ["Action AQ: count the swans", "3 [AQ] count the swans"],
    ["Action: AQ/BM – count the geese", "3 [AQ, BM] count the geese"],
  ])("%s", async (words, action) => {
    expect(actionsIn(await partOf(words))).toEqual([action]);
  });
});
