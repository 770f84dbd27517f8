import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STORE_ERRORS } from "../../src/store/store-error.js";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

test("README lists every code by which a database can refuse to work", () => {
  const table = /<!-- store errors[^\n]*\n([\s\S]*?)\n<!-- end of store errors -->/.exec(readme)?.[1];
  const rows = Object.entries(STORE_ERRORS).map(([code, help]) => `| \`${code}\` | ${help} |`);
  expect(table).toBe(["| code | means |", "| --- | --- |", ...rows].join("\n"));
});
