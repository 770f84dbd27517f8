/** Whether somebody still writes to a file: such a file is left for the next run. */

import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Unreadable } from "../../model/conversion.js";
import type { SightedFile } from "../../store/store.js";
import { isSame, sizeAndTime } from "../document-file.js";
import { notFound } from "../path-trouble.js";

/** A file that was written to less than this ago may be written to again. In milliseconds. */
const SETTLING = 2000;

/**
 * Waits until a file that was just written to is two seconds old. "changing" where it was written to meanwhile. To leave every young
 * file would leave minutes that somebody has just saved and wants to see; to wait costs a run two seconds at most, since all files grow older at once.
 */
export async function settle(file: SightedFile, signal: AbortSignal): Promise<"steady" | "changing" | Unreadable> {
  const age = Date.now() - Date.parse(file.modifiedAt);
  // A time that lies ahead is a wrong clock, and no sign of writing.
  if (age < 0 || age >= SETTLING) return "steady";
  await setTimeout(SETTLING - age, null, { signal }).catch(() => {});
  return signal.aborted ? "changing" : isAsSighted(file);
}

/** Whether the file is as it was when it was sighted; the code and the words where it is not there. */
export async function isAsSighted(file: SightedFile): Promise<"steady" | "changing" | Unreadable> {
  try {
    return isSame(sizeAndTime(await stat(file.absolutePath)), file) ? "steady" : "changing";
  } catch (error) {
    return notFound(error, "it is not there any more");
  }
}
