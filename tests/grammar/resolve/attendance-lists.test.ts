import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { peopleIn, readInvented } from "../read-invented.js";

const TITLE = "Minutes of a meeting of the Penmere Quay and Harbour Committee held on Tuesday 4 May 2021\n\n";
const BUSINESS = [
  "2. Swans",
  "The swans were counted and Peter Parr fed them, which took rather longer than anybody had thought,\nbecause the pontoon had come loose in the night and nobody could find the key of the shed in which\nthe boat is kept over the winter months.",
  "3. Bridge",
  "The bridge was painted.",
  "4. Close",
].join("\n\n");

/** Ways of listing people, one below the other: "=== name", the minutes, "---", the people found. */
const cases = readFileSync(new URL("attendance-lists.txt", import.meta.url), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [head = "", people = ""] = block.split(/^---$/m);
    const [name = "", ...lines] = head.split("\n");
    return [name, lines.join("\n").replaceAll("\\t", "\t").trim(), people.trim().split("\n")] as const;
  });

test.each(cases)("%s", async (_, list, people) => {
  const isWhole = /^[<#]/.test(list);
  const first = /^1\. /m.test(list) ? "" : "1. Welcome\n\nThe Chair welcomed all.\n\n";
  const { parts } = await readInvented(isWhole ? list : `${TITLE}${list}\n\n${first}${BUSINESS}`);
  expect(parts.flatMap(peopleIn)).toEqual(people);
});
