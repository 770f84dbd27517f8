/** Automatic numbers against what LibreOffice prints: those of a made document of every kind, and those of real ones. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "../../src/extractors/docx/read-docx.js";
import { layOut } from "../../src/extractors/lay-out.js";
import { numberedKinds, PRINTED } from "./docx-kinds.js";

const CORPUS = "../shared/corpus";
const FILES = (existsSync(CORPUS) ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" }) : [])
  .filter((name) => name.endsWith(".docx"))
  .map((name) => join(CORPUS, name));

const hasOffice = (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, "soffice")));

/** Lines as words: LibreOffice indents, sets a blank or a tab behind a number, and prints bullets; typed leaders are columns to us. */
const linesOf = (text: string) =>
  text
    .split(/[\n\t]/)
    .map((line) =>
      line
        .replace(/[-–—._·]{6,}/g, " ")
        .replace(/\s+/g, " ")
        .replace(/^\s*[•\uf0b7o–-]\s/, "")
        .trim(),
    )
    .filter((line) => line !== "");

async function bodyOf(bytes: Buffer): Promise<string> {
  const reading = await readDocx(bytes);
  if (!reading.isRead) throw new Error(reading.message);
  const source = layOut("id", reading.document);
  return source.text.slice(0, source.trailerStart);
}

it("are what is expected, in a document of every kind", async () => {
  const lines = linesOf(await bodyOf(await numberedKinds()));
  expect(lines).toEqual(PRINTED);
  expect(PRINTED.length).toBeGreaterThan(60);
});

describe.skipIf(!hasOffice)("beside LibreOffice (skipped where soffice is not installed)", () => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "minutebook-"));
    const made = join(folder, "made.docx");
    writeFileSync(made, await numberedKinds());
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = "txt:Text (encoded):UTF8";
    execFileSync("soffice", ["--headless", profile, "--convert-to", filter, "--outdir", folder, made, ...FILES], {
      stdio: "ignore",
    });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const printed = (name: string) =>
    readFileSync(join(folder, name.replace(/docx$/, "txt")), "utf8").replace(/^\ufeff/, "");

  it("all numbers of the made document are equal", async () => {
    expect(linesOf(printed("made.docx"))).toEqual(linesOf(await bodyOf(await numberedKinds())));
  });

  it.skipIf(FILES.length === 0)(
    "all words and numbers of real documents are equal and in the same order (skipped where ../shared/corpus is missing)",
    async () => {
      for (const path of FILES) {
        const words = (text: string) => linesOf(text).join(" ").split(" ");
        expect([basename(path), ...words(await bodyOf(readFileSync(path)))]).toEqual([
          basename(path),
          ...words(printed(basename(path))),
        ]);
      }
    },
  );
});
