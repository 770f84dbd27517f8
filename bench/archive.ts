/**
 * `npm run archive -- FOLDER N [SEED]`: an archive of N documents, made of those of `corpus` with new names, dates and bodies, to try the program on.
 * Of twenty nine are PDFs, five .docx, three HTML, two text and one Markdown. No two are of the same meeting, and the same seed gives the same bytes.
 */

import { writeArchive } from "./archive/make-archive.js";
import { readTemplates } from "./archive/templates.js";

process.exitCode = await main(process.argv.slice(2));

async function main([folder, number = "", seed = "1"]: readonly string[]): Promise<number> {
  if (folder === undefined || !/^\d+$/.test(number) || !/^\d+$/.test(seed)) {
    process.stderr.write("usage: npm run archive -- FOLDER N [SEED]\n");
    return 2;
  }
  const start = performance.now();
  const templates = await readTemplates();
  await writeArchive(folder, templates, Number(number), Number(seed));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${number} documents from ${templates.length} of the corpus (${seconds} s)\n`);
  return 0;
}
