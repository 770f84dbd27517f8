/** The results of an evaluation as JSON for programs. */

import { confidenceBins, ruleRecords, sureFacts } from "./confidence.js";
import type { Evaluation } from "./evaluation.js";
import { everythingShare, GROUP_NAMES, groupShare } from "./meetings.js";
import { CORE_FIELDS, type Field, type Tally } from "./tally.js";

/** F1 is null where a field does not occur. */
export function reportJson({ documents, whole, total, families, meetings }: Evaluation): string {
  const scores = (tally: Tally, fields: readonly Field[]) =>
    Object.fromEntries(fields.map((field) => [field, tally.f1(field)]));
  const judgements = total.judgements();
  const report = {
    documents,
    whole,
    core: total.core(),
    fields: scores(total, total.fields()),
    families: Object.fromEntries([...families].map(([name, { tally }]) => [name, scores(tally, CORE_FIELDS)])),
    counts: Object.fromEntries(total.fields().map((field) => [field, total.count(field)])),
    meetings: {
      count: meetings.length,
      ...Object.fromEntries(GROUP_NAMES.map((group) => [group, groupShare(meetings, group)])),
      everything: everythingShare(meetings),
    },
    confidence: { facts: judgements.length, bins: confidenceBins(judgements), sure: sureFacts(judgements) },
    rules: ruleRecords(judgements),
  };
  return JSON.stringify(report, null, 1);
}
