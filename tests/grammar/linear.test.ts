/** Parsing grows with the document and no faster: what patterns match and read is counted, not time, on one text and on one twice as long. */

import { expect, test } from "vitest";
import { extract } from "../../src/extractors/index.js";
import { parseMinutes } from "../../src/grammar/index.js";

test("twice the business takes twice the matches of patterns", async () => {
  const [short, long] = [await workFor(minutesOf(40)), await workFor(minutesOf(80))];
  expect(long.matches / short.matches).toBeLessThan(2.15);
  expect(long.characters / short.characters).toBeLessThan(2.15);
});

test("twice the meetings in one text give the patterns twice as much to read", async () => {
  const [short, long] = [await workFor(meetings(10)), await workFor(meetings(20))];
  expect(long.matches / short.matches).toBeLessThan(2.15);
  expect(long.characters / short.characters).toBeLessThan(2.15);
});

/** How often patterns are matched while a text is parsed, and how many characters they go through. */
async function workFor(text: string): Promise<{ matches: number; characters: number }> {
  const extraction = await extract("long.txt", new TextEncoder().encode(text));
  if (!extraction.isRead) throw new Error("the minutes were not read");
  let matches = 0;
  let characters = 0;
  const { exec } = RegExp.prototype;
  // `test`, `replace`, `match` and `split` all go through `exec`.
  RegExp.prototype.exec = function counted(words) {
    matches++;
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, words);
    characters += (match === null ? (this.sticky ? from : words.length) : match.index + match[0].length) - from;
    return match;
  };
  try {
    parseMinutes(extraction.source);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return { matches, characters };
}

function meetings(count: number): string {
  return Array.from({ length: count }, () => minutesOf(3)).join("\n\n");
}

function minutesOf(items: number): string {
  const business = Array.from({ length: items }, (_, item) => [
    `${item + 1}. THE ROPE OF BERTH ${item + 1}`,
    `The Clerk reported that the rope of berth ${item + 1} had been mended on 3 May.`,
    `RESOLVED: That the lease of berth ${item + 1} be renewed for a year.`,
    "ACTION: Ben Marl to write to the tenant by 1 June",
  ]).flat();
  return [
    "MINUTES of the Penmere Quay Committee",
    "Tuesday 4 May 2021 at 7.00pm in the Sail Loft",
    "Present: Ada Quill (Chair), Ben Marl, Cora Oakes",
    ...business,
  ].join("\n\n");
}
