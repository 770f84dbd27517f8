/** Sentences of prose that state a decision: "It was agreed that …", "The Board approved …", "The minutes were confirmed …". */

import type { DecisionKind } from "../../model/minutes.js";
import type { Span } from "../../model/source.js";
import { DECISION_MARKERS, DECISION_VERBS, MEETING_WORDS } from "../vocabulary/decisions.js";
import { findMovers } from "./motion.js";

export interface DecisionPhrase {
  readonly kind: DecisionKind;
  /** The clause without its marker ("It was agreed that"); the whole sentence where the marker is its verb. */
  readonly text: Span;
  readonly rule: string;
}

const VERBS = Object.keys(DECISION_VERBS).join("|");

/** "It was (unanimously) agreed (by all) that/to …": not "agreed at the last meeting that", not "has been agreed". */
const IMPERSONAL =
  /(?:^|[;,:.]\s+|\b(?:and|so|therefore|then|as)\s+)(?:it|this)\s+was\s+(?:(?:then|therefore|also|further|subsequently)\s+)?(?:unanimously\s+)?(?:(?:proposed|moved)\b.{0,80}?\band\s+(?:unanimously\s+)?)?(resolved|agreed|decided|recommended)(?:\s+unanimously)?(?:\s+by\s+(?:all|everyone|members|councillors)(?:\s+present)?)?[\s,:]+(that\b|to\b|not to\b|(?=(?:the|this|these|we|all|no|an?|each|both|there)\s+(?!(?:last|previous|first|meeting|time)\b)))\s*[:,]?\s*/i;

/** "The Board agreed that/to …". */
const BY_MEETING =
  /^((?:the\s+|all\s+)?[\w’'&-]+(?:\s+[\w’'&-]+){0,6}?)\s+(?:then\s+|also\s+|therefore\s+)?(?:unanimously\s+)?(resolved|agreed|decided|recommended|approved|accepted|adopted|endorsed|ratified|elected|appointed|supported|noted(?=\s+(?:the|receipt|its|their)\b))(?:\s+unanimously)?\s+(that\s+|to\s+)?/i;

/** "The minutes of … were taken as read and confirmed …", "The accounts were approved". */
const PASSIVE = new RegExp(
  String.raw`\b(?:was|were|be|is|are)\s+(?:then\s+|duly\s+|all\s+|both\s+)?(?:unanimously\s+)?(?:(?:taken\s+as\s+read|read|circulated|agreed|proposed|accepted|reviewed|checked|seconded)[^.;]{0,80}?\band\s+)?(?:duly\s+|unanimously\s+|formally\s+)?(${VERBS}|signed|agreed|moved(?=\s+as\b))\b(?!\s+(?:to\s+(?:be|have)|at\s+(?:the|a)\s+(?:last|previous|first)|in\s+\d))`,
  "i",
);

