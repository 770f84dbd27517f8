import { describe, expect, test } from "vitest";
import { itemsIn, readBusiness, readInvented } from "../read-invented.js";

type Row = readonly [name: string, business: string, items: readonly string[]];

const CHAINS: readonly Row[] = [
  [
    "1, 2, 3",
    "1. Apologies\n\nNone.\n\n2. Tow path\n\nIt is muddy.\n\n3. Close",
    ["1 Apologies", "2 Tow path", "3 Close"],
  ],
  ["28 on", "28. WELCOME\n\nYes.\n\n29. WEED\n\nIt grows.\n\n30. BUOYS", ["28 WELCOME", "29 WEED", "30 BUOYS"]],
  ["a gap", "1. WELCOME\n\n2. WEED\n\n4. BUOYS\n\n5. CLOSE", ["1 WELCOME", "2 WEED", "4 BUOYS", "5 CLOSE"]],
  [
    "references with the year",
    "24/017 Welcome\n\nYes.\n\n24/018 Cemetery wall\n\nIt leans.\n\n24/019 Close of meeting",
    ["24/017 Welcome", "24/018 Cemetery wall", "24/019 Close of meeting"],
  ],
  [
    "a word says what is counted",
    "Item 1: Welcome\n\nYes.\n\nItem 2: Ducks\n\nCounted.\n\nItem 3: Close",
    ["1 Welcome", "2 Ducks", "3 Close"],
  ],
  [
    "numbers alone over their headings",
    "12.\n\nMOORING FEES\n\nDue in April.\n\n13.\n\nSLIPWAY\n\nIt is slippery.\n\n14.\n\nCLOSE",
    ["12 MOORING FEES", "13 SLIPWAY", "14 CLOSE"],
  ],
  [
    "run-in titles",
    "1. Apologies: none were received by the secretary.\n2. Tow path: it was muddy, the warden said.\n3. Close: the meeting was closed at nine.",
    ["1 Apologies", "2 Tow path", "3 Close"],
  ],
  [
    "titles closed by a full stop and a dash",
    "1. Minutes.—The minutes were read and signed.\n\n2. Weed.—Mr. Marl reported that it had grown.\n\n3. Moorings:- Two are free in the upper basin.\n\n4. Next meeting.—6 June 2021.",
    ["1 Minutes", "2 Weed", "3 Moorings", "4 Next meeting"],
  ],
  [
    "a reference in front of the minutes of the last meeting",
    "QC/21/01 Welcome\n\nYes.\n\nQC/21/02 Minutes of the last meeting and action log\n\nThese were agreed.\n\nQC/21/03 Close\n\nAt nine.",
    ["QC/21/01 Welcome", "QC/21/02 Minutes of the last meeting and action log", "QC/21/03 Close"],
  ],
  [
    "the day of the next meeting behind its announcement",
    "1. Weed\nIt grows.\n\n2. Moorings\nTwo are free.\n\n3. Date of next meeting 20th July at 7.30pm",
    ["1 Weed", "2 Moorings", "3 Date of next meeting"],
  ],
  [
    "words of the agenda in front of what was said",
    "1. Discuss Bench outside St. Anne's Churchyard: It is in a poor condition and Ben will mend it.\n\n2. Discuss whether to join the League of Quays: An email was read, which all liked well enough.\n\n3. Close: The meeting was closed at nine.",
    ["1 Discuss Bench outside St. Anne's Churchyard", "2 Discuss whether to join the League of Quays", "3 Close"],
  ],
  [
    "usual business whose number is a slip",
    "3786. Weed: It grows, the warden said.\n\n3787. Apologies: Ben.\n\n3768. Public Session: No one came but the dredger's man.\n\n3788. Discuss whether to join the proposed League of Quays: An email was read, which all liked well enough.\n\n3789. Correspondence: None came.",
    [
      "3786 Weed",
      "3787 Apologies",
      "3768 Public Session",
      "3788 Discuss whether to join the proposed League of Quays",
      "3789 Correspondence",
    ],
  ],
  [
    "single letters that might be initials",
    "**I. Welcome**\n\nAda welcomed all.\n\n**II. Old Business**\n\nA. **Slipway Field**\n\nIt was agreed that the field be mown.\n\nB. **Boat Times**\n\nThese stay as they are for now.\n\n**III. Close**\n\nAt nine.",
    ["I Welcome", "II Old Business", "IIA < II Slipway Field", "IIB < II Boat Times", "III Close"],
  ],
];

const PARAGRAPHS: readonly Row[] = [
  [
    "a numbered list inside an item",
    "28. WELCOME\n\nYes.\n\n29. WEED\n\n1. The weed was cut in May.\n\n2. It grew again in June.\n\n30. BUOYS\n\nPainted.",
    ["28 WELCOME", "29 WEED", "30 BUOYS"],
  ],
  [
    "dotted paragraphs that are sentences",
    "4. REPORT\n\n4.1 The harbour master reported that the channel had been sounded and was deep enough for all.\n\n4.2 He said that nothing else had happened since the last meeting.\n\n5. SWANS\n\n5.1 Eight swans were counted on the lower lake.\n\n6. CLOSE",
    ["4 REPORT", "5 SWANS", "6 CLOSE"],
  ],
  [
    "numbered clauses of a decision",
    "3. FEES\n\nRESOLVED:\n\n1. That the fee be raised; and\n\n2. That the raise be delayed.\n\n4. SWANS\n\nCounted.\n\n5. CLOSE",
    ["3 FEES", "4 SWANS", "5 CLOSE"],
  ],
  [
    "amounts and dates that begin a line",
    "1. FEES\n\n40 of the moorings are let.\n\n2. SWANS\n\n14 May 2021 was fine.\n\n3. CLOSE",
    ["1 FEES", "2 SWANS", "3 CLOSE"],
  ],
  [
    "lettered labels with nothing to read between them",
    "1. Weed\n\nIt grows.\n\n2. Matters for the next agenda\n\na. Swan Count\n\nb. Rope Store\n\n3. Close\n\nAt nine.",
    ["1 Weed", "2 Matters for the next agenda", "3 Close"],
  ],
];

