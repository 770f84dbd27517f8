/** Writes down where each value of a fact was read. */

import type { Sourced } from "../model/minutes.js";
import { locate, pageAt, quote, type SourceText, type Span } from "../model/source.js";
import type { Inserts } from "./inserts.js";

/** What the saving of a document's parts has at hand. */
export interface PartWriter {
  readonly insert: Inserts;
  readonly source: SourceText;
  readonly documentId: string;
  readonly partId: string;
  /** Within which a name means one person: the body's key, or the part's id where the body is unknown. */
  readonly personScope: string;
}

export type FactKind = "part" | "attendance" | "item" | "decision" | "action" | "table" | "table_cell" | "next_meeting";

type Value = Sourced<string | number | true>;

/** One row a value that was read, and one a place it stands at. The fields are named as the columns of the fact's view. */
export function saveEvidence(
  writer: PartWriter,
  fact: FactKind,
  factId: string,
  fields: Readonly<Record<string, Value | null>>,
): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value !== null) saveValue(writer, fact, factId, field, value);
  }
}

function saveValue(writer: PartWriter, fact: FactKind, factId: string, field: string, read: Value): void {
  const evidenceId = writer.insert.nextEvidence();
  writer.insert.add("evidence", {
    evidence_id: evidenceId,
    part_id: writer.partId,
    fact,
    fact_id: factId,
    field,
    value: read.value === true ? 1 : read.value,
    basis: read.basis,
    rule: read.rule,
    confidence: read.confidence,
    start_offset: read.span.start,
    end_offset: read.span.end,
    quote: quote(writer.source, read.span),
  });
  locate(writer.source, read.span).forEach(({ page, box }, ordinal) => {
    if (page === null && box === null) return;
    writer.insert.add("evidence_place", {
      evidence_id: evidenceId,
      ordinal,
      page,
      x0: box?.x0 ?? null,
      y0: box?.y0 ?? null,
      x1: box?.x1 ?? null,
      y1: box?.y1 ?? null,
    });
  });
}

/** The columns that say where a fact stands. */
export function placeOf(
  source: SourceText,
  span: Span,
): { page: number | null; start_offset: number; end_offset: number } {
  return { page: pageAt(source, span.start), start_offset: span.start, end_offset: span.end };
}
