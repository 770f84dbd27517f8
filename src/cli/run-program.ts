/** Parameters → exit code: runs the program and words what stopped it. */

import { CommanderError } from "commander";
import { buildProgram } from "./build-program.js";
import { EXIT, type ExitCode } from "./exit-code.js";
import type { Terminal } from "./terminal.js";

/** Runs one command. Never throws: a bug of ours is shown with its stack. */
export async function runProgram(parameters: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = buildProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(parameters, { from: "user" });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  // Commander has already printed the help, or what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  // The class itself would have to be loaded from the store, which most commands do without.
  if (error.name === "StoreError") {
    terminal.warn(`minutebook: ${error.message} [${code}]`);
    return EXIT.cannotWork;
  }
  if (error.name === "QueryError" || error.name === "EvaluationError") {
    terminal.warn(`minutebook: ${error.message}`);
    return EXIT.wrongUsage;
  }
  terminal.warn(`minutebook: a failure of the program, please report it:\n${error.stack}`);
  return EXIT.cannotWork;
}
