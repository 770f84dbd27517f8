/** What a part is, by all that speaks for minutes, an agenda, a letter, a newsletter … weighed over the whole of it. */

import type { PartKind } from "../../model/minutes.js";
import type { BlockNode, LineNode } from "../ast.js";
import { findDates } from "../phrases/date.js";
import { hasFiniteVerb } from "../phrases/sentences.js";
import * as t from "../tokens.js";
import { USUAL_BUSINESS } from "../vocabulary/headings.js";
import {
  CONTACT_DETAIL,
  ENGLISH_SMALL_WORDS,
  HEAD_LINES,
  KIND_SIGNS,
  type KindSign,
  MODAL_VERB,
  PAPER_KINDS,
  type PaperKind,
  SPEAKER_TURN,
} from "../vocabulary/kinds.js";

export interface PaperJudgement {
  readonly paper: PaperKind;
  readonly kind: PartKind;
  /** How much speaks for each kind, for tests and for tuning. */
  readonly scores: Readonly<Record<PaperKind, number>>;
}

/** Whoever keeps a file among minutes mostly means minutes: so much must speak against it. */
const PRESUMPTION = 3;

/** Where so much in the tree speaks for minutes, wordings need not be counted. */
const CERTAIN = 14;
/** Where so much speaks for them with their own wordings, those of other papers need not. */
const CERTAIN_BY_WORDS = 19;

const MINUTES_SIGNS = KIND_SIGNS.filter((sign) => sign.of === "minutes");
const OTHER_SIGNS = KIND_SIGNS.filter((sign) => sign.of !== "minutes");

/** What one part is by its blocks and its lines that hold words; `named` is what its title calls it. */
export function judgePaper(
  nodes: readonly BlockNode[],
  lines: readonly LineNode[],
  named: PartKind | null,
): PaperJudgement {
  const scores: Record<PaperKind, number> = { ...NOTHING };
  scores.minutes = (speaksOfMeeting(lines) ? PRESUMPTION : 0) + structureOfMinutes(nodes);
  if (named === "minutes") scores.minutes += 2;
  if (named === "agenda") scores.agenda += 7;
  scores.unknown = 0.5;
  if (scores.minutes < CERTAIN) {
    addSigns(scores, MINUTES_SIGNS, lines);
    if (scores.minutes < CERTAIN_BY_WORDS) {
      addSigns(scores, OTHER_SIGNS, lines);
      addShares(scores, lines);
    }
  }
  // A kind that is tied with minutes does not displace them.
  const paper = (Object.keys(PAPER_KINDS) as PaperKind[]).reduce((best, kind) =>
    scores[kind] > scores[best] ? kind : best,
  );
  return { paper, kind: PAPER_KINDS[paper], scores };
}

const NOTHING = Object.fromEntries(Object.keys(PAPER_KINDS).map((kind) => [kind, 0])) as Record<PaperKind, number>;

/** A marker, a list of people, usual business or the word itself: something that a shopping list has not. */
function speaksOfMeeting(lines: readonly LineNode[]): boolean {
  return lines.some(
    ({ view, reading }) =>
      reading.partKind !== null ||
      MEETING_TOKENS.has(reading.token) ||
      reading.rule === "heading/usual" ||
      (reading.number !== null && USUAL_BUSINESS.test(view.text.slice(reading.number.end))) ||
      MEETING_WORDS.test(view.text),
  );
}

const MEETING_TOKENS = new Set([t.LabelLine, t.DecisionLine, t.ActionLine, t.CloseLine]);
const MEETING_WORDS = /\b(?:minutes|agenda|meeting|agm|council|committee|board)\b/i;

