/** How right the decisions are: their words, the item they stand under, who moved them, and the votes. */

import type { FoundDecision } from "./found-part.js";
import { foundIndexOf, pairUp, unpaired } from "./pairing.js";
import type { Tally } from "./tally.js";
import type { TrueDecision } from "./truth.js";
import { isSameName, overlap } from "./words.js";

/** Adds the counts of one part's decisions. `truePlaces`: the item's place in the truth for each place found. */
export function scoreDecisions(
  truth: readonly TrueDecision[],
  found: readonly FoundDecision[],
  truePlaces: ReadonlyMap<number, number>,
  tally: Tally,
  document: string,
): void {
  const pairs = pairUp(truth, found, (a, b) => overlap(a.text, b.text), 0.7);
  const count = (isCounted: (pair: (typeof pairs)[number]) => unknown) => pairs.filter(isCounted).length;
  tally.add("decision", { right: pairs.length, found: found.length, truth: truth.length });
  tally.judge("decision", found, new Set(pairs.map(foundIndexOf)));
  const underRightItem = count((pair) => (pair.truth.item ?? null) === truePlace(pair.found, truePlaces));
  tally.add("decision.item", { right: underRightItem, found: pairs.length, truth: pairs.length });
  for (const mover of ["proposer", "seconder"] as const) {
    tally.add(`decision.${mover}`, {
      right: count((pair) => isSameName(pair.truth[mover], pair.found[mover])),
      found: count((pair) => pair.found[mover]),
      truth: count((pair) => pair.truth[mover]),
    });
  }
  tally.add("decision.votes", {
    right: count((pair) => trueVotes(pair.truth) !== null && trueVotes(pair.truth) === foundVotes(pair.found)),
    found: count((pair) => foundVotes(pair.found) !== null),
    truth: count((pair) => trueVotes(pair.truth) !== null),
  });
  const { missed, spurious } = unpaired(truth, found, pairs);
  for (const decision of missed) tally.addMiss("decision", [document, "missed", decision.text.slice(0, 100)]);
  for (const decision of spurious) tally.addMiss("decision", [document, "false", decision.text.slice(0, 100)]);
}

/** The item of a found fact as its place in the truth; null where it stands under none, or under one that the truth has not. */
export function truePlace(
  fact: { readonly item: number | null },
  truePlaces: ReadonlyMap<number, number>,
): number | null {
  return fact.item === null ? null : (truePlaces.get(fact.item) ?? null);
}

/** `for-against-abstained`; null where the votes in favour are not counted. */
function trueVotes(decision: TrueDecision): string | null {
  const votes = decision.votes;
  if (votes?.for === null || votes?.for === undefined) return null;
  return `${votes.for}-${votes.against ?? 0}-${votes.abstain ?? 0}`;
}

function foundVotes(decision: FoundDecision): string | null {
  if (decision.votesFor === null) return null;
  return `${decision.votesFor}-${decision.votesAgainst ?? 0}-${decision.votesAbstained ?? 0}`;
}
