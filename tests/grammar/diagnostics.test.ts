/** Each code that the grammar can give, with a text that gives it. */

import { expect, test } from "vitest";
import { DIAGNOSTICS, type DiagnosticCode } from "../../src/model/diagnostic.js";
import { readInvented } from "./read-invented.js";

const TITLE = "Minutes of a meeting of the Penmere Quay and Harbour Committee held on Tuesday 4 May 2021\n\n";
const REST = "\n\n2. SWANS\n\nCounted.\n\n3. CLOSE";

const GIVEN: readonly (readonly [DiagnosticCode, string])[] = [
  ["document/no-minutes", "Dear Sir\n\nThank you for the rope."],
  [
    "document/other-language",
    `Procès-verbal du conseil municipal\n\n${"Le conseil décide de retenir la proposition de la commission pour les travaux de la toiture. ".repeat(6)}`,
  ],
  ["meeting/no-date", `Minutes of the Penmere Quay Committee\n\n1. WELCOME${REST}`],
  ["meeting/no-body", `Minutes\n\n4 May 2021\n\n1. WELCOME${REST}`],
  ["meeting/weekday-mismatch", `${TITLE.replace("Tuesday", "Monday")}1. WELCOME${REST}`],
  ["items/number-gap", `${TITLE}1. WELCOME\n\n2. SWANS\n\n4. CLOSE`],
  ["action/no-owner", `${TITLE}1. WALL\n\nACTION: find out who built it${REST}`],
  ["action/owner-ambiguous", `${TITLE}Present: Ada Quill, Alan Quince\n\n1. WALL\n\nACTION: AQ to prop it${REST}`],
  [
    "action/margin-unpaired",
    "<h1>Minutes of the Quay Committee, 4 May 2021</h1><table><tr><th>Min Ref</th><th>Narrative</th><th>Officer Resp.</th></tr><tr><td>1.</td><td><b>Weed</b><p>The weed is long and it was longer still last year.</p></td><td>AQ<br>BM</td></tr><tr><td>2.</td><td><b>Swans</b><p>Counted.</p></td><td></td></tr></table>",
  ],
];

/** What else is told of lists and numbers. */
const LISTS: readonly (readonly [DiagnosticCode, string])[] = [
  ["items/number-repeated", `${TITLE}1. WELCOME\n\n2. WALL\n\n2. SWANS\n\n3. CLOSE`],
  [
    "attendance/unpaired",
    `${TITLE}PRESENT:\n\nAda Quill\nBen Marl\nCora Oakes\n\nPenmere Town Council\nPenmere Rowing Club\n\n1. WALL${REST}`,
  ],
  ["attendance/unread-entry", `${TITLE}PRESENT:\n\nAda Quill\nas on the sheet\nBen Marl\n\n1. WALL${REST}`],
];

const PRESENT = "Present: Ada Quill, Ben Marl, Cora Oakes\n\n";

/** What is said in one place and denied in another. */
const CONTRADICTIONS: readonly (readonly [DiagnosticCode, string])[] = [
  ["attendance/present-and-away", `${TITLE}${PRESENT}Apologies: Ben Marl\n\n1. WALL${REST}`],
  [
    "decision/mover-not-present",
    `${TITLE}${PRESENT}1. WALL\n\nProposed by Cllr Dan Pike, seconded by Cllr Marl and resolved that it be built.${REST}`,
  ],
  [
    "decision/votes-exceed-present",
    `${TITLE}${PRESENT}1. WALL\n\nRESOLVED: That it be built (5 votes for, 2 against).${REST}`,
  ],
  ["action/owner-not-present", `${TITLE}${PRESENT}1. WALL\n\nACTION: Dan Pike to build it${REST}`],
];

async function codesOf(text: string): Promise<DiagnosticCode[]> {
  return (await readInvented(text)).diagnostics.map(({ code }) => code);
}

test.each(GIVEN)("%s", async (code, text) => {
  expect(await codesOf(text)).toContain(code);
});

test.each(LISTS)("%s", async (code, text) => {
  expect(await codesOf(text)).toContain(code);
});

test.each(CONTRADICTIONS)("%s", async (code, text) => {
  expect(await codesOf(text)).toContain(code);
});

test.each([
  [
    "a surname, initials and a post stand for those who came",
    "Proposed by Cllr Marl, seconded by AQ and resolved that it be built.\n\nACTION: the Clerk to build it",
  ],
  ["a name one letter off is the same", "Proposed by Cllr Marle, seconded by Cllr Qill and resolved that it be built."],
  ["votes within those present", "RESOLVED: That it be built (2 votes for, 1 against)."],
])("nothing contradicts: %s", async (_name, business) => {
  const codes = await codesOf(`${TITLE}${PRESENT}1. WALL\n\n${business}${REST}`);
  expect(codes.filter((code) => CONTRADICTIONS.some(([other]) => other === code))).toEqual([]);
});

test("no code of the grammar is without a text", () => {
  const own = Object.keys(DIAGNOSTICS).filter((code) => /^(?:meeting|items|attendance|decision|action)\//.test(code));
  const shown = [...GIVEN, ...LISTS, ...CONTRADICTIONS].map(([code]) => code);
  expect(own.filter((code) => !shown.includes(code as DiagnosticCode))).toEqual([]);
});
