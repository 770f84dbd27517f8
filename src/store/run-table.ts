/** Step 3: a row a run of `ingest`, and by which version of the readers and rules a document was read. */
export const RUN_TABLE = `
-- Documents of earlier releases count as read by version 0, and so as stale.
ALTER TABLE document ADD COLUMN parser_version INTEGER NOT NULL DEFAULT 0;
-- The run that read it last; NULL where it was not a run, or one of an earlier release.
ALTER TABLE document ADD COLUMN run_id INTEGER;

CREATE TABLE run (
  run_id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  -- NULL while it runs, and for good where the process was killed.
  ended_at TEXT,
  process_id INTEGER NOT NULL,
  program_version TEXT NOT NULL,
  parser_version INTEGER NOT NULL,
  -- As they were given: a JSON array.
  paths TEXT NOT NULL,
  "new" INTEGER NOT NULL DEFAULT 0,
  "changed" INTEGER NOT NULL DEFAULT 0,
  "unchanged" INTEGER NOT NULL DEFAULT 0,
  "reread" INTEGER NOT NULL DEFAULT 0,
  "failed" INTEGER NOT NULL DEFAULT 0,
  "gone" INTEGER NOT NULL DEFAULT 0,
  "pruned" INTEGER NOT NULL DEFAULT 0,
  "left" INTEGER NOT NULL DEFAULT 0,
  "skipped" INTEGER NOT NULL DEFAULT 0,
  seconds REAL,
  is_interrupted INTEGER NOT NULL DEFAULT 0 CHECK (is_interrupted IN (0, 1))
) STRICT;
`;
