/** An item's words sentence by sentence, headings and markers among them: movers and votes stand anywhere beside what is decided. */

import type { Span } from "../../../model/source.js";
import { readMotion } from "../../phrases/motion.js";
import { sentences } from "../../phrases/sentences.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowGrid, FlowLine } from "../flow/flow.js";
import { shift } from "../sourced.js";

export interface Unit {
  readonly span: Span;
  readonly text: string;
  readonly line: FlowLine;
  /** Whether it begins its line. */
  readonly isFirst: boolean;
}

/** The sentences of all lines under a heading; `textStart` is where the words of the heading's own line begin. */
export function unitsOf(context: PartContext, entries: readonly FlowEntry[], textStart: number | null): Unit[] {
  return entries.flatMap((line) => {
    if (line.kind === "grid") return moverUnits(context, line);
    const { token, rest } = line.node.reading;
    if (context.consumed.has(line) || token === t.FurnitureLine || token === t.SignatureLine) return [];
    const isMarked = token === t.DecisionLine || token === t.NumberedLine || token === t.ClauseLine;
    const span = line === entries[0] ? ownWords(line, textStart) : isMarked ? rest : line.node.view.span;
    const text = context.source.text.slice(span.start, span.end);
    return sentences(text).map((sentence, index) => ({
      span: shift(sentence, span.start),
      text: text.slice(sentence.start, sentence.end),
      line,
      isFirst: index === 0,
    }));
  });
}

/** "Moved: Cr Quill    Seconded: Cr Marl", "AYES:    Quill, Marl": what stands side by side and tells of movers and votes is read like a sentence. */
function moverUnits(context: PartContext, { node }: FlowGrid): Unit[] {
  return node.rows.flatMap((row) => {
    const cells = row.flatMap((cell) => cell.lines);
    const [first] = cells;
    const last = cells.at(-1);
    if (first === undefined || last === undefined) return [];
    const whole = { start: first.view.span.start, end: last.view.span.end };
    const spans = isBare(context, whole)
      ? [whole]
      : cells.map(({ view }) => view.span).filter((span) => isBare(context, span));
    const line: FlowLine = { kind: "line", node: first, group: null, columnNumber: null, margin: null, isTopic: false };
    return spans.map((span) => ({ span, text: context.source.text.slice(span.start, span.end), line, isFirst: true }));
  });
}

function isBare(context: PartContext, span: Span): boolean {
  return span.end - span.start <= 160 && readMotion(context.source.text.slice(span.start, span.end))?.text === null;
}

function ownWords(line: FlowLine, textStart: number | null): Span {
  const { end } = line.node.view.span;
  return { start: Math.min(textStart ?? end, end), end };
}