const SUB_ITEMS: readonly Row[] = [
  [
    "lettered titles take the number of their item",
    "7. SUB-GROUPS\n\na) Strategic Group\n\nThe group met in March.\n\nb) Operations Group\n\nThe group did not meet.\n\n8. BUOYS\n\n9. CLOSE",
    ["7 SUB-GROUPS", "7a < 7 Strategic Group", "7b < 7 Operations Group", "8 BUOYS", "9 CLOSE"],
  ],
  [
    "dotted titles",
    "7. GROUPS\n\n7.1 Strategic Group\n\nIt met.\n\n7.2 Operations Group\n\nIt did not meet.\n\n8. BUOYS\n\n9. CLOSE",
    ["7 GROUPS", "7.1 < 7 Strategic Group", "7.2 < 7 Operations Group", "8 BUOYS", "9 CLOSE"],
  ],
];

const UNNUMBERED: readonly Row[] = [
  [
    "headings in capitals",
    "WELCOME\n\nThe chairman welcomed everyone.\n\nSWANS\n\nEight were counted.\n\nCLOSE\n\nThe meeting closed at 9 pm.",
    ["- WELCOME", "- SWANS", "- CLOSE"],
  ],
  [
    "a portal's list, without what it prints behind titles",
    "No. Item\n\nWeed on the Lower Reach PDF 88 KB\n\nThe weed was reported to be growing.\n\nThe Swan Census\n\nEight swans were counted.\n\nDate of Next Meeting\n\nTo be told.",
    ["- Weed on the Lower Reach", "- The Swan Census", "- Date of Next Meeting"],
  ],
  [
    "headings that name no business are no items",
    "WELCOME\n\nYes.\n\nPOINTS DISCUSSED\n\nMany.\n\nSWANS\n\nCounted.",
    ["- WELCOME", "- SWANS"],
  ],
];

describe.each([
  ["chains of numbers", CHAINS],
  ["numbers that begin no item", PARAGRAPHS],
  ["sub-items", SUB_ITEMS],
  ["items without numbers", UNNUMBERED],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (_name, business, items) => {
    expect(itemsIn(await readBusiness(business))).toEqual(items);
  });
});

test.fails("wrong: a usual heading in front of the first number is an item", async () => {
  const part = await readBusiness(
    "Apologies for absence\n\nNone were sent.\n\n1. WEED\n\nIt grows.\n\n2. BUOYS\n\nThey float.\n\n3. CLOSE",
  );
  expect(itemsIn(part)).toEqual(["- Apologies for absence", "1 WEED", "2 BUOYS", "3 CLOSE"]);
});

test("a sub-item whose number is printed whole is nested in its item", async () => {
  const part = await readBusiness(
    "6. WELCOME\n\n7. GROUPS\n\n7a Strategic Group\n\nIt met.\n\n7b Operations Group\n\nIt did not.\n\n8. CLOSE",
  );
  expect(itemsIn(part)).toEqual([
    "6 WELCOME",
    "7 GROUPS",
    "7a < 7 Strategic Group",
    "7b < 7 Operations Group",
    "8 CLOSE",
  ]);
});

test("the number of a lettered sub-item is derived, since half of it stands elsewhere", async () => {
  const part = await readBusiness("7. GROUPS\n\na) Strategic Group\n\nIt met.\n\n8. BUOYS\n\n9. CLOSE");
  expect(part.items.map((item) => item.number?.basis)).toEqual(["stated", "derived", "stated", "stated"]);
});

test("the text of an item is all that stands under its heading, numbered paragraphs included", async () => {
  const part = await readBusiness(
    "28. WELCOME\n\nYes.\n\n29. WEED\n\nIt grows.\n\n1. In May.\n\n2. In June.\n\n30. BUOYS",
  );
  expect(part.items.map((item) => item.text?.value ?? null)).toEqual([
    "Yes.",
    "It grows. 1. In May. 2. In June.",
    null,
  ]);
});

test("the number column of a table in which all minutes stand is the chain", async () => {
  const rows = ["Welcome", "Weed", "Swans"].map(
    (title, index) => `<tr><td>${28 + index}.</td><td><b>${title}</b><p>It was discussed at length.</p></td></tr>`,
  );
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><table><tr><th>Min Ref</th><th>Narrative</th></tr>${rows.join("")}</table>`,
  );
  expect(parts.flatMap(itemsIn)).toEqual(["28 Welcome", "29 Weed", "30 Swans"]);
});

test("a number that is left out is told", async () => {
  const { diagnostics } = await readInvented(
    "Minutes of the Quay Committee\n\n4 May 2021\n\n1. WELCOME\n\n2. WEED\n\n4. CLOSE",
  );
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "items/number-gap: item 4 follows item 2",
  ]);
});

test("an HTML table within a text file is not lost", async () => {
  const { source } = await readInvented(
    "1. ACCOUNTS\n\n<table><tr><td>Rope</td><td>£40.00</td></tr><tr><td>Tar</td><td>£12.50</td></tr></table>\n\n2. CLOSE",
  );
  expect(source.text).toContain("Rope");
});
