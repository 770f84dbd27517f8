/** Precision against confidence: whether what the program is sure of is right, over all facts and a rule. */

import type { Judgement } from "./certainty.js";

/** From this confidence on a fact is meant to be relied upon. */
const SURE = 0.9;

/** Lower ends of the bins, from the surest down; a bin ends where the one before it begins. */
const BINS = [0.95, SURE, 0.8, 0.7, 0.6, 0] as const;

export interface Bin {
  /** Lowest confidence in the bin. */
  readonly from: number;
  /** Upper end: itself in the first bin only, where it is 1. */
  readonly to: number;
  readonly facts: number;
  readonly right: number;
}

export function confidenceBins(judgements: readonly Judgement[]): Bin[] {
  return BINS.map((from, index) => {
    const to = BINS[index - 1] ?? 1;
    const isIn = ({ confidence }: Judgement) => confidence >= from && (index === 0 || confidence < to);
    return { from, to, ...countsOf(judgements.filter(isIn)) };
  });
}

/** The facts that the program is sure of. */
export function sureFacts(judgements: readonly Judgement[]): Bin {
  return { from: SURE, to: 1, ...countsOf(judgements.filter(({ confidence }) => confidence >= SURE)) };
}

export interface RuleRecord {
  readonly rule: string;
  readonly facts: number;
  readonly right: number;
  /** Lowest confidence that the rule gave. */
  readonly lowest: number;
  readonly highest: number;
}

/** What each rule was right in; those with the most wrong facts first. */
export function ruleRecords(judgements: readonly Judgement[]): RuleRecord[] {
  const byRule = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const before = byRule.get(judgement.rule);
    if (before === undefined) byRule.set(judgement.rule, [judgement]);
    else before.push(judgement);
  }
  const records = [...byRule].map(([rule, own]): RuleRecord => {
    const confidences = own.map(({ confidence }) => confidence);
    return { rule, ...countsOf(own), lowest: Math.min(...confidences), highest: Math.max(...confidences) };
  });
  const wrong = ({ facts, right }: RuleRecord) => facts - right;
  return records.sort((a, b) => wrong(b) - wrong(a) || b.facts - a.facts || (a.rule < b.rule ? -1 : 1));
}

/** A rule is over-sure where it is sure of more than 3 facts in 100 that are wrong, and modest where the program relies on none of its facts though they are right. */
export function verdictOn({ facts, right, lowest, highest }: RuleRecord): "over-sure" | "modest" | null {
  const isPrecise = right >= 0.97 * facts;
  if (!isPrecise && highest >= SURE) return "over-sure";
  return isPrecise && lowest < SURE && highest < SURE && facts >= FEW ? "modest" : null;
}

/** So few right facts may be luck. */
const FEW = 10;

function countsOf(judgements: readonly Judgement[]): { facts: number; right: number } {
  return { facts: judgements.length, right: judgements.filter(({ isRight }) => isRight).length };
}
