/** Why a line from which no fact was read is prose: what its reading lacked, or the nearest reading that did not hold. For `explain`. */

import type { LineView } from "./line-view.js";
import { readDecision } from "./phrases/decision.js";
import { sentences } from "./phrases/sentences.js";
import { findTasks } from "./phrases/task.js";
import type { Reading } from "./reading.js";
import * as t from "./tokens.js";
import { DECISION_VERBS } from "./vocabulary/decisions.js";
import { NO_BUSINESS } from "./vocabulary/headings.js";

/** In words for somebody who looks for a missing fact; null for a line without words. */
export function whyProse(view: LineView, reading: Reading): string | null {
  if (reading.token === t.EmptyLine) return null;
  const lack = LACKS.get(reading.token);
  if (lack !== undefined) return typeof lack === "string" ? lack : lack(view, reading);
  return nearestReading(view) ?? (reading.token === t.BulletLine ? NO_SENTENCE : `${notMarked(view)}; ${NO_SENTENCE}`);
}

const NO_SENTENCE = "no sentence in it decides or gives somebody a task";

/** What each reading would have needed besides. Readings that are not here are sentences. */
const LACKS: ReadonlyMap<unknown, string | ((view: LineView, reading: Reading) => string)> = new Map<
  unknown,
  string | ((view: LineView, reading: Reading) => string)
>([
  [t.TrailerLine, "a page header, page footer or footnote, in which only dates and bodies are looked for"],
  [t.FurnitureLine, "words that a website prints around minutes"],
  [t.TabLine, "the page in front of a paper"],
  [t.TitleLine, "worded like a title, but it names no part, body or item here"],
  [t.LabelLine, "a label of a list of people, but no name was read behind or below it"],
  [t.NumberLine, "a number alone, which does not continue the numbers of the items"],
  [
    t.NumberedLine,
    (view, reading) => nearestReading(view) ?? `its number (${numberOf(reading)}) heads no item here: ${NO_CHAIN}`,
  ],
  [
    t.HeadingLine,
    (view) =>
      NO_BUSINESS.test(view.text)
        ? "a heading that names no business"
        : "like a heading, but it heads no item here: where the items have numbers, a heading without one is none",
  ],
  [t.DecisionLine, "a marker of a decision, but no clause stands behind or below it"],
  [t.ClauseLine, (view) => nearestReading(view) ?? "a clause, but no marker of decisions or actions stands before it"],
  [t.ActionLine, "a marker of actions, but no task stands behind or below it"],
  [t.OwnerLine, "initials or a post alone, but no task stands above or beside it"],
  [t.CloseLine, "the close of the meeting, without a time or a date"],
  [t.SignatureLine, "a line for a signature"],
]);

const NO_CHAIN = "it does not continue the items' numbers, or what follows is a paragraph and no title";

function numberOf({ number }: Reading): string {
  return number?.label ?? "";
}

/** The first sentence that comes near a decision or a task. */
function nearestReading(view: LineView): string | null {
  for (const { start, end } of sentences(view.text)) {
    const nearest = nearestOf(view.text.slice(start, end));
    if (nearest !== null) return nearest;
  }
  return null;
}

const DECIDING_WORD = new RegExp(`\\b(?:${Object.keys(DECISION_VERBS).join("|")})\\b`, "i");

function nearestOf(sentence: string): string | null {
  const decision = readDecision(sentence);
  if (decision !== null) return `like a decision (${decision.rule}), but it does not count as one where it stands`;
  const task = findTasks(sentence)[0];
  const link = task === undefined ? "" : sentence.slice(task.span.start, task.task.start).trim();
  if (link !== "") return `like a task (“${shortened(link)} …”), but nothing that a known person is to do later`;
  const word = DECIDING_WORD.exec(sentence)?.[0];
  if (word !== undefined) return `“${word}” stands in it, but not in the form of a decision: ${FORMS}`;
  return /\bwill\b/.test(sentence) ? "“will” stands in it, but no name, initials or post right before it" : null;
}

const FORMS = "a marker in front (RESOLVED, AGREED), “it was … that”, or the meeting as the one who does it";

function notMarked({ isSetApart }: LineView): string {
  return isSetApart
    ? "set apart, but too long for a heading or worded like a sentence"
    : "no marker, label or number in front of it, and not set apart as a heading";
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
