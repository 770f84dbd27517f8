/** `ingest`: documents into the database. */

import { openToWrite } from "../../pipeline/database.js";
import { type IngestSummary, ingest } from "../../pipeline/ingest.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { progressDisplay } from "../ingest-progress.js";
import type { DatabaseOption } from "../parameters.js";
import { poolOptionsOf, type ReadingCommandOptions } from "../reading-options.js";
import type { Terminal } from "../terminal.js";

export interface IngestCommandOptions extends DatabaseOption, ReadingCommandOptions {
  readonly jobs: number;
  readonly reparse?: "stale" | "failed" | "all";
  readonly retry?: true;
  readonly since?: Date;
  readonly prune?: true;
  readonly wait?: number;
  readonly log?: string;
  readonly json?: true;
  readonly quiet?: true;
}

export async function ingestCommand(
  paths: readonly string[],
  options: IngestCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { db, jobs, reparse, retry, since, prune, wait, log } = options;
  if (paths.length === 0 && reparse === undefined && retry === undefined) {
    terminal.warn("error: missing required argument 'path' (only --reparse and --retry can do without)");
    return EXIT.wrongUsage;
  }
  const stopping = new AbortController();
  const store = await openToWrite(db);
  const progress = await progressDisplay(terminal, options.quiet === true);
  const removeListener = terminal.onInterrupt(() => {
    progress?.end();
    terminal.warn("Stopping: documents that are being read are finished. Press Ctrl-C again to stop at once.");
    stopping.abort();
  });
  try {
    const summary = await ingest(paths, store, {
      ...poolOptionsOf(options),
      ...{ jobs, since, waitSeconds: wait, logFile: log, signal: stopping.signal },
      reparse: reparse ?? (retry === true ? "failed" : "stale"),
      prune: prune === true,
      onWait: (message) => terminal.warn(`Waiting. ${message}`),
      ...(progress === null ? {} : { onProgress: progress.show, onOcrPage: progress.showPage }),
    });
    progress?.end();
    report(summary, options, terminal);
    if (summary.isInterrupted) return EXIT.interrupted;
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    progress?.end();
    removeListener();
    store.close();
  }
}

function report(summary: IngestSummary, { json, quiet }: IngestCommandOptions, terminal: Terminal): void {
  for (const { path, message, code } of summary.failed) terminal.warn(`${shown(path)}: ${message} [${code}]`);
  if (quiet !== true) advise(summary, terminal);
  if (summary.isInterrupted) terminal.warn(interruption(summary));
  if (json === true) {
    const { isInterrupted, failedBefore, ...counts } = summary;
    terminal.print(
      `${JSON.stringify({ ...counts, failed_before: failedBefore, interrupted: isInterrupted }, null, 2)}\n`,
    );
  } else if (quiet !== true) terminal.print(`${sentence(summary)}\n`);
}

function advise(summary: IngestSummary, terminal: Terminal): void {
  const { failedBefore, left } = summary;
  if (failedBefore > 0) {
    terminal.warn(
      `${failedBefore} of the unchanged failed before: "status" says why, "ingest --retry" reads them again.`,
    );
  }
  if (left > 0) terminal.warn(`${left} files are still being written to: the next run reads them.`);
  if (isNothing(summary)) terminal.warn("No documents were found there: PDF, Word (.docx), HTML and text are read.");
}

function interruption({ remaining }: IngestSummary): string {
  const rest = remaining === null ? "" : ` ${remaining} files are left;`;
  return `Interrupted: what was read is stored;${rest} run the same command again to go on.`;
}

/** A path on one line. */
function shown(path: string): string {
  return path.replace(/[\u0000-\u001f\u007f]/g, (character) => JSON.stringify(character).slice(1, -1));
}

function isNothing(summary: IngestSummary): boolean {
  const { new: added, changed, reread, unchanged, left, gone, pruned, failed, isInterrupted } = summary;
  return added + changed + reread + unchanged + left + gone + pruned + failed.length === 0 && !isInterrupted;
}

function sentence(summary: IngestSummary): string {
  const { new: added, changed, reread, unchanged, left, gone, pruned, failed, skipped, seconds } = summary;
  const counts = [
    `${added} new`,
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(reread > 0 ? [`${reread} read again`] : []),
    `${unchanged} unchanged`,
    `${failed.length} failed`,
    ...(left > 0 ? [`${left} left for the next run`] : []),
    ...(gone > 0 ? [`${gone} gone`] : []),
    ...(pruned > 0 ? [`${pruned} deleted`] : []),
    ...(skipped > 0 ? [`${skipped} other files skipped`] : []),
  ];
  return `${counts.join(", ")} (${seconds.toFixed(1)} s)`;
}
