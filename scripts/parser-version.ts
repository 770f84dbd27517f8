/** Raises the parser version where the golden files are no longer those that it was raised for. The last step of `npm run golden`. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldenDigest } from "../src/pipeline/golden-digest.js";
import { GOLDEN_DIGEST, PARSER_VERSION } from "../src/pipeline/parser-version.js";

const project = join(import.meta.dirname, "..");
const file = join(project, "src/pipeline/parser-version.ts");
const digest = await goldenDigest(join(project, "golden"));

if (digest === GOLDEN_DIGEST)
  process.stdout.write(`The facts of the corpus are as before: parser version ${PARSER_VERSION} stays.\n`);
else {
  const version = PARSER_VERSION + 1;
  const source = readFileSync(file, "utf8")
    .replace(/(PARSER_VERSION = )\d+/, `$1${version}`)
    .replace(/(GOLDEN_DIGEST = ")[^"]*/, `$1${digest}`);
  writeFileSync(file, source);
  process.stdout.write(
    `The facts of the corpus have changed: parser version ${version}, so that every archive is read again by the next ingest.\n`,
  );
}
