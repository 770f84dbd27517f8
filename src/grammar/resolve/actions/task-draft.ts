/** A task that was found, before and after its owners are looked up. */

import type { Action, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { TaskPhrase } from "../../phrases/task.js";
import { STATUS_TAIL } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { Sentence } from "../prose.js";
import { shift, stated, statedText, trimSpan, wordsAt } from "../sourced.js";
import { stateOf } from "./action-state.js";
import { dueOf, dueOfCell } from "./due.js";
import { ownerAt } from "./owner-person.js";

/** An action before its owners are looked up. */
export interface TaskDraft {
  readonly owners: readonly Span[];
  readonly task: Span;
  readonly span: Span;
  readonly isMarked: boolean;
  readonly rule: string;
  /** How sure the rule is; where not told, as sure as marked or unmarked tasks are. */
  readonly confidence?: number;
  /** Where a line of its own tells by when, and how it stands. */
  readonly due?: Span | null;
  readonly status?: Span | null;
}

export function toAction(
  context: PartContext,
  draft: TaskDraft,
  item: number | null,
  people: readonly Attendee[],
): Action {
  const ended = statusAtEnd(context, draft.task);
  const task = trimSpan(context.source, { start: draft.task.start, end: ended?.at ?? draft.task.end }, /[\s.;,]/);
  if (draft.isMarked && draft.owners.length === 0)
    context.report("action/no-owner", draft.span, "the action names nobody");
  const due = draft.due == null ? dueOf(context, task) : dueOfCell(context, draft.due);
  const status = statedText(context.source, draft.status ?? ended?.status ?? null, "action/status");
  const confidence = draft.confidence ?? confidenceOf(draft, wordsAt(context.source, task));
  return {
    item,
    owners: draft.owners.map((span) => ownerAt(context, people, span)),
    text: statedText(context.source, task, draft.rule, confidence) ?? stated("…", task, draft.rule),
    dueDate: due.date,
    dueText: due.text,
    status,
    state: status === null ? null : stateOf(status.value, status.span),
    isMarked: draft.isMarked,
    span: { start: Math.min(draft.span.start, task.start), end: Math.max(draft.span.end, task.end) },
  };
}

/** "… – done", "… (carried over)": a status behind the task. */
function statusAtEnd(context: PartContext, task: Span): { readonly at: number; readonly status: Span } | null {
  const text = context.source.text.slice(task.start, task.end);
  const match = STATUS_TAIL.exec(text.slice(-40));
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const from = task.end - Math.min(40, text.length);
  const start = from + match.index + match[0].indexOf(words);
  return { at: from + match.index, status: { start, end: start + words.length } };
}

/** A marked task of somebody is plain; one of nobody, or of two words, may be a heading or a note. */
function confidenceOf({ isMarked, owners }: TaskDraft, words: string): number {
  if (!isMarked) return 0.75;
  return owners.length > 0 && words.split(" ").length > 2 ? 0.95 : 0.7;
}

export function draftOf(
  sentence: Pick<Sentence, "span" | "text">,
  phrase: TaskPhrase,
  isMarked: boolean,
  rule: string,
): TaskDraft {
  const cut = phrase.task.start + endOfTask(sentence.text.slice(phrase.task.start, phrase.task.end));
  const task = shift({ start: phrase.task.start, end: cut }, sentence.span.start);
  return {
    owners: phrase.owners.map((owner) => shift(owner, sentence.span.start)),
    task,
    span: { start: sentence.span.start + phrase.span.start, end: task.end },
    isMarked,
    rule,
  };
}

/** A task ends where something else is told: behind a semicolon, "and that …", "and has …", ", Mr Smith to be …". */
export function endOfTask(task: string, isLabelled = false): number {
  const end = task.search(
    isLabelled
      ? /,?\s+and\s+(?:has|have|had|was|were)\s/
      : /;\s|\.\s+(?:RESOLVED|AGREED|Resolved|Agreed)\b|,?\s+and\s+that\s+(?:the\s+)?[A-Z]|,?\s+(?:and|but)\s+(?:has|have|had|was|were|he|she|they|indicated|said|reported|noted|advised|added|asked|thanked|explained|stated)\s|,\s+(?:[A-Z][\w.'’-]*\s+){1,3}to\s+be\s/,
  );
  if (end > 12) return end;
  const votes = /\s*\((?:for\s+\d|\d+\s+for|\d+\s+in\s+favour|carried|unanimous|votes?\b|nem)[^()]*\)\s*\.?$/i.exec(
    task.slice(-80),
  );
  return votes === null ? task.length : task.length - votes[0].length;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same words are one action: the first kind that found them keeps them. */
export function withoutOverlaps(drafts: readonly TaskDraft[]): TaskDraft[] {
  const kept: TaskDraft[] = [];
  for (const draft of drafts) if (!kept.some((other) => overlaps(other.task, draft.task))) kept.push(draft);
  return kept;
}
