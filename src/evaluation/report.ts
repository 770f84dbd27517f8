/** The results of an evaluation, as a table for people and as JSON for programs. */

import { CORE_FIELDS, type Count, type Field, Tally } from "./tally.js";
import type { Truth } from "./truth.js";

/** The counts of all documents so far, together and a layout family. */
export interface Evaluation {
  documents: number;
  /** Documents of which every core fact is right. */
  whole: number;
  readonly total: Tally;
  /** By name of the family, in the order of their first documents. */
  readonly families: Map<string, Tally>;
}

export function emptyEvaluation(): Evaluation {
  return { documents: 0, whole: 0, total: new Tally(), families: new Map() };
}

/** Adds one document's counts. */
export function addDocument(evaluation: Evaluation, truth: Truth, tally: Tally): void {
  evaluation.documents++;
  if (tally.isWhole()) evaluation.whole++;
  evaluation.total.merge(tally);
  const name = familyOf(truth);
  const family = evaluation.families.get(name) ?? new Tally();
  family.merge(tally);
  evaluation.families.set(name, family);
}

/** The layout family of a document: its topmost folder. */
export function familyOf(truth: Truth): string {
  return truth.file.split("/")[0] ?? truth.file;
}

/** A line a family, the table of all fields, and the core F1; with `misses`, also what is not right in that field. */
export function formatReport(evaluation: Evaluation, misses: Field | null = null): string {
  const { documents, whole, total, families } = evaluation;
  const lines = [
    ...[...families].map(([name, tally]) => familyLine(name, tally)),
    "",
    `all ${documents} documents`,
    `  ${"field".padEnd(26)} ${["P", "R", "F1"].map((name) => name.padStart(6)).join(" ")}   ${["right", "found", "truth"].map((name) => name.padStart(6)).join(" ")}`,
    ...total.fields().flatMap((field) => fieldLine(field, total.count(field))),
    "",
    `documents with every core fact right: ${whole} of ${documents}`,
    `core F1 (mean of ${CORE_FIELDS.join(", ")}): ${total.core().toFixed(4)}`,
  ];
  const missLines = misses === null ? [] : total.misses(misses).map((miss) => `   | ${miss.map(words).join(" | ")}`);
  return [...lines, ...missLines].join("\n");
}

function familyLine(name: string, tally: Tally): string {
  const scores = CORE_FIELDS.flatMap((field) => {
    const score = tally.f1(field);
    return score === null ? [] : `${field} ${score.toFixed(2)}`;
  });
  return `${name.padEnd(28)} core ${tally.core().toFixed(3)}  ${scores.join("  ")}`;
}

function fieldLine(field: Field, count: Count): string[] {
  if (count.found + count.truth === 0) return [];
  const precision = count.found === 0 ? 0 : count.right / count.found;
  const recall = count.truth === 0 ? 0 : count.right / count.truth;
  const f1 = (2 * count.right) / (count.found + count.truth);
  const shares = [precision, recall, f1].map((share) => share.toFixed(3).padStart(6)).join(" ");
  const counts = [count.right, count.found, count.truth].map((number) => String(number).padStart(6)).join(" ");
  return [`  ${field.padEnd(26)} ${shares}   ${counts}`];
}

function words(part: string | null): string {
  return part === null || part === "" ? "–" : part;
}

/** The same figures for programs; F1 is null where a field does not occur. */
export function reportJson(evaluation: Evaluation): string {
  const { documents, whole, total, families } = evaluation;
  const scores = (tally: Tally, fields: readonly Field[]) =>
    Object.fromEntries(fields.map((field) => [field, tally.f1(field)]));
  const report = {
    documents,
    whole,
    core: total.core(),
    fields: scores(total, total.fields()),
    families: Object.fromEntries([...families].map(([name, tally]) => [name, scores(tally, CORE_FIELDS)])),
  };
  return JSON.stringify(report, null, 1);
}
