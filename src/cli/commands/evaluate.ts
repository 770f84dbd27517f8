/** `evaluate`: precision, recall and F1 against truth files. */

import { availableParallelism } from "node:os";
import { evaluateFolder } from "../../pipeline/evaluate.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Terminal } from "../terminal.js";

export interface EvaluateOptions {
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
  const { report } = await evaluateFolder(corpus, truth, { ...options, jobs: availableParallelism() });
  terminal.print(report.endsWith("\n") ? report : `${report}\n`);
  return EXIT.done;
}
