/** The items of an agenda: every line of it that counts is one, and where nothing counts, every entry of its list. */

import type { Span } from "../../../model/source.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { stated, statedText } from "../sourced.js";
import { numberOf, titleSpan } from "./item-title.js";
import { type ItemScope, type ItemsFound, resolveItems } from "./items.js";

export function resolveAgendaItems(context: PartContext): ItemsFound {
  const { before, scopes } = resolveItems(context);
  if (scopes.length === 0) return listedItems(context, before);
  const places: number[] = [];
  const all: ItemScope[] = [];
  for (const scope of scopes) {
    places.push(all.length);
    const { parent } = scope.item;
    const outer = { ...scope, item: { ...scope.item, parent: parent === null ? null : (places[parent] ?? null) } };
    all.push(...withSubItems(context, outer, all.length));
  }
  return { before, scopes: all };
}

/** "7.1 To consider …" under item 7: on an agenda such a line is business, not a paragraph. */
function withSubItems(context: PartContext, scope: ItemScope, place: number): ItemScope[] {
  const outer = scope.item.number?.value;
  const isSub = (entry: FlowEntry): entry is FlowLine =>
    entry.kind === "line" &&
    entry.node.reading.number?.kind === "dotted" &&
    entry.node.reading.number.label.startsWith(`${outer}.`);
  const starts = scope.entries.flatMap((entry, at) => (at > 0 && isSub(entry) ? [at] : []));
  if (outer === undefined || starts.length === 0) return [scope];
  const subs = starts.flatMap((from, position) => {
    const [head, ...rest] = scope.entries.slice(from, starts[position + 1]);
    return head === undefined || !isSub(head) ? [] : [lineItem(context, head, rest, place)];
  });
  return [{ ...scope, item: { ...scope.item, text: null }, entries: scope.entries.slice(0, starts[0]) }, ...subs];
}

/** The entries of a list without numbers, the inner ones left out. */
function listedItems(context: PartContext, entries: readonly FlowEntry[]): ItemsFound {
  const isListed = (entry: FlowEntry): entry is FlowLine =>
    entry.kind === "line" && entry.node.view.line.style.list === "bullet" && !context.consumed.has(entry);
  const listed = entries.filter(isListed);
  const least = Math.min(...listed.map(({ node }) => node.view.line.style.indent ?? 0));
  const heads = new Set<FlowEntry>(listed.filter(({ node }) => (node.view.line.style.indent ?? 0) <= least + 1));
  const starts = entries.flatMap((entry, at) => (heads.has(entry) ? [at] : []));
  const scopes = starts.flatMap((from, position) => {
    const [head, ...rest] = entries.slice(from, starts[position + 1]);
    return head === undefined || head.kind !== "line" ? [] : [lineItem(context, head, rest, null)];
  });
  return { before: entries.slice(0, starts[0]), scopes };
}

function lineItem(context: PartContext, head: FlowLine, rest: readonly FlowEntry[], parent: number | null): ItemScope {
  const { view, reading } = head.node;
  const number = reading.number === null ? null : numberOf(head, reading.number);
  const title: Span = titleSpan(context, reading.number === null ? view.span : reading.rest);
  const item = {
    number: number === null ? null : stated(number.label, number.span, "item/agenda-line"),
    title: statedText(context.source, title, "item/agenda-line", 0.85),
    parent,
    text: null,
    span: { start: number?.span.start ?? title.start, end: title.end },
  };
  return { item, entries: [head, ...rest], textStart: view.span.end };
}
