/** What can be wrong with a document: a closed list of codes, each with its severity and what the reader can do. */

import type { Span } from "./source.js";

export type Severity = "error" | "warning" | "info";

interface DiagnosticKind {
  readonly severity: Severity;
  /** One sentence for the person who has the document: what it means and what to do. */
  readonly help: string;
}

/** Every code. `document/…` of severity error means that nothing was read (`failed`); any other error that something is known to be missing (`partial`). */
export const DIAGNOSTICS = {
  "document/empty": {
    severity: "error",
    help: "The file has no bytes or only blanks. Fetch it again from where it came from.",
  },
  "document/not-found": {
    severity: "error",
    help: "The file could not be opened. Check the path and the permissions.",
  },
  "document/not-a-file": {
    severity: "error",
    help: "The path is a device, a socket or a pipe; only files are read.",
  },
  "document/unreadable-name": {
    severity: "error",
    help: "The name of the file or folder is not valid UTF-8. Rename it (convmv does that for whole folders).",
  },
  "document/unknown-format": {
    severity: "error",
    help: "The bytes are no PDF, Word, OpenDocument, rich text, HTML or text. Convert the file to one of these.",
  },
  "document/unsupported-format": {
    severity: "error",
    help: "The format is known but not read (spreadsheets, presentations, e-mail, pictures, WordPerfect, Word for DOS). Save the file as .docx or PDF, in a program that opens it (LibreOffice opens most).",
  },
  "document/damaged": {
    severity: "error",
    help: "The file is truncated or broken. Fetch it again, or repair it with the program that made it.",
  },
  "document/encrypted": {
    severity: "error",
    help: "The file needs a password. Give it with --password (PDF), or save a copy without one.",
  },
  "document/no-text": {
    severity: "error",
    help: "No words were found on any page. Where the pages are pictures, read them with --ocr auto.",
  },
  "document/too-large": {
    severity: "error",
    help: "The file, or what it unpacks to, is larger than can be read safely (200 MB, or 20 MB of plain text). Split it.",
  },
  "document/frames-only": {
    severity: "error",
    help: "The page only shows other pages in frames, and nothing is fetched. Save the page inside the frame itself.",
  },
  "document/timeout": {
    severity: "error",
    help: "Reading took longer than --timeout allows. Raise the limit, or split the file.",
  },
  "document/crashed": {
    severity: "error",
    help: "Reading ended in a failure of the program. Please report it with the file.",
  },
  "document/wrong-extension": {
    severity: "warning",
    help: "The file's name says another format than its bytes. It was read by its bytes.",
  },
  "document/undecodable": {
    severity: "warning",
    help: "Some bytes are not valid in the file's encoding and were replaced.",
  },
  "document/numbers-missing": {
    severity: "warning",
    help: "The format gave the text, but not the numbers that the word processor prints by itself (.doc, some .rtf). Install LibreOffice, which is used where it is found, or save the file as .docx.",
  },
  "document/unaccepted-changes": {
    severity: "warning",
    help: "The file holds changes that nobody has accepted or rejected. Insertions were read, deletions left out.",
  },
  "document/office-failed": {
    severity: "info",
    help: "LibreOffice is installed but could not convert the file; it was read without it.",
  },
  "document/no-minutes": {
    severity: "warning",
    help: "Nothing in the text looks like minutes, an agenda or an action log.",
  },
  "document/other-language": {
    severity: "warning",
    help: "A part is written in another language than English. Its place is kept, but no facts are read from it.",
  },
  "pdf/page-without-text": {
    severity: "warning",
    help: "A page has no text of its own; what may be printed on it was not read. Use --ocr auto for scanned pages.",
  },
  "pdf/page-unreadable": { severity: "error", help: "A page could not be decoded and is missing from the text." },
  "html/nested-too-deep": {
    severity: "warning",
    help: "Elements nest deeper than is read. Their words are there, the structure of the deepest is not.",
  },
  "pdf/page-cut": {
    severity: "error",
    help: "A page holds more text than can be read safely (100,000 letters); the rest of it is missing.",
  },
  "pdf/too-many-pages": {
    severity: "error",
    help: "The PDF has more pages than --max-pages allows; the others were not read. Raise the limit, or split the file.",
  },
  "ocr/page-read": {
    severity: "info",
    help: "Pages were read by optical character recognition; some of their words may be wrong.",
  },
  "ocr/low-confidence": {
    severity: "warning",
    help: "The recognition of a page is unsure of its words. Compare them with the page, or scan it again.",
  },
  "ocr/page-failed": {
    severity: "error",
    help: "A scanned page could not be recognised and is missing from the text.",
  },
  "ocr/engine-missing": {
    severity: "warning",
    help: "The tesseract program that was asked for is not installed. Install it, or leave out --ocr-engine.",
  },
  "docx/numbering-unresolved": {
    severity: "warning",
    help: "An automatic number could not be worked out and is missing from the text.",
  },
  "meeting/no-date": { severity: "warning", help: "No date of the meeting was found." },
  "meeting/no-body": { severity: "warning", help: "The name of the body that met was not found." },
  "meeting/weekday-mismatch": { severity: "warning", help: "The weekday does not fit the date." },
  "items/number-gap": { severity: "info", help: "The numbers of the items leave one out." },
  "items/number-repeated": { severity: "info", help: "A number stands at two items." },
  "attendance/unpaired": { severity: "warning", help: "Names and organisations in two lists could not be paired." },
  "attendance/unread-entry": { severity: "info", help: "A line of the attendance list is not understood as a person." },
  "attendance/present-and-away": {
    severity: "warning",
    help: "Somebody is listed both as present and as absent or apologising. The first was kept; compare with the document.",
  },
  "decision/mover-not-present": {
    severity: "info",
    help: "A proposer or seconder is not among those whom the attendance list names as present.",
  },
  "decision/votes-exceed-present": {
    severity: "info",
    help: "More votes were counted than people are listed as present.",
  },
  "action/owner-not-present": {
    severity: "info",
    help: "Somebody who is given a task is not in the attendance list.",
  },
  "action/no-owner": { severity: "info", help: "A marked action names nobody." },
  "action/owner-ambiguous": {
    severity: "warning",
    help: "The initials of an owner fit more than one person of the meeting.",
  },
  "action/margin-unpaired": { severity: "warning", help: "Initials beside the text could not be matched with a task." },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** The place in the text; null where the whole document is meant. */
  readonly span: Span | null;
  /** One sentence about this very case. */
  readonly message: string;
}

/** A value and what is wrong with it. Reading text never throws. */
export interface Parsed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function severityOf(code: DiagnosticCode): Severity {
  return DIAGNOSTICS[code].severity;
}
