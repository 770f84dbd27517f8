/** What must hold of every reading, whatever was read. */

import { expect } from "vitest";
import { wordsOf } from "../../src/evaluation/words.js";
import { explainLines, parseMinutes } from "../../src/grammar/index.js";
import { Minutes } from "../../src/model/minutes.js";
import { quote, type SourceText, type Span } from "../../src/model/source.js";

/** Nothing of the text is lost: its lines are the text, and each is read as one token, or cut without loss into pieces that are. */
export function expectLossless(source: SourceText): void {
  expect(source.lines.map((line) => source.text.slice(line.span.start, line.span.end)).join("")).toBe(source.text);
  const read = explainLines(source).map(({ line }) => line);
  expect(read.map((line) => source.text.slice(line.span.start, line.span.end)).join("")).toBe(source.text);
  const ends = new Set(read.map((line) => line.span.end));
  expect(source.lines.filter((line) => !ends.has(line.span.end))).toEqual([]);
}

/** The record is as the schema says, every span lies in the text, and what is called stated stands in its quote. Returns the record. */
export function expectSound(source: SourceText): Minutes {
  const { value, diagnostics } = parseMinutes(source);
  expect(Minutes.parse(value)).toEqual(value);
  const spans = [
    ...nodesIn(value).flatMap(spanOf),
    ...diagnostics.flatMap(({ span }) => (span === null ? [] : [span])),
  ];
  const outside = spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= source.text.length));
  expect(outside).toEqual([]);
  expect(nodesIn(value).flatMap((node) => unborne(source, node))).toEqual([]);
  return value;
}

/** Two readings of one text are the same, to the letter. */
export function expectDetermined(source: SourceText): void {
  expect(JSON.stringify(parseMinutes(source))).toBe(JSON.stringify(parseMinutes(structuredClone(source))));
}

type Node = Readonly<Record<string, unknown>>;

/** Every object in a value, at any depth. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

function spanOf(node: Node): Span[] {
  return isSpan(node.span) ? [node.span] : [];
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}

/** Words of a closed list and dates are not the source's words. */
const NOT_WORDS =
  /^(?:present|in_attendance|apologies|absent|resolved|agreed|recommended|approved|noted|elected|other|carried|lost|withdrawn|deferred|open|done|dropped|draft|approved|\d{4}-\d\d-\d\d|\d\d:\d\d)$/;

/** A stated text whose words do not all stand in its quote. */
function unborne(source: SourceText, node: Node): { text: string; quote: string }[] {
  const { value, span, basis } = node;
  if (basis !== "stated" || typeof value !== "string" || !isSpan(span)) return [];
  if (NOT_WORDS.test(value)) return [];
  const cited = quote(source, span);
  const standing = new Set(wordsOf(cited));
  return wordsOf(value).every((word) => standing.has(word)) ? [] : [{ text: value, quote: cited }];
}
