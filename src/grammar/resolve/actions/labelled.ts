/** Tasks behind a label ("ACTION: JS to write"), in the cells of an action column, and in the list below a label that stands alone. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import { readTask } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import { ACTION_TAG, MOTION_AS_ACTION, NO_ACTION, STATUS_LINE } from "../../vocabulary/actions.js";
import { ACTION_TAKEN } from "../../vocabulary/outcomes.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine } from "../flow/flow.js";
import { type Sentence, sentencesOf } from "../prose.js";
import { readMarkedTask } from "./marked-task.js";
import { areOwners, onlyOwners, splitOwners } from "./owners.js";
import { endOfTask, type TaskDraft } from "./task-draft.js";
import { detailsBelow, type ListedTask, tasksBelow } from "./task-list.js";
import { isListedTask, isTranscript, stretchesOfActions } from "./under-actions.js";

/** The words behind a label, and the list below a label that stands alone. */
export function labelledTasks(
  context: PartContext,
  entries: readonly FlowEntry[],
  people: readonly Attendee[],
): TaskDraft[] {
  const isSpoken = isTranscript(entries);
  const isUnderActions = stretchesOfActions(entries);
  return entries.flatMap((entry, index) => {
    if (entry.kind !== "line") return [];
    const { reading, view } = entry.node;
    const isActionCell = entry.group?.kind === "action" && entry.group.head === entry.node;
    if (isActionCell && reading.token !== t.ActionLine)
      return view.text === "" ? [] : tasksInCell(context, entries, index, people);
    if (isListedTask(context, entry, people, isUnderActions[index] === true, isSpoken))
      return tasksIn(context, entry, reading.token === t.NumberedLine ? reading.rest : view.span, people);
    if (reading.token === t.TextLine && /:\s*$/.test(view.text) && OPENS_LIST.test(view.text))
      return jobsBelow(context, entries, index, people);
    if (reading.token !== t.ActionLine) return [];
    const words = labelWords(context, entry);
    if (words !== null && ACTION_TAKEN.test(context.source.text.slice(words.start, words.end))) return [];
    const below = () => listedTasks(context, tasksBelow(context, entries, index, people), people);
    if (words === null) return below();
    const owners = onlyOwners(context, words, people);
    if (owners !== null) return tasksOfOwners(context, entries, index, people, owners);
    const own = withDetails(
      context,
      betweenTags(context, words).flatMap((stretch) => tasksIn(context, entry, stretch, people)),
      detailsBelow(entries, index),
    );
    return own.length === 0
      ? below()
      : [
          ...own,
          ...groupClauses(entries, index).flatMap((line) => tasksIn(context, line, line.node.reading.rest, people)),
        ];
  });
}

/** "Action: JS to write. Action: KL to ring": each marker within the words opens a task of its own. */
function betweenTags(context: PartContext, words: Span): Span[] {
  const stretches: Span[] = [];
  let { start } = words;
  for (let at = start; at < words.end; ) {
    const match = ACTION_TAG.exec(context.source.text.slice(at, words.end));
    if (match === null) break;
    const tag = at + match.index;
    at = tag + match[0].length;
    const isBehindSentence = /[.;!?)\]]\s*$/.test(
      context.source.text.slice(Math.max(start, tag - 3), tag + 1).trimEnd(),
    );
    if (!isBehindSentence && !/[^\p{L}\s:([*–—-]/u.test(match[0])) continue;
    if (tag > start) stretches.push({ start, end: tag });
    start = at;
  }
  return [...stretches, { start, end: words.end }];
}

/** What lines below a task tell goes to the last of its tasks. */
function withDetails(
  context: PartContext,
  drafts: readonly TaskDraft[],
  details: ListedTask["details"],
): readonly TaskDraft[] {
  const last = drafts.at(-1);
  if (last === undefined || details.length === 0) return drafts;
  const spanOf = (kind: "owner" | "due" | "status") => details.find((detail) => detail.kind === kind)?.span ?? null;
  const owner = spanOf("owner");
  const owners = last.owners.length > 0 || owner === null ? last.owners : splitOwners(context, owner);
  const due = last.due ?? spanOf("due");
  return [...drafts.slice(0, -1), { ...last, owners, due, status: last.status ?? spanOf("status") }];
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
  return listed.flatMap(({ line, words, owners, details }) =>
    withDetails(context, tasksIn(context, line, words, people), details).map((draft) => ({
      ...draft,
      owners: draft.owners.length > 0 ? draft.owners : owners,
    })),
  );
}

/** "DC to post the figures; Dr Ely to write a piece": behind the semicolon another owner has a task. */
function betweenOwners(sentence: Sentence, people: readonly Attendee[]): Sentence[] {
  const pieces: Sentence[] = [];
  let from = 0;
  for (const { index, 0: mark } of sentence.text.matchAll(/;\s+/g)) {
    const rest = sentence.text.slice(index + mark.length);
    const next = readTask(rest);
    if (next === null || !/to$|will|:|–|-/.test(next.link) || !areOwners(rest, next.owners, people, true)) continue;
    pieces.push(pieceOf(sentence, from, index));
    from = index + mark.length;
  }
  return [...pieces, pieceOf(sentence, from, sentence.text.length)];
}

function pieceOf(sentence: Sentence, from: number, to: number): Sentence {
  const span = { start: sentence.span.start + from, end: sentence.span.start + to };
  return { ...sentence, text: sentence.text.slice(from, to), span };
}

/** One task a sentence: "CW to send the plan. KL to discuss it with the Clerk." */
export function tasksIn(context: PartContext, line: FlowLine, span: Span, people: readonly Attendee[]): TaskDraft[] {
  const drafts: TaskDraft[] = [];
  for (const sentence of sentencesOf(context, line, span).flatMap((whole) => betweenOwners(whole, people))) {
    const { text } = sentence;
    if (readDecision(text)?.kind === "elected") continue;
    if (NO_ACTION.test(text) || STATUS_LINE.test(text) || MOTION_AS_ACTION.test(text)) continue;
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
      drafts.push({ owners, task, span: sentence.span, isMarked: true, rule: "action/marked", due });
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
