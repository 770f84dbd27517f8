/** At which places a document lies: the same bytes may lie at several, and a place may come to hold other bytes. */

import type { Database } from "better-sqlite3";
import { documentId } from "./identity.js";
import { type Meetings, nothingAffected } from "./meetings.js";

/** Where a file lies or lay. */
export interface Place {
  /** Folder or file as it was given. */
  readonly root: string;
  /** Relative to the root where that is a folder, with "/" between folders. */
  readonly path: string;
}

/** A file as it lies on the disk. */
export interface DocumentFile extends Place {
  /** In bytes. */
  readonly size: number;
  /** ISO date-time. */
  readonly modifiedAt: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** What is known of a file from the last time it was seen. */
export interface KnownFile {
  readonly size: number;
  readonly modifiedAt: string;
  readonly sha256: string;
}

export interface Locations {
  known(root: string, path: string): KnownFile | null;
  /** Records that a stored document lies at a place; what lay there before is gone from it. */
  add(file: DocumentFile, seenAt: string): void;
  /** Records that nothing lies at these places any more. */
  lose(places: readonly Place[]): void;
  /** The SHA-256 of documents that lie nowhere any more; at most `limit`. */
  homeless(limit: number): string[];
}

/** Prepares the statements; `add` belongs inside a transaction. */
export function prepareLocations(db: Database, meetings: Meetings): Locations {
  const known = db.prepare<[string, string], KnownFile>(
    `SELECT l.size, l.modified_at AS modifiedAt, d.sha256 FROM location l JOIN document d ON d.document_id = l.document_id
      WHERE l.root = ? AND l.path = ? AND l.is_gone = 0`,
  );
  const displace = db
    .prepare<[string, string], string>(
      "UPDATE location SET is_gone = 1 WHERE root = ? AND path = ? AND is_gone = 0 RETURNING document_id",
    )
    .pluck();
  const put = db.prepare(
    `INSERT INTO location (document_id, root, path, size, modified_at, seen_at, is_gone)
      VALUES (@documentId, @root, @path, @size, @modifiedAt, @seenAt, 0)
      ON CONFLICT (document_id, root, path) DO UPDATE SET
        size = excluded.size, modified_at = excluded.modified_at, seen_at = excluded.seen_at, is_gone = 0`,
  );
  // The document's own path is the first of its places in alphabetical order, so that it does not depend on which was read first.
  const choosePath = db.prepare(
    `UPDATE document SET path =
      (SELECT path FROM location WHERE document_id = @id ORDER BY is_gone, path, root LIMIT 1) WHERE document_id = @id`,
  );
  const homeless = db
    .prepare<[number], string>(
      `SELECT sha256 FROM document d
        WHERE NOT EXISTS (SELECT 1 FROM location l WHERE l.document_id = d.document_id AND l.is_gone = 0) LIMIT ?`,
    )
    .pluck();
  const resettle = (documents: Iterable<string>): void => {
    const affected = nothingAffected();
    for (const document of documents) {
      choosePath.run({ id: document });
      meetings.collect(document, affected);
    }
    meetings.regroup(affected);
  };
  return {
    known: (root, path) => known.get(root, path) ?? null,
    lose: (places) => resettle(new Set(places.flatMap(({ root, path }) => displace.all(root, path)))),
    homeless: (limit) => homeless.all(limit),
    add: (file, seenAt) => {
      const id = documentId(file.sha256);
      const { root, path, size, modifiedAt } = file;
      const before = known.get(root, path);
      if (before === undefined || before.sha256 !== file.sha256) {
        const changed = new Set([...displace.all(root, path), id]);
        put.run({ documentId: id, root, path, size, modifiedAt, seenAt });
        resettle(changed);
      } else put.run({ documentId: id, root, path, size, modifiedAt, seenAt });
    },
  };
}
