/** Owners in a narrow column, on lines of their own, or behind a label or in bold at the end of a paragraph: notes, and the text that each stands beside. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import * as t from "../../tokens.js";
import { isBidding } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine, type Margin } from "../flow/flow.js";
import { type Sentence, sentencesOf } from "../prose.js";
import { dueSpanIn } from "./due.js";
import { ownersOfLabel } from "./labelled.js";
import { readMarkedTask } from "./marked-task.js";
import { INITIALS, isOwner, isShortFor, splitOwners } from "./owners.js";
import { type Candidate, candidateOf, pairNotes } from "./pairing.js";
import type { TaskDraft } from "./task-draft.js";

/** Each margin of the scope, and each owner that stands on a line of its own behind the text. */
export function marginActions(
  context: PartContext,
  entries: readonly FlowEntry[],
  sentences: readonly Sentence[],
  people: readonly Attendee[],
): TaskDraft[] {
  const margins = new Set(
    entries.flatMap((entry) => (entry.kind === "line" && entry.margin !== null ? [entry.margin] : [])),
  );
  if (margins.size === 0 && !entries.some(mayBeNote)) return [];
  const candidates = candidatesIn(context, entries, sentences);
  const inColumns = [...margins].flatMap((margin) => pairMargin(context, margin, entries, candidates, people));
  return [...inColumns, ...looseOwners(context, entries, candidates, people)];
}

/** A label or a name on a line of its own. */
function mayBeNote(entry: FlowEntry): boolean {
  if (entry.kind !== "line") return false;
  const { token } = entry.node.reading;
  return token === t.ActionLine || token === t.OwnerLine;
}

interface Placed {
  readonly entry: FlowEntry;
  readonly candidate: Candidate;
}

/** The sentences of the scope, and its decided clauses, in order. */
function candidatesIn(context: PartContext, entries: readonly FlowEntry[], sentences: readonly Sentence[]): Placed[] {
  const decided = entries.flatMap((entry) => {
    if (entry.kind !== "line" || entry.group?.kind !== "decision") return [];
    return sentencesOf(context, entry, entry.node.reading.rest).map((sentence) => ({
      entry,
      candidate: { ...candidateOf(sentence), isDecided: true },
    }));
  });
  const prose = sentences.map((sentence) => ({ entry: sentence.entry, candidate: candidateOf(sentence) }));
  return [...prose.flatMap(withBid), ...decided].sort((a, b) => a.candidate.span.start - b.candidate.span.start);
}

/** "Two policies are out of date; upload the new ones": what bids behind a semicolon is a task of its own. */
function withBid(placed: Placed): Placed[] {
  const { candidate } = placed;
  const marks = [...candidate.text.matchAll(/[;:–]\s+(?=\p{Ll})/gu)].slice(-4);
  const match = marks.find((mark) => opensBid(candidate.text.slice(mark.index + mark[0].length)));
  if (match === undefined) return [placed];
  const at = match.index + match[0].length;
  const rest = candidate.text.slice(at);
  const span = { start: candidate.span.start + at, end: candidate.span.end };
  const lead = {
    ...candidate,
    text: candidate.text.slice(0, match.index),
    span: { start: candidate.span.start, end: candidate.span.start + match.index },
  };
  return [
    { ...placed, candidate: lead },
    { ...placed, candidate: { ...candidate, text: rest, span } },
  ];
}

/** Words that bid, or that name a time: "three quotes to the board by 1 December". */
function opensBid(words: string): boolean {
  return isBidding(words) || /\bby\s+(?:\d|the\s+(?:next|end)|end\s)/i.test(words);
}

/** A margin and the text beside it. Where the text has fewer sentences than the margin notes, it goes on below, up to the next margin. */
function pairMargin(
  context: PartContext,
  margin: Margin,
  entries: readonly FlowEntry[],
  candidates: readonly Placed[],
  people: readonly Attendee[],
): TaskDraft[] {
  const within = new Set<FlowEntry>(entries);
  const lines = margin.beside.filter((entry) => within.has(entry));
  // The tasks of an action column take the owners beside them themselves.
  if (lines.every((line) => line.group?.kind === "action")) return [];
  const inside = new Set<FlowEntry>(lines);
  const found = candidates.filter(({ entry }) => inside.has(entry));
  const beside = found.length > 0 ? found : lines.flatMap((line) => wholeLine(context, line));
  const told = margin.owners.map((line) => toldTask(context, line.view.span, people));
  const notes = ownerNotes(
    context,
    margin.owners.filter((_, index) => told[index] === null).map((line) => line.view.span),
    people,
  );
  const below = notes.length > 1 ? belowMargin(entries, lines, candidates) : [];
  const [due, ...others] = margin.due;
  const drafts = [
    ...told.flatMap((draft) => draft ?? []),
    ...pairNotes(context, notes, [...beside.map(({ candidate }) => candidate), ...below], people),
  ];
  return due !== undefined && others.length === 0 ? drafts.map((draft) => ({ ...draft, due: due.view.span })) : drafts;
}

/** "NIGE to book it in": a note that is a task itself. */
function toldTask(context: PartContext, note: Span, people: readonly Attendee[]): TaskDraft | null {
  const words = withoutLabel(note, context.source.text.slice(note.start, note.end));
  const { owners, task } = readMarkedTask(context, words, people);
  const between = context.source.text.slice(owners.at(-1)?.end ?? task.start, task.start);
  if (!/\bto\s+$/.test(between)) return null;
  return { owners, task, span: note, isMarked: true, rule: "action/margin-task" };
}

