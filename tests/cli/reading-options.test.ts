/** The options of reading, from the command line to the reader. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { encryptedPdf } from "../extractors/encrypted-pdf.js";
import { makePdf } from "../extractors/pdf-maker.js";
import { pdfOf } from "../pipeline/small-pdf.js";
import { run } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "minutebook-options-"));

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

afterEach(() => {
  delete process.env.MINUTEBOOK_PASSWORD;
});

describe("--password", () => {
  const locked = file("locked.pdf", encryptedPdf("Minutes of the Quay Committee", "oak"));

  test("opens a file, also from the environment", async () => {
    expect((await run("explain", locked, "--password", "oak")).out).toContain("Quay Committee");
    process.env.MINUTEBOOK_PASSWORD = "oak";
    expect((await run("explain", locked)).out).toContain("Quay Committee");
  });

  test("is asked for where it is missing", async () => {
    const { code, err } = await run("explain", locked);
    expect(code).toBe(1);
    expect(err).toContain("--password gives one. [document/encrypted]");
  });
});

test("--max-pages leaves pages out and says so", async () => {
  const page = (text: string) => ({ words: [{ x: 50, y: 100, text }] });
  const pack = file("pack.pdf", makePdf([page("Minutes of the Quay Committee"), page("Second page")]));
  const record = JSON.parse((await run("parse", pack, "--max-pages", "1")).out) as { diagnostics: { code: string }[] };
  expect(record.diagnostics.map(({ code }) => code)).toContain("pdf/too-many-pages");
});

test("--ocr never leaves a picture unread and names the way out", async () => {
  const { code, err } = await run("parse", file("scan.pdf", pdfOf(null)), "--ocr", "never");
  expect(code).toBe(1);
  expect(err).toContain("[document/no-text]");
});

test.each([
  ["--ocr", "sometimes"],
  ["--office", "always"],
  ["--max-pages", "0"],
  ["--max-memory", "much"],
])("%s %s is wrong usage", async (option, value) => {
  expect((await run("parse", "a.pdf", option, value)).code).toBe(2);
});
