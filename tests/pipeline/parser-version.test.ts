import { join } from "node:path";
import { expect, test } from "vitest";
import { goldenDigest } from "../../src/pipeline/golden-digest.js";
import { GOLDEN_DIGEST, PARSER_VERSION } from "../../src/pipeline/parser-version.js";
import { folderWith } from "./folder.js";

const GOLDEN = join(import.meta.dirname, "../../golden");

const ADVICE =
  "The golden files show other facts than those that PARSER_VERSION was raised for: archives must be read again. `npm run golden` raises it.";

test("the parser version is that of the golden files", async () => {
  expect(PARSER_VERSION).toBeGreaterThan(0);
  expect(await goldenDigest(GOLDEN), ADVICE).toBe(GOLDEN_DIGEST);
});

test("what changes the facts changes the digest; a tree, line ends and other files do not", async () => {
  const digest = (files: Record<string, string>) => goldenDigest(folderWith(files));
  const first = await digest({ "a/3-minutes.json": "{}\n", "a/2-tree.txt": "tree\n" });
  expect(await digest({ "a/3-minutes.json": "{}\r\n", "a/2-tree.txt": "another\n", "a/notes.txt": "" })).toBe(first);
  expect(await digest({ "a/3-minutes.json": "[]\n" })).not.toBe(first);
  expect(await digest({ "b/3-minutes.json": "{}\n" })).not.toBe(first);
});
