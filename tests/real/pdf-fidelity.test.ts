/**
 * Nothing of a PDF is lost or invented: what we read of each page, furniture counted in, against what `pdftotext -layout` reads of it.
 * Reading order differs on purpose, so each page is a bag of characters, without blanks, hyphens and bullets; and a bag of words.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { charactersOfGlyphs, isGlyphNumbers } from "../../src/extractors/pdf/glyph-codes.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";
import { CORPUS, hasCorpus } from "./real-documents.js";

const OWN_CORPUS = join(import.meta.dirname, "../../corpus");

/** Most that may be missing, and most that may be too much: shares of the characters. */
const MOST_OF_ALL = 0.005;
const MOST_OF_ONE = 0.015;
/** Words are torn or joined where the two disagree about a gap. */
const MOST_WORDS = 0.03;

const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
if (!hasPoppler) console.warn("not compared with pdftotext: poppler-utils is not installed");

const files = [...(hasCorpus ? pdfsIn(CORPUS) : []), ...pdfsIn(OWN_CORPUS)];

function pdfsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".pdf"))
    .sort()
    .map((file) => join(folder, file));
}

/** Blanks, control characters, hyphens that a line's end may have added, and signs that are bullets in one reading and dropped in the other. */
const NOT_COMPARED = /[\s\p{Cc}\p{Cf}\-\u2010\u2011•▪●○■□◦‣⁃∙·➢➤❖✓✔➔▫◆◾§\ue000-\uf8ff]/gu;

function charactersOf(text: string): string[] {
  return [...text.normalize("NFKC").replace(NOT_COMPARED, "")];
}

function wordsOf(text: string): string[] {
  const closedUp = text.normalize("NFKC").replace(/(\p{L})[-\u2010\u00ad]\s+(?=\p{Ll})/gu, "$1");
  return closedUp.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Difference {
  readonly missing: number;
  readonly extra: number;
  readonly expected: number;
}

/** How many members of the reference are not among ours, and the other way round, each as often as it stands. */
function compare(ours: readonly string[], reference: readonly string[]): Difference {
  const counts = new Map<string, number>();
  for (const member of reference) counts.set(member, (counts.get(member) ?? 0) + 1);
  for (const member of ours) counts.set(member, (counts.get(member) ?? 0) - 1);
  const sum = (sign: 1 | -1) => [...counts.values()].reduce((all, count) => all + Math.max(0, sign * count), 0);
  return { missing: sum(1), extra: sum(-1), expected: reference.length };
}

function add(a: Difference, b: Difference): Difference {
  return { missing: a.missing + b.missing, extra: a.extra + b.extra, expected: a.expected + b.expected };
}

const NONE: Difference = { missing: 0, extra: 0, expected: 0 };

interface Fidelity {
  readonly characters: Difference;
  readonly words: Difference | null;
}

/** Null where the pages are pictures. */
async function fidelityOf(file: string): Promise<Fidelity | null> {
  const reading = await readPdf(new Uint8Array(readFileSync(file)), { ...DEFAULT_READING_OPTIONS, ocr: "never" });
  const reference = pagesOfPoppler(file);
  if (!reading.isRead) {
    expect(reading.code).toBe("document/no-text");
    expect(charactersOf(reference.join(""))).toEqual([]);
    return null;
  }
  const source = layOut("id", reading.document);
  const pages = new Map<number, string>();
  for (const { span, page } of source.lines.flatMap((line) => line.fragments)) {
    pages.set(page ?? 0, (pages.get(page ?? 0) ?? "") + source.text.slice(span.start, span.end));
  }
  let characters = NONE;
  for (let page = 1; page <= (source.pages ?? 0); page++) {
    const expected = charactersOf(deciphered(reference[page - 1] ?? ""));
    characters = add(characters, compare(charactersOf(pages.get(page) ?? ""), expected));
  }
  // Words go on over pages, so the whole document is one bag of them. Where the reference is half deciphered, its words are none.
  const isPlain = !reference.some((page) => isGlyphNumbers(page));
  return { characters, words: isPlain ? compare(wordsOf(source.text), wordsOf(reference.join("\n"))) : null };
}

function pagesOfPoppler(file: string): string[] {
  const options = { encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  return execFileSync("pdftotext", ["-q", "-layout", file, "-"], options).split("\f");
}

/** Fonts without a table of characters come as glyph numbers, which only the stretches show that hold a blank; what we make of them is held by the tests of `glyph-codes.ts`. */
function deciphered(page: string): string {
  const stretches = page.split(/(?<= {2})|(?<=\n)/);
  return stretches.map((part) => (isGlyphNumbers(part) ? charactersOfGlyphs(part) : part)).join("");
}

describe.skipIf(!hasPoppler)("against pdftotext -layout", () => {
  let all = NONE;

  test.each(files.map((file) => [file.split("/").slice(-2).join("/"), file] as const))("%s", async (_, file) => {
    const fidelity = await fidelityOf(file);
    if (fidelity === null) return;
    const { characters, words } = fidelity;
    all = add(all, characters);
    expect(characters.missing / characters.expected).toBeLessThanOrEqual(MOST_OF_ONE);
    expect(characters.extra / characters.expected).toBeLessThanOrEqual(MOST_OF_ONE);
    if (words === null) return;
    expect(words.missing / words.expected).toBeLessThanOrEqual(MOST_WORDS);
    expect(words.extra / words.expected).toBeLessThanOrEqual(MOST_WORDS);
  });

  test("all together", () => {
    expect(all.expected).toBeGreaterThan(9_000);
    expect(all.missing / all.expected).toBeLessThanOrEqual(MOST_OF_ALL);
    expect(all.extra / all.expected).toBeLessThanOrEqual(MOST_OF_ALL);
  });
});
