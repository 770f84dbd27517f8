/** "1. Ada Smith / 2. Ben Jones" under a label: numbers of a list of people, not of business. */

import { looksLikePerson, readPerson } from "../../phrases/person.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import { entryAfter, entryBefore, type FlowEntry } from "../flow/flow.js";

/** Whether the line at this place is a numbered name among others: its neighbour in the count is one as well. */
export function isListNumber(context: PartContext, index: number): boolean {
  const { flow } = context;
  const count = countOf(flow[index]);
  if (count === null || !holdsName(context, flow[index])) return false;
  const [before, after] = [entryBefore(flow, index), entryAfter(flow, index)];
  return (
    (countOf(before) === count - 1 && holdsName(context, before)) ||
    (countOf(after) === count + 1 && holdsName(context, after))
  );
}

function countOf(entry: FlowEntry | undefined): number | null {
  if (entry?.kind !== "line" || entry.node.reading.token !== t.NumberedLine) return null;
  const { number } = entry.node.reading;
  return number?.kind === "decimal" && /^\d{1,2}$/.test(number.label) ? Number(number.label) : null;
}

function holdsName(context: PartContext, entry: FlowEntry | undefined): boolean {
  if (entry?.kind !== "line") return false;
  const { start, end } = entry.node.reading.rest;
  const text = context.source.text.slice(start, end);
  return looksLikePerson(text.split(/[,(:]|\s[–-]\s/, 1)[0] ?? "") && readPerson(text) !== null;
}