/** What a meeting approves in the passive: other subjects only report ("the licence was approved by the Home Office"). */
const PASSIVE_SUBJECT =
  /^(?:these|they|both|all)\s+(?=(?:was|were)\s+(?:then\s+|duly\s+)?(?:unanimously\s+)?(?:approved|accepted|confirmed|adopted|agreed|signed|moved\s+as))|^(?:the|these|those|both|all|this|previous|last|above)?\s*(?:[\w’'&-]+\s+){0,5}?(?:minutes|accounts?|reports?|budgets?|proposals?|motions?|recommendations?|resolutions?|polic(?:y|ies)|terms\s+of\s+reference|payments?|invoices?|precept|plan|strategy|amendments?|statement|return|constitution|quotation|quote|expenditure|apologies|schedule|agenda|document|request|grant|transactions|cheques|allowances|annex|appointments?|standing\s+orders?|donations?|costs?)\b/i;

/** Past agreements, told and not made here. */
const REPORTED =
  /\b(?:had|has|have)\s+(?:already\s+|previously\s+|also\s+)?(?:been\s+)?(?:agreed|resolved|approved|decided)\b|\b(?:agreed|approved|resolved)\s+(?:at|by|in|during)\s+(?:the\s+)?(?:last|previous|first|earlier|recent|an?|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b|\bpreviously\s+agreed\b/i;

/** The decisions that a sentence states, in order; none where it only reports or discusses. */
export function readDecision(sentence: string): DecisionPhrase | null {
  return (
    marked(sentence) ??
    moved(sentence) ??
    impersonal(sentence) ??
    byMeeting(sentence) ??
    elected(sentence) ??
    passive(sentence) ??
    terse(sentence)
  );
}

/** "RESOLVED that …" inside a paragraph or behind a number. */
function marked(sentence: string): DecisionPhrase | null {
  for (const [pattern, kind] of DECISION_MARKERS) {
    const match = pattern.exec(sentence);
    const rest = match === null ? "" : sentence.slice(match[0].length);
    if (match !== null && rest.split(/\s+/).length >= 2)
      return { kind, text: toEnd(sentence, match[0].length), rule: "decision/marker" };
  }
  return null;
}

/** "A Smith proposed that the minutes be accepted, seconded by B Jones": what stands between the two. */
const PROPOSED_AND_SECONDED =
  /\b(?:proposed|moved)\s+(?!by\b)(?:that\s+)?(\S.{8,250}?)[\s,;]*(?:and\s+)?(?:this\s+was\s+)?seconded\s+by\b/;

/** "Proposed by A Smith, seconded by B Jones: that …", "A Smith proposed and B Jones seconded that …". What is only moved is decided where the sentence (or a vote) says so. */
function moved(sentence: string): DecisionPhrase | null {
  const movers = findMovers(sentence);
  if (movers === null || movers.seconder === null) return null;
  const between = PROPOSED_AND_SECONDED.exec(sentence.slice(movers.span.start, movers.span.end));
  if (between?.[1] !== undefined) {
    const start = movers.span.start + (between.index + between[0].indexOf(between[1]));
    return { kind: "resolved", text: { start, end: start + between[1].length }, rule: "decision/moved" };
  }
  const behind =
    /^[\s,:;–-]*(?:and\s+(?:it\s+was\s+)?(?:unanimously\s+)?(?:agreed|resolved|carried|approved)\s*)?(?=that\b)/i.exec(
      sentence.slice(movers.span.end),
    );
  if (behind === null) return null;
  return { kind: "resolved", text: toEnd(sentence, movers.span.end + behind[0].length), rule: "decision/moved" };
}

/** "A Smith was re-elected Chair", "Chair: A Smith was elected unopposed". */
const ELECTED =
  /^(?:[A-Z][\w ]{2,30}:\s*)?(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.?\s+)?[A-Z][\w’'.-]*(?:\s+(?:[A-Z][\w’'.-]*|and|&)){0,6}\s+(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+)?(?:re-?)?(?:elected|appointed|co-opted|confirmed as)\b/;

function elected(sentence: string): DecisionPhrase | null {
  if (!ELECTED.test(sentence) || MEETING_WORDS.test(sentence.split(/\s+(?:was|were)\s/, 1)[0] ?? "")) return null;
  return { kind: "elected", text: toEnd(sentence, 0), rule: "decision/elected" };
}

function impersonal(sentence: string): DecisionPhrase | null {
  const match = IMPERSONAL.exec(sentence);
  if (match === null) return null;
  const verb = (match[1] ?? "agreed").toLowerCase();
  const after = match.index + match[0].length;
  // "to" belongs to the clause: "to defer the item"; "that" is part of the marker.
  const start =
    (match[2] ?? "") === "" || /that/i.test(match[2] ?? "")
      ? after
      : after - (match[0].length - match[0].lastIndexOf(match[2] ?? ""));
  return { kind: DECISION_VERBS[verb] ?? "agreed", text: toEnd(sentence, start), rule: "decision/it-was" };
}

function byMeeting(sentence: string): DecisionPhrase | null {
  const match = BY_MEETING.exec(sentence);
  if (match === null || REPORTED.test(sentence)) return null;
  const [whole, who = "", verb = ""] = match;
  if (!MEETING_WORDS.test(who.trim())) return null;
  const isClause = /^(?:resolved|agreed|decided|recommended)$/i.test(verb);
  if (!isClause && (match[3] ?? "") !== "") return null;
  // "The Board agreed with the Chair" is no decision; "agreed the budget" is.
  if (isClause && /^(?:with|on|in|at|upon|and|,)\b/i.test(sentence.slice(whole.length))) return null;
  const to = /to\s+$/i.test(match[3] ?? "") ? (match[3] ?? "").length : 0;
  const start = isClause ? whole.length - to : 0;
  return {
    kind: DECISION_VERBS[verb.toLowerCase()] ?? "agreed",
    text: toEnd(sentence, start),
    rule: "decision/meeting-verb",
  };
}

function passive(sentence: string): DecisionPhrase | null {
  const match = PASSIVE.exec(sentence);
  if (match === null || !PASSIVE_SUBJECT.test(sentence) || REPORTED.test(sentence)) return null;
  const subject = sentence.slice(0, match.index);
  // "will be approved", "could not be approved": not yet, or not at all.
  if (
    /^be\b/i.test(match[0]) &&
    /\b(?:will|would|could|should|may|might|can|cannot|must|not|to|never)\s*$/i.test(subject)
  )
    return null;
  if (
    /[.;]/.test(subject.replace(/\b\d+\.\d+|\b(?:Cllr|Mr|Mrs|No|Dr)\./g, "")) ||
    /\b(?:if|when|until|unless|once|whether|by\s+the\s+time)\b/i.test(subject)
  )
    return null;
  const verb = (match[1] ?? "").toLowerCase();
  if (verb === "withdrawn" || verb === "deferred" || verb === "nominated" || verb === "passed") return null;
  if (
    (verb === "received" || verb === "noted") &&
    !/\b(?:report|update|minutes|accounts?|statement|correspondence)\b/i.test(subject)
  )
    return null;
  const kind = verb === "signed" ? "approved" : (DECISION_VERBS[verb] ?? "approved");
  return {
    kind,
    text: { start: 0, end: endOfClause(sentence, match.index + match[0].length) },
    rule: "decision/passive",
  };
}

/** "Approved and signed as correct.", "All approved for payment.": an outcome without a subject. */
const TERSE =
  /^(?:(?:circulated|read)(?:\s+and)?,?\s+)?(?:(?:all|both)\s+)?(approved|accepted|adopted|agreed|noted)(?:\s*(?:,|and|&)\s*(?:duly\s+)?(?:signed|approved|adopted))?(?:\s+(?:as|for|by\s+all|unanimously|without)\b[^.;]{0,50})?\.?$/i;

function terse(sentence: string): DecisionPhrase | null {
  const match = TERSE.exec(sentence);
  const verb = match?.[1]?.toLowerCase();
  // "Noted" and "Agreed" alone may answer anybody.
  if (verb === undefined || (sentence.split(/\s+/).length < 2 && verb !== "approved")) return null;
  return { kind: DECISION_VERBS[verb] ?? "approved", text: toEnd(sentence, 0), rule: "decision/terse" };
}

/** The clause ends where somebody is given a task: "… was supported and MC has agreed to …". */
function endOfClause(sentence: string, from: number): number {
  const task =
    /\s+(?:and|but|,)\s+(?:the\s+)?[A-Z][\w.’' -]{0,30}?\s+(?:will|to|has agreed|agreed|was asked|would)\b/.exec(
      sentence.slice(from),
    );
  return task === null ? toEnd(sentence, 0).end : from + task.index;
}

function toEnd(sentence: string, start: number): Span {
  const rest = sentence.slice(start);
  return { start: start + (rest.length - rest.trimStart().length), end: start + rest.trimEnd().length };
}
