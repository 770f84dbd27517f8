/** Documents against truth files: how much of what they state is found, and how much of what is found they state. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { addDocument, type Evaluation, emptyEvaluation, familyOf } from "../evaluation/evaluation.js";
import { formatReport } from "../evaluation/report.js";
import { reportJson } from "../evaluation/report-json.js";
import { scoreDocument } from "../evaluation/score-document.js";
import { FIELDS, type Field } from "../evaluation/tally.js";
import { EvaluationError, readTruth, type Truth } from "../evaluation/truth.js";
import type { Part } from "../model/minutes.js";
import { discover, type FoundFile } from "./discover.js";
import { identify, refusal } from "./document-file.js";
import { type ConverterPool, openPool, type PoolOptions } from "./pool.js";

export { EvaluationError };

export interface EvaluateOptions extends Partial<PoolOptions> {
  /** Only these families: named by the truth files, or the topmost folders of their `file`. */
  readonly family?: readonly string[];
  /** A field whose misses are listed below the table. */
  readonly misses?: string;
  /** Whether a line a rule is added. */
  readonly rules?: boolean;
  /** JSON in place of the tables. */
  readonly json?: boolean;
  /** How many documents are read at a time. */
  readonly jobs?: number;
  /** Who converts; children of its own where not given. It is left open. */
  readonly pool?: ConverterPool;
}

/**
 * Converts each document that has a truth file and scores it; one that is missing or cannot be read counts as all missed.
 * `core` is the mean F1 of the core fields, 0 to 1. Throws an `EvaluationError` where nothing can be measured.
 */
export async function evaluateFolder(
  corpus: string,
  truth: string,
  options: EvaluateOptions = {},
): Promise<{ report: string; core: number; evaluation: Evaluation }> {
  const misses = options.misses === undefined ? null : fieldNamed(options.misses);
  const truths = await readTruths(truth, options.family ?? []);
  const { files, unfound } = await discover([corpus]);
  if (files.length === 0) throw new EvaluationError(`${corpus}: ${unfound[0]?.message ?? "no documents in it"}`);
  const pool = options.pool ?? openPool({ timeoutSeconds: 120, ...options });
  const limit = pLimit(options.jobs ?? 1);
  const evaluation = emptyEvaluation();
  try {
    const parts = await limit.map(truths, ({ file }) => partsOf(filesNamed(files, file), pool));
    truths.forEach((document, index) => {
      addDocument(evaluation, document, scoreDocument(document, parts[index] ?? []));
    });
  } finally {
    if (options.pool === undefined) pool.close();
  }
  const { rules = false, json = false } = options;
  const report = json ? reportJson(evaluation) : formatReport(evaluation, { misses, rules });
  return { report, core: evaluation.total.core(), evaluation };
}

function fieldNamed(name: string): Field {
  const field = FIELDS.find((field) => field === name);
  if (field === undefined) throw new EvaluationError(`no field "${name}"; the fields are ${FIELDS.join(", ")}`);
  return field;
}

/** The truth files of a folder and its folders, by path. */
async function readTruths(folder: string, families: readonly string[]): Promise<Truth[]> {
  const truths: Truth[] = [];
  for (const path of await jsonFiles(folder)) {
    const truth = readTruth(path, await readFile(path, "utf8"));
    if (truth !== null && (families.length === 0 || families.includes(familyOf(truth)))) truths.push(truth);
  }
  const those = families.length === 0 ? "" : ` of ${families.join(", ")}`;
  if (truths.length === 0) throw new EvaluationError(`${folder}: no truth files${those} in it`);
  return truths;
}

async function jsonFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".json"));
    return files.map((file) => join(file.parentPath, file.name)).sort();
  } catch {
    throw new EvaluationError(`${folder}: no such folder`);
  }
}

/** The document may lie below the corpus folder as its truth file says, or deeper, or (where a family's folder was given) by its name alone. */
function filesNamed(files: readonly FoundFile[], name: string): FoundFile[] {
  const below = files.filter(({ path }) => path === name || path.endsWith(`/${name}`));
  if (below.length > 0) return below;
  return files.filter(({ path }) => path === name.split("/").at(-1));
}

/** What the documents say; each counts once, however often it lies there. */
async function partsOf(files: readonly FoundFile[], pool: ConverterPool): Promise<Part[]> {
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const found of files) {
    const file = await identify(found);
    if (!("sha256" in file) || seen.has(file.sha256) || refusal(file) !== null) continue;
    seen.add(file.sha256);
    const conversion = await pool.convert({ absolutePath: found.absolutePath, sha256: file.sha256 });
    if (conversion?.status === "read") parts.push(...conversion.minutes.parts);
  }
  return parts;
}
