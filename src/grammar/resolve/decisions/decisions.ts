/** Decisions: marked clauses ("RESOLVED: (a) That …"), clauses whose lead-in was lost, and sentences that state one. */

import type { Decision, DecisionKind } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import { findMovers, findVote } from "../../phrases/motion.js";
import { hasFiniteVerb, sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import { DECISION_VERBS } from "../../vocabulary/decisions.js";
import { flowLines, type PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import type { ItemScope } from "../items/items.js";
import type { Sentence } from "../prose.js";
import { shift, stated, statedText, trimSpan } from "../sourced.js";
import { type Clause, clauseOf } from "./clause.js";
import { planningOutcomes } from "./planning-outcomes.js";

/** Decisions of one item (index null: of the words that stand under none), in document order. `prose`: the sentences of its running text. */
export function resolveDecisions(
  context: PartContext,
  scope: Pick<ItemScope, "entries">,
  prose: readonly Sentence[],
  item: number | null,
  isNumbered: boolean,
): Decision[] {
  const clauses = [
    ...markedClauses(context, scope.entries),
    ...looseClauses(scope.entries),
    ...prose.flatMap((sentence) => statedDecision(context, scope.entries, sentence)),
    ...planningOutcomes(scope.entries),
    ...(isNumbered ? [] : orphanClause(scope.entries)),
  ];
  clauses.sort((a, b) => a.span.start - b.span.start);
  const lines = flowLines(scope.entries);
  return clauses.map((clause) => toDecision(context, { ...clause, around: withVoteLines(lines, clause.around) }, item));
}

function toDecision(context: PartContext, clause: Clause, item: number | null): Decision {
  const joined = /[;,]\s*(?:and|or)\s*$/i.exec(context.source.text.slice(clause.span.start, clause.span.end));
  const span = trimSpan(
    context.source,
    { start: clause.span.start, end: clause.span.end - (joined?.[0].length ?? 0) },
    /[\s;]/,
  );
  const around = context.source.text.slice(clause.around.start, clause.around.end);
  const movers = findMovers(around);
  const vote = findVote(around);
  const at = (place: Span | null) => (place === null ? null : shift(place, clause.around.start));
  const counted = (count: { count: number; span: Span } | null) =>
    count === null ? null : stated(count.count, shift(count.span, clause.around.start), "decision/vote");
  return {
    item,
    kind: stated(clause.kind, span, clause.rule),
    clause: clause.label === null ? null : stated(clause.label.text, clause.label.span, "decision/clause"),
    text: statedText(context.source, span, clause.rule) ?? stated("…", span, clause.rule),
    proposer: statedText(context.source, at(movers?.proposer ?? null), "decision/movers"),
    seconder: statedText(context.source, at(movers?.seconder ?? null), "decision/movers"),
    votesFor: counted(vote.votesFor),
    votesAgainst: counted(vote.votesAgainst),
    votesAbstained: counted(vote.votesAbstained),
    unanimous:
      vote.unanimous === null
        ? null
        : stated(true as const, shift(vote.unanimous, clause.around.start), "decision/vote"),
    result:
      vote.result === null
        ? null
        : stated(vote.result.value, shift(vote.result.span, clause.around.start), "decision/vote"),
    span,
  };
}

const VOTE_LINE =
  /^(?:(?:the\s+)?(?:vote|voting|motion|amendment|proposal)\b|\(?(?:proposed|prop|moved|seconded)\b|(?:for|against|abstentions?)\s*[:–-]|carried\b|lost\b|\d+\s+(?:votes?|for|in\s+favour)\b|all\s+in\s+favour|unanimous)/i;
const LEAD_LINE = /\b(?:seconded|second)\b.{0,160}(?:\bit\s+was|:|\band)\s*$/i;

/** A vote often stands on the next line, and the movers on the one before ("moved by A, seconded by B and it was" / "RESOLVED"). */
function withVoteLines(lines: readonly FlowLine[], around: Span): Span {
  const last = lines.findIndex((line) => line.node.view.span.end >= around.end);
  const next = lines[last + 1]?.node.view;
  const first = lines.findIndex((line) => line.node.view.span.end > around.start);
  const before = lines[first - 1]?.node.view;
  const start = before !== undefined && LEAD_LINE.test(before.text) ? before.span.start : around.start;
  const isVote = last >= 0 && next !== undefined && next.wordCount <= 25 && VOTE_LINE.test(next.text);
  return { start, end: isVote ? next.span.end : around.end };
}

/** Clauses behind a marker: on its own line, in the lines that the grammar grouped with it, and in those that a page number parted from it. */
function markedClauses(context: PartContext, entries: readonly FlowEntry[]): Clause[] {
  const clauses: Clause[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== "line" || entry.node.reading.token !== t.DecisionLine || context.consumed.has(entry)) return;
    const kind = entry.node.reading.decision ?? "resolved";
    const below = clausesBelow(entries, index);
    const around = {
      start: entry.node.view.span.start,
      end: below.at(-1)?.node.view.span.end ?? entry.node.view.span.end,
    };
    const own = ownWords(context, entry);
    const words = own === null ? "" : context.source.text.slice(own.start, own.end);
    const isOpen = below.length > 0 && /(?::|that|to)\s*$/i.test(words);
    const isNamedList = /\bfollowing\b/i.test(words) && below.every((line) => line.node.reading.number === null);
    if (own !== null && isOpen && (isNamedList || /\bas\s+follows\s*:\s*$/i.test(words))) {
      // "that the following be brought forward:" and the things named below it are one decision.
      clauses.push({
        kind,
        label: null,
        span: { start: own.start, end: around.end },
        rule: "decision/marked-list",
        around,
      });
      return;
    }
    if (own !== null && !isOpen) clauses.push(...inlineClauses(context, own, kind, around));
    for (const line of below) clauses.push(clauseOf(line, kind, around, "decision/marked-clause"));
  });
  return clauses;
}

/** Words behind the marker, if there are more than "that:". */
function ownWords(context: PartContext, entry: FlowLine): Span | null {
  const { rest } = entry.node.reading;
  const words = context.source.text.slice(rest.start, rest.end);
  return /^(?:that|to|as follows)?\s*[:–-]?\s*$/i.test(words) ? null : rest;
}

function clausesBelow(entries: readonly FlowEntry[], index: number): FlowLine[] {
  const head = entries[index] as FlowLine;
  const isOpen =
    head.node.reading.rest.start >= head.node.reading.rest.end || /[:]\s*$|\bthat\s*$/i.test(head.node.view.text);
  const below: FlowLine[] = [];
  for (const entry of entries.slice(index + 1)) {
    if (entry.kind !== "line") break;
    const { reading, view } = entry.node;
    if (view.text === "" || (reading.token === t.NumberLine && reading.number?.close === null)) continue;
    const isClause =
      reading.token === t.ClauseLine &&
      (entry.group?.head === head.node || /^that\b/i.test(view.text.slice(reading.number?.end ?? 0)) || isOpen);
    const isThat = /^that\b/i.test(view.text) && (isOpen || below.length > 0);
    const isListed =
      isOpen &&
      (reading.token === t.BulletLine ||
        (reading.token === t.NumberedLine &&
          reading.number?.kind !== "reference" &&
          !view.isSetApart &&
          below.every((line) => line.node.reading.token === t.NumberedLine)));
    const isFirstParagraph = isOpen && below.length === 0 && reading.token === t.TextLine;
    if (!isClause && !isThat && !isListed && !isFirstParagraph) break;
    below.push(entry);
    if (isFirstParagraph && !isThat) break;
  }
  return below;
}

/** "RESOLVED that (a) the report be noted; and (b) a letter be sent" is two decisions; "(i)" and "(ii)" alike. */
function inlineClauses(context: PartContext, own: Span, kind: DecisionKind, around: Span): Clause[] {
  const text = context.source.text.slice(own.start, own.end);
  const marks = [...text.matchAll(/(?:^|[\s;,:])\(?(a|b|c|d|e|f|g|h|i|ii|iii|iv|v|vi|1|2|3|4|5|6)\)\s+/g)];
  if (marks.length < 2 || !/^[ai1]$/.test(marks[0]?.[1] ?? ""))
    return [{ kind, label: null, span: withoutVote(context, own), rule: "decision/marked", around }];
  return marks.map((mark, position) => {
    const start = own.start + mark.index + mark[0].length;
    const end = own.start + (marks[position + 1]?.index ?? text.length);
    const words = context.source.text.slice(start, end).replace(/[\s;,]*(?:\band\b)?[\s;,]*$/i, "");
    const letter = mark[1] ?? "";
    const at = own.start + mark.index + mark[0].lastIndexOf(letter);
    return {
      kind,
      label: { text: letter, span: { start: at, end: at + letter.length } },
      span: { start, end: start + words.length },
      rule: "decision/inline-clause",
      around,
    };
  });
}

/** Sentences behind a decision that only tell who moved it and how the vote went. */
const VOTE_SENTENCE =
  /^(?:\(?(?:proposed|prop|moved|seconded|sec)\b|(?:motion\s+)?carried|all\s+(?:in\s+favour|agreed)|unanimous|(?:the\s+)?vote|\d+\s+(?:votes?\s+)?(?:in\s+favour|for)\b|for\s*[:–-]|agreed\b.{0,20}$|voting\b)/i;

function withoutVote(context: PartContext, own: Span): Span {
  const spans = sentences(context.source.text.slice(own.start, own.end));
  const tail = spans.findIndex(
    (span, index) =>
      index > 0 && VOTE_SENTENCE.test(context.source.text.slice(own.start + span.start, own.start + span.end)),
  );
  const last = tail === -1 ? undefined : spans[tail - 1];
  return last === undefined ? own : { start: own.start, end: own.start + last.end };
}

/** "(a) That the report be noted" without its lead-in: portals lose the word RESOLVED. */
function looseClauses(entries: readonly FlowEntry[]): Clause[] {
  const grouped = new Set(
    entries.flatMap((entry, index) =>
      entry.kind === "line" && entry.node.reading.token === t.DecisionLine ? clausesBelow(entries, index) : [],
    ),
  );
  return entries.flatMap((entry) => {
    if (entry.kind !== "line" || entry.group?.kind === "action" || grouped.has(entry)) return [];
    const { reading, view } = entry.node;
    const words = view.text.slice(reading.number?.end ?? 0);
    const isClause = reading.token === t.ClauseLine && /^that\b/i.test(words);
    const isSentence =
      reading.token === t.TextLine &&
      /^that\s+(?:the|a|an|this|it|officers|members|all|approval)\b/i.test(words) &&
      view.line.isAfterGap &&
      /\bbe\b/i.test(view.text);
    if (!isClause && !isSentence) return [];
    return [clauseOf(entry, kindByVerb(words), view.span, "decision/lost-lead-in")];
  });
}

function kindByVerb(words: string): DecisionKind {
  const verb =
    /\b(?:be|board|committee|council|partnership)\s+(noted|approved|agreed|received|recommended|adopted|elected|appointed)\b/i
      .exec(words)?.[1]
      ?.toLowerCase();
  return verb === undefined ? "resolved" : (DECISION_VERBS[verb] ?? "resolved");
}

/** The last paragraph of a portal's item, set off by a wider gap, that names what was noted without a verb: "The update on the bridge." */
function orphanClause(entries: readonly FlowEntry[]): Clause[] {
  const lines = flowLines(entries).filter((entry) => entry.node.reading.token !== t.FurnitureLine);
  const last = lines.at(-1);
  if (last === undefined || lines.length < 3 || last.node.reading.token !== t.TextLine) return [];
  const { view } = last.node;
  const usual = Math.max(...lines.slice(2, -1).map((line) => line.node.view.line.gapLines), 1);
  const isClause =
    /^(?:The|An?)\s/.test(view.text) &&
    /\.$/.test(view.text) &&
    view.wordCount >= 4 &&
    view.wordCount <= 60 &&
    !hasFiniteVerb(view.text);
  if (!isClause || view.line.gapLines <= usual) return [];
  return [{ kind: "noted", label: null, span: view.span, rule: "decision/lost-verb", around: view.span }];
}

/** A sentence that states a decision; one that ends in a colon takes the list below it. */
function statedDecision(context: PartContext, entries: readonly FlowEntry[], sentence: Sentence): Clause[] {
  if (/^that\b/i.test(sentence.text)) return [];
  const phrase = readDecision(sentence.text);
  if (phrase === null) return [];
  let span = shift(phrase.text, sentence.span.start);
  if (sentence.isLast && /:$/.test(sentence.text))
    span = { start: span.start, end: listEnd(entries, sentence.entry, span.end) };
  const around = {
    start: sentence.span.start,
    end: Math.max(sentence.span.end, Math.min(sentence.entry.node.view.span.end, sentence.span.end + 200)),
  };
  if (phrase.rule === "decision/marker") return inlineClauses(context, span, phrase.kind, around);
  return [{ kind: phrase.kind, label: null, span, rule: phrase.rule, around }];
}

function listEnd(entries: readonly FlowEntry[], from: FlowLine, end: number): number {
  let last = end;
  for (const entry of entries.slice(entries.indexOf(from) + 1)) {
    if (entry.kind !== "line" || entry.node.view.text === "") continue;
    const { view, reading } = entry.node;
    const isEntry =
      reading.token === t.BulletLine ||
      (view.wordCount <= 12 && !hasFiniteVerb(view.text) && reading.token === t.TextLine);
    if (!isEntry) break;
    last = view.span.end;
  }
  return last;
}
