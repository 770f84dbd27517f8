/** Runs the program inside the test, and keeps what it prints. */

import { runProgram } from "../../src/cli/run-program.js";
import type { Terminal } from "../../src/cli/terminal.js";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function run(...parameters: string[]): Promise<Outcome> {
  return runAt(null, ...parameters);
}

/** As on a terminal of so many columns. */
export async function runAt(width: number | null, ...parameters: string[]): Promise<Outcome> {
  let out = "";
  let err = "";
  const terminal: Terminal = {
    print: (text) => {
      out += text;
    },
    warn: (line) => {
      err += `${line}\n`;
    },
    width,
    hasColours: false,
    progressStream: null,
    onInterrupt: () => () => {},
  };
  const code = await runProgram(parameters, terminal);
  return { code, out, err };
}
