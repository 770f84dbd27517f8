/** What each line of a document was read as, which facts were read from it and by which rules, and why it was left prose. */

import type { Conversion } from "../model/conversion.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Line, SourceText } from "../model/source.js";
import { type FactName, type FactValue, factValues } from "./fact-values.js";

/** A line of the source with what became of it. */
export interface ExplainedLine {
  /** From 1, in reading order. */
  readonly line: number;
  readonly page: number | null;
  readonly reading: string;
  readonly rule: string;
  /** "bold 14 pt heading 2"; empty where the line looks like all others. */
  readonly style: string;
  /** "table 1, row 2, column 1", counted from 1 as people do; empty outside grids, "trailer" for page furniture. */
  readonly place: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The values whose evidence begins in the line. */
  readonly facts: readonly FactValue[];
  /** The facts of lines before it that go on in this one. */
  readonly within: readonly FactName[];
  /** Null where a fact was read from it, more than the text of its item, and where it has no words. */
  readonly whyProse: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function explain({
  source,
  minutes,
  diagnostics,
}: Extract<Conversion, { status: "read" }>): Promise<ExplainedLine[]> {
  const { explainLines } = await import("../grammar/index.js");
  const lines = explainLines(source);
  const ends = lines.map(({ line }) => line.span.end);
  const facts: FactValue[][] = lines.map(() => []);
  const within: FactValue[][] = lines.map(() => []);
  for (const value of factValues(minutes)) {
    const first = lineAt(ends, value.span.start);
    facts[first]?.push(value);
    for (let index = first + 1; (ends[index - 1] ?? Infinity) < value.span.end; index++) within[index]?.push(value);
  }
  const told: Diagnostic[][] = lines.map(() => []);
  for (const diagnostic of diagnostics) {
    if (diagnostic.span !== null) told[lineAt(ends, diagnostic.span.start)]?.push(diagnostic);
  }
  return lines.map(({ line, page, reading, rule, whyProse }, index): ExplainedLine => {
    const own = facts[index] ?? [];
    const around = (within[index] ?? []).filter(({ fact, field }) => fact !== "part" || field !== "kind");
    const isProse = [...own, ...around].every(isBackground);
    return {
      ...{ line: index + 1, page, reading, rule, style: styleOf(line), place: placeOf(source, line) },
      text: source.text.slice(line.span.start, line.span.end).trimEnd(),
      ...{ start: line.span.start, end: line.span.end },
      facts: own,
      within: around.filter((value, place) => around.findIndex((other) => isSameFact(other, value)) === place),
      whyProse: isProse ? (labelOf(rule, facts, index) ?? whyProse) : null,
      diagnostics: told[index] ?? [],
    };
  });
}

/** Index of the line that holds an offset; lines are in order and without gaps. */
function lineAt(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many lines below a label its people are looked for. */
const LIST_LENGTH = 60;

/** A label whose people stand in lines of their own gave them their status; null for another line. */
function labelOf(rule: string, facts: readonly (readonly FactValue[])[], index: number): string | null {
  const status = /^label\/(.+)/.exec(rule)?.[1];
  if (status === undefined) return null;
  const below = facts.slice(index + 1, index + 1 + LIST_LENGTH).flat();
  const people = below.filter(
    ({ fact, field, value }) => fact === "attendance" && field === "status" && value === status,
  );
  return people.length === 0 ? null : `the label of a list: ${people.length} below it as ${status.replace("_", " ")}`;
}

/** What a line can belong to and be prose all the same. */
function isBackground({ fact, field }: FactValue): boolean {
  return (fact === "item" && field === "text") || (fact === "part" && field === "kind");
}

function isSameFact(a: FactName, b: FactName): boolean {
  return a.part === b.part && a.fact === b.fact && a.ordinal === b.ordinal;
}

function styleOf({ style: { bold, italic, underline, size, heading, list, indent } }: Line): string {
  const words = [
    bold ? "bold" : "",
    italic ? "italic" : "",
    underline ? "underlined" : "",
    size === null ? "" : `${Math.round(size * 10) / 10} pt`,
    heading === null ? "" : `heading ${heading}`,
    list === null ? "" : `${list} list`,
    indent === null || indent < 0.5 ? "" : `indented ${Math.round(indent)}`,
  ];
  return words.filter((word) => word !== "").join(", ");
}

function placeOf(source: SourceText, { cell, isTrailer }: Line): string {
  if (isTrailer) return "trailer";
  if (cell === null) return "";
  return `${source.grids[cell.grid]?.kind ?? "grid"} ${cell.grid + 1}, row ${cell.row + 1}, column ${cell.col + 1}`;
}
