/** How right the items of business are. */

import type { FoundItem } from "./found-part.js";
import { foundIndexOf, pairUp, unpaired } from "./pairing.js";
import type { Tally } from "./tally.js";
import type { TrueItem } from "./truth.js";
import { normalise, overlap } from "./words.js";

/** Adds the counts of one part's items. Returns the place in the truth, from 1, of each place found. */
export function scoreItems(
  truth: readonly TrueItem[],
  found: readonly FoundItem[],
  tally: Tally,
  document: string,
): ReadonlyMap<number, number> {
  const pairs = pairUp(truth, found, itemScore, 0.75);
  tally.add("item", { right: pairs.length, found: found.length, truth: truth.length });
  const isSameNumber = ({ truth, found }: (typeof pairs)[number]) => numberKey(truth) === numberKey(found);
  tally.judge("item", found, new Set(pairs.filter(isSameNumber).map(foundIndexOf)));
  tally.add("item.number", {
    right: pairs.filter((pair) => pair.truth.number && isSameNumber(pair)).length,
    found: found.filter((item) => item.number).length,
    truth: truth.filter((item) => item.number).length,
  });
  const { missed, spurious } = unpaired(truth, found, pairs);
  for (const item of missed) tally.addMiss("item", [document, "missed", item.number ?? null, item.title ?? null]);
  for (const item of spurious) tally.addMiss("item", [document, "false", item.number, item.title]);
  return new Map(pairs.map((pair) => [pair.foundIndex + 1, pair.truthIndex + 1]));
}

function itemScore(truth: TrueItem, found: FoundItem): number {
  const isSameNumber = numberKey(truth) === numberKey(found);
  if (!truth.title && !found.title) return isSameNumber ? 1 : 0;
  return overlap(truth.title, found.title) + (isSameNumber && numberKey(truth) !== "" ? 0.1 : 0);
}

function numberKey(item: TrueItem | FoundItem): string {
  return normalise(item.number).replaceAll(" ", "");
}
