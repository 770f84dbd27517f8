/** `golden`: a corpus against its golden files. */

import { compareGolden } from "../../pipeline/golden.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { poolOptionsOf, type ReadingCommandOptions } from "../reading-options.js";
import type { Terminal } from "../terminal.js";

export interface GoldenOptions extends ReadingCommandOptions {
  readonly update?: true;
}

export async function goldenCommand(
  corpus: string,
  golden: string,
  options: GoldenOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const isUpdate = options.update === true;
  const { differences, count, documents } = await compareGolden(corpus, golden, {
    ...poolOptionsOf(options),
    update: isUpdate,
  });
  terminal.print(differences);
  terminal.warn(`${documents} documents, ${count} golden files ${isUpdate ? "written anew or removed" : "differ"}`);
  return count > 0 && !isUpdate ? EXIT.someFailed : EXIT.done;
}
