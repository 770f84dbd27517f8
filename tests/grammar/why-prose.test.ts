/** Why a line from which nothing was read is prose. */

import { expect, test } from "vitest";
import { explainLines } from "../../src/grammar/index.js";
import { sourceFrom } from "./read-invented.js";

test.each([
  ["The rings are rusty and everybody knows it.", /^no marker, label or number in front of it, .*no sentence in it/],
  ["Two clerks have agreed with each other for years.", /^“agreed” stands in it, but not in the form of a decision/],
  ["It was agreed that the rings be counted.", /^like a decision \(decision\/[\w-]+\), but it does not count/],
  ["MS to count the rings.", /^like a task \(“MS to …”\)/],
  ["In the end it will rust.", /^“will” stands in it, but no name/],
  ["12. Moorings", /^its number \(12\) heads no item here/],
  ["12.", /^a number alone/],
  ["Points discussed", /^a heading that names no business|^no marker/],
  ["THE RINGS", /^like a heading, but it heads no item here/],
  ["Present:", /^a label of a list of people, but no name/],
  ["RESOLVED:", /^a marker of a decision, but no clause/],
  ["ACTION:", /^a marker of actions, but no task/],
  ["(a) the rings on the north side", /^a clause, but no marker/],
  ["MS", /^initials or a post alone/],
  ["Signed ................ Chairman", /^a line for a signature/],
  ["— — —", /^$/],
])("%s", async (line, reason) => {
  const [explained] = explainLines(await sourceFrom(line));
  expect(explained?.whyProse ?? "").toMatch(reason);
});
