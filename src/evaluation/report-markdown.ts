/** The results of an evaluation as the tables of a Markdown document. */

import { FACT_KINDS } from "./certainty.js";
import { confidenceBins, sureFacts } from "./confidence.js";
import type { Evaluation } from "./evaluation.js";
import { everythingShare, GROUP_NAMES, groupShare } from "./meetings.js";
import { binName, percent, portion, scoresOf } from "./report.js";
import { CORE_FIELDS } from "./tally.js";

/** Everything that `minutebook evaluate` prints, under headings of the third level. */
export function reportMarkdown(evaluation: Evaluation): string {
  const { documents, whole, total } = evaluation;
  return [
    `${documents} documents, ${evaluation.meetings.length} meetings. Core F1 **${total.core().toFixed(3)}**; every core fact is right in ${whole} of ${documents} documents.`,
    "### A field",
    fieldTable(evaluation),
    "### A family",
    familyTable(evaluation),
    "### Whole meetings",
    meetingTable(evaluation),
    "### Precision against confidence",
    confidenceTable(evaluation),
    sureSentence(evaluation),
    kindTable(evaluation),
  ].join("\n\n");
}

function fieldTable({ total }: Evaluation): string {
  const rows = total.fields().flatMap((field) => {
    const count = total.count(field);
    if (count.found + count.truth === 0) return [];
    const scores = scoresOf(count).map((score) => score.toFixed(3));
    return [[field, ...scores, String(count.right), String(count.found), String(count.truth)]];
  });
  return table(["field", "precision", "recall", "F1", "right", "found", "truth"], rows);
}

function familyTable({ families }: Evaluation): string {
  const rows = [...families].map(([name, { documents, tally }]) => {
    const scores = CORE_FIELDS.map((field) => tally.f1(field)?.toFixed(2) ?? "–");
    // Where nothing is to be found and nothing was, there is no core.
    const hasCore = scores.some((score) => score !== "–");
    return [name, String(documents), hasCore ? tally.core().toFixed(3) : "–", ...scores];
  });
  rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return table(["family", "documents", "core F1", ...CORE_FIELDS], rows);
}

function meetingTable({ meetings }: Evaluation): string {
  const row = (name: string, { right, of }: { right: number; of: number }) => {
    return [name, percent(right, of), String(right), String(of)];
  };
  return table(
    ["every field right of", "share", "meetings", "of those that have such facts"],
    [
      ...GROUP_NAMES.map((group) => row(group, groupShare(meetings, group))),
      row("everything", everythingShare(meetings)),
    ],
  );
}

function confidenceTable({ total }: Evaluation): string {
  const judgements = total.judgements();
  const rows = confidenceBins(judgements).map((bin) => {
    const precision = bin.facts === 0 ? "–" : portion(bin.right, bin.facts).toFixed(3);
    return [binName(bin), precision, percent(bin.facts, judgements.length), String(bin.right), String(bin.facts)];
  });
  return table(["confidence", "precision", "share of all facts", "right", "facts"], rows);
}

function sureSentence({ total }: Evaluation): string {
  const judgements = total.judgements();
  const { from, facts, right } = sureFacts(judgements);
  return `Of the ${facts} facts with confidence ${from} and above, **${percent(right, facts)}** are right; they are **${percent(facts, judgements.length)}** of all ${judgements.length} facts.`;
}

function kindTable({ total }: Evaluation): string {
  const rows = FACT_KINDS.map((kind) => {
    const own = total.judgements().filter(({ fact }) => fact === kind);
    const { facts, right } = sureFacts(own);
    const isRight = own.filter((judgement) => judgement.isRight).length;
    return [kind, String(own.length), percent(isRight, own.length), percent(facts, own.length), percent(right, facts)];
  });
  return table(["fact", "facts", "right", "with confidence 0.9 and above", "of these right"], rows);
}

/** The first column is words, the others are figures. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
