/** Builds small invented conversions whose spans are found by the words themselves. */

import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Conversion } from "../../src/model/conversion.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Action, Attendee, Decision, Item, Part, Sourced } from "../../src/model/minutes.js";
import { type Line, NO_METADATA, type SourceText, type Span } from "../../src/model/source.js";
import type { DocumentFile, MinutesStore, ReadingFacts } from "../../src/store/store.js";
import { VIEWS } from "../../src/store/views.js";

export const FACTS: ReadingFacts = {
  mediaType: "text/plain",
  extractor: "text",
  programVersion: "0.1.0",
  parserVersion: 1,
  runId: null,
  ingestedAt: "2021-01-01T00:00:00.000Z",
};

/** One line a newline; a form feed in front of a line begins a page, and then every line has a box. */
export function sourceOf(marked: string, trailer = ""): SourceText {
  const hasPages = marked.includes("\f");
  const lines: Line[] = [];
  let text = "";
  let page = 1;
  const add = (line: string, isTrailer: boolean): void => {
    if (line.startsWith("\f")) page += 1;
    const words = line.replaceAll("\f", "");
    const start = text.length;
    text += words;
    const y0 = lines.length * 20;
    const box = hasPages ? { x0: 50, y0, x1: 50 + 5 * words.length, y1: y0 + 12 } : null;
    const span = { start, end: start + words.trimEnd().length };
    const fragments = span.end > span.start ? [{ span, page: hasPages ? page : null, box }] : [];
    lines.push({ span: { start, end: text.length }, fragments, style: STYLE, ...PLAIN, isTrailer });
  };
  for (const line of marked.match(/[^\n]*\n|[^\n]+$/g) ?? []) add(line, false);
  const trailerStart = text.length;
  if (trailer !== "") add(trailer, true);
  const id = createHash("sha256").update(text).digest("hex");
  const metadata = NO_METADATA;
  const pages = hasPages ? page : null;
  return { id, format: "text", text, lines, grids: [], pages, trailerStart, metadata, ocrPages: [] };
}

const STYLE = { bold: false, italic: false, underline: false, size: null, heading: null, list: null, indent: null };
const PLAIN = { emphases: [], cell: null, isAfterGap: false, gapLines: 0 } as const;

export function spanOf(source: SourceText, words: string): Span {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text.`);
  return { start, end: start + words.length };
}

/** A value as written. */
export function read(source: SourceText, words: string): Sourced<string> {
  return valueAt(source, words, words);
}

export function valueAt<T>(source: SourceText, words: string, value: T): Sourced<T> {
  return { value, span: { ...spanOf(source, words) }, basis: "stated", rule: "test", confidence: 0.9 };
}

export function partOf(source: SourceText, more: Partial<Part> = {}): Part {
  return {
    kind: "minutes",
    ...{ title: null, body: null, organisation: null, date: null, startTime: null, endTime: null, venue: null },
    ...{ chair: null, status: null, attendance: [], items: [], decisions: [], actions: [], tables: [] },
    nextMeetings: [],
    span: { start: 0, end: source.text.length },
    ...more,
  };
}

export function itemOf(source: SourceText, title: string, more: Partial<Item> = {}): Item {
  return {
    number: null,
    title: read(source, title),
    parent: null,
    text: null,
    span: { ...spanOf(source, title) },
    ...more,
  };
}

export function attendeeOf(source: SourceText, name: string, status: Attendee["status"]["value"]): Attendee {
  const statusRead = valueAt(source, name, status);
  return {
    name: read(source, name),
    status: statusRead,
    ...{ role: null, organisation: null, note: null },
    span: { ...spanOf(source, name) },
  };
}

export function decisionOf(source: SourceText, words: string, more: Partial<Decision> = {}): Decision {
  return {
    item: null,
    kind: valueAt(source, words, "resolved"),
    text: read(source, words),
    ...{ clause: null, proposer: null, seconder: null, votesFor: null, votesAgainst: null, votesAbstained: null },
    ...{ unanimous: null, result: null },
    span: { ...spanOf(source, words) },
    ...more,
  };
}

export function actionOf(source: SourceText, words: string, more: Partial<Action> = {}): Action {
  return {
    item: null,
    owners: [],
    text: read(source, words),
    ...{ dueDate: null, dueText: null, status: null, state: null },
    isMarked: true,
    span: { ...spanOf(source, words) },
    ...more,
  };
}

export function readConversion(
  source: SourceText,
  parts: readonly Part[],
  diagnostics: readonly Diagnostic[] = [],
): Conversion {
  return { status: "read", source, minutes: { parts: [...parts] }, diagnostics };
}

export function fileOf(sha256: string, path: string): DocumentFile {
  return { root: "archive", path, size: 100, modifiedAt: "2020-01-01T00:00:00.000Z", sha256 };
}

/** Saves a conversion that was read, at a place. */
export function saveRead(store: MinutesStore, path: string, conversion: Conversion, facts = FACTS): string {
  const sha256 = conversion.status === "read" ? conversion.source.id : conversion.id;
  store.save(fileOf(sha256, path), conversion, facts);
  return sha256;
}

/** The rows of a SELECT as objects. */
export function rowsOf(store: MinutesStore, sql: string, ...parameters: unknown[]): Record<string, unknown>[] {
  const { columns, rows } = store.query(sql, parameters);
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}

/** All rows of all views, in an order of their own. */
export function dumpOf(store: MinutesStore): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(VIEWS).map((view) => [
      view,
      store
        .query(`SELECT * FROM ${view}`)
        .rows.map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** A path for a database in a new folder. */
export function newDatabasePath(): string {
  return join(mkdtempSync(join(tmpdir(), "minutebook-store-")), "minutes.db");
}
