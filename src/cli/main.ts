#!/usr/bin/env node
/** The program's entry. The version is answered before anything else is loaded. */

import { programVersion } from "../pipeline/version.js";

// `minutebook query … | head` closes the pipe when it has seen enough: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const parameters = process.argv.slice(2);
if (parameters.length === 1 && (parameters[0] === "--version" || parameters[0] === "-V")) {
  process.stdout.write(`${programVersion()}\n`);
} else {
  const [{ runProgram }, { processTerminal }] = await Promise.all([
    import("./run-program.js"),
    import("./terminal.js"),
  ]);
  process.exitCode = await runProgram(parameters, processTerminal());
}
