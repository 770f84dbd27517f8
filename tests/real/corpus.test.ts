/** Every real document is read, or says why not; and what was read can be seen in its source. */

import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { describe, expect, test } from "vitest";
import { factTextCoverage } from "../../src/evaluation/coverage.js";
import { Minutes } from "../../src/model/minutes.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";
import { convert } from "../../src/pipeline/convert.js";
import { discover } from "../../src/pipeline/discover.js";
import { expectLossless } from "../grammar/invariants.js";
import { CORPUS, hasCorpus } from "./real-documents.js";

/** What is not read yet, by the ending, and by the folder for pages that are pictures. */
const UNREADABLE: readonly (readonly [RegExp, string])[] = [
  [/\.(?:doc|rtf|odt)$/, "document/unsupported-format"],
  [/scanned.*\.pdf$/, "document/no-text"],
];

/** Scans take some seconds a page: they are read by hand, and a made one in tests/extractors. */
const WITHOUT_OCR = { ...DEFAULT_READING_OPTIONS, ocr: "never" } as const;

/** Share of a text's words that must stand in its quote. */
const LEAST_SHARE = 0.9;

const files = hasCorpus ? (await discover([CORPUS])).files : [];

describe.skipIf(!hasCorpus)("real documents", () => {
  test("there are well over a hundred, of eight endings", () => {
    expect(files.length).toBeGreaterThan(120);
    expect(new Set(files.map(({ path }) => extname(path))).size).toBeGreaterThanOrEqual(8);
  });

  test.each(files.map(({ path, absolutePath }) => [path, absolutePath] as const))("%s", async (path, absolutePath) => {
    const conversion = await convert(path, await readFile(absolutePath), WITHOUT_OCR);
    if (conversion.status === "unreadable") {
      expect(UNREADABLE.filter(([pattern]) => pattern.test(path)).map(([, code]) => code)).toEqual([conversion.code]);
      return;
    }
    expectLossless(conversion.source);
    Minutes.parse(conversion.minutes);
    expect(factTextCoverage(conversion.minutes, conversion.source, LEAST_SHARE).offenders).toEqual([]);
  });
});
