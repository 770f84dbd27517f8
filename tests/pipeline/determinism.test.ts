/** The same documents give the same rows, run after run, in whatever order they are given and however many are read at once. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";

const CORPUS = join(import.meta.dirname, "../../corpus");

/** Twenty documents of our own that are quick to read: no scans. */
const FILES = readdirSync(CORPUS)
  .filter((name) => /\.(?:txt|md|html|docx)$/.test(name))
  .sort()
  .slice(0, 20)
  .map((name) => join(CORPUS, name));

const stores: MinutesStore[] = [];
afterAll(() => {
  for (const store of stores) store.close();
});

test("two runs, and files in any order, give the same rows", { timeout: 120_000 }, async () => {
  expect(FILES).toHaveLength(20);
  const first = await rowsOf(FILES, 1);
  expect(first.get("meeting_list")?.length).toBeGreaterThanOrEqual(15);
  const shuffled = [...FILES.filter((_, index) => index % 2 === 1), ...FILES.filter((_, index) => index % 2 === 0)];
  for (const [order, jobs] of [
    [FILES, 2],
    [[...FILES].reverse(), 2],
    [shuffled, 1],
  ] as const) {
    const again = await rowsOf(order, jobs);
    for (const [name, rows] of first) expect(again.get(name), name).toEqual(rows);
  }
});

/** Each table and view with its rows in order, without the times of the run. */
async function rowsOf(files: readonly string[], jobs: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const store = MinutesStore.open(join(folderWith({}), "minutes.db"), "write");
  stores.push(store);
  await ingest([...files], store, { jobs, timeoutSeconds: 60 });
  const names = store
    .query(
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT IN ('run', 'run_list') ORDER BY name",
    )
    .rows.map(([name]) => String(name));
  return new Map(names.map((name) => [name, linesOf(store, name)]));
}

/** The clock's, and the numbers of rows by which the database finds them within. */
const UNSTABLE = /_at$|^row_number$|^evidence_id$/;

function linesOf(store: MinutesStore, name: string): string[] {
  const { columns, rows } = store.query(`SELECT * FROM "${name}"`);
  const isKept = columns.map((column) => !UNSTABLE.test(column));
  return rows.map((row) => JSON.stringify(row.filter((_, index) => isKept[index]))).sort();
}
