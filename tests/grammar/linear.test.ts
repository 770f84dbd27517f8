/** Parsing grows with the document and no faster: matches of patterns are counted, not time, on one meeting and on one twice as long. */

import { expect, test } from "vitest";
import { extract } from "../../src/extractors/index.js";
import { parseMinutes } from "../../src/grammar/index.js";

test("twice the business takes twice the matches of patterns", async () => {
  const [short, long] = [await matchesFor(40), await matchesFor(80)];
  expect(long / short).toBeLessThan(2.15);
});

/** How often a pattern is matched while minutes of so many items are parsed. */
async function matchesFor(items: number): Promise<number> {
  const extraction = await extract("long.txt", new TextEncoder().encode(minutesOf(items)));
  if (!extraction.isRead) throw new Error("the minutes were not read");
  let matches = 0;
  const { exec } = RegExp.prototype;
  // `test`, `replace`, `match` and `split` all go through `exec`.
  RegExp.prototype.exec = function counted(text) {
    matches++;
    return exec.call(this, text);
  };
  try {
    parseMinutes(extraction.source);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return matches;
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
