/** "The Board agreed that …", "On the proposal of A, seconded by B, the Council resolved to …", "Members approved the accounts". */

import { DECISION_VERBS, PAPER_NOUNS } from "../vocabulary/decisions.js";
import { ADVERBS, clauseStarts, type DecisionPhrase, endOfClause, isElsewhere, isTold, toEnd } from "./deciding.js";
import { isMeeting } from "./meeting-subject.js";

const CLAUSE_VERBS = "resolved|resolves|agreed|agree|decided|determined|recommended|recommends|voted";
const OBJECT_VERBS =
  "approved|accepted|adopted|endorsed|ratified|elected|appointed|supported|confirmed|authorised|authorized|granted|rejected|refused|co-opted|noted|received|re-elected|re-appointed|tabled|postponed|deferred|continued(?=\\s+(?:the|this)\\s+(?:item|matter|(?:public\\s+)?hearing|application|case)\\b)";
const VERB = new RegExp(String.raw`(?<![\w-])(${ADVERBS})(${CLAUSE_VERBS}|${OBJECT_VERBS})\b`, "gi");
const VIEW_SIGN = /object|comment|observation|in\s+favour/i;
const NO_OBJECTION =
  /\b(?:had|has|have|raised?|made|offered|expressed|voiced|submitted|lodged)\s+(?:no\s+(?:objections?|comments?|observations?)|(?:strong\s+)?objections?)\b|\bobjected\s+(?:to|on)\b|\b(?:was|were)\s+in\s+favour\s+of\s+(?:the|this|these)\b/gi;

/** The decision of a sentence whose subject is the meeting itself. */
export function byMeeting(sentence: string, own: string | null): DecisionPhrase | null {
  for (const match of sentence.matchAll(VERB)) {
    const subject = subjectBefore(sentence, match.index, own);
    if (subject === null) continue;
    const phrase = predicate(sentence, subject, (match[2] ?? "").toLowerCase(), match.index + match[0].length);
    if (phrase !== null) return phrase;
  }
  if (!VIEW_SIGN.test(sentence)) return null;
  for (const match of sentence.matchAll(NO_OBJECTION)) {
    const subject = subjectBefore(sentence, match.index, own);
    if (subject === null || subject.isFar) continue;
    return { kind: "resolved", text: toEnd(sentence, subject.start), rule: "decision/view", confidence: 0.85 };
  }
  return null;
}

interface Subject {
  readonly start: number;
  /** Whether another verb stands between ("The Board discussed the scope and agreed …"). */
  readonly isFar: boolean;
}

const PARTICIPLE = /^(?:having|after|following|on|with|by|upon|subject|in)\b/i;

function subjectBefore(sentence: string, verbAt: number, own: string | null): Subject | null {
  const starts = clauseStarts(sentence, verbAt);
  let end = verbAt;
  let isFar = false;
  for (const start of starts.slice(0, 8)) {
    const words = sentence.slice(start, end).replace(/[\s,;:–—-]+$/, "");
    if (isMeeting(words, own)) return isTold(sentence.slice(0, start)) ? null : { start, isFar };
    // "The Committee, having read the report, agreed": what stands between the commas is passed over.
    if (PARTICIPLE.test(words) && /[,]\s*$/.test(sentence.slice(0, start))) end = start;
    if (/\b(?:and|but)\s+$/i.test(sentence.slice(0, verbAt)) && leadsClause(words, own)) {
      isFar = true;
      return isTold(sentence.slice(0, start)) ? null : { start, isFar };
    }
  }
  return null;
}

/** "The Board discussed the scope": the meeting with a verb of its own, which "and agreed" shares. */
function leadsClause(words: string, own: string | null): boolean {
  const lead =
    /^(.{2,60}?)\s+(?:then\s+|also\s+)?(?:discussed|debated|considered|reviewed|received|welcomed|thanked|examined|scrutinised|noted|heard|met|looked|read|had\s+a|was|were|felt|sympathi[sz]ed)\b/i.exec(
      words,
    );
  return lead !== null && isMeeting(lead[1] ?? "", own);
}

function predicate(sentence: string, subject: Subject, verb: string, verbEnd: number): DecisionPhrase | null {
  const after = sentence.slice(verbEnd);
  if (isElsewhere(after)) return null;
  return CLAUSE_VERBS.split("|").includes(verb)
    ? clauseVerb(sentence, subject, verb, verbEnd)
    : objectVerb(sentence, subject, verb, after);
}

