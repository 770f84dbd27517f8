/** The words of one task that the document itself marks: "JS to write", "@john: book the hall", "Portal GM to collect data", "Write to the school (Clerk)". */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { organisationLikeness } from "../../phrases/person.js";
import { readTask } from "../../phrases/task.js";
import { isBidding, OWN_BODY, POST_OWNERS, TASK_VERBS } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import { shift } from "../sourced.js";
import { limitAtEnd } from "./due.js";
import { areOwners, isNameOfPerson, isOwner, onlyOwners, splitOwners } from "./owners.js";

export interface MarkedTask {
  readonly owners: readonly Span[];
  readonly task: Span;
  /** Where the time limit stands apart from the task: "VP, by 31 May – new mandate". */
  readonly due?: Span;
}

/** The owners and the task of marked words; no owners where none is named. Spans are of the source. */
export function readMarkedTask(context: PartContext, words: Span, people: readonly Attendee[]): MarkedTask {
  const span = behindBox(context, words);
  const limit = limitAtEnd(context, span);
  const cut = limit === null ? span : { start: span.start, end: limit.at };
  const read = withOwnersBehind(context, cut, readOwners(context, cut, people), people);
  return limit === null ? read : { due: limit.due, ...read };
}

/** "Working party – Fay, Chris": a group in front of nothing but people is what they are to do. */
function withOwnersBehind(context: PartContext, span: Span, read: MarkedTask, people: readonly Attendee[]): MarkedTask {
  const first = read.owners[0];
  if (first === undefined || read.task.start <= first.end || read.task.end - read.task.start > 50) return read;
  const owners = onlyOwners(context, read.task, people, 6);
  if (
    owners === null ||
    !owners.every(({ start, end }) => isNameOfPerson(context.source.text.slice(start, end), people))
  )
    return read;
  const before = read.owners.every(({ start, end }) => isNameOfPerson(context.source.text.slice(start, end), people));
  const end = read.owners.at(-1)?.end ?? first.end;
  return before ? read : { owners, task: { start: Math.min(span.start, first.start), end } };
}

function readOwners(context: PartContext, span: Span, people: readonly Attendee[]): MarkedTask {
  const text = context.source.text.slice(span.start, span.end);
  return (
    inBrackets(context, span, text, people) ??
    byPhrase(span, text, people) ??
    beforeVerb(context, span, text, people) ??
    behindMatter(span, text, people) ??
    beforeMark(context, span, text, people) ??
    beforeBareVerb(span, text, people) ??
    inFront(context, span, text, people) ??
    behindTask(context, span, text, people) ?? { owners: [], task: span }
  );
}

/** "- [ ] JS to …", "→ JS to …": the box is no word. */
function behindBox(context: PartContext, span: Span): Span {
  const box = /^\s*(?:\[[ xX✓✔]?\]|[☐☑☒□■→➔>*])\s*/.exec(context.source.text.slice(span.start, span.end));
  return { start: span.start + (box?.[0].length ?? 0), end: span.end };
}

/** "(john): fix the build", "[JS] write to the school". */
function inBrackets(context: PartContext, span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const lead = /^[([]\s*@?([^()[\]]{1,40}?)\s*[)\]]\s*(?:[:–—-]|to\s)?\s*(?=\S)/.exec(text);
  if (lead === null) return null;
  const start = span.start + lead[0].indexOf(lead[1] ?? "");
  const owners = splitOwners(context, { start, end: start + (lead[1] ?? "").length });
  const areNames = owners.every(({ start: from, end }) => isNamed(context.source.text.slice(from, end), people));
  return owners.length > 0 && areNames ? { owners, task: { start: span.start + lead[0].length, end: span.end } } : null;
}

function byPhrase(span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const phrase = readTask(text);
  if (phrase === null || !areOwners(text, phrase.owners, people, true)) return null;
  // "Introductions – date of the next meeting": one word before a dash is a name where the meeting knows it, or where the rest bids.
  const rest = text.slice(phrase.task.start);
  const isLoose =
    /^[:–—-]$/.test(phrase.link) &&
    phrase.owners.some((owner) => isLooseName(text.slice(owner.start, owner.end), people));
  if (isLoose && !isTasked(rest)) return null;
  return {
    owners: phrase.owners.map((owner) => shift(owner, span.start)),
    task: shift(phrase.task, span.start),
  };
}

