/** What a reader of one format gives: a document ready to be laid out, or why there is none. */

import type { Unreadable } from "../model/conversion.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReadingOptions, ReadingProgress } from "../model/reading-options.js";
import type { SourceFormat } from "../model/source.js";
import type { LaidOut } from "./lay-out.js";

export type Reading =
  | { readonly isRead: true; readonly document: LaidOut; readonly diagnostics: readonly Diagnostic[] }
  | ({ readonly isRead: false } & Unreadable);

/** Bytes of one format → blocks, by default with the default options. Only our own bugs throw. */
export type Reader = (bytes: Uint8Array, options?: ReadingOptions, progress?: ReadingProgress) => Promise<Reading>;

/** What the first bytes of a file tell: its format, or why no reader takes it. */
export type Sniffed =
  | { readonly isKnown: true; readonly format: SourceFormat }
  | ({ readonly isKnown: false } & Unreadable);
