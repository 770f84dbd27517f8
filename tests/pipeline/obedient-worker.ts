/** A child process for tests of the pool: what it does with a document stands in the document's first word. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Conversion } from "../../src/model/conversion.js";
import { NO_METADATA } from "../../src/model/source.js";
import type { ChildMessage, ConversionRequest } from "../../src/pipeline/worker.js";

const hoard: Buffer[] = [];

async function obey({ path, options }: ConversionRequest): Promise<ChildMessage> {
  const text = await readFile(path, "utf8");
  const id = createHash("sha256").update(text).digest("hex");
  switch (text.split(/\s/)[0] ?? "") {
    case "hang":
      for (;;);
    case "slow":
      // Longer than the limit in all, but each page within it.
      for (let done = 1; done <= 5; done++) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        process.send?.({ kind: "progress", done, total: 5 } satisfies ChildMessage);
      }
      return { kind: "converted", conversion: blank(id, text) };
    case "options":
      return { kind: "converted", conversion: blank(id, JSON.stringify(options ?? null)) };
    case "exit":
      return process.exit(7);
    case "abort":
      return process.abort();
    case "hoard":
      // Fills the memory and leaves it full: what the next document needs is not there any more.
      for (;;) hoard.push(Buffer.alloc(16 * 1024 * 1024, 1));
    case "throw":
      // Nobody catches it.
      setImmediate(() => {
        throw new Error("thrown");
      });
      return new Promise(() => {});
    case "bug":
      return { kind: "failed", message: "Error: a bug", isOutOfMemory: false };
    case "pid":
      return {
        kind: "converted",
        conversion: { status: "unreadable", id, code: "document/empty", message: `${process.pid}` },
      };
    case "empty":
      return {
        kind: "converted",
        conversion: { status: "unreadable", id, code: "document/empty", message: "nothing" },
      };
    default:
      return { kind: "converted", conversion: blank(id, text) };
  }
}

function blank(id: string, text: string): Conversion {
  const metadata = NO_METADATA;
  const source = {
    id,
    format: "text",
    text,
    lines: [],
    grids: [],
    pages: null,
    trailerStart: text.length,
    metadata,
    ocrPages: [],
  } as const;
  return { status: "read", source, minutes: { parts: [] }, diagnostics: [] };
}

process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.on("message", (request: ConversionRequest) => {
  void obey(request).then(
    (message) => process.send?.(message),
    (error: Error) =>
      process.send?.({ kind: "failed", message: error.message, isOutOfMemory: error instanceof RangeError }),
  );
});
process.send?.({ kind: "ready" });
