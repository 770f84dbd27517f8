/** How right the actions are: their words, who is to do them, until when, and the item they stand under. */

import type { FoundAction } from "./found-part.js";
import { foundIndexOf, pairUp, unpaired } from "./pairing.js";
import { truePlace } from "./score-decisions.js";
import type { Tally } from "./tally.js";
import type { TrueAction } from "./truth.js";
import { nameKey, overlap } from "./words.js";

/**
 * Adds the counts of one part's actions. An unmarked action of the truth costs and wins nothing in `action`: whether a sentence
 * gives a task is a matter of opinion, so those found are only counted apart. `truePlaces` as for decisions.
 */
export function scoreActions(
  truth: readonly TrueAction[],
  found: readonly FoundAction[],
  truePlaces: ReadonlyMap<number, number>,
  tally: Tally,
  document: string,
): void {
  const pairs = pairUp(truth, found, actionScore, 0.7);
  const marked = pairs.filter((pair) => pair.truth.marked);
  const unmarkedFound = pairs.length - marked.length;
  const markedTruth = truth.filter((action) => action.marked).length;
  const wrongOwners = marked.filter((pair) => ownerKeys(pair.truth.owners ?? []) !== foundOwnerKeys(pair.found));
  const totals = { found: found.length - unmarkedFound, truth: markedTruth };
  tally.add("action", { right: marked.length, ...totals });
  tally.judge("action", found, new Set(pairs.filter((pair) => !wrongOwners.includes(pair)).map(foundIndexOf)));
  tally.add("action.unmarked(recall)", {
    right: unmarkedFound,
    found: unmarkedFound,
    truth: truth.length - markedTruth,
  });
  tally.add("action.owner", { right: marked.length - wrongOwners.length, ...totals });
  tally.add("action.due", {
    right: pairs.filter((pair) => pair.truth.due && pair.truth.due === pair.found.dueDate).length,
    found: pairs.filter((pair) => pair.found.dueDate).length,
    truth: pairs.filter((pair) => pair.truth.due).length,
  });
  tally.add("action.item", {
    right: marked.filter((pair) => (pair.truth.item ?? null) === truePlace(pair.found, truePlaces)).length,
    found: marked.length,
    truth: marked.length,
  });
  const { missed, spurious } = unpaired(truth, found, pairs);
  for (const action of missed) {
    if (action.marked) tally.addMiss("action", [document, "missed", ownerList(action), action.text.slice(0, 100)]);
  }
  for (const action of spurious) tally.addMiss("action", [document, "false", action.owners, action.text.slice(0, 100)]);
  for (const pair of wrongOwners) {
    const miss = [document, ownerList(pair.truth), pair.found.owners, pair.truth.text.slice(0, 60)];
    tally.addMiss("action.owner", miss);
  }
}

/** The owner may stand inside the text of one side and be cut off in the other. */
function actionScore(truth: TrueAction, found: FoundAction): number {
  const owners = (truth.owners ?? []).join(" ");
  return Math.max(
    overlap(truth.text, found.text),
    overlap(`${owners} ${truth.text}`, found.text),
    overlap(`${owners} to ${truth.text}`, found.text),
  );
}

/** The set of owners as one text, equal for equal sets. */
function ownerKeys(owners: readonly string[]): string {
  return JSON.stringify([...new Set(owners.filter((owner) => owner !== "").map(nameKey))].sort());
}

function foundOwnerKeys(action: FoundAction): string {
  return ownerKeys((action.owners ?? "").split(/\s*;\s*/));
}

function ownerList(action: TrueAction): string {
  return (action.owners ?? []).join("; ");
}
