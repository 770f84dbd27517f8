/** The results of an evaluation as tables for people. */

import { type Bin, confidenceBins, ruleRecords, sureFacts, verdictOn } from "./confidence.js";
import type { Evaluation } from "./evaluation.js";
import { everythingShare, GROUP_NAMES, groupShare, type MeetingResult, type Share } from "./meetings.js";
import { CORE_FIELDS, type Count, type Field, type Tally } from "./tally.js";

export interface ReportOptions {
  /** A field whose misses are listed at the end. */
  readonly misses?: Field | null;
  /** Whether a line a rule is added. */
  readonly rules?: boolean;
}

/** All figures, the one that stands for them all as the last line; with `rules` a line a rule, with `misses` what is not right in that field. */
export function formatReport(evaluation: Evaluation, { misses = null, rules = false }: ReportOptions = {}): string {
  const sections = [
    ...(rules ? [formatRules(evaluation.total)] : []),
    formatConfidence(evaluation.total),
    formatMeetings(evaluation.meetings),
    formatFigures(evaluation),
    ...(misses === null ? [] : [formatMisses(evaluation.total, misses)]),
  ];
  return sections.join("\n\n");
}

/** A line a family, the table of all fields, and the core F1. */
export function formatFigures({ documents, whole, total, families }: Evaluation): string {
  return [
    ...[...families].map(([name, { tally }]) => familyLine(name, tally)),
    "",
    `all ${documents} documents`,
    `  ${"field".padEnd(26)} ${["P", "R", "F1"].map((name) => name.padStart(6)).join(" ")}   ${["right", "found", "truth"].map((name) => name.padStart(6)).join(" ")}`,
    ...total.fields().flatMap((field) => fieldLine(field, total.count(field))),
    "",
    `documents with every core fact right: ${whole} of ${documents}`,
    `core F1 (mean of ${CORE_FIELDS.join(", ")}): ${total.core().toFixed(4)}`,
  ].join("\n");
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
  const shares = scoresOf(count).map((score) => score.toFixed(3).padStart(6));
  const counts = [count.right, count.found, count.truth].map((number) => String(number).padStart(6));
  return [`  ${field.padEnd(26)} ${shares.join(" ")}   ${counts.join(" ")}`];
}

/** Precision, recall and F1, each 0 to 1. */
export function scoresOf({ right, found, truth }: Count): readonly [number, number, number] {
  return [portion(right, found), portion(right, truth), portion(2 * right, found + truth)];
}

/** 0 where there is nothing to have a share of. */
export function portion(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function formatMeetings(meetings: readonly MeetingResult[]): string {
  const line = (name: string, { right, of }: Share) =>
    `  ${name.padEnd(26)} ${portion(right, of).toFixed(3).padStart(6)}   ${count(right)} ${count(of)}`;
  return [
    `meetings with every field right, of those that have such facts`,
    `  ${"facts".padEnd(26)} ${"share".padStart(6)}   ${"right".padStart(6)} ${"of".padStart(6)}`,
    ...GROUP_NAMES.map((group) => line(group, groupShare(meetings, group))),
    line("everything", everythingShare(meetings)),
  ].join("\n");
}

function formatConfidence(total: Tally): string {
  const judgements = total.judgements();
  const sure = sureFacts(judgements);
  return [
    "precision against confidence",
    `  ${"confidence".padEnd(26)} ${"P".padStart(6)} ${"share".padStart(6)}   ${"right".padStart(6)} ${"facts".padStart(6)}`,
    ...confidenceBins(judgements).map((bin) => {
      const shares = [portion(bin.right, bin.facts), portion(bin.facts, judgements.length)];
      const [precision, share] = shares.map((share) => share.toFixed(3).padStart(6));
      return `  ${binName(bin).padEnd(26)} ${precision} ${share}   ${count(bin.right)} ${count(bin.facts)}`;
    }),
    `  of the ${sure.facts} facts with confidence ${sure.from} and above, ${percent(sure.right, sure.facts)} are right; they are ${percent(sure.facts, judgements.length)} of all ${judgements.length} facts`,
  ].join("\n");
}

/** "0.80 to 0.90". */
export function binName({ from, to }: Bin): string {
  return `${from.toFixed(2)} to ${to.toFixed(2)}`;
}

/** "97.3 %". */
export function percent(part: number, whole: number): string {
  return `${(100 * portion(part, whole)).toFixed(1)} %`;
}

function formatRules(total: Tally): string {
  return [
    "facts a rule, those with the most wrong ones first",
    `  ${"rule".padEnd(34)} ${"P".padStart(6)} ${"confidence".padStart(11)}   ${"right".padStart(6)} ${"facts".padStart(6)}`,
    ...ruleRecords(total.judgements()).map((record) => {
      const { rule, facts, right, lowest, highest } = record;
      const confidence = lowest === highest ? lowest.toFixed(2) : `${lowest.toFixed(2)}–${highest.toFixed(2)}`;
      const words = [`  ${rule.padEnd(34)} ${portion(right, facts).toFixed(3).padStart(6)} ${confidence.padStart(11)}`];
      return `${words.join("")}   ${count(right)} ${count(facts)}  ${verdictOn(record) ?? ""}`.trimEnd();
    }),
  ].join("\n");
}

function formatMisses(total: Tally, field: Field): string {
  const misses = total.misses(field).map((miss) => `   | ${miss.map((part) => part || "–").join(" | ")}`);
  return [`not right in ${field}: ${misses.length}`, ...misses].join("\n");
}

function count(number: number): string {
  return String(number).padStart(6);
}
