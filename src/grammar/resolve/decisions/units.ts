/** An item's words sentence by sentence, headings and markers among them: movers and votes stand anywhere beside what is decided. */

import type { Span } from "../../../model/source.js";
import { linesOf } from "../../ast.js";
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
  return entries
    .flatMap((entry) => (entry.kind === "grid" ? moverLines(entry) : [entry]))
    .flatMap((line) => {
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

/** "Moved: Cr Quill    Seconded: Cr Marl" stands side by side: the cells that tell of movers and votes are sentences like others. */
function moverLines({ node }: FlowGrid): FlowLine[] {
  return node.rows
    .flat()
    .flatMap((cell) => linesOf(cell.blocks))
    .filter(({ view }) => view.text.length <= 120 && readMotion(view.text)?.text === null)
    .map((line) => ({ kind: "line", node: line, group: null, columnNumber: null, margin: null }));
}

function ownWords(line: FlowLine, textStart: number | null): Span {
  const { end } = line.node.view.span;
  return { start: Math.min(textStart ?? end, end), end };
}
