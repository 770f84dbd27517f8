/** Whatever a text holds, nothing of it is lost, nothing throws, and every fact stands where it is said to stand. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectDetermined, expectLossless, expectSound } from "./invariants.js";
import { sourceFrom } from "./read-invented.js";

const ODD = [
  "",
  "\n",
  "\r",
  "\r\n\r\n",
  "\0",
  "Present:\0Ada Quill\0",
  "1. \0\n2. \0\n3. \0",
  "😀",
  "1. 😀\n\n2. 🦢🦢\n\n3. 𝔖𝔴𝔞𝔫𝔰",
  "Present: 𝔄𝔡𝔞 Quill, Zoë Núñez, Łukasz O’Brien",
  "\t\t\t",
  "Present:\t\tAda Quill\t\n\tBen Marl\t",
  "a\tb\tc\n\td\t\n\t\te",
  "**",
  "**Present:** **Ada** *Quill*** _x_ ~~y~~ `z`",
  "# \n## \n### 1.\n",
  "| a | b |\n| - | - |\n| 1 |\n| 2 | 3 | 4 |",
  "---\ntitle: Minutes\ndate: 2021-05-04\n---\n",
  "<p><u>Present:</u></p><p>Ada Quill",
  "<table><tr><td>1.<td>Welcome<tr><td>2.</table>",
  "<table><tr><td><table><tr><td>AQ</table><td>x</table>",
  "</p></div>]]><!-- RESOLVED -->",
  "&amp;&nbsp;&#8217;&bogus;",
  "ACTION:",
  "ACTION: : : (Clerk)",
  "RESOLVED: (a) (b) (c)",
  "RESOLVED\n(a)\n(b)",
  "Present:\n,\n;\n()\n–",
  "Apologies: from: by: –",
  "1.\n2.\n3.\n4.",
  "AQ\n\nAQ\n\nAQ",
  "MINUTES\n\nMINUTES\n\nMINUTES",
  "ITEM 1\n\nITEM 2\n\nITEM 3",
  "ACTION LOG\n\nACTION LOG\n\n4 May 2021",
  "No. Item\n\n\n\nNo. Item",
  "99 99 99\n\n31 February 2021\n\n25:61",
  `${"x".repeat(5000)} 1. ${"y ".repeat(3000)}`,
];

/** Words and scraps of which minutes are made. */
const scrap = fc.oneof(
  fc.constantFrom(
    ...[
      "Present:",
      "Apologies",
      "In attendance",
      "RESOLVED:",
      "AGREED that",
      "That the",
      "ACTION:",
      "ACTIONS",
      "Minutes",
      "MINUTES of the",
    ],
    ...[
      "Quay Committee",
      "Town Council",
      "Agenda",
      "ACTION LOG",
      "ITEM 3",
      "No. Item",
      "Any other business",
      "Date of next meeting",
      "HARBOUR DUES",
    ],
    ...[
      "Ada Quill",
      "A Quill",
      "Cllr B Marl (Chair)",
      "AQ",
      "BM/CO",
      "Clerk",
      "the Clerk",
      "Dr Zoë Núñez",
      "and",
      "to",
      "will",
      "agreed to",
      "write",
    ],
    ...[
      "1.",
      "2.",
      "3.",
      "28.",
      "7a",
      "(a)",
      "(b)",
      "(iv)",
      "4.1",
      "24/017",
      "12",
      "4 May 2021",
      "Tuesday",
      "7.30 pm",
      "£1,040.50",
      "41%",
      "by 4 June 2021",
    ],
    ...[
      "proposed by",
      "seconded by",
      "5 in favour",
      "2 against",
      "unanimously",
      "was noted.",
      "It was agreed that",
      "the meeting closed at 9 pm",
    ],
    ...[
      "**",
      "*",
      "_",
      "#",
      "##",
      "- ",
      "• ",
      "|",
      "\t",
      "    ",
      "<p>",
      "</p>",
      "<b>",
      "<table>",
      "<tr><td>",
      "<br>",
      "&amp;",
      "……",
      ":",
      ";",
      ",",
      ".",
      "–",
    ],
  ),
  fc.string({ maxLength: 6, unit: "grapheme" }),
  fc.string({ maxLength: 4, unit: "binary" }),
);
const line = fc.array(scrap, { maxLength: 7 }).map((scraps) => scraps.join(" "));
const text = fc
  .tuple(fc.array(fc.tuple(line, fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n")), { maxLength: 24 }))
  .map(([lines]) => lines.flat().join(""));
const minutes = text.map(
  (rest) =>
    `Minutes of a meeting of the Quay Committee held on 4 May 2021\n\n1. WELCOME\n\n${rest}\n\n2. SWANS\n\n${rest}`,
);

describe("odd texts", () => {
  test.each(ODD.map((odd) => [JSON.stringify(odd).slice(0, 60), odd]))("%s", async (_name, odd) => {
    const source = await sourceFrom(odd);
    expectLossless(source);
    expectSound(source);
    expectDetermined(source);
  });
});

describe.each([
  ["random lines of minute-like words", text],
  ["random lines within minutes", minutes],
])("%s", (_, texts) => {
  test("nothing is lost, nothing throws, every fact stands in the text", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        const source = await sourceFrom(words);
        expectLossless(source);
        expectSound(source);
      }),
      { numRuns: 150 },
    );
  });
});

