/** What `verify` asks the database, in the words of the public views. */

import type { StoreReader } from "../store/reader.js";

export interface DocumentRecord {
  readonly id: string;
  readonly sha256: string;
  readonly path: string;
  /** Whether nothing could be read of it. */
  readonly isFailed: boolean;
}

export interface QuoteRecord {
  readonly fact: string;
  readonly factId: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** All documents, by path. */
export function documentsOf(store: StoreReader): DocumentRecord[] {
  const sql = "SELECT document_id, sha256, path, status = 'failed' FROM document_list ORDER BY path, document_id";
  return store.query(sql).rows.map(([id, sha256, path, isFailed]) => ({
    id: String(id),
    sha256: String(sha256),
    path: String(path),
    isFailed: isFailed === 1,
  }));
}

/** Where a document lies, or last lay: the places that still hold it first. */
export function locationsOf(store: StoreReader, documentId: string): { root: string; path: string }[] {
  const sql = "SELECT root, path FROM document_location_list WHERE document_id = ? ORDER BY is_gone, root, path";
  return store.query(sql, [documentId]).rows.map(([root, path]) => ({ root: String(root), path: String(path) }));
}

/** The text as it was when the document was read. */
export function storedText(store: StoreReader, documentId: string): string {
  const sql = "SELECT text FROM document_text_list WHERE document_id = ? ORDER BY start_offset, end_offset";
  return store
    .query(sql, [documentId])
    .rows.map(([text]) => String(text))
    .join("");
}

/** Fact views with a quote of their own, beside the quote of each value. */
const QUOTING_VIEWS = ["attendance", "item", "decision", "action"] as const;

/** Every quote of a document, each once however many boxes it has. */
export function quotesOf(store: StoreReader, documentId: string): QuoteRecord[] {
  const ofFacts = QUOTING_VIEWS.map(
    (fact) =>
      `SELECT '${fact}', ${fact}_id, 'quote', start_offset, end_offset, quote FROM ${fact}_list WHERE document_id = ?`,
  );
  const ofValues =
    "SELECT DISTINCT fact, fact_id, field, start_offset, end_offset, quote FROM evidence_list WHERE document_id = ?";
  const selects = [...ofFacts, ofValues];
  const { rows } = store.query(
    selects.join(" UNION ALL "),
    selects.map(() => documentId),
  );
  return rows.map(([fact, factId, field, start, end, quote]) => ({
    fact: String(fact),
    factId: String(factId),
    field: String(field),
    start: Number(start),
    end: Number(end),
    quote: String(quote),
  }));
}
