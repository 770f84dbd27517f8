/** One document for the commands that show it. */

import type { Conversion } from "../model/conversion.js";
import { readOne } from "../pipeline/read-one.js";
import type { Terminal } from "./terminal.js";

/** Reads a document; where it cannot be read, says why on stderr and gives null. `timeout` in seconds. */
export async function readOrWarn(
  path: string,
  timeout: number,
  terminal: Terminal,
): Promise<Extract<Conversion, { status: "read" }> | null> {
  const conversion = await readOne(path, timeout);
  if (conversion.status === "read") return conversion;
  terminal.warn(`${path}: ${conversion.message} [${conversion.code}]`);
  return null;
}
