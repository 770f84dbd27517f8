/** The command line: every command with its parameters and its help. What a command does is loaded only when it is run. */

import { Command } from "commander";
import { programVersion } from "../pipeline/version.js";
import { addAskingCommands } from "./asking-commands.js";
import { addCheckingCommands } from "./checking-commands.js";
import type { Finish } from "./exit-code.js";
import { addReadingCommands } from "./reading-commands.js";
import type { Terminal } from "./terminal.js";

const HELP = `
Exit codes: 0 done; 1 done, but some documents failed or differ; 2 wrong usage; 3 cannot work at all; 130 interrupted.

Examples:
  minutebook ingest ~/minutes                   read a folder into minutes.db
  minutebook actions --state open --owner MS    what MS still has to do
  minutebook query "SELECT date, body, decisions FROM meeting_list ORDER BY date"`;

/** The whole program. Commander throws a `CommanderError` for wrong usage, and after help was shown. */
export function buildProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command("minutebook")
    .description("Turns meeting minutes into a SQLite database, each fact with its place in the source.")
    .version(programVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.warn(text.trimEnd()),
      getOutHelpWidth: () => terminal.width ?? 100,
      getErrHelpWidth: () => terminal.width ?? 100,
    })
    .addHelpText("after", HELP);
  addReadingCommands(program, terminal, finish);
  addAskingCommands(program, terminal, finish);
  addCheckingCommands(program, terminal, finish);
  return program;
}
