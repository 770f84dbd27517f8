/** Ways in which clerks number business, and what hangs on the numbers. */

import { describe, expect, test } from "vitest";
import { itemsIn, readBusiness } from "../read-invented.js";

type Row = readonly [name: string, business: string, items: readonly string[]];

const WAYS: readonly Row[] = [
  [
    "a letter for the part of the agenda, and a number behind it",
    "A. OPENING BUSINESS\n\nA1 Apologies. None were received.\n\nA2 Matters arising. The Clerk said that there was nothing to report.\n\nB. FOR DISCUSSION\n\nB1 Tow path. It was said to be muddy.\n\nB2 Ducks. There were many of them.\n\nC. CLOSING BUSINESS\n\nThe meeting closed.",
    [
      "A OPENING BUSINESS",
      "A1 < A Apologies",
      "A2 < A Matters arising",
      "B FOR DISCUSSION",
      "B1 < B Tow path",
      "B2 < B Ducks",
      "C CLOSING BUSINESS",
    ],
  ],
  [
    "numbered paragraphs under headings without numbers",
    "WELCOME\n\n1.1 Ada Quill opened the meeting.\n\nTOW PATH\n\n2.1 It was muddy.\n\n2.2 Ben Marl asked who had cut the reeds.\n\nDUCKS\n\n3.1 There were many.\n\nCLOSE OF MEETING\n\n4.1 The meeting closed.",
    ["- WELCOME", "- TOW PATH", "- DUCKS", "- CLOSE OF MEETING"],
  ],
  [
    "planning applications counted in roman numbers",
    "1. Apologies\n\nNone.\n\n2. Planning\n\n(i) 21/00713/FUL Stables, Beck Farm. No objections.\n\n(ii) 21/00790/HSE Shed, 4 Mill Lane. No objections.\n\n3. Ducks\n\nMany.",
    [
      "1 Apologies",
      "2 Planning",
      "2i < 2 21/00713/FUL Stables, Beck Farm",
      "2ii < 2 21/00790/HSE Shed, 4 Mill Lane",
      "3 Ducks",
    ],
  ],
  ["a bracket", "1) Apologies\n\nNone.\n\n2) Tow path\n\nMuddy.\n\n3) Close", ["1 Apologies", "2 Tow path", "3 Close"]],
  [
    "both brackets",
    "(1) Apologies\n\nNone.\n\n(2) Tow path\n\nMuddy.\n\n(3) Ducks\n\nMany.",
    ["1 Apologies", "2 Tow path", "3 Ducks"],
  ],
  [
    "a dash",
    "1 - Apologies\n\nNone.\n\n2 - Tow path\n\nMuddy.\n\n3 - Ducks\n\nMany.",
    ["1 Apologies", "2 Tow path", "3 Ducks"],
  ],
  [
    "letters in front",
    "C.45 Apologies\n\nNone.\n\nC.46 Tow path\n\nMuddy.\n\nC.47 Ducks\n\nMany.",
    ["C.45 Apologies", "C.46 Tow path", "C.47 Ducks"],
  ],
  [
    "the year in front",
    "2021-104 Apologies\n\nNone.\n\n2021-105 Tow path\n\nMuddy.\n\n2021-106 Ducks\n\nMany.",
    ["2021-104 Apologies", "2021-105 Tow path", "2021-106 Ducks"],
  ],
  [
    "the year behind",
    "104/21 Apologies\n\nNone.\n\n105/21 Tow path\n\nMuddy.\n\n106/21 Ducks\n\nMany.",
    ["104/21 Apologies", "105/21 Tow path", "106/21 Ducks"],
  ],
  [
    "committee, year and number",
    "FC21/45 Apologies\n\nNone.\n\nFC21/46 Tow path\n\nMuddy.\n\nFC21/47 Ducks\n\nMany.",
    ["FC21/45 Apologies", "FC21/46 Tow path", "FC21/47 Ducks"],
  ],
  [
    "month, year and number",
    "05.21.01 Apologies\n\nNone.\n\n05.21.02 Tow path\n\nMuddy.\n\n05.21.03 Ducks\n\nMany.",
    ["05.21.01 Apologies", "05.21.02 Tow path", "05.21.03 Ducks"],
  ],
  [
    "large romans",
    "I. APOLOGIES\n\nNone.\n\nII. TOW PATH\n\nMuddy.\n\nIII. DUCKS\n\nMany.\n\nIV. CLOSE",
    ["I APOLOGIES", "II TOW PATH", "III DUCKS", "IV CLOSE"],
  ],
  [
    "large letters",
    "A. APOLOGIES\n\nNone.\n\nB. TOW PATH\n\nMuddy.\n\nC. DUCK COUNT\n\nMany.\n\nD. ADJOURNMENT",
    ["A APOLOGIES", "B TOW PATH", "C DUCK COUNT", "D ADJOURNMENT"],
  ],
  [
    "topics",
    "Discussion topic 1: weed on the reach\n\nIt grew.\n\nDiscussion topic 2: swans\n\nThey were counted.",
    ["1 weed on the reach", "2 swans"],
  ],
  [
    "minute numbers",
    "Minute No. 12 Apologies\n\nNone.\n\nMinute No. 13 Tow path\n\nMuddy.\n\nMinute No. 14 Ducks\n\nMany.",
    ["12 Apologies", "13 Tow path", "14 Ducks"],
  ],
  [
    "the number under its title",
    "Weed on the reach\n(Item 1)\n\nIt grew.\n\nSwan census\n(Item 2)\n\nEight.\n\nMooring dues\n(Item 3)\n\nDue.",
    ["1 Weed on the reach", "2 Swan census", "3 Mooring dues"],
  ],
  [
    "tenths",
    "1.0 APOLOGIES\n\n1.1 None were sent by anyone, the secretary said.\n\n2.0 TOW PATH\n\n2.1 It was muddy, the warden said.\n\n3.0 DUCKS",
    ["1.0 APOLOGIES", "2.0 TOW PATH", "3.0 DUCKS"],
  ],
  [
    "no outer number at all",
    "1.1 Apologies\n\nNone.\n\n1.2 Interests\n\nNone.\n\n2.1 Tow path\n\nMuddy.\n\n2.2 Ducks\n\nMany.",
    ["1.1 Apologies", "1.2 Interests", "2.1 Tow path", "2.2 Ducks"],
  ],
  [
    "a list anew below each heading, the last longer than the one before",
    "MATTERS ARISING\n1. The towpath was mown.\nPLANNING\n1. Boathouse. New roof. No objection.\n2. Quay Row. Fence. No objection.\nCORRESPONDENCE\n1. A letter about moorings.\n2. A letter about geese.\n3. A leaflet on weed.\n4. A note of thanks.\n5. A map of the locks.\n6. A bill for paint.\n7. A poster.\nANY OTHER BUSINESS\n1. The bridge is loose.",
    ["- MATTERS ARISING", "- PLANNING", "- CORRESPONDENCE", "- ANY OTHER BUSINESS"],
  ],
  [
    "letters in front of one and the same label",
    "1. Apologies\n\nNone.\n\n2. Plan\n\n(A) Aim: to mow the reach twice a year.\n\n(B) Aim: to count the ducks.\n\n3. Close",
    ["1 Apologies", "2 Plan", "3 Close"],
  ],
  [
    "a list run on behind the title",
    "1. Apologies\n\nNone.\n\n2. Correspondence i. A letter had come about moorings. ii. The lock keeper wrote.\n\n3. Slipway repairs a. The ramp was swept. b. A chain is missing.\n\n4. Close",
    ["1 Apologies", "2 Correspondence", "3 Slipway repairs", "4 Close"],
  ],
];

