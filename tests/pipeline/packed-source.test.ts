import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { expect, test } from "vitest";
import { convert } from "../../src/pipeline/convert.js";
import { packSource, unpackSource } from "../../src/pipeline/packed-source.js";

const CORPUS = join(import.meta.dirname, "../../corpus");

/** Columns, tables, notes and pages; cells and emphases; neither. */
const FILES = [
  "st-brannocks-governors-2021-11-22.pdf",
  "brackenhope-community-council-2023-10-03.docx",
  "almshouse-trustees-2009-07-08.txt",
];

test.each(FILES)("%s comes out as it went in", async (name) => {
  const conversion = await convert(name, readFileSync(join(CORPUS, name)));
  if (conversion.status !== "read") throw new Error(conversion.message);
  const { source } = conversion;
  expect(source.lines.length).toBeGreaterThan(10);
  expect(unpackSource(deserialize(serialize(packSource(source))))).toEqual(source);
});
