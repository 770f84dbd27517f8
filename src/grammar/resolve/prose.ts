/** The stretches of running text under an item, in which sentences are looked for. */

import type { Span } from "../../model/source.js";
import { linesOf } from "../ast.js";
import { hasFiniteVerb, sentences } from "../phrases/sentences.js";
import * as t from "../tokens.js";
import type { PartContext } from "./context.js";
import type { FlowEntry, FlowGrid, FlowLine } from "./flow/flow.js";
import { shift } from "./sourced.js";

export interface Sentence {
  readonly entry: FlowLine;
  readonly span: Span;
  readonly text: string;
  /** Whether it is the last sentence of its line. */
  readonly isLast: boolean;
}

const PROSE_TOKENS = new Set([
  t.TextLine,
  t.BulletLine,
  t.NumberedLine,
  t.ClauseLine,
  t.LabelLine,
  t.CloseLine,
  t.HeadingLine,
  t.TitleLine,
]);

/** Sentences of a scope's lines, without headings, markers and lists of people. `textStart`: where the first entry's words behind its heading begin. */
export function proseSentences(
  context: PartContext,
  entries: readonly FlowEntry[],
  textStart: number | null,
): Sentence[] {
  return entries.flatMap((entry, index) => {
    if (context.consumed.has(entry)) return [];
    if (entry.kind === "grid") return remarksIn(context, entry);
    if (entry.group?.kind === "decision" || entry.group?.kind === "action") return [];
    const span = proseSpan(entry, index === 0, textStart);
    return span === null ? [] : sentencesOf(context, entry, withoutColon(context, span));
  });
}

const REMARK_TOKENS = new Set([t.TextLine, t.DecisionLine, t.HeadingLine]);

/** Whole sentences among the cells of a table of data: "It was agreed not to renew" in a column of remarks. */
function remarksIn(context: PartContext, { node, reading }: FlowGrid): Sentence[] {
  if (reading.use !== "data") return [];
  return node.rows
    .slice(reading.headerRows)
    .flat()
    .flatMap((cell) => linesOf(cell.blocks))
    .filter(
      ({ view, reading: line }) => REMARK_TOKENS.has(line.token) && view.wordCount > 4 && hasFiniteVerb(view.text),
    )
    .flatMap((line) => {
      const entry: FlowLine = {
        kind: "line",
        node: line,
        group: null,
        columnNumber: null,
        margin: null,
        isTopic: false,
      };
      return sentencesOf(context, entry, line.view.span);
    });
}

/** A run-in title leaves its colon or dash to the words behind it. */
function withoutColon(context: PartContext, span: Span): Span {
  const lead = /^[\s:;–—-]+/.exec(context.source.text.slice(span.start, span.end));
  return { start: span.start + (lead?.[0].length ?? 0), end: span.end };
}

/** Sentences of one span of a line. */
export function sentencesOf(context: PartContext, entry: FlowLine, span: Span): Sentence[] {
  const text = context.source.text.slice(span.start, span.end);
  const spans = sentences(text);
  return spans.map((sentence, position) => ({
    entry,
    span: shift(sentence, span.start),
    text: text.slice(sentence.start, sentence.end),
    isLast: position === spans.length - 1,
  }));
}

/** "Clerk to place it on the website", set apart as headings are. */
const MAY_BID = /^(?:[Tt]he\s+)?(?:\p{Lu}[\p{L}.’'/&-]*\s+(?:and\s+|&\s+)?){1,4}to\s+\p{Ll}{2,}\s/u;

function proseSpan(entry: FlowLine, isHead: boolean, textStart: number | null): Span | null {
  const { view, reading } = entry.node;
  if (!PROSE_TOKENS.has(reading.token)) return null;
  if (isHead) return textStart === null || textStart >= view.span.end ? null : { start: textStart, end: view.span.end };
  if (reading.token === t.HeadingLine || reading.token === t.TitleLine) {
    if (!hasFiniteVerb(view.text) && !MAY_BID.test(view.text)) return null;
  }
  return reading.token === t.NumberedLine || reading.token === t.ClauseLine ? reading.rest : view.span;
}
