/** Which lines head business where no number says so: by mark-up, type, capitals, usual words, or by standing between gaps. */

import { findDates, findTimes } from "../../phrases/date.js";
import { readDecision } from "../../phrases/decision.js";
import { personLikeness } from "../../phrases/person.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import {
  MINUTES_TREATED,
  NO_BUSINESS,
  PEOPLE_HEADING,
  REPOSITORY,
  SIGNING_POST,
  TITLE_OF_PAPER,
  USUAL_BUSINESS,
} from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter, entryBefore, type FlowEntry, type FlowLine } from "../flow/flow.js";
import {
  belowTitlePage,
  type HeadingForm,
  type HeadingLine,
  isBesideIn,
  isProse,
  withoutRuns,
} from "./heading-runs.js";

/** Every line of the flow that is set apart as a heading and names business. */
export function headingLines(context: PartContext): readonly HeadingLine[] {
  const lines: HeadingLine[] = [];
  let silentLevel: number | null = null;
  let isOverOwners = false;
  let isSigned = false;
  let isOverNames = false;
  context.flow.forEach((entry, index) => {
    if (entry.kind !== "line" || entry.node.view.text === "") return;
    const level = entry.node.view.line.style.heading;
    const isOwner = isOverOwners && level === silentLevel && !USUAL_BUSINESS.test(entry.node.view.text);
    if (level !== null && silentLevel !== null && level <= silentLevel && !isOwner) silentLevel = null;
    const isSilent = level !== null && isOverPeopleOrActions(entry.node.view.text);
    // "Actions" with nothing below it but the next heading of its level heads those that follow, one for each owner.
    if (isSilent && silentLevel === null) isOverOwners = isBareOver(context.flow, index, level);
    if (isSilent && silentLevel === null) silentLevel = level;
    if (level !== null) isOverNames = isSilent ? headsNames(context, index) : isOverNames && isShort(entry);
    isSigned ||= entry.node.reading.token === t.SignatureLine;
    const form = standsBesideHeading(entry, lines.at(-1)) ? null : formOf(context, entry);
    if (isSigned && (form === "emphasis" || form === "capitals")) return;
    if ((form === "usual" || BARE_MINUTES.test(entry.node.view.text)) && !headsBusiness(context, entry, index, lines))
      return;
    // Below "Actions" or "Attendance" stand names, not business.
    if (isOverNames && form !== "usual") return;
    if (form === null || (silentLevel !== null && (form === "markup" || form === "emphasis"))) return;
    lines.push({ index, entry, form });
  });
  return withoutRuns(context, withoutSigning(context, belowTitlePage(context, lines)));
}

/** Whether some of the next headings below a heading of actions are people of the attendance list, whatever their level: so are the others. */
function headsNames(context: PartContext, index: number): boolean {
  const below = context.flow.slice(index + 1, index + 30).filter((entry): entry is FlowLine => isMarkedUp(entry));
  const names = below.slice(0, 4).map(({ node }) => node.view.text.toLowerCase());
  if (names.length < 2) return false;
  const lists = [...context.consumed].flatMap((entry) => (entry.kind === "line" ? [entry.node.view.text] : []));
  const listed = new Set(
    lists
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\d_-]{2,}/gu) ?? [],
  );
  return names.filter((name) => name.split(/\s+/).every((word) => listed.has(word))).length >= 2;
}

function isMarkedUp(entry: FlowEntry): boolean {
  return entry.kind === "line" && entry.node.view.line.style.heading !== null;
}

function isShort({ node }: FlowLine): boolean {
  return node.view.wordCount <= 3;
}

/** In a row of the page's layout the first heading is the title; "Ada Quill" beside it presents the business. */
function standsBesideHeading(entry: FlowLine, before: HeadingLine | undefined): boolean {
  return isBesideIn(entry, before?.entry);
}

/** "MAYOR" with nothing below it is who signs. */
function withoutSigning(context: PartContext, lines: readonly HeadingLine[]): readonly HeadingLine[] {
  const last = lines.at(-1);
  if (last === undefined || !SIGNING_POST.test(last.entry.node.view.text)) return lines;
  const isLast = context.flow.slice(last.index + 1).every((entry) => entry.kind === "line" && !isProse(entry));
  return isLast ? lines.slice(0, -1) : lines;
}

