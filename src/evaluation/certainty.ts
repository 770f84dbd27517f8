/** How sure the program was of a fact, and whether it was right: one judgement for each found fact that a truth file can judge. */

import type { Sourced } from "../model/minutes.js";

/** The kinds of facts that carry a confidence. A table of data carries none. */
export const FACT_KINDS = ["header", "attendance", "item", "decision", "action", "next meeting"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface Certainty {
  /** The rule that read the least sure of the fact's values. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Judgement extends Certainty {
  readonly fact: FactKind;
  readonly isRight: boolean;
}

/** A fact is as sure as the least sure of its values, the first of them where several are; null where it has none. */
export function leastSure(values: readonly (Sourced<unknown> | null)[]): Certainty | null {
  let least: Certainty | null = null;
  for (const value of values) {
    if (value === null || (least !== null && value.confidence >= least.confidence)) continue;
    least = { rule: value.rule, confidence: value.confidence };
  }
  return least;
}
