/** `npm run bench`: every benchmark, also after one has missed its bar. What follows `--` goes to the last, `batch.ts`. */

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const BENCHMARKS = ["start-up", "reading", "parsing", "ocr", "batch"];

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

const missed = BENCHMARKS.filter((name) => {
  process.stdout.write(`── ${name}\n`);
  const script = path.join(import.meta.dirname, `${name}.ts`);
  const options = name === "batch" ? process.argv.slice(2) : [];
  return spawnSync(process.execPath, ["--import", loader, script, ...options], { stdio: "inherit" }).status !== 0;
});
if (missed.length > 0) process.stdout.write(`missed: ${missed.join(", ")}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
