/** Items of numbered minutes: the chain, numbers that slipped or repeat between its members, a count that begins anew, and what is nested in each. */

import { findChain, lettersOf } from "../../number-chain.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { LAST_BUSINESS, USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryBefore, type FlowLine } from "../flow/flow.js";
import { type ItemStart, numberOf, startAt } from "./item-title.js";
import { HEADING_WEIGHT, type NumberedLine } from "./number-candidates.js";
import { runInTitle } from "./run-in-title.js";
import { addSubItems, TITLED_SHARE } from "./sub-items.js";

/** All numbered lines that begin an item of the first level, in order. */
export function itemLines(chain: readonly NumberedLine[], lines: readonly NumberedLine[]): NumberedLine[] {
  const members = new Set(chain);
  for (const line of slipsIn(chain, lines)) members.add(line);
  for (const line of countsAnew(chain, lines)) members.add(line);
  return lines.filter((line) => members.has(line));
}

/** Lines between two members that look like them, but whose number is a slip of the clerk: "12" twice, "03.26 08", "05.18.10" after 02.23.09. */
function slipsIn(chain: readonly NumberedLine[], lines: readonly NumberedLine[]): NumberedLine[] {
  const members = new Set(chain);
  const labels = new Set(chain.map(({ number }) => number.label));
  const found: NumberedLine[] = [];
  let position = -1;
  for (const line of lines) {
    if (members.has(line)) {
      position++;
      continue;
    }
    const before = chain[position];
    const after = chain[position + 1];
    if (before === undefined || line.isClause || !line.isTitle || line.number.kind === "letter") continue;
    if (isSlip(line, before, after, labels)) found.push(line);
  }
  return found;
}

function isSlip(
  line: NumberedLine,
  before: NumberedLine,
  after: NumberedLine | undefined,
  labels: ReadonlySet<string>,
): boolean {
  const { number } = line;
  // "4. Date of next meeting" behind 7: the last business, whatever its number.
  if (after === undefined && number.kind === before.number.kind && LAST_BUSINESS.test(titleOf(line))) return true;
  const isAlike = line.looks === before.looks || line.looks === after?.looks;
  if (!isAlike) return false;
  const isLong = number.values.length >= 3 && number.values.length === before.number.values.length;
  // A list of actions behind the items gives their numbers again.
  if (isLong && !labels.has(number.label)) return lettersOf(number.label) === lettersOf(before.number.label);
  if (number.kind !== before.number.kind || line.weight < HEADING_WEIGHT) return false;
  // "3769. Public session" between 3787 and 3788: usual business among its like, whatever its number.
  if (number.kind === "decimal" && after !== undefined && isUsual(line) && !labels.has(number.label)) return true;
  if (number.kind === "reference") return !labels.has(number.label);
  const [value = 0] = number.values;
  const isRepeat = value === before.number.values[0] || value === after?.number.values[0];
  const isMissing = (after?.number.values[0] ?? 0) - (before.number.values[0] ?? 0) > 1;
  return number.kind !== "dotted" && (isRepeat || isMissing);
}

function isUsual(line: NumberedLine): boolean {
  const title = titleOf(line);
  return USUAL_BUSINESS.test((runInTitle(title) ?? title).trim());
}

function titleOf({ entry, number }: NumberedLine): string {
  return entry.node.view.text.slice(entry.columnNumber === null ? number.end : 0);
}

/** Behind the chain the count may begin anew, for a second agenda or the business without the public. */
function countsAnew(chain: readonly NumberedLine[], lines: readonly NumberedLine[]): NumberedLine[] {
  const last = chain.at(-1);
  const found: NumberedLine[] = [];
  if (last === undefined) return found;
  let rest = lines.filter((line) => line.index > last.index && line.number.kind === last.number.kind && !line.isClause);
  for (let round = 0; round < 5 && rest.length >= 2; round++) {
    const again = membersOf(findChain(rest), rest);
    const end = again.at(-1);
    const weight = again.reduce((sum, line) => sum + line.weight, 0) / Math.max(1, again.length);
    if (end === undefined || again.length < 2 || weight < HEADING_WEIGHT) break;
    if ((again[0]?.number.values.at(-1) ?? 9) > 2 || again[0]?.looks !== last.looks) break;
    found.push(...again);
    rest = rest.filter((line) => line.index > end.index);
  }
  return found;
}

