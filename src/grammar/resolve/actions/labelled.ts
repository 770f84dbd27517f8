/** Tasks behind a label ("ACTION: JS to write"), in the cells of an action column, and in the list below a label that stands alone. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import * as t from "../../tokens.js";
import { NO_ACTION, STATUS_LINE, TASK_VERBS } from "../../vocabulary/actions.js";
import { ACTION_TAKEN } from "../../vocabulary/outcomes.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine } from "../flow/flow.js";
import { sentencesOf } from "../prose.js";
import { readMarkedTask } from "./marked-task.js";
import { areOwners, onlyOwners, splitOwners } from "./owners.js";
import { endOfTask, type TaskDraft } from "./task-draft.js";
import { type ListedTask, tasksBelow } from "./task-list.js";

/** The words behind a label, and the list below a label that stands alone. */
export function labelledTasks(
  context: PartContext,
  entries: readonly FlowEntry[],
  people: readonly Attendee[],
): TaskDraft[] {
  const isSpoken = isTranscript(entries);
  return entries.flatMap((entry, index) => {
    if (entry.kind !== "line") return [];
    const { reading, view } = entry.node;
    const isActionCell = entry.group?.kind === "action" && entry.group.head === entry.node;
    if (isActionCell && reading.token !== t.ActionLine)
      return view.text === "" ? [] : tasksInCell(context, entries, index, people);
    if (
      (reading.token === t.BulletLine || reading.token === t.TextLine) &&
      isListedTask(context, entries, entry, people, isSpoken)
    )
      return tasksIn(context, entry, view.span, people);
    if (reading.token === t.TextLine && /:\s*$/.test(view.text) && OPENS_LIST.test(view.text))
      return jobsBelow(context, entries, index, people);
    if (reading.token !== t.ActionLine) return [];
    const words = labelWords(context, entry);
    if (words !== null && ACTION_TAKEN.test(context.source.text.slice(words.start, words.end))) return [];
    const below = () => listedTasks(context, tasksBelow(context, entries, index, people), people);
    if (words === null) return below();
    const owners = onlyOwners(context, words, people);
    if (owners !== null) return tasksOfOwners(context, entries, index, people, owners);
    const own = tasksIn(context, entry, words, people);
    return own.length === 0
      ? below()
      : [
          ...own,
          ...groupClauses(entries, index).flatMap((line) => tasksIn(context, line, line.node.reading.rest, people)),
        ];
  });
}

/** "@rowens: draft the policy", and under a heading that speaks of actions "Jonty: test the bench – done". */
function isListedTask(
  context: PartContext,
  entries: readonly FlowEntry[],
  entry: FlowLine,
  people: readonly Attendee[],
  isSpoken: boolean,
): boolean {
  const { text, span } = entry.node.view;
  if (/^(?:\[[ xX]?\]\s*)?@[\w-]+(?:\s*(?:,|and|&)\s*@[\w-]+)*\s*(?::|to\s|will\s|[–—-]\s)/.test(text)) return true;
  if (!isSpoken && isBiddenByName(context, span, people)) return true;
  const [head] = entries;
  const isUnderActions =
    head?.kind === "line" &&
    head.node.view.wordCount <= 10 &&
    /\b(?:actions?|jobs|tasks|to[- ]do)\b/i.test(head.node.view.text);
  if (!isUnderActions || entry.node.reading.token !== t.BulletLine) return false;
  const { owners } = readMarkedTask(context, span, people);
  return owners.length > 0 && areOwners(context.source.text, owners, people, false);
}

const SPOKEN = /^([^:]{2,40}):\s+(\S+)\s/;

/** Whether the lines tell who said what: "Theo: the order isn't stable". */
function isTranscript(entries: readonly FlowEntry[]): boolean {
  return entries.some((entry) => {
    if (entry.kind !== "line" || entry.node.reading.token === t.ActionLine || entry.node.view.wordCount < 4)
      return false;
    const match = /^\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*)?:\s+(\S+)\s/u.exec(entry.node.view.text);
    return match !== null && !TASK_VERBS.has(match[1] ?? "") && entry.node.reading.token !== t.LabelLine;
  });
}

/** "LD: take the letter to the printer": a known name, a colon, and a verb of doing. */
function isBiddenByName(context: PartContext, span: Span, people: readonly Attendee[]): boolean {
  const text = context.source.text.slice(span.start, span.end);
  const match = SPOKEN.exec(text);
  if (match === null || !TASK_VERBS.has(match[2] ?? "")) return false;
  const owners = onlyOwners(context, { start: span.start, end: span.start + (match[1] ?? "").length }, people, 5);
  return owners !== null && areOwners(context.source.text, owners, people, false);
}

/** A line of an action column; one that ends in a colon takes the lines below it in its cell. The owners beside it are its own where it names none. */
function tasksInCell(
  context: PartContext,
  entries: readonly FlowEntry[],
  index: number,
  people: readonly Attendee[],
): TaskDraft[] {
  const entry = entries[index] as FlowLine;
  const isSameCell = (other: FlowEntry | undefined) =>
    other?.kind === "line" && other.node.view.text !== "" && isOfCell(other, entry);
  const isOpen = (line: FlowLine) => /:$/.test(line.node.view.text);
  let first = index;
  while (isSameCell(entries[first - 1])) first--;
  const opener = entries.slice(first, index).findIndex((line) => line.kind === "line" && isOpen(line));
  if (opener >= 0) return [];
  let last = index;
  if (isOpen(entry)) while (isSameCell(entries[last + 1])) last++;
  const span = { start: entry.node.view.span.start, end: (entries[last] as FlowLine).node.view.span.end };
  const beside = (entry.margin?.owners ?? []).flatMap((line) => onlyOwners(context, line.view.span, people) ?? []);
  const tasks =
    last > index
      ? [{ owners: [], task: span, span, isMarked: true, rule: "action/marked" }]
      : tasksIn(context, entry, span, people);
  return tasks.map((task) => (task.owners.length > 0 ? task : { ...task, owners: beside }));
}

