/** The page read from top to bottom: layout tables taken apart, margins kept beside what they belong to, people, action logs and data left whole. */

import type { Span } from "../../../model/source.js";
import { type BlockNode, type CellNode, type GridNode, isBlank, type LineNode, linesOf } from "../../ast.js";
import type { ItemNumber } from "../../phrases/item-number.js";
import { readItemNumber } from "../../phrases/item-number.js";
import type { ColumnRole } from "../../vocabulary/columns.js";
import { type GridReading, readGrid } from "./grids.js";

/** Owners that stand beside a block of text, in order. */
export interface Margin {
  readonly owners: readonly LineNode[];
  /** What a column beside the owners says of the time. */
  readonly due: readonly LineNode[];
  /** The entries of the flow that they stand beside. */
  readonly beside: FlowLine[];
}

export interface FlowLine {
  readonly kind: "line";
  readonly node: LineNode;
  /** Index of the group (section, decision, action) that the grammar put the line in; null outside of groups. */
  readonly group: Group | null;
  /** A number that stands in a column of its own before the line. */
  readonly columnNumber: { readonly number: ItemNumber; readonly span: Span } | null;
  readonly margin: Margin | null;
  /** Whether it names the business of its row, by the title of its column. */
  readonly isTopic: boolean;
}

export interface FlowGrid {
  readonly kind: "grid";
  readonly node: GridNode;
  readonly reading: GridReading;
  readonly group: Group | null;
}

export interface Group {
  readonly kind: "section" | "decision" | "action";
  readonly head: LineNode;
}

export type FlowEntry = FlowLine | FlowGrid;

/** The nearest entry before a place that holds words. */
export function entryBefore(entries: readonly FlowEntry[], index: number): FlowEntry | undefined {
  let at = index - 1;
  while (isWordless(entries[at])) at--;
  return entries[at];
}

/** The nearest entry behind a place that holds words. */
export function entryAfter(entries: readonly FlowEntry[], index: number): FlowEntry | undefined {
  let at = index + 1;
  while (isWordless(entries[at])) at++;
  return entries[at];
}

function isWordless(entry: FlowEntry | undefined): boolean {
  return entry?.kind === "line" && entry.node.view.text === "";
}

/** Takes a part's tree apart into the order in which it is read. */
export function toFlow(nodes: readonly BlockNode[]): FlowEntry[] {
  return nodes.flatMap((node, index) => flowOf(node, null, null, isBelowActions(nodes, index)));
}

/** Whether a table follows the title or an entry of a list of actions. */
function isBelowActions(nodes: readonly BlockNode[], index: number): boolean {
  let at = index - 1;
  for (let node = nodes[at]; node !== undefined && at > index - 8; node = nodes[--at]) {
    if (node.kind === "action") return true;
    if (!isBlank(node) && node.kind !== "grid") return false;
  }
  return false;
}

function flowOf(node: BlockNode, margin: Margin | null, group: Group | null, isListOfActions = false): FlowEntry[] {
  switch (node.kind) {
    case "line":
      return [lineEntry(node, group, margin)];
    case "section": {
      const own: Group = { kind: "section", head: node.head };
      return [lineEntry(node.head, own, margin), ...node.entries.flatMap((entry) => flowOf(entry, margin, own))];
    }
    case "decision":
    case "action": {
      const own: Group = { kind: node.kind, head: node.head };
      return [node.head, ...node.clauses].map((line) => lineEntry(line, own, margin));
    }
    case "grid":
      return gridFlow(node, group, margin, isListOfActions);
    default:
      return node satisfies never;
  }
}

function lineEntry(node: LineNode, group: Group | null, margin: Margin | null): FlowLine {
  const entry: FlowLine = { kind: "line", node, group, columnNumber: null, margin, isTopic: false };
  margin?.beside.push(entry);
  return entry;
}

function gridFlow(node: GridNode, group: Group | null, margin: Margin | null, isListOfActions: boolean): FlowEntry[] {
  const reading = readGrid(node, group?.kind === "section", isListOfActions);
  if (reading.use !== "layout") return [{ kind: "grid", node, reading, group }];
  return node.rows.slice(reading.headerRows).flatMap((row) => rowFlow(row, reading, margin));
}

/** A row of a layout: its number goes to its first line, its owners become the margin of all of it. */
function rowFlow(row: readonly CellNode[], reading: GridReading, outer: Margin | null): FlowEntry[] {
  const linesIn = (role: ColumnRole) =>
    row.flatMap(({ cell, lines }) => (reading.columns.get(cell.col) === role ? lines : []));
  const owners = linesIn("owner");
  const due = linesIn("due");
  const margin: Margin | null = owners.length > 0 ? { owners, due, beside: [] } : outer;
  const entries: FlowEntry[] = [];
  let number: FlowLine["columnNumber"] = null;
  for (const cell of row) {
    const role = reading.columns.get(cell.cell.col);
    if (role === "owner" || role === "presenter" || (role === "due" && margin?.due === due)) continue;
    if (role === "task") {
      entries.push(...actionEntries(cell, margin));
      continue;
    }
    const read = role === "number" || cell.cell.col === 0 ? columnNumber(cell) : null;
    if (read !== null && row.length > 1) number = read;
    else {
      const own = cell.blocks.flatMap((block) => flowOf(block, margin, null));
      entries.push(...(role === "topic" ? withTopic(own) : own));
    }
  }
  return number === null ? entries : withNumber(entries, number);
}

/** The cell of an action column: each of its lines is a marked action. */
function actionEntries(cell: CellNode, margin: Margin | null): FlowEntry[] {
  return linesOf(cell.blocks).map((node) => lineEntry(node, { kind: "action", head: node }, margin));
}

function columnNumber({ lines: [only, ...more] }: CellNode): FlowLine["columnNumber"] {
  if (only === undefined || more.length > 0) return null;
  const number = readItemNumber(only.view.text);
  if (number === null || number.end < only.view.text.length) return null;
  const start = only.view.span.start;
  return { number, span: { start: start + number.span.start, end: start + number.span.end } };
}

function withNumber(entries: FlowEntry[], columnNumber: FlowLine["columnNumber"]): FlowEntry[] {
  return withFirst(entries, (entry) => ({ ...entry, columnNumber }));
}

function withTopic(entries: FlowEntry[]): FlowEntry[] {
  return withFirst(entries, (entry) => ({ ...entry, isTopic: true }));
}

/** The entries with their first line of words changed, in the margin beside it as well. */
function withFirst(entries: FlowEntry[], change: (entry: FlowLine) => FlowLine): FlowEntry[] {
  const at = entries.findIndex((entry) => entry.kind === "line" && entry.node.view.text !== "");
  const entry = entries[at];
  if (entry?.kind !== "line") return entries;
  const changed = change(entry);
  const beside = entry.margin?.beside;
  if (beside !== undefined) beside[beside.indexOf(entry)] = changed;
  return entries.map((other, index) => (index === at ? changed : other));
}