/** Lists of who came, decisions, tasks and the close: what the tree shows without looking at words. */
function structureOfMinutes(nodes: readonly BlockNode[]): number {
  let [present, apologies, decisions, actions, closes, titles] = [0, 0, 0, 0, 0, 0];
  for (const node of nodes) {
    if (node.kind === "section") {
      const hasPeople = node.entries.length > 0 || node.head.reading.rest.start < node.head.reading.rest.end;
      const status = node.head.reading.label?.status;
      if (!hasPeople || node.head.reading.label?.role === "named") continue;
      if (status === "apologies") apologies = 2;
      else present = status === "present" ? 5 : Math.max(present, 2);
    } else if (node.kind === "decision") decisions++;
    else if (node.kind === "action") actions++;
    else if (node.kind === "line" && node.reading.token === t.CloseLine) closes = 3;
    else if (node.kind === "line" && node.reading.partKind === "minutes" && node.view.wordCount <= 3) titles++;
  }
  return (
    present +
    apologies +
    Math.min(decisions, 4) * 1.5 +
    Math.min(actions, 2) +
    closes +
    (titles > 0 && titles <= 3 ? 3 : 0)
  );
}

function addSigns(scores: Record<PaperKind, number>, signs: readonly KindSign[], lines: readonly LineNode[]): void {
  for (const sign of signs) {
    let found = 0;
    const reach = sign.where === "head" ? Math.min(HEAD_LINES, lines.length) : lines.length;
    for (let index = 0; index < reach && found < sign.most; index++) {
      const view = lines[index]?.view;
      if (view === undefined || (sign.where === "short" && view.wordCount > 8)) continue;
      if (sign.pattern.test(view.text)) found++;
    }
    scores[sign.of] += found * sign.weight;
  }
}

/** What only the share of lines tells: turns of a conversation, addresses, dates without a sentence, duties without anything told. */
function addShares(scores: Record<PaperKind, number>, lines: readonly LineNode[]): void {
  let [turns, contacts, sentences, duties] = [0, 0, 0, 0];
  const figured: string[] = [];
  for (const { view } of lines) {
    if (SPEAKER_TURN.test(view.text) && view.wordCount > 4) turns++;
    if (CONTACT_DETAIL.test(view.text)) contacts++;
    const isSentence = view.wordCount >= 5 && hasFiniteVerb(view.text);
    if (isSentence) sentences++;
    else if (view.wordCount <= 14 && /\d/.test(view.text)) figured.push(view.text);
    if (isSentence && MODAL_VERB.test(view.text)) duties++;
  }
  const share = (count: number): number => count / Math.max(lines.length, 1);
  const mayBeDates = figured.length >= 6 && share(figured.length) >= 0.4;
  const dates = mayBeDates ? figured.filter((text) => findDates(text).length > 0).length : 0;
  if (turns >= 8 && share(turns) >= 0.4) scores.transcript += 5;
  if (contacts >= 4 && share(contacts) >= 0.25) scores.directory += 8;
  if (dates >= 6 && share(dates) >= 0.4) scores.calendar += share(sentences) < 0.15 ? 8 : 4;
  if (duties >= 6 && duties >= sentences * 0.45) scores.policy += 4;
  if (lines.length >= 8 && share(sentences) < 0.05) scores.webPage += 2;
}

/** Words of running text that tell the language at least, and at most. */
const ENOUGH_WORDS = 60;
const MOST_WORDS = 4000;
/** The share of small words that English has in any case. */
const ENGLISH_SHARE = 0.06;

/** Whether the running text is in another language than English: its small words are missing. Names and tables say nothing of that. */
export function isOtherLanguage(lines: readonly LineNode[]): boolean {
  let [words, small] = [0, 0];
  for (const { view } of lines) {
    if (view.wordCount < 7) continue;
    for (const word of view.text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []) {
      words++;
      if (ENGLISH_SMALL_WORDS.has(word)) small++;
    }
    // A bilingual document shows its English long before this.
    if (words >= MOST_WORDS || small >= MOST_WORDS * ENGLISH_SHARE) break;
  }
  return words >= ENOUGH_WORDS && small < words * ENGLISH_SHARE;
}
