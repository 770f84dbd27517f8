/** Real .doc, .odt and .rtf files, against the text that LibreOffice exports. Only counts of them are kept here. */

import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../../src/extractors/index.js";
import { DEFAULT_READING_OPTIONS, type OfficeMode } from "../../src/model/reading-options.js";
import { hasOffice, officeConverts } from "../extractors/office-program.js";
import { CORPUS, hasCorpus } from "./real-documents.js";

const FAMILIES = ["ngo-board-doc", "ngo-agm-multiformat"];
const files = hasCorpus
  ? FAMILIES.flatMap((family) => readdirSync(join(CORPUS, family)).map((name) => join(CORPUS, family, name))).filter(
      (file) => /\.(?:doc|odt|rtf)$/.test(file),
    )
  : [];

async function read(file: string, office: OfficeMode) {
  const extraction = await extract(file, readFileSync(file), { ...DEFAULT_READING_OPTIONS, office });
  if (!extraction.isRead) throw new Error(`${file}: ${extraction.message}`);
  return extraction;
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/\u2011/g, "-")
    .split(/[\s\ufeff•▪◦●■]+/)
    .filter((word) => word !== "");
}

/** Words of the first that the second does not have as often. */
function missingFrom(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}

const AUTOMATIC_NUMBER = /^\(?(?:\d{1,4}(?:\.\d{1,2})*|[a-z]|[ivx]+)[.)]?$/;

describe.skipIf(!hasCorpus)("real files of old word processors", () => {
  test("are all there", () =>
    expect(
      files
        .map((file) => extname(file))
        .sort()
        .join(" "),
    ).toBe(".doc .doc .doc .doc .doc .doc .doc .doc .odt .rtf"));

  test.each(files)("%s is read without LibreOffice", async (file) => {
    const { source, diagnostics } = await read(file, "never");
    expect(source.text.length).toBeGreaterThan(4000);
    expect(diagnostics.filter(({ code }) => !/numbers-missing|unaccepted-changes/.test(code))).toEqual([]);
  });

  test.skipIf(!hasOffice).each(files)(
    "%s has every word that LibreOffice exports",
    async (file) => {
      const exported = wordsOf(officeConverts(readFileSync(file), extname(file).slice(1), "txt:Text").toString("utf8"));
      const body = async (office: OfficeMode) => {
        const { source, diagnostics } = await read(file, office);
        return { words: wordsOf(source.text.slice(0, source.trailerStart)), diagnostics };
      };
      const converted = await body("auto");
      // Two numbers of the .odt that LibreOffice 7.4 counts otherwise than the program that wrote the file; a deletion that its export keeps.
      expect(missingFrom(exported, converted.words).length).toBeLessThanOrEqual(6);
      expect(missingFrom(converted.words, exported).length).toBeLessThanOrEqual(2);
      const own = await body("never");
      const hasDeletions = own.diagnostics.some(({ code }) => code === "document/unaccepted-changes");
      const missing = missingFrom(exported, own.words).filter((word) => !AUTOMATIC_NUMBER.test(word));
      expect(missing.length).toBeLessThanOrEqual(hasDeletions ? 6 : 0);
      expect(missingFrom(own.words, exported).length).toBeLessThanOrEqual(2);
    },
    120_000,
  );
});
