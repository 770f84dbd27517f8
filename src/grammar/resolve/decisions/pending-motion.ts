/** A motion that is being put together, and the clauses that share movers and votes. */

import type { Span } from "../../../model/source.js";
import type { MotionPart } from "../../phrases/motion.js";
import * as t from "../../tokens.js";
import type { Clause } from "./clause.js";
import type { Unit } from "./units.js";

/** A clause with all the sentences that tell of its movers and its vote. */
export interface Decided {
  readonly clause: Clause;
  readonly evidence: readonly Span[];
}

/** Clauses of one marker, or one sentence. */
export interface Group {
  readonly clauses: Clause[];
  readonly evidence: Span[];
  hasProposer: boolean;
}

export interface Pending {
  /** What is moved, clause by clause; empty while only its movers are known. */
  readonly texts: Span[];
  /** Whether a sentence tells of it ("A moved that …") rather than the clause standing on its own. */
  readonly isTold: boolean;
  readonly first: MotionPart;
  readonly evidence: Span[];
  readonly at: number;
  lastAt: number;
  hasProposer: boolean;
  hasSeconder: boolean;
  outcome: MotionPart["outcome"];
}

/** Movers or an outcome that wait for their motion. */
export function waiting(unit: Unit, part: MotionPart, at: number): Pending {
  return {
    texts: [],
    isTold: false,
    first: part,
    evidence: [unit.span],
    at,
    lastAt: at,
    hasProposer: part.movers?.proposer != null,
    hasSeconder: part.movers?.seconder != null,
    outcome: part.outcome,
  };
}

/** Whether a sentence stands in a list. */
export function isListed({ line }: Unit): boolean {
  const { token } = line.node.reading;
  return token === t.ClauseLine || token === t.NumberedLine || token === t.BulletLine;
}
