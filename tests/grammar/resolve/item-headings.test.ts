/** Headings without numbers: which head business, and which are names, notices or groups. */

import { describe, expect, test } from "vitest";
import { itemsIn, readBusiness, readPart } from "../read-invented.js";

type Row = readonly [name: string, business: string, items: readonly string[]];

const ROWS: readonly Row[] = [
  [
    "capitals run into their text",
    "MINUTES The minutes of the last meeting were read and agreed.\n\nGREEN. Ada said that it was wet.\n\nFINANCE The till was short.\n\nNEXT MEETING Mon 8 June.",
    ["- MINUTES", "- GREEN", "- FINANCE", "- NEXT MEETING"],
  ],
  [
    "bold words run into their text",
    "**Minutes:** these were read and agreed by all.\n\n**Green:** the warden said that it was wet.\n\n**Finance:** the till was short.\n\n**Correspondence:** none came.",
    ["- Minutes", "- Green", "- Finance", "- Correspondence"],
  ],
  [
    "actions with a heading of the same level for each owner",
    "# Swans\n\nEight were counted on the lower lake.\n\n# Weed\n\nIt grows, the warden said.\n\n# Actions\n\n# ada\n\n- count again\n\n# marl\n\n- buy rope",
    ["- Swans", "- Weed"],
  ],
  [
    "sentences in bold below a heading",
    "**Welcome**\n\nAda welcomed all.\n\n**Hull paint**\n\n**It should just be a single coat above the line**\n\nBen agreed.\n\n**We need helpers for the following:**\n\n- the slip\n\n**Any other business**\n\nNone came.",
    ["- Welcome", "- Hull paint", "- Any other business"],
  ],
  [
    "reports with their presenters",
    "Call to order\n\nAda opened the meeting.\n\nSecretary's Report – Cy Reed\n\nThe letters were read.\n\nTreasurer's Report – Ada Quill\n\nThe till was short.\n\nAdjournment\n\nAt nine.",
    ["- Call to order", "- Secretary's Report", "- Treasurer's Report", "- Adjournment"],
  ],
  [
    "a title in bold over two lines",
    "**1. Apologies**\n\nNone.\n\n**2. To consider the quotation for the**\n**dredging of the basin**\n\nIt was read.\n\n**3. Close**\n\nAt nine.",
    ["1 Apologies", "2 To consider the quotation for the dredging of the basin", "3 Close"],
  ],
  [
    "names in capitals one below the other",
    "QUILL ADA\n\nMARL\n\nBEN\n\nDUNN CY\n\nMOSS DI\n\nWELCOME\n\nThe chairman welcomed everyone to the quay.\n\nSWANS\n\nEight were counted on the lower lake.",
    ["- WELCOME", "- SWANS"],
  ],
  [
    "a notice in capitals",
    "WELCOME\n\nThe chairman welcomed everyone.\n\nTHESE MINUTES ARE A DRAFT UNTIL THEY ARE SIGNED\n\nSWANS\n\nEight were counted on the lower lake.",
    ["- WELCOME", "- SWANS"],
  ],
  [
    "headings over actions and people",
    "## Welcome\n\nThe chairman welcomed everyone.\n\n## Swans\n\nEight were counted.\n\n## Actions\n\n### Ada\n\n- count again\n\n### Ben\n\n- buy rope",
    ["- Welcome", "- Swans"],
  ],
  [
    "Minutes over all that follows",
    "## Agenda\n\n- Swans\n- Weed\n\n## Minutes\n\n### Swans\n\nEight were counted.\n\n### Weed\n\nIt grows.",
    ["- Swans", "- Weed"],
  ],
  [
    "plain lines between gaps among headings in capitals",
    "REPORTS\n\nThree were heard by the meeting.\n\nBoat Shed\n\nThe roof has been mended and the boiler is to be replaced.\n\nCLOSE\n\nThe meeting closed at 9 pm.",
    ["- REPORTS", "- Boat Shed", "- CLOSE"],
  ],
  [
    "some headings with a number of their own",
    "## Declarations of interest\n\nNone were made.\n\n## Discussion topic 1: weed\n\nIt grows.\n\n## The lower lake\n\nIt is low.\n\n## Discussion topic 2: swans\n\nEight.\n\n## Any other business\n\nNone.",
    ["- Declarations of interest", "1 weed", "- The lower lake", "2 swans", "- Any other business"],
  ],
  [
    "capitals with a dash that touches the text",
    "MINUTES-The last minutes were read and agreed.\n\nGREEN-Ada said that it was wet.\n\nFINANCE-The till was short.\n\nANY OTHER BUSINESS-Ben asked who owns the punt.",
    ["- MINUTES", "- GREEN", "- FINANCE", "- ANY OTHER BUSINESS"],
  ],
  [
    "words of an outcome, a post and a resolution's number in capitals",
    "WELCOME\n\nThe chairman welcomed everyone.\n\nSWANS\n\nEight were counted on the lower lake.\n\nRESOLUTION PQ/21/07\n\nThat the swans be fed.\n\nCARRIED\n\nWEED\n\nIt grows in the cut.",
    ["- WELCOME", "- SWANS", "- WEED"],
  ],
  [
    "underlined words as Pandoc writes them",
    "**[Welcome]{.underline}**\n\nAda took the chair.\n\n**[Slipway]{.underline}**\n\nIt is slippery.\n\n**[AOB]{.underline}**\n\nNone.",
    ["- Welcome", "- Slipway", "- AOB"],
  ],
  [
    "lists that count anew under each heading",
    "OLD BUSINESS\n\n1. Slipway repairs (Ada):\n\nAda said that the concrete has set.\n\n2. Weed in the upper basin\n\nBen said that it had grown again since May.\n\nNEW BUSINESS\n\n1. Swan count\n\nEight were counted on the lower lake.\n\n2. Rope store\n\nThe roof lets in water and will be tarred.\n\nADJOURNMENT\n\nThe meeting ended at nine.",
    [
      "- OLD BUSINESS",
      "1 < ? Slipway repairs (Ada)",
      "2 < ? Weed in the upper basin",
      "- NEW BUSINESS",
      "1 < ? Swan count",
      "2 < ? Rope store",
      "- ADJOURNMENT",
    ],
  ],
  [
    "lettered business under headings",
    "OLD BUSINESS:\n\nA. Boat Shed. Ada reported that the roof had been mended.\n\nB. Rope Store. Ben said that it was dry.\n\nNEW BUSINESS:\n\nA. Swan Count. Eight were counted by the warden.\n\nB. Fees 2022. Tabled to June.\n\nADJOURNMENT: The meeting ended at nine.",
    [
      "- OLD BUSINESS",
      "A < ? Boat Shed",
      "B < ? Rope Store",
      "- NEW BUSINESS",
      "A < ? Swan Count",
      "B < ? Fees 2022",
      "- ADJOURNMENT",
    ],
  ],
  [
    "plain headings right over their text",
    "Matters arising\nThe punt has been found and Ada has the oar.\n\nBoat shed roof\nThe felt has lifted.\n\nSwan count\nBen counted eight on the lower lake.\n\nAny other business\nNobody had any.",
    ["- Matters arising", "- Boat shed roof", "- Swan count", "- Any other business"],
  ],
  [
    "the post of who signs",
    "WELCOME\n\nThe chairman welcomed everyone.\n\nSWANS\n\nEight were counted on the lower lake.\n\nCONFIRMED this day\n\nMAYOR",
    ["- WELCOME", "- SWANS"],
  ],
];

