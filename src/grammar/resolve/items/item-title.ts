/** The first line of an item: its number, its title, and the words behind a run-in title. */

import type { Span } from "../../../model/source.js";
import { subSpan } from "../../line-view.js";
import { findDates, findPartialDates } from "../../phrases/date.js";
import { type ItemNumber, readLetterOrInitial } from "../../phrases/item-number.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import {
  LAST_BUSINESS,
  PAST_VERB,
  SENTENCE_OPENER,
  SENTENCE_WORD,
  TITLE_TAIL,
  USUAL_BUSINESS,
} from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import type { FlowLine } from "../flow/flow.js";
import { trimSpan } from "../sourced.js";
import { emphasisedTitle, runInTitleOf, titleBeforeMark } from "./run-in-title.js";

/** Where an item begins in the flow, before its text is known. */
export interface ItemStart {
  /** Place in the flow of the line that holds the title (or the number, where there is no title). */
  readonly index: number;
  readonly number: { readonly label: string; readonly span: Span } | null;
  /** Whether half of the number stands at the item that this one is nested in: `a)` under 7 is 7a. */
  readonly isNumberDerived?: boolean;
  readonly title: Span | null;
  /** Index into the starts of the item that this one is nested in. */
  readonly parent: number | null;
  /** Whether a run-in title ("3. Apologies: none were received") leaves words of its line to the item's text. */
  readonly textStart: number | null;
  /** How clear it is that an item begins here; the usual confidence of a value where nothing is said. */
  readonly confidence?: number;
}

/** The number that a line begins with; a letter that may be an initial counts where the line can be a heading. */
export function numberIn(entry: FlowLine): ItemNumber | null {
  const { view, reading } = entry.node;
  if (reading.number !== null) return reading.number;
  const canHead = reading.token === t.TextLine || reading.token === t.HeadingLine;
  return canHead && view.wordCount <= 12 && view.line.cell === null ? readLetterOrInitial(view.text) : null;
}

/** Whether the words behind the number begin in bold or underlined. */
export function startsEmphasised(entry: FlowLine): boolean {
  const { line, span } = entry.node.view;
  const from = span.start + (numberIn(entry)?.end ?? 0);
  return line.emphases.some(
    (emphasis) =>
      (emphasis.kind === "bold" || emphasis.kind === "underline") &&
      emphasis.span.start <= from + 2 &&
      emphasis.span.end > from + 2,
  );
}

/** The number with its place in the text: in the line, or in a column of its own. */
export function numberOf(entry: FlowLine, number: ItemNumber): { label: string; span: Span } {
  const { view } = entry.node;
  const span = entry.columnNumber?.span ?? {
    start: view.span.start + number.span.start,
    end: view.span.start + number.span.end,
  };
  return { label: number.label, span };
}

/** The start of an item at a line; `isBare` where its number stands alone and no title was found. */
export function startAt(context: PartContext, index: number, number: ItemStart["number"], isBare: boolean): ItemStart {
  const entry = context.flow[index] as FlowLine;
  const { view } = entry.node;
  const from = entry.columnNumber === null && number !== null ? (numberIn(entry)?.end ?? 0) : 0;
  const words = view.text.slice(from);
  if (isBare || words.trim() === "") return { index, number, title: null, parent: null, textStart: view.span.end };
  // A line set apart as a whole is all title ("SPEAKER: DR A HILL ON FLOODS"), and so is a short one beside a number column.
  const announced = view.isSetApart ? null : titleBeforeMoment(words);
  if (announced !== null) {
    const title = titleSpan(context, subSpan(view, from, from + announced.length));
    return { index, number, title, parent: null, textStart: title.end };
  }
  const isCell = entry.columnNumber !== null && view.wordCount <= 15;
  const runIn = isCell
    ? titleInCell(entry, from)
    : view.isSetApart
      ? titleOfSetApart(words)
      : runInTitleOf(entry, from);
  const title = titleSpan(context, subSpan(view, from, runIn === null ? undefined : from + runIn.length));
  // A number in front of a long paragraph heads no title: the paragraph is the item's text.
  if (runIn === null && (view.wordCount > 40 || (hasFiniteVerb(words) && view.wordCount > 25))) {
    return { index, number, title: null, parent: null, textStart: view.span.start + from };
  }
  const whole = runIn === null ? wholeTitle(context, index, title) : title;
  return { index, number, title: whole, parent: null, textStart: runIn === null ? null : title.end };
}

/** A title in bold that goes on in small letters on the line below it. */
export function wholeTitle(context: PartContext, index: number, span: Span): Span {
  const [entry, next] = [context.flow[index], context.flow[index + 1]];
  if (entry?.kind !== "line" || next?.kind !== "line" || !entry.node.view.isSetApart) return span;
  const { view, reading } = next.node;
  const goesOn = view.isSetApart && /^\p{Ll}/u.test(view.text) && view.wordCount <= 12 && reading.number === null;
  const isTight = view.span.start - entry.node.view.span.end <= 3 && span.end >= entry.node.view.span.end;
  return goesOn && isTight ? { start: span.start, end: view.span.end } : span;
}

