import { describe, expect, test } from "vitest";
import { itemsIn, peopleIn, readBusiness, readInvented } from "../read-invented.js";

const BUSINESS = "1. WELCOME\n\nYes.\n\n2. SWANS\n\nCounted.\n\n3. CLOSE";

async function peopleOf(list: string): Promise<string[]> {
  return peopleIn(await readBusiness(`${list}\n\n${BUSINESS}`));
}

type Row = readonly [name: string, list: string, people: readonly string[]];

const LABELS: readonly Row[] = [
  [
    "groups under labels",
    "PRESENT:\n\nCllr Ada Quill (Chair)\nBen Marl\n\nIN ATTENDANCE:\n\nEve Fenn (Clerk)\n\nAPOLOGIES:\n\nFlo Gant\nGuy Hurd",
    [
      "present Cllr Ada Quill (Chair)",
      "present Ben Marl",
      "in_attendance Eve Fenn (Clerk)",
      "apologies Flo Gant",
      "apologies Guy Hurd",
    ],
  ],
  [
    "runs of names behind labels",
    "Present: A Quill (Chair), B Marl and C Oakes\nIn attendance: D Pym (Clerk)\nApologies: E Fenn and F Gant\nAbsent: G Hurd",
    [
      "present A Quill (Chair)",
      "present B Marl",
      "present C Oakes",
      "in_attendance D Pym (Clerk)",
      "apologies E Fenn",
      "apologies F Gant",
      "absent G Hurd",
    ],
  ],
  [
    "the proxies that each holds",
    "Present: Ada Quill, Ben Marl\n\nProxies:\nAda Quill: Cy Reed; Di Moss\nBen Marl: Eve Fenn",
    ["present Ada Quill", "present Ben Marl", "absent Cy Reed", "absent Di Moss", "absent Eve Fenn"],
  ],
  [
    "labels in capitals without a colon; a title that counts for all stays with none",
    "PRESENT Cllrs A Quill, B Marl and C Oakes\n\nAPOLOGIES Cllr D Pym",
    ["present A Quill", "present B Marl", "present C Oakes", "apologies Cllr D Pym"],
  ],
  [
    "posts as labels",
    "Present: Ada Quill (Chairman), Ben Marl\nClerk: Cora Oakes\nAlso present: Dan Pym",
    ["present Ada Quill (Chairman)", "present Ben Marl", "in_attendance Cora Oakes (Clerk)", "in_attendance Dan Pym"],
  ],
  [
    "IN ATTENDANCE over all who came",
    "IN ATTENDANCE:\n\nAda Quill\nBen Marl\nCora Oakes",
    ["present Ada Quill", "present Ben Marl", "present Cora Oakes"],
  ],
  [
    "a list with bullets",
    "Present:\n\n- Ada Quill\n- Ben Marl\n\nApologies:\n\n- Cora Oakes",
    ["present Ada Quill", "present Ben Marl", "apologies Cora Oakes"],
  ],
  ["nobody apologised", "Present: Ada Quill, Ben Marl\nApologies: none", ["present Ada Quill", "present Ben Marl"]],
  [
    "somebody in two groups keeps the first",
    "Present: Ada Quill, Ben Marl\nApologies: Ben Marl",
    ["present Ada Quill", "present Ben Marl"],
  ],
];

const ENTRIES: readonly Row[] = [
  [
    "an organisation behind a comma",
    "PRESENT:\n\nAda Quill, Penmere Town Council\n\nBen Marl",
    ["present Ada Quill, Penmere Town Council", "present Ben Marl"],
  ],
  [
    "an organisation behind a dash",
    "PRESENT:\n\nAda Quill – Penmere Rowing Club\n\nBen Marl",
    ["present Ada Quill, Penmere Rowing Club", "present Ben Marl"],
  ],
  [
    "an organisation in brackets",
    "PRESENT:\n\nAda Quill (Penmere Town Council)\n\nBen Marl",
    ["present Ada Quill, Penmere Town Council", "present Ben Marl"],
  ],
  [
    "a note on part of the meeting",
    "PRESENT:\n\nAda Quill (from item 4)\n\nBen Marl",
    ["present Ada Quill; from item 4", "present Ben Marl"],
  ],
  [
    "titles belong to the name",
    "PRESENT:\n\nDr A. Quill\n\nMrs B. Marl",
    ["present Dr A. Quill", "present Mrs B. Marl"],
  ],
];

