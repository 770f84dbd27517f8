/** Tags within a paragraph: "… (Action: JS)", "… ACTION: Clerk to write", "The hedge needs cutting (Clerk)", a name in bold at its end. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findTasks } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import { ACTION_MARKER, ACTION_SIGN, ACTION_TAG, isBidding } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { FlowLine } from "../flow/flow.js";
import { type Sentence, sentencesOf } from "../prose.js";
import { shift } from "../sourced.js";
import { dueSpanIn } from "./due.js";
import { tasksIn } from "./labelled.js";
import { readMarkedTask } from "./marked-task.js";
import { onlyOwners, ownerKey } from "./owners.js";
import { endOfTask, type TaskDraft } from "./task-draft.js";
import { trailingOwners } from "./trailing-owners.js";

const BRACKETED =
  /[([]\s*(?:[Nn]ew\s+)?(?:ACTIONS?|[Aa]ctions?)(?:\s+(?:[Pp]oint|[Ii]tem))?(?:\s+(?:by|for|BY|FOR))?(?:\s+\d{1,3})?\s*(?:[:–—-]\s*|\s(?=[A-Z]))([^()[\]]{2,400})(?:[)\]]|$)/g;

/** "[ACTION: JS to write]" anywhere in a line, also within a decision. */
export function bracketedTasks(context: PartContext, entry: FlowLine, people: readonly Attendee[]): TaskDraft[] {
  if (entry.node.reading.token === t.ActionLine || context.consumed.has(entry)) return [];
  const { view } = entry.node;
  return [...view.text.matchAll(BRACKETED)].flatMap((match) => {
    const words = (match[1] ?? "").trimEnd();
    const start = view.span.start + match.index + match[0].indexOf(match[1] ?? "");
    const span = { start, end: start + words.length };
    const whole = { start: view.span.start + match.index, end: view.span.start + match.index + match[0].length };
    const owners = onlyOwners(context, span, people, 6);
    if (owners === null)
      return tasksIn(context, entry, span, people).map((draft) => ({ ...draft, rule: "action/tag" }));
    const before = sentencesOf(context, entry, { start: view.span.start, end: whole.start }).at(-1);
    if (before === undefined || before.text.split(/\s+/).length < 3) return [];
    return [
      {
        owners,
        task: taskIn(context, before.span, owners),
        span: { start: before.span.start, end: whole.end },
        isMarked: true,
        rule: "action/tag",
        due: dueSpanIn(context, span),
      },
    ];
  });
}

/** The tag's owner takes the words in front of it where the tag has no task of its own. */
export function taggedTasks(
  context: PartContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  people: readonly Attendee[],
): TaskDraft[] {
  const match = ACTION_SIGN.test(sentence.text)
    ? (ACTION_MARKER.exec(sentence.text) ?? ACTION_TAG.exec(sentence.text))
    : null;
  if (match === null) return trailingOwners(context, sentence, previous, people);
  const after = match.index + match[0].length;
  const isBracketed = /[([]/.test(match[0]);
  const words = sentence.text.slice(after);
  const close = isBracketed ? words.search(/[)\]]/) : -1;
  const rest = (close >= 0 ? words.slice(0, close) : words).replace(/[)\]*\s.]+$/, "");
  const start = sentence.span.start + after;
  const span = { start, end: start + rest.length };
  const owners = onlyOwners(context, span, people, 6);
  if (owners !== null) {
    const due = dueSpanIn(context, span);
    const drafts = taskBefore(context, sentence, match.index, previous, owners, "action/tag");
    return due === null ? drafts : drafts.map((draft) => ({ ...draft, due }));
  }
  const read = readMarkedTask(context, span, people);
  if (read.owners.length === 0 && !isBidding(rest)) return [];
  const cut = read.task.start + endOfTask(context.source.text.slice(read.task.start, read.task.end));
  return [
    {
      owners: read.owners,
      task: { start: read.task.start, end: cut },
      span,
      isMarked: true,
      rule: "action/tag",
      due: read.due ?? null,
    },
  ];
}

/** The words of the sentence before the tag, or where there are none the sentence in front of it. */
function taskBefore(
  context: PartContext,
  sentence: Sentence,
  at: number,
  previous: Sentence | undefined,
  owners: readonly Span[],
  rule: string,
): TaskDraft[] {
  const before = sentence.text.slice(0, at).trim();
  if (before.split(/\s+/).length >= 3) {
    const task = taskIn(context, { start: sentence.span.start, end: sentence.span.start + at }, owners);
    return [{ owners, task, span: sentence.span, isMarked: true, rule }];
  }
  if (previous === undefined || previous.entry !== sentence.entry || before !== "") return [];
  const span = { start: previous.span.start, end: sentence.span.end };
  return [{ owners, task: withoutLead(context, previous.span), span, isMarked: true, rule }];
}

/** The task of a sentence: behind the doer that it opens with ("The Chief Officer was asked to attend"), that the tag names, or that is asked; else its last clause where the ones before it report, or all but its lead. */
function taskIn(context: PartContext, span: Span, owners: readonly Span[]): Span {
  const text = context.source.text.slice(span.start, span.end).replace(/[\s.(]+$/, "");
  const keys = owners.map(({ start, end }) => ownerKey(context.source.text.slice(start, end)));
  const doer = findTasks(text).find(
    (phrase) =>
      /to$/.test(phrase.link) &&
      (phrase.span.start === 0 ||
        (phrase.task.end === text.length &&
          (/asked|requested|instructed|directed|tasked/.test(phrase.link) ||
            phrase.owners.some((owner) => keys.includes(ownerKey(text.slice(owner.start, owner.end))))))),
  );
  if (doer !== undefined) return shift(doer.task, span.start);
  const clause = LAST_CLAUSE.exec(text);
  if (clause === null) return withoutLead(context, span);
  return { start: span.start + clause[0].length, end: span.end };
}

/** "The policy was adopted and a copy would be put up": what lies ahead stands behind "and". */
const LAST_CLAUSE =
  /^[^,;]{0,160}?\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en)\b[^,;]{0,120}?,?\s+(?:and|but)\s+(?=(?:an?|the|this|it|\p{L}+)\s+(?:\p{L}+\s+)?(?:would|will|should|is\s+to|are\s+to)\s)/u;

/** "It was agreed to mend the gate" gives "mend the gate". */
function withoutLead(context: PartContext, span: Span): Span {
  const lead = /^(?:it\s+was\s+)?(?:also\s+|further\s+)?(?:resolved|agreed|decided)\s+to\s+/i.exec(
    context.source.text.slice(span.start, span.end),
  );
  return { start: span.start + (lead?.[0].length ?? 0), end: span.end };
}
