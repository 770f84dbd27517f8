/** The child process of the pool: converts one document after another, each named by its path over IPC. */

import { readFile } from "node:fs/promises";
import type { Conversion } from "../model/conversion.js";
import type { ReadingOptions } from "../model/reading-options.js";
import { convert } from "./convert.js";
import { type PackedSource, packSource } from "./packed-source.js";

/** What a child is asked. */
export interface ConversionRequest {
  readonly path: string;
  /** The default ones where not given. */
  readonly options?: ReadingOptions | undefined;
}

/** What a child sends: once that it is loaded, then one answer a request, and before that how far it has come where it takes long. `failed` is a bug of ours, or memory that ran out. */
export type ChildMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "converted"; readonly conversion: Conversion }
  | ({ readonly kind: "packed"; readonly source: PackedSource } & Omit<Readable, "status" | "source">)
  | { readonly kind: "failed"; readonly message: string; readonly isOutOfMemory: boolean };

type Readable = Extract<Conversion, { status: "read" }>;

/** How V8 says that an allocation was refused; it does so as an ordinary exception where the memory is not its own heap. */
const OUT_OF_MEMORY = /allocation failed|out of memory|invalid (?:typed )?array (?:buffer )?length|string longer than/i;

async function answer({ path, options }: ConversionRequest): Promise<ChildMessage> {
  const onOcrPage = (done: number, total: number) => send({ kind: "progress", done, total });
  try {
    const conversion = await convert(path, await readFile(path), options, { onOcrPage });
    if (conversion.status !== "read") return { kind: "converted", conversion };
    const { source, minutes, diagnostics } = conversion;
    return { kind: "packed", source: packSource(source), minutes, diagnostics };
  } catch (error) {
    const message = describe(error);
    return { kind: "failed", message, isOutOfMemory: error instanceof RangeError && OUT_OF_MEMORY.test(message) };
  }
}

/** The error and the place where it was thrown, without the folders of this machine. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /([^/\\\s(]+:\d+):\d+\)?$/m.exec(error.stack ?? "")?.[1];
  const words = `${error.name}: ${error.message.split("\n")[0]}`;
  return place === undefined ? words : `${words} (${place})`;
}

function send(message: ChildMessage): void {
  process.send?.(message);
}

// Who ends a whole service (systemd) sends this to all its processes; the parent decides what becomes of its children.
process.on("SIGINT", () => {}).on("SIGTERM", () => {});
process.on("disconnect", () => process.exit());
process.on("message", (request: ConversionRequest) => {
  void answer(request).then(send);
});
send({ kind: "ready" });
