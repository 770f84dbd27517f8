/** One file that is new or changed → the database. */

import type { Conversion, Unreadable } from "../../model/conversion.js";
import { type DocumentFile, isGoodEnough, type SightedFile, StoreError } from "../../store/store.js";
import { identifySteady, refusal } from "../document-file.js";
import { readingFacts } from "../reading-facts.js";
import type { Run } from "./run.js";
import type { DocumentLine } from "./run-log.js";
import { isAsSighted, settle } from "./steadiness.js";

/** Reads the file, unless its bytes are known from elsewhere, and stores what it says. Throws only what is no fault of the document. */
export async function takeIn(sighted: SightedFile, run: Run): Promise<void> {
  const state = await settle(sighted, run.stopping);
  if (run.stopping.aborted) return;
  if (state !== "steady") return giveUp(sighted, state, run);
  const file = await identifySteady(sighted);
  if (file === "changing" || "code" in file) return giveUp(sighted, file, run);
  // Who waits for a copy may find, when that is done, that another has begun in the meantime.
  for (let other = run.readings.get(file.sha256); other !== undefined; other = run.readings.get(file.sha256)) {
    await other;
  }
  if (run.stopping.aborted) return;
  const known = run.store.documentOf(file.sha256);
  if (known !== null && isGoodEnough(known, run.demand)) return addPlace(file, known.status === "failed", run);
  const reading = read(sighted, file, known !== null, run);
  run.readings.set(file.sha256, reading);
  try {
    await reading;
  } finally {
    run.readings.delete(file.sha256);
  }
}

/** The bytes are in the database: only the place is new, or the time of the file. */
function addPlace(file: DocumentFile, hasFailedBefore: boolean, run: Run): void {
  run.batch.write(
    () => run.store.addLocation(file, run.now().toISOString()),
    () => log(run, { path: file.path, sha256: file.sha256, outcome: "unchanged" }),
  );
  run.tally.unchanged(hasFailedBefore);
}

async function read(sighted: SightedFile, file: DocumentFile, isKnown: boolean, run: Run): Promise<void> {
  // Only the child's work counts against the jobs: while this document is stored, the child has the next one.
  const { conversion, seconds } = await run.reading(() => convert(sighted, file, run));
  if (conversion === "stopped") return;
  // Somebody ended the child from outside: the document is taken up again by the next run.
  if (conversion === null) return giveUp(sighted, "changing", run);
  const state = await isAsSighted(sighted);
  const sha256 = conversion.status === "read" ? conversion.source.id : conversion.id;
  if (state !== "steady" || sha256 !== file.sha256)
    return giveUp(sighted, state === "steady" ? "changing" : state, run);
  const isChange = !isKnown && run.store.knownFile(file.root, file.path) !== null;
  const outcome = isKnown ? "reread" : isChange ? "changed" : "new";
  save(file, conversion, { path: file.path, sha256, outcome, seconds }, run);
}

async function convert(
  { absolutePath }: SightedFile,
  file: DocumentFile,
  run: Run,
): Promise<{ conversion: Conversion | null | "stopped"; seconds: number }> {
  if (run.stopping.aborted) return { conversion: "stopped", seconds: 0 };
  const start = performance.now();
  const refused = refusal(file);
  const onOcrPage = (done: number, total: number): void => run.options.onOcrPage?.(file.path, done, total);
  const task = { absolutePath, sha256: file.sha256 };
  const conversion = refused === null ? await run.pool.convert(task, onOcrPage) : unreadable(file, refused);
  return { conversion, seconds: Math.round(performance.now() - start) / 1000 };
}

/** Writes a document; where its facts cannot be written, that it failed. */
function save(file: DocumentFile, conversion: Conversion, line: LogLine & { outcome: Success }, run: Run): void {
  const { programVersion, parserVersion, demand } = run;
  const facts = {
    ...readingFacts(file.path, conversion),
    ...{ programVersion, parserVersion, runId: demand.runId, ingestedAt: run.now().toISOString() },
  };
  const failure = conversion.status === "unreadable" ? { code: conversion.code, message: conversion.message } : null;
  const pages = conversion.status === "read" ? conversion.source.pages : null;
  try {
    run.batch.write(
      () => run.store.save(file, conversion, facts),
      () => log(run, { ...line, pages, ...(failure === null ? {} : { outcome: "failed", ...failure }) }),
    );
  } catch (error) {
    // Only what is wrong with this document may be laid at its door; a database that takes nothing ends the run.
    if (error instanceof StoreError || failure !== null) throw error;
    const message = `its facts could not be stored: ${error instanceof Error ? error.message : String(error)}`;
    save(file, unreadable(file, { code: "document/crashed", message }), line, run);
    return;
  }
  if (failure === null) run.tally.readAs(line.outcome);
  else run.tally.fail({ path: file.path, ...failure });
}

/** The file is being written to, or cannot be opened: nothing of it is stored. */
function giveUp({ path }: SightedFile, reason: "changing" | Unreadable, run: Run): void {
  if (reason === "changing") {
    run.tally.leave();
    log(run, { path, sha256: null, outcome: "left" });
  } else {
    const { code, message } = reason;
    run.tally.fail({ path, code, message });
    log(run, { path, sha256: null, outcome: "failed", code, message });
  }
}

type Success = "new" | "changed" | "reread";
type LogLine = Pick<DocumentLine, "path" | "sha256" | "outcome"> & Partial<DocumentLine>;

function log(run: Run, line: LogLine): void {
  const { path, sha256, outcome, code = null, message = null, seconds = null, pages = null } = line;
  run.log.document({ path, sha256, outcome, code, message, seconds, pages });
}

function unreadable(file: DocumentFile, reason: Unreadable): Conversion {
  return { status: "unreadable", id: file.sha256, ...reason };
}
