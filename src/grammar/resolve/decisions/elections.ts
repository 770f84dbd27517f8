/** Lists of those who were elected: "The following were elected:" and a line for each office, or such lines under "Election of officers". */

import { linesOf } from "../../ast.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { OFFICES } from "../../vocabulary/decisions.js";
import { flowLines } from "../context.js";
import type { FlowEntry, FlowGrid, FlowLine } from "../flow/flow.js";
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
const IS_NAME = new RegExp(String.raw`^${NAME}$`);
const OFFICE_FIRST = new RegExp(String.raw`^(?:(?:[A-Z][\w’'&-]*|\d\w*)\s+){0,2}?(?:${OFFICES})\b`, "i");

const OFFICE_AMONG = new RegExp(String.raw`^\s*[\w’' -]{0,30}(?:${OFFICES})\s*[,:–-]`, "i");

/** The offices that an item lists with those who hold them now. */
export function electionEntries(entries: readonly FlowEntry[]): Clause[] {
  const lines = flowLines(entries);
  const head = lines[0]?.node.view.text ?? "";
  // "The committee will consist of:" follows an election that a sentence tells.
  const isTold = lines.some((line) => /\bconsists?\s+of\b/i.test(line.node.view.text));
  const isElection = UNDER.test(head) && head.split(/\s+/).length <= 12 && !isTold;
  const found: Clause[] = [];
  let isUnderLead = LEAD.test(head);
  for (const line of lines) found.push(...officesWithin(line));
  for (const line of lines.slice(1)) {
    const { text } = line.node.view;
    if (LEAD.test(text)) isUnderLead = true;
    else if (isEntry(line, isUnderLead, isElection)) found.push(toClause(line));
    else if (isUnderLead && (line.node.view.wordCount > 8 || hasFiniteVerb(text))) isUnderLead = false;
  }
  for (const entry of entries) if (entry.kind === "grid" && isUnderLead) found.push(...rowsOf(entry));
  return found;
}

const WITHIN = /\b(?:following|officers)\b[^:.;]{0,60}\b(?:elected|appointed)\b[^:.;]{0,40}:\s*([^.]+;[^.]+)/i;

/** "The following were elected: Treasurer, Ms Quill; Secretary, Mr Marl.": each office within the sentence is filled. */
function officesWithin({ node: { view } }: FlowLine): Clause[] {
  const match = WITHIN.exec(view.text);
  const list = match?.[1];
  if (match === null || list === undefined) return [];
  const from = view.span.start + match.index + match[0].length - list.length;
  const around = { start: view.span.start + match.index, end: from + list.length };
  const entries = [...list.matchAll(/[^;]+/g)];
  const offices = entries.filter(([entry]) => OFFICE_FIRST.test(entry.trim()) || OFFICE_AMONG.test(entry));
  if (offices.length < 0.7 * entries.length) return [];
  return entries.map((entry) => {
    const start = from + entry.index + (entry[0].length - entry[0].trimStart().length);
    const span = { start, end: from + entry.index + entry[0].trimEnd().length };
    return { kind: "elected", label: null, span, rule: "decision/office-list", confidence: 0.85, around };
  });
}

/** Office and name in two cells of a row; who proposed them may stand in a third. */
function rowsOf({ node }: FlowGrid): Clause[] {
  return node.rows.flatMap((row) => {
    const lines = row.flatMap((cell) => linesOf(cell.blocks).slice(0, 1)).filter((line) => line.view.text !== "");
    const [office, name] = lines;
    const last = lines.at(-1);
    if (office === undefined || name === undefined || last === undefined) return [];
    if (!OFFICE_FIRST.test(office.view.text) || !IS_NAME.test(name.view.text)) return [];
    const span = { start: office.view.span.start, end: name.view.span.end };
    const around = { start: span.start, end: last.view.span.end };
    return [{ kind: "elected", label: null, span, rule: "decision/office-list", confidence: 0.8, around }];
  });
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