/** "Date of next meeting 20th July at 7.30 pm": the day is what the title announces. */
function titleBeforeMoment(words: string): string | null {
  if (words.length > 160 || !LAST_BUSINESS.test(words)) return null;
  const day = (findDates(words)[0] ?? findPartialDates(words)[0])?.span;
  if (day === undefined) return null;
  const title = words
    .slice(0, day.start)
    .replace(/(?:\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?)?\s*$/i, "")
    .trimEnd();
  return LAST_BUSINESS.test(title) && USUAL_BUSINESS.test(title) ? title : null;
}

/** "Finance - the following accounts were approved", bold throughout: only a sentence in small letters is cut off. */
function titleOfSetApart(words: string): string | null {
  const title = titleBeforeMark(words);
  if (title === null) return null;
  const rest = words.slice(words.indexOf(title) + title.length).replace(/^[\s:–—-]+/, "");
  return /^\p{Ll}/u.test(rest) && hasFiniteVerb(rest) ? title : null;
}

/** A title without full stop and what portals print behind it. */
export function titleSpan(context: PartContext, span: Span): Span {
  const words = context.source.text.slice(span.start, span.end);
  const tail = TITLE_TAIL.exec(words);
  const end = tail === null ? span.end : span.start + tail.index;
  return trimSpan(context.source, { start: span.start, end }, /[\s.:;–—-]/);
}

/** Whether the words behind a number are a title, not a sentence. `runIn`: the title that stands in front of text among them. */
export function isTitleLike(entry: FlowLine, number: ItemNumber, runIn: string | null): boolean {
  const { view } = entry.node;
  const from = entry.columnNumber === null ? number.end : 0;
  const words = view.text.slice(from);
  if (
    /^that\b/i.test(words) ||
    (/^to\b/i.test(words) && !AGENDA_VERB.test(words)) ||
    !/^["'“‘(£]?[\p{Lu}\d]/u.test(words) ||
    MARKER.test(words)
  )
    return false;
  // "B. Budget Request FY2017.": a stop behind a few words with capitals.
  const stopped = /^[^.]{3,60}(?=\.$)/.exec(words)?.[0];
  const isStopped = stopped !== undefined && !/\s\p{Ll}{5}/u.test(stopped);
  const title = emphasisedTitle(entry, from) ?? runIn ?? (isStopped ? stopped : words);
  const count = title.split(/\s+/).length;
  if (APPLICATION.test(words) && view.wordCount <= 25) return true;
  if (MOVER.test(words) && view.wordCount <= 25) return true;
  if ((startsEmphasised(entry) || view.isSetApart) && count <= 25) return true;
  if (count > 14 || hasFiniteVerb(title) || SENTENCE_WORD.test(title) || /[;,.]$/.test(title.trim())) return false;
  // "The officer drew attention to …", "In response to questions, officers:": a sentence, whatever its verb.
  return !(SENTENCE_OPENER.test(title.split(/\s/, 1)[0] ?? "") && PAST_VERB.test(title)) && !ADVERBIAL.test(title);
}

/** A short cell beside its number is all title, unless its type changes behind the title ("**Apologies** – as above") or an application's outcome follows. */
function titleInCell(entry: FlowLine, from: number): string | null {
  const isApplication = APPLICATION.test(entry.node.view.text.slice(from));
  return isApplication ? runInTitleOf(entry, from) : emphasisedTitle(entry, from);
}

/** How agendas name business: "To consider application 23/417". */
const AGENDA_VERB =
  /^to\s+(?:consider|receive|note|approve|discuss|agree|adopt|confirm|elect|appoint|review|accept|sign|hear)\b/i;

/** A planning application: its reference, then what and where. */
export const APPLICATION = /^(?:[A-Z]{1,5}\/)?\d{2,4}\/\d{3,6}(?:\/[A-Z]+)*\b/;

/** A motion under its mover: "Cllr. Scally: that this Council …". */
const MOVER = /^(?:Cllrs?|Councillors?|Ald|Dep)\b\.?\s[^:]{2,40}:\s*[Tt]hat\b/;

/** Words that open a decision or an action, not a title. */
const MARKER =
  /^(?:RESOLVED|Resolved|AGREED|Agreed|NOTED|Noted|RECOMMENDED|ACTION(?!\s+(?:SCHEDULE|LOG|LIST|PLAN|POINTS?|ITEMS?|TRACKER|REGISTER|SHEET)\b)|Action\s*:|DECISION)\b/;

/** How a sentence begins that has its subject later. */
const ADVERBIAL =
  /^(?:In (?:response|addition|relation|answer)|Following|After|During|With regard|As a result|At the|On the|There)\b/;