/** A line that was taken for the title of an item is the task where nothing else stands beside the owners. */
function wholeLine(context: PartContext, entry: FlowLine): Placed[] {
  const { view, reading } = entry.node;
  if (view.wordCount < 3 || view.isSetApart || context.consumed.has(entry)) return [];
  const span = reading.number === null ? view.span : reading.rest;
  const text = context.source.text.slice(span.start, span.end);
  return [{ entry, candidate: { span, text, isDecided: false, nearness: 0 } }];
}

function belowMargin(
  entries: readonly FlowEntry[],
  beside: readonly FlowLine[],
  candidates: readonly Placed[],
): Candidate[] {
  const from = entries.indexOf(beside.at(-1) as FlowEntry) + 1;
  const isOver = (entry: FlowEntry) =>
    entry.kind !== "line" ||
    entry.margin !== null ||
    entry.node.reading.number !== null ||
    entry.node.reading.token === t.HeadingLine;
  const next = entries.findIndex((entry, index) => index >= from && isOver(entry));
  const lines = new Set(entries.slice(from, next < 0 ? undefined : next));
  return candidates.flatMap(({ entry, candidate }) => (lines.has(entry) ? [{ ...candidate, nearness: -0.6 }] : []));
}

/** "MS" or "Action: MS" on a line of its own: what a converter makes of a margin. It belongs to the text since the last such line, rather to the paragraph right before it. */
function looseOwners(
  context: PartContext,
  entries: readonly FlowEntry[],
  candidates: readonly Placed[],
  people: readonly Attendee[],
): TaskDraft[] {
  const drafts: TaskDraft[] = [];
  let from = 0;
  let last: FlowEntry | null = null;
  entries.forEach((entry, index) => {
    if (entry.kind !== "line" || entry.node.view.text === "") return;
    const notes =
      entry.margin === null && !context.consumed.has(entry)
        ? looseNotes(context, entries, index, people, candidates)
        : [];
    if (notes.length === 0) {
      last = entry;
      return;
    }
    const end = entry.node.view.span.start;
    const since = candidates.flatMap(({ entry: line, candidate }) =>
      candidate.span.start >= from && candidate.span.end <= end && line.kind === "line" && line.margin === null
        ? [{ ...candidate, nearness: line === last ? 0.6 : 0 }]
        : [],
    );
    // "ACTION: Clerk" says that what stands right before it is a task.
    const nearest = since.at(-1);
    if (nearest !== undefined && nearest.nearness > 0 && entry.node.reading.token === t.ActionLine)
      since[since.length - 1] = { ...nearest, nearness: LOOSE_LEAST };
    const due = dueSpanIn(context, entry.node.view.span);
    const paired = pairNotes(context, notes, since, people, LOOSE_LEAST);
    drafts.push(...(due === null ? paired : paired.map((draft) => ({ ...draft, due }))));
    from = entry.node.view.span.end;
  });
  return drafts;
}

/** A name alone may be anything: the sentence before it must put something to be done. */
const LOOSE_LEAST = 1.4;

function looseNotes(
  context: PartContext,
  entries: readonly FlowEntry[],
  index: number,
  people: readonly Attendee[],
  candidates: readonly Placed[],
): Span[][] {
  const entry = entries[index] as FlowLine;
  const { reading, view } = entry.node;
  if (reading.token === t.ActionLine) {
    const owners = ownersOfLabel(context, entry, people);
    const next = entryAfter(entries, index);
    const isOverList = next?.kind === "line" && next.node.reading.token === t.BulletLine;
    return owners === null || isOverList ? [] : [owners];
  }
  if (reading.token !== t.OwnerLine || !isSomebody(view.text, people, candidates)) return [];
  return ownerNotes(context, [view.span], people);
}

/** Letters on a line of their own are a person's where the meeting knows the person, or tells of nobody, or where a sentence begins with them. */
function isSomebody(text: string, people: readonly Attendee[], candidates: readonly Placed[]): boolean {
  const pieces = text.split(/\s*[/,&+]\s*|\s+and\s+/);
  return pieces.every((piece) =>
    INITIALS.test(piece)
      ? people.length < 3 ||
        people.some((person) => isShortFor(piece, person)) ||
        candidates.some(({ candidate }) => candidate.text.startsWith(`${piece} `))
      : isOwner(piece, people, true),
  );
}

/** Owners note by note: "BM" / "&" / "MM" below one another are one note. */
function ownerNotes(context: PartContext, lines: readonly Span[], people: readonly Attendee[]): Span[][] {
  const notes: Span[][] = [];
  let isJoined = false;
  for (const line of lines) {
    const text = context.source.text.slice(line.start, line.end).trim();
    const owners = splitOwners(context, withoutLabel(line, text)).filter((owner) =>
      isOwner(context.source.text.slice(owner.start, owner.end), people, true),
    );
    if (owners.length > 0 && isJoined) notes.at(-1)?.push(...owners);
    else if (owners.length > 0) notes.push(owners);
    isJoined = notes.length > 0 && /[&,/+]$|\band$/.test(text);
  }
  return notes;
}

/** "Action: MS" in a margin. */
function withoutLabel(span: Span, text: string): Span {
  const label = /^(?:action(?:s|\s+by|\s+for)?|by|owner)\s*[:–-]?\s+(?=\S)/i.exec(text);
  return { start: span.start + (label?.[0].length ?? 0), end: span.end };
}
