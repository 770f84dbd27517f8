/**
 * Child processes that outlive a document: each conversion has a limit of time and of memory, and no document can end the program.
 * Written here because the pools there are (tinypool's `child_process`, piscina) can neither cap a child's memory nor end one task at its time and say why.
 */

import type { Conversion, Unreadable } from "../model/conversion.js";
import type { ReadingOptions } from "../model/reading-options.js";
import { type Answer, ask, type Child, endChild, type OnProgress, startChild } from "./child.js";

export interface PoolOptions {
  /** Wall-clock limit a document, in seconds; it begins anew with each page that is read by OCR. */
  readonly timeoutSeconds: number;
  /** Memory that a child may use, in MiB; null for no limit. */
  readonly memoryMegabytes?: number | null;
  /** How documents are read; the default where not given. */
  readonly reading?: ReadingOptions | undefined;
  /** Another script than the converter's, for tests. */
  readonly worker?: URL | undefined;
}

/** A document to convert. */
export interface PoolTask {
  readonly absolutePath: string;
  /** SHA-256 of its bytes: the id of the conversion where no child lives to tell it. */
  readonly sha256: string;
}

export interface ConverterPool {
  /** Converts one document; as many children run as conversions are asked for at the same time. Null where the pool was closed, or the children were interrupted, before the answer came. `onProgress` is told of pages read by OCR. */
  convert(task: PoolTask, onProgress?: OnProgress): Promise<Conversion | null>;
  /** Ends all children, also those that are at work. */
  close(): void;
}

/** The readers themselves need some 180 MiB of it; the rest is a document's. */
const MEMORY_MEGABYTES = 1500;

export function openPool(options: PoolOptions): ConverterPool {
  const memory = options.memoryMegabytes === undefined ? MEMORY_MEGABYTES : options.memoryMegabytes;
  const worker = options.worker ?? siblingWorker();
  const children = new Set<Child>();
  const idle: Child[] = [];
  let isClosed = false;

  function start(): Child {
    const child = startChild(worker, memory);
    children.add(child);
    child.process.once("exit", () => children.delete(child));
    child.process.once("error", () => children.delete(child));
    return child;
  }

  async function convert(task: PoolTask, onProgress?: OnProgress): Promise<Conversion | null> {
    if (isClosed) return null;
    const child = livingChild(idle) ?? start();
    const isUsed = child.hasAnswered;
    const request = { path: task.absolutePath, options: options.reading };
    const answer = await ask(child, request, options.timeoutSeconds, onProgress);
    child.hasAnswered = true;
    if (isClosed || isInterrupted(answer)) return null;
    if (isUsable(answer)) idle.push(child);
    else endChild(child);
    if (answer.kind === "converted") return answer.conversion;
    // Memory that earlier documents left behind must not decide what becomes of this one.
    if (isUsed && !isUsable(answer) && answer.kind !== "timeout") return convert(task, onProgress);
    return { status: "unreadable", id: task.sha256, ...failure(answer, child, options.timeoutSeconds) };
  }

  function close(): void {
    isClosed = true;
    process.off("exit", close);
    for (const child of children) endChild(child);
  }

  // Nobody else would end them where the program is ended in the middle of its work.
  process.on("exit", close);
  return { convert, close };
}

/** The worker beside this file, as source or as built. */
function siblingWorker(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
}

function livingChild(idle: Child[]): Child | undefined {
  let child = idle.pop();
  while (child !== undefined && !child.process.connected) child = idle.pop();
  return child;
}

/** Whether the child can go on: a plain exception leaves nothing behind. */
function isUsable(answer: Answer): boolean {
  return answer.kind === "converted" || (answer.kind === "failed" && !answer.isOutOfMemory);
}

/** Whether somebody ended the child from outside: that says nothing about the document. */
function isInterrupted(answer: Answer): boolean {
  return answer.kind === "ended" && (answer.signal === "SIGINT" || answer.signal === "SIGTERM");
}

function failure(answer: Exclude<Answer, { kind: "converted" }>, child: Child, timeoutSeconds: number): Unreadable {
  const outOfMemory: Unreadable = {
    code: "document/too-large",
    message: "reading it needs more memory than is allowed",
  };
  switch (answer.kind) {
    case "timeout":
      return { code: "document/timeout", message: `reading took longer than ${timeoutSeconds} s` };
    case "failed":
      return answer.isOutOfMemory ? outOfMemory : { code: "document/crashed", message: answer.message };
    case "ended":
      if (/out of memory|\boom\b|allocation failed|bad_alloc|memory allocation of/i.test(child.lastWords()))
        return outOfMemory;
      return {
        code: "document/crashed",
        message: `the reading process ended with ${answer.signal ?? `code ${answer.code}`}`,
      };
    default:
      return answer satisfies never;
  }
}