const SLIPS: readonly Row[] = [
  [
    "a number twice",
    "1. APOLOGIES\n\nNone.\n\n2. TOW PATH\n\nMuddy.\n\n2. DUCKS\n\nMany.\n\n3. CLOSE",
    ["1 APOLOGIES", "2 TOW PATH", "2 DUCKS", "3 CLOSE"],
  ],
  [
    "a stop forgotten",
    "05.21.01 Apologies\n\nNone.\n\n05.21 02 Tow path\n\nMuddy.\n\n05.21.03 Ducks\n\nMany.",
    ["05.21.01 Apologies", "05.21 02 Tow path", "05.21.03 Ducks"],
  ],
  [
    "the last with a number of long ago",
    "6. TOW PATH\n\nMuddy.\n\n7. DUCKS\n\nMany.\n\n8. WEED\n\nGrows.\n\n4. DATE OF NEXT MEETING\n\n3 June.",
    ["6 TOW PATH", "7 DUCKS", "8 WEED", "4 DATE OF NEXT MEETING"],
  ],
  [
    "a second count",
    "1. APOLOGIES\n\nNone.\n\n2. TOW PATH\n\nMuddy.\n\n3. DUCKS\n\nMany.\n\nPRIVATE BUSINESS\n\n1. STAFF PAY\n\nRaised.\n\n2. LEGAL CLAIM\n\nLost.",
    ["1 APOLOGIES", "2 TOW PATH", "3 DUCKS", "- PRIVATE BUSINESS", "1 STAFF PAY", "2 LEGAL CLAIM"],
  ],
];

