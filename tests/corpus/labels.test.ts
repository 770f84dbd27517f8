/**
 * Automatic numbers of Word, of every kind, against a stored list: by the rules of ECMA-376 part 1 section 17.9, and as LibreOffice 7.4 prints
 * them but where it leaves a rule out (`isLgl`, 17.9.4, and `lvlRestart` 0, 17.9.10); there the list has both.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { convert } from "../../src/pipeline/convert.js";

const project = path.resolve(import.meta.dirname, "../..");
const records = path.join(project, "corpus-sources", "labels");

const Label = z.strictObject({
  label: z.string(),
  /** The words behind the label; no other paragraph holds them. */
  text: z.string(),
  /** What of Word's numbering it is an example of. */
  kind: z.string(),
  /** What LibreOffice prints in its place. */
  libreoffice: z.string().optional(),
});
type Label = z.infer<typeof Label>;

const Labels = z.strictObject({ file: z.string(), labels: z.array(Label).min(30) });

describe.each(readdirSync(records))("%s", (name) => {
  const { file, labels } = Labels.parse(JSON.parse(readFileSync(path.join(records, name), "utf8")));
  const document = path.join(project, "corpus", file);

  it("has each label that Word prints", async () => {
    const conversion = await convert(file, readFileSync(document));
    if (conversion.status !== "read") throw new Error(conversion.message);
    const expected = labels.map(({ label, text }) => `${label} | ${text}`);
    expect(labelsIn(conversion.source.text, labels)).toEqual(expected);
  });

  it.skipIf(!hasOffice())("has each label that the LibreOffice of this machine prints", { timeout: 120_000 }, () => {
    const expected = labels.map(({ label, text, libreoffice }) => `${libreoffice ?? label} | ${text}`);
    expect(labelsIn(officeText(document), labels)).toEqual(expected);
  });
});

/** What stands before each paragraph's words on its line, or in its cell. */
function labelsIn(text: string, labels: readonly Label[]): string[] {
  const lines = text.split(/\r?\n/);
  return labels.map((label) => {
    const line = lines.find((line) => line.endsWith(label.text) || line.includes(`${label.text}\t`));
    const before = line?.slice(0, line.lastIndexOf(label.text)).trimEnd();
    return `${before?.split("\t").at(-1)?.trim() ?? "(no such line)"} | ${label.text}`;
  });
}

function officeText(document: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "labels-test-"));
  try {
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    const options = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", "txt:Text (encoded):UTF8"];
    execFileSync("soffice", [...options, "--outdir", folder, document], { stdio: "pipe", timeout: 110_000 });
    return readFileSync(path.join(folder, `${path.basename(document, ".docx")}.txt`), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe", timeout: 60_000 });
    return true;
  } catch {
    process.stderr.write("tests/corpus/labels.test.ts: no soffice here, so its labels are not compared\n");
    return false;
  }
}
