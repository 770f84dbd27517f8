/** What EVALUATION.md tells people to write for their own council is measured as it says. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../cli/run.js";
import { folderWith } from "../pipeline/folder.js";

const project = join(import.meta.dirname, "../..");
const fenced = (file: string, opening: RegExp) =>
  new RegExp(`^\`\`\`${opening.source}\\n([\\s\\S]*?)^\`\`\``, "m").exec(
    readFileSync(join(project, file), "utf8"),
  )?.[1];
const minutes = fenced("README.md", /text barnold-2025-03-04\.txt/) ?? "";
const truth = fenced("EVALUATION.md", /json/) ?? "";

const folder = folderWith({});
mkdirSync(join(folder, "minutes"));
mkdirSync(join(folder, "truth"));
writeFileSync(join(folder, "minutes/barnold-2025-03-04.txt"), minutes);
writeFileSync(join(folder, "truth/barnold.json"), truth);
afterAll(() => rmSync(folder, { recursive: true }));

const evaluate = (...options: string[]) => run("evaluate", join(folder, "minutes"), join(folder, "truth"), ...options);

test("the example truth file fits the example minutes in every fact", async () => {
  const { code, out } = await evaluate("--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ...{ documents: 1, whole: 1, core: 1 },
    meetings: { count: 1, header: { right: 1, of: 1 }, everything: { right: 1, of: 1 } },
    confidence: { sure: { from: 0.9 } },
  });
  const { facts, bins } = JSON.parse(out).confidence as { facts: number; bins: { facts: number }[] };
  expect(bins.reduce((sum, bin) => sum + bin.facts, 0)).toBe(facts);
});

test("the tables are printed with their rules, and the core F1 is the last line", async () => {
  const { out } = await evaluate("--rules");
  const lines = out.trimEnd().split("\n");
  expect(out).toMatch(/^ {2}attendance\/entry +1\.000 +0\.95 +3 +3$/m);
  expect(out).toMatch(/^ {2}of the \d+ facts with confidence 0\.9 and above, 100\.0 % are right; they are /m);
  expect(out).toMatch(/^ {2}everything +1\.000 +1 +1$/m);
  expect(lines.at(-1)).toMatch(/^core F1 .*: 1\.0000$/);
});
