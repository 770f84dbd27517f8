/** Owners at the end of a sentence: "The hedge needs cutting (Clerk)", "… to be mended **JS**", and what is left of a right-hand column ("Ring the carpenter JS"). */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { isBidding } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { Sentence } from "../prose.js";
import { areOwners, isShortFor, onlyOwners, splitOwners } from "./owners.js";
import { candidateOf, pairNotes } from "./pairing.js";
import type { TaskDraft } from "./task-draft.js";

interface Tail {
  readonly owners: readonly Span[];
  /** Offset in the sentence of what does not belong to the task. */
  readonly at: number;
  readonly confidence: number;
  /** Whether the words before it must put something to be done. */
  readonly needsTask: boolean;
}

/** The tasks of the owners at the end of a sentence, and in brackets within it: "Notice to be given (JS) and staff to be told (KL)". */
export function trailingOwners(
  context: PartContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  people: readonly Attendee[],
): TaskDraft[] {
  const stretches = stretchesOf(context, sentence, people);
  return stretches.flatMap((stretch, index) =>
    ownersAtEnd(context, stretch, index === 0 ? previous : undefined, people),
  );
}

/** The sentence cut behind each bracket that holds owners in bold, or in all of several brackets. */
function stretchesOf(context: PartContext, sentence: Sentence, people: readonly Attendee[]): Sentence[] {
  if (!hasBold(sentence)) return [sentence];
  const brackets = [...sentence.text.matchAll(/[([]\s*([^()[\]]{2,40}?)\s*[)\]](?=[*_]*[,;]?\s)/g)].filter((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    const end = start + (match[1] ?? "").length;
    const owners = isBoldAt(sentence, start, end) ? ownersAt(context, sentence, start, end, people) : null;
    return owners !== null && areKnown(context, owners, people);
  });
  let from = 0;
  const stretches = brackets.map(({ index, 0: words }) => {
    const stretch = piece(sentence, from, index + words.length);
    from = index + words.length;
    return stretch;
  });
  return from === 0 ? [sentence] : [...stretches, piece(sentence, from, sentence.text.length)];
}

function piece(sentence: Sentence, from: number, to: number): Sentence {
  const text = sentence.text.slice(from, to);
  const start = sentence.span.start + from + (text.length - text.replace(/^[\s,;*_]+/, "").length);
  return { ...sentence, text: text.replace(/^[\s,;*_]+/, ""), span: { start, end: sentence.span.start + to } };
}

/** The task that the owners at the end of a sentence have: its own words, or where there are none those of the sentence before it. */
function ownersAtEnd(
  context: PartContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  people: readonly Attendee[],
): TaskDraft[] {
  const tail =
    bracketAtEnd(context, sentence, people) ??
    boldAtEnd(context, sentence, people) ??
    lettersAtEnd(context, sentence, people);
  if (tail === null || isVote(sentence.text)) return [];
  const before = sentence.text.slice(0, tail.at).trimEnd();
  const isAlone = before === "" && previous?.entry === sentence.entry;
  const matter = isAlone && previous !== undefined ? previous : behindReport(cut(sentence, before));
  if (tail.needsTask && !isBidding(matter.text) && !AHEAD.test(matter.text)) return [];
  if (matter.text.split(/\s+/).length < 2) return [];
  const quiet = { ...context, report: () => undefined };
  return pairNotes(quiet, [tail.owners], [candidateOf(matter)], people).map((draft) => ({
    ...draft,
    span: { start: draft.span.start, end: sentence.span.end },
    rule: "action/trailing-owner",
    confidence: tail.confidence,
  }));
}

/** "Proposed: AB, seconded: CD", "Elected (CD)": people who did something else. */
function isVote(text: string): boolean {
  return /\b(?:prop(?:osed)?|second(?:ed)?|2nd|sec|moved|carried|against|abstain\w*|abstentions?|elected|appointed|apologies|arrived|left)\b\.?\s*:?[^.]{0,60}$/i.test(
    text.slice(-90),
  );
}

