/** Twenty tables of the corpus, ten ruled and ten not, read through the public record: each cell's words at its row and column. */

import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { overlap } from "../../src/evaluation/words.js";
import type { DataTable } from "../../src/model/minutes.js";
import { convert } from "../../src/pipeline/convert.js";

const project = path.resolve(import.meta.dirname, "../..");
const records = path.join(project, "corpus-sources", "tables");

/** The least F1 of cells over all twenty tables together. */
const LEAST_F1 = 0.97;

const Cell = z.strictObject({
  row: z.int(),
  col: z.int(),
  row_span: z.int(),
  col_span: z.int(),
  text: z.string(),
});
type Cell = z.infer<typeof Cell>;

const TrueTable = z.strictObject({
  name: z.string(),
  ruled: z.enum(["ruled", "unruled"]),
  features: z.array(z.string()),
  rows: z.int(),
  cols: z.int(),
  cells: z.array(Cell),
});
type TrueTable = z.infer<typeof TrueTable>;

const Tables = z.strictObject({ file: z.string(), tables: z.array(TrueTable) });

interface Measured {
  readonly name: string;
  readonly right: number;
  readonly found: number;
  readonly truth: number;
  /** Of the merged cells of the truth that were found at their place, those whose spans are right. */
  readonly spans: readonly [right: number, truth: number];
}

const documents = readdirSync(records)
  .sort()
  .map((name) => Tables.parse(JSON.parse(readFileSync(path.join(records, name), "utf8"))));

describe("the twenty tables of the corpus", () => {
  let measured: Measured[] = [];

  beforeAll(async () => {
    measured = (await Promise.all(documents.map(measureDocument))).flat();
  }, 60_000);

  it("are ten ruled and ten unruled ones", () => {
    const kinds = documents.flatMap(({ tables }) => tables.map(({ ruled }) => ruled));
    expect(kinds.filter((kind) => kind === "ruled")).toHaveLength(10);
    expect(kinds.filter((kind) => kind === "unruled")).toHaveLength(10);
  });

  it(`have their words at the right row and column: F1 ${LEAST_F1} or more`, () => {
    expect(f1(sum(measured)), report(measured)).toBeGreaterThanOrEqual(LEAST_F1);
  });

  it("have the spans of their merged cells", () => {
    const wrong = measured.filter(({ spans: [right, truth] }) => right < truth);
    expect(wrong.map(({ name, spans: [right, truth] }) => `${name}: ${right} of ${truth}`)).toEqual([]);
  });
});

async function measureDocument({ file, tables }: z.infer<typeof Tables>): Promise<Measured[]> {
  const conversion = await convert(file, await readFile(path.join(project, "corpus", file)));
  const left = conversion.status === "read" ? conversion.minutes.parts.flatMap((part) => part.tables) : [];
  const measured = tables.map((table) => measure(`${file} ${table.name}`, table, takeBest(table, left)));
  const unasked = left.reduce((count, table) => count + worded(cellsOf(table)).length, 0);
  return unasked === 0
    ? measured
    : [...measured, { name: `${file} (no table)`, right: 0, found: unasked, truth: 0, spans: [0, 0] }];
}

/** The found table that has most words in common; it is taken out of those left. Half a table stands for none but the one it belongs to. */
function takeBest(table: TrueTable, left: DataTable[]): DataTable | null {
  const words = wordsOf(table.cells);
  const scores = left.map((found) => overlap(words, wordsOf(cellsOf(found))));
  const best = scores.indexOf(Math.max(...scores));
  return (scores[best] ?? 0) < 0.3 ? null : (left.splice(best, 1)[0] ?? null);
}

function measure(name: string, table: TrueTable, found: DataTable | null): Measured {
  const truth = worded(table.cells);
  const cells = found === null ? [] : worded(cellsOf(found));
  const places = new Map(cells.map((cell) => [key(cell), cell]));
  const right = truth.filter((cell) => places.has(key(cell)));
  const merged = truth.filter((cell) => cell.row_span > 1 || cell.col_span > 1);
  const rightSpans = merged.filter((cell) => {
    const twin = places.get(key(cell));
    return twin?.row_span === cell.row_span && twin.col_span === cell.col_span;
  });
  const spans = [rightSpans.length, merged.length] as const;
  return { name, right: right.length, found: cells.length, truth: truth.length, spans };
}

function cellsOf(table: DataTable): Cell[] {
  return table.cells.map(({ row, col, rowSpan, colSpan, text }) => {
    return { row, col, row_span: rowSpan, col_span: colSpan, text };
  });
}

/** An empty cell is nothing to be found: a list without rules has no place for it. */
function worded(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ text }) => text.trim() !== "");
}

function wordsOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join(" ");
}

function key({ row, col, text }: Cell): string {
  return `${row} ${col} ${text.replace(/\s+/g, " ").trim()}`;
}

function sum(measured: readonly Measured[]): { right: number; found: number; truth: number } {
  const total = { right: 0, found: 0, truth: 0 };
  for (const { right, found, truth } of measured) {
    total.right += right;
    total.found += found;
    total.truth += truth;
  }
  return total;
}

function f1({ right, found, truth }: { right: number; found: number; truth: number }): number {
  return found + truth === 0 ? 1 : (2 * right) / (found + truth);
}

function report(measured: readonly Measured[]): string {
  const lines = measured.map((table) => {
    const { name, right, found, truth } = table;
    return `${f1(table).toFixed(3)}  ${name}: ${right} right of ${truth}, ${found} found`;
  });
  return ["cells by table:", ...lines].join("\n");
}