const HOW =
  /^(?:,?\s+(?:unanimously|in\s+principle|\(?\d{1,2}\s*(?:[-–]|to)\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?\)?|by\s+(?:a\s+)?(?:(?:\d+|\w+)\s+votes?\s+to\s+(?:\d+|\w+)|consensus|majority|(?:unanimous\s+|roll\s+call\s+)?vote(?:\s+of\s+\d{1,2}\s*(?:[-–]|to)\s*\d{1,2})?|a\s+show\s+of\s+hands|all)|nem\.?\s*con\.?|after\s+(?:some\s+)?discussion),?)*/i;

function clauseVerb(sentence: string, subject: Subject, verb: string, verbEnd: number): DecisionPhrase | null {
  const how = HOW.exec(sentence.slice(verbEnd))?.[0].length ?? 0;
  const at = verbEnd + how;
  const rest = sentence.slice(at).replace(/^\s*[:,–-]?\s*/, "");
  const restAt = sentence.length - rest.length;
  const kind = DECISION_VERBS[verb] ?? "agreed";
  const made = (start: number, confidence: number) => ({
    kind,
    text: toEnd(sentence, start),
    rule: "decision/meeting-verb",
    confidence: subject.isFar ? confidence - 0.08 : confidence,
  });
  const that = /^that[\s,:]+(?=\S)/i.exec(rest);
  if (that !== null) return made(restAt + that[0].length, verb === "agree" ? 0.75 : 0.9);
  if (/^(?:not\s+)?to\s/i.test(rest)) return made(restAt, verb === "agree" ? 0.7 : 0.9);
  if (
    /^(?:with|to)\s+(?:the|this|these)\s+(?:above\s+)?(?:proposals?|recommendations?|suggestions?|request)\b/i.test(
      rest,
    )
  )
    return made(subject.start, 0.8);
  if (verb === "voted") return /^(?:in\s+favour\s+of|against|for)\s/i.test(rest) ? made(subject.start, 0.8) : null;
  if (verb === "decided" && /^on\s/i.test(rest)) return made(restAt, 0.75);
  if (
    rest === "" ||
    /^(?:with|on|in|at|upon|and|as|by|about|for|when|but|or|how|which|wholeheartedly|completely|strongly|fully)\b|^[.,;]/i.test(
      rest,
    )
  )
    return null;
  return made(restAt, 0.82);
}

const PAPER = new RegExp(
  String.raw`^\s+(?:(?:and\s+)?(?:noted|approved|accepted|adopted|endorsed|discussed)\s+)?(?:the|receipt|its|their|these|all|both|[A-Z])[\w’'&/-]*(?:\s+[\w’'&/-]+){0,8}?\s*\b(?:${PAPER_NOUNS})\b`,
);

/** "Trustees received the report." and no more. */
const RECEIVED =
  /^(?:[\w’'-]+\s+){1,3}received\s+the\s+(?:[\w’'-]+\s+){0,2}(?:reports?|updates?|accounts|minutes)\.?$/i;

/** "approved, 4-0, the appointment of …". */
const TALLY = /^,?\s+\(?\d{1,2}\s*[-–]\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?\)?,?(?=\s+\p{L})/u;

function objectVerb(sentence: string, subject: Subject, verb: string, behind: string): DecisionPhrase | null {
  const after = behind.slice(TALLY.exec(behind)?.[0].length ?? 0);
  if (
    subject.isFar &&
    /^(?:noted|received)$/.test(verb) &&
    !/^\s+(?:its|the|their)\s+(?:contents?|report|update|position)\b/i.test(after)
  )
    return null;
  // "confirmed that" and "accepted that" tell what was said; a bare or passive verb has no object.
  if (/^\s*$|^\s*[.,;]|^\s+(?:by|that|at|in|as|from|how|why|when|with|there|on)\b/i.test(after)) return null;
  if (/^\s+(?:him|her|them|me|us)\b/i.test(after) || (!subject.isFar && /^\s+it\b/i.test(after))) return null;
  const isPaper = verb === "noted" || verb === "received";
  if (
    verb === "received" &&
    !RECEIVED.test(sentence) &&
    !/^\s+and\s+(?:noted|approved|adopted|accepted|endorsed)\b/i.test(after)
  )
    return null;
  const isShort = sentence.split(/\s+/).length <= 9 && /^\s+(?:the|this|these|its)\s/i.test(after);
  if (isPaper && !isShort && !(PAPER.test(after) && sentence.split(/\s+/).length <= 40)) return null;
  const end = endOfClause(sentence, sentence.length - after.length);
  return {
    kind: DECISION_VERBS[verb.replace(/^re-/, "")] ?? "approved",
    text: { start: subject.start, end },
    rule: "decision/meeting-verb",
    confidence: verb === "received" ? 0.7 : isPaper ? 0.8 : verb === "confirmed" || verb === "supported" ? 0.8 : 0.9,
  };
}
