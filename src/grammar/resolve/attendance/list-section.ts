/** A label and the list under it, or a table of people and the lines that go on below it. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { readSectionLabel } from "../../phrases/section-label.js";
import * as t from "../../tokens.js";
import { USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import type { FlowGrid, FlowLine } from "../flow/flow.js";
import { type ListBefore, postIn, readStretches, statusUnder } from "./labelled-people.js";
import { ListReader } from "./list-reader.js";
import { pairWithOrganisations } from "./paired-columns.js";
import { peopleInGrid } from "./people-grid.js";

/** A list that was read: its people, and where in the flow it ends. */
export interface ListFound extends ListBefore {
  readonly people: readonly Attendee[];
  readonly last: number;
}

/** Reads a label's own line and the entries under it. `before`: the list above, whose status "Online:" goes on with. */
export function takeSection(
  context: PartContext,
  index: number,
  before: ListFound | null,
  isForAll: boolean,
): ListFound {
  const head = context.flow[index] as FlowLine;
  const { reading, view } = head.node;
  const found =
    reading.label === null ? readSectionLabel(context.source.text.slice(reading.rest.start, view.span.end)) : null;
  const label = reading.label ?? found?.label ?? { status: "present" as const, role: null };
  const restStart = found === null ? reading.rest.start : Math.min(view.span.end, reading.rest.start + found.end);
  const status = isForAll ? "present" : statusUnder(label, before);
  const inline = readStretches(
    context,
    { start: restStart, end: view.span.end },
    status,
    label,
    label.role === "named" ? postOf(context, head) : null,
  );
  const list = new ListReader(context, index, inline.status, label, inline.people.length > 0);
  list.read();
  const people = [...inline.people, ...pairWithOrganisations(context, list.people, list.last)];
  const isPureLabel = restStart >= view.span.end || view.wordCount <= 6;
  if (reading.token === t.LabelLine && (people.length > 0 || isPureLabel)) consumeHead(context, head);
  const isBare = people.length === 0 && restStart >= view.span.end;
  return { people, last: list.last, status: list.status, isBare };
}

/** Reads a table of people and the lines below that go on with its last list. */
export function takeGrid(context: PartContext, index: number, entry: FlowGrid): ListFound {
  context.consumed.add(entry);
  const grid = peopleInGrid(context, entry, "present");
  const list = new ListReader(context, index, grid.status, { status: grid.status, role: null }, true);
  if (grid.people.length > 0) list.read();
  return { people: [...grid.people, ...list.people], last: list.last, status: list.status, isBare: false };
}

/** The words of a label as far as they name a post: "Clerk" of "Clerk:", "Minutes" of "Minutes taken by". */
function postOf(context: PartContext, head: FlowLine): Span | null {
  const { span, text } = head.node.view;
  const found = readSectionLabel(text);
  return found === null ? null : postIn(context, { start: span.start, end: span.start + found.wordsEnd });
}

/** The heading of an apologies item stays an item; a label of a list does not. */
function consumeHead(context: PartContext, head: FlowLine): void {
  const isItem = USUAL_BUSINESS.test(head.node.view.text) && !/:\s*$/.test(head.node.view.text);
  if (!isItem && head.columnNumber === null) context.consumed.add(head);
}
