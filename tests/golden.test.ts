/** The project's own corpus against its golden files, and what must hold of it whatever the golden files say. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { factTextCoverage } from "../src/evaluation/coverage.js";
import type { Conversion } from "../src/model/conversion.js";
import { severityOf } from "../src/model/diagnostic.js";
import { convert } from "../src/pipeline/convert.js";
import { discover } from "../src/pipeline/discover.js";
import { compareGolden } from "../src/pipeline/golden.js";

const PROJECT = join(import.meta.dirname, "..");
const CORPUS = join(PROJECT, "corpus");
const GOLDEN = join(PROJECT, "golden");

/** Share of a text's words that must stand in its quote. */
const LEAST_SHARE = 0.9;

test("every stage of every document is as its golden file says", async () => {
  const { differences, count, documents } = await compareGolden(CORPUS, GOLDEN, { update: false });
  expect(documents).toBeGreaterThanOrEqual(12);
  expect(count, `${count} golden files differ; \`minutebook golden corpus golden\` shows all.\n${differences}`).toBe(0);
});

const { files } = await discover([CORPUS]);

/** A blind update of the golden files cannot bless what fails here. */
describe.each(files.map(({ path, absolutePath }) => ({ path, absolutePath })))("$path", ({ path, absolutePath }) => {
  let conversion: Conversion;

  beforeAll(async () => {
    conversion = await convert(path, await readFile(absolutePath));
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
