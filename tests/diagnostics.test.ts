/** README lists every diagnostic. `UPDATE_README=1` writes the table anew. */

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { DIAGNOSTICS, type DiagnosticCode, severityOf } from "../src/model/diagnostic.js";

const readmeFile = path.join(path.dirname(import.meta.dirname), "README.md");

const TABLE = /(<!-- diagnostics: written by the tests -->\n)([\s\S]*?)(\n<!-- end of diagnostics -->)/;

const codes = Object.keys(DIAGNOSTICS) as DiagnosticCode[];

describe("diagnostics", () => {
  it("are listed in README with their severity", () => {
    const readme = readFileSync(readmeFile, "utf8");
    if (process.env.UPDATE_README === "1") {
      writeFileSync(
        readmeFile,
        readme.replace(TABLE, (_, start: string, __, end: string) => `${start}${table()}${end}`),
      );
      return;
    }
    expect(TABLE.exec(readme)?.[2]).toBe(table());
  });

  it.each(codes)("%s says in a sentence what to make of it", (code) => {
    expect(code).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
    expect(DIAGNOSTICS[code].help).toMatch(/^[A-Z].*\.$/);
  });
});

function table(): string {
  const rows = codes.map((code) => `| \`${code}\` | ${severityOf(code)} | ${DIAGNOSTICS[code].help} |`);
  return ["| code | severity | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}
