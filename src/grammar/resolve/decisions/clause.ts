/** A decided clause before its movers and votes are looked up. */

import type { DecisionKind } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { FlowLine } from "../flow/flow.js";

export interface Clause {
  readonly kind: DecisionKind;
  readonly label: { readonly text: string; readonly span: Span } | null;
  readonly span: Span;
  readonly rule: string;
  readonly confidence: number;
  /** The marker with all of its clauses, or the sentence: clauses with the same words around them share movers and votes. */
  readonly around: Span;
}

/** A line as a clause: its number is its label, the words behind it the clause. */
export function clauseOf(line: FlowLine, kind: DecisionKind, around: Span, rule: string, confidence = 0.95): Clause {
  const { reading, view } = line.node;
  const number = reading.number;
  const label =
    number === null
      ? null
      : {
          text: number.label,
          span: { start: view.span.start + number.span.start, end: view.span.start + number.span.end },
        };
  return { kind, label, span: number === null ? view.span : reading.rest, rule, confidence, around };
}
