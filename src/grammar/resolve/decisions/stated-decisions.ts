/** Sentences of running text that state a decision. */

import { readDecision } from "../../phrases/decision.js";
import { readMotion } from "../../phrases/motion.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { ENTRY_OUTCOME } from "../../vocabulary/outcomes.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import type { Sentence } from "../prose.js";
import { shift } from "../sourced.js";
import { type Clause, clauseOf } from "./clause.js";
import { clausesBelow, inlineClauses } from "./marked-clauses.js";

/** A sentence that states a decision; one that ends in a colon takes the list below it. */
export function statedDecision(context: PartContext, entries: readonly FlowEntry[], sentence: Sentence): Clause[] {
  if (/^that\b/i.test(sentence.text)) return [];
  const text = isOpenLead(sentence) ? `${sentence.text} all below` : sentence.text;
  const phrase = readDecision(text, context.ownNames);
  if (phrase === null) return [];
  // "Agreed by all." tells the outcome of what stands before it: that is for the motions.
  const part = readMotion(sentence.text);
  const isOutcome = part?.text === null && (phrase.rule === "decision/terse" || part.namesMotion);
  if (isOutcome && phrase.rule !== "decision/marker" && phrase.rule !== "decision/it-was") return [];
  const below =
    isOpenLead(sentence) && entries.includes(sentence.entry)
      ? clausesBelow(entries, entries.indexOf(sentence.entry))
      : [];
  if (below.length > 1 || (below.length === 1 && below[0]?.node.reading.token === t.ClauseLine)) {
    const around = { start: sentence.span.start, end: below.at(-1)?.node.view.span.end ?? sentence.span.end };
    return below.map((line) => clauseOf(line, phrase.kind, around, "decision/stated-list", 0.9));
  }
  if (text !== sentence.text) return [];
  // "The following policies were agreed as shown:" leads entries that have verdicts of their own.
  if (sentence.isLast && /\bfollowing\b.*:$/i.test(sentence.text) && hasVerdictsBelow(entries, sentence.entry))
    return [];
  let span = shift(phrase.text, sentence.span.start);
  if (sentence.isLast && /:$/.test(sentence.text))
    span = { start: span.start, end: listEnd(entries, sentence.entry, span.end) };
  const around = { start: sentence.span.start, end: Math.max(sentence.span.end, span.end) };
  if (phrase.rule === "decision/marker") return inlineClauses(context, span, phrase.kind, around);
  return [{ kind: phrase.kind, label: null, span, rule: phrase.rule, confidence: phrase.confidence, around }];
}

/** "After some debate it was agreed that" at the end of a line leads the lettered lines below it. */
function isOpenLead(sentence: Sentence): boolean {
  return (
    sentence.isLast &&
    /\b(?:agreed|resolved|decided)\s+(?:that|to)\s*:?$|\b(?:agreed|resolved|decided)\s*:$/i.test(sentence.text)
  );
}

function hasVerdictsBelow(entries: readonly FlowEntry[], from: FlowLine): boolean {
  const below = entries
    .slice(entries.indexOf(from) + 1)
    .flatMap((entry) => (entry.kind === "line" ? [entry.node.view.text] : []));
  return below.slice(0, 12).some((text) => ENTRY_OUTCOME.test(text));
}

function listEnd(entries: readonly FlowEntry[], from: FlowLine, end: number): number {
  let last = end;
  for (const entry of entries.slice(entries.indexOf(from) + 1)) {
    if (entry.kind !== "line" || entry.node.view.text === "") continue;
    const { view, reading } = entry.node;
    // Payments are a table, not part of the words.
    if (/\d[.,]\d{2}\b/.test(view.text)) return end;
    const isEntry =
      reading.token === t.BulletLine ||
      (reading.token === t.ClauseLine && view.wordCount <= 30) ||
      (view.wordCount <= 4 && view.text.endsWith(":")) ||
      (view.wordCount <= 12 && !hasFiniteVerb(view.text) && reading.token === t.TextLine);
    if (!isEntry) break;
    last = view.span.end;
  }
  return last;
}
