/** The items of business: which numbers and headings begin one, their titles, and what stands under each. */

import type { Item } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findChain, type NumberCandidate } from "../../number-chain.js";
import type { ItemNumber } from "../../phrases/item-number.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine } from "../flow/flow.js";
import { derived, stated, statedText, trimSpan } from "../sourced.js";
import { headingStarts } from "./item-headings.js";
import { type ItemStart, isTitleLike, numberOf, startAt, startsEmphasised } from "./item-title.js";
import { runInTitle } from "./run-in-title.js";

/** An item and the entries of the flow under it. */
export interface ItemScope {
  readonly item: Item;
  readonly entries: readonly FlowEntry[];
  /** Where the words of the first entry begin that are not its heading. */
  readonly textStart: number | null;
}

export interface ItemsFound {
  readonly scopes: readonly ItemScope[];
  /** Entries in front of the first item. */
  readonly before: readonly FlowEntry[];
}

export function resolveItems(context: PartContext): ItemsFound {
  const candidates = numberCandidates(context);
  const chain = findChain(candidates);
  const headings = headingStarts(context, null);
  const isNumbered = chain.length > 0 && trustsChain(context, chain, headings.length);
  const starts = isNumbered ? withOuterHeadings(context, numberedStarts(context, chain)) : headings;
  if (isNumbered) {
    reportGaps(context, chain);
    reportRepeats(context, chain, candidates);
  }
  const first = starts[0]?.index ?? context.flow.length;
  return {
    before: context.flow.slice(0, first),
    scopes: starts.map((start, position) => scopeOf(context, starts, start, position)),
  };
}

function scopeOf(context: PartContext, starts: readonly ItemStart[], start: ItemStart, position: number): ItemScope {
  const end = starts[position + 1]?.index ?? context.flow.length;
  const entries = context.flow.slice(start.index, end);
  const rule = start.number === null ? "item/heading" : "item/number-chain";
  const text = textSpan(context, entries, start);
  const title = start.title === null ? null : statedText(context.source, start.title, rule);
  const read = start.isNumberDerived === true ? derived : stated;
  const number = start.number === null ? null : read(start.number.label, start.number.span, rule);
  const head =
    start.title ??
    start.number?.span ??
    (text === null ? null : { start: text.start, end: Math.min(text.end, text.start + 80) });
  const span = head ?? { start: 0, end: 0 };
  const item: Item = {
    number,
    title,
    parent: start.parent,
    text: text === null ? null : statedText(context.source, text, "item/text"),
    span:
      number !== null &&
      start.number !== null &&
      start.number.span.end <= span.start &&
      span.start - start.number.span.end < 12
        ? { start: start.number.span.start, end: span.end }
        : span,
  };
  return { item, entries, textStart: start.textStart };
}

/** From behind the heading to the last word under it. */
function textSpan(context: PartContext, entries: readonly FlowEntry[], start: ItemStart): Span | null {
  const [head, ...rest] = entries;
  const spans = rest
    .map((entry) => (entry.kind === "line" ? entry.node.view.span : entry.node.grid.span))
    .filter((span) => span.start < span.end);
  if (start.title === null && head?.kind === "line" && start.number === null) spans.unshift(head.node.view.span);
  else if (start.textStart !== null && head?.kind === "line" && start.textStart < head.node.view.span.end)
    spans.unshift({ start: start.textStart, end: head.node.view.span.end });
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = trimSpan(
    context.source,
    { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) },
    /\s/,
  );
  return span.start < span.end ? span : null;
}

function numberCandidates(context: PartContext): NumberCandidate[] {
  const candidates: NumberCandidate[] = [];
  context.flow.forEach((entry, index) => {
    if (
      entry.kind !== "line" ||
      context.consumed.has(entry) ||
      entry.group?.kind === "decision" ||
      entry.group?.kind === "action"
    )
      return;
    const number = entry.columnNumber?.number ?? entry.node.reading.number;
    if (number !== null) candidates.push({ index, number, weight: headingWeight(context, entry, index, number) });
  });
  return candidates;
}

function headingWeight(context: PartContext, entry: FlowLine, index: number, number: ItemNumber): number {
  const { view, reading } = entry.node;
  const words = entry.columnNumber === null ? view.text.slice(number.end) : view.text;
  let weight = number.close === null && !number.isWorded && number.kind === "decimal" ? 0.5 : 1;
  if (entry.columnNumber !== null) weight += 1.2;
  if (reading.token === t.NumberLine)
    return number.close === null ? 0.2 : weight + (nextIsHeading(context, index) ? 0.6 : 0);
  // "3. To receive apologies" is how agendas name business; "1. That the report be noted" is a clause.
  if (reading.token === t.ClauseLine && /^that\b/i.test(words)) return 0.1;
  if (number.isWorded) weight += 1;
  if (view.isSetApart) weight += 1;
  if (view.line.style.heading !== null) weight += 0.8;
  if (startsEmphasised(entry)) weight += 0.6;
  if (USUAL_BUSINESS.test(runInTitle(words) ?? words)) weight += 0.8;
  if (hasFiniteVerb(words) && view.wordCount > 12 && runInTitle(words) === null) weight -= 0.6;
  if (view.line.style.list === "bullet") weight -= 0.5;
  return Math.max(0.05, weight);
}

function nextIsHeading(context: PartContext, index: number): boolean {
  const next = entryAfter(context.flow, index);
  return next?.kind === "line" && (next.node.view.isSetApart || next.node.reading.token === t.HeadingLine);
}