test("two readings are the same", async () => {
  await fc.assert(
    fc.asyncProperty(minutes, async (words) => {
      expectDetermined(await sourceFrom(words));
    }),
    { numRuns: 50 },
  );
});

test("a text in one piece has one line a paragraph", async () => {
  const source = await sourceFrom("1. Welcome\r\n\r\n2. Close\r\n");
  expect(source.text).toBe("1. Welcome\n2. Close\n");
});

/** Lines as clerks and other writers form them, numbers and names drawn at random. */
const realLine = fc
  .tuple(
    fc.constantFrom(
      "MINUTES OF THE PENMERE QUAY COMMITTEE",
      "Held on Tuesday 4 May 2021 at 7pm in the Sail Loft",
      "AGENDA",
      "ACTION LOG",
      "ITEM #",
      "Annex A: Count of the swans",
      "PRESENT:",
      "Present: @, @ (Chair) and @",
      "Apologies for absence were received from @ and @",
      "In attendance: @ (Clerk)",
      "#. WELCOME",
      "#.2 To consider the rope",
      "#) Swans: they were counted.",
      "(a) That the gate be mended;",
      "RESOLVED: That # swans be counted.",
      "RESOLVED unanimously (proposed by @, seconded by @)",
      "AGREED (# for, 2 against)",
      "ACTION: @ to mend the gate by # June",
      "| Action | Owner | Due |\n| --- | --- | --- |\n| Mend the gate | @ | # May |",
      "AQ",
      "@ reported that # boats had been seen.",
      "00:0#:12 @: I think we're all here, aren't we?",
      "Dear @,",
      "Yours sincerely",
      "Date of next meeting: Tuesday # June 2021 at 7pm",
      "There being no further business the meeting closed at 9.#5pm",
      "Signed ……………… Chairman",
      "",
    ),
    fc.nat({ max: 40 }),
    fc.array(fc.constantFrom("Ada Quill", "Cllr B Marl", "C. Oakes", "Mr and Mrs Pike", "Łukasz O’Brien"), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(([shape, number, names]) => {
    let next = 0;
    return shape.replaceAll("#", String(number)).replaceAll("@", () => names[next++ % 3] ?? "");
  });

test("any mix of real lines is read soundly: every index is that of an item, every place lies in the text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(realLine, { maxLength: 40 }), async (lines) => {
      const source = await sourceFrom(lines.join("\n\n"));
      expectLossless(source);
      const { parts } = expectSound(source);
      for (const part of parts) {
        const places = [...part.decisions, ...part.actions, ...part.tables].flatMap(({ item }) => item ?? []);
        const parents = part.items.flatMap(({ parent }, own) => (parent === null ? [] : [{ parent, own }]));
        expect(places.filter((place) => place >= part.items.length)).toEqual([]);
        expect(parents.filter(({ parent, own }) => parent >= own)).toEqual([]);
        if (part.kind === "other" || part.kind === "report") expect(part.items.length + part.attendance.length).toBe(0);
      }
    }),
    { numRuns: 60 },
  );
});