const COLUMNS: readonly Row[] = [
  [
    "organisations behind tabs",
    "Present:\n\nAda Quill\tPenmere Town Council\nBen Marl\tHarbour Trust\nCora Oakes\tPenmere Rowing Club",
    [
      "present Ada Quill, Penmere Town Council",
      "present Ben Marl, Harbour Trust",
      "present Cora Oakes, Penmere Rowing Club",
    ],
  ],
  [
    "names first and then as many organisations",
    "PRESENT:\n\nAda Quill\nBen Marl\nCora Oakes\n\nPenmere Town Council\nHarbour Association\nPenmere Rowing Club",
    [
      "present Ada Quill, Penmere Town Council",
      "present Ben Marl, Harbour Association",
      "present Cora Oakes, Penmere Rowing Club",
    ],
  ],
];

describe.each([
  ["labels", LABELS],
  ["one entry", ENTRIES],
  ["columns", COLUMNS],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (_name, list, people) => {
    expect(await peopleOf(list)).toEqual(people);
  });
});

test("organisations that were paired by their order are derived, not stated", async () => {
  const part = await readBusiness(
    `PRESENT:\n\nAda Quill\nBen Marl\n\nPenmere Town Council\nPenmere Rowing Club\n\n${BUSINESS}`,
  );
  expect(part.attendance.map((person) => person.organisation?.basis)).toEqual(["derived", "derived"]);
});

describe("an item of apologies", () => {
  test.each([
    ["a sentence", "Apologies for absence were received from Cora Oakes and Dan Pym."],
    ["names alone", "Cora Oakes, Dan Pym"],
  ])("%s", async (_name, words) => {
    const part = await readBusiness(
      `Present: Ada Quill, Ben Marl\n\n1. APOLOGIES FOR ABSENCE\n\n${words}\n\n2. SWANS\n\n3. CLOSE`,
    );
    expect(peopleIn(part)).toEqual([
      "present Ada Quill",
      "present Ben Marl",
      "apologies Cora Oakes",
      "apologies Dan Pym",
    ]);
    expect(itemsIn(part)).toEqual(["1 APOLOGIES FOR ABSENCE", "2 SWANS", "3 CLOSE"]);
  });

  test("people who are merely mentioned there are not listed", async () => {
    const part = await readBusiness(
      "Present: Ada Quill, Ben Marl\n\n1. APOLOGIES\n\nNone were received.\n\n2. SWANS\n\nCora Oakes fed them.\n\n3. CLOSE",
    );
    expect(peopleIn(part)).toEqual(["present Ada Quill", "present Ben Marl"]);
  });
});

