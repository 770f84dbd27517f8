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

/** Words that are moved, and the sentence that they stand in. */
export interface Moved {
  readonly span: Span;
  readonly sentence: string;
}

export interface Pending {
  /** What is moved, clause by clause; empty while only its movers are known. */
  readonly texts: Moved[];
  /** Whether a sentence tells of it ("A moved that …") rather than the clause standing on its own. */
  readonly isTold: boolean;
  readonly first: MotionPart;
  /** The sentence that `first` was read from. */
  readonly opening: string;
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
    opening: unit.text,
    evidence: [unit.span],
    at,
    lastAt: at,
    hasProposer: part.movers?.proposer != null,
    hasSeconder: part.movers?.seconder != null,
    outcome: part.outcome,
  };
}

/** A motion that a sentence tells, with the movers that waited for it. */
export function told(unit: Unit, part: MotionPart, span: Span, at: number, before: Pending | null): Pending {
  return {
    texts: [{ span, sentence: unit.text }],
    isTold: true,
    first: part,
    opening: unit.text,
    evidence: [...(before?.evidence ?? []), unit.span],
    at,
    lastAt: at,
    hasProposer: part.movers?.proposer != null || before?.hasProposer === true,
    hasSeconder: part.movers?.seconder != null || before?.hasSeconder === true,
    outcome: part.outcome ?? before?.outcome ?? null,
  };
}

/** What a motion that has ended decides, and how sure that is; nothing where it was withdrawn, or only put forward. */
export function decidedBy({ outcome, first, opening, hasSeconder, texts }: Pending): {
  spans: Span[];
  confidence: number;
} {
  const isLostAmendment = outcome === "lost" && /\bamend(?:ment|ed)?\b/i.test(opening);
  const isOpen = outcome === null && (!hasSeconder || first.isWeak);
  const stands = outcome !== "withdrawn" && !isLostAmendment && !isOpen;
  const clauses = texts.length > 1 ? texts.filter(({ sentence }) => !LEADS.test(sentence)) : texts;
  return { spans: stands ? clauses.map(({ span }) => span) : [], confidence: outcome === null ? 0.75 : 0.9 };
}

/** "That the Council:" leads the clauses below it, and "it being noted that …" goes with them: neither decides anything. */
const LEADS = /:\s*$|^(?:and\s+)?it\s+being\s+\w+/i;

/** Whether a sentence stands in a list. */
export function isListed({ line }: Unit): boolean {
  const { token } = line.node.reading;
  return token === t.ClauseLine || token === t.NumberedLine || token === t.BulletLine;
}
