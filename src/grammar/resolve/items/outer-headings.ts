/** Headings without a number in numbered minutes: most are sub-headings; some stand outside every item, or have lost their number. */

import type { LineView } from "../../line-view.js";
import * as t from "../../tokens.js";
import { ANNOUNCED_LAST, USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowLine } from "../flow/flow.js";
import type { HeadingLine } from "./heading-runs.js";
import { startOf } from "./item-headings.js";
import { type ItemStart, startAt } from "./item-title.js";
import type { NumberedLine } from "./number-candidates.js";
import { titleBeforeMark } from "./run-in-title.js";

/** The starts of numbered items with those of the headings that are items beside them. `headed`: the lines that are set apart as headings. */
export function withOuterHeadings(
  context: PartContext,
  starts: readonly ItemStart[],
  members: readonly NumberedLine[],
  headed: readonly HeadingLine[],
): ItemStart[] {
  const taken = new Set(starts.map((start) => start.index));
  const first = starts[0]?.index ?? 0;
  const last = members.at(-1)?.index ?? 0;
  const headings = headed.filter((line) => !taken.has(line.index));
  const looks = looksOf(members);
  const within = headings.filter((line) => line.index > first && line.index < last);
  const alike = within.filter((line) => isLikeItems(line.entry, looks, members.length));
  const isGrouped = carryBusiness(context, within, members);
  // Where headings like those of the items are many, they are a level of their own inside the items.
  const lost = isGrouped ? within : alike.length <= members.length * 0.35 ? alike : [];
  const outer = headings.filter(
    (line) =>
      (line.index < first && line.form === "usual" && line.entry.node.reading.token !== t.LabelLine) ||
      (line.index > last && (line.form === "usual" || isLikeItems(line.entry, looks, members.length))),
  );
  const found = [...outer, ...lost].map((line) => startOf(context, line));
  return merged(starts, [...found, ...closing(context, last, taken)]);
}

/** Both in order; what the numbered items are nested in moves with them. */
function merged(starts: readonly ItemStart[], others: readonly ItemStart[]): ItemStart[] {
  const all = [...starts, ...others].sort((a, b) => a.index - b.index);
  const places = new Map(all.map((start, position) => [start, position]));
  return all.map((start) => {
    const parent = start.parent === null ? undefined : starts[start.parent];
    return parent === undefined ? start : { ...start, parent: places.get(parent) ?? null };
  });
}

/** Looks that some of the numbered headings share. */
interface Looks {
  readonly view: LineView;
  count: number;
}

/** The different looks of the numbered headings, which are few, each with the number of those that have it. */
function looksOf(members: readonly NumberedLine[]): readonly Looks[] {
  const found = new Map<string, Looks>();
  for (const { entry } of members) {
    const { view } = entry.node;
    const { heading, bold, underline, size, indent } = view.line.style;
    const key = [heading, bold, underline, view.isCapitals, size, indent].join(" ");
    const same = found.get(key);
    if (same === undefined) found.set(key, { view, count: 1 });
    else same.count++;
  }
  return [...found.values()];
}

/** Whether a heading looks as most numbered headings do: their mark-up, type, capitals, size and indentation. */
function isLikeItems({ node: { view } }: FlowLine, looks: readonly Looks[], count: number): boolean {
  if (!view.isSetApart) return false;
  const alike = looks.filter((other) => areAlike(view, other.view)).reduce((sum, other) => sum + other.count, 0);
  return alike >= count * 0.5;
}

function areAlike(view: LineView, otherView: LineView): boolean {
  const [own, other] = [view.line.style, otherView.line.style];
  return (
    own.heading === other.heading &&
    own.bold === other.bold &&
    own.underline === other.underline &&
    view.isCapitals === otherView.isCapitals &&
    Math.abs((own.size ?? 0) - (other.size ?? 0)) < 0.6 &&
    Math.abs((own.indent ?? 0) - (other.indent ?? 0)) < 60
  );
}

/** Numbered headings that only group leave the business to those below them: they have no text of their own, and fewer are they. */
function carryBusiness(
  context: PartContext,
  within: readonly HeadingLine[],
  members: readonly NumberedLine[],
): boolean {
  if (within.length <= members.length) return false;
  const below = new Set(within.map((line) => line.index));
  let next = 0;
  const groups = members.filter(({ index }, position) => {
    const end = members[position + 1]?.index ?? Number.POSITIVE_INFINITY;
    while ((within[next]?.index ?? Number.POSITIVE_INFINITY) <= index) next++;
    return (within[next]?.index ?? end) < end;
  });
  const bare = groups.filter(({ index }) => {
    const next = entryAfter(context.flow, index);
    return next !== undefined && below.has(context.flow.indexOf(next, index));
  });
  return groups.length > 0 && bare.length >= groups.length * 0.6;
}

/** Behind the last number: "Date of next meeting – Thursday 4 May in the hall" on a line of its own. */
function closing(context: PartContext, last: number, taken: ReadonlySet<number>): ItemStart[] {
  const starts: ItemStart[] = [];
  for (let index = last + 1; index < context.flow.length; index++) {
    const entry = context.flow[index];
    if (entry?.kind !== "line" || taken.has(index) || entry.node.reading.number !== null) continue;
    if (entry.group?.kind === "decision" || entry.group?.kind === "action") continue;
    const { view } = entry.node;
    if (view.isSetApart || view.line.style.list !== null || !ANNOUNCED_LAST.test(view.text)) continue;
    const title = titleBeforeMark(view.text);
    if (title !== null && USUAL_BUSINESS.test(title))
      starts.push({ ...startAt(context, index, null, false), confidence: 0.8 });
  }
  return starts;
}
