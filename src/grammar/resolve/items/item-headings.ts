/** Items of minutes without numbers: each begins at a heading, at words in front of its text, or in a portal's text at a short line between gaps. */

import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { CUT_OFF, PRESENTED, USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine } from "../flow/flow.js";
import { isColonHeading, isMoment, isPlainHeading, isTightHeading } from "./heading-lines.js";
import type { HeadingForm, HeadingLine } from "./heading-runs.js";
import { type ItemStart, numberOf, startAt, titleSpan, wholeTitle } from "./item-title.js";
import { runInLines, runInStarts, usualRunIns } from "./run-in-headings.js";

/** How clear it is that a line of each form begins an item. */
const CONFIDENCE: Readonly<Record<HeadingForm, number>> = {
  usual: 0.95,
  markup: 0.9,
  emphasis: 0.8,
  capitals: 0.85,
  colon: 0.7,
  plain: 0.65,
};

/** Starts of items told by headings alone, in order. `marked`: the lines that are set apart as headings. */
export function headingStarts(context: PartContext, marked: readonly HeadingLine[]): ItemStart[] {
  const listHead = context.flow.findIndex((entry) => isListHead(entry));
  if (listHead >= 0) return portalStarts(context, listHead, marked);
  const runIns = runInLines(context);
  const runIn = runInStarts(context, runIns);
  // Headings in front of their text count where hardly any stands on a line of its own.
  if (runIn.length >= 3 && runIn.length > marked.length) {
    const isRunIn = new Set(runIn.map(({ index }) => index));
    const own = marked.filter(({ index }) => !isRunIn.has(index));
    return inOrder([...own.map((line) => startOf(context, line)), ...runIn]);
  }
  const taken = new Set(marked.map((line) => line.index));
  const colons = marked.filter((line) => line.form === "usual" && line.entry.node.view.text.endsWith(":")).length;
  const isTight = marked.filter((line) => isTightHeading(context, line)).length >= 2;
  const others = context.flow.flatMap((entry, index): HeadingLine[] => {
    if (entry.kind !== "line" || taken.has(index) || entry.group?.kind === "decision" || entry.group?.kind === "action")
      return [];
    if (colons >= 2 && isColonHeading(context, entry)) return [{ index, entry, form: "colon" }];
    const isPlain = isPlainHeading(context, index) || (isTight && isPlainHeading(context, index, true));
    return marked.length >= 2 && isPlain && index > (marked[0]?.index ?? 0) ? [{ index, entry, form: "plain" }] : [];
  });
  const headed = [...marked, ...others];
  const isHeaded = new Set(headed.map(({ index }) => index));
  const usual = headed.length >= 2 ? usualRunIns(context, runIns).filter(({ index }) => !isHeaded.has(index)) : [];
  return inOrder([...headed.map((line) => startOf(context, line)), ...usual]);
}

function inOrder(starts: readonly ItemStart[]): ItemStart[] {
  return [...starts].sort((a, b) => a.index - b.index);
}

/** "Discussion topic 2: documents" has the number 2; other numbers in front of headings are years and counts. */
export function startOf(context: PartContext, { index, entry, form }: HeadingLine): ItemStart {
  const number = entry.node.reading.number;
  const confidence = CONFIDENCE[form];
  if (number?.isWorded === true) return { ...startAt(context, index, numberOf(entry, number), false), confidence };
  return {
    index,
    number: null,
    title: wholeTitle(context, index, titleSpan(context, withoutPresenter(entry))),
    parent: null,
    textStart: null,
    confidence,
  };
}

/** "Treasurer's report" of "Treasurer's report – Ada Quill". */
function withoutPresenter({ node: { view, reading } }: FlowLine): Span {
  const business = reading.rule === "heading/usual" ? PRESENTED.exec(view.text)?.groups?.business : undefined;
  const isPresented = business !== undefined && USUAL_BUSINESS.test(business) && !USUAL_BUSINESS.test(view.text);
  return isPresented ? { start: view.span.start, end: view.span.start + business.length } : view.span;
}

/** Below "No. Item" a portal prints title after title; an item may have lost its own. */
function portalStarts(context: PartContext, listHead: number, headed: readonly HeadingLine[]): ItemStart[] {
  const { flow } = context;
  const marked = new Map(headed.map((line) => [line.index, line]));
  const starts: ItemStart[] = [];
  let isUntitledNext = true;
  flow.forEach((entry, index) => {
    if (index <= listHead || entry.kind !== "line" || entry.node.view.text === "" || context.consumed.has(entry))
      return;
    if (entry.group?.kind === "decision" || entry.group?.kind === "action") return;
    if (entry.node.reading.token === t.FurnitureLine) return;
    const heading =
      marked.get(index) ?? (isPortalHeading(flow, index) ? { index, entry, form: "plain" as const } : null);
    if (heading !== null) starts.push({ ...startOf(context, heading), confidence: 0.93 });
    else if (isUntitledNext || (starts.length > 0 && isDeferral(entry) && !isHeadingJustBefore(starts, flow, index))) {
      starts.push({ index, number: null, title: null, parent: null, textStart: entry.node.view.span.start });
    }
    isUntitledNext = CUT_OFF.test(entry.node.view.text);
  });
  return starts;
}

/** "No. Item": the head of a portal's list of items. */
function isListHead(entry: FlowEntry): boolean {
  return (
    entry.kind === "line" && entry.node.reading.token === t.FurnitureLine && /^no\.?\s+item/i.test(entry.node.view.text)
  );
}

const PORTAL_TOKENS = new Set([t.TextLine, t.LabelLine, t.TitleLine, t.OwnerLine]);

/** A short line between two gaps, without a verb of its own. */
function isPortalHeading(flow: readonly FlowEntry[], index: number): boolean {
  const entry = flow[index] as FlowLine;
  const { view, reading } = entry.node;
  if (!view.line.isAfterGap || view.line.style.list !== null || view.wordCount > 14 || entry.columnNumber !== null)
    return false;
  if (!PORTAL_TOKENS.has(reading.token)) return false;
  if (!/^["'“‘]?[\p{Lu}\d]/u.test(view.text) || /[,;:!?]$/.test(view.text) || isMoment(view.text)) return false;
  const next = entryAfter(flow, index);
  const isFollowed =
    next !== undefined &&
    (next.kind === "grid" || next.node.view.line.isAfterGap || next.node.reading.token === t.FurnitureLine);
  if (/\.$/.test(view.text) && (view.wordCount > 9 || view.line.gapLines < 2)) return false;
  if (/^(?:The|An?)\s.*\.$/.test(view.text) || readDecision(view.text) !== null) return false;
  return isFollowed && !hasFiniteVerb(view.text);
}

/** "This item was deferred": the whole text of an item, here of one that lost its heading. */
function isDeferral(entry: FlowLine): boolean {
  return (
    entry.node.view.line.isAfterGap &&
    /^this\s+(?:item|agenda item|matter)\s+(?:was|had been|has been)\s+(?:deferred|withdrawn|postponed|adjourned)\b/i.test(
      entry.node.view.text,
    )
  );
}

function isHeadingJustBefore(starts: readonly ItemStart[], flow: readonly FlowEntry[], index: number): boolean {
  const last = starts.at(-1);
  if (last === undefined) return false;
  return flow
    .slice(last.index + 1, index)
    .every(
      (entry) => entry.kind === "line" && (entry.node.view.text === "" || entry.node.reading.token === t.FurnitureLine),
    );
}