/** One capitalised word that nothing shows to be a name. */
function isLooseName(words: string, people: readonly Attendee[]): boolean {
  return (
    /^\p{Lu}[\p{Ll}’'-]+$/u.test(words) &&
    !POST_OWNERS.test(words) &&
    !isOwner(words, people, false) &&
    !isNameOfPerson(words, people)
  );
}

function isTasked(words: string): boolean {
  return isBidding(words) || TASK_VERBS.has(/^\S+/.exec(words)?.[0] ?? "");
}

/** "Website: John to update it": the matter stands in front, and stays in the task. */
function behindMatter(span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const matter = /^[^:–—]{3,60}?\s*(?::|[–—]|\s-)\s+(?=\p{Lu})/u.exec(text)?.[0];
  const phrase = matter === undefined ? null : readTask(text.slice(matter.length));
  if (matter === undefined || phrase === null || !/to$|will/.test(phrase.link)) return null;
  if (!areOwners(text.slice(matter.length), phrase.owners, people, true)) return null;
  return { owners: phrase.owners.map((owner) => shift(owner, span.start + matter.length)), task: span };
}

const LINK_BEFORE_VERB =
  /^(.{1,70}?)\s+(?:(?:both\s+|also\s+|then\s+|please\s+)?to|will|shall|should|must|(?:is|are)\s+to|(?:has\s+|have\s+)?agreed\s+to|to\s+be\s+asked\s+to|(?:was|were)\s+asked\s+to|might)\s+(?:also\s+|then\s+|please\s+)?(?=([\p{L}-]+))/u;

/** "Portal GM to collect …", "all committee members to bring …", "rhiba to spam …": whoever stands before a verb of doing. */
function beforeVerb(context: PartContext, span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const match = LINK_BEFORE_VERB.exec(text);
  const words = match?.[1] ?? "";
  if (match === null || words.split(/\s+/).length > 8 || !/^@?[\p{L}]/u.test(words) || /[.;:!?]\s/.test(words))
    return null;
  if (!TASK_VERBS.has((match[2] ?? "").toLowerCase())) return null;
  const owners = splitOwners(context, { start: span.start, end: span.start + words.length });
  if (owners.length === 0 || !owners.every(({ start, end }) => isDoer(context.source.text.slice(start, end), people)))
    return null;
  return { owners, task: { start: span.start + match[0].length, end: span.end } };
}

/** Who stands before "to write": known owners, what is written with capitals and is no matter of business, and groups of people. */
function isDoer(words: string, people: readonly Attendee[]): boolean {
  if (isNamed(words, people)) return true;
  if (OWN_BODY.test(words) || isBidding(words)) return false;
  const first = /^\S+/.exec(words)?.[0] ?? "";
  if (TASK_VERBS.has(first.toLowerCase()) && /\s/.test(words)) return false;
  if (/^(?:all|everyone|everybody|anyone|those|any|each|both)\b/i.test(words))
    return !/\b(?:is|are|was|were)\b/.test(words);
  if (/^(?:the|our|a|an)\s+\p{Ll}+(?:\s+\p{Ll}+)?$/u.test(words))
    return /(?:er|or|ist|ant|team|group|s|clerk|chair)$/.test(words);
  return (
    words.split(/\s+/).every((word) => /^(?:\p{Lu}|of|for|the|and|&|de|van)/u.test(word)) &&
    organisationLikeness(words) > 0.1
  );
}

/** An owner for sure, or a name that is written small or behind "@". */
function isNamed(words: string, people: readonly Attendee[]): boolean {
  if (/^@[\w-]+$/.test(words)) return true;
  return isOwner(words, people, true) || (/^[\p{Ll}\d_-]+$/u.test(words) && isNameOfPerson(words, people));
}

/** "john - book the hall", "John and Mary: paint the fence", "AQ: swans". */
function beforeMark(context: PartContext, span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const match =
    /^(@?[\p{L}][^:–—]{0,45}?)(?:\s*[,(]?\s*(?:by|before|due)\s+([^:–—()]{3,30}?)\)?)?\s*(?::|[–—]|\s-)\s+(?=\S)/u.exec(
      text,
    );
  const words = match?.[1] ?? "";
  const limit = match?.[2];
  if (match === null || words.split(/\s+/).length > 6) return null;
  const owners = splitOwners(context, { start: span.start, end: span.start + words.length });
  const areNames = owners.every(({ start, end }) => isNamed(context.source.text.slice(start, end), people));
  if (owners.length === 0 || !areNames) return null;
  const rest = text.slice(match[0].length);
  const isLoose = owners.some(({ start, end }) => isLooseName(context.source.text.slice(start, end), people));
  if (isLoose && !isTasked(rest)) return null;
  const task = { start: span.start + match[0].length, end: span.end };
  if (limit === undefined) return { owners, task };
  const start = span.start + match[0].lastIndexOf(limit);
  return { owners, task, due: { start, end: start + limit.length } };
}

/** "Portal put leaflets through the door", "Clerk write to the school". */
function beforeBareVerb(span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const match = /^(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,2})\s+(?=(\p{Ll}+)\s)/u.exec(text);
  const words = match?.[1] ?? "";
  if (match === null || !TASK_VERBS.has(match[2] ?? "") || isBidding(text) || !isOwner(words, people, true))
    return null;
  const owner = { start: span.start, end: span.start + words.length };
  return { owners: [owner], task: { start: span.start + match[0].length, end: span.end } };
}

