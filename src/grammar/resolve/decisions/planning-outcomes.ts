/** What a parish says of planning applications: "No objection", "Approval recommended". */

import * as t from "../../tokens.js";
import { flowLines } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import type { Clause } from "./clause.js";

const OUTCOME =
  /(?:^|[\s–—:-])(?:(?:strong\s+)?(?:no\s+)?objections?(?:\s+(?:was|were)\s+(?:raised|made))?|(?:approval|refusal)\s+recommended|recommend(?:ed)?\s+(?:approval|refusal)|no\s+comments?|supported|no\s+observations?)\s*\.?$/i;

const APPLICATION = /\b(?:[A-Z]{1,4}\/)?\d{2,4}\/\d{3,6}(?:\/[A-Z]{1,5})?\b/;

/** What was said of a planning application, on its own line or on the one below it: "No objection". */
export function planningOutcomes(entries: readonly FlowEntry[]): Clause[] {
  const lines = flowLines(entries);
  return lines.flatMap((entry, index) => {
    const { view, reading } = entry.node;
    const isProse =
      reading.token === t.TextLine ||
      reading.token === t.BulletLine ||
      reading.token === t.NumberedLine ||
      reading.token === t.ClauseLine;
    if (!isProse || view.wordCount > 60 || !OUTCOME.test(view.text)) return [];
    const isOf =
      APPLICATION.test(view.text) || (view.wordCount <= 5 && APPLICATION.test(lines[index - 1]?.node.view.text ?? ""));
    const span = reading.number?.kind === "letter" || reading.number?.kind === "roman" ? reading.rest : view.span;
    return isOf
      ? [
          {
            kind: "resolved" as const,
            label: null,
            span,
            rule: "decision/planning-outcome",
            confidence: 0.9,
            around: view.span,
          },
        ]
      : [];
  });
}
