/** Where one document's parts begin and end: the agenda, the minutes, each action log and each report of a pack. */

import type { PartKind } from "../../model/minutes.js";
import type { BlockNode, LineNode } from "../ast.js";
import { findDates } from "../phrases/date.js";
import * as t from "../tokens.js";
import { BODY_WORDS } from "../vocabulary/bodies.js";

export interface PartDraft {
  readonly kind: PartKind;
  /** The line that names the part ("MINUTES", "ACTION LOG"); null where nothing does. */
  readonly title: LineNode | null;
  /** In document order; an action log that stands inside minutes is a part of its own, so they need not be neighbours. */
  readonly nodes: BlockNode[];
}

/** How far from its title the date and the body of a part may stand, in blocks. */
const TITLE_REACH = 4;

export function splitParts(nodes: readonly BlockNode[]): PartDraft[] {
  const starts = partStarts(nodes);
  const parts: PartDraft[] = [];
  let current: PartDraft | null = null;
  let outer: { part: PartDraft; resumesAt: number } | null = null;
  nodes.forEach((node, index) => {
    const start = starts.get(index);
    if (start !== undefined) {
      const part: PartDraft = { kind: start.kind, title: start.title, nodes: [] };
      outer =
        start.kind === "action_log" && !start.isTabbed && current?.kind === "minutes"
          ? { part: current, resumesAt: lastNumber(current.nodes) + 1 }
          : null;
      parts.push(part);
      current = part;
    } else if (outer !== null && resumes(nodes, index, outer.resumesAt)) {
      current = outer.part;
      outer = null;
    } else if (current === null) {
      current = { kind: "minutes", title: null, nodes: [] };
      parts.push(current);
    }
    (current as PartDraft).nodes.push(node);
  });
  return parts.filter((part) => part.nodes.some((node) => !isBlank(node)));
}

interface PartStart {
  readonly kind: PartKind;
  readonly title: LineNode | null;
  readonly isTabbed: boolean;
}

/** Index of the first block of each part → what the part is. */
function partStarts(nodes: readonly BlockNode[]): Map<number, PartStart> {
  const starts = new Map<number, PartStart>();
  const tabs = nodes.flatMap((node, index) => (isLine(node, t.TabLine) ? [index] : []));
  const isPack = tabs.length >= 2;
  if (isPack) for (const index of tabs) addTab(starts, index);
  const titles = nodes.flatMap((node, index) => (isLine(node, t.TitleLine) ? [index] : []));
  titles.forEach((index, position) => {
    const title = nodes[index] as LineNode;
    const kind = title.reading.partKind ?? "minutes";
    const tab = tabBefore(starts, nodes, index);
    if (tab !== null) {
      if (tab.title === null) starts.set(tab.index, { kind, title, isTabbed: true });
      return;
    }
    const start = blockStart(nodes, index);
    const isFirst = position === 0 && !hasContent(nodes.slice(0, start));
    if (isFirst) starts.set(firstIndex(nodes), { kind, title, isTabbed: false });
    else if (isPartTitle(nodes, index, kind)) starts.set(start, { kind, title, isTabbed: false });
  });
  return starts;
}

/** Papers behind a tab page are reports, unless a title says that they are minutes or a log. The tab page's own words repeat in the paper ("ITEM: 5"). */
function addTab(starts: Map<number, PartStart>, index: number): void {
  const isRepeat = [...starts.keys()].some((other) => index - other <= TITLE_REACH + 1);
  if (!isRepeat) starts.set(index, { kind: "report", title: null, isTabbed: true });
}

function tabBefore(
  starts: ReadonlyMap<number, PartStart>,
  nodes: readonly BlockNode[],
  index: number,
): (PartStart & { index: number }) | null {
  for (let back = index - 1; back >= 0 && index - back <= TITLE_REACH + 2; back--) {
    const start = starts.get(back);
    if (start?.isTabbed === true) return { ...start, index: back };
    if (!isTitleMatter(nodes[back])) return null;
  }
  return null;
}

/** A title inside a document begins a part only where a body or a date of its own stands right beside it. */
function isPartTitle(nodes: readonly BlockNode[], index: number, kind: PartKind): boolean {
  const title = nodes[index] as LineNode;
  const near = [...nodes.slice(blockStart(nodes, index), index), ...nodes.slice(index + 1, index + 3)];
  const hasOwnDate = findDates(title.view.text).length > 0 && BODY_WORDS.test(title.view.text);
  if (kind === "action_log")
    return (
      title.view.wordCount <= 8 &&
      near.some((node) => isDateLine(node) || (isBodyLine(node) && nodes.indexOf(node) < index))
    );
  const isBare = title.view.wordCount <= 3 && title.view.isSetApart;
  return hasOwnDate || (near.some(isDateLine) && (isBare || near.some(isBodyLine) || BODY_WORDS.test(title.view.text)));
}

/** The body's name and the date often stand over the title: they belong to the part. */
function blockStart(nodes: readonly BlockNode[], index: number): number {
  let start = index;
  while (start > 0 && index - start < TITLE_REACH && (isDateLine(nodes[start - 1]) || isBodyLine(nodes[start - 1])))
    start--;
  return start;
}

function isTitleMatter(node: BlockNode | undefined): boolean {
  return node?.kind === "line" && node.view.wordCount <= 14 && !/[.;]$/.test(node.view.text);
}

/** A line that holds little more than a date (and a time, or where). */
function isDateLine(node: BlockNode | undefined): boolean {
  return (
    node?.kind === "line" &&
    node.view.wordCount <= 12 &&
    findDates(node.view.text).length > 0 &&
    !/[.;:]$/.test(node.view.text) &&
    node.reading.number === null
  );
}

function isBodyLine(node: BlockNode | undefined): boolean {
  if (
    node?.kind !== "line" ||
    node.view.wordCount > 12 ||
    /[.;:]$/.test(node.view.text) ||
    node.reading.number !== null
  )
    return false;
  return BODY_WORDS.test(node.view.text) && (node.view.isSetApart || findDates(node.view.text).length > 0);
}

function hasContent(nodes: readonly BlockNode[]): boolean {
  return nodes.some((node) => node.kind !== "line" || node.reading.number !== null || node.view.wordCount > 40);
}

function firstIndex(nodes: readonly BlockNode[]): number {
  return Math.max(
    0,
    nodes.findIndex((node) => !isBlank(node)),
  );
}

/** The highest whole number at the start of a line so far that continues 1, 2, 3 … */
function lastNumber(nodes: readonly BlockNode[]): number {
  let last = 0;
  for (const node of nodes) {
    if (node.kind !== "line") continue;
    const number = node.reading.number;
    if (number?.kind === "decimal" && number.close !== null && (number.values[0] === last + 1 || last === 0))
      last = number.values[0] ?? last;
  }
  return last;
}

/** Minutes go on after a log inside them where their numbers do. */
function resumes(nodes: readonly BlockNode[], index: number, number: number): boolean {
  const node = nodes[index];
  if (node?.kind !== "line" || node.reading.number?.kind !== "decimal" || node.reading.number.close === null)
    return false;
  if (node.reading.number.values[0] !== number) return false;
  const next = nodes.slice(index + 1).find((other) => !isBlank(other));
  const head = node.reading.token === t.NumberLine ? next : node;
  return head?.kind === "line" && (head.view.isSetApart || head.reading.token === t.HeadingLine);
}

function isLine(node: BlockNode, token: typeof t.TitleLine): node is LineNode {
  return node.kind === "line" && node.reading.token === token;
}

function isBlank(node: BlockNode): boolean {
  return node.kind === "line" && node.view.text === "";
}