/** A chain of a few sentences inside minutes with headings is a list, not the items. */
function trustsChain(context: PartContext, chain: readonly NumberCandidate[], headings: number): boolean {
  const weight = chain.reduce((sum, member) => sum + member.weight, 0) / chain.length;
  const first = chain[0]?.number.values.at(-1) ?? 0;
  const markup = context.flow.filter(
    (entry) => entry.kind === "line" && entry.node.view.line.style.heading !== null,
  ).length;
  if (chain.length >= 3 && weight >= 1.5) return true;
  // Where nothing else is a heading, the numbers are what there is.
  if (headings === 0 && (chain.length >= 4 || (chain.length >= 2 && weight >= 0.9))) return true;
  if (chain.length >= 4 && weight >= 0.9 && (headings < chain.length * 2 || first > 1) && markup < chain.length)
    return true;
  return weight >= 1.5 && chain.length >= headings * 0.5;
}

/** A number alone takes the next heading that no other number has taken. */
function numberedStarts(context: PartContext, chain: readonly NumberCandidate[]): ItemStart[] {
  const starts: ItemStart[] = [];
  chain.forEach((member, position) => {
    const entry = context.flow[member.index];
    if (entry?.kind !== "line") return;
    const end = chain[position + 1]?.index ?? context.flow.length;
    const isAlone = entry.columnNumber === null && entry.node.reading.token === t.NumberLine;
    const title = isAlone ? titleBehind(context, member.index, end) : null;
    const index = title ?? member.index;
    starts.push(startAt(context, index, numberOf(entry, member.number), isAlone && title === null));
    addSubItems(context, starts, index, end);
  });
  return starts;
}

/** The title of a number that stands alone: the line behind it, or the next heading where a list came in between. */
function titleBehind(context: PartContext, index: number, end: number): number | null {
  const lines = context.flow
    .slice(index + 1, end)
    .map((entry, offset) => ({ entry, at: index + 1 + offset }))
    .filter(
      (place): place is { entry: FlowLine; at: number } =>
        place.entry.kind === "line" && place.entry.node.view.text !== "" && !context.consumed.has(place.entry),
    );
  const heading = lines.find(({ entry }) => isHeadingEntry(entry));
  const next = lines[0];
  if (heading !== undefined) return heading.at;
  if (next !== undefined && next.entry.node.view.wordCount <= 15 && !hasFiniteVerb(next.entry.node.view.text))
    return next.at;
  return null;
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

/** "a) Strategic Group" under item 7 is 7a; "7.1 Title" is 7.1. Sentences so numbered are no items. */
function addSubItems(context: PartContext, starts: ItemStart[], from: number, end: number): void {
  const parent = starts.length - 1;
  const parentNumber = starts[parent]?.number?.label ?? "";
  let expected = 1;
  for (let index = from + 1; index < end; index++) {
    const entry = context.flow[index];
    if (entry?.kind !== "line" || entry.group?.kind === "decision" || entry.group?.kind === "action") continue;
    const number = entry.columnNumber?.number ?? entry.node.reading.number;
    if (number === null || !isTitleLike(entry, number)) continue;
    const isLetter = number.kind === "letter" && number.values[0] === expected && /^[a-z]$/.test(number.label);
    const isDotted =
      number.kind === "dotted" && parentNumber !== "" && String(number.values[0]) === parentNumber.replace(/\D/g, "");
    const isSuffixed = number.kind === "suffixed" && parentNumber !== "" && String(number.values[0]) === parentNumber;
    if (!isLetter && !isDotted && !isSuffixed) continue;
    if (isLetter) expected++;
    const { span } = numberOf(entry, number);
    const label = isLetter ? `${parentNumber}${number.label}` : number.label;
    starts.push({
      ...startAt(context, index, { label, span }, false),
      parent,
      isNumberDerived: isLetter && parentNumber !== "",
    });
  }
}

/** In numbered minutes a heading in front of the first number is an item where it names business. */
function withOuterHeadings(context: PartContext, starts: ItemStart[]): ItemStart[] {
  const first = starts[0]?.index ?? 0;
  const outer = headingStarts(context, first).filter((start) => {
    const entry = context.flow[start.index];
    return (
      entry?.kind === "line" && entry.node.reading.token === t.HeadingLine && USUAL_BUSINESS.test(entry.node.view.text)
    );
  });
  return [
    ...outer,
    ...starts.map((start) => (start.parent === null ? start : { ...start, parent: start.parent + outer.length })),
  ];
}

/** A heading whose number stands at another item already is no part of the chain: the reader should know. */
function reportRepeats(
  context: PartContext,
  chain: readonly NumberCandidate[],
  candidates: readonly NumberCandidate[],
): void {
  const labels = new Set(chain.map((member) => member.number.label));
  for (const { number, index, weight } of candidates) {
    const entry = context.flow[index];
    const isRepeat =
      labels.has(number.label) && !chain.some((member) => member.index === index) && weight >= HEADING_WEIGHT;
    if (isRepeat && entry?.kind === "line")
      context.report("items/number-repeated", entry.node.view.span, `${number.label} stands at two items`);
  }
}

/** Candidates from this weight on look like headings, not like sentences. */
const HEADING_WEIGHT = 1.8;

function reportGaps(context: PartContext, chain: readonly NumberCandidate[]): void {
  chain.slice(1).forEach((member, position) => {
    const values = chain[position]?.number.values ?? [];
    const at = member.number.values.findIndex((value, index) => value !== values[index]);
    const before = values[at] ?? 0;
    const value = member.number.values[at] ?? 0;
    const entry = context.flow[member.index];
    if (value - before > 1 && entry?.kind === "line")
      context.report("items/number-gap", entry.node.view.span, `item ${member.number.label} follows item ${before}`);
  });
}
