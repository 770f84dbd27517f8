/** "The minutes of … were taken as read and confirmed", "The accounts were approved", "This item was deferred to July", "Report noted". */

import { BUSINESS_NOUNS, DECISION_VERBS, PAPER_NOUNS } from "../vocabulary/decisions.js";
import {
  ADVERBS,
  clauseStarts,
  type DecisionPhrase,
  endOfClause,
  isElsewhere,
  isOwnAgent,
  isTold,
  toEnd,
} from "./deciding.js";

const VERBS =
  "approved|accepted|adopted|agreed|confirmed|ratified|endorsed|supported|noted|received|passed|carried|resolved|signed\\s+off|signed|moved(?=\\s+as\\b)|(?:deferred|tabled|postponed|adjourned|held\\s+over|put\\s+off|carried\\s+(?:over|forward))(?=\\s+(?:to|until|till)\\b)|granted|rejected|refused|recommended|authorised|taken\\s+as\\s+read";
/** Other verbs may stand before the one that decides: "were read, discussed and approved". */
const FIRST = String.raw`(?:(?:taken\s+as\s+(?:read|circulated)|read|[a-z]{3,}ed|put|gone\s+through|given|shown|set\s+out)\b[^.;]{0,140}?(?:\band\b|,)\s+(?:(?:was|were)\s+)?)?`;
const PASSIVE = new RegExp(
  String.raw`\b(was|were|be|is|are)\s+(?:all\s+|both\s+)?${ADVERBS}${FIRST}${ADVERBS}(${VERBS})\b`,
  "gi",
);
const DEFERRED = /^(?:deferred|tabled|postponed|adjourned|held|put|carried\s)/;
const BUSINESS = new RegExp(String.raw`\b(?:${BUSINESS_NOUNS})\b`, "i");
const PAPER = new RegExp(String.raw`\b(?:${PAPER_NOUNS})\b`, "i");
const REFERS =
  /^(?:these|they|both|all|this|the\s+above|this\s+item|the\s+(?:item|matter)|the\s+following(?:\s+\w+)?|that)$/i;
/** Subjects of talk: what is agreed or accepted of them is no business of the meeting. */
const TALK = /^(?:it|he|she|there|concerns?|points?|issues|matters|questions?|comments?|thanks|which|who|what)\b/i;

/** The decision that a sentence in the passive states, its subject being business. */
export function passive(sentence: string, own: string | null): DecisionPhrase | null {
  for (const match of sentence.matchAll(PASSIVE)) {
    const verb = (match[2] ?? "").toLowerCase().replace(/\s+/g, " ");
    const verbEnd = match.index + match[0].length;
    const after = sentence.slice(verbEnd);
    const aux = (match[1] ?? "").toLowerCase();
    if (isElsewhere(after) || isPast(sentence, match.index, aux) || isOthers(after, own)) continue;
    const subject = subjectBefore(sentence, match.index, verb, after);
    if (subject === null) continue;
    return {
      kind: DEFERRED.test(verb)
        ? "other"
        : verb === "taken as read"
          ? "approved"
          : (DECISION_VERBS[verb] ?? "approved"),
      text: { start: subject.start, end: endOfClause(sentence, verbEnd) },
      rule: DEFERRED.test(verb) ? "decision/deferred" : "decision/passive",
      confidence: subject.confidence,
    };
  }
  return null;
}

/** "had been agreed", "will be approved", "could not be approved": earlier, not yet, or not at all. */
function isPast(sentence: string, at: number, aux: string): boolean {
  const before = sentence.slice(0, at);
  if (aux === "be")
    return (
      !/^(?:that\s+)?(?:the\s+)?(?:minutes|accounts|report)\b/i.test(sentence) ||
      /\b(?:will|would|could|should|may|might|can|cannot|must|not|to|never|shall|needs?\s+to)\s*$/i.test(before)
    );
  return /\b(?:if|when|until|unless|once|whether|by\s+the\s+time)\b[^,]*$/i.test(before);
}

/** "approved by the Home Office": somebody else's decision. */
function isOthers(after: string, own: string | null): boolean {
  const agent = /^(?:\s+(?:in\s+principle|unanimously|and\s+\w+))?\s+by\s+([^,.;(]+)/i.exec(after)?.[1];
  if (agent === undefined) return false;
  return (
    !isOwnAgent(agent, own) &&
    !/^(?:the\s+)?(?:chair|clerk|[A-Z][\w.’'-]*\s+(?:[A-Z][\w.’'-]*\s+)*(?:and|&)\s)/i.test(agent) &&
    !/^[A-Z]{2,3}\b/.test(agent)
  );
}

