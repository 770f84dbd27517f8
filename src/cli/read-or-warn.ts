/** One document for the commands that show it. */

import type { Conversion } from "../model/conversion.js";
import { readOne } from "../pipeline/read-one.js";
import { poolOptionsOf, type ReadingCommandOptions } from "./reading-options.js";
import type { Terminal } from "./terminal.js";

/** Reads a document; where it cannot be read, says why on stderr and gives null. */
export async function readOrWarn(
  path: string,
  options: ReadingCommandOptions,
  terminal: Terminal,
): Promise<Extract<Conversion, { status: "read" }> | null> {
  const stream = terminal.progressStream;
  const conversion = await readOne(path, poolOptionsOf(options), (done, total) => {
    stream?.write(`\r${done < total ? `page ${done} of ${total} read by OCR` : ""}\x1b[K`);
  });
  if (conversion.status === "read") return conversion;
  terminal.warn(`${path}: ${conversion.message} [${conversion.code}]`);
  return null;
}
