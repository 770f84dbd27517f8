/** Clauses whose lead-in was lost: portals drop the word RESOLVED, or the verb. */

import type { DecisionKind } from "../../../model/minutes.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { DECISION_VERBS } from "../../vocabulary/decisions.js";
import { flowLines } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import { type Clause, clauseOf } from "./clause.js";
import { clausesBelow } from "./marked-clauses.js";

/** "In discussion it was noted:" leads a list of what was said. */
const TELLS =
  /^(?:reported|noted|considered|tabled|discussed)\b\s*[:–-]|\b(?:noted|said|felt|reported|stated|heard|points|comments|raised|argued|discussion)\b[^.]{0,40}[:–-]?$/i;

/** "(a) That the report be noted" without its lead-in: portals lose the word RESOLVED. */
export function looseClauses(entries: readonly FlowEntry[]): Clause[] {
  const grouped = new Set(
    entries.flatMap((entry, index) =>
      entry.kind === "line" && entry.node.reading.token === t.DecisionLine ? clausesBelow(entries, index) : [],
    ),
  );
  let isTold = false;
  return entries.flatMap((entry) => {
    if (entry.kind === "line" && TELLS.test(entry.node.view.text)) isTold = true;
    else if (entry.kind === "line" && entry.node.reading.token === t.TextLine && entry.node.view.text !== "")
      isTold = false;
    if (entry.kind !== "line" || entry.group?.kind === "action" || grouped.has(entry)) return [];
    const { reading, view } = entry.node;
    const words = view.text.slice(reading.number?.end ?? 0);
    const isClause = reading.token === t.ClauseLine && /^that\b/i.test(words);
    const isSentence =
      reading.token === t.TextLine &&
      /^that\s+(?:the|a|an|this|it|officers|members|all|approval)\b/i.test(words) &&
      view.line.isAfterGap &&
      /\bbe\b/i.test(view.text);
    if ((!isClause && !isSentence) || isTold) return [];
    return [clauseOf(entry, kindByVerb(words), view.span, "decision/lost-lead-in", 0.85)];
  });
}

function kindByVerb(words: string): DecisionKind {
  const verb =
    /\b(?:be|board|committee|council|partnership)\s+(noted|approved|agreed|received|recommended|adopted|elected|appointed)\b/i
      .exec(words)?.[1]
      ?.toLowerCase();
  return verb === undefined ? "resolved" : (DECISION_VERBS[verb] ?? "resolved");
}

/** The last paragraph of a portal's item, set off by a wider gap, that names what was noted without a verb: "The update on the bridge." */
export function orphanClause(entries: readonly FlowEntry[]): Clause[] {
  const lines = flowLines(entries).filter((entry) => entry.node.reading.token !== t.FurnitureLine);
  const last = lines.at(-1);
  if (last === undefined || lines.length < 3 || last.node.reading.token !== t.TextLine) return [];
  const { view } = last.node;
  const usual = Math.max(...lines.slice(2, -1).map((line) => line.node.view.line.gapLines), 1);
  const isClause =
    /^(?:The|An?)\s/.test(view.text) &&
    /\.$/.test(view.text) &&
    view.wordCount >= 4 &&
    view.wordCount <= 60 &&
    !hasFiniteVerb(view.text);
  if (!isClause || view.line.gapLines <= usual) return [];
  return [
    { kind: "noted", label: null, span: view.span, rule: "decision/lost-verb", confidence: 0.8, around: view.span },
  ];
}
