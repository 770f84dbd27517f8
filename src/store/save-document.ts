/** One reading of a document → all its rows, in place of those of the reading before. */

import type { Database } from "better-sqlite3";
import type { Conversion } from "../model/conversion.js";
import { type Diagnostic, severityOf } from "../model/diagnostic.js";
import type { SourceMetadata, SourceText } from "../model/source.js";
import { documentId } from "./identity.js";
import { type Inserts, prepareInserts } from "./inserts.js";
import type { DocumentFile, Locations } from "./locations.js";
import { type Meetings, nothingAffected } from "./meetings.js";
import { pageTexts } from "./page-texts.js";
import { placeOf } from "./save-evidence.js";
import { savePart } from "./save-part.js";
import type { SearchIndex } from "./search-index.js";

/** How and when a document was read. */
export interface ReadingFacts {
  readonly mediaType: string;
  /** The reader that was used ("pdf"). */
  readonly extractor: string;
  readonly programVersion: string;
  /** Of the readers and rules: a document that an older one has read is read again. */
  readonly parserVersion: number;
  /** ISO date-time. */
  readonly ingestedAt: string;
  /** The run that read it; null where it was none. */
  readonly runId: number | null;
}

export interface DocumentSaver {
  /** Replaces everything of the document; belongs inside a transaction. It can be searched when the index is written. */
  save(file: DocumentFile, conversion: Conversion, facts: ReadingFacts): void;
  /** Removes everything of the document; false where it is not there. */
  remove(sha256: string): boolean;
}

export function prepareSaver(
  db: Database,
  locations: Locations,
  meetings: Meetings,
  index: SearchIndex,
): DocumentSaver {
  const insert = prepareInserts(db);
  const putDocument = db.prepare(PUT_DOCUMENT);
  const clear = ["part", "page_text", "document_metadata", "ocr_page", "diagnostic"].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE document_id = ?`),
  );
  const remove = db.prepare("DELETE FROM document WHERE document_id = ?");
  return {
    save: (file, conversion, facts) => {
      const id = documentId(file.sha256);
      const affected = nothingAffected();
      meetings.collect(id, affected);
      for (const statement of clear) statement.run(id);
      insert.begin();
      putDocument.run({ ...documentRow(file, conversion), ...facts });
      if (conversion.status === "read") {
        saveTexts(insert, id, conversion.source);
        saveMetadata(insert, id, conversion.source.metadata);
        for (const { page, confidence } of conversion.source.ocrPages) {
          insert.add("ocr_page", { document_id: id, page, confidence });
        }
        saveDiagnostics(insert, id, conversion.source, conversion.diagnostics);
        conversion.minutes.parts.forEach((part, index) => {
          savePart({ insert, source: conversion.source, documentId: id }, part, index + 1);
        });
      }
      insert.write();
      index.add(id);
      meetings.collect(id, affected);
      meetings.regroup(affected);
      locations.add(file, facts.ingestedAt);
    },
    remove: (sha256) => {
      const affected = nothingAffected();
      meetings.collect(documentId(sha256), affected);
      const { changes } = remove.run(documentId(sha256));
      meetings.regroup(affected);
      return changes > 0;
    },
  };
}

const PUT_DOCUMENT = `
INSERT INTO document (document_id, sha256, path, media_type, bytes, pages, extractor, program_version, status,
    error_code, error, warnings, ingested_at, parser_version, run_id)
  VALUES (@documentId, @sha256, @path, @mediaType, @bytes, @pages, @extractor, @programVersion, @status,
    @errorCode, @error, @warnings, @ingestedAt, @parserVersion, @runId)
  ON CONFLICT (document_id) DO UPDATE SET
    media_type = excluded.media_type, bytes = excluded.bytes, pages = excluded.pages, extractor = excluded.extractor,
    program_version = excluded.program_version, status = excluded.status, error_code = excluded.error_code,
    error = excluded.error, warnings = excluded.warnings, ingested_at = excluded.ingested_at,
    parser_version = excluded.parser_version, run_id = excluded.run_id`;

function documentRow(file: DocumentFile, conversion: Conversion) {
  const identity = { documentId: documentId(file.sha256), sha256: file.sha256, path: file.path, bytes: file.size };
  if (conversion.status === "unreadable") {
    const { code, message } = conversion;
    return { ...identity, pages: null, status: "failed", errorCode: code, error: message, warnings: 0 };
  }
  const severities = conversion.diagnostics.map(({ code }) => severityOf(code));
  return {
    ...identity,
    pages: conversion.source.pages,
    status: severities.includes("error") ? "partial" : "ok",
    errorCode: null,
    error: null,
    warnings: severities.filter((severity) => severity !== "info").length,
  };
}

function saveTexts(insert: Inserts, id: string, source: SourceText): void {
  pageTexts(source).forEach(({ page, start, end }, ordinal) => {
    insert.add("page_text", {
      document_id: id,
      ordinal,
      page,
      start_offset: start,
      end_offset: end,
      text: source.text.slice(start, end),
    });
  });
}

function saveMetadata(insert: Inserts, id: string, metadata: SourceMetadata): void {
  const { title, author, created, modified, outline, links } = metadata;
  const plain = Object.entries({ title, author, created, modified }).map(([field, value]) => ({ field, value }));
  const rows = [
    ...plain,
    ...outline.map(({ title: value, level, page }) => ({ field: "bookmark", value, level, page })),
    ...links.map((value) => ({ field: "link", value })),
  ];
  rows.forEach(({ value, ...row }, ordinal) => {
    if (value === null) return;
    insert.add("document_metadata", { level: null, page: null, ...row, value, document_id: id, ordinal });
  });
}

function saveDiagnostics(insert: Inserts, id: string, source: SourceText, diagnostics: readonly Diagnostic[]): void {
  diagnostics.forEach(({ code, message, span }, ordinal) => {
    insert.add("diagnostic", {
      document_id: id,
      ordinal,
      severity: severityOf(code),
      code,
      message,
      ...(span === null ? { page: null, start_offset: null, end_offset: null } : placeOf(source, span)),
    });
  });
}
