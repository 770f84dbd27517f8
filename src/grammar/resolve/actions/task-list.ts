/** The list below a marker that stands alone: bullets, numbers or paragraphs, a name over the tasks of its owner, and lines that tell more of a task. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { isBidding, TASK_DETAILS } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { readMarkedTask } from "./marked-task.js";
import { isNameOfPerson, onlyOwners } from "./owners.js";

/** A line of the list and the owners that stand over it. */
export interface ListedTask {
  readonly line: FlowLine;
  readonly words: Span;
  readonly owners: readonly Span[];
  /** What lines below it say. */
  readonly details: readonly { readonly kind: "owner" | "due" | "status"; readonly span: Span }[];
}

interface OwnerAbove {
  readonly owners: readonly Span[];
  readonly indent: number;
  readonly isNested: boolean;
}

/** The tasks below the entry at `index`, up to what is no longer a list of tasks. */
export function tasksBelow(
  context: PartContext,
  entries: readonly FlowEntry[],
  index: number,
  people: readonly Attendee[],
  headOwners: readonly Span[] = [],
): ListedTask[] {
  const tasks: ListedTask[] = [];
  let above: OwnerAbove | null = headOwners.length > 0 ? { owners: headOwners, indent: -1, isNested: false } : null;
  const lines = linesBelow(entries, index);
  const areNames = headsAreNames(context, lines, people);
  for (const [position, line] of lines.entries()) {
    const detail = detailOf(line);
    const last = tasks.at(-1);
    if (detail !== null && last !== undefined) {
      tasks[tasks.length - 1] = { ...last, details: [...last.details, detail] };
      continue;
    }
    const isName = areNames && isNameHead(line);
    if (!isName && !isListed(context, line, tasks, people)) break;
    const words = behindNumber(line);
    const names = isName ? [words] : ownersAlone(context, line, words, lines[position + 1], people);
    const indent = line.node.view.line.style.indent ?? 0;
    if (names !== null) {
      const nextIndent = lines[position + 1]?.node.view.line.style.indent ?? 0;
      above = { owners: names, indent, isNested: nextIndent > indent };
      continue;
    }
    // A name under a label that stands for a column is the owner of what stands above.
    if (onlyOwners(context, words, people, 6) !== null) continue;
    if (above?.isNested === true && indent <= above.indent) above = null;
    tasks.push({ line, words, owners: above?.owners ?? [], details: [] });
  }
  return tasks;
}

/** Lines right below an entry that tell more of its task: "Due: 10 April", "Owner: J Smith". */
export function detailsBelow(entries: readonly FlowEntry[], index: number): ListedTask["details"] {
  const details: ListedTask["details"][number][] = [];
  for (const line of linesBelow(entries, index, 4)) {
    const detail = detailOf(line);
    if (detail === null) break;
    details.push(detail);
  }
  return details;
}

/** "# rhiba" over her tasks, "# maddy" over none: where some of the short headings of a list are people of the meeting, all are. */
function headsAreNames(context: PartContext, lines: readonly FlowLine[], people: readonly Attendee[]): boolean {
  const heads = lines.slice(0, 40).filter(isNameHead);
  const known = heads.filter(({ node: { view } }) => {
    const isKnown = view.text.split(/\s*(?:,|&|\band\b)\s*/).every((name) => isNameOfPerson(name, people));
    return isKnown || onlyOwners(context, view.span, people) !== null;
  });
  return known.length >= 2 && known.length * 3 >= heads.length;
}

function isNameHead({ node: { view, reading } }: FlowLine): boolean {
  return reading.token === t.HeadingLine && view.wordCount <= 3 && view.line.style.heading !== null;
}

/** Lines with words behind a place, up to a grid or a line that opens something else. */
function linesBelow(entries: readonly FlowEntry[], index: number, most = Number.POSITIVE_INFINITY): FlowLine[] {
  const lines: FlowLine[] = [];
  for (let at = index + 1; at < entries.length && lines.length < most; at++) {
    const entry = entries[at] as FlowEntry;
    if (entry.kind !== "line") break;
    const { reading, view } = entry.node;
    if (view.text === "" || reading.token === t.FurnitureLine) continue;
    if (STOPPERS.has(reading.token)) break;
    lines.push(entry);
  }
  return lines;
}

const STOPPERS = new Set([
  t.ActionLine,
  t.DecisionLine,
  t.TitleLine,
  t.TabLine,
  t.SignatureLine,
  t.CloseLine,
  t.NumberLine,
]);

function behindNumber(line: FlowLine): Span {
  return line.node.reading.number === null ? line.node.view.span : line.node.reading.rest;
}

function detailOf(line: FlowLine): ListedTask["details"][number] | null {
  const { view } = line.node;
  if (view.wordCount > 12) return null;
  for (const [pattern, kind] of TASK_DETAILS) {
    const match = pattern.exec(view.text);
    if (match !== null && match[0].length < view.text.length)
      return { kind, span: { start: view.span.start + match[0].length, end: view.span.end } };
  }
  return null;
}

/** Bullets and numbers are; a paragraph is where it gives a task, the first also where it reports nothing. */
function isListed(
  context: PartContext,
  line: FlowLine,
  tasks: readonly ListedTask[],
  people: readonly Attendee[],
): boolean {
  const { reading, view } = line.node;
  if (reading.token === t.BulletLine || reading.token === t.ClauseLine || reading.token === t.OwnerLine) return true;
  if (reading.token === t.NumberedLine) return !view.isSetApart;
  if (reading.token === t.HeadingLine || reading.token === t.LabelLine)
    return view.wordCount <= 4 && onlyOwners(context, withoutMark(view.span, view.text), people) !== null;
  if (reading.token !== t.TextLine) return false;
  if (/^\s*(?:\[[ xX]?\]|[☐☑□→])/.test(view.text)) return true;
  const marked = readMarkedTask(context, view.span, people);
  if (marked.owners.length > 0 || isBidding(view.text) || /\bto\s+be\b/.test(view.text)) return true;
  if (onlyOwners(context, withoutMark(view.span, view.text), people) !== null) return true;
  return tasks.length === 0
    ? !hasFiniteVerb(view.text) || view.wordCount < 25
    : view.wordCount <= 20 && !hasFiniteVerb(view.text);
}

function withoutMark(span: Span, text: string): Span {
  return { start: span.start, end: span.start + text.replace(/\s*[:–—-]+\s*$/, "").length };
}

/** "John:" or "JS" alone over other lines. */
function ownersAlone(
  context: PartContext,
  line: FlowLine,
  words: Span,
  next: FlowLine | undefined,
  people: readonly Attendee[],
): readonly Span[] | null {
  if (next === undefined) return null;
  const whole = context.source.text.slice(words.start, words.end);
  // "h2. Ada": a heading as Textile marks it.
  const mark = /^h[1-6]\.\s+/.exec(whole)?.[0].length ?? 0;
  const text = whole.slice(mark);
  const span = withoutMark({ start: words.start + mark, end: words.end }, text);
  const owners = onlyOwners(context, span, people, 6);
  if (owners !== null) return owners;
  const isSmallName = /^[\p{L}-]+\s*:?$/u.test(text) && isNameOfPerson(text.replace(/\s*:$/, ""), people);
  return isSmallName && (mark > 0 || line.node.view.wordCount === 1) ? [span] : null;
}
