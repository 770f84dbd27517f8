/** One child process that converts documents, and a question put to it under a limit of time. */

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Conversion } from "../model/conversion.js";
import { unpackSource } from "./packed-source.js";
import type { ChildMessage, ConversionRequest } from "./worker.js";

export interface Child {
  readonly process: ChildProcess;
  /** The last words on the child's stderr, where V8 says why it gave up. */
  lastWords(): string;
  /** Whether it has answered before: what fails in such a child may be the fault of earlier documents. */
  hasAnswered: boolean;
  isReady: boolean;
}

export type Answer =
  | { readonly kind: "converted"; readonly conversion: Conversion }
  | { readonly kind: "failed"; readonly message: string; readonly isOutOfMemory: boolean }
  | { readonly kind: "timeout" }
  | { readonly kind: "ended"; readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** Told after each page of a document that was read by OCR: `done` of `total` such pages. */
export type OnProgress = (done: number, total: number) => void;

/** How long a child may take to load, in seconds; it is no part of a document's own limit. */
const LOADING_SECONDS = 60;

/** How much of stderr is kept, in characters. */
const LAST_WORDS = 8000;

/** The drawing library behind pdf.js would take a gigabyte at its start, most of it never used; like this it takes what it needs. */
const FRUGAL = { ...process.env, MIMALLOC_ARENA_EAGER_COMMIT: "0" };

/** Starts a child. `memoryMegabytes` caps the memory that it may write to where the system can do that (Linux). */
export function startChild(worker: URL, memoryMegabytes: number | null): Child {
  // A group of its own: Ctrl-C in the terminal is for the parent to judge, and what the child has started can be ended with it.
  const isDetached = process.platform !== "win32";
  const options: SpawnOptions = {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
    detached: isDetached,
  };
  const [command, ...parameters] = commandLine(worker, memoryMegabytes);
  const started = spawn(command, parameters, memoryMegabytes === null ? options : { ...options, env: FRUGAL });
  let words = "";
  started.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  return { process: started, lastWords: () => words, hasAnswered: false, isReady: false };
}

/** Ends a child at once, with all that it has started (LibreOffice, tesseract). */
export function endChild({ process: child }: Child): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}

function commandLine(worker: URL, memoryMegabytes: number | null): [string, ...string[]] {
  const script = fileURLToPath(worker);
  const loader = script.endsWith(".ts") ? ["--import", typescriptLoader()] : [];
  if (memoryMegabytes === null || process.platform !== "linux") return [process.execPath, ...loader, script];
  // V8's own limit does not count typed arrays, so the system has to set one, which only a shell can ask for. `-d` counts what
  // can be written to; `-v` would count the address space too that V8 and WebAssembly reserve by the gigabyte and never use.
  const heap = `--max-old-space-size=${Math.floor((memoryMegabytes * 2) / 3)}`;
  // A child that loops does not see that its parent was killed: where the system can, it ends the child with the parent.
  const capped =
    'ulimit -d "$1" 2>/dev/null || true; shift; setpriv --pdeathsig KILL true 2>/dev/null && exec setpriv --pdeathsig KILL "$@"; exec "$@"';
  const node = [process.execPath, heap, ...loader, script];
  return ["sh", "-c", capped, "sh", String(memoryMegabytes * 1024), ...node];
}

/** Sources are run as they are in tests and during development; a child needs to be told how. */
function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

/**
 * Puts one document to a child and waits. After anything but `converted` or `failed` the child is dead or must be killed.
 * The limit begins anew with each page that was read by OCR: a long scan is no hang, and its pages are counted.
 */
export function ask(
  child: Child,
  request: ConversionRequest,
  timeoutSeconds: number,
  onProgress: OnProgress = () => {},
): Promise<Answer> {
  const { promise, settle } = settled<Answer>();
  let timer = limit(child.isReady ? timeoutSeconds : LOADING_SECONDS);
  function limit(seconds: number): NodeJS.Timeout {
    return setTimeout(() => settle({ kind: "timeout" }), seconds * 1000);
  }
  function onMessage(message: ChildMessage): void {
    if (message.kind === "ready") {
      child.isReady = true;
      clearTimeout(timer);
      timer = limit(timeoutSeconds);
    } else if (message.kind === "progress") {
      clearTimeout(timer);
      timer = limit(timeoutSeconds);
      onProgress(message.done, message.total);
    } else if (message.kind === "packed") {
      const { source, minutes, diagnostics } = message;
      settle({ kind: "converted", conversion: { status: "read", source: unpackSource(source), minutes, diagnostics } });
    } else settle(message);
  }
  function onExit(code: number | null, signal: NodeJS.Signals | null): void {
    settle({ kind: "ended", code, signal });
  }
  function onError(error: Error): void {
    settle({ kind: "failed", message: error.message, isOutOfMemory: false });
  }
  child.process.on("message", onMessage).on("close", onExit).on("error", onError);
  child.process.send(request, (error) => {
    // The exit of a child that died while it was idle may have been told before anybody listened.
    const { exitCode, signalCode } = child.process;
    if (error !== null && (exitCode !== null || signalCode !== null)) onExit(exitCode, signalCode);
  });
  return promise.finally(() => {
    clearTimeout(timer);
    child.process.off("message", onMessage).off("close", onExit).off("error", onError);
  });
}

/** A promise with its resolver: only the first settlement counts. */
function settled<T>(): { promise: Promise<T>; settle: (value: T) => void } {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
