/** Golden files: every stage of reading each document of a folder, kept as text, so that a change shows where it began. */

import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { Conversion } from "../model/conversion.js";
import { discover, type FoundFile } from "./discover.js";
import { identify, refusal } from "./document-file.js";
import { differenceOfLines } from "./golden-difference.js";
import { goldenNames } from "./golden-names.js";
import { renderStages, STAGES, type Stage, type Stages } from "./golden-stages.js";
import { type ConverterPool, openPool, type PoolOptions } from "./pool.js";

export { renderStages };

export interface GoldenOptions extends Partial<PoolOptions> {
  /** Whether the golden files are written anew where they differ. */
  readonly update: boolean;
  /** Who converts; children of its own where not given. It is left open. */
  readonly pool?: ConverterPool;
}

export interface GoldenResult {
  /** What differs, file by file, lines that are gone with `-` and lines that are new with `+`; empty where nothing does. */
  readonly differences: string;
  /** How many golden files differ, are missing, or belong to no document. */
  readonly count: number;
  readonly documents: number;
}

/** Reads a folder of documents and compares each stage with `<golden folder>/<document>/<stage>`. */
export async function compareGolden(
  corpusFolder: string,
  goldenFolder: string,
  options: GoldenOptions,
): Promise<GoldenResult> {
  const { files } = await discover([corpusFolder]);
  const names = goldenNames(files.map(({ path }) => path));
  const differences = await strayDifferences(goldenFolder, new Set(names.values()), options.update);
  const conversions = await convertAll(files, options);
  for (const [index, conversion] of conversions.entries()) {
    const path = files[index]?.path ?? "";
    const stages = renderStages(path, conversion);
    differences.push(...(await compareStages(goldenFolder, names.get(path) ?? path, stages, options.update)));
  }
  return {
    differences: differences.map((text) => `${text}\n`).join(""),
    count: differences.length,
    documents: files.length,
  };
}

/** Converts under the limits of `ingest`: what the golden files show is what a database would hold. */
async function convertAll(files: readonly FoundFile[], options: GoldenOptions): Promise<Conversion[]> {
  const pool = options.pool ?? openPool({ timeoutSeconds: 120, ...options });
  try {
    return await pLimit(availableParallelism()).map(files, async (found): Promise<Conversion> => {
      const file = await identify(found);
      if (!("sha256" in file)) return { status: "unreadable", id: "", ...file };
      const refused = refusal(file);
      if (refused !== null) return { status: "unreadable", id: file.sha256, ...refused };
      const conversion = await pool.convert({ absolutePath: found.absolutePath, sha256: file.sha256 });
      const interrupted = { code: "document/crashed", message: "interrupted" } as const;
      return conversion ?? { status: "unreadable", id: file.sha256, ...interrupted };
    });
  } finally {
    if (options.pool === undefined) pool.close();
  }
}

/** One text a stage that differs. */
async function compareStages(golden: string, name: string, stages: Stages, update: boolean): Promise<string[]> {
  const differences: string[] = [];
  for (const stage of STAGES) {
    const path = join(golden, name, stage);
    const expected = await textOf(path);
    const actual = stages[stage] ?? null;
    if (expected === actual) continue;
    differences.push(difference(`${name}/${stage}`, expected, actual));
    if (!update) continue;
    if (actual === null) await rm(path);
    else {
      await mkdir(join(golden, name), { recursive: true });
      await writeFile(path, actual);
    }
  }
  return differences;
}

function difference(name: string, expected: string | null, actual: string | null): string {
  if (expected === null) return `${name}: there is no golden file`;
  if (actual === null) return `${name}: the document has no such stage any more`;
  return `${name}:\n${differenceOfLines(expected, actual)}`;
}

/** Golden files that belong to no document of the folder; an update removes them, and nothing but them. */
async function strayDifferences(golden: string, names: ReadonlySet<string>, update: boolean): Promise<string[]> {
  const differences: string[] = [];
  for (const folder of await foldersIn(golden, "")) {
    if (names.has(folder)) continue;
    const stages = await stagesIn(join(golden, folder));
    if (stages.length === 0) continue;
    differences.push(`${folder}: there is no document of this name`);
    if (!update) continue;
    for (const stage of stages) await rm(join(golden, folder, stage));
    if ((await readdir(join(golden, folder))).length === 0) await rmdir(join(golden, folder));
  }
  return differences;
}

async function foldersIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const paths = folders.map((name) => (folder === "" ? name : `${folder}/${name}`));
  const nested = await Promise.all(paths.map((path) => foldersIn(root, path)));
  return paths.flatMap((path, index) => [path, ...(nested[index] ?? [])]);
}

async function stagesIn(folder: string): Promise<Stage[]> {
  const names = await readdir(folder);
  return STAGES.filter((stage) => names.includes(stage));
}

/** Null where there is no such file. Line ends are what a checkout made of them. */
async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).replaceAll("\r\n", "\n");
  } catch {
    return null;
  }
}
