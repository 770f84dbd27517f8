/** Where the list of actions begins that closes the minutes: its entries stand under no item. */

import { linesOf } from "../../ast.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import { entryBefore, type FlowEntry, type FlowGrid, type FlowLine } from "../flow/flow.js";

/** The offset behind which actions of a scope belong to the closing list; infinity where there is none. */
export function closingStart(context: PartContext, entries: readonly FlowEntry[]): number {
  const at = entries.findIndex((entry, index) =>
    entry.kind === "grid"
      ? entry.reading.use === "actions" && isClosingTable(entries, entry, index)
      : isListTitle(entry) && isLast(context, entries) && holdsOnlyTasks(entries.slice(index + 1)),
  );
  const entry = entries[at];
  if (entry === undefined) return Number.POSITIVE_INFINITY;
  return entry.kind === "grid" ? entry.node.grid.span.start : entry.node.view.span.start;
}

/** "Summary of actions" over a table, or as the title of its column. */
function isClosingTable(entries: readonly FlowEntry[], grid: FlowGrid, index: number): boolean {
  const titles = grid.node.rows
    .slice(0, grid.reading.headerRows)
    .flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks)));
  if (titles.some(({ view }) => /\bsummary\s+of\s+actions\b|\baction\s+(?:list|summary)\b/i.test(view.text)))
    return true;
  const above = entryBefore(entries, index);
  if (above?.kind !== "line" || above.node.reading.number !== null || above.node.view.wordCount > 8) return false;
  return (
    /\bactions?\b/i.test(above.node.view.text) &&
    (above.node.view.isSetApart || above.node.reading.token === t.ActionLine)
  );
}

/** "Actions" or "Summary of action points" alone on a line of the page; "Actions:" opens a list of the item that it stands in. */
function isListTitle({ node, group }: FlowLine): boolean {
  const { view, reading } = node;
  if (reading.token !== t.ActionLine || group?.head !== node || view.line.cell !== null) return false;
  if (reading.rest.start < reading.rest.end) return false;
  return !/:\s*$/.test(view.text) || (view.isSetApart && view.wordCount > 1);
}

/** Lines that the close and the signatures may have. */
const MOST_BEHIND = 6;

/** Little but the close and the signatures may follow the scope, and no numbered business. */
function isLast(context: PartContext, entries: readonly FlowEntry[]): boolean {
  const last = entries.at(-1);
  let behind = 0;
  for (let at = context.flow.length - 1; at >= 0; at--) {
    const entry = context.flow[at];
    if (entry === undefined || entry === last) break;
    if (entry.kind === "grid" || entry.node.reading.number !== null) return false;
    if (entry.node.view.text !== "" && ++behind > MOST_BEHIND) return false;
  }
  return true;
}

/** At least two entries, and no paragraph of prose among them. */
function holdsOnlyTasks(entries: readonly FlowEntry[]): boolean {
  const filled = entries.filter((entry) => entry.kind === "grid" || entry.node.view.text !== "");
  const isTask = (entry: FlowEntry) =>
    entry.kind === "grid" || entry.node.reading.token === t.BulletLine || entry.node.view.wordCount <= 30;
  return (filled.length >= 2 || filled.some((entry) => entry.kind === "grid")) && filled.every(isTask);
}
