/** Commands that ask the database: `query`, `actions`, `decisions`, `attendance`, `meetings`, `search`, `status`. */

import { type Command, Option } from "commander";
import type { ActionsOptions } from "./commands/actions.js";
import type { AttendanceOptions } from "./commands/attendance.js";
import type { DecisionsOptions } from "./commands/decisions.js";
import type { MeetingsOptions } from "./commands/meetings.js";
import type { QueryOptions } from "./commands/query.js";
import type { SearchOptions } from "./commands/search.js";
import type { StatusOptions } from "./commands/status.js";
import type { Finish } from "./exit-code.js";
import { addMeetingOptions, databaseOption, formatOption, wholeNumber } from "./parameters.js";
import type { Terminal } from "./terminal.js";

export function addAskingCommands(program: Command, terminal: Terminal, finish: Finish): void {
  addQuery(program, terminal, finish);
  addActions(program, terminal, finish);
  addMeetingFacts(program, terminal, finish);
  addSearch(program, terminal, finish);
  addStatus(program, terminal, finish);
}

function addQuery(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command("query")
    .summary("ask the database in SQL")
    .description(
      "Runs one SQL statement that only reads. The views are listed in the README; `.schema` of any SQLite shell shows them too.",
    )
    .argument("<sql>", "a SELECT statement")
    .addOption(databaseOption())
    .addOption(formatOption())
    .addHelpText(
      "after",
      '\nExample:\n  minutebook query "SELECT owner, count(*) FROM action_owner_list GROUP BY owner" --format csv',
    )
    .action(async (sql: string, options: QueryOptions) => {
      finish(await (await import("./commands/query.js")).queryCommand(sql, options, terminal));
    });
}

function addActions(program: Command, terminal: Terminal, finish: Finish): void {
  const command = program
    .command("actions")
    .summary("who is to do what")
    .description(
      "Lists the actions. Where open ones are asked for, those of which the documents say nothing more count as open.",
    )
    .option("--owner <name>", "only actions of this person, by the name or the initials as written or by the full name")
    .addOption(new Option("--state <state>", "only actions in this state").choices(["open", "done", "dropped"]));
  addMeetingOptions(command)
    .addOption(databaseOption())
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExamples:\n  minutebook actions --state open\n  minutebook actions --owner 'Jane Roe' --since 2024 --format csv",
    )
    .action(async (options: ActionsOptions) => {
      finish(await (await import("./commands/actions.js")).actionsCommand(options, terminal));
    });
}

function addMeetingFacts(program: Command, terminal: Terminal, finish: Finish): void {
  addMeetingOptions(
    program.command("decisions").summary("what was decided").description("Lists the decisions, clause by clause."),
  )
    .addOption(databaseOption())
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  minutebook decisions --body finance --since 2024-01")
    .action(async (options: DecisionsOptions) => {
      finish(await (await import("./commands/decisions.js")).decisionsCommand(options, terminal));
    });

  const attendance = program
    .command("attendance")
    .summary("who was there")
    .description("Lists who was present, in attendance, absent, or sent apologies.")
    .option("--person <name>", "only this person, as written or by the full name")
    .addOption(
      new Option("--status <status>", "only this status").choices(["present", "in_attendance", "apologies", "absent"]),
    );
  addMeetingOptions(attendance)
    .addOption(databaseOption())
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  minutebook attendance --person Roe --status apologies")
    .action(async (options: AttendanceOptions) => {
      finish(await (await import("./commands/attendance.js")).attendanceCommand(options, terminal));
    });

  addMeetingOptions(
    program
      .command("meetings")
      .summary("which meetings there were")
      .description("Lists the meetings with what is known of each."),
  )
    .addOption(databaseOption())
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  minutebook meetings --since 2023 --until 2024")
    .action(async (options: MeetingsOptions) => {
      finish(await (await import("./commands/meetings.js")).meetingsCommand(options, terminal));
    });
}

function addSearch(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command("search")
    .summary("find words in items, decisions and actions")
    .description("Searches the full text of items, decisions and actions; the best fit comes first.")
    .argument("<words...>", "what to look for")
    .addOption(new Option("--limit <number>", "at most so many").default(20).argParser(wholeNumber(100_000)))
    .addOption(databaseOption())
    .addOption(formatOption())
    .addHelpText("after", '\nExample:\n  minutebook search "footpath repair"')
    .action(async (words: string[], options: SearchOptions) => {
      finish(await (await import("./commands/search.js")).searchCommand(words, options, terminal));
    });
}

function addStatus(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command("status")
    .summary("what the database holds, what failed and why")
    .description("Counts what the database holds, and lists the documents that failed or are known to be incomplete.")
    .addOption(databaseOption())
    .option("--json", "write it as JSON")
    .action(async (options: StatusOptions) => {
      finish(await (await import("./commands/status.js")).statusCommand(options, terminal));
    });
}
