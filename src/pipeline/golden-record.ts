/** The typed record of a document as JSON for readers: each span is replaced by the words that it covers. */

import type { Minutes } from "../model/minutes.js";
import { quote, type SourceText, type Span } from "../model/source.js";

/** Longer quotes are shown by their beginning and their end. */
const LONGEST_QUOTE = 160;

/** Columns within which a list or an object is kept on one line. */
const WIDTH = 110;

/** A value that stands so in the text is just the value; any other has its quote, and where it is not stated its basis and rule. */
export function renderRecord(minutes: Minutes, source: SourceText): string {
  return print(readable(minutes, source), 0, 0);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Sourced {
  readonly value: string | number | boolean;
  readonly span: Span;
  readonly basis: string;
  readonly rule: string;
}

function readable(value: unknown, source: SourceText): Json {
  if (typeof value !== "object" || value === null) return primitive(value);
  if (Array.isArray(value)) return value.map((element) => readable(element, source));
  if (isSourced(value)) return readableSourced(value, source);
  const entries = Object.entries(value).flatMap(([key, field]): [string, Json][] => {
    if (key !== "span" || !isSpan(field)) return [[key, readable(field, source)]];
    const cited = quote(source, field);
    const isCellText = "text" in value && value.text === cited;
    return isCellText ? [] : [["quote", shortened(cited)]];
  });
  return Object.fromEntries(entries);
}

function readableSourced(sourced: Sourced, source: SourceText): Json {
  const { value, span, basis, rule } = sourced;
  const cited = quote(source, span);
  if (basis !== "stated") return { value, basis, rule, quote: shortened(cited) };
  const isVerbatim = cited.replace(/\s+/g, " ").trim() === String(value);
  return isVerbatim ? value : { value, quote: shortened(cited) };
}

function primitive(value: unknown): Json {
  const isPrimitive = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPrimitive ? value : null;
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, 100)} … ${text.slice(-50)}`;
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}

function isSourced(value: object): value is Sourced {
  return "value" in value && "basis" in value && "rule" in value && "span" in value;
}

/** JSON by two blanks a level, with short lists and objects on one line. `used`: columns taken before the value. */
function print(value: Json, depth: number, used: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = onOneLine(value);
  if (used + line.length <= WIDTH) return line;
  const indent = "  ".repeat(depth + 1);
  const isList = isJsonList(value);
  const fields = isList
    ? value.map((element) => `${indent}${print(element, depth + 1, indent.length)}`)
    : Object.entries(value).map(([key, field]) => {
        const name = `${indent}${JSON.stringify(key)}: `;
        return name + print(field, depth + 1, name.length);
      });
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${fields.join(",\n")}\n${"  ".repeat(depth)}${close}`;
}

function onOneLine(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isJsonList(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${onOneLine(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function isJsonList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
