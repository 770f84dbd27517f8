/** Which lines begin a part of a document: tab pages, titles with a body or a day of their own, annexes behind the minutes. */

import type { PartKind } from "../../model/minutes.js";
import { type BlockNode, isBlank, type LineNode, linesOf } from "../ast.js";
import { findDates, namesDay } from "../phrases/date.js";
import * as t from "../tokens.js";
import { BODY_WORDS } from "../vocabulary/bodies.js";
import { ATTENDANCE_HEADING } from "../vocabulary/headings.js";
import { lastNumber, resumes } from "./part-numbers.js";

export interface PartStart {
  readonly kind: PartKind;
  readonly title: LineNode | null;
  readonly isTabbed: boolean;
  /** Agenda and minutes of one meeting under one head. */
  readonly isOfSameMeeting: boolean;
}

/** How far from its title the date and the body of a part may stand, in blocks. */
const TITLE_REACH = 4;

/** Index of the first block of each part → what the part is. */
export function partStarts(nodes: readonly BlockNode[]): Map<number, PartStart> {
  const starts = new Map<number, PartStart>();
  const tabs = nodes.flatMap((node, index) => (isLine(node, t.TabLine) ? [index] : []));
  const isPack = tabs.length >= 2 && !areItems(nodes, tabs);
  if (isPack) for (const index of tabs) addTab(starts, index);
  let before: Before | null = null;
  let isFirstTitle = true;
  nodes.forEach((node, index) => {
    const tabbed = starts.get(index);
    if (tabbed !== undefined) before = { kind: tabbed.kind, index, title: null };
    if (!isLine(node, t.TitleLine) && (isPack || !isLine(node, t.TabLine))) return;
    before = addTitle(starts, nodes, index, node, isFirstTitle ? null : before) ?? before;
    isFirstTitle = false;
  });
  return starts;
}

/** The part that a title stands in. */
interface Before {
  readonly kind: PartKind;
  readonly index: number;
  readonly title: LineNode | null;
}

/** Adds the part that a title begins; null where it begins none. */
function addTitle(
  starts: Map<number, PartStart>,
  nodes: readonly BlockNode[],
  index: number,
  title: LineNode,
  before: Before | null,
): Before | null {
  const kind = title.reading.partKind ?? "report";
  const tab = tabBefore(starts, nodes, index);
  if (tab !== null) {
    if (tab.title !== null || kind === "report") return null;
    starts.set(tab.index, { kind, title, isTabbed: true, isOfSameMeeting: false });
    return { kind, index: tab.index, title };
  }
  const start = kind === "report" ? index : blockStart(nodes, index);
  const isFirst =
    before === null &&
    kind !== "report" &&
    (!hasContent(nodes.slice(0, start)) || (kind === "minutes" && isHeadMatter(nodes.slice(0, start))));
  const begins = isFirst || beginsPart(nodes, index, title, kind, before);
  const isOfSameMeeting = !begins && isMinutesOfAgenda(nodes, index, title, before);
  if (!begins && !isOfSameMeeting) return null;
  const first = isFirst ? firstIndex(nodes) : isOfSameMeeting ? index : start;
  starts.set(first, { kind, title, isTabbed: false, isOfSameMeeting });
  return { kind, index: first, title };
}

function beginsPart(
  nodes: readonly BlockNode[],
  index: number,
  title: LineNode,
  kind: PartKind,
  before: Before | null,
): boolean {
  if (kind === "report") return beginsAnnex(nodes, index, title, before);
  if (!isPartTitle(nodes, index, title, kind)) return false;
  // Inside minutes a title may be an item ("Minutes of the annual meeting") or the head of the next page.
  return kind !== "minutes" || before?.kind !== "minutes" || opensMeeting(nodes, index);
}

/** "Agenda" … "Minutes" as two headings of one rank: what was to be done, and what was. */
function isMinutesOfAgenda(
  nodes: readonly BlockNode[],
  index: number,
  title: LineNode,
  before: Before | null,
): boolean {
  if (before?.kind !== "agenda" || before.title === null || title.reading.partKind !== "minutes") return false;
  const [one, other] = [before.title.view, title.view];
  const isAlike = one.line.style.heading === other.line.style.heading && one.isSetApart && other.isSetApart;
  const agenda = nodes.slice(before.index, index);
  return isAlike && other.wordCount <= 2 && opensMeeting(nodes, index) && !agenda.some(isPeople);
}

/** Blocks behind a title in which a meeting lists who came, or begins to count. */
const OPENING_REACH = 16;

