/** `evaluate`: precision, recall and F1 against truth files. */

import { availableParallelism } from "node:os";
import { evaluateFolder } from "../../pipeline/evaluate.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { poolOptionsOf, type ReadingCommandOptions } from "../reading-options.js";
import type { Terminal } from "../terminal.js";

export interface EvaluateOptions extends ReadingCommandOptions {
  readonly family?: string[];
  readonly misses?: string;
  readonly json?: true;
}

export async function evaluateCommand(
  corpus: string,
  truth: string,
  options: EvaluateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { family, misses, json } = options;
  const measures = {
    ...(family === undefined ? {} : { family }),
    ...(misses === undefined ? {} : { misses }),
    ...(json === undefined ? {} : { json }),
  };
  const { report } = await evaluateFolder(corpus, truth, {
    ...poolOptionsOf(options),
    ...measures,
    jobs: availableParallelism(),
  });
  terminal.print(report.endsWith("\n") ? report : `${report}\n`);
  return EXIT.done;
}