function isOfCell(one: FlowLine, other: FlowLine): boolean {
  const [a, b] = [one.node.view.line.cell, other.node.view.line.cell];
  return a !== null && b !== null && a.grid === b.grid && a.row === b.row && a.col === b.col;
}

/** A paragraph that ends in "Jobs:" opens a list. */
const OPENS_LIST =
  /(?:^|[.!?]\s|\b(?:the|following|agreed|these|new)\s+)(?:jobs|actions?|tasks|to[- ]do|volunteers)\s*:\s*$/i;

/** The bullets below it that name who does what. */
function jobsBelow(
  context: PartContext,
  entries: readonly FlowEntry[],
  index: number,
  people: readonly Attendee[],
): TaskDraft[] {
  const next = entryAfter(entries, index);
  if (next?.kind !== "line" || next.node.reading.token !== t.BulletLine) return [];
  return listedTasks(context, tasksBelow(context, entries, index, people), people).filter(
    ({ owners }) => owners.length > 0,
  );
}

/** Owners behind a label that stands by itself ("Action: Clerk"), where no list follows; the words in front of it are their task. */
export function ownersOfLabel(context: PartContext, entry: FlowLine, people: readonly Attendee[]): Span[] | null {
  if (entry.node.reading.token !== t.ActionLine) return null;
  const words = labelWords(context, entry);
  return words === null ? null : onlyOwners(context, words, people);
}

/** Words behind the label without the bracket that the label opened. */
function labelWords(context: PartContext, entry: FlowLine): Span | null {
  const { rest } = entry.node.reading;
  const text = context.source.text.slice(rest.start, rest.end);
  const isBracketed = /^[[(*]/.test(entry.node.view.text);
  const end = rest.start + (isBracketed ? text.replace(/\s*[\])*]+\s*\.?$/, "") : text.replace(/\s+$/, "")).length;
  return end > rest.start ? { start: rest.start, end } : null;
}

/** "Action JS:" over a list of what JS is to do. */
function tasksOfOwners(
  context: PartContext,
  entries: readonly FlowEntry[],
  index: number,
  people: readonly Attendee[],
  owners: readonly Span[],
): TaskDraft[] {
  const next = entryAfter(entries, index);
  const isOpen = entries[index]?.kind === "line" && /:\s*$/.test((entries[index] as FlowLine).node.view.text);
  const isList =
    next?.kind === "line" &&
    (next.node.reading.token === t.BulletLine || (isOpen && next.node.reading.token === t.TextLine));
  return isList ? listedTasks(context, tasksBelow(context, entries, index, people, owners), people) : [];
}

function groupClauses(entries: readonly FlowEntry[], index: number): FlowLine[] {
  const head = entries[index] as FlowLine;
  return entries.filter(
    (entry): entry is FlowLine =>
      entry.kind === "line" && entry !== head && entry.group !== null && entry.group === head.group,
  );
}

function listedTasks(context: PartContext, listed: readonly ListedTask[], people: readonly Attendee[]): TaskDraft[] {
  return listed.flatMap(({ line, words, owners, details }) => {
    const named = details.filter((detail) => detail.kind === "owner").flatMap(({ span }) => splitOwners(context, span));
    const due = details.find((detail) => detail.kind === "due")?.span ?? null;
    const status = details.find((detail) => detail.kind === "status")?.span ?? null;
    return tasksIn(context, line, words, people).map((draft) => ({
      ...draft,
      owners: draft.owners.length > 0 ? draft.owners : named.length > 0 ? named : owners,
      due: due ?? draft.due ?? null,
      status,
    }));
  });
}

/** One task a sentence: "CW to send the plan. KL to discuss it with the Clerk." */
export function tasksIn(context: PartContext, line: FlowLine, span: Span, people: readonly Attendee[]): TaskDraft[] {
  const drafts: TaskDraft[] = [];
  for (const sentence of sentencesOf(context, line, span)) {
    const { text } = sentence;
    if (readDecision(text)?.kind === "elected") continue;
    if (NO_ACTION.test(text) || STATUS_LINE.test(text)) continue;
    const { owners, task, due = null } = readMarkedTask(context, sentence.span, people);
    if (owners.length > 0) {
      const cut = task.start + endOfTask(context.source.text.slice(task.start, task.end), true);
      drafts.push({
        owners,
        task: { start: task.start, end: cut },
        span: sentence.span,
        isMarked: true,
        rule: "action/marked",
        due,
      });
    } else if (drafts.length === 0)
      drafts.push({ owners, task, span: sentence.span, isMarked: true, rule: "action/marked" });
    else {
      // "Write to the school. Clerk": owners alone behind the task are its owners.
      const last = drafts.at(-1) as TaskDraft;
      const names = last.owners.length === 0 ? onlyOwners(context, sentence.span, people) : null;
      // A sentence without an owner goes on with the task before it.
      drafts[drafts.length - 1] = {
        ...last,
        owners: names ?? last.owners,
        span: { start: last.span.start, end: sentence.span.end },
      };
    }
  }
  return drafts;
}
