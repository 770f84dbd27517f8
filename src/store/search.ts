/** Full-text search over items, decisions and actions. */

import type { Database } from "better-sqlite3";

export interface SearchHit {
  readonly kind: "item" | "decision" | "action";
  readonly factId: string;
  /** A few words around the find; the words that were found stand between `[` and `]`. */
  readonly snippet: string;
  /** The smaller, the better. */
  readonly rank: number;
  readonly itemTitle: string | null;
  /** The meeting's. */
  readonly body: string | null;
  readonly date: string | null;
  readonly documentPath: string;
}

/** A find in a title counts twice. */
const SEARCH = `
WITH hit AS (
  SELECT kind, fact_id, snippet(search, -1, '[', ']', '…', 16) AS snippet, bm25(search, 0, 0, 2, 1) AS rank
  FROM search WHERE search MATCH ? ORDER BY bm25(search, 0, 0, 2, 1), fact_id LIMIT ?
), fact AS (
  SELECT hit.*, coalesce(i.part_id, de.part_id, a.part_id) AS part_id, coalesce(i.item_id, de.item_id, a.item_id) AS item_id
  FROM hit
  LEFT JOIN item i ON hit.kind = 'item' AND i.item_id = hit.fact_id
  LEFT JOIN decision de ON hit.kind = 'decision' AND de.decision_id = hit.fact_id
  LEFT JOIN action a ON hit.kind = 'action' AND a.action_id = hit.fact_id
)
SELECT f.kind, f.fact_id AS factId, f.snippet, f.rank, i.title AS itemTitle, m.body, m.date, d.path AS documentPath
FROM fact f
JOIN part p ON p.part_id = f.part_id
JOIN document d ON d.document_id = p.document_id
LEFT JOIN meeting m ON m.meeting_id = p.meeting_id
LEFT JOIN item i ON i.item_id = f.item_id
ORDER BY f.rank, f.fact_id`;

/**
 * The best finds first. All words must occur, in any form ("repair" finds "repairs"); `"two words"` must stand together;
 * `-word` must not occur. Nothing else has a meaning, so any input is safe; where no word is left, nothing is found.
 */
export function search(db: Database, words: string, limit: number): SearchHit[] {
  const match = matchExpression(words);
  return match === null ? [] : db.prepare<[string, number], SearchHit>(SEARCH).all(match, limit);
}

/** The words in the language of FTS5; null where there is no word to look for. */
export function matchExpression(words: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of words.matchAll(/(?<![^\s])(-)?(?:"([^"]*)"?|(\S+))/g)) {
    const term = (phrase ?? word ?? "").replace(/["\u0000]/g, " ");
    if (/[\p{L}\p{N}]/u.test(term)) (minus === undefined ? wanted : unwanted).push(`"${term}"`);
  }
  if (wanted.length === 0) return null;
  const found = wanted.join(" AND ");
  return unwanted.length === 0 ? found : `(${found}) NOT (${unwanted.join(" OR ")})`;
}
