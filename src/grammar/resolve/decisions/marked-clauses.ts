/** Clauses behind a marker: "RESOLVED: (a) That …; and (b) That …". */

import type { DecisionKind } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { clauseAt } from "../../phrases/decision.js";
import { cutMovers, readMotion } from "../../phrases/motion.js";
import { sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { type Clause, clauseOf } from "./clause.js";

/** Clauses behind a marker: on its own line, in the lines that the grammar grouped with it, and in those that a page number parted from it. */
export function markedClauses(context: PartContext, entries: readonly FlowEntry[]): Clause[] {
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
        confidence: 0.9,
        around,
      });
      return;
    }
    if (own !== null && !isOpen) clauses.push(...inlineClauses(context, own, kind, around));
    for (const line of below.filter((line, at) => !(/:\s*$/.test(line.node.view.text) && at < below.length - 1)))
      if (!/^(?:none|n\/a|nil)\.?$/i.test(line.node.view.text))
        clauses.push(clauseOf(line, kind, around, "decision/marked-clause"));
  });
  return clauses;
}

/** Words behind the marker, if there are more than "that:". */
function ownWords(context: PartContext, entry: FlowLine): Span | null {
  const { rest } = entry.node.reading;
  const words = context.source.text.slice(rest.start, rest.end);
  return /^(?:that|to|as follows)?\s*[:–-]?\s*$/i.test(words) ? null : rest;
}

/** The lines under a marker that belong to it. */
export function clausesBelow(entries: readonly FlowEntry[], index: number): FlowLine[] {
  const head = entries[index] as FlowLine;
  const isOpen =
    head.node.reading.rest.start >= head.node.reading.rest.end || /[:]\s*$|\bthat\s*$/i.test(head.node.view.text);
  const below: FlowLine[] = [];
  for (const entry of entries.slice(index + 1)) {
    if (entry.kind !== "line") break;
    const { reading, view } = entry.node;
    if (view.text === "" || (reading.token === t.NumberLine && reading.number?.close === null)) continue;
    // Movers may stand between the marker and its clause.
    const motion = below.length === 0 && reading.token === t.TextLine ? readMotion(view.text) : null;
    // "ADOPTED / Ayes 4": the marker tells what became of a motion.
    if (motion?.text === null && motion.movers === null && head.node.reading.decision === "approved") break;
    if (motion?.text === null) continue;
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
export function inlineClauses(context: PartContext, own: Span, kind: DecisionKind, around: Span): Clause[] {
  const text = context.source.text.slice(own.start, own.end);
  const marks = inOrder([...text.matchAll(/(?:^|[\s;,:])\(?([a-k]|x|i{1,3}|i?[vx]|vi{1,3}|[1-9]|1[0-2])\)\s+/g)]);
  if (marks.length < 2)
    return [{ kind, label: null, span: withoutVote(context, own), rule: "decision/marked", confidence: 0.95, around }];
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
      confidence: 0.95,
      around,
    };
  });
}

const SEQUENCES = ["a b c d e f g h i j k", "i ii iii iv v vi vii viii ix x", "1 2 3 4 5 6 7 8 9 10 11 12"].map(
  (labels) => labels.split(" "),
);

/** The labels that count up from the first one of their kind. */
function inOrder(marks: readonly RegExpExecArray[]): RegExpExecArray[] {
  const chains = SEQUENCES.map((labels) => {
    const chain: RegExpExecArray[] = [];
    for (const mark of marks) if (mark[1] === labels[chain.length]) chain.push(mark);
    return chain;
  });
  return chains.reduce((one, other) => (other.length > one.length ? other : one));
}

const NARRATIVE =
  /^(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\.?\s+[A-Z][\w’'-]+|[A-Z][\w’'-]+\s+[A-Z][\w’'-]+|[A-Z]{2,3}|The\s+(?:Clerk|Chair(?:man|person)?|Secretary|Treasurer))\s+(?:left|joined|returned|arrived|advised|reported|said|asked|thanked|noted|explained|informed|confirmed|commented|queried|stated|abstained|declared|felt|suggested|will|to|is\s+to)\b/;

/** What was, not what shall be: it only tells. */
function isTold(sentence: string): boolean {
  return /\b(?:had|was|were|has|have)\b/i.test(sentence) && !/\b(?:should|would|will|shall|must|be)\b/i.test(sentence);
}

/** A marked paragraph is one decision, but for sentences that tell who moved it, how the vote went, or what was said then. */
function withoutVote(context: PartContext, own: Span): Span {
  const text = context.source.text.slice(own.start, own.end);
  const spans = sentences(text);
  const tail = spans.findIndex((span, index) => {
    const sentence = text.slice(span.start, span.end);
    return index > 0 && (readMotion(sentence)?.text === null || NARRATIVE.test(sentence) || isTold(sentence));
  });
  const last = tail === -1 ? undefined : spans[tail - 1];
  const start = own.start + clauseAt(text, 0, context.ownNames).start;
  return cutMovers(context.source.text, { start, end: last === undefined ? own.end : own.start + last.end });
}
