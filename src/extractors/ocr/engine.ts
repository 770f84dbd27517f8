/** What reads pictures of pages, whichever program it is. */

import type { Picture } from "./picture.js";

/** Whether a picture is a page with columns, pictures and tables, or lines of one block. */
export type Layout = "page" | "block";

export interface Engine {
  /** Reads one page whose lines run level; gives hOCR, the usual HTML of recognised words. Throws where the engine fails. */
  recognise(picture: Picture, layout?: Layout): Promise<string>;
  /** Must be called: an engine may keep a thread that would hold the program. */
  close(): Promise<void>;
}
