/** What the steps of `resolve` share about one part. */

import type { Diagnostic, DiagnosticCode } from "../../model/diagnostic.js";
import type { SourceText, Span } from "../../model/source.js";
import type { LineNode } from "../ast.js";
import type { FlowEntry, FlowLine } from "./flow/flow.js";
import type { WholeDocument } from "./whole-document.js";

export interface PartContext {
  readonly source: SourceText;
  readonly document: WholeDocument;
  readonly flow: readonly FlowEntry[];
  /** Every line of the flow that holds words, those of tables included. */
  readonly lines: readonly LineNode[];
  /** Page headers and footers, and the fields that a file has in front of its text: every part may look there. */
  readonly trailer: readonly LineNode[];
  /** Entries that an earlier step has read: title lines, lists of people. Later steps pass over them. */
  readonly consumed: Set<FlowEntry>;
  /** The day of the meeting, ISO; null while it is not known. */
  readonly date: string | null;
  /** What the head calls the body and its organisation; null while or where it names neither. */
  readonly ownNames: string | null;
  readonly report: (code: DiagnosticCode, span: Span | null, message: string) => void;
}

export function makeReport(diagnostics: Diagnostic[]): PartContext["report"] {
  return (code, span, message) => diagnostics.push({ code, span, message });
}

/** The lines of a flow that hold words, in order. */
export function flowLines(entries: readonly FlowEntry[]): FlowLine[] {
  return entries.filter((entry): entry is FlowLine => entry.kind === "line" && entry.node.view.text !== "");
}
