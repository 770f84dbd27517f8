/** Owners beside a block of text paired with the sentences that hold their tasks: the best pairs in order, by what each sentence says. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findTasks, type TaskPhrase } from "../../phrases/task.js";
import { isBidding } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { Sentence } from "../prose.js";
import { shift } from "../sourced.js";
import { ownerAt } from "./owner-person.js";
import { isOwner, ownerKey } from "./owners.js";
import { draftOf, type TaskDraft } from "./task-draft.js";

/** A sentence that a note may mean; a decided clause counts as a sentence. */
export interface Candidate {
  readonly span: Span;
  readonly text: string;
  /** Whether a marker ("RESOLVED") makes it a decision. */
  readonly isDecided: boolean;
  /** Less for what stands farther off. */
  readonly nearness: number;
}

export function candidateOf(sentence: Sentence, nearness = 0): Candidate {
  return { span: sentence.span, text: sentence.text, isDecided: false, nearness };
}

interface Match {
  readonly score: number;
  readonly draft: TaskDraft;
}

/** Each note takes at most one sentence, and each sentence at most one note, in order; what stays unpaired is reported. */
export function pairNotes(
  context: PartContext,
  notes: readonly (readonly Span[])[],
  candidates: readonly Candidate[],
  people: readonly Attendee[],
  least = LEAST,
): TaskDraft[] {
  const near = candidates.slice(-MOST_CANDIDATES);
  // "Trailer lights. Again.": one word is no task beside another sentence.
  const [only, ...others] = near.filter(({ text }) => near.length === 1 || /\s/.test(text.trim()));
  const weighed = near.map((candidate) => weigh(candidate, people, others.length === 0 && candidate === only));
  const matches = notes.map((owners) => weighed.map((candidate) => matchOf(context, owners, candidate, people)));
  const chosen = bestInOrder(matches.map((row) => row.map(({ score }) => (score < least ? 0 : score))));
  return notes.flatMap((owners, index) => {
    const at = chosen[index] ?? -1;
    const match = matches[index]?.[at];
    if (match !== undefined) return [match.draft];
    const names = owners.map((owner) => context.source.text.slice(owner.start, owner.end)).join(" and ");
    context.report("action/margin-unpaired", owners[0] ?? null, `no sentence beside it gives ${names} a task`);
    return [];
  });
}

/** A note stands beside no more than so many sentences. */
const MOST_CANDIDATES = 40;
/** A sentence that scores less gives nobody a task. */
const LEAST = 0.9;

/** The assignment in order with the greatest sum; -1 where a note takes none. */
function bestInOrder(scores: readonly (readonly number[])[]): number[] {
  const width = scores[0]?.length ?? 0;
  // best[i][j]: the greatest sum of the notes from i on over the sentences from j on.
  const best = Array.from({ length: scores.length + 1 }, () => new Array<number>(width + 1).fill(0));
  for (let i = scores.length - 1; i >= 0; i--) {
    for (let j = width; j >= 0; j--) {
      const skipNote = best[i + 1]?.[j] ?? 0;
      const skipSentence = j < width ? (best[i]?.[j + 1] ?? 0) : 0;
      const score = scores[i]?.[j] ?? 0;
      const take = j < width && score >= LEAST ? score + (best[i + 1]?.[j + 1] ?? 0) : 0;
      (best[i] as number[])[j] = Math.max(skipNote, skipSentence, take);
    }
  }
  const chosen: number[] = [];
  let j = 0;
  for (let i = 0; i < scores.length; i++) {
    while (j < width && (best[i]?.[j] ?? 0) === (best[i]?.[j + 1] ?? 0)) j++;
    const isSkipped = j >= width || (best[i]?.[j] ?? 0) === (best[i + 1]?.[j] ?? 0);
    chosen.push(isSkipped ? -1 : j);
    if (!isSkipped) j++;
  }
  return chosen;
}

/** A candidate, and what its words say whoever the note names. */
interface Weighed {
  readonly candidate: Candidate;
  readonly doers: readonly TaskPhrase[];
  readonly pressure: number;
  readonly isBid: boolean;
  /** The only sentence that the notes may mean. */
  readonly isOnly: boolean;
}

function weigh(candidate: Candidate, people: readonly Attendee[], isOnly: boolean): Weighed {
  const doers = doersIn(candidate, people);
  return { candidate, doers, pressure: pressure(candidate), isBid: isBidding(candidate.text), isOnly };
}