/** Words that put something still to be done. */
const AHEAD =
  /\b(?:still\s+(?:wanted|needed|to)|to\s+be|needs?\s+(?:to|\p{L}+ing)|should|must|will|(?:agreed|resolved|decided)\s+(?:to|that)|is\s+to|are\s+to|shall|asked\s+that|to\s+\p{Ll}+\s+(?:the|a|for|with|out|up|ahead|round))\b/iu;

/** "No reply yet from the bank; to chase again": what is to be done stands behind the mark. */
function behindReport(sentence: Sentence): Sentence {
  const marks = [...sentence.text.matchAll(/;\s+(?=\p{Ll})/gu)].slice(-3);
  const mark = marks.find(
    ({ index }) => /^;\s+to\s/.test(sentence.text.slice(index)) || isBidding(sentence.text.slice(index + 1).trim()),
  );
  if (mark === undefined) return sentence;
  const at = mark.index + mark[0].length;
  const span = { start: sentence.span.start + at, end: sentence.span.end };
  return { ...sentence, text: sentence.text.slice(at), span };
}

function cut(sentence: Sentence, text: string): Sentence {
  return { ...sentence, text, span: { start: sentence.span.start, end: sentence.span.start + text.length } };
}

const BRACKET = /\s*[([]\s*(?:by\s+)?([^()[\]]{2,40}?)\s*[)\]]\s*\.?$/;

function bracketAtEnd(context: PartContext, sentence: Sentence, people: readonly Attendee[]): Tail | null {
  const match = /[)\]]\s*\.?$/.test(sentence.text) ? BRACKET.exec(sentence.text) : null;
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const start = match.index + match[0].indexOf(words);
  const owners = ownersAt(context, sentence, start, start + words.length, people);
  if (owners === null) return null;
  const isBold = isBoldAt(sentence, start, start + words.length);
  return {
    owners,
    at: match.index,
    confidence: isBold ? 0.95 : 0.8,
    needsTask: !isBold || (hasFiniteVerb(sentence.text) && !areKnown(context, owners, people)),
  };
}

/** Bold words with which a sentence ends that is not bold throughout. */
function boldAtEnd(context: PartContext, sentence: Sentence, people: readonly Attendee[]): Tail | null {
  if (!hasBold(sentence)) return null;
  const text = sentence.text.replace(/[\s.)\]]+$/, "");
  const match = /(?:^|\s)((?:the\s+)?[\p{Lu}@][^\s]*(?:\s*(?:[/,&+]|and|\s)\s*[\p{Lu}@][^\s]*){0,4})$/u.exec(
    text.slice(-50),
  );
  if (match === null || !isBoldAt(sentence, text.length - (match[1]?.length ?? 0), text.length)) return null;
  const start = text.length - (match[1]?.length ?? 0);
  const owners = ownersAt(context, sentence, start, text.length, people);
  const words = text.slice(start);
  const isSure =
    /^[A-Z][A-Za-z]?[A-Z][a-z]?$/.test(words) ||
    owners === null ||
    owners.length > 1 ||
    areOwners(context.source.text, owners, people, false) ||
    /^all\b/i.test(words);
  if (owners === null || !isSure || BINDING.test(text.slice(0, start).trimEnd())) return null;
  return { owners, at: start, confidence: 0.95, needsTask: hasFiniteVerb(text.slice(0, start)) };
}

/** Words that make the letters behind them part of their own phrase: "write to JS". */
const BINDING =
  /(?:\b(?:to|from|by|with|of|for|at|in|on|and|or|the|a|an|as|via|per|re|both|than|between|about|did|do|does|was|is|were|are|has|had|have|will|said|thanked|asked|told|next|this|last)|[,&/])$/i;

