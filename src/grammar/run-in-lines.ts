/** Old pages and bad conversions run a whole meeting into one line: it is cut at its item numbers and labels before it is read. */

import type { Emphasis, Fragment, Line, SourceText, Span } from "../model/source.js";
import { findChain, type NumberCandidate } from "./number-chain.js";
import { readItemNumber } from "./phrases/item-number.js";
import { INLINE_LABEL, INLINE_TITLE, USUAL_BUSINESS_RUN_IN } from "./vocabulary/run-in.js";

/** From this length on a line with several markers is no paragraph. */
const LONGEST_PARAGRAPH = 1500;

/** The lines of a source; those that hold a meeting in one are given in pieces, which concatenate to the line. */
export function cutRunInLines(source: SourceText): readonly Line[] {
  return source.lines.flatMap((line) => {
    if (line.isTrailer) return [line];
    const text = source.text.slice(line.span.start, line.span.end);
    const cuts = cutsIn(text);
    return cuts.length === 0 ? [line] : piecesOf(source, line, cuts);
  });
}

const OPENS_WITH_LABEL = new RegExp(`^\\s*${INLINE_LABEL.source}`);

/** Offsets at which a line is cut, rising, none of them at its start. */
function cutsIn(text: string): number[] {
  const isLong = text.length >= LONGEST_PARAGRAPH;
  // A shorter line that itself opens with a label of attendance may hold the next one: "Present: … Apologies: …".
  if (!isLong && !(text.length <= 600 && OPENS_WITH_LABEL.test(text))) return [];
  const numbers = isLong ? numberCuts(text) : [];
  const labels = labelCuts(text, numbers[0] ?? text.length);
  const cuts = [...numbers, ...labels];
  if (isLong && cuts.length < 3) return [];
  return [...new Set(cuts)].filter((cut) => text.slice(0, cut).trim() !== "").sort((a, b) => a - b);
}

/** A number behind a blank with a capital behind it; what it is a number of, the chain tells. */
const INLINE_NUMBER =
  /(?<=\s)(?:[A-Z]{1,4}[ /-]?)?\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?(?:[.):]|(?=\s))\s+(?=["'“‘(]?[A-Z])/g;

/** Words in front of a number that refer to it. */
const REFERRING =
  /(?:\b(?:items?|minutes?|min|no|nos|number|numbers|page|part|section|schedule|para|paragraph|act|class|order|year|plot|unit|road|form|and|to|of|the|on|at|from|in|by|for|a|&)\.?|[£$€–-])\s*$/i;

/** Where the numbers of the items begin, as far as they follow each other. */
function numberCuts(text: string): number[] {
  const candidates: NumberCandidate[] = [];
  for (const match of text.matchAll(INLINE_NUMBER)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (REFERRING.test(before)) continue;
    const number = readItemNumber(text.slice(match.index, match.index + 60));
    if (number === null || number.kind === "letter" || number.kind === "suffixed") continue;
    if (number.kind === "decimal" && number.close === null) continue;
    const words = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    const isAfterSentence = /[.!?:)]\s*$/.test(before);
    const weight = 1 + (isAfterSentence ? 0.5 : 0) + (USUAL_BUSINESS_RUN_IN.test(words) ? 0.8 : 0);
    candidates.push({ index: match.index, number, weight, looks: "" });
  }
  const chain = findChain(candidates);
  return chain.length >= 3 ? chain.map((member) => member.index) : [];
}

/** Labels of attendance, and the title of the minutes, in front of the first item. */
function labelCuts(text: string, end: number): number[] {
  const head = text.slice(0, end);
  return LABELS.flatMap((pattern) => [...head.matchAll(pattern)].map((match) => match.index));
}

const LABELS = [INLINE_LABEL, INLINE_TITLE].map((pattern) => new RegExp(`(?<=^|\\s)${pattern.source}`, "g"));

function piecesOf(source: SourceText, line: Line, cuts: readonly number[]): Line[] {
  const edges = [0, ...cuts, line.span.end - line.span.start].map((offset) => line.span.start + offset);
  return edges
    .slice(1)
    .map((end, position) => pieceOf(source, line, { start: edges[position] ?? end, end }, position === 0));
}

/** A piece is a line of its own, with what the whole line tells about it. */
function pieceOf(source: SourceText, line: Line, span: Span, isFirst: boolean): Line {
  const emphases = clip<Emphasis>(line.emphases, span);
  const words = trimmed(source, span);
  const covers = (kind: Emphasis["kind"]) =>
    emphases.some(
      (emphasis) => emphasis.kind === kind && emphasis.span.start <= words.start && emphasis.span.end >= words.end,
    );
  return {
    ...line,
    span,
    fragments: clip<Fragment>(line.fragments, span),
    emphases,
    style: {
      ...line.style,
      bold: covers("bold"),
      italic: covers("italic"),
      underline: covers("underline"),
      list: isFirst ? line.style.list : null,
    },
    isAfterGap: isFirst ? line.isAfterGap : false,
    gapLines: isFirst ? line.gapLines : 0,
  };
}

function clip<T extends { readonly span: Span }>(all: readonly T[], span: Span): T[] {
  return all.flatMap((one) => {
    const start = Math.max(one.span.start, span.start);
    const end = Math.min(one.span.end, span.end);
    return start < end ? [{ ...one, span: { start, end } }] : [];
  });
}

function trimmed(source: SourceText, span: Span): Span {
  const raw = source.text.slice(span.start, span.end);
  return { start: span.start + (raw.length - raw.trimStart().length), end: span.start + raw.trimEnd().length };
}
