/** Actions: marked lines, owners in a margin, decided clauses that name a doer, action tables, and sentences of prose. */

import type { Action, Attendee, Decision } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import { findTasks, readTask, type TaskPhrase } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import { STATUS_LINE } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import { entryBefore, type FlowEntry, type FlowLine } from "../flow/flow.js";
import type { ItemScope } from "../items/items.js";
import { type Sentence, sentencesOf } from "../prose.js";
import { shift } from "../sourced.js";
import { actionsInGrid } from "./action-grid.js";
import { marginActions } from "./margins.js";
import { areOwners, isOwner, splitOwners } from "./owners.js";
import { draftOf, overlaps, type TaskDraft, toAction, withoutOverlaps } from "./task-draft.js";

/** Actions of one item (index null: of the words under none), in document order. `sentences`: those of its running text. */
export function resolveActions(
  context: PartContext,
  scope: Pick<ItemScope, "entries">,
  sentences: readonly Sentence[],
  item: number | null,
  people: readonly Attendee[],
  decisions: readonly Decision[],
): Action[] {
  const marked = [
    ...markedTasks(context, scope.entries, people),
    ...marginActions(context, scope.entries, sentences, people),
    ...decisions.flatMap((decision) => clauseTasks(context, decision, people)),
    ...sentences.flatMap((sentence, index) => taggedTasks(context, sentence, sentences[index - 1], people)),
  ];
  const unmarked = sentences
    .flatMap((sentence) => proseTasks(sentence, people))
    .filter((draft) => !marked.some((other) => overlaps(other.span, draft.span)));
  const drafts = withoutOverlaps([...marked, ...unmarked]);
  const logged = scope.entries.flatMap((entry, index) =>
    entry.kind === "grid" && entry.reading.use === "actions"
      ? actionsInGrid(context, entry, isClosingList(scope.entries, index) ? null : item, people)
      : [],
  );
  const actions = [...drafts.map((draft) => toAction(context, draft, item, people)), ...logged];
  return actions.sort((a, b) => a.span.start - b.span.start);
}

/** "Summary of actions" over a table: the list closes the minutes and stands under no item. */
function isClosingList(entries: readonly FlowEntry[], index: number): boolean {
  const above = entryBefore(entries, index);
  if (above?.kind !== "line" || above.node.reading.number !== null || above.node.view.wordCount > 8) return false;
  return (
    /\bactions?\b/i.test(above.node.view.text) &&
    (above.node.view.isSetApart || above.node.reading.token === t.ActionLine)
  );
}

/** The words behind "ACTION:", and the list below a marker that stands alone. */
function markedTasks(context: PartContext, entries: readonly FlowEntry[], people: readonly Attendee[]): TaskDraft[] {
  return entries.flatMap((entry, index) => {
    if (entry.kind !== "line") return [];
    const isActionCell = entry.group?.kind === "action" && entry.group.head === entry.node;
    if (isActionCell && entry.node.reading.token !== t.ActionLine)
      return entry.node.view.text === "" ? [] : tasksIn(context, entry, entry.node.view.span, people);
    if (entry.node.reading.token !== t.ActionLine) return [];
    const { rest } = entry.node.reading;
    const own = rest.start < rest.end ? tasksIn(context, entry, rest, people) : [];
    const below = rest.start < rest.end && own.length > 0 ? groupClauses(entries, index) : listBelow(entries, index);
    return [...own, ...below.flatMap((line) => tasksIn(context, line, behindNumber(line), people))];
  });
}

function groupClauses(entries: readonly FlowEntry[], index: number): FlowLine[] {
  const head = entries[index] as FlowLine;
  return entries.filter(
    (entry): entry is FlowLine =>
      entry.kind === "line" && entry !== head && entry.group !== null && entry.group === head.group,
  );
}

/** Bullets, clauses and paragraphs below a lone marker, up to the next heading. */
function listBelow(entries: readonly FlowEntry[], index: number): FlowLine[] {
  const lines: FlowLine[] = [];
  for (const entry of entries.slice(index + 1)) {
    if (entry.kind !== "line") break;
    const { reading, view } = entry.node;
    if (view.text === "") continue;
    const isListed =
      reading.token === t.BulletLine ||
      reading.token === t.ClauseLine ||
      reading.token === t.TextLine ||
      (reading.token === t.NumberedLine && !view.isSetApart);
    if (!isListed) break;
    lines.push(entry);
  }
  return lines;
}