const NESTED: readonly Row[] = [
  [
    "i behind h is a letter",
    `4. Matters arising:\n\n${[..."abcdefghij"].map((letter) => `${letter}) Berth ${letter.toUpperCase()} - the ladder was mended.`).join("\n")}\n\n5. Ducks\n\nMany.\n\n6. Close`,
    [
      "4 Matters arising",
      ...[..."abcdefghij"].map((letter) => `4${letter} < 4 Berth ${letter.toUpperCase()}`),
      "5 Ducks",
      "6 Close",
    ],
  ],
  [
    "romans below letters",
    "2. MATTERS ARISING\n\na) Banking\n\nTwo things were told.\n\ni) Cash machine\n\nIt is empty.\n\nii) Counter\n\nIt is shut.\n\nb) Library\n\nIt is open.\n\n3. CLOSE\n\n4. TEA",
    [
      "2 MATTERS ARISING",
      "2a < 2 Banking",
      "2ai < 2a Cash machine",
      "2aii < 2a Counter",
      "2b < 2 Library",
      "3 CLOSE",
      "4 TEA",
    ],
  ],
  [
    "letters in front of sentences are paragraphs",
    "2. WEED\n\na) It has grown on both banks.\n\nb) Nobody has cut it since June.\n\nc) The rakes: they are lost.\n\n3. DUCKS\n\n4. CLOSE",
    ["2 WEED", "3 DUCKS", "4 CLOSE"],
  ],
  [
    "the number of the item again",
    "SC21/13 REPORTS\n\nSC21/13.1 Harbour master\n\nHe told of the ice.\n\nSC21/13.2 Warden\n\nShe told of the weed.\n\nSC21/14 DUCKS\n\nMany.\n\nSC21/15 CLOSE",
    [
      "SC21/13 REPORTS",
      "SC21/13.1 < SC21/13 Harbour master",
      "SC21/13.2 < SC21/13 Warden",
      "SC21/14 DUCKS",
      "SC21/15 CLOSE",
    ],
  ],
  [
    "large letters below romans",
    "V. FRIENDS\n\nThey sold books.\n\nVI. OLD BUSINESS\n\nA. Strategic plan\n\nIt is late.\n\nB. Meeting room policy\n\nIt was read.\n\nVII. ADJOURNMENT",
    ["V FRIENDS", "VI OLD BUSINESS", "VIA < VI Strategic plan", "VIB < VI Meeting room policy", "VII ADJOURNMENT"],
  ],
  [
    "planning applications",
    "7. PLANNING\n\na) 21/00417/FUL Dairy Cottage, Mill Lane. Porch and log store.\n\nNo objection.\n\nb) 21/00052/HH 2 Church Street. Raised roof.\n\nNo objection.\n\n8. DUCKS\n\nMany.\n\n9. CLOSE",
    [
      "7 PLANNING",
      "7a < 7 21/00417/FUL Dairy Cottage, Mill Lane. Porch and log store",
      "7b < 7 21/00052/HH 2 Church Street. Raised roof",
      "8 DUCKS",
      "9 CLOSE",
    ],
  ],
];