function doersIn(candidate: Candidate, people: readonly Attendee[]): TaskPhrase[] {
  return findTasks(candidate.text).filter((phrase) =>
    phrase.owners.every((owner) => isOwner(candidate.text.slice(owner.start, owner.end), people, true)),
  );
}

function matchOf(
  context: PartContext,
  owners: readonly Span[],
  { candidate, doers, pressure, isBid, isOnly }: Weighed,
  people: readonly Attendee[],
): Match {
  const named = doers.find((phrase) => isSameOwner(context, people, candidate, phrase, owners));
  if (named !== undefined && !/^(?:is|are|was|were|has|have|had)\b/.test(candidate.text.slice(named.task.start))) {
    const draft = draftOf(candidate, named, true, "action/margin");
    // "… a breakdown, which Ms Ames would provide": one verb alone says too little.
    const isThin =
      !/\s/.test(candidate.text.slice(named.task.start, named.task.end).trim()) &&
      /\b(?:which|that)\s*$/.test(candidate.text.slice(0, named.span.start));
    return {
      score: 6 + candidate.nearness,
      draft: { ...draft, owners, ...(isThin ? { task: candidate.span, span: candidate.span } : {}) },
    };
  }
  const promise = promiseOf(context, owners, candidate);
  if (promise !== null) {
    const draft = { owners, task: promise, span: candidate.span, isMarked: true, rule: "action/margin-promise" };
    return { score: 5 + candidate.nearness, draft };
  }
  const score = pressure + candidate.nearness;
  const isMentioned = owners.some((owner) =>
    mentions(candidate.text, context.source.text.slice(owner.start, owner.end)),
  );
  const total = Math.max(score + (isMentioned ? 0.8 : 0), isOnly && !DONE.test(candidate.text) ? LEAST : 0);
  const isSure = score >= 2;
  return {
    score: total,
    draft: {
      owners,
      task: taskOf(candidate),
      span: candidate.span,
      isMarked: true,
      rule: isBid ? "action/margin-bid" : "action/margin-beside",
      confidence: isSure ? (isBid ? 0.9 : 0.85) : 0.7,
    },
  };
}

function isSameOwner(
  context: PartContext,
  people: readonly Attendee[],
  candidate: Candidate,
  phrase: TaskPhrase,
  owners: readonly Span[],
): boolean {
  const keys = owners.map((owner) => ownerKey(context.source.text.slice(owner.start, owner.end)));
  const own = phrase.owners.map((owner) => ownerKey(candidate.text.slice(owner.start, owner.end)));
  if (own.some((key) => keys.some((other) => key === other || key.endsWith(` ${other}`) || other.endsWith(` ${key}`))))
    return true;
  // "The Clerk to …" beside the initials of the clerk.
  const quiet = { ...context, report: () => undefined };
  const names = new Set(owners.flatMap((owner) => ownerAt(quiet, people, owner).person?.value ?? []));
  return phrase.owners.some((owner) =>
    names.has(ownerAt(quiet, people, shift(owner, candidate.span.start)).person?.value ?? ""),
  );
}

/** "SY said that the post was vacant but he would see what could be done" beside SY. */
function promiseOf(context: PartContext, owners: readonly Span[], candidate: Candidate): Span | null {
  const [owner, ...others] = owners;
  if (owner === undefined || others.length > 0) return null;
  const name = context.source.text.slice(owner.start, owner.end);
  if (!candidate.text.startsWith(`${name} `)) return null;
  const match = /\b(?:s?he|they)\s+(?:would|will)\s+(?!be\b|have\b|like\b|not\b|prefer\b)(?=\p{Ll})/u.exec(
    candidate.text,
  );
  if (match === null) return null;
  return { start: candidate.span.start + match.index + match[0].length, end: candidate.span.end };
}

/** Whether the words of an owner stand in a text. */
function mentions(text: string, owner: string): boolean {
  const at = text.indexOf(owner);
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? " ") && !/\p{L}/u.test(text[at + owner.length] ?? " ");
}

/** "Committee agreed to buy", "Agreed to ask". */
const AGREED_TO =
  /^(?:(?:the\s+)?(?:committee|board|council|forum|group|panel|meeting|members|governors|trustees|directors|councillors)\s+|all\s+)?(?:also\s+)?(?:resolved|agreed|decided)\s+to\s+(?=\p{Ll})/iu;