function behindNumber(line: FlowLine): Span {
  return line.node.reading.number === null ? line.node.view.span : line.node.reading.rest;
}

/** One task a sentence: "CW to send the plan. KL to discuss it with the Clerk." */
function tasksIn(context: PartContext, line: FlowLine, span: Span, people: readonly Attendee[]): TaskDraft[] {
  const drafts: TaskDraft[] = [];
  for (const sentence of sentencesOf(context, line, span)) {
    const { text } = sentence;
    if (readDecision(text)?.kind === "elected") continue;
    if (/^(?:none|n\/?a|nil|no actions?(?: required)?|-)\.?$/i.test(text) || STATUS_LINE.test(text)) continue;
    const phrase = readTask(text);
    const isNamed = phrase !== null && areOwners(text, phrase.owners, people, true);
    if (isNamed) drafts.push(draftOf(sentence, phrase, true, "action/marked"));
    else if (drafts.length === 0)
      drafts.push(
        withTrailingOwner(context, sentence, people) ?? {
          owners: [],
          task: sentence.span,
          span: sentence.span,
          isMarked: true,
          rule: "action/marked",
        },
      );
    else {
      // A sentence without an owner goes on with the task before it.
      const last = drafts.at(-1) as TaskDraft;
      drafts[drafts.length - 1] = { ...last, span: { start: last.span.start, end: sentence.span.end } };
    }
  }
  return drafts;
}

/** "Write to the school (Clerk)", "Repair the gate – JS". */
function withTrailingOwner(context: PartContext, sentence: Sentence, people: readonly Attendee[]): TaskDraft | null {
  const tail = /^(.*\S)\s*(?:[([]\s*(?:action\s*:?\s*)?([^()[\]]{2,40})\s*[)\]]|\s[–—-]\s*([^–—.]{2,40}))\s*\.?$/s.exec(
    sentence.text,
  );
  const words = tail?.[2] ?? tail?.[3];
  if (tail === null || words === undefined) return null;
  const start = sentence.span.start + sentence.text.lastIndexOf(words);
  const owners = splitOwners(context, { start, end: start + words.trimEnd().length });
  const isOwned = owners.length > 0 && areOwners(context.source.text, owners, people, true);
  if (!isOwned) return null;
  return {
    owners,
    task: { start: sentence.span.start, end: sentence.span.start + (tail[1]?.length ?? 0) },
    span: sentence.span,
    isMarked: true,
    rule: "action/trailing-owner",
  };
}

/** A decided clause that names a doer: "That A Green write to …", "That officers be requested to …", "… and that B Hill report back". */
function clauseTasks(context: PartContext, decision: Decision, people: readonly Attendee[]): TaskDraft[] {
  const { span, rule } = decision.text;
  const text = context.source.text.slice(span.start, span.end);
  // Markers such as "It was agreed that" are cut from the text: the clause still follows "that".
  const lead = /^that\s/i.test(text) ? "" : "that ";
  const isMarked = rule !== "decision/it-was" && rule !== "decision/meeting-verb";
  return findTasks(lead + text).flatMap((found) => {
    const phrase = {
      ...found,
      owners: found.owners.map((owner) => shift(owner, -lead.length)),
      task: shift(found.task, -lead.length),
      span: shift(found.span, -lead.length),
    };
    if (found.link === ":" || phrase.owners.some((owner) => isLooseName(text.slice(owner.start, owner.end), people)))
      return [];
    const isClause = /\bthat\s*$/i.test((lead + text).slice(0, found.span.start));
    const isDoer = areOwners(text, phrase.owners, people, isMarked);
    const isState =
      /^(?:be|was|were|is|are|being|been|has|have|had|remain|continue|stand|serve)\b|^\w+\s+(?:is|was|were|are|be)\b/i.test(
        text.slice(phrase.task.start),
      );
    return isClause && isDoer && !isState ? [draftOf({ span, text }, phrase, isMarked, "action/decided-clause")] : [];
  });
}

