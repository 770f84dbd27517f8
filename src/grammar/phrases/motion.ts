/** Sentences about a motion: what is moved, who moves and seconds it, and what becomes of it. They often stand apart ("Moved by A. Seconded by B. Carried."). */

import type { Span } from "../../model/source.js";
import { NUMBER_WORDS } from "../vocabulary/number-words.js";
import { toEnd } from "./deciding.js";
import { findMovers, type Movers } from "./movers.js";
import { findVote, type Vote } from "./vote.js";

export interface MotionPart {
  readonly movers: Movers | null;
  readonly vote: Vote;
  /** What is moved, where the sentence says it. */
  readonly text: Span | null;
  /** "Ada Quill was proposed by …": the sentence tells who is put forward, and another who was elected. */
  readonly isNomination: boolean;
  /** Only suggested: it needs an outcome. */
  readonly isWeak: boolean;
  /** Only suggested: the outcome must follow at once. */
  readonly isSuggestion: boolean;
  /** Whether it speaks of the motion or the vote by that name, so that it may stand at a distance. */
  readonly namesMotion: boolean;
  readonly outcome: "made" | "lost" | "withdrawn" | "deferred" | null;
}

const STEMS =
  /propos|mov|second|offered|discussion|amendment|fail|defeat|\bsec\b|2nd|motion|carried|passed|vot|favou?r|unanim|agreed|approved|adopted|nem\.?\s*con|\bM\s*[/\\]?\s*S\b|ayes?\b|yeas?\b|nays?\b|noes\b|nominat|suggest|abst|lost|withdrawn|against|oppos|show\s+of\s+hands|\b(?:yes|no)\s*:|^\(\d{1,2}\s*[-–]\s*\d/i;

/** The words of which a sentence about movers and votes consists, their names and numbers aside. */
const OUTCOME_WORDS = new Set(
  "the motion motions proposal vote votes voting voted amendment amended resolution was were is be being put to a and then duly carried carries passed passes agreed approved adopted accepted lost failed fails fell defeated unanimous unanimously agreement all in favour favor for against abstain abstained abstaining abstention abstentions nem con by everyone members member present show of hands ayes aye noes nays nay yeas yea yes no none nil with this it these which seconded second seconder sec 2nd 3rd as proposed proposer prop moved mover result results majority councillors cllrs those roll call voice consensus withdrawn recorded following moves on committee committee's meeting council board chair from first who had has been opposed opposing tabled dissent objection objections without so declared chairman at that another further discussion after taken vote's msc ms absent resolved followed ensued substantive original m s c there one's consensual u upon roll call excused recused nomination nominations other further closed"
    .split(" ")
    .concat(Object.keys(NUMBER_WORDS)),
);
const VOTERS =
  /^(?:ayes?|yeas?|yes|no|nay|noes|nays?|abstain(?:ed)?|abstentions?|absent|for|against|opposed|(?:voting\s+)?in\s+favou?r|voting\s+(?:for|against|aye|yes|nay|no)|roll\s+call(?:\s+vote)?|recorded\s+vote)\s*(?:\(\d+\)\s*)?[:–-]|^(?:ayes|yeas|nays|noes)\s+\d{1,2}\b/i;
const NAMES_MOTION = /\b(?:motion|proposal|proposition|vote|resolution|amendment|MSC)\b|\bM\/S/i;

/** "Roll call vote.", "A vote was taken.": the answers follow. */
const CALLS_VOTE = /\b(?:vote|roll\s+call|discussion)\b/i;

/** What a sentence says of a motion; null where it says nothing of one. */
export function readMotion(sentence: string): MotionPart | null {
  if (!STEMS.test(sentence) || /\?["'”’)]*$/.test(sentence)) return null;
  const movers = findMovers(sentence);
  const vote = findVote(sentence);
  const isBare = consistsOfOutcome(sentence, movers) || (VOTERS.test(sentence) && movers === null);
  const base = {
    movers,
    vote,
    isNomination: false,
    isWeak: false,
    isSuggestion: false,
    namesMotion: NAMES_MOTION.test(sentence),
  };
  if (isBare) {
    const outcome = outcomeOf(sentence, vote);
    const tells = movers !== null || outcome !== null || vote.votesFor !== null;
    return tells || VOTERS.test(sentence) || CALLS_VOTE.test(sentence) ? { ...base, text: null, outcome } : null;
  }
  if (DIED.test(sentence)) return { ...base, text: null, outcome: "withdrawn" };
  const moved = movers === null ? movedByNobody(sentence) : movedBetween(sentence, movers);
  if (moved === null) return putToVote(sentence, base);
  const behind = moved.text.end >= sentence.trimEnd().length ? sentence : sentence.slice(moved.text.end);
  const told = outcomeOf(moved.isNomination ? "" : behind, findVote(behind));
  const outcome = told ?? (DECIDED_BEFORE.test(sentence.slice(0, moved.text.start)) ? "made" : null);
  const isSuggestion = moved.isWeak && /\bsuggest/i.test(sentence.slice(0, moved.text.start));
  return {
    ...base,
    ...moved,
    isSuggestion,
    outcome: outcome ?? (vote.votesFor === null && vote.result === null ? null : outcomeOf("", vote)),
  };
}

/** "Proposed by A, seconded by B and agreed: That …", "A motion was made, seconded and passed to …", "Members agreed, on the proposal of A, to …": the outcome stands before the clause. */
const DECIDED_BEFORE =
  /(?:\b(?:and|was|were|motion)\s+(?:it\s+was\s+)?(?:unanimously\s+|duly\s+)*(?:agreed|carried|passed|resolved|approved|adopted)\b(?!\s+(?:by\s+(?!all)|at|in|on\s+\d))|\b(?:agreed|resolved|decided)\s*,?\s+(?:up)?on\s+(?:the|a)\s+(?:proposal|proposition|motion)\b)/i;

/** A motion that nobody seconds is none. */
const DIED = /\b(?:lack|want)\s+of\s+a\s+second(?:er)?\b|\bno\s+seconder\b|\bnot\s+seconded\b/i;

/** "Cllr Quill thanked the officers and the motion was agreed." */
const AND_CARRIED =
  /\band\s+the\s+motion\s+(?:was|is)\s+(?:then\s+|unanimously\s+|duly\s+)*(?:agreed|carried|passed|adopted|approved)(?:\s+unanimously)?\.?$/i;

/** "The proposal was put to a vote and passed unanimously after a long debate": no motion of its own, but the fate of one. */
function putToVote(sentence: string, base: Omit<MotionPart, "text" | "outcome">): MotionPart | null {
  if (sentence.split(/\s+/).length > 25) return null;
  // "The Chair called for a show of hands: four for, one against."
  if (base.vote.votesFor !== null && /\b(?:votes?|voting|hands|ballot|poll|division)\b/i.test(sentence))
    return { ...base, text: null, namesMotion: false, outcome: outcomeOf(sentence, base.vote) };
  const isOfMotion =
    /^(?:(?:the|this|following\s+(?:a|the)\s+vote,?\s+the)\s+)?(?:amended\s+|original\s+|substantive\s+)?(?:motion|proposal|proposition|amendment)\b(?!\s+(?:to|that|for|by|of)\b)/i;
  if (AND_CARRIED.test(sentence)) return { ...base, text: null, outcome: "made" };
  const { result } = base.vote;
  if (!isOfMotion.test(sentence) || result === null) return null;
  return { ...base, text: null, outcome: result.value === "carried" ? "made" : result.value };
}

/** "… the Board adopted Resolution 24-15": the number says what was decided. */
const NAMED_PAPER = /\badopted\s+(?:resolution|ordinance|by-?law)\s+(?:no\.?\s*|#\s*)?[\w-]*\d/i;

function consistsOfOutcome(sentence: string, movers: Movers | null): boolean {
  if (NAMED_PAPER.test(sentence)) return false;
  const rest = movers === null ? sentence : withoutSpans(sentence, moverSpans(sentence, movers));
  const words = rest
    .replace(/\([^)]*\)/g, " ")
    .replace(/\b(?:cllrs?|councillors?|mrs?|ms|dr)\.?\s+(?=[A-Z])/gi, "")
    .matchAll(/[\p{L}\p{N}']+/gu);
  for (const [word] of words) if (!/^\d+$/.test(word) && !OUTCOME_WORDS.has(word.toLowerCase())) return false;
  return true;
}

function withoutSpans(sentence: string, spans: readonly Span[]): string {
  const ends = [0, ...spans.map((span) => span.end)];
  const starts = [...spans.map((span) => span.start), sentence.length];
  return ends.map((end, index) => sentence.slice(end, starts[index])).join(" ");
}

const MADE =
  /\b(?:carried|carries|passed|passes|agreed|approved|adopted|accepted|resolved|unanimous(?:ly)?|in\s+favou?r|nem\.?\s*con|agreement|MSC|M\/S\/C|so\s+(?:voted|ordered))\b/i;

function outcomeOf(words: string, vote: Vote): MotionPart["outcome"] {
  if (DIED.test(words)) return "withdrawn";
  if (vote.result !== null) return vote.result.value === "carried" ? "made" : vote.result.value;
  if (vote.votesFor !== null && vote.votesAgainst !== null && vote.votesAgainst.count > vote.votesFor.count)
    return "lost";
  if (vote.votesFor !== null || vote.unanimous !== null) return "made";
  if (/\b(?:lost|failed|defeated|fell)\b/i.test(words)) return "lost";
  if (/\bwithdrawn\b/i.test(words)) return "withdrawn";
  return MADE.test(words) && !/\bnot\b/i.test(words) ? "made" : null;
}

type Moved = Pick<MotionPart, "isNomination" | "isWeak"> & { readonly text: Span };

const LEAD =
  /^(?:[\s,;:.)–-]+|(?:and|also|then|it\s+was|a|the)\s+(?=motion|,|proposed|moved)|(?:a\s+|the\s+)?motion(?:\s+(?:\d+|was\s+(?:then\s+)?(?:made|moved|put)|made))?\b\s*[:,–-]?\s*|(?:a\s+)?second\b|duly\s+|a\s+motion\s+|and\s+(?:it\s+was\s+)?(?:unanimously\s+|duly\s+)*(?:agreed|carried|supported|approved|resolved|adopted)(?:\s+(?:by\s+all|unanimously))?\s*[,:;–-]\s*|(?:and\s+)?(?:the\s+)?motion\s+(?:was\s+)?(?:unanimously\s+)?(?:carried|passed|approved)(?:\s+unanimously)?\s+(?=to\s|that\s))+/i;
const TRAIL =
  /(?:[\s,;.(–-]+|\b(?:and|this|it|which|that|these|both|the\s+motion|the\s+proposal|motion|was|were|is|with|a|duly|then|on\s+a\s+show\s+of\s+hands|made)\b)+$/i;
const TALK =
  /^(?:on|away|up|down|back|forward|in|into|out|off|house|here|there|from|for\s+(?:a|the)\s+(?:vote|discussion))\b/i;
const PUT_FORWARD = /\b(?:was|were)\s*$/i;

/** What stands before, between or behind the names of those who move it: the longest stretch, without the words that only join. */
function movedBetween(sentence: string, movers: Movers): Moved | null {
  if (movers.proposer === null) return null;
  const marks = moverSpans(sentence, movers);
  const stretches = [...marks, { start: sentence.length, end: sentence.length }].map((mark, index) => ({
    start: marks[index - 1]?.end ?? 0,
    end: mark.start,
  }));
  // "There being no further business, M/S (Quill/Marl) to adjourn".
  const said = stretches.slice(1).find(({ start, end }) => /^[\s,;)]*(?:to|that)\s/.test(sentence.slice(start, end)));
  const longest =
    said !== undefined && /^there\s+being\b/i.test(sentence)
      ? said
      : stretches.reduce((one, other) => (other.end - other.start > one.end - one.start ? other : one));
  const isFirst = longest.start === 0;
  if (isFirst && PUT_FORWARD.test(sentence.slice(0, longest.end)))
    return { text: { start: 0, end: sentence.trimEnd().length }, isNomination: true, isWeak: movers.seconder === null };
  const text = withoutJoints(sentence, withoutOutcome(sentence, longest));
  if (text === null || text.end - text.start < 5) return null;
  const words = sentence.slice(text.start, text.end);
  if (VOTERS.test(words)) return null;
  const isMoved = isFirst ? /^(?:to|that|motion)\b/i.test(words) : !TALK.test(words);
  return isMoved ? { text, isNomination: false, isWeak: false } : null;
}

/** The proposer's and the seconder's words are often parted by the motion. */
function moverSpans(sentence: string, movers: Movers): Span[] {
  const { proposer, seconder, span } = movers;
  if (proposer === null || seconder === null) return [span];
  const between = sentence.slice(proposer.end, seconder.start);
  const verb =
    /^(?:\s+(?:[Pp]roposed|[Mm]oved|[Nn]ominated|motioned|moves|proposes|so\s+moved|made\s+(?:a|the)\s+motion)\b|(?=,?\s+(?:to|that|for)\s))/.exec(
      between,
    );
  const second = /(?:\b(?:seconded|second|2nd)\s*(?:by)?\s*|[\s,;]\s*)$/i.exec(between);
  if (verb === null || second === null || between.length - verb[0].length - second[0].length < 9) return [span];
  return [
    { start: span.start, end: proposer.end + verb[0].length },
    { start: proposer.end + second.index, end: span.end },
  ];
}

const OUTCOME_TAIL =
  /(?:(?:(?<!\d)[,;.(–-]\s*|[,;.(–-]\s+)(?:and\s+)?|\s-\s*|\s+and\s+|(?<!\b(?:finally|be|been|was|were|is|are|and|duly|then))\s+(?=(?:carried|passed|passes|failed)(?:\s+unanimously|\s+\(?\d+\s*[-–]|\.?$)))(?:(?:the\s+)?(?:motion|vote|proposal)\s+(?:was\s+)?|(?:it|this|which)\s+was\s+|was\s+)*(?:duly\s+|unanimously\s+)?(?:carried|passed|agreed|approved|adopted|all\s+(?:were\s+|voted\s+)?in\s+favou?r|all\s+agreed|passes|failed|unanimous|lost|defeated|nem\.?\s*con|\d+\s+(?:votes?\s+)?(?:for|in\s+favou?r)|vote\b|MSC|M\/S\/C)\b.{0,80}$/i;

function withoutOutcome(sentence: string, span: Span): Span {
  const tail = OUTCOME_TAIL.exec(sentence.slice(span.start, span.end));
  return tail === null || tail.index < 8 ? span : { start: span.start, end: span.start + tail.index };
}

function withoutJoints(sentence: string, span: Span): Span | null {
  const words = sentence.slice(span.start, span.end);
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  const trail = TRAIL.exec(words);
  const end = trail === null ? words.length : trail.index;
  return end <= lead ? null : { start: span.start + lead, end: span.start + end };
}

const BY_NOBODY =
  /(?:^|[,;]\s+|\b(?:discussion|vote|debate|(?:entertained|called\s+for|asked\s+for|requested|sought))\s+)(?:it\s+was\s+(?:then\s+|also\s+|therefore\s+)?((?:duly\s+)?(?:proposed|moved)(?:\s+and\s+seconded)?|suggested)\s+(?:that\s+|(?=to\s+\w))|[\w.’'-]+(?:\s+[\w.’'-]+){0,4}\s+(suggested|recommends|proposed|proposes)\s+(?:that\s+|(?=(?:an?|the|to)\s))|(?:a\s+|the\s+)?motion(?:\s+(?:\d+|was\s+made))?\s*:\s*|(?:a\s+|the\s+)?motion\s+(?:(?:was\s+)?(?:then\s+|duly\s+)?(?:made|moved|offered)(?:,?\s+(?:and\s+)?(?:duly\s+)?seconded)?(?:,?\s+and\s+(?:unanimously\s+)?(?:carried|passed|approved))?,?\s+)?(?=to\s|that\s|for\s)|the\s+motion\s+(?:was|read|is)\s*:?\s+that\s+)/i;
/** "The recommendation that the hall be sold was put to the vote and lost.": the sentence is all there is of it. */
const WHOLE =
  /^(?:the|a)\s+(?:recommendation|motion|proposal|proposition|resolution)\s+(?:that|to|for)\s.{5,200}?\s(?:(?:was|were)\s.{0,40}?)?\b(?:carried|passed|lost|defeated|agreed|rejected|approved)\b/i;

function movedByNobody(sentence: string): Moved | null {
  if (WHOLE.test(sentence))
    return { text: { start: 0, end: sentence.trimEnd().length }, isNomination: false, isWeak: true };
  const match = BY_NOBODY.exec(sentence);
  if (match === null) return isVoteOn(sentence);
  const end = match.index + match[0].length;
  const text = withoutJoints(sentence, withoutOutcome(sentence, { start: end, end: sentence.length }));
  if (text === null || text.end - text.start < 5) return null;
  return { text, isNomination: false, isWeak: (match[1] ?? match[2]) !== undefined };
}

/** "Vote on the new van: unanimous yes", "Vote: 4 to 2 in favour of asking the council". */
function isVoteOn(sentence: string): Moved | null {
  const inFavour = /\bin\s+favou?r\s+of\s+(?=[a-z])/i.exec(sentence);
  if (/^(?:the\s+)?vote\b/i.test(sentence) && inFavour !== null && findVote(sentence).votesFor !== null) {
    const text = toEnd(sentence, inFavour.index + inFavour[0].length);
    return { text, isNomination: false, isWeak: true };
  }
  const isWhole = /^vote\s+(?:on|to|for)\s.{3,120}?[:–-]\s*(?:unanimous|carried|passed|agreed|approved|yes|\d)/i.test(
    sentence,
  );
  return isWhole ? { text: toEnd(sentence, 0), isNomination: false, isWeak: true } : null;
}

/** The clause without the words behind it that only tell who moved it and how the vote went: "… Prop: AQ 2nd BM". */
export function cutMovers(sentence: string, span: Span, leastWords = 3): Span {
  const words = sentence.slice(span.start, span.end);
  const movers = findMovers(words);
  if (movers === null) return span;
  const { start } = movers.span;
  const lead = words.slice(0, start);
  const isApart = /[,;.(–-]\s*$|\b(?:and|was|were)\s*$/.test(lead) || /^[A-Z]/.test(words.slice(start));
  const tail = words.slice(start);
  const inTail = findMovers(tail);
  if (!isApart || lead.trim().split(/\s+/).length < leastWords || inTail === null || !consistsOfOutcome(tail, inTail))
    return span;
  const before = words
    .slice(0, start)
    .replace(/[\s,;(–-]*(?:\band\s+)?(?:\b(?:this|it|which|these)\s+(?:was|were)\s+)?(?:\band\b)?[\s,;(–-]*$/i, "");
  return /\b(?:was|were|been|be|is|are|and|as)$/i.test(before)
    ? span
    : { start: span.start, end: span.start + before.length };
}
