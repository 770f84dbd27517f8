/** Bytes of one document → what they say. Pure but for loading a reader: no files, no clock, no limits (`pool.ts` has those). */

import { extract } from "../extractors/index.js";
import { documentId } from "../extractors/lay-out.js";
import { parseMinutes } from "../grammar/index.js";
import type { Conversion } from "../model/conversion.js";
import type { ReadingOptions, ReadingProgress } from "../model/reading-options.js";

/** Extracts the text and reads it. The path only helps to word warnings; bytes that cannot be read are a value, only our own bugs throw. */
export async function convert(
  path: string,
  bytes: Uint8Array,
  options?: ReadingOptions,
  progress?: ReadingProgress,
): Promise<Conversion> {
  const extraction = await extract(path, bytes, options, progress);
  if (!extraction.isRead) {
    const { code, message } = extraction;
    return { status: "unreadable", id: documentId(bytes), code, message };
  }
  const { source } = extraction;
  const parsed = parseMinutes(source);
  const diagnostics = [...extraction.diagnostics, ...parsed.diagnostics];
  return { status: "read", source, minutes: parsed.value, diagnostics };
}
