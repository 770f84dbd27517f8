/** Outcomes without a motion: "Approved." as the first words under a heading, "… asked for a first aid box. Agreed." */

import { readDecision } from "../../phrases/decision.js";
import { readMotion } from "../../phrases/motion.js";
import type { Clause } from "./clause.js";
import type { ClauseGroups } from "./clause-groups.js";
import type { Unit } from "./units.js";

/** The decision that an outcome makes by itself or of the sentence in front of it; null where it makes none. */
export function loneOutcome(units: readonly Unit[], { groupAt }: ClauseGroups, at: number): Clause | null {
  const unit = units[at];
  if (unit === undefined || /^(?:the\s+)?(?:amended\s+)?(?:motion|proposal|vote|amendment)\b/i.test(unit.text))
    return null;
  const count = unit.text.split(/\s+/).length;
  const before = units[at - 1];
  const isAnswer = before !== undefined && !unit.isFirst && !groupAt.has(at - 1) && readMotion(before.text) === null;
  if (isAnswer && /^(?:(?:all|this\s+was|unanimously)\s+)?agreed\b/i.test(unit.text) && count <= 4) {
    const span = { start: before.span.start, end: unit.span.end };
    return { kind: "agreed", label: null, span, rule: "decision/answer", confidence: 0.65, around: unit.span };
  }
  const phrase = readDecision(unit.text) ?? (at === 0 && count === 1 ? readDecision(`All ${unit.text}`) : null);
  if (phrase === null || (at > 0 && (count < 2 || !unit.isFirst || /^(?:this|that)\b/i.test(unit.text)))) return null;
  const { kind, rule, confidence } = phrase;
  return { kind, label: null, span: unit.span, rule, confidence: at === 0 ? confidence : 0.6, around: unit.span };
}
