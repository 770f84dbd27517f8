/** The tables behind the public views, as the first release made them. Released text is never edited: a change is a new step in `migrations.ts`. */

/** Facts have an integer key beside their public id: the full-text table needs a row number that VACUUM does not change. */
export const TABLES = `
CREATE TABLE document (
  document_id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  extractor TEXT NOT NULL,
  program_version TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ok', 'partial', 'failed')),
  error_code TEXT,
  error TEXT,
  warnings INTEGER NOT NULL,
  ingested_at TEXT NOT NULL
) STRICT;

CREATE TABLE location (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
  PRIMARY KEY (document_id, root, path)
) STRICT, WITHOUT ROWID;
-- A place holds one document at a time.
CREATE UNIQUE INDEX location_living ON location (root, path) WHERE is_gone = 0;

CREATE TABLE page_text (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT;

CREATE TABLE diagnostic (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  page INTEGER,
  start_offset INTEGER,
  end_offset INTEGER,
  PRIMARY KEY (document_id, ordinal)
) STRICT;

-- Made from the parts that speak of it, anew whenever one of them changes.
CREATE TABLE meeting (
  meeting_id TEXT PRIMARY KEY,
  body TEXT,
  organisation TEXT,
  title TEXT,
  date TEXT,
  start_time TEXT,
  end_time TEXT,
  venue TEXT,
  chair TEXT,
  status TEXT CHECK (status IN ('draft', 'approved')),
  present INTEGER NOT NULL,
  apologies INTEGER NOT NULL,
  items INTEGER NOT NULL,
  decisions INTEGER NOT NULL,
  actions INTEGER NOT NULL,
  documents INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_by_date ON meeting (date);

CREATE TABLE part (
  part_id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('minutes', 'agenda', 'action_log', 'report', 'other')),
  title TEXT,
  body TEXT,
  organisation TEXT,
  date TEXT,
  start_time TEXT,
  end_time TEXT,
  venue TEXT,
  chair TEXT,
  status TEXT CHECK (status IN ('draft', 'approved')),
  -- The normalised body of a part that can share its meeting with others; NULL for all other parts.
  body_key TEXT,
  meeting_id TEXT REFERENCES meeting ON DELETE SET NULL,
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  UNIQUE (document_id, ordinal)
) STRICT;
CREATE INDEX part_by_sitting ON part (body_key, date) WHERE body_key IS NOT NULL;
CREATE INDEX part_by_meeting ON part (meeting_id);

CREATE TABLE attendance (
  attendance_id TEXT PRIMARY KEY,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  name TEXT NOT NULL,
  person_id TEXT NOT NULL,
  person TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('present', 'in_attendance', 'apologies', 'absent')),
  role TEXT,
  organisation TEXT,
  note TEXT,
  confidence REAL NOT NULL,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_by_part ON attendance (part_id);
CREATE INDEX attendance_by_person ON attendance (person_id);

CREATE TABLE item (
  row_number INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL UNIQUE,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  parent_id TEXT REFERENCES item (item_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  number TEXT,
  title TEXT,
  text TEXT,
  confidence REAL,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX item_by_part ON item (part_id, ordinal);
CREATE INDEX item_by_parent ON item (parent_id);

CREATE TABLE decision (
  row_number INTEGER PRIMARY KEY,
  decision_id TEXT NOT NULL UNIQUE,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  item_id TEXT REFERENCES item (item_id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('resolved', 'agreed', 'recommended', 'approved', 'noted', 'elected', 'other')),
  clause TEXT,
  text TEXT NOT NULL,
  proposer TEXT,
  seconder TEXT,
  votes_for INTEGER,
  votes_against INTEGER,
  votes_abstained INTEGER,
  unanimous INTEGER CHECK (unanimous IN (1)),
  result TEXT CHECK (result IN ('carried', 'lost', 'withdrawn', 'deferred')),
  confidence REAL NOT NULL,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_part ON decision (part_id);
CREATE INDEX decision_by_item ON decision (item_id);

CREATE TABLE action (
  row_number INTEGER PRIMARY KEY,
  action_id TEXT NOT NULL UNIQUE,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  item_id TEXT REFERENCES item (item_id) ON DELETE CASCADE,
  owners TEXT,
  text TEXT NOT NULL,
  due_date TEXT,
  due_text TEXT,
  status TEXT,
  state TEXT CHECK (state IN ('open', 'done', 'dropped')),
  marked INTEGER NOT NULL CHECK (marked IN (0, 1)),
  confidence REAL NOT NULL,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX action_by_part ON action (part_id);
CREATE INDEX action_by_item ON action (item_id);

CREATE TABLE action_owner (
  action_id TEXT NOT NULL REFERENCES action (action_id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  owner TEXT NOT NULL,
  person_id TEXT,
  person TEXT,
  PRIMARY KEY (action_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_owner_by_person ON action_owner (person_id);

CREATE TABLE data_table (
  table_id TEXT PRIMARY KEY,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  item_id TEXT REFERENCES item (item_id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  caption TEXT,
  rows INTEGER NOT NULL,
  cols INTEGER NOT NULL,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX data_table_by_part ON data_table (part_id);
CREATE INDEX data_table_by_item ON data_table (item_id);

CREATE TABLE table_cell (
  table_id TEXT NOT NULL REFERENCES data_table ON DELETE CASCADE,
  row INTEGER NOT NULL,
  col INTEGER NOT NULL,
  row_span INTEGER NOT NULL,
  col_span INTEGER NOT NULL,
  text TEXT NOT NULL,
  is_header INTEGER NOT NULL CHECK (is_header IN (0, 1)),
  value REAL,
  unit TEXT,
  PRIMARY KEY (table_id, row, col)
) STRICT, WITHOUT ROWID;

CREATE TABLE next_meeting (
  next_meeting_id TEXT PRIMARY KEY,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  date TEXT,
  time TEXT,
  venue TEXT,
  page INTEGER,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX next_meeting_by_part ON next_meeting (part_id);

CREATE TABLE evidence (
  evidence_id INTEGER PRIMARY KEY,
  part_id TEXT NOT NULL REFERENCES part ON DELETE CASCADE,
  fact TEXT NOT NULL CHECK (fact IN ('part', 'attendance', 'item', 'decision', 'action', 'table', 'table_cell', 'next_meeting')),
  fact_id TEXT NOT NULL,
  field TEXT NOT NULL,
  value ANY NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'derived', 'inferred')),
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_part ON evidence (part_id);
CREATE INDEX evidence_by_fact ON evidence (fact_id);

-- Apart from the value, because a long value stands on many printed lines. A value without page and box has no row.
CREATE TABLE evidence_place (
  evidence_id INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  page INTEGER,
  x0 REAL,
  y0 REAL,
  x1 REAL,
  y1 REAL,
  PRIMARY KEY (evidence_id, ordinal)
) STRICT, WITHOUT ROWID;
`;

