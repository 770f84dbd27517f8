/** Outcomes that stand as a sentence of their own behind an entry: "Lot 12 - solar panels. Approved.", "Gate cameras / Tabled until Marv is back." */

import { hasFiniteVerb, sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import {
  NO_VERDICT,
  OTHERS_DECISIONS,
  VERDICT_ALONE,
  VERDICT_SENTENCE,
  VERDICT_SIGN,
} from "../../vocabulary/outcomes.js";
import type { FlowLine } from "../flow/flow.js";
import { shift } from "../sourced.js";
import type { Clause } from "./clause.js";

/** The verdicts of an item; a list of what another authority decided has none. */
export function followingOutcomes(lines: readonly FlowLine[]): Clause[] {
  if (lines.some(({ node }) => OTHERS_DECISIONS.test(node.view.text))) return [];
  return lines.flatMap((line, index) => (isEntryLine(line) ? inLine(line, lines[index - 1]) : []));
}

/** The outcome of a motion is told by the motion. */
const TELLS_MOTION = /\b(?:propos|second(?:ed|er)\b|mov(?:ed|er|es)\b|motion|nominat|vote)/i;

function isEntryLine({ node, group }: FlowLine): boolean {
  const { token } = node.reading;
  return (
    group === null &&
    (token === t.TextLine ||
      token === t.BulletLine ||
      token === t.NumberedLine ||
      token === t.ClauseLine ||
      token === t.DecisionLine)
  );
}

function inLine({ node: { view, reading } }: FlowLine, before: FlowLine | undefined): Clause[] {
  const from = reading.number?.end ?? 0;
  if (!VERDICT_SIGN.test(view.text)) return [];
  const words = view.text.slice(from);
  const pieces = sentences(words);
  return pieces.flatMap((piece, at) => {
    const text = words.slice(piece.start, piece.end);
    if (!isVerdict(text)) return [];
    const confidence = at === 0 ? underEntry(before) : behindEntry(words.slice(0, piece.start), text);
    if (confidence === null) return [];
    const span = shift(piece, view.span.start + from);
    return [
      { kind: "resolved", label: null, span, rule: "decision/verdict", confidence, around: span } satisfies Clause,
    ];
  });
}

function isVerdict(text: string): boolean {
  return /^[A-Z]/.test(text) && text.split(/\s+/).length <= 16 && VERDICT_SENTENCE.test(text) && !NO_VERDICT.test(text);
}

/** A line that only names a matter, or a heading, has its verdict on the next line. */
function underEntry(before: FlowLine | undefined): number | null {
  if (before === undefined || TELLS_MOTION.test(before.node.view.text)) return null;
  const { view, reading } = before.node;
  const isMatter = view.wordCount > 0 && view.wordCount <= 20 && !hasFiniteVerb(view.text) && !/:\s*$/.test(view.text);
  return isMatter && reading.token !== t.DecisionLine && reading.token !== t.ActionLine ? 0.75 : null;
}

/** The matter in front is named in words without a verb; behind sentences only a bare verdict is one. */
function behindEntry(lead: string, text: string): number | null {
  if (TELLS_MOTION.test(lead)) return null;
  if (!hasFiniteVerb(lead)) return 0.8;
  return VERDICT_ALONE.test(text) ? 0.7 : null;
}