interface Subject {
  readonly start: number;
  readonly confidence: number;
}

function subjectBefore(sentence: string, at: number, verb: string, after: string): Subject | null {
  for (const start of clauseStarts(sentence, at)) {
    const words = sentence.slice(start, at).trim();
    if (words === "" || words.split(/\s+/).length > 40) continue;
    const confidence = weigh(words, verb, after);
    if (confidence === null) continue;
    // Names of papers have commas and "and" in them: the words from the start of the sentence are one subject if no verb stands in them.
    const lead = sentence.slice(0, start);
    const isRunIn = start > 0 && /[\w)]\s$/.test(lead) && /^[A-Z]/.test(words);
    const isMoved = /^on\s+(?:the\s+|a\s+)?(?:proposal|proposition|motion)\b/i.test(lead);
    const isShared =
      /\b(?:was|were)\s+(?:discussed|considered|reviewed|presented|circulated|scrutinised|read|received|noted|examined)\b[^,;]*\band\s+$/i.test(
        lead,
      );
    const from = isRunIn || isMoved || (hasVerb(lead) && !isShared) ? start : runIn(lead);
    if (isTold(sentence.slice(0, start)) || (from > 0 && /\bthat\s*$/i.test(sentence.slice(0, start)))) return null;
    return { start: from, confidence };
  }
  return null;
}

/** Where the text begins behind a title that runs into it. */
function runIn(lead: string): number {
  return [...lead.matchAll(/(?<=[a-z\d)]\s)(?:The|These|This)\s/g)].at(-1)?.index ?? 0;
}

function weigh(words: string, verb: string, after: string): number | null {
  if (
    TALK.test(words) ||
    /\b(?:which|who)$/i.test(words) ||
    /\bproposed\s+(?:an?|that|to)\b/i.test(words) ||
    /^\s+(?:to\s+be|upon)\b/i.test(after)
  )
    return null;
  if (DEFERRED.test(verb)) return words.split(/\s+/).length <= 20 ? 0.85 : null;
  if (verb === "noted" || verb === "received")
    return (verb === "noted"
      ? PAPER
      : /^(?:the|this|a|an|cllr|mr)\b.*\b(?:reports?|accounts|statements?|minutes)\b/i
    ).test(words) && !/^\s+(?:that|from|by|in|as|on|at|for)\b/i.test(after)
      ? verb === "noted"
        ? 0.85
        : 0.75
      : null;
  if (verb === "taken as read") return /\bminutes\b/i.test(words) ? 0.9 : null;
  if (/^\s+with\b/i.test(after) && !WITH_CHANGES.test(after)) return null;
  // Planning applications are granted and refused by others; a parish only has a view.
  if (/\b(?:application|permission|planning)\b/i.test(words) && /^(?:refused|granted|approved|rejected)$/.test(verb))
    return null;
  if (REFERS.test(words)) return /^(?:this|that)$/i.test(words) ? null : 0.75;
  if (/\b(?:that|which|who)\b/i.test(words) && !BUSINESS.test(words.split(/\b(?:that|which|who)\b/i, 1)[0] ?? ""))
    return null;
  if (verb === "confirmed" && /^\s+(?:that|as\s+(?:£|\d)|for\b|to\b|at\b)/i.test(after)) return null;
  if (verb === "signed" && !/\bminutes\b/i.test(words)) return null;
  if (verb === "resolved" || verb === "recommended") return null;
  if (/\b(?:apolog(?:y|ies)|reasons?)\b/i.test(words)) return /^(?:accepted|approved)$/.test(verb) ? 0.75 : null;
  if (/\b(?:minutes|notes\s+(?:of|from))\b/i.test(words)) return 0.93;
  if (BUSINESS.test(words)) return /^(?:refused|granted|passed|received)$/.test(verb) ? 0.7 : 0.87;
  const isStrong = /£\s*\d/.test(words) || /^\s*(?:unanimously|by\s+all|nem)/i.test(after);
  return isStrong && /^(?:approved|agreed|accepted|adopted)$/.test(verb) ? 0.75 : null;
}