/** Full-text search, kept in step by triggers: rows that go by a cascade fire them too. The three kinds share the row numbers by turns. */
export const SEARCH_TABLE = `
CREATE VIRTUAL TABLE search USING fts5 (
  kind UNINDEXED, fact_id UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER item_found AFTER INSERT ON item BEGIN
  INSERT INTO search (rowid, kind, fact_id, title, text) VALUES (new.row_number * 3, 'item', new.item_id, new.title, new.text);
END;
CREATE TRIGGER item_lost AFTER DELETE ON item BEGIN DELETE FROM search WHERE rowid = old.row_number * 3; END;
CREATE TRIGGER decision_found AFTER INSERT ON decision BEGIN
  INSERT INTO search (rowid, kind, fact_id, title, text) VALUES (new.row_number * 3 + 1, 'decision', new.decision_id, NULL, new.text);
END;
CREATE TRIGGER decision_lost AFTER DELETE ON decision BEGIN DELETE FROM search WHERE rowid = old.row_number * 3 + 1; END;
CREATE TRIGGER action_found AFTER INSERT ON action BEGIN
  INSERT INTO search (rowid, kind, fact_id, title, text) VALUES (new.row_number * 3 + 2, 'action', new.action_id, new.owners, new.text);
END;
CREATE TRIGGER action_lost AFTER DELETE ON action BEGIN DELETE FROM search WHERE rowid = old.row_number * 3 + 2; END;
`;