test("a table with a column of ticks", async () => {
  const rows = "<tr><td>Ada Quill</td><td>Present</td></tr><tr><td>Ben Marl</td><td>Apologies</td></tr>";
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><table><tr><th>Name</th><th>Attendance</th></tr>${rows}</table><h2>Swans</h2><p>Counted.</p>`,
  );
  expect(parts.flatMap(peopleIn)).toEqual(["present Ada Quill", "apologies Ben Marl"]);
});

test.fails("wrong: a post behind a comma is a role", async () => {
  expect(await peopleOf("PRESENT:\n\nAda Quill\n\nIN ATTENDANCE:\n\nDan Pym, Harbour Master")).toEqual([
    "present Ada Quill",
    "in_attendance Dan Pym (Harbour Master)",
  ]);
});

test("unnamed groups at the end of a run are nobody", async () => {
  expect(await peopleOf("Present: Ada Quill, Ben Marl and 3 members of the public")).toEqual([
    "present Ada Quill",
    "present Ben Marl",
  ]);
});

test("an organisation with an apostrophe in a column stays whole", async () => {
  expect(
    await peopleOf(
      "Present:\n\nAda Quill\tPenmere Town Council\nBen Marl\tQuay Users’ Group\nCora Oakes\tHarbour Trust",
    ),
  ).toEqual([
    "present Ada Quill, Penmere Town Council",
    "present Ben Marl, Quay Users’ Group",
    "present Cora Oakes, Harbour Trust",
  ]);
});

test("a letterhead names who holds office, not who came", async () => {
  const { parts } = await readInvented(
    `Penmere Quay Society\n\nOFFICERS: Ada Quill, President; Ben Marl, Treasurer; Cy Reed, Secretary\n\nMinutes of the Board Meeting, May 4, 2021\n\nPresent: Ada Quill, Cy Reed, Di Moss\n\n${BUSINESS}`,
  );
  const [part] = parts;
  expect(part === undefined ? [] : peopleIn(part)).toEqual([
    "present Ada Quill (President)",
    "present Cy Reed",
    "present Di Moss",
  ]);
  expect(part?.chair?.value).toBe("Ada Quill");
});

test("a column of marks under the title Present", async () => {
  const rows =
    "<tr><td>Ada Quill</td><td>Parent</td><td>Y</td></tr><tr><td>Ben Marl</td><td>Staff</td><td>Apologies</td></tr>";
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay School Governing Board, 4 May 2021</h1><table><tr><th>Name</th><th>Governor type</th><th>Present</th></tr>${rows}</table><h2>Swans</h2><p>Counted.</p>`,
  );
  expect(parts[0]?.attendance.map(({ name, status }) => `${status.value} ${name.value}`)).toEqual([
    "present Ada Quill",
    "apologies Ben Marl",
  ]);
});

test("officers below the day whom the lists give again did not all come", async () => {
  const list =
    "OFFICERS\nAda Quill, President\nBen Marl, Treasurer\nCy Reed, Secretary\n\nBoard members present: Ada Quill, Cy Reed, Di Moss\nAbsent: Ben Marl";
  expect(await peopleOf(list)).toEqual([
    "present Ada Quill (President)",
    "present Cy Reed",
    "present Di Moss",
    "absent Ben Marl",
  ]);
});

test("labels side by side in a row, each with its person", async () => {
  const { parts } = await readInvented(
    "<h1>Minutes of the Quay Committee, 4 May 2021</h1><table><tr><td>Date:</td><td>4 May 2021</td><td>Time:</td><td>6 pm</td></tr><tr><td>Chaired by:</td><td>Ada Quill</td><td>Clerked by:</td><td>Ben Marl</td></tr></table><h2>Swans</h2><p>Counted.</p>",
  );
  expect(parts[0]?.attendance.map(({ name, status }) => `${status.value} ${name.value}`)).toEqual([
    "present Ada Quill",
    "in_attendance Ben Marl",
  ]);
});

type GridRow = readonly [name: string, rows: readonly (readonly string[])[], people: readonly string[]];

const GRIDS: readonly GridRow[] = [
  [
    "marks in words, under directors and their posts",
    [
      ["Director", "Position", "Attendance"],
      ["Ada Quill", "President", "Present"],
      ["Ben Marl", "Treasurer", "Present via phone"],
      ["Cleo Oakes", "Secretary", "Absent"],
    ],
    ["present Ada Quill", "present Ben Marl", "absent Cleo Oakes"],
  ],
  [
    "groups down the first column, some by an unknown word",
    [
      ["Trustees:", "Ada Quill", "Chair"],
      ["", "Ben Marl", "Treasurer"],
      ["Executive:", "Cleo Oakes", "Chief Executive"],
      ["", "Dan Pym", "Finance Director"],
      ["Governance:", "Eve Fenn", "Clerk"],
      ["Apologies:", "Flo Gant", ""],
    ],
    [
      "present Ada Quill",
      "present Ben Marl",
      "in_attendance Cleo Oakes",
      "in_attendance Dan Pym",
      "in_attendance Eve Fenn",
      "apologies Flo Gant",
    ],
  ],
];

test.each(GRIDS)("%s", async (_name, rows, people) => {
  const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><table>${table}</table><h2>Swans</h2><p>Counted.</p>`,
  );
  expect(
    parts.flatMap(({ attendance }) => attendance.map(({ name, status }) => `${status.value} ${name.value}`)),
  ).toEqual(people);
});