const BARE_MINUTES = /^minutes:?$/i;

/** "Minutes" may head all that follows, and "Apologies" in front of the first business is a label of attendance. */
function headsBusiness(context: PartContext, entry: FlowLine, index: number, before: readonly HeadingLine[]): boolean {
  const { view, reading } = entry.node;
  const next = entryAfter(context.flow, index);
  if (TITLE_OF_PAPER.test(view.text) && before.length === 0)
    return next?.kind === "line" && !isMoment(next.node.view.text) && next.node.reading.token !== t.LabelLine;
  if (BARE_MINUTES.test(view.text))
    return next?.kind === "line" && !next.node.view.isSetApart && MINUTES_TREATED.test(next.node.view.text);
  if (reading.token !== t.LabelLine || before.length > 0 || view.line.style.heading !== null) return true;
  return next?.kind === "line" && next.node.view.wordCount > 5 && hasFiniteVerb(next.node.view.text);
}

function isBareOver(flow: readonly FlowEntry[], index: number, level: number): boolean {
  const next = entryAfter(flow, index);
  return next?.kind === "line" && next.node.view.line.style.heading === level && next.node.view.wordCount <= 3;
}

function isOverPeopleOrActions(text: string): boolean {
  return PEOPLE_HEADING.test(text) || /^(?:.{0,30}\b)?(?:actions?|to[- ]?dos?|assignments)\b.{0,30}$/i.test(text);
}

function formOf(context: PartContext, entry: FlowLine): HeadingForm | null {
  const { view, reading } = entry.node;
  const { style } = view.line;
  if (context.consumed.has(entry) || style.list === "bullet" || reading.number?.kind === "letter") return null;
  if (entry.group?.kind === "decision" || entry.group?.kind === "action") return null;
  if (entry.isTopic && view.wordCount <= 20 && reading.number === null)
    return NO_BUSINESS.test(view.text) || /[.;]$/.test(view.text)
      ? null
      : USUAL_BUSINESS.test(view.text)
        ? "usual"
        : "markup";
  // "MINUTES" below those present heads the approval of the last ones, if its text says so.
  const isMinutes = reading.token === t.TitleLine && view.isSetApart && BARE_MINUTES.test(view.text);
  const isHeading = reading.token === t.HeadingLine || (reading.token === t.LabelLine && view.isSetApart) || isMinutes;
  const canBeMarked = reading.token === t.NumberedLine || reading.token === t.TitleLine;
  // First what is cheap to see: the words of most lines need no look.
  if (!isHeading && !(canBeMarked && style.heading !== null)) return null;
  if (namesNoBusiness(entry)) return null;
  if (isHeading) {
    if (USUAL_BUSINESS.test(view.text) || reading.rule === "heading/usual") return "usual";
    // The second line of a title.
    if (/^\p{Ll}/u.test(view.text) && reading.rule === "heading/emphasis") return null;
    if (reading.token === t.LabelLine) return style.heading === null ? null : "markup";
    if (reading.rule === "heading/markup") return "markup";
    if (readDecision(view.text) !== null || personLikeness(view.text) >= 0.9) return null;
    const isCapitals = reading.rule === "heading/capitals";
    // "THESE ARE DRAFT MINUTES AND …": a notice, not a title.
    if (NO_TITLE.test(view.text)) return null;
    if (isCapitals ? hasFiniteVerb(view.text) && view.wordCount >= 5 : view.wordCount > 14) return null;
    if (!isCapitals && view.wordCount >= 8 && STATED.test(view.text)) return null;
    return isCapitals ? "capitals" : "emphasis";
  }
  return "markup";
}

