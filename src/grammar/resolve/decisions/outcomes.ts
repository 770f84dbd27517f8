/** Outcomes that stand beside an entry: "No objection" beside an application, "approved" behind a bid, the cells of a column of decisions. */

import type { Span } from "../../../model/source.js";
import { type LineView, subSpan } from "../../line-view.js";
import { cutMovers } from "../../phrases/motion.js";
import { findMovers } from "../../phrases/movers.js";
import { hasFiniteVerb, sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import {
  ACTION_TAKEN,
  APPLICATION,
  APPLICATION_VERDICT,
  DECISION_COLUMN,
  ENTRY_OUTCOME,
  PLANNING_VIEW,
  VERDICT_SIGN,
} from "../../vocabulary/outcomes.js";
import { flowLines } from "../context.js";
import type { FlowEntry, FlowGrid, FlowLine } from "../flow/flow.js";
import { shift } from "../sourced.js";
import type { Clause } from "./clause.js";
import { followingOutcomes } from "./following-outcomes.js";

/** Outcomes beside the entries of an item, in lines and in tables. */
export function outcomes(entries: readonly FlowEntry[]): Clause[] {
  const lines = flowLines(entries);
  return [
    ...lines.flatMap((line, index) => (isProse(line) ? inLine(line, lines[index - 1]) : actionTaken(line))),
    ...followingOutcomes(lines),
    ...entries.flatMap((entry) => (entry.kind === "grid" ? inGrid(entry) : [])),
  ];
}

/** "Action: Approved the minutes.": what a board did, not what somebody is to do. */
function actionTaken({ node: { view, reading } }: FlowLine): Clause[] {
  if (reading.token !== t.ActionLine || reading.rest.start >= reading.rest.end) return [];
  const words = view.text.slice(reading.rest.start - view.span.start);
  return ACTION_TAKEN.test(words) ? [clause(reading.rest, "decision/action-taken", 0.85)] : [];
}

function isProse({ node }: FlowLine): boolean {
  const { token } = node.reading;
  return (
    token === t.TextLine ||
    token === t.BulletLine ||
    token === t.NumberedLine ||
    token === t.ClauseLine ||
    token === t.HeadingLine
  );
}

function inLine(line: FlowLine, before: FlowLine | undefined): Clause[] {
  const { view, reading } = line.node;
  const listed = severalApplications(view);
  if (listed.length > 0) return listed;
  const isUnderApplication = view.wordCount <= 12 && APPLICATION.test(before?.node.view.text ?? "");
  if (!APPLICATION.test(view.text) && !isUnderApplication) return entryOutcome(line);
  const isLettered = reading.number?.kind === "letter" || reading.number?.kind === "roman";
  const number = APPLICATION.exec(view.text);
  const isLed = number !== null && number.index > 0 && /:\s*$/.test(view.text.slice(0, number.index));
  const whole = isLed ? subSpan(view, number.index) : isLettered ? reading.rest : view.span;
  const pieces = sentences(view.text);
  return pieces.flatMap((piece, index) => {
    const text = view.text.slice(piece.start, piece.end);
    if (APPLICATION.test(text) && APPLICATION_VERDICT.test(text))
      return [clause(whole, "decision/planning-outcome", 0.75)];
    const said = PLANNING_VIEW.exec(text);
    if (said === null || text.split(/\s+/).length > 60) return [];
    const isAlone = said.index === 0;
    const hasApplication = APPLICATION.test(text);
    if (!hasApplication && !(isAlone && (index > 0 || isUnderApplication))) return [];
    const lead = text.slice(0, said.index);
    const outcome = shift(
      { start: piece.start + said.index + (/^[\s:–—-]*/.exec(said[0])?.[0].length ?? 0), end: piece.end },
      view.span.start,
    );
    // "… rear extension   No objection": a column that ran into the line.
    if (/[a-z\d)]\s+$/.test(`${lead} `) && /^\s*(?:No|Object|Support|Approval|Refusal|Neutral)/.test(said[0]))
      return [clause(outcome)];
    // A mark in capitals at the end of the line, or one behind a dash, belongs to its application.
    const isMark = /^[^a-z]+$/.test(said[0]) && pieces.length <= 2;
    if (isAlone && index > 0 && isMark) return [clause(whole)];
    if (isAlone || /:\s*$/.test(lead) || /^\s*:/.test(said[0])) return [clause(outcome)];
    return [clause(pieces.length === 1 ? whole : shift(piece, view.span.start))];
  });
}

const APPLICATIONS = new RegExp(APPLICATION.source, "g");