/** One capitalised word, or a possessive, in a clause is a doer only where the meeting knows the person. */
function isLooseName(words: string, people: readonly Attendee[]): boolean {
  if (/[’']s$/.test(words)) return true;
  return /^[A-Z][a-z’'-]+$/.test(words) && !isOwner(words, people, false);
}

const TAG =
  /(?:^|[\s([])(?:ACTION|Action)S?(?:\s+(?:by|for|point))?\s*(?:[:–—]|-\s)\s*(?=[A-Z])|[([](?:ACTION|Action)S?(?:\s+(?:by|for))?\s+(?=[A-Z])/;

/** "… the gate is broken. (Action: JS)", "… ACTION: Clerk to write". The tag's owner takes the sentence in front of it where the tag has no task of its own. */
function taggedTasks(
  context: PartContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  people: readonly Attendee[],
): TaskDraft[] {
  const match = TAG.exec(sentence.text);
  if (match === null) return [];
  const after = match.index + match[0].length;
  const rest = sentence.text.slice(after).replace(/[)\]\s.]+$/, "");
  const start = sentence.span.start + after;
  const phrase = readTask(rest);
  if (phrase !== null && areOwners(rest, phrase.owners, people, true)) {
    return [draftOf({ span: { start, end: start + rest.length }, text: rest }, phrase, true, "action/tag")];
  }
  const owners = rest.split(/\s+/).length <= 6 ? splitOwners(context, { start, end: start + rest.length }) : [];
  const isOwned = owners.length > 0 && areOwners(context.source.text, owners, people, true);
  if (!isOwned) return [];
  const before = sentence.text.slice(0, match.index).trim();
  if (before.split(/\s+/).length >= 3) {
    const task = { start: sentence.span.start, end: sentence.span.start + match.index };
    return [{ owners, task, span: sentence.span, isMarked: true, rule: "action/tag" }];
  }
  // "The gate is broken. (Action: Clerk)": the tag belongs to the sentence in front of it.
  if (previous === undefined || previous.entry !== sentence.entry || before !== "") return [];
  return [
    {
      owners,
      task: previous.span,
      span: { start: previous.span.start, end: sentence.span.end },
      isMarked: true,
      rule: "action/tag",
    },
  ];
}

/** "MS agreed to circulate the plan", "It was asked that VQ contact DG": only where a person is sure and the task lies ahead. */
function proseTasks(sentence: Sentence, people: readonly Attendee[]): TaskDraft[] {
  return findTasks(sentence.text).flatMap((phrase) => {
    const areDoers = phrase.owners.every((owner) =>
      isProseOwner(sentence.text.slice(owner.start, owner.end), phrase.link, people),
    );
    if (!areDoers || !isPromise(sentence.text, phrase)) return [];
    return [draftOf(sentence, phrase, false, "action/prose")];
  });
}

/** One capitalised word is a person where it agrees or offers to do something. */
function isProseOwner(words: string, link: string, people: readonly Attendee[]): boolean {
  if (isOwner(words, people, false)) return true;
  return (
    /agreed|offered|undert|volunteered/.test(link) &&
    /^[A-Z][a-z’'-]{2,}$/.test(words) &&
    isOwner(words, people, true) &&
    !/^(?:Members|Councillors|Residents|Partners|Officers)$/.test(words)
  );
}

function isPromise(text: string, phrase: TaskPhrase): boolean {
  const before = text.slice(0, phrase.span.start);
  const task = text.slice(phrase.task.start);
  if (/^(?:be|have|not|never|remain|continue|attend|been|no\s+longer|only|always|need|like|become|like)\b/i.test(task))
    return false;
  if (/agreed|offered|undert|volunteered|asked|tasked|requested|instructed/.test(phrase.link))
    return !/\b(?:had|previously|if|unless|whether)\b/i.test(before.slice(-20)) && !/^had|had\s/.test(phrase.link);
  if (phrase.link === "")
    return /\b(?:agreed|asked|requested|resolved)\s+that\s*$/i.test(before) && !/\b(?:has|had|have)\b/i.test(before);
  return phrase.link === "to" || /^will/.test(phrase.link) ? /^[a-z]+/.test(task) && before.trim() === "" : false;
}
