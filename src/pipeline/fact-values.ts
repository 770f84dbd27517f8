/** Every value that was read from a document, named as in `evidence_list`: for showing where each came from. */

import type { Minutes, Part, Sourced } from "../model/minutes.js";
import type { Span } from "../model/source.js";

/** Which fact: of which part, its kind, and its place among those of that kind, from 1. */
export interface FactName {
  /** From 1. */
  readonly part: number;
  readonly fact: "part" | "attendance" | "item" | "decision" | "action" | "table" | "next_meeting";
  readonly ordinal: number;
}

export interface FactValue extends FactName {
  readonly field: string;
  readonly value: string | number | true;
  /** Null for what no single rule reads: the kind of a part, the size of a table. */
  readonly rule: string | null;
  readonly basis: Sourced<unknown>["basis"] | null;
  readonly confidence: number | null;
  /** Where it was read. */
  readonly span: Span;
}

type Values = Readonly<Record<string, Sourced<string | number | true> | null>>;

/** All values, part by part. */
export function factValues({ parts }: Minutes): FactValue[] {
  return parts.flatMap((part, index) => valuesOfPart(part, index + 1));
}

function valuesOfPart(part: Part, number: number): FactValue[] {
  const named = (fact: FactName["fact"], index: number, values: Values) =>
    read({ part: number, fact, ordinal: index + 1 }, values);
  const { title, body, organisation, date, startTime: start_time, endTime: end_time, venue, chair, status } = part;
  return [
    unruled({ part: number, fact: "part", ordinal: number }, "kind", part.kind, part.span),
    ...read(
      { part: number, fact: "part", ordinal: number },
      { title, body, organisation, date, start_time, end_time, venue, chair, status },
    ),
    ...part.attendance.flatMap(({ name, status, role, organisation, note }, index) =>
      named("attendance", index, { name, status, role, organisation, note }),
    ),
    ...part.items.flatMap(({ number, title, text }, index) => named("item", index, { number, title, text })),
    ...part.decisions.flatMap((decision, index) => {
      const { kind, clause, text, proposer, seconder, unanimous, result } = decision;
      const { votesFor: votes_for, votesAgainst: votes_against, votesAbstained: votes_abstained } = decision;
      const votes = { votes_for, votes_against, votes_abstained, unanimous, result };
      return named("decision", index, { kind, clause, text, proposer, seconder, ...votes });
    }),
    ...part.actions.flatMap(({ owners, text, dueDate: due_date, dueText: due_text, status, state }, index) => [
      ...owners.flatMap(({ name, person }) => named("action", index, { owner: name, person })),
      ...named("action", index, { text, due_date, due_text, status, state }),
    ]),
    ...part.tables.flatMap(({ rows, cols, caption, span }, index) => [
      unruled({ part: number, fact: "table", ordinal: index + 1 }, "size", `${rows} × ${cols}`, span),
      ...named("table", index, { caption }),
    ]),
    ...part.nextMeetings.flatMap(({ date, time, venue }, index) => named("next_meeting", index, { date, time, venue })),
  ];
}

function read(name: FactName, values: Values): FactValue[] {
  return Object.entries(values).flatMap(([field, sourced]) => {
    if (sourced === null) return [];
    const { value, rule, basis, confidence, span } = sourced;
    return [{ ...name, field, value, rule, basis, confidence, span }];
  });
}

function unruled(name: FactName, field: string, value: string, span: Span): FactValue {
  return { ...name, field, value, rule: null, basis: null, confidence: null, span };
}