/** "Ring the carpenter JS", "Seal the contract J Blyth": known people behind a task, at the end of their line. */
function lettersAtEnd(context: PartContext, sentence: Sentence, people: readonly Attendee[]): Tail | null {
  if (!sentence.isLast) return null;
  const text = sentence.text.replace(/[\s.]+$/, "");
  const near = text.slice(-40);
  if (!ENDS_IN_CAPITAL.test(near)) return null;
  for (const pattern of TAILS) {
    const words = pattern.exec(near)?.[1];
    if (words === undefined) continue;
    const start = text.length - words.length;
    const before = text.slice(0, start).trimEnd();
    if (BINDING.test(before)) continue;
    // Whom the list knows is asked first: it costs less than whether the words are owners at all.
    const isOfColumn = hasColumn(context);
    const names = { start: sentence.span.start + start, end: sentence.span.start + text.length };
    const isKnown = areKnown(context, splitOwners(context, names), people);
    if (!isKnown && (sentence.entry.margin !== null || !isOfColumn)) continue;
    const owners = ownersAt(context, sentence, start, text.length, people);
    if (owners === null) continue;
    const needsTask = !isOfColumn || hasFiniteVerb(before) || before === "";
    return { owners, at: start, confidence: needsTask ? 0.75 : 0.9, needsTask };
  }
  return null;
}

/** A last word with a capital: what all the patterns end in. */
const ENDS_IN_CAPITAL = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]*$/u;
const LETTERS = String.raw`[A-Z][A-Za-z]?[A-Z][a-z]?`;
const TAILS: readonly RegExp[] = [
  new RegExp(String.raw`(?:^|[\s.])((?:${LETTERS}|ALL|All|Clerk)(?:\s?[/,&+]\s?(?:${LETTERS}|ALL|All|Clerk))*)$`),
  /(?:^|\s)(\p{Lu}\.?\s\p{Lu}[\p{L}’'-]+)$/u,
  /(?:[.!]\s|^)((?:Cllrs?\.?\s|Mrs?\.?\s|Ms\.?\s|Dr\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)$/u,
];

function areKnown(context: PartContext, owners: readonly Span[], people: readonly Attendee[]): boolean {
  return owners.every(({ start, end }) => {
    const words = context.source.text.slice(start, end);
    return /^(?:all|(?:the )?clerk)$/i.test(words) || knows(words, people);
  });
}

function knows(words: string, people: readonly Attendee[]): boolean {
  return people.some(
    (person) =>
      isShortFor(words, person) ||
      person.name.value.endsWith(words) ||
      person.name.value.startsWith(`${words} `) ||
      isInitialAndSurname(words, person.name.value),
  );
}

function isInitialAndSurname(words: string, name: string): boolean {
  const [initial = "", surname = "-"] = words.split(/\.?\s+/);
  return initial.length === 1 && name.endsWith(` ${surname}`) && new RegExp(`(?:^|\\s)${initial}`).test(name);
}

/** Whether the page has a column of owners at its edge: its title ("ACTION", "Action by") stands alone in front of the business. */
function hasColumn(context: PartContext): boolean {
  return context.flow
    .slice(0, 60)
    .some(
      (entry) =>
        entry.kind === "line" &&
        (entry.node.reading.token === t.ActionLine || entry.node.view.wordCount <= 5) &&
        /^(?:(?:item|minutes?|agenda\s+item|no\.?|discussion|subject)\s+){0,2}actions?(?:\s+(?:by|owner|for|required))?\s*:?$/i.test(
          entry.node.view.text,
        ),
    );
}

function ownersAt(
  context: PartContext,
  sentence: Sentence,
  start: number,
  end: number,
  people: readonly Attendee[],
): Span[] | null {
  return onlyOwners(context, { start: sentence.span.start + start, end: sentence.span.start + end }, people, 5);
}

/** Whether some words of its line, and not all, are bold. */
function hasBold(sentence: Sentence): boolean {
  const { line } = sentence.entry.node.view;
  return !line.style.bold && line.emphases.some(({ kind }) => kind === "bold");
}

function isBoldAt(sentence: Sentence, start: number, end: number): boolean {
  const { line } = sentence.entry.node.view;
  if (line.style.bold) return false;
  const [from, to] = [sentence.span.start + start, sentence.span.start + end];
  return line.emphases.some(({ kind, span }) => kind === "bold" && span.start <= from && span.end >= to);
}
