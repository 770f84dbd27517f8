/** Step 2: what a file says of itself, and which of its pages were read by OCR. */
export const METADATA_TABLES = `
CREATE TABLE document_metadata (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('title', 'author', 'created', 'modified', 'bookmark', 'link')),
  value TEXT NOT NULL,
  -- Of bookmarks: depth from 1, and the page that they lead to.
  level INTEGER,
  page INTEGER,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE ocr_page (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  page INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (document_id, page)
) STRICT, WITHOUT ROWID;
`;
