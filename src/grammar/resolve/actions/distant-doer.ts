/** Tasks whose doer stands farther in front: "Rosemary has measured up and will order the lining", "He will arrange for new pads". */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { ownersInFront } from "../../phrases/task.js";
import { POST_OWNERS, TASK_VERBS } from "../../vocabulary/actions.js";
import type { Sentence } from "../prose.js";
import { shift } from "../sourced.js";
import { isNameOfPerson, isOwner } from "./owners.js";
import { endOfTask, type TaskDraft } from "./task-draft.js";

const LATER = String.raw`(?:(?:will|would|is\s+to|are\s+to)(?:\s+(?:also|then|now))?|(?:agreed|offered|undertook|volunteered|promised|was\s+asked|were\s+asked)\s+to)\s+(?=(\p{Ll}[\p{L}-]+)\s)`;
/** "He will …" behind a sentence about one person. */
const PRONOUN = new RegExp(String.raw`^(He|She|They)\s+${LATER}`, "u");
/** "… and will …", "… and that he would …" in a sentence that begins with whoever is meant. */
const CLAUSE = new RegExp(String.raw`,?\s(?:and|but)\s+(?:(?:that\s+)?(?:he|she|they)\s+)?${LATER}`, "u");
/** "… to be fitted by Dave" at the end of a sentence. */
const PASSIVE =
  /\b(?:to|will|should)\s+be\s+\p{L}+\b[^.;:]{0,80}?\sby\s+((?:the\s+)?\p{Lu}[\p{L}.’'-]*(?:\s(?:and\s|&\s)?\p{Lu}[\p{L}.’'-]*){0,4})\s*\.?$/u;
/** Verbs that tell how things will be, not what is to be done. */
const NO_DEED =
  /^(?:be|have|not|continue|remain|need|like|attend|take\s+place|use|visit|return|receive|speak|stand|step|retire|resign|leave)\b/;

/** `previous`: the sentence in front of it. Nothing where the sentence names a doer right before the verb: that is read elsewhere. */
export function distantDoerTasks(
  sentence: Sentence,
  previous: Sentence | undefined,
  people: readonly Attendee[],
): TaskDraft[] {
  const { text } = sentence;
  const pronoun = PRONOUN.exec(text);
  if (pronoun !== null) {
    if (previous?.entry !== sentence.entry) return [];
    const owners = knownInFront(previous, people);
    const isOne = pronoun[1] !== "They";
    return isOne === (owners.length === 1) && owners.length > 0
      ? laterTask(sentence, pronoun[0].length, pronoun[2] ?? "", owners)
      : [];
  }
  const passive = text.includes(" by ") ? PASSIVE.exec(text) : null;
  if (passive?.[1] !== undefined) {
    const at = passive.index + passive[0].lastIndexOf(passive[1]);
    const owners = splitAt(text, at, passive[1]).filter(({ start, end }) => isKnown(text.slice(start, end), people));
    const task = { start: sentence.span.start, end: sentence.span.start + at + passive[1].length };
    const shifted = owners.map((owner) => shift(owner, sentence.span.start));
    if (owners.length > 0)
      return [{ owners: shifted, task, span: task, isMarked: false, rule: "action/distant-doer", confidence: 0.75 }];
  }
  const clause = text.includes(" will ") || / (?:would|to) /.test(text) ? CLAUSE.exec(text) : null;
  if (clause === null) return [];
  const owners = knownInFront(sentence, people);
  return owners.length === 0 ? [] : laterTask(sentence, clause.index + clause[0].length, clause[1] ?? "", owners);
}

function splitAt(_text: string, at: number, words: string): Span[] {
  const owners = ownersInFront(words);
  return owners.every(({ end }) => end <= words.length) ? owners.map((owner) => shift(owner, at)) : [];
}

/** A person whom the meeting knows, or a post that one of them has. */
function isKnown(words: string, people: readonly Attendee[]): boolean {
  return isOwner(words, people, false) && (isNameOfPerson(words, people) || POST_OWNERS.test(words));
}

/** Whom a sentence begins with, where the meeting knows them all. */
function knownInFront({ text, span }: Sentence, people: readonly Attendee[]): Span[] {
  const owners = ownersInFront(text);
  return owners.every(({ start, end }) => isOwner(text.slice(start, end), people, false))
    ? owners.map((owner) => shift(owner, span.start))
    : [];
}

function laterTask(sentence: Sentence, at: number, verb: string, owners: readonly Span[]): TaskDraft[] {
  const words = sentence.text.slice(at);
  if (!TASK_VERBS.has(verb) || NO_DEED.test(words) || /\bif\b/.test(words)) return [];
  const start = sentence.span.start + at;
  const task = { start, end: start + endOfTask(words) };
  return [{ owners, task, span: task, isMarked: false, rule: "action/distant-doer", confidence: 0.75 }];
}
