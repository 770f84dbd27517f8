/** Commands that read documents: `ingest`, `parse`, `explain`. */

import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import type { ExplainOptions } from "./commands/explain.js";
import type { IngestCommandOptions } from "./commands/ingest.js";
import type { ParseOptions } from "./commands/parse.js";
import type { Finish } from "./exit-code.js";
import { databaseOption, dateTime, formatOption, wholeNumber } from "./parameters.js";
import { addReadingOptions } from "./reading-options.js";
import type { Terminal } from "./terminal.js";

export function addReadingCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const ingest = program
    .command("ingest")
    .summary("read documents into the database")
    .description(
      "Reads files, folders (with all folders in them) and globs into the database. Files that are as they were are skipped, so an\n" +
        "interrupted run is resumed by running it again. PDF, Word (.docx), HTML and text are read.",
    )
    .usage("[options] <path...>")
    .argument("[path...]", "files, folders, globs")
    .addOption(databaseOption())
    .addOption(
      new Option("--jobs <number>", "documents read at the same time")
        .default(availableParallelism())
        .argParser(wholeNumber(256)),
    )
    .addOption(
      new Option(
        "--reparse <which>",
        "read again though unchanged: stale (read by an older parser; always done), failed, or all. Without paths: whatever the database holds",
      ).choices(["stale", "failed", "all"]),
    )
    .option("--retry", "read again what failed before (as --reparse failed)")
    .addOption(
      new Option("--since <date>", "only files modified on or after it: 2026-03-31, 2026-03-31T18:00").argParser(
        dateTime,
      ),
    )
    .option("--prune", "delete documents whose files are gone")
    .addOption(
      new Option("--wait <seconds>", "wait so long for another ingest on the same database").argParser(
        wholeNumber(604_800),
      ),
    )
    .option("--log <file>", "add a line of JSON for each document to a file")
    .option("--quiet", "no progress and no summary; what failed is still named")
    .option("--json", "write the summary as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  minutebook ingest ~/minutes\n  minutebook ingest 'council/**/*.pdf' agm.docx --db council.db --jobs 4\n  minutebook ingest /srv/minutes --quiet --wait 3600 --log ingest.log",
    )
    .action(async (paths: string[], options: IngestCommandOptions) => {
      finish(await (await import("./commands/ingest.js")).ingestCommand(paths, options, terminal));
    });

  const parse = program
    .command("parse")
    .summary("show what one document says, without a database")
    .description("Reads one document and writes its parts, with all that was found in them, to stdout.")
    .argument("<file>", "the document")
    .addOption(new Option("--format <format>", "how the record is written").choices(["json", "text"]).default("json"))
    .addHelpText(
      "after",
      "\nExamples:\n  minutebook parse agm.docx --format text\n  minutebook parse agm.docx | jq '.parts[].actions[].text.value'",
    )
    .action(async (file: string, options: ParseOptions) => {
      finish(await (await import("./commands/parse.js")).parseCommand(file, options, terminal));
    });

  const explain = program
    .command("explain")
    .summary("show line by line what was read and why")
    .description(
      "Shows the lines of a document: below each, what it was read as and by which rule, how it looks and in which cell it stands; the\n" +
        "facts that were read from it, with their rules and confidences; or why it was left prose. With --image it draws a page of a PDF\n" +
        "with the lines, columns and tables that were seen on it.",
    )
    .argument("<file>", "the document")
    .addOption(new Option("--page <number>", "only this page").argParser(wholeNumber(1_000_000)))
    .option("--image <file>", "draw the page (the first, where --page is not given) into a PNG file")
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExamples:\n  minutebook explain agm.docx | less -S\n  minutebook explain march.pdf --page 3 --image page-3.png",
    )
    .action(async (file: string, options: ExplainOptions) => {
      finish(await (await import("./commands/explain.js")).explainCommand(file, options, terminal));
    });

  for (const command of [ingest, parse, explain]) addReadingOptions(command);
}
