import { describe, expect, test } from "vitest";
import { actionsIn, decisionsIn, itemsIn, peopleIn, readInvented } from "../read-invented.js";

const MINUTES =
  "Present: Ada Quill, Ben Marl\n\n1. Welcome\n\nYes.\n\n2. Swans\n\nRESOLVED: That swans be counted.\n\n3. Close";
const AGENDA =
  "AGENDA\n\nPenmere Quay Committee\nTuesday 1 June 2021 at 7.30 pm\n\n1. Welcome\n\n2. Dredging\n\n3. Close";

test("minutes alone are one part", async () => {
  const { parts } = await readInvented(`MINUTES\n\nPenmere Quay Committee\nTuesday 4 May 2021\n\n${MINUTES}`);
  expect(parts.map((part) => part.kind)).toEqual(["minutes"]);
});

test("an agenda and the minutes of the meeting before it", async () => {
  const { parts } = await readInvented(
    `${AGENDA}\n\nMINUTES\n\nPenmere Quay Committee\nTuesday 4 May 2021\n\n${MINUTES}`,
  );
  expect(parts.map((part) => `${part.kind} ${part.body?.value} ${part.date?.value}`)).toEqual([
    "agenda Penmere Quay Committee 2021-06-01",
    "minutes Penmere Quay Committee 2021-05-04",
  ]);
  expect(parts.map(itemsIn)).toEqual([
    ["1 Welcome", "2 Dredging", "3 Close"],
    ["1 Welcome", "2 Swans", "3 Close"],
  ]);
  expect(parts.map((part) => peopleIn(part).length)).toEqual([0, 2]);
  expect(parts.map((part) => decisionsIn(part).length)).toEqual([0, 1]);
});

test("a pack with tab pages: minutes, a report, an action log", async () => {
  const { parts } = await readInvented(
    `ITEM 3\n\nMinutes of a meeting of the Penmere Quay Committee held on Tuesday 4 May 2021\n\n${MINUTES}\n\nITEM 4\n\nReport on dredging\n\nThe silt is deep and it is getting deeper every year that passes.\n\nITEM 5\n\nPENMERE QUAY COMMITTEE\n\nACTION LOG\n\nAction\tLead\tStatus\nWrite to the mason\tAda Quill\tComplete\nCount the swans\tBen Marl\tOpen\n`,
  );
  expect(parts.map((part) => part.kind)).toEqual(["minutes", "report", "action_log"]);
  expect(parts[1]?.title?.value).toBe("Report on dredging");
  expect(parts[1]?.items).toEqual([]);
  expect(parts.flatMap(actionsIn)).toEqual(["- [Ada Quill] Write to the mason", "- [Ben Marl] Count the swans"]);
});

test("an action log inside minutes is a part of its own, and the minutes go on behind it", async () => {
  const { parts } = await readInvented(
    "MINUTES\n\nPenmere Quay Committee\nTuesday 4 May 2021\n\n1. WELCOME\n\nYes.\n\n2. ACTIONS\n\nPENMERE QUAY COMMITTEE\n\nACTION LOG\n\n6 April 2021\n\nThat a letter be written to the mason\n\nAda Quill\n\nComplete\n\n3. SWANS\n\nCounted.\n\n4. CLOSE",
  );
  expect(parts.map((part) => part.kind)).toEqual(["minutes", "action_log"]);
  expect(parts.map(itemsIn)).toEqual([["1 WELCOME", "2 ACTIONS", "3 SWANS", "4 CLOSE"], []]);
});

describe("what is not minutes", () => {
  test.each([
    ["a letter", "Dear Sir\n\nThank you for the rope.\n\nYours, A Quill"],
    ["a shopping list", "Rope\n\nTar\n\nPaint"],
  ])("%s", async (_name, text) => {
    const { parts, diagnostics } = await readInvented(text);
    expect(parts.map((part) => part.kind)).toEqual(["other"]);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["document/no-minutes"]);
  });

  test("numbered usual business without a title is minutes all the same", async () => {
    const { parts } = await readInvented(
      "1. WELCOME\n\nYes.\n\n2. APOLOGIES FOR ABSENCE\n\nNone.\n\n3. ANY OTHER BUSINESS\n\nNone.",
    );
    expect(parts.map((part) => part.kind)).toEqual(["minutes"]);
  });
});

