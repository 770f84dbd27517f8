/** Counts of right, found and true facts a field, from which precision, recall and F1 follow; and what was said of each found fact. */

import type { Certainty, FactKind, Judgement } from "./certainty.js";

/** What is measured of a document. A field's first word says of which facts. */
export const FIELDS = [
  "part.kind",
  "header.date",
  "header.start",
  "header.end",
  "header.body",
  "header.venue",
  "header.chair",
  "attendance.name",
  "attendance.status",
  "attendance.org",
  "item",
  "item.number",
  "decision",
  "decision.item",
  "decision.proposer",
  "decision.seconder",
  "decision.votes",
  "action",
  "action.unmarked(recall)",
  "action.owner",
  "action.due",
  "action.item",
  "table",
  "next",
] as const;

export type Field = (typeof FIELDS)[number];

/** The fields whose mean F1 is the one figure that stands for a database. */
export const CORE_FIELDS = [
  "header.date",
  "header.body",
  "attendance.name",
  "attendance.status",
  "item",
  "item.number",
  "decision",
  "action",
  "action.owner",
] as const satisfies readonly Field[];

export interface Count {
  readonly right: number;
  readonly found: number;
  readonly truth: number;
}

/** One thing that is not right: the document, then what was expected and what was found, in words. */
export type Miss = readonly (string | null)[];

/** Grows while documents are scored; a class because it holds the counts. */
export class Tally {
  readonly #counts = new Map<Field, Count>();
  readonly #misses = new Map<Field, Miss[]>();
  readonly #judgements: Judgement[] = [];

  add(field: Field, count: Count): void {
    const before = this.count(field);
    this.#counts.set(field, {
      right: before.right + count.right,
      found: before.found + count.found,
      truth: before.truth + count.truth,
    });
  }

  addMiss(field: Field, miss: Miss): void {
    const misses = this.#misses.get(field) ?? [];
    misses.push(miss);
    this.#misses.set(field, misses);
  }

  /** Says of each found fact whether it is right: those are at the given indexes. Facts without a confidence are passed over. */
  judge(
    fact: FactKind,
    found: readonly { readonly certainty: Certainty | null }[],
    rightIndexes: ReadonlySet<number>,
  ): void {
    found.forEach(({ certainty }, index) => {
      if (certainty !== null) this.#judgements.push({ fact, ...certainty, isRight: rightIndexes.has(index) });
    });
  }

  merge(other: Tally): void {
    for (const [field, count] of other.#counts) this.add(field, count);
    for (const [field, misses] of other.#misses) for (const miss of misses) this.addMiss(field, miss);
    for (const judgement of other.#judgements) this.#judgements.push(judgement);
  }

  count(field: Field): Count {
    return this.#counts.get(field) ?? { right: 0, found: 0, truth: 0 };
  }

  misses(field: Field): readonly Miss[] {
    return this.#misses.get(field) ?? [];
  }

  judgements(): readonly Judgement[] {
    return this.#judgements;
  }

  /** The fields that were looked at, in alphabetical order. */
  fields(): Field[] {
    return [...this.#counts.keys()].sort();
  }

  /** 0 to 1; null where there is neither a true nor a found fact. */
  f1(field: Field): number | null {
    const { right, found, truth } = this.count(field);
    return found + truth === 0 ? null : (2 * right) / (found + truth);
  }

  /** The mean F1 of the core fields that occur, 0 to 1; 0 where none does. */
  core(): number {
    const scores = CORE_FIELDS.map((field) => this.f1(field)).filter((score) => score !== null);
    return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  /** Whether every core fact and every part is right and nothing else was found. */
  isWhole(): boolean {
    return this.isRight([...CORE_FIELDS, "part.kind"]);
  }

  /** Whether all that is true in these fields was found, and nothing else. */
  isRight(fields: readonly Field[]): boolean {
    return fields.every((field) => {
      const { right, found, truth } = this.count(field);
      return right === found && found === truth;
    });
  }
}