function opensMeeting(nodes: readonly BlockNode[], index: number): boolean {
  const opening = nodes.slice(index + 1, index + 1 + OPENING_REACH * 2).filter((node) => !isBlank(node));
  return opening.slice(0, OPENING_REACH).some((node) => {
    if (isPeople(node)) return true;
    if (node.kind === "grid") return linesOf([node]).some(({ reading }) => reading.label !== null);
    if (node.kind !== "line") return false;
    const number = node.reading.number;
    return ATTENDANCE_HEADING.test(node.view.text) || (number?.kind === "decimal" && number.values[0] === 1);
  });
}

function isPeople(node: BlockNode): boolean {
  return node.kind === "section" && node.head.reading.label?.role === null;
}

/** How far behind an annex its minutes may go on, in blocks. */
const ANNEX_REACH = 400;

/** An annex has matter of its own, and the minutes do not go on behind it. A list of annexes is none. */
function beginsAnnex(nodes: readonly BlockNode[], index: number, title: LineNode, before: Before | null): boolean {
  if (before?.kind === "agenda" || before?.kind === "action_log") return false;
  if (title.reading.token === t.TabLine && !/^(?:appendix|annex|enclosure|schedule)/i.test(title.view.text))
    return false;
  const behind = nodes.slice(index + 1, index + 1 + ANNEX_REACH).filter((node) => !isBlank(node));
  const [next] = behind;
  if (
    !hasContent(nodes.slice(0, index)) ||
    next === undefined ||
    (next.kind === "line" && next.reading.partKind === "report")
  )
    return false;
  if (behind.length < 2 && next.kind !== "grid") return false;
  const last = lastNumber(nodes.slice(before?.index ?? 0, index));
  return last === 0 || !behind.some((_, at) => resumes(behind, at, last + 1));
}

/** Pages of a pack lie far apart; "ITEM 1", "ITEM 2", "ITEM 3" over a few lines each, with no title among them, are the items of one meeting. */
function areItems(nodes: readonly BlockNode[], tabs: readonly number[]): boolean {
  const numbers = tabs.map((index) => Number(/\d+/.exec((nodes[index] as LineNode).view.text)?.[0] ?? Number.NaN));
  const [first, last] = [tabs[0] ?? 0, tabs.at(-1) ?? 0];
  const isChain = numbers.length >= 3 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
  if (!isChain || (numbers[0] ?? 0) > 2 || last - first > 12 * (tabs.length - 1)) return false;
  return !nodes.slice(first, last).some((node) => isLine(node, t.TitleLine));
}

/** Papers behind a tab page are reports, unless a title says that they are minutes or a log. The tab page's own words repeat in the paper ("ITEM: 5"). */
function addTab(starts: Map<number, PartStart>, index: number): void {
  for (let back = 1; back <= TITLE_REACH + 1; back++) if (starts.has(index - back)) return;
  starts.set(index, { kind: "report", title: null, isTabbed: true, isOfSameMeeting: false });
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
function isPartTitle(nodes: readonly BlockNode[], index: number, title: LineNode, kind: PartKind): boolean {
  const over = nodes.slice(blockStart(nodes, index), index);
  const near = [...over, ...nodes.slice(index + 1, index + 3)];
  const hasOwnDate = findDates(title.view.text).length > 0 && BODY_WORDS.test(title.view.text);
  if (kind === "action_log")
    return hasOwnDate || (title.view.wordCount <= 8 && (near.some(isDateLine) || over.some(isBodyLine)));
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

export function isTitleMatter(node: BlockNode | undefined): boolean {
  return node?.kind === "line" && node.view.wordCount <= 14 && !/[.;]$/.test(node.view.text);
}

/** A line that holds little more than a date (and a time, or where). */
export function isDateLine(node: BlockNode | undefined): boolean {
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

/** Blocks that may stand over the title. */
const HEAD_BLOCKS = 30;

/** Names and labels over the title of the minutes: the officers of a letterhead, or those who came. What names the day is the head of the minutes itself. */
function isHeadMatter(nodes: readonly BlockNode[]): boolean {
  const blocks = nodes.filter((node) => !isBlank(node));
  return (
    blocks.length <= HEAD_BLOCKS &&
    blocks.every((node) => node.kind === "section" || (node.kind === "line" && isTitleMatter(node))) &&
    !hasContent(blocks.filter((node) => node.kind !== "section")) &&
    !linesOf(blocks).some(({ view }) => namesDay(view.text))
  );
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

function isLine(node: BlockNode, token: typeof t.TitleLine): node is LineNode {
  return node.kind === "line" && node.reading.token === token;
}
