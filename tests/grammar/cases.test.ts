/** The small cases of `cases/*.txt`: name, input, `---`, tree. `vitest -u` writes the trees anew; read the difference before it is kept. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dumpTree, parseMinutes } from "../../src/grammar/index.js";
import { sourceFrom } from "./read-invented.js";

const FOLDER = join(import.meta.dirname, "cases");
const RULE = "=".repeat(18);

interface Case {
  readonly name: string;
  readonly input: string;
}

function readCases(path: string): Case[] {
  const [, ...pieces] = readFileSync(path, "utf8").split(/^={18}\n(.+)\n={18}\n/m);
  return pieces.flatMap((name, index) => {
    if (index % 2 === 1) return [];
    const body = pieces[index + 1] ?? "";
    const end = body.search(/^---$/m);
    return [{ name, input: (end === -1 ? body : body.slice(0, end)).replace(/\n+$/, "") }];
  });
}

async function render({ name, input }: Case): Promise<string> {
  return `${RULE}\n${name}\n${RULE}\n${input}\n---\n${dumpTree(await sourceFrom(input))}\n`;
}

const files = readdirSync(FOLDER).sort();

test.each(files)("%s", async (file) => {
  const path = join(FOLDER, file);
  const rendered = await Promise.all(readCases(path).map(render));
  await expect(rendered.join("")).toMatchFileSnapshot(path);
});

describe("a case of odd.txt is not read in silence", () => {
  test.each(readCases(join(FOLDER, "odd.txt")))("$name", async ({ input }) => {
    const { diagnostics } = parseMinutes(await sourceFrom(input));
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