/** Words that put something still to be done, and how strongly. The strongest counts. */
const PRESSURES: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:it\s+was|was|were|it\s+is)\s+(?:also\s+|further\s+|then\s+|therefore\s+)?(?:unanimously\s+)?(?:resolved|agreed|decided)\s+to\b/i,
    3,
  ],
  [AGREED_TO, 3],
  [/^(?:we\s+)?needs?\s+\p{Ll}/iu, 2.2],
  [/^\p{Lu}[\p{L}\s]{2,40}\sto\s(?:\p{Lu}{2,3}|the\s+\p{L}+|\p{Lu}\p{L}+)\s+by\s+(?:\p{L}+\s+)?\d/u, 3.2],
  [/\b(?:still\s+)?(?:wanted|needed|to\s+(?:come|go)\s+to)\b/i, 1.2],
  [/\b(?:resolved|agreed|decided)\s+that\b.*\b(?:should|would|will|be)\b/i, 2.6],
  [/\bto\s+be\s+\p{L}+(?:ed|en|t|de|d|g|ought|ent|own|one)\b/u, 2.6],
  [/\b(?:needs?|require[sd]?)\s+(?:to\b|\p{L}+ing\b)|\bmust\b|\b(?:is|are)\s+to\s+\p{Ll}/u, 2.5],
  [/\bshould\b/i, 2.2],
  [/\b(?:asked|requested|suggested|recommended|proposed)\s+(?:that|for)\b.*\bbe\s+\p{L}+/iu, 2.2],
  [/\bwill\s+(?:also\s+|now\s+)?be\s+\p{L}+/u, 2.1],
  [/\b(?:will|would|shall)\s+(?!be\b|have\b|like\b)\p{Ll}/u, 1.8],
  [/\b(?:asked|requested|instructed)\s+(?:\p{L}+\s+){1,4}to\b/u, 1.8],
  [
    /\b(?:awaiting|awaited|outstanding|pending|ready\s+to|planned|is\s+being|are\s+being|has\s+been\s+(?:set|arranged)\s+for|next\s+(?:meeting|week|month))\b/i,
    1.1,
  ],
  [/\?\s*$/, 0.9],
];

const DONE =
  /\b(?:approved|adopted|accepted|noted|signed|received|completed?d?|done|thanked|confirmed|closed|declared|seconded|carried)\b|^(?:none|no\b|nothing|nil)/i;
const REPORTING =
  /^(?!.{0,80}\b(?:resolved|agreed|decided)\b)[^,;]{0,70}\b(?:has|have|had|was|were|reported|confirmed|noted|said|thanked|advised)\b/i;
const OWN_INTENT = /\b(?:PC|Council|Committee|Board|we)\s+(?:would|will|should)\b/;

/** How strongly a sentence says that something is still to be done: 0 where it only reports. */
function pressure({ text, isDecided }: Candidate): number {
  if (isBidding(text)) return 3;
  if (isDecided && /^to\s/i.test(text)) return 3;
  const said = Math.max(0, ...PRESSURES.flatMap(([pattern, score]) => (pattern.test(text) ? [score] : [])));
  if (/^there\s+will\s+be\b/i.test(text)) return Math.min(said, 0.5);
  // What somebody has done or told, and what the meeting itself means to do, is less of a task for one person.
  const strongest = OWN_INTENT.test(text) ? Math.min(said, 1.7) : said - (REPORTING.test(text) ? 1 : 0);
  return isDecided ? Math.max(strongest, 2) : strongest;
}

/** "It was resolved to ask the school" gives "ask the school". */
function taskOf(candidate: Candidate): Span {
  const lead = (
    candidate.isDecided
      ? /^(?:to|that)\s+/i
      : AGREED_TO.test(candidate.text)
        ? AGREED_TO
        : /^.*?\b(?:it|this)\s+was\s+(?:also\s+|further\s+|then\s+|therefore\s+)?(?:unanimously\s+)?(?:resolved|agreed|decided)\s+(?:to|that)\s+/i
  ).exec(candidate.text);
  return { start: candidate.span.start + (lead?.[0].length ?? 0), end: candidate.span.end };
}