describe("items told by headings", () => {
  test.each(ROWS)("%s", async (_name, business, items) => {
    expect(itemsIn(await readBusiness(business))).toEqual(items);
  });
});

test("how clear a heading is, its confidence tells", async () => {
  const part = await readBusiness("**1. Apologies**\n\nNone.\n\n**2. Ducks**\n\nMany.\n\n**3. Weed**\n\nIt grows.");
  expect(part.items.map((item) => item.title?.confidence)).toEqual([0.97, 0.97, 0.97]);
  const bare = await readBusiness("**Quay wall**\n\nIt leans.\n\n**Ducks**\n\nMany.\n\n**Weed**\n\nIt grows.");
  expect(bare.items.map((item) => item.title?.confidence)).toEqual([0.8, 0.8, 0.8]);
});

test("a table of topics with who presents each", async () => {
  const rows = ["Call to order (quorum met)", "Publicity/Outreach", "Boat shed", "Swan count", "Ropes", "Moorings"];
  const cells = rows.map((row) => `<tr><td><b>${row}</b></td><td>Ada Quill</td></tr>`).join("");
  const part = await readPart(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><p>Present: Ada Quill, Ben Marl, Cy Reed</p><table><tr><th>Topic</th><th>Presenter</th></tr>${cells}</table><p>All were told.</p>`,
  );
  expect(itemsIn(part)).toEqual(rows.map((row) => `- ${row}`));
  expect(part.attendance).toHaveLength(3);
});

test("underlined words run into their text", async () => {
  const part = await readPart(
    "<h1>Minutes of the Quay Committee, 4 May 2021</h1><p><u>Minutes</u> These were read and agreed by all.</p><p><u>Matters Arising</u> Ben has mended the mower.</p><p><u>Green</u> The warden said that it was wet.</p><p><u>A.O.B.</u> Ada asked about new mats.</p>",
  );
  expect(itemsIn(part)).toEqual(["- Minutes", "- Matters Arising", "- Green", "- A.O.B"]);
});

test("a table of what was said with the topic of each row, in plain type", async () => {
  const rows = ["Welcome and apologies", "Finance update", "Swans", "Mooring fees"];
  const cells = rows
    .map(
      (row) => `<tr><td>${row}</td><td>Ada</td><td>Ada told the trustees all that she knew of it.</td><td></td></tr>`,
    )
    .join("");
  const part = await readPart(
    `<h1>Minutes of the Quay Trust Board, 4 May 2021</h1><p>Present: Ada Quill, Ben Marl, Cy Reed</p><table><tr><th>TOPIC</th><th>PRESENTER</th><th>DISCUSSION</th><th>ACTION</th></tr>${cells}</table>`,
  );
  expect(itemsIn(part)).toEqual(rows.map((row) => `- ${row}`));
  expect(part.attendance).toHaveLength(3);
});
