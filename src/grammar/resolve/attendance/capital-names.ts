/** Names in capitals, which look like headings: known as names by the list in which they stand. */

import type { FlowLine } from "../flow/flow.js";
import { isNameInCapitals, pairsInCapitals } from "./list-shape.js";

/** A surname or given name in capitals on a line of its own: half of an entry that a converter took apart. It heads no business. */
export function isLoneName(entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  return (
    reading.rule === "heading/capitals" &&
    view.wordCount <= 2 &&
    /^[\p{Lu}’'ÁÉÍÓÚ-]+$/u.test(view.text) &&
    view.line.cell === null
  );
}

/** Two or three words in capitals that may be a name. */
export function isCapitalName(entry: FlowLine): boolean {
  return isNameInCapitals(entry.node.view.text) && entry.node.view.line.cell === null;
}

/** Lines that hold surname and given name apart: the place of the first → that of the second. */
export function capitalPairs(
  below: readonly { readonly entry: FlowLine; readonly index: number }[],
): ReadonlyMap<number, number> {
  const pairs = pairsInCapitals(below.map(({ entry }) => entry.node.view.text));
  return new Map(pairs.map(([first, second]) => [below[first]?.index ?? 0, below[second]?.index ?? 0]));
}
