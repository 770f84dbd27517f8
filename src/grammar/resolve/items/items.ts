/** The items of business: which numbers and headings begin one, their titles, and what stands under each. */

import type { Item } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findChain } from "../../number-chain.js";
import type { PartContext } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import { derived, stated, statedText, trimSpan } from "../sourced.js";
import { headingLines } from "./heading-lines.js";
import { headingStarts } from "./item-headings.js";
import type { ItemStart } from "./item-title.js";
import { type NumberedLine, numberedLines } from "./number-candidates.js";
import { itemLines, membersOf, numberedStarts } from "./numbered-items.js";
import { areNumbered } from "./numbered-or-headed.js";
import { reportGaps, reportRepeats } from "./numbering-checks.js";
import { withOuterHeadings } from "./outer-headings.js";
import { addSubItems } from "./sub-items.js";

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
  const lines = numberedLines(context);
  const candidates = lines.filter((line) => !line.isClause && !line.isDoubtful);
  const chain = membersOf(findChain(candidates), candidates);
  const headed = headingLines(context);
  const headings = headingStarts(context, headed);
  const isNumbered = areNumbered(context, chain, headings, lines);
  const members = itemLines(chain, lines);
  const starts = isNumbered
    ? withOuterHeadings(context, numberedStarts(context, members, lines), members, headed)
    : withListsBelow(context, headings, lines);
  if (isNumbered) {
    reportGaps(context, chain);
    reportRepeats(context, chain, lines);
  }
  const first = starts[0]?.index ?? context.flow.length;
  return {
    before: context.flow.slice(0, first),
    scopes: starts.map((start, position) => scopeOf(context, starts, start, position)),
  };
}

/** Headings with the lists under them whose entries have titles: "NEW BUSINESS" over 1, 2, 3, "OLD BUSINESS" over 1, 2 again. */
function withListsBelow(
  context: PartContext,
  headings: readonly ItemStart[],
  lines: readonly NumberedLine[],
): ItemStart[] {
  const starts: ItemStart[] = [];
  const taken = new Set(headings.map(({ index }) => index));
  const others = lines.filter(({ index }) => !taken.has(index));
  let next = 0;
  headings.forEach((heading, position) => {
    const end = headings[position + 1]?.index ?? context.flow.length;
    while (next < others.length && (others[next]?.index ?? 0) < heading.index) next++;
    const from = next;
    while (next < others.length && (others[next]?.index ?? 0) < end) next++;
    starts.push(heading);
    addSubItems(context, starts, others.slice(from, next), false);
  });
  return starts;
}

function scopeOf(context: PartContext, starts: readonly ItemStart[], start: ItemStart, position: number): ItemScope {
  const end = starts[position + 1]?.index ?? context.flow.length;
  const entries = context.flow.slice(start.index, end);
  const rule = start.number === null ? "item/heading" : "item/number-chain";
  const text = textSpan(context, entries, start);
  const { confidence } = start;
  const title = start.title === null ? null : statedText(context.source, start.title, rule, confidence);
  const read = start.isNumberDerived === true ? derived : stated;
  const number = start.number === null ? null : read(start.number.label, start.number.span, rule, confidence);
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