const TITLES: readonly Row[] = [
  [
    "a sentence without a mark before it",
    "1. Openness Notice The Chairman read the notice aloud.\n2. Ducks Councillor Marl had counted eight.\n3. Close It was late.",
    ["1 Openness Notice", "2 Ducks", "3 Close"],
  ],
  [
    "capitals, then text",
    "1. GREEN. Ada said that it was wet.\n2. BAR The till was short.\n3. NEXT MEETING 21st June in the shed.",
    ["1 GREEN", "2 BAR", "3 NEXT MEETING"],
  ],
  [
    "an outcome behind a dash",
    "1. Lettings – approved, new rates from June\n2. Ducks – noted\n3. Close – none",
    ["1 Lettings", "2 Ducks", "3 Close"],
  ],
  [
    "a second half of the title",
    "1. Strategy refresh: priorities for 2021\n\nTold.\n\n2. CCTV Lamp Testing\n\nDone.\n\n3. Quay Wall - Stone Testing. The mason had tested it.",
    ["1 Strategy refresh: priorities for 2021", "2 CCTV Lamp Testing", "3 Quay Wall - Stone Testing"],
  ],
  [
    "a remark in brackets",
    "1. Elections (neither of the posts was contested by more than one): they were held.\n2. Ducks: many were seen.\n3. Close: it was late.",
    ["1 Elections", "2 Ducks", "3 Close"],
  ],
];

const BESIDE: readonly Row[] = [
  [
    "a heading like the others that lost its number",
    "**1. Apologies**\n\nNone were sent.\n\n**2. Tow path**\n\nIt is muddy.\n\n**Matters arising**\n\nThe bench was mended.\n\n**3. Ducks**\n\nMany came.\n\n**4. Weed**\n\nIt grows.",
    ["1 Apologies", "2 Tow path", "- Matters arising", "3 Ducks", "4 Weed"],
  ],
  [
    "sub-headings are no items",
    "1. REPORTS\n\nTwo were heard.\n\n**Harbour master**\n\nHe told of the ice.\n\n**Warden**\n\nShe told of the weed.\n\n2. DUCKS\n\nMany came.\n\n3. CLOSE\n\nIt was late.",
    ["1 REPORTS", "2 DUCKS", "3 CLOSE"],
  ],
  [
    "numbered headings that only group",
    "1. APOLOGIES\n\n2. REPORTS\n\n**Harbour master**\n\nHe told of the ice.\n\n**Warden**\n\nShe told of the weed.\n\n**Ferry**\n\nIt ran.\n\n**Slipway**\n\nIt was wet.\n\n3. CLOSE",
    ["1 APOLOGIES", "2 REPORTS", "- Harbour master", "- Warden", "- Ferry", "- Slipway", "3 CLOSE"],
  ],
  [
    "the next meeting below the last number",
    "1. APOLOGIES\n\nNone.\n\n2. DUCKS\n\nMany.\n\n3. WEED\n\nGrows.\n\nDate of next meeting – the next meeting will be held on 8 June 2021.",
    ["1 APOLOGIES", "2 DUCKS", "3 WEED", "- Date of next meeting"],
  ],
];

describe.each([
  ["ways to number", WAYS],
  ["slips of the clerk", SLIPS],
  ["what is nested", NESTED],
  ["where titles end", TITLES],
  ["headings beside numbers", BESIDE],
])("%s", (_, rows) => {
  test.each(rows)("%s", async (_name, business, items) => {
    expect(itemsIn(await readBusiness(business))).toEqual(items);
  });
});
