/** Lists of those who were elected: "The following were elected:" and a line for each office, or such lines under "Election of officers". */

import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { OFFICES } from "../../vocabulary/decisions.js";
import { flowLines } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import type { Clause } from "./clause.js";

const UNDER = /\b(?:elections?|appointments?)\b|\bofficers\b/i;
const LEAD =
  /\b(?:the\s+following|these)\b.{0,60}\b(?:were|was)\s+(?:\w+\s+){0,3}?(?:re-?)?(?:elected|appointed|agreed)\b.{0,60}[:.–-]+$|\bwere\s+(?:declared\s+|duly\s+|unanimously\s+)?(?:re-?)?(?:elected|appointed)(?:\s+as\s+follows)?\s*:[-–]?$/i;
const NAME = String.raw`(?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Revd?)\.?\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]+){0,3}`;
/** An office, dots, a dash, a colon or a gap, and a name. */
const ENTRY = new RegExp(
  String.raw`^(?:(?:[A-Z][\w’'&-]*|\d\w*|of|to|the|and)\s+){0,4}?(?:${OFFICES}|[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,3})\s*(?:[:–-]|\.{2,}|…+|\t|\s{2,})[\s.…]*(?:Candidate:\s*)?(?!vacan|none\b|nobody|tba\b|tbc\b|not\b|no\b)${NAME}(?:\s*(?:[,&/]|\band\b|\(|[:–-]|\d).{0,80})?\.?$`,
  "i",
);
const OFFICE_FIRST = new RegExp(String.raw`^(?:(?:[A-Z][\w’'&-]*|\d\w*)\s+){0,2}?(?:${OFFICES})\b`, "i");

/** The offices that an item lists with those who hold them now. */
export function electionEntries(entries: readonly FlowEntry[]): Clause[] {
  const lines = flowLines(entries);
  const head = lines[0]?.node.view.text ?? "";
  const isElection = UNDER.test(head) && head.split(/\s+/).length <= 12;
  const found: Clause[] = [];
  let isUnderLead = isElection && LEAD.test(head);
  for (const line of lines.slice(1)) {
    const { text } = line.node.view;
    if (LEAD.test(text)) isUnderLead = true;
    else if (isEntry(line, isUnderLead, isElection)) found.push(toClause(line));
    else if (isUnderLead && (line.node.view.wordCount > 8 || hasFiniteVerb(text))) isUnderLead = false;
  }
  return found;
}

function isEntry(line: FlowLine, isUnderLead: boolean, isElection: boolean): boolean {
  const { text } = line.node.view;
  if (!(isUnderLead || isElection) || !isShort(line) || !ENTRY.test(text.slice(line.node.reading.number?.end ?? 0)))
    return false;
  return (
    OFFICE_FIRST.test(text) ||
    (isUnderLead && !/\b(?:annex|appendix|report|minutes|note|correspondence|re)\b/i.test(text))
  );
}

function isShort({ node }: FlowLine): boolean {
  const { token } = node.reading;
  return node.view.wordCount <= 20 && token !== t.NumberLine && token !== t.DecisionLine && token !== t.ActionLine;
}

function toClause({ node: { view } }: FlowLine): Clause {
  return {
    kind: "elected",
    label: null,
    span: view.span,
    rule: "decision/office-list",
    confidence: 0.85,
    around: view.span,
  };
}