/** "approved with corrections", "approved with one minor change". */
const WITH_CHANGES =
  /^\s+with\s+(?:(?:the|a|an|one|two|three|minor|small|following|no|some|these|agreed|noted)\s+)*(?:corrections?|amendments?|changes?|revisions?|additions?|edits?|conditions?)\b/i;

function hasVerb(words: string): boolean {
  return (
    /\b(?:was|were|is|are|has|have|had|will|would|reported|said|asked|advised|presented|explained|thanked|gave|signed|stood|proposed|discussed)\b/i.test(
      words,
    ) || /\b(?:recognising|having|following|after|due|because|given|as)\b/i.test(words)
  );
}

const PAPERS = String.raw`(?:the\s+|these\s+|all\s+)?(?:[\w’'&/-]+\s+){0,4}?(?:${BUSINESS_NOUNS}|${PAPER_NOUNS}|apologies)\b[^.:;]{0,90}?`;
const OUTCOMES =
  "approved|accepted|adopted|agreed|confirmed|noted|received|ratified|signed|passed|deferred|tabled|postponed|held\\s+over|put\\s+off|referred\\s+back|no\\s+comments?|awarded|refused|granted|rejected";
const VERDICT = String.raw`(?:(?:received|read|reviewed|circulated|checked|taken\s+as\s+read)(?:\s+and|,)\s+)?(?:duly\s+|unanimously\s+|all\s+|were\s+)?(${OUTCOMES})(?:\s*(?:,|and|&)\s*(?:duly\s+)?(?:signed|approved|adopted|noted))?(?:,?\s+(?:as|for|by\s+all|by\s+the\s+chair|by\s+consensus|unanimously|with(?:out|\s+no|\s+one|\s+an?|\s+the)?|subject\s+to|nem|in\s+(?:full|principle)|to|until|till|pending|outwith|and\s+signed)\b[^.;]{0,60})?`;
/** "Minutes of the last meeting: approved.", "Report noted." */
const TERSE_PAPER = new RegExp(String.raw`^${PAPERS}(?:\s*[:–-]\s*|\s+)${VERDICT}\s*\.?$`, "i");
/** "Approved and signed as correct.", "All approved for payment.": an outcome without a subject. */
const TERSE = new RegExp(String.raw`^(?:(?:all|both|these|they)\s+)?${VERDICT}\s*\.?$`, "i");
const FINITE_BEFORE = /\b(?:is|are|has|have|had|will|would|be|been|to|not|that|which|if|when|as|who)\b/i;

const OUTCOME = new RegExp(String.raw`\b(?:${OUTCOMES})`, "i");

/** Whether words hold an outcome at all, in a few words or in many. */
export function holdsOutcome(words: string): boolean {
  return OUTCOME.test(words);
}

/** An outcome in a few words. */
export function terse(sentence: string): DecisionPhrase | null {
  if (!holdsOutcome(sentence)) return null;
  const count = sentence.split(/\s+/).length;
  const bare = count <= 14 ? TERSE.exec(sentence) : null;
  const verb = bare?.[1]?.toLowerCase().replace(/\s+/g, " ");
  // "Noted" and "Agreed" alone may answer anybody.
  if (verb !== undefined && (count >= 2 || verb === "approved"))
    return {
      kind: DECISION_VERBS[verb] ?? "other",
      text: toEnd(sentence, 0),
      rule: "decision/terse",
      confidence: 0.75,
    };
  const paper = count <= 25 ? TERSE_PAPER.exec(sentence) : null;
  const outcome = paper?.[1]?.toLowerCase();
  if (
    paper === null ||
    outcome === undefined ||
    /^(?:refused|granted|awarded|rejected|passed|deferred|tabled|postponed|held|put|referred|signed|no\s)/.test(outcome)
  )
    return null;
  if (outcome === "received" && !/\band\s+(?:noted|adopted|approved)\b/i.test(sentence)) return null;
  const subject = sentence.slice(0, sentence.toLowerCase().lastIndexOf(outcome));
  if (/,/.test(subject) || FINITE_BEFORE.test(subject) || count < 2) return null;
  return {
    kind: DECISION_VERBS[outcome] ?? "approved",
    text: toEnd(sentence, 0),
    rule: "decision/terse-paper",
    confidence: 0.8,
  };
}
