/** `evaluate`: precision, recall and F1 against truth files, meetings that are right as a whole, and precision against confidence. */

import { availableParallelism } from "node:os";
import { evaluateFolder } from "../../pipeline/evaluate.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { poolOptionsOf, type ReadingCommandOptions } from "../reading-options.js";
import type { Terminal } from "../terminal.js";

export interface EvaluateOptions extends ReadingCommandOptions {
  readonly family?: string[];
  readonly misses?: string;
  readonly rules?: true;
  readonly json?: true;
}

export async function evaluateCommand(
  corpus: string,
  truth: string,
  options: EvaluateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { family, misses, rules, json } = options;
  const measures = {
    ...(family === undefined ? {} : { family }),
    ...(misses === undefined ? {} : { misses }),
    ...(rules === undefined ? {} : { rules }),
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
