/** `ingest`: documents into the database. */

import { basename } from "node:path";
import { openToWrite } from "../../pipeline/database.js";
import { type IngestSummary, ingest } from "../../pipeline/ingest.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { DatabaseOption } from "../parameters.js";
import { poolOptionsOf, type ReadingCommandOptions } from "../reading-options.js";
import type { Terminal } from "../terminal.js";

export interface IngestCommandOptions extends DatabaseOption, ReadingCommandOptions {
  readonly jobs: number;
  readonly retry?: true;
  readonly json?: true;
}

export async function ingestCommand(
  paths: readonly string[],
  options: IngestCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { db, jobs, retry, json } = options;
  const stopping = new AbortController();
  const progress = await progressBar(terminal.progressStream);
  const store = await openToWrite(db);
  const removeListener = terminal.onInterrupt(() => stopping.abort());
  try {
    const settings = { ...poolOptionsOf(options), jobs, isRetry: retry === true };
    const summary = await ingest(paths, store, {
      ...settings,
      signal: stopping.signal,
      onProgress: progress.show,
      onOcrPage: progress.showPage,
    });
    progress.end();
    report(summary, json === true, terminal);
    if (summary.isInterrupted) return EXIT.interrupted;
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    progress.end();
    removeListener();
    store.close();
  }
}

function report(summary: IngestSummary, isJson: boolean, terminal: Terminal): void {
  for (const { path, message, code } of summary.failed) terminal.warn(`${path}: ${message} [${code}]`);
  if (summary.failedBefore > 0) {
    terminal.warn(
      `${summary.failedBefore} of the unchanged failed before: "status" says why, "ingest --retry" reads them again.`,
    );
  }
  if (summary.isInterrupted)
    terminal.warn("Interrupted: what was read is stored; run the same command again to go on.");
  if (isNothing(summary)) terminal.warn("No documents were found there: PDF, Word (.docx), HTML and text are read.");
  if (isJson) {
    const { isInterrupted, failedBefore, ...counts } = summary;
    terminal.print(
      `${JSON.stringify({ ...counts, failed_before: failedBefore, interrupted: isInterrupted }, null, 2)}\n`,
    );
  } else terminal.print(`${sentence(summary)}\n`);
}

function isNothing({ new: added, reread, unchanged, failed, isInterrupted }: IngestSummary): boolean {
  return added + reread + unchanged + failed.length === 0 && !isInterrupted;
}

function sentence({ new: added, reread, unchanged, failed, skipped, seconds }: IngestSummary): string {
  const counts = [
    `${added} new`,
    ...(reread > 0 ? [`${reread} read again`] : []),
    `${unchanged} unchanged`,
    `${failed.length} failed`,
    ...(skipped > 0 ? [`${skipped} other files skipped`] : []),
  ];
  return `${counts.join(", ")} (${seconds.toFixed(1)} s)`;
}

interface Progress {
  show(done: number, total: number): void;
  showPage(path: string, done: number, total: number): void;
  end(): void;
}

async function progressBar(stream: NodeJS.WritableStream | null): Promise<Progress> {
  if (stream === null) return { show: () => {}, showPage: () => {}, end: () => {} };
  const { default: progress } = await import("cli-progress");
  const format = "{bar} {value}/{total} documents, {eta_formatted} left{page}";
  const bar = new progress.SingleBar(
    { stream, format, clearOnComplete: true, hideCursor: true },
    progress.Presets.shades_classic,
  );
  return {
    show: (done, total) => {
      if (done === 0) bar.start(total, 0, { page: "" });
      else bar.update(done, { page: "" });
    },
    showPage: (path, done, total) => bar.update({ page: ` · page ${done} of ${total} by OCR: ${basename(path)}` }),
    end: () => bar.stop(),
  };
}