/** Several applications that ran into one line, each with what was said of it. */
function severalApplications(view: LineView): Clause[] {
  if (!APPLICATION.test(view.text)) return [];
  const starts = [...view.text.matchAll(APPLICATIONS)].map((match) => match.index);
  if (starts.length < 2) return [];
  return starts.flatMap((start, index) => {
    const text = view.text.slice(start, starts[index + 1]).replace(/\s+(?:[a-z]\)\s*|ACTION\b.*|\d+\.\s*)?$/, "");
    const said = PLANNING_VIEW.exec(text);
    if (said === null || text.split(/\s+/).length > 60 || !/^[\s–—:-]*[A-Z]/.test(said[0])) return [];
    const from = start + said.index + (/^[\s:–—-]*/.exec(said[0])?.[0].length ?? 0);
    return [clause(shift({ start: from, end: start + text.length }, view.span.start))];
  });
}

/** "Wool Week (£3,000): approved, subject to the owner's consent." */
function entryOutcome({ node: { view, reading } }: FlowLine): Clause[] {
  if (view.wordCount > 60 || !VERDICT_SIGN.test(view.text)) return [];
  const pieces = sentences(view.text);
  return pieces.flatMap((piece) => {
    const text = view.text.slice(piece.start, piece.end);
    const match = ENTRY_OUTCOME.exec(text);
    if (match === null || text.split(/\s+/).length > 30) return [];
    const lead = text.slice(0, match[0].length - (match[1] ?? "").length);
    // Behind a dash the verdict goes with its entry: "Lettings policy - agreed".
    if (/\s[–—-]\s+$/.test(lead)) {
      const isEntry = lead.split(/\s+/).length <= 16 && !hasFiniteVerb(lead) && findMovers(lead) === null;
      const from = pieces.length === 1 ? (reading.number?.end ?? 0) : piece.start;
      return isEntry
        ? [clause(shift({ start: from, end: piece.end }, view.span.start), "decision/entry-outcome", 0.75)]
        : [];
    }
    const span = { start: piece.start + match[0].length - (match[1] ?? "").length, end: piece.end };
    return [clause(shift(span, view.span.start), "decision/entry-outcome", 0.7)];
  });
}

/** The cells of a column of decisions, and what is said of the application of a row. */
function inGrid({ node, reading }: FlowGrid): Clause[] {
  const labelled = node.rows.flatMap((row) => labelledRow(row));
  if (labelled.length > 0 || reading.use !== "data") return labelled;
  const columns = new Set(node.rows[0]?.filter(({ text }) => DECISION_COLUMN.test(text)).map((cell) => cell.cell.col));
  return node.rows.slice(columns.size > 0 ? Math.max(1, reading.headerRows) : reading.headerRows).flatMap((row) => {
    const isApplication = row.some(({ lines }) => lines.some((line) => APPLICATION.test(line.view.text)));
    return row.flatMap(({ cell: { col }, lines }) => {
      const first = lines[0];
      const last = lines.at(-1);
      if (first === undefined || last === undefined || APPLICATION.test(first.view.text)) return [];
      const text = first.view.text;
      const isView = isApplication && PLANNING_VIEW.exec(text)?.index === 0;
      const isDecided =
        columns.has(col) && (PLANNING_VIEW.exec(text)?.index === 0 || ENTRY_OUTCOME.test(`a b c: ${text}`));
      return isView || isDecided ? [clause({ start: first.view.span.start, end: last.view.span.end })] : [];
    });
  });
}

/** "Decision:" in one cell and what was decided in the next. */
function labelledRow(row: FlowGrid["node"]["rows"][number]): Clause[] {
  const at = row.findIndex(({ lines }) => lines.length > 0);
  const label = row[at]?.lines[0];
  const said = row[at + 1]?.lines ?? [];
  const [first] = said;
  if (label === undefined || first === undefined || label.reading.token !== t.DecisionLine) return [];
  if (label.reading.rest.start < label.reading.rest.end || /^(?:none|n\/a|nil|-)\.?$/i.test(first.view.text)) return [];
  const around = { start: label.view.span.start, end: said.at(-1)?.view.span.end ?? first.view.span.end };
  const kind = label.reading.decision ?? "resolved";
  return said.map(({ view }) => ({
    kind,
    label: null,
    span: cutMoversAt(view),
    rule: "decision/labelled-cell",
    confidence: 0.9,
    around,
  }));
}

function cutMoversAt(view: LineView): Span {
  return shift(cutMovers(view.text, { start: 0, end: view.text.length }), view.span.start);
}

function clause(span: Span, rule = "decision/planning-outcome", confidence = 0.88): Clause {
  return { kind: "resolved", label: null, span, rule, confidence, around: span };
}
