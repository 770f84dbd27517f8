/** Items of minutes without numbers: each begins at a heading, or in a portal's text at a short line between gaps. */

import { findDates, findTimes } from "../../phrases/date.js";
import { readDecision } from "../../phrases/decision.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import { CUT_OFF, NO_BUSINESS, USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine } from "../flow/flow.js";
import { type ItemStart, titleSpan } from "./item-title.js";

/** Starts of items told by headings alone, up to a place in the flow (null: to its end). */
export function headingStarts(context: PartContext, end: number | null): ItemStart[] {
  const flow = context.flow.slice(0, end ?? context.flow.length);
  const listStart = flow.findIndex((entry) => isListHead(entry));
  const marked = flow.filter((entry) => entry.kind === "line" && isMarkedHeading(context, entry)).length;
  const hasColonHeadings =
    flow.filter(
      (entry) =>
        entry.kind === "line" && entry.node.reading.rule === "heading/usual" && entry.node.view.text.endsWith(":"),
    ).length >= 2;
  const isPortal = listStart >= 0 || marked < 2;
  const starts: ItemStart[] = [];
  let isUntitledNext = listStart >= 0;
  flow.forEach((entry, index) => {
    if (index <= listStart || entry.kind !== "line" || entry.node.view.text === "" || context.consumed.has(entry))
      return;
    if (entry.group?.kind === "decision" || entry.group?.kind === "action") return;
    if (entry.node.reading.token === t.FurnitureLine) return;
    const isHeading =
      isMarkedHeading(context, entry) ||
      (hasColonHeadings && isColonHeading(context, entry)) ||
      (isPortal && listStart >= 0 && isPortalHeading(flow, index));
    if (isHeading)
      starts.push({
        index,
        number: null,
        title: titleSpan(context, entry.node.view.span),
        parent: null,
        textStart: null,
        confidence: headingConfidence(entry),
      });
    else if (isUntitledNext || (starts.length > 0 && isDeferral(entry) && !isHeadingJustBefore(starts, flow, index))) {
      starts.push({ index, number: null, title: null, parent: null, textStart: entry.node.view.span.start });
    }
    isUntitledNext = CUT_OFF.test(entry.node.view.text);
  });
  return starts;
}

/** Usual business and what the format calls a heading is one; bold words and capitals may be set apart for other reasons. */
function headingConfidence({ node: { view, reading } }: FlowLine): number {
  if (reading.token === t.TitleLine) return 0.7;
  if (USUAL_BUSINESS.test(view.text)) return 0.95;
  return view.line.style.heading !== null || !view.isSetApart ? 0.92 : 0.8;
}

/** "No. Item": the head of a portal's list of items. */
function isListHead(entry: FlowEntry): boolean {
  return (
    entry.kind === "line" && entry.node.reading.token === t.FurnitureLine && /^no\.?\s+item/i.test(entry.node.view.text)
  );
}

function isMarkedHeading(context: PartContext, entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  if (context.consumed.has(entry) || view.line.style.list === "bullet" || reading.number?.kind === "letter")
    return false;
  const isHeading =
    reading.token === t.HeadingLine ||
    (view.line.style.heading !== null &&
      (reading.token === t.NumberedLine || reading.token === t.TitleLine || reading.token === t.LabelLine)) ||
    (reading.token === t.LabelLine && view.isSetApart && USUAL_BUSINESS.test(view.text));
  if (reading.rule === "heading/emphasis" && readDecision(view.text) !== null) return false;
  return isHeading && !NO_BUSINESS.test(view.text) && !isDocumentTitle(entry) && !isMoment(view.text);
}

/** "Election of Vice-Chair:" on a line of its own, where the usual business is headed so too. */
function isColonHeading(context: PartContext, entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  if (
    context.consumed.has(entry) ||
    reading.token !== t.TextLine ||
    view.line.style.list !== null ||
    view.wordCount > 14
  )
    return false;
  return /^\p{Lu}.*:$/u.test(view.text) && !hasFiniteVerb(view.text) && !NO_BUSINESS.test(view.text);
}

/** "Minutes of the Annual General Meeting – 21 July 2001" heads the whole document. */
function isDocumentTitle(entry: FlowLine): boolean {
  const { view } = entry.node;
  if (USUAL_BUSINESS.test(view.text)) return false;
  return (
    (findDates(view.text).length > 0 && /\b(?:minutes|meeting|agenda|agm)\b/i.test(view.text)) ||
    (view.line.style.heading === 1 && BODY_WORDS.test(view.text) && /\b(?:minutes|meeting|agenda)\b/i.test(view.text))
  );
}

/** A line that is only a date or a time. */
function isMoment(text: string): boolean {
  const taken = [...findDates(text), ...findTimes(text)].reduce(
    (sum, mention) => sum + mention.span.end - mention.span.start,
    0,
  );
  return taken > 0 && taken >= text.length * 0.7;
}

/** A short line between two gaps, without a verb of its own. */
function isPortalHeading(flow: readonly FlowEntry[], index: number): boolean {
  const entry = flow[index] as FlowLine;
  const { view, reading } = entry.node;
  if (!view.line.isAfterGap || view.line.style.list !== null || view.wordCount > 14 || entry.columnNumber !== null)
    return false;
  if (
    reading.token !== t.TextLine &&
    reading.token !== t.LabelLine &&
    reading.token !== t.TitleLine &&
    reading.token !== t.OwnerLine
  )
    return false;
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
