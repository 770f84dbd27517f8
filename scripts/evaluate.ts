/** `npm run evaluate`: measures the shipped corpus and writes the figures into `EVALUATION.md`. */

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { openShippedPool, withFreshFigures } from "./evaluation-figures.js";

const file = path.join(path.dirname(import.meta.dirname), "EVALUATION.md");
const pool = openShippedPool();
try {
  const before = await readFile(file, "utf8");
  const after = await withFreshFigures(before, pool);
  await writeFile(file, after);
  process.stdout.write(`EVALUATION.md: ${after === before ? "the figures are the same" : "new figures"}\n`);
} finally {
  pool.close();
}