/** "DA/KL Objection to the chalets", "All Bring something for the raffle": owners of a lost column in front of a capital. */
function inFront(context: PartContext, span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const match =
    /^((?:[A-Z][A-Za-z]?[A-Z][a-z]?|All|Clerk|Chair)(?:\s?[/,&+]\s?(?:[A-Z][A-Za-z]?[A-Z][a-z]?|All|Clerk|Chair))*)\s+(?=\p{Lu}\p{Ll})/u.exec(
      text,
    );
  if (match === null) return null;
  const owners = onlyOwners(context, { start: span.start, end: span.start + (match[1] ?? "").length }, people);
  const areKnown =
    owners !== null &&
    (owners.length > 1 || areOwners(context.source.text, owners, people, false) || people.length < 3);
  return owners !== null && areKnown ? { owners, task: { start: span.start + match[0].length, end: span.end } } : null;
}

const TAILS: readonly RegExp[] = [
  /\s*[([]\s*(?:action(?:\s+(?:by|for))?\s*[:–-]?\s*)?@?([^()[\]]{2,40})\s*[)\]]\s*\.?$/i,
  /\s+[–—-]\s*(?:action(?:\s+(?:by|for))?\s*[:–-]?\s*)?@?([^–—.()]{2,40}?)\s*\.?$/i,
  /[\s.]\s*(?:action(?:\s+by)?|actioned\s+by|by|owner|lead)\s*:\s*@?([^:.()]{2,40}?)\s*\.?$/i,
  /\bbe\s+\p{L}+\b[^.;]*\sby\s+((?:the\s+)?[^.,;()]{2,40}?)\s*\.?$/u,
  /\s(?:to\s+be|be)\s+\p{L}+\s+between\s+([^.,;()]{2,40}?)\s*\.?$/u,
  /[\s.]\s*@?([A-Z][A-Za-z]?[A-Z][a-z]?(?:\s?[/,&+]\s?[A-Z][A-Za-z]?[A-Z][a-z]?)*)\s*\.?$/,
];

/** "Write to the school (Clerk)", "Repair the gate – JS", "Letter to be sent by the Clerk". */
function behindTask(context: PartContext, span: Span, text: string, people: readonly Attendee[]): MarkedTask | null {
  const tail = text.slice(-70);
  for (const [index, pattern] of TAILS.entries()) {
    const match = pattern.exec(tail);
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    const at = span.end - tail.length + match.index + match[0].lastIndexOf(words);
    const owners = onlyOwners(context, { start: at, end: at + words.trimEnd().length }, people);
    if (owners === null) continue;
    // Bare initials at the end must be somebody's: "write to the CAB".
    const areKnown = index !== 5 || areOwners(context.source.text, owners, people, false);
    const isPassive = index === 3 || index === 4;
    const end = isPassive ? span.end : span.end - tail.length + match.index;
    if (areKnown && end - span.start > 3) return { owners, task: { start: span.start, end } };
  }
  return null;
}
