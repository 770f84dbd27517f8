/** How well the five real documents are read, by our own measure and by the script that users run over a database. */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { addDocument, emptyEvaluation } from "../../src/evaluation/evaluation.js";
import { reportJson } from "../../src/evaluation/report-json.js";
import { scoreDocument } from "../../src/evaluation/score-document.js";
import { CORE_FIELDS } from "../../src/evaluation/tally.js";
import { identify } from "../../src/pipeline/document-file.js";
import { readingFacts } from "../../src/pipeline/reading-facts.js";
import { MinutesStore } from "../../src/store/store.js";
import {
  CORPUS,
  convertSeed,
  hasCorpus,
  type Read,
  SCORE_SCRIPT,
  SEEDS,
  TRUTH,
  truthOfSeed,
} from "./real-documents.js";

const LEAST_CORE = 0.95;
const LEAST_FIELD = 0.85;

const hasScript = spawnSync("python3", ["--version"]).status === 0 && existsSync(SCORE_SCRIPT);
if (hasCorpus && !hasScript) console.warn("not compared with score.py: python3 or the script is missing");

const evaluation = emptyEvaluation();
const conversions = new Map<string, Read>();

beforeAll(async () => {
  if (!hasCorpus) return;
  for (const seed of SEEDS) {
    const conversion = await convertSeed(seed);
    const truth = await truthOfSeed(seed);
    conversions.set(truth.file, conversion);
    addDocument(evaluation, truth, scoreDocument(truth, conversion.minutes.parts));
  }
});

describe.skipIf(!hasCorpus)("the five real documents", () => {
  test(`the core F1 is at least ${LEAST_CORE}`, () => {
    expect(evaluation.total.core()).toBeGreaterThanOrEqual(LEAST_CORE);
  });

  test.each(CORE_FIELDS)(`%s is at least ${LEAST_FIELD}`, (field) => {
    const misses = evaluation.total.misses(field).map((miss) => miss.join(" | "));
    expect(evaluation.total.f1(field), misses.join("\n")).toBeGreaterThanOrEqual(LEAST_FIELD);
  });

  test.skipIf(!hasScript)("every figure is that of score.py over a database of the same readings", async () => {
    const folder = mkdtempSync(join(tmpdir(), "minutebook-seeds-"));
    try {
      await saveAll(join(folder, "minutes.db"));
      const command = [SCORE_SCRIPT, join(folder, "minutes.db"), join(TRUTH, "seeds"), "--json"];
      const theirs = figuresIn(JSON.parse(execFileSync("python3", command, { encoding: "utf8" })));
      const ours = figuresIn(JSON.parse(reportJson(evaluation)));
      expect([...ours.keys()]).toEqual(expect.arrayContaining([...theirs.keys()]));
      for (const [place, figure] of theirs)
        expect(Math.abs((ours.get(place) ?? -1) - figure), place).toBeLessThan(0.005);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

async function saveAll(database: string): Promise<void> {
  const store = MinutesStore.open(database, "write");
  for (const [path, conversion] of conversions) {
    const file = await identify({ root: CORPUS, path, absolutePath: join(CORPUS, path) });
    if (!("sha256" in file)) throw new Error(`${path}: ${file.message}`);
    const by = { programVersion: "0.0.0", parserVersion: 1, runId: null, ingestedAt: "2021-01-01T00:00:00.000Z" };
    store.save(file, conversion, { ...readingFacts(path, conversion), ...by });
  }
  store.close();
}

/** Every number of a report, by its place in it. */
function figuresIn(value: unknown, place = ""): Map<string, number> {
  if (typeof value === "number") return new Map([[place, value]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...figuresIn(inner, `${place}.${key}`)]));
}
