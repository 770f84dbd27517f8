/** The real documents beside the project: they are measured where they are there, and never copied into it. */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTruth, type Truth } from "../../src/evaluation/truth.js";
import type { Conversion } from "../../src/model/conversion.js";
import { convert } from "../../src/pipeline/convert.js";

const SHARED = join(import.meta.dirname, "../../../shared");

export const CORPUS = join(SHARED, "corpus");
export const TRUTH = join(SHARED, "truth");
export const SCORE_SCRIPT = join(SHARED, "score.py");

export const hasCorpus = existsSync(join(CORPUS, "seeds")) && existsSync(join(TRUTH, "seeds"));
if (!hasCorpus) console.warn("skipped: the real documents are not in ../shared/corpus");

export const SEEDS = ["000", "001", "002", "003", "004"] as const;
export type Seed = (typeof SEEDS)[number];

export type Read = Extract<Conversion, { status: "read" }>;

/** Converts one of the five in this process. */
export async function convertSeed(seed: Seed): Promise<Read> {
  const path = `seeds/${seed}.txt`;
  const conversion = await convert(path, await readFile(join(CORPUS, path)));
  if (conversion.status !== "read") throw new Error(`${path}: ${conversion.message}`);
  return conversion;
}

export async function truthOfSeed(seed: Seed): Promise<Truth> {
  const path = join(TRUTH, "seeds", `${seed}.json`);
  const truth = readTruth(path, await readFile(path, "utf8"));
  if (truth === null) throw new Error(`${path} is no truth file`);
  return truth;
}
