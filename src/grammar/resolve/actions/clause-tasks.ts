/** Decided clauses that name a doer: "That A Green write to …", "That officers be requested to …", "… and that B Hill report back". */

import type { Attendee, Decision } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findTasks, readTask, type TaskPhrase } from "../../phrases/task.js";
import { TASK_VERBS } from "../../vocabulary/actions.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import type { PartContext } from "../context.js";
import { shift } from "../sourced.js";
import { areOwners, isOwner } from "./owners.js";
import { draftOf, type TaskDraft } from "./task-draft.js";

export function clauseTasks(context: PartContext, decision: Decision, people: readonly Attendee[]): TaskDraft[] {
  const { span, rule } = decision.text;
  const text = context.source.text.slice(span.start, span.end);
  // Markers such as "It was agreed that" are cut from the text: the clause still follows "that".
  const lead = /^(?:that|for)\s/i.test(text) ? "" : "that ";
  const isMarked = rule !== "decision/it-was" && rule !== "decision/meeting-verb";
  const shared = sharedDoer(context, decision.text.span);
  if (
    shared !== null &&
    TASK_VERBS.has(/^[\p{L}-]+/u.exec(text)?.[0] ?? "") &&
    areOwners(shared.text, shared.owners, people, isMarked)
  ) {
    const owners = shared.owners.map((owner) => shift(owner, shared.start));
    return [{ owners, task: span, span, isMarked, rule: "action/decided-clause" }];
  }
  return findTasks(lead + text).flatMap((found) => {
    const phrase = {
      ...found,
      owners: found.owners.map((owner) => shift(owner, -lead.length)),
      task: shift(found.task, -lead.length),
      span: shift(found.span, -lead.length),
    };
    // "Nicholas and Anisha to work with …" right behind the marker.
    const verb = /^[\p{L}-]+/u.exec(text.slice(phrase.task.start))?.[0] ?? "";
    const isBidden = phrase.link === "to" && phrase.span.start <= 0 && TASK_VERBS.has(verb);
    if (
      /^[:–—-]$/.test(found.link) ||
      (!isBidden && phrase.owners.some((owner) => isLooseName(text.slice(owner.start, owner.end), people)))
    )
      return [];
    const before = (lead + text).slice(0, found.span.start);
    const isAsked = phrase.link === "to" && ASKING.test(before);
    const isClause =
      isAsked || /\b(?:that|for)\s*$/i.test(before) || (found.link === "to" && /^that\s*$/i.test(lead + before));
    if (SIGNING.test(text.slice(phrase.task.start)) && /\bauthori[sz](?:e|es|ed|ing)\s*$/i.test(before)) return [];
    const isDoer = areOwners(text, phrase.owners, people, isMarked);
    return isClause && isDoer && !isState(text.slice(phrase.task.start))
      ? [draftOf({ span, text }, withinClause(text, phrase), isMarked, "action/decided-clause")]
      : [];
  });
}

/** "for the Clerk to write, and that a meeting be held": a further "that" begins something else. */
function withinClause(text: string, phrase: TaskPhrase): TaskPhrase {
  const next = text.slice(phrase.task.start, phrase.task.end).search(/[\s,;]+and\s+that\s/i);
  return next < 0 ? phrase : { ...phrase, task: { start: phrase.task.start, end: phrase.task.start + next } };
}

/** "to ask the Clerk to write", "Request the CEO to advise": whoever is asked is the doer. */
const ASKING =
  /(?:^|\s)(?:ask|request|require|instruct|mandate|direct|authoris|authoriz|invit|delegat|task)(?:e|s|es|ed)?\s*$/i;

/** "the Clerk should (i) have the verge mown, and (ii) write to the owner": the words before (i) name the doer of each clause. */
function sharedDoer(
  context: PartContext,
  clause: Span,
): { readonly text: string; readonly start: number; readonly owners: readonly Span[] } | null {
  const from = Math.max(0, clause.start - FARTHEST);
  const before = context.source.text.slice(from, clause.start);
  if (!/\((?:[ivx]{1,4}|[a-h]|\d)\)\s*$/.test(before)) return null;
  const lead = /(?:\b(?:that|for)\s+|:\s+)((?:(?!\bthat\b)[^.;:()]){3,80}?)[\s:–-]*\((?:i|a|1)\)\s[^.]*$/i.exec(
    before.slice(before.lastIndexOf("\n") + 1),
  );
  const words = lead?.[1];
  if (lead === null || words === undefined) return null;
  const phrase = readTask(`${words} do`);
  if (phrase === null || phrase.task.start < words.length || /^[:–—-]?$/.test(phrase.link)) return null;
  const start = from + before.lastIndexOf("\n") + 1 + lead.index + lead[0].indexOf(words);
  return { text: words, start, owners: phrase.owners };
}

/** The first of some lettered clauses stands within so many characters. */
const FARTHEST = 600;

/** "authorised the Chair to sign it" gives a power; "that the Chair be authorised to sign it" is a task of the Chair. */
const SIGNING = /^(?:sign|execute|seal|affix|enter\s+into)\b/i;

/** "be appointed", "remain", "is approved": how things shall stand, and nothing to do. */
function isState(task: string): boolean {
  return /^(?:be|was|were|is|are|being|been|has|had|have(?!\s+(?:the|a|an|his|her|their|its|all|\p{Ll}+-)\s?\p{L}+.*\p{Ll}+(?:ed|en|de|t)\b)|remain|continue(?!\s+(?:to\s+\p{Ll}|\p{Ll}+ing\b))|stand|serve)\b|^\w+\s+(?:is|was|were|are|be)\b/iu.test(
    task,
  );
}

/** People that are many: they can be told to do what the meeting decides. */
const GROUP_OF_PEOPLE =
  /^(?:the\s+)?(?:directors|trustees|governors|officers|(?:working|task)[\s-]+(?:party|group)|link\s+governors|all\s+(?:(?:board|council|committee|commission)\s+)?members)$|^(?:each|every)\s/i;

/** One capitalised word, or a possessive, in a clause is a doer only where the meeting knows the person. */
function isLooseName(words: string, people: readonly Attendee[]): boolean {
  if (BODY_WORDS.test(words) && !isOwner(words, people, false) && !GROUP_OF_PEOPLE.test(words)) return true;
  if (/[’']s$/.test(words)) return true;
  return (
    /^[A-Z][a-z’'-]+$/.test(words) &&
    !isOwner(words, people, false) &&
    !/^(?:Officers|Members|Governors|Trustees|Councillors|Partners|All|Staff)$/.test(words)
  );
}
