/** The project's own corpus against its golden files, and what must hold of it whatever the golden files say. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShippedPool, withFreshFigures } from "../scripts/evaluation-figures.js";
import { factTextCoverage } from "../src/evaluation/coverage.js";
import type { Conversion } from "../src/model/conversion.js";
import { severityOf } from "../src/model/diagnostic.js";
import { discover } from "../src/pipeline/discover.js";
import { compareGolden } from "../src/pipeline/golden.js";
import type { ConverterPool, PoolTask } from "../src/pipeline/pool.js";

const PROJECT = join(import.meta.dirname, "..");
const CORPUS = join(PROJECT, "corpus");
const GOLDEN = join(PROJECT, "golden");

/** Share of a text's words that must stand in its quote. */
const LEAST_SHARE = 0.9;

const children = openShippedPool();
afterAll(() => children.close());

/** Each document is read once, scans cost seconds. */
const conversions = new Map<string, Promise<Conversion | null>>();
const pool: ConverterPool = {
  convert: (task: PoolTask) => {
    const conversion = conversions.get(task.absolutePath) ?? children.convert(task);
    conversions.set(task.absolutePath, conversion);
    return conversion;
  },
  close: () => undefined,
};

test("every stage of every document is as its golden file says", async () => {
  const { differences, count, documents } = await compareGolden(CORPUS, GOLDEN, { update: false, pool });
  expect(documents).toBeGreaterThanOrEqual(30);
  expect(count, `${count} golden files differ; \`minutebook golden corpus golden\` shows all.\n${differences}`).toBe(0);
});

test("EVALUATION.md has today's figures", { timeout: 240_000 }, async () => {
  const written = readFileSync(join(PROJECT, "EVALUATION.md"), "utf8");
  expect(await withFreshFigures(written, pool), "`npm run evaluate` writes them anew").toBe(written);
});

const { files } = await discover([CORPUS]);

/** A blind update of the golden files cannot bless what fails here. */
describe.each(files.map(({ path, absolutePath }) => ({ path, absolutePath })))("$path", ({ path, absolutePath }) => {
  let conversion: Conversion;

  beforeAll(async () => {
    const read = await pool.convert({ absolutePath, sha256: path });
    if (read === null) throw new Error("interrupted");
    conversion = read;
  });

  test("is read without an error", () => {
    expect(conversion.status).toBe("read");
    const diagnostics = conversion.status === "read" ? conversion.diagnostics : [];
    expect(diagnostics.filter(({ code }) => severityOf(code) === "error")).toEqual([]);
  });

  test("says nothing that its source does not", () => {
    if (conversion.status !== "read") throw new Error(conversion.message);
    const { checked, offenders } = factTextCoverage(conversion.minutes, conversion.source, LEAST_SHARE);
    expect(checked).toBeGreaterThan(0);
    expect(offenders).toEqual([]);
  });
});
