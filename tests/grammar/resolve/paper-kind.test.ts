/** Papers that are no minutes, and minutes that look a little like something else. */

import { expect, test } from "vitest";
import { readInvented } from "../read-invented.js";

const KINDS: readonly (readonly [string, string, string])[] = [
  [
    "minutes in Welsh",
    "other",
    "Cyngor Cymuned Llanfedw\n\nCofnodion y cyfarfod a gynhaliwyd nos Fawrth 4 Mai 2021 yn y neuadd am saith o'r gloch\n\nPresennol: Alun Prys, Beti Huws\n\n1. Ymddiheuriadau\n\nDerbyniwyd ymddiheuriadau gan Carys Lloyd, a oedd yn methu bod yn bresennol oherwydd salwch.\n\n2. Y parc\n\nPenderfynwyd gofyn am bris ar gyfer trwsio'r ffens o amgylch y parc chwarae cyn diwedd y mis nesaf, ac i ofyn i'r clerc ysgrifennu at y cyngor sir ynglŷn â'r llwybr.\n\n3. Y cyfarfod nesaf\n\nBydd y cyfarfod nesaf nos Fawrth 1 Mehefin 2021 yn yr un lle ac ar yr un amser.",
  ],
  [
    "an agenda that nothing names so",
    "agenda",
    "Penmere Quay Committee\n\nYou are summoned to attend a meeting of the Committee on Tuesday 4 May 2021 at 7pm in the Sail Loft.\n\n1. To receive apologies\n\n2. To approve the minutes of the last meeting\n\n3. To consider the price of rope",
  ],
  [
    "an agenda on which the minutes are written",
    "minutes",
    "AGENDA\n\nPenmere Quay Committee, Tuesday 4 May 2021\n\nPresent: Ada Quill, Ben Marl\n\n1. To receive apologies\n\nNone were received.\n\n2. To consider the price of rope\n\nRESOLVED: That no rope be bought.\n\nThe meeting closed at 8pm.",
  ],
  [
    "minutes that quote a letter",
    "minutes",
    "Minutes of the Penmere Quay Committee, Tuesday 4 May 2021\n\nPresent: Ada Quill, Ben Marl\n\n1. Correspondence\n\nThe Chair read out a letter:\n\nDear Ada,\n\nI am writing to thank you for the rope.\n\nYours sincerely,\n\nCora Oakes\n\nIt was agreed to reply.",
  ],
  [
    "notes that give what each said",
    "minutes",
    "Notes of the Penmere Quay Committee, 4 May 2021\n\nPresent: Ada, Ben, Cora\n\n# Rope\n\nAda: I think we need more of it, don't we?\n\nBen: We're out of money, so let's wait.\n\nCora: Okay by me, I'll ask again in June.\n\nAGREED: to wait until June.",
  ],
  [
    "captions of a recording",
    "other",
    `WEBVTT\n\n${[
      "I think we're all here",
      "Okay let's start",
      "Can you hear me",
      "Yes I can hear you fine",
      "Right, the rope",
      "I don't like the rope",
      "Nobody likes it",
      "Then we're agreed, thank you",
    ]
      .map(
        (words, index) =>
          `00:00:0${index}.000 --> 00:00:0${index + 1}.000\n${index % 2 === 0 ? "Ada" : "Ben"}: ${words}`,
      )
      .join("\n\n")}`,
  ],
];

test.each(KINDS)("%s", async (_name, kind, text) => {
  const { parts } = await readInvented(text);
  expect(parts.map((part) => part.kind)).toEqual([kind]);
});