test("a short title that names the body begins the minutes behind an agenda", async () => {
  const { parts } = await readInvented(
    `${AGENDA}\n\nMINUTES OF THE PENMERE QUAY COMMITTEE\n\nHeld on Tuesday 4 May 2021\n\n${MINUTES}`,
  );
  expect(parts.map((part) => part.kind)).toEqual(["agenda", "minutes"]);
});

const TITLE = "# Minutes of the Penmere Quay Committee held on Tuesday 4 May 2021";

/** Kind and what it calls itself or its body, with the items. */
const SPLITS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "an annex behind the minutes is a report with its title",
    `${TITLE}\n\n${MINUTES}\n\n**Annex A: Count of the swans**\n\nThere were eleven at the slip.\n\nThere were four at the weir.`,
    ["minutes: Welcome, Swans, Close", "report Annex A: Count of the swans: "],
  ],
  [
    "an appendix behind which the minutes go on is none",
    `${TITLE}\n\n1. Welcome\n\nYes.\n\n**Appendix 1: Count of the swans**\n\nThere were eleven.\n\nThere were four.\n\n## 2. Swans\n\nNoted.\n\n## 3. Close`,
    ["minutes: Welcome, Swans, Close"],
  ],
  [
    "agenda and minutes of one meeting under one head",
    "# Penmere Quay Committee\n\n4 May 2021\n\n## Agenda\n\n- Swans\n- Rope\n\n## Minutes\n\n### Attendance\n\nAda Quill, Ben Marl, Cora Oakes\n\n### Swans\n\nIt was agreed to count them.\n\n### Rope\n\nNobody had any.",
    ["agenda: Swans, Rope", "minutes: Swans, Rope"],
  ],
  [
    "the minutes of another meeting are no part where nobody came to it",
    `${TITLE}\n\n**Present:** Ada Quill, Ben Marl\n\n## Welcome\n\nYes.\n\n## Minutes of the Annual Meeting of the Committee held on 6 May 2020\n\nThey were approved.\n\n## Swans\n\nCounted.`,
    ["minutes: Welcome, Swans"],
  ],
  [
    "two meetings of one evening",
    `${TITLE}\n\n${MINUTES}\n\n# Minutes of the Penmere Swans Sub-Committee held on Tuesday 4 May 2021\n\n${MINUTES}`,
    ["minutes: Welcome, Swans, Close", "minutes: Welcome, Swans, Close"],
  ],
];

test.each(SPLITS)("%s", async (_name, text, expected) => {
  const { parts } = await readInvented(text);
  const found = parts.map((part) => {
    const title = part.kind === "report" ? ` ${part.title?.value}` : "";
    return `${part.kind}${title}: ${part.items.map((item) => item.title?.value).join(", ")}`;
  });
  expect(found).toEqual(expected);
});

test("minutes under an agenda's head have its body and day", async () => {
  const { parts } = await readInvented(SPLITS[2]?.[1] ?? "");
  expect(parts.map((part) => `${part.body?.value} ${part.date?.value}`)).toEqual([
    "Penmere Quay Committee 2021-05-04",
    "Penmere Quay Committee 2021-05-04",
  ]);
});

test("fields of front matter that hold agenda and minutes", async () => {
  const { parts } = await readInvented(
    "---\ntitle: Penmere Quay Committee\nstart: 2021-05-04T19:00:00Z\ngroups:\n  - Swans\nagenda: |-\n  * Swans\n  * Rope\nminutes: >-\n  ### Attendance\n\n  Ada Quill, Ben Marl, Cora Oakes\n\n  ### Swans\n\n  It was agreed to count them.\n---\n\n\u200b\n",
  );
  expect(parts.map((part) => `${part.kind} ${part.date?.value} ${itemsIn(part)}`)).toEqual([
    "agenda 2021-05-04 - Swans,- Rope",
    "minutes 2021-05-04 - Swans",
  ]);
});
