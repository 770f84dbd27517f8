/** The outcome of reading one file: what the child process sends back and what the store takes in. Plain JSON throughout. */

import type { Diagnostic, DiagnosticCode } from "./diagnostic.js";
import type { Minutes } from "./minutes.js";
import type { SourceText } from "./source.js";

/** Bytes that could not become text. */
export interface Unreadable {
  readonly code: DiagnosticCode;
  /** One line for the person who has the file. */
  readonly message: string;
}

export type Extraction =
  | { readonly isRead: true; readonly source: SourceText; readonly diagnostics: readonly Diagnostic[] }
  | ({ readonly isRead: false } & Unreadable);

export type Conversion =
  | {
      readonly status: "read";
      readonly source: SourceText;
      readonly minutes: Minutes;
      readonly diagnostics: readonly Diagnostic[];
    }
  | ({ readonly status: "unreadable"; readonly id: string } & Unreadable);
