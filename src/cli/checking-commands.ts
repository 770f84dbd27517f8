/** Commands that measure the program itself: `golden`, `evaluate`, `verify`. */

import type { Command } from "commander";
import type { EvaluateOptions } from "./commands/evaluate.js";
import type { GoldenOptions } from "./commands/golden.js";
import type { VerifyOptions } from "./commands/verify.js";
import type { Finish } from "./exit-code.js";
import { databaseOption, formatOption } from "./parameters.js";
import { addReadingOptions } from "./reading-options.js";
import type { Terminal } from "./terminal.js";

export function addCheckingCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const golden = program
    .command("golden")
    .summary("compare a corpus with its golden files")
    .description(
      "Reads the documents of a folder and compares every stage with the golden files; exit code 1 where any differ.",
    )
    .argument("<corpus>", "folder of documents")
    .argument("<golden>", "folder of golden files")
    .option("--update", "write the golden files anew")
    .addHelpText("after", "\nExample:\n  minutebook golden corpus golden --update && git diff golden")
    .action(async (corpus: string, folder: string, options: GoldenOptions) => {
      finish(await (await import("./commands/golden.js")).goldenCommand(corpus, folder, options, terminal));
    });

  const evaluate = program
    .command("evaluate")
    .summary("precision, recall and F1 against truth files")
    .description(
      "Reads the documents of a folder and scores what was found against truth files: a field and a family; how many meetings are right as\n" +
        "a whole; and of the facts with each confidence, how many are right. EVALUATION.md tells how to write truth files.",
    )
    .argument("<corpus>", "folder of documents")
    .argument("<truth>", "folder of truth files")
    .option("--family <name...>", "only these families (topmost folders, or as the truth files name them)")
    .option("--misses <field>", "list what was missed or wrong in a field")
    .option("--rules", "list how many facts each rule read, and how many of them are right")
    .option("--json", "write the figures as JSON")
    .addHelpText("after", "\nExample:\n  minutebook evaluate corpus truth --misses action.owner --rules")
    .action(async (corpus: string, truth: string, options: EvaluateOptions) => {
      finish(await (await import("./commands/evaluate.js")).evaluateCommand(corpus, truth, options, terminal));
    });

  const verify = program
    .command("verify")
    .summary("prove that each stored quote stands in its source")
    .description(
      "Reads the sources again and proves that each stored quote stands at its offsets; exit code 1 where one does not.",
    )
    .addOption(databaseOption())
    .addOption(formatOption())
    .option("--root <folder...>", "look for the sources in these folders too")
    .action(async (options: VerifyOptions) => {
      finish(await (await import("./commands/verify.js")).verifyCommand(options, terminal));
    });

  for (const command of [golden, evaluate, verify]) addReadingOptions(command);
}
