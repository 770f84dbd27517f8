/** `status`: what the database holds, what failed and why. */

import { type Row, rowsOf, withDatabase } from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { DatabaseOption } from "../parameters.js";
import type { Terminal } from "../terminal.js";

export interface StatusOptions extends DatabaseOption {
  readonly json?: true;
}

const COUNTS = ["meeting", "part", "attendance", "item", "decision", "action", "table"];

const FAILED = `SELECT path, error_code AS code, error AS message FROM document_list WHERE status = 'failed' ORDER BY error_code, path`;

const PARTIAL = `SELECT document_path AS path, code, message FROM diagnostic_list
  JOIN document_list USING (document_id) WHERE status = 'partial' AND severity = 'error' ORDER BY code, document_path`;

/** How many runs are listed. */
const RUNS = 5;

const LAST_RUNS = `SELECT * FROM run_list ORDER BY run_id DESC LIMIT ${RUNS}`;

export async function statusCommand({ db, json }: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const status = await withDatabase(db, (store) => ({
    database: db,
    documents: Object.fromEntries(
      rowsOf(store, "SELECT status, count(*) AS number FROM document_list GROUP BY status").map((row) => [
        row.status,
        row.number,
      ]),
    ),
    facts: Object.fromEntries(
      COUNTS.map((name) => [name, rowsOf(store, `SELECT count(*) AS number FROM ${name}_list`)[0]?.number]),
    ),
    failed: rowsOf(store, FAILED),
    partial: rowsOf(store, PARTIAL),
    runs: rowsOf(store, LAST_RUNS).map((run) => ({ ...run, paths: JSON.parse(String(run.paths)) as string[] })),
  }));
  terminal.print(json === true ? `${JSON.stringify(status, null, 2)}\n` : words(status));
  return EXIT.done;
}

interface Status {
  readonly database: string;
  readonly documents: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly failed: readonly Row[];
  readonly partial: readonly Row[];
  /** The latest first. */
  readonly runs: readonly (Row & { readonly paths: readonly string[] })[];
}

function words({ database, documents, facts, failed, partial, runs }: Status): string {
  const count = (name: string): string => String(documents[name] ?? 0);
  const lines = [
    `${database}`,
    `documents  ${count("ok")} read, ${count("partial")} read in part, ${count("failed")} failed`,
    ...Object.entries(facts).map(
      ([name, number]) => `${`${name === "attendance" ? name : `${name}s`}`.padEnd(10)} ${number}`,
    ),
    ...(runs.length === 0 ? [] : ["", "last runs:", ...runs.map((run) => `  ${runLine(run)}`)]),
    ...listed("failed", failed),
    ...listed("read in part", partial),
  ];
  return `${lines.join("\n")}\n`;
}

function listed(title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  return ["", `${title}:`, ...rows.map((row) => `  ${row.path}: ${row.message} [${row.code}]`)];
}

const RUN_COUNTS = ["new", "changed", "reread", "unchanged", "failed", "left", "gone", "pruned"] as const;

/** One line: when, how long, what came of it, and of which paths. */
function runLine(run: Status["runs"][number]): string {
  const counts = RUN_COUNTS.filter((name) => run[name] !== 0).map((name) => `${run[name]} ${name}`);
  const result =
    run.ended_at === null ? "not ended: at work, killed, or stopped by an error" : counts.join(", ") || "nothing found";
  const time = run.ended_at === null ? "" : `, ${Number(run.seconds).toFixed(1)} s`;
  const interrupted = run.is_interrupted === 1 ? " (interrupted)" : "";
  const paths = run.paths.length > 3 ? `${run.paths.slice(0, 3).join(" ")} …` : run.paths.join(" ");
  return `${String(run.started_at).slice(0, 16).replace("T", " ")} UTC${time}: ${result}${interrupted}  ${paths}`.trimEnd();
}
