/** LibreOffice as tests use it: to make files in formats that nobody writes by hand, and to say what it prints itself. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const hasOffice = spawnSync("soffice", ["--version"]).status === 0;
if (!hasOffice) console.warn("skipped: soffice is not installed, so nothing can be compared with LibreOffice");

/** What LibreOffice makes of a file. `filter` is its name of an export: `odt`, `doc`, `txt:Text`. */
export function officeConverts(bytes: Uint8Array | string, from: string, filter: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "minutebook-test-office-"));
  try {
    const input = join(folder, `document.${from}`);
    writeFileSync(input, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const out = join(folder, "out");
    spawnSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", out, input], { timeout: 60_000 });
    return readFileSync(join(out, `document.${filter.split(":")[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines that LibreOffice prints, without indents, bullets and empty ones. */
export function officeLines(bytes: Uint8Array | string, from: string): string[] {
  return plainLines(officeConverts(bytes, from, "txt:Text").toString("utf8"));
}

export function plainLines(text: string): string[] {
  const lines = text.replace(/^\ufeff/, "").split(/[\n\t]/);
  return lines
    .map((line) =>
      line
        .replace(/^\s*[•▪◦●]\s/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}