/** "There were no matters arising", "Chair, Anytown Parish Council": a sentence that is set apart, and the post below a signature. */
const NO_TITLE =
  /^(?:\(|THIS CONCLUDE|This conclude|There\s+(?:was|were|is|are)\b|No\s.*\b(?:was|were)\b|(?:We|They)\s.*\s[a-z]|.*\bthe following:?$|\d+(?:\.\d+)?\s?(?:mm|cm|km|kg|ml|mg|%)|(?:Chair(?:man|person)?|Clerk|Secretary)\s*,\s)/;

/** "It should just be a single coat", in bold to be seen. */
const STATED = /\b(?:should|must|will|would|has|have|was|were|is|are)\s(?!.*\?$)/;

/** Whether a heading's words name no business: the document's title, a moment, people, or only what stands below. */
function namesNoBusiness({ node: { view } }: FlowLine): boolean {
  if (USUAL_BUSINESS.test(view.text)) return false;
  return (
    NO_BUSINESS.test(view.text) ||
    REPOSITORY.test(view.text) ||
    PEOPLE_HEADING.test(view.text) ||
    isMoment(view.text) ||
    isDocumentTitle(view)
  );
}

/** "Minutes of the Annual General Meeting – 21 July 2001" heads the whole document. */
function isDocumentTitle(view: FlowLine["node"]["view"]): boolean {
  return (
    (findDates(view.text).length > 0 &&
      (/\b(?:minutes|meeting|agenda|agm)\b/i.test(view.text) || BODY_WORDS.test(view.text))) ||
    (view.line.style.heading === 1 && BODY_WORDS.test(view.text) && /\b(?:minutes|meeting|agenda)\b/i.test(view.text))
  );
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:19|20)\d{2}$/i;

/** A line that is only a date, a month or a time. */
export function isMoment(text: string): boolean {
  const taken = [...findDates(text), ...findTimes(text)].reduce(
    (sum, mention) => sum + mention.span.end - mention.span.start,
    0,
  );
  return (taken > 0 && taken >= text.length * 0.7) || MONTH.test(text.trim());
}

/** "Election of Vice-Chair:" on a line of its own. */
export function isColonHeading(context: PartContext, entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  if (context.consumed.has(entry) || reading.token !== t.TextLine || view.line.style.list !== null) return false;
  if (view.wordCount > 14 || !/^\p{Lu}.*:$/u.test(view.text)) return false;
  return !hasFiniteVerb(view.text) && !NO_BUSINESS.test(view.text) && !PEOPLE_HEADING.test(view.text);
}

/** Whether a plain line of usual business stands right over its text, with a gap only above. */
export function isTightHeading(context: PartContext, { entry, index, form }: HeadingLine): boolean {
  const { view } = entry.node;
  const next = entryAfter(context.flow, index);
  return (
    form === "usual" &&
    !view.isSetApart &&
    view.line.isAfterGap &&
    next?.kind === "line" &&
    !next.node.view.line.isAfterGap
  );
}

/** A short plain line that stands between gaps, with prose behind it: all that plain text can show of a heading. */
export function isPlainHeading(context: PartContext, index: number, isTight = false): boolean {
  const entry = context.flow[index];
  if (entry?.kind !== "line" || context.consumed.has(entry) || entry.columnNumber !== null) return false;
  const { view, reading } = entry.node;
  if (reading.token !== t.TextLine || !view.line.isAfterGap || view.line.style.list !== null || view.wordCount > 7)
    return false;
  if (!/^["'“‘]?\p{Lu}/u.test(view.text) || /[.,;:!?]$/.test(view.text) || /[\d:]/.test(view.text)) return false;
  if (
    hasFiniteVerb(view.text) ||
    personLikeness(view.text) >= 0.9 ||
    namesNoBusiness(entry) ||
    BODY_WORDS.test(view.text)
  )
    return false;
  const next = entryAfter(context.flow, index);
  const before = entryBefore(context.flow, index);
  const isUnderHeading =
    before?.kind === "line" &&
    before.node.view.wordCount <= 7 &&
    before.node.reading.token === t.TextLine &&
    !/[.!?]$/.test(before.node.view.text);
  return (
    next?.kind === "line" &&
    !context.consumed.has(next) &&
    next.node.reading.token !== t.LabelLine &&
    (isTight
      ? !next.node.view.line.isAfterGap && !next.node.view.isSetApart && next.node.view.wordCount >= 3
      : next.node.view.line.isAfterGap && next.node.view.wordCount >= 8) &&
    !isUnderHeading
  );
}
