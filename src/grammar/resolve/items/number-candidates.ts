/** The lines that begin with a number, and how much each looks like the heading of an item. */

import type { NumberCandidate } from "../../number-chain.js";
import type { ItemNumber } from "../../phrases/item-number.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowLine } from "../flow/flow.js";
import { isTitleLike, numberIn, startsEmphasised } from "./item-title.js";
import { runInTitle } from "./run-in-title.js";

/** Candidates from this weight on look like headings, not like sentences. */
export const HEADING_WEIGHT = 1.8;

/** A candidate with the line that it stands on. */
export interface NumberedLine extends NumberCandidate {
  readonly entry: FlowLine;
  /** Whether the words behind the number are a title, not a sentence. */
  readonly isTitle: boolean;
  /** Whether the line stands among the clauses of a decision or the tasks of an action list. */
  readonly isClause: boolean;
  /** Whether the number may as well be the initial of a name: it can go on with a series, it begins no chain. */
  readonly isDoubtful: boolean;
}

export function numberedLines(context: PartContext): NumberedLine[] {
  const lines: NumberedLine[] = [];
  context.flow.forEach((entry, index) => {
    if (entry.kind !== "line" || context.consumed.has(entry)) return;
    const number = entry.columnNumber?.number ?? numberIn(entry);
    if (number === null) return;
    const runIn = runInTitle(wordsBehind(entry, number));
    const isTitle = isTitleLike(entry, number, runIn);
    const isDoubtful = entry.columnNumber === null && entry.node.reading.number === null;
    if (isDoubtful && !(startsEmphasised(entry) || headsText(context, index))) return;
    lines.push({
      index,
      number,
      entry,
      isTitle,
      weight: headingWeight(context, entry, index, number, { isTitle, runIn }),
      looks: looksOf(entry, number),
      isDoubtful,
      isClause: entry.group?.kind === "decision" || entry.group?.kind === "action",
    });
  });
  return lines;
}

function wordsBehind(entry: FlowLine, number: ItemNumber): string {
  return entry.node.view.text.slice(entry.columnNumber === null ? number.end : 0);
}

/** Whether words stand below a line, not another entry of a list. */
export function headsText(context: PartContext, index: number): boolean {
  const next = entryAfter(context.flow, index);
  if (next === undefined || next.kind === "grid") return next?.reading.use === "data";
  const { view, reading } = next.node;
  return reading.number === null && view.wordCount > 5 && !context.consumed.has(next);
}

function headingWeight(
  context: PartContext,
  entry: FlowLine,
  index: number,
  number: ItemNumber,
  { isTitle, runIn }: { readonly isTitle: boolean; readonly runIn: string | null },
): number {
  const { view, reading } = entry.node;
  const words = wordsBehind(entry, number);
  let weight = number.close === null && !number.isWorded && number.kind === "decimal" ? 0.5 : 1;
  if (entry.columnNumber !== null) weight += isTitle || view.wordCount <= 8 ? 1.2 : 0.4;
  if (reading.token === t.NumberLine) return aloneWeight(context, index, number, weight);
  // "3. To receive apologies" is how agendas name business; "1. That the report be noted" is a clause.
  if (reading.token === t.ClauseLine && /^that\b/i.test(words)) return 0.1;
  // "16/05/2 i) ii)": numbers that were read apart from their titles.
  if (!/\p{L}{3}/u.test(words)) return 0.05;
  if (number.isWorded) weight += 1;
  if (view.isSetApart) weight += 1;
  if (view.line.style.heading !== null) weight += 0.8;
  if (startsEmphasised(entry)) weight += 0.6;
  if (isTitle) weight += 0.2;
  if (USUAL_BUSINESS.test(runIn ?? words)) weight += 0.8;
  if (hasFiniteVerb(words) && view.wordCount > 12 && runIn === null) weight -= 0.6;
  if (view.line.style.list === "bullet") weight -= 0.5;
  return Math.max(0.05, weight);
}

/** A number alone counts by what stands behind it: its heading, or nothing but the next number, as in a column that was read apart from its titles. */
function aloneWeight(context: PartContext, index: number, number: ItemNumber, weight: number): number {
  const next = entryAfter(context.flow, index);
  if (next?.kind !== "line" || next.node.reading.token === t.NumberLine) return 0.05;
  const isHeading = next.node.view.isSetApart || next.node.reading.token === t.HeadingLine;
  if (number.isWorded) return weight + 1;
  if (number.close === null) return 0.2;
  return weight + (isHeading ? 0.6 : 0);
}

/** The mark behind the number, the type, and how far in the line stands. */
function looksOf(entry: FlowLine, number: ItemNumber): string {
  const { view } = entry.node;
  const { style } = view.line;
  const step = style.indent === null ? "" : Math.round(style.indent / 18);
  const type =
    style.heading ?? (view.isCapitals ? "capitals" : view.isSetApart || startsEmphasised(entry) ? "bold" : "plain");
  return [entry.columnNumber === null ? number.close : "column", type, style.list, step].join(" ");
}
