/** Sentences that state a decision: "It was agreed that …", "The Board approved …", "The minutes of … were confirmed", "A Smith was elected Chair". */

import type { Span } from "../../model/source.js";
import { DECISION_MARKERS, DECISION_VERBS, mayOpenWithMarker } from "../vocabulary/decisions.js";
import { ownClause } from "./clause-ends.js";
import { ADVERBS, type DecisionPhrase, isElsewhere, isOwnAgent, isTold, toEnd } from "./deciding.js";
import { byMeeting } from "./decision-by-meeting.js";
import { elected } from "./decision-elected.js";
import { holdsOutcome, passive, terse } from "./decision-passive.js";
import { isMeeting } from "./meeting-subject.js";
import { cutMovers } from "./motion.js";
import { findVote } from "./vote.js";

/** Every deciding sentence has one of these stems; the rest is passed over without a closer look. */
const STEMS =
  /resol|agree|decid|decision|determin|recommend|approv|accept|adopt|ratif|endors|confirm|elect|appoint|co-opt|carried|pass|not(?:ed|ing)|receiv|support|defer|withdr|read|sign|mov|object|authori|outcome|consensus|grant|reject|refus|nem|unanim|vot|held|put\s+off|tabled|postpon|comment|award/i;

/** The decision that a sentence states; null where it only reports, asks or discusses. `own`: the names of the body that met. */
export function readDecision(sentence: string, own: string | null = null): DecisionPhrase | null {
  if (!STEMS.test(sentence) || /\?["'”’)]*$/.test(sentence)) return null;
  const found =
    marked(sentence, own) ??
    impersonal(sentence, own) ??
    byMeeting(sentence, own) ??
    elected(sentence, own) ??
    passive(sentence, own) ??
    consented(sentence, own) ??
    subjectless(sentence) ??
    terse(sentence);
  if (found !== null) return { ...found, text: cutMovers(sentence, found.text) };
  // "Accounts approved, prop Ada Quill, sec Ben Marl.", "Minutes of 3 May approved (no objections)."
  if (!holdsOutcome(sentence)) return null;
  const clause = ownClause(sentence);
  return clause.end < sentence.length && clause.start === 0 ? terse(sentence.slice(0, clause.end)) : null;
}

/** "Appointment of the clerk: Resolved 16/05/5.1 …": a numbered marker inside a line. */
const NUMBERED_MARKER =
  /\b(?:resolved|resolution|agreed)\s+\(?[A-Z]{0,4}[-/\\]?\d{1,4}(?:[-./\\]\d{1,4})+[a-z]?\)?\s*[:.–-]?\s*(?=\S)/gi;

/** "Meeting with the miller Agreed to defer": a marker in the middle of a sentence shows by its capital, if no verb leads to it. */
const CAPITAL_MARKER =
  /(?<!\b(?:[Ww]as|[Ww]ere|[Ii]s|[Aa]re|[Bb]een|[Bb]e|[Aa]nd|[Ii]t|[Dd]uly|[Uu]nanimously|[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Mm]eeting|[Mm]embers|[Tt]rustees|[Gg]overnors|[Cc]ouncillors)\s{1,3})(?<=[\w).’'"–-]\s{1,3})(?:(?:RESOLVED|AGREED)(?=\s*[:–-]|\s+(?:that|to|THAT|TO)\b)|(?:Resolved|Agreed)(?=\s*:|\s+(?:that|to)\b))/g;

/** A word of both, behind something. */
const INNER_MARKER_SIGN = /[\s\S](?:resolved|resolution|agreed)/i;

/** "RESOLVED that …" inside a paragraph or behind a number. */
function marked(sentence: string, own: string | null): DecisionPhrase | null {
  const inner = INNER_MARKER_SIGN.test(sentence)
    ? [...sentence.matchAll(NUMBERED_MARKER), ...sentence.matchAll(CAPITAL_MARKER)].at(-1)
    : undefined;
  const start = inner === undefined ? 0 : inner.index;
  const words = sentence.slice(start);
  if (!mayOpenWithMarker(words)) return null;
  for (const [pattern, kind] of DECISION_MARKERS) {
    const match = pattern.exec(words);
    const rest = match === null ? "" : words.slice(match[0].length);
    if (match === null || rest.split(/\s+/).length < 2 || /^by\b/i.test(rest)) continue;
    const from = start + match[0].length;
    return { kind, text: clauseAt(sentence, from, own), rule: "decision/marker", confidence: 0.95 };
  }
  return null;
}

/** "RESOLVED: It was agreed to …" has two markers; both are cut. */
export function clauseAt(sentence: string, from: number, own: string | null = null): Span {
  const rest = sentence.slice(from);
  const inner = /^(?:it|the)\s/i.test(rest) ? (impersonal(rest, own) ?? ledByMeeting(rest, own)) : null;
  return inner === null ? toEnd(sentence, from) : { start: from + inner.text.start, end: from + inner.text.end };
}

function ledByMeeting(rest: string, own: string | null): DecisionPhrase | null {
  const found = byMeeting(rest, own);
  return found !== null && found.text.start > 0 ? found : null;
}

const LEADLESS =
  /^(?:after\s+[^,]{3,40},\s+|(?:talked|discussed|considered|debated|reviewed|looked|discussion)\b[^,.;]{3,90}(?:[,;–-]|\band\b)\s*(?:and\s+)?)(?:it\s+was\s+|was\s+)?(?:unanimously\s+)?(agreed|decided|resolved)\s+(?:that\s+)?(?=\S)/i;
const AGREED_WHAT =
  /^(?:agreed|decided)\s+(?!(?:with|by|on|at|in|upon|and|as|for|actions?|minutes|unanimously|to\s+differ|date|or|but|next)\b)(?=\S)/i;

/** "Discussed the fair, decided to hand out leaflets", "Agreed a budget of £150": notes that leave out who. */
function subjectless(sentence: string): DecisionPhrase | null {
  const match = LEADLESS.exec(sentence) ?? AGREED_WHAT.exec(sentence);
  if (match === null || sentence.slice(match[0].length).split(/\s+/).length < 2) return null;
  if (NO_CLAUSE.test(sentence.slice(match[0].length))) return null;
  return { kind: "agreed", text: toEnd(sentence, match[0].length), rule: "decision/subjectless", confidence: 0.72 };
}

const BY = String.raw`\s+by\s+((?:(?!that\b|to\b)[\w’'-]+\s+){0,8}?[\w’'-]+)(?=\s+(?:that|to|not\s+to)\b|\s*[,:])`;
const HOW = String.raw`(?:,?\s+(?:unanimously|by\s+(?:\d+|\w+)\s+votes?\s+to\s+(?:\d+|\w+)|in\s+principle|provisionally|nem\.?\s*con\.?,?|on\s+a\s+show\s+of\s+hands|after\s+(?:some\s+|a\s+|much\s+)?(?:discussion|vote|debate)|with\s+\w+\s+abstentions?),?)*`;
const IMPERSONAL = new RegExp(
  String.raw`\b(?:it|this)\s+(?:was|is)\s+${ADVERBS}(?:(proposed|moved|suggested|discussed|considered|put\s+to\s+(?:the|a)\s+vote)\b.{0,200}?(?:\band\b|[,;])\s+(?:it\s+was\s+)?${ADVERBS})?(resolved|agreed|decided|determined|recommended|voted|carried|approved|supported)\b${HOW}(?:${BY})?`,
  "gi",
);

const CONSENSUS_SIGN = /consensus|agreement|decision/i;
const CONSENSUS =
  /\b(?:there\s+was\s+(?:a\s+)?(?:general|unanimous|broad|full|clear)?\s*(?:agreement|consensus)|the\s+(?:general\s+)?consensus\s+was|agreement\s+was\s+reached|it\s+was\s+the\s+(?:unanimous\s+)?(?:decision|consensus)\s+of\s+the\s+(?:meeting|council|board|committee))\s+(?:that\s+|(?=to\s))/i;

/** "It was (unanimously) agreed (by all) that/to …": not "agreed at the last meeting that", not "has been agreed". */
function impersonal(sentence: string, own: string | null): DecisionPhrase | null {
  const consensus = CONSENSUS_SIGN.test(sentence) ? CONSENSUS.exec(sentence) : null;
  if (consensus !== null && !isTold(sentence.slice(0, consensus.index))) {
    const from = consensus.index + consensus[0].length;
    return { kind: "agreed", text: toEnd(sentence, from), rule: "decision/consensus", confidence: 0.75 };
  }
  for (const match of sentence.matchAll(IMPERSONAL)) {
    const verb = (match[2] ?? "agreed").toLowerCase();
    // "It is recommended that the Board approves": what a report asks for.
    if (verb === "recommended" && /^\w+\s+is\b/i.test(match[0])) continue;
    const end = match.index + match[0].length;
    if (/^(?:carried|approved)$/.test(verb) && match[1] === undefined) continue;
    if (match[3] !== undefined && !isOwnAgent(match[3], own)) continue;
    const after = sentence.slice(end);
    if (isElsewhere(after) || isTold(sentence.slice(0, match.index))) continue;
    const start = complement(after, verb === "supported");
    if (start === null) continue;
    return {
      kind: DECISION_VERBS[verb] ?? "agreed",
      // "As it is in the budget it was agreed this could be paid": only the whole says what.
      text: toEnd(sentence, REASON.test(sentence) && PRONOUN_CLAUSE.test(after.slice(start)) ? 0 : end + start),
      rule: "decision/it-was",
      confidence: 0.93,
    };
  }
  return null;
}

/** "By consensus, staff was directed to …": whatever follows is decided. */
const BY_CONSENSUS =
  /^by\s+(?:general\s+|unanimous\s+|common\s+)?(?:consensus|consent|agreement|acclamation)\s*,\s*(?=\S)/i;
/** "He had them put back at a cost of £310, which was approved." */
const WHICH_WAS =
  /,?\s+(?:which|and\s+this|this)\s+(?:was|were)\s+(?:duly\s+|unanimously\s+|all\s+)?(?:approved|agreed|accepted|adopted|ratified)(?:\s+(?:unanimously|by\s+all|by\s+the\s+(?:council|committee|board|meeting)))?\.?$/i;

/** "Winter social: a quiz (vote 5 to 2)": the tally behind a few words shows that they were put to a vote. */
const VOTED =
  /(?<=\w)\s*(\((?:[^()]*\b(?:votes?|for|favou?r|against)\b[^()]*|\d{1,2}\s*[-–]\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\))\.?$/;

/** "Ms Quill suggested a sale in May, to which the Committee agreed." */
const ASSENT =
  /[,;]\s+(?:to|with)\s+which\s+((?:[\w’'-]+\s+){1,6}?)(?:all\s+|unanimously\s+|readily\s+)?(?:agreed|concurred|assented|consented)\.?$/i;

function consented(sentence: string, own: string | null): DecisionPhrase | null {
  const consensus = BY_CONSENSUS.exec(sentence);
  if (consensus !== null && sentence.split(/\s+/).length > 5)
    return { kind: "agreed", text: toEnd(sentence, consensus[0].length), rule: "decision/consensus", confidence: 0.85 };
  const voted = /\)\.?$/.test(sentence) ? VOTED.exec(sentence) : null;
  if (voted !== null && findVote(voted[1] ?? "").votesFor !== null) {
    const start = /^[\w’' -]{2,30}:\s+/.exec(sentence)?.[0].length ?? 0;
    return { kind: "resolved", text: { start, end: voted.index }, rule: "decision/voted", confidence: 0.75 };
  }
  const assent = ASSENT.exec(sentence);
  if (assent !== null && isMeeting(assent[1] ?? "", own) && sentence.split(/\s+/).length <= 50)
    return { kind: "agreed", text: toEnd(sentence, 0), rule: "decision/assent", confidence: 0.8 };
  if (!WHICH_WAS.test(sentence) || sentence.split(/\s+/).length > 40) return null;
  return { kind: "approved", text: toEnd(sentence, 0), rule: "decision/which-was", confidence: 0.7 };
}

const REASON = /^(?:as|since|because|given)\b/i;
const PRONOUN_CLAUSE = /^\s*(?:this|it|these|they)\s+(?:\w+\s+){1,3}\w+\.?$/i;
const NO_CLAUSE =
  /^(?:with|on|in|at|upon|and|as|by|about|for|when|but|or|between|among|amicably|satisfactorily|quickly|later|after|before|because|since|of|from|until|subject|only|however|how|which)\b/i;
const MODAL = /\b(?:should|would|will|could|can|may|must|shall|be|is|are|was|were|needs?|remains?|continues?)\b/i;
const DETERMINER = /^(?:the|this|these|those|we|all|no|an?|each|both|there|any|it|our|up|£|\d)/i;

/** Where the clause begins behind "It was agreed": "to" belongs to it, "that" does not; null where none follows. */
function complement(after: string, isVerbOnly: boolean): number | null {
  const lead = /^\s*[,:;–-]?\s*/.exec(after)?.[0].length ?? 0;
  const rest = after.slice(lead);
  const that = /^(?:that|the\s+following\s*:)[\s,:]*/i.exec(rest);
  if (that !== null) return rest.length > that[0].length ? lead + that[0].length : null;
  if (/^(?:not\s+)?to\s/i.test(rest)) return lead;
  if (isVerbOnly || rest === "" || NO_CLAUSE.test(rest) || !/^[\s,:]/.test(after)) return null;
  const isClause = DETERMINER.test(rest) ? rest.split(/\s+/).length >= 3 : MODAL.test(rest);
  return isClause || /^\s*:/.test(after) ? lead : null;
}