/** The lines of a chain. */
export function membersOf(
  chain: readonly { readonly index: number }[],
  lines: readonly NumberedLine[],
): NumberedLine[] {
  const indexes = new Set(chain.map(({ index }) => index));
  return lines.filter(({ index }) => indexes.has(index));
}

/** Where the items begin, each with those nested in it. A number alone takes the next heading that no other number has taken. */
export function numberedStarts(
  context: PartContext,
  members: readonly NumberedLine[],
  lines: readonly NumberedLine[],
): ItemStart[] {
  const starts: ItemStart[] = [];
  const hasTitles = hasTitledParagraphs(lines);
  let next = 0;
  members.forEach((member, position) => {
    const end = members[position + 1]?.index ?? context.flow.length;
    const isAlone = member.entry.columnNumber === null && member.entry.node.reading.token === t.NumberLine;
    const title = isAlone ? (titleAbove(context, member) ?? titleBehind(context, member.index, end)) : null;
    const index = title ?? member.index;
    const start = startAt(context, index, numberOf(member.entry, member.number), isAlone && title === null);
    starts.push({ ...start, confidence: confidenceOf(member) });
    while (next < lines.length && (lines[next]?.index ?? 0) <= Math.max(index, member.index)) next++;
    const from = next;
    while (next < lines.length && (lines[next]?.index ?? 0) < end) next++;
    addSubItems(context, starts, lines.slice(from, next), hasTitles);
  });
  return starts;
}

/** A member that looks like a heading is sure; a sentence with a number is an item by its place in the chain alone. */
function confidenceOf(member: NumberedLine): number {
  if (member.weight >= HEADING_WEIGHT) return 0.97;
  return member.isTitle ? 0.93 : 0.8;
}

/** Whether dotted numbers stand before titles in these minutes: where most stand before sentences, they number paragraphs. */
function hasTitledParagraphs(lines: readonly NumberedLine[]): boolean {
  const dotted = lines.filter(({ number, isClause }) => number.kind === "dotted" && !isClause);
  return dotted.filter(({ isTitle }) => isTitle).length >= dotted.length * TITLED_SHARE;
}

/** "(Item 3)" stands under its title. */
function titleAbove(context: PartContext, { index, number }: NumberedLine): number | null {
  if (!number.isWorded || number.close !== "()") return null;
  const above = entryBefore(context.flow, index);
  if (above?.kind !== "line" || context.consumed.has(above) || above.node.view.wordCount > 25) return null;
  return context.flow.indexOf(above, Math.max(0, index - 8));
}

/** The title of a number that stands alone: the line behind it, or the next heading where a list came in between. */
function titleBehind(context: PartContext, index: number, end: number): number | null {
  let first: { entry: FlowLine; at: number } | null = null;
  for (let at = index + 1; at < end; at++) {
    const entry = context.flow[at];
    if (entry?.kind !== "line" || entry.node.view.text === "" || context.consumed.has(entry)) continue;
    if (isHeadingEntry(entry) && !isSentence(entry)) return at;
    first ??= { entry, at };
  }
  if (first === null) return null;
  const { view } = first.entry.node;
  return view.wordCount <= 15 && !hasFiniteVerb(view.text) ? first.at : null;
}

/** "THIS CONCLUDED THE BUSINESS OF THE MEETING". */
function isSentence({ node: { view } }: FlowLine): boolean {
  return view.wordCount >= 5 && (hasFiniteVerb(view.text) || /^this\s+conclude/i.test(view.text));
}

function isHeadingEntry(entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  return (
    reading.token === t.HeadingLine ||
    ((reading.token === t.LabelLine || reading.token === t.TitleLine || reading.token === t.ActionLine) &&
      view.isCapitals &&
      view.wordCount <= 12)
  );
}
