/** Owners in a narrow column (or on lines of their own) paired with the sentences that give them their tasks. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findTasks, type TaskPhrase } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import { BIDDING_VERBS } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine, Margin } from "../flow/flow.js";
import type { Sentence } from "../prose.js";
import { shift } from "../sourced.js";
import { isOwner, ownerAt, ownerKey, splitOwners } from "./owners.js";
import { draftOf, type TaskDraft } from "./task-draft.js";

interface Candidate {
  readonly sentence: Sentence;
  readonly phrase: TaskPhrase;
  readonly keys: readonly string[];
}

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
  const inColumns = [...margins].flatMap((margin) => pairMargin(context, margin, sentences, people, entries));
  return [...inColumns, ...looseOwners(context, entries, sentences, people)];
}

function pairMargin(
  context: PartContext,
  margin: Margin,
  sentences: readonly Sentence[],
  people: readonly Attendee[],
  entries: readonly FlowEntry[],
): TaskDraft[] {
  const within = new Set<FlowEntry>(entries);
  const beside = sentences.filter((sentence) => margin.beside.includes(sentence.entry));
  const isWhole = margin.beside.some((entry) => within.has(entry));
  const lines = margin.owners.map((line) => line.view.span);
  return isWhole ? pair(context, lines, beside, people) : [];
}

/** "MS" on a line of its own: what a converter makes of a margin. It belongs to the text since the last such line. */
function looseOwners(
  context: PartContext,
  entries: readonly FlowEntry[],
  sentences: readonly Sentence[],
  people: readonly Attendee[],
): TaskDraft[] {
  const drafts: TaskDraft[] = [];
  let from = 0;
  for (const entry of entries) {
    if (entry.kind !== "line" || entry.margin !== null || context.consumed.has(entry) || !isLooseOwner(entry, people))
      continue;
    const end = entry.node.view.span.start;
    const since = sentences.filter(
      (sentence) => sentence.span.start >= from && sentence.span.end <= end && sentence.entry.margin === null,
    );
    drafts.push(...pair(context, [entry.node.view.span], since, people));
    from = entry.node.view.span.end;
  }
  return drafts;
}

function isLooseOwner(entry: FlowLine, people: readonly Attendee[]): boolean {
  const { reading, view } = entry.node;
  return reading.token === t.OwnerLine && (view.wordCount === 1 || isOwner(view.text, people, true));
}

/**
 * In order: each owner takes the next sentence that names it as the doer.
 * One whom no sentence names takes the next sentence that bids ("Circulate the draft"), a lone one the last sentence that puts something still to be done; what stays unpaired is reported.
 */
function pair(
  context: PartContext,
  lines: readonly Span[],
  sentences: readonly Sentence[],
  people: readonly Attendee[],
): TaskDraft[] {
  const candidates = sentences.flatMap((sentence) => candidatesOf(sentence, people));
  const drafts: TaskDraft[] = [];
  const notes = ownerNotes(context, lines, people);
  let next = 0;
  let reached = 0;
  for (const owners of notes) {
    const keys = owners.map((owner) => ownerKey(context.source.text.slice(owner.start, owner.end)));
    const at = candidates.findIndex(
      (candidate, index) =>
        index >= next &&
        candidate.keys.some((key) => keys.includes(key) || keys.some((other) => key.endsWith(` ${other}`))),
    );
    const candidate =
      candidates[at] ??
      candidates.find((other, index) => index >= next && isSamePerson(context, people, other, owners));
    if (candidate !== undefined) {
      drafts.push({ ...draftOf(candidate.sentence, candidate.phrase, true, "action/margin"), owners });
      next = candidates.indexOf(candidate) + 1;
      reached = candidate.sentence.span.end;
      continue;
    }
    const bid = sentences.find(({ span, text }) => span.start >= reached && BIDDING_VERBS.test(text));
    if (bid !== undefined) {
      drafts.push({ owners, task: bid.span, span: bid.span, isMarked: true, rule: "action/margin-bid" });
      reached = bid.span.end;
      continue;
    }
    const task = notes.length === 1 ? sentences.findLast((sentence) => OBLIGATION.test(sentence.text)) : undefined;
    if (task !== undefined)
      drafts.push({ owners, task: obligationOf(task), span: task.span, isMarked: true, rule: "action/margin-beside" });
    else
      context.report(
        "action/margin-unpaired",
        owners[0] ?? null,
        `no sentence beside it gives ${keys.join(" and ")} a task`,
      );
  }
  return drafts;
}

/** "The Clerk to …" beside the initials of the clerk. */
function isSamePerson(
  context: PartContext,
  people: readonly Attendee[],
  candidate: Candidate,
  owners: readonly Span[],
): boolean {
  const names = new Set(owners.flatMap((owner) => ownerAt(context, people, owner).person?.value ?? []));
  const start = candidate.sentence.span.start;
  return candidate.phrase.owners.some((owner) =>
    names.has(ownerAt(context, people, shift(owner, start)).person?.value ?? ""),
  );
}

/** Words that put something still to be done: without them a sentence only reports. */
const OBLIGATION =
  /\b(?:(?:it\s+was\s+)?(?:resolved|agreed|decided)\s+to|will|to\s+be|is\s+to|are\s+to|needs?\s+(?:to|doing)|should|must)\b/i;

/** "It was resolved to ask the school" gives "ask the school". */
function obligationOf(sentence: Sentence): Span {
  const lead = /^.*?\bit\s+was\s+(?:resolved|agreed|decided)\s+to\s+/i.exec(sentence.text);
  return { start: sentence.span.start + (lead?.[0].length ?? 0), end: sentence.span.end };
}

/** Owners note by note: "BM" / "&" / "MM" below one another are one note. */
function ownerNotes(context: PartContext, lines: readonly Span[], people: readonly Attendee[]): Span[][] {
  const notes: Span[][] = [];
  let isJoined = false;
  for (const line of lines) {
    const text = context.source.text.slice(line.start, line.end).trim();
    const owners = splitOwners(context, line).filter((owner) =>
      isOwner(context.source.text.slice(owner.start, owner.end), people, true),
    );
    if (owners.length > 0 && isJoined) notes.at(-1)?.push(...owners);
    else if (owners.length > 0) notes.push(owners);
    isJoined = notes.length > 0 && /[&,/+]$|\band$/.test(text);
  }
  return notes;
}

function candidatesOf(sentence: Sentence, people: readonly Attendee[]): Candidate[] {
  return findTasks(sentence.text).flatMap((phrase) => {
    const names = phrase.owners.map((owner) => sentence.text.slice(owner.start, owner.end));
    return names.every((name) => isOwner(name, people, true)) ? [{ sentence, phrase, keys: names.map(ownerKey) }] : [];
  });
}
