/** Whether what the database says can be proved: the sources are read again, and each quote must stand where it is said to stand. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StoreReader } from "../store/reader.js";
import { type ConverterPool, openPool, type PoolOptions } from "./pool.js";
import {
  type DocumentRecord,
  documentsOf,
  locationsOf,
  type QuoteRecord,
  quotesOf,
  storedText,
} from "./verify-queries.js";

/**
 * `same`: the source is the same and so is its text; `source-missing`: no file lies at any of its places; `source-changed`: other
 * bytes lie there; `reader-changed`: the same bytes now give another text; `unverifiable`: nothing was read of it, so there is nothing to prove.
 */
export type Outcome = "same" | "source-missing" | "source-changed" | "reader-changed" | "unverifiable";

/** A quote that does not stand at its offsets. */
export interface QuoteFailure {
  /** Kind and id of the fact: `decision a1b2…`. */
  readonly fact: string;
  readonly field: string;
  readonly quote: string;
  /** What stands there. */
  readonly found: string;
}

export interface VerifiedDocument {
  readonly path: string;
  readonly outcome: Outcome;
  /** How many quotes were looked up in the fresh text; 0 where there is none. */
  readonly quotes: number;
  readonly failures: readonly QuoteFailure[];
}

export interface Verification {
  readonly documents: readonly VerifiedDocument[];
  /** How many documents are not proved: their source or its text is another, or a quote fails. */
  readonly failed: number;
}

export interface VerifyOptions extends Partial<PoolOptions> {
  /** Root as stored → folder in which its documents lie now. */
  readonly roots?: Readonly<Record<string, string>>;
  /** Folders in which a document is looked for too, by its path. */
  readonly folders?: readonly string[];
  /** Who reads the sources; children of its own where not given. It is left open. */
  readonly pool?: ConverterPool;
}

/** Verifies every document of a database. Reads files; throws a `StoreError` where the database gives trouble. */
export async function verifyDatabase(store: StoreReader, options: VerifyOptions = {}): Promise<Verification> {
  const pool = options.pool ?? openPool({ timeoutSeconds: 120, ...options });
  const documents: VerifiedDocument[] = [];
  try {
    for (const document of documentsOf(store)) documents.push(await verifyDocument(store, pool, document, options));
  } finally {
    if (options.pool === undefined) pool.close();
  }
  return { documents, failed: documents.filter((document) => !isProved(document)).length };
}

/** Whether nothing speaks against what is stored of a document. */
function isProved({ outcome, failures }: VerifiedDocument): boolean {
  return (outcome === "same" || outcome === "unverifiable") && failures.length === 0;
}

async function verifyDocument(
  store: StoreReader,
  pool: ConverterPool,
  { id, sha256, path, isFailed }: DocumentRecord,
  options: VerifyOptions,
): Promise<VerifiedDocument> {
  const source = await findSource(placesOf(store, id, options), sha256);
  if (!source.isFound) return { path, outcome: source.outcome, quotes: 0, failures: [] };
  // Reading it failed once; to try again could only fail again, or hang.
  if (isFailed) return { path, outcome: "unverifiable", quotes: 0, failures: [] };
  const conversion = await pool.convert({ absolutePath: source.place, sha256 });
  if (conversion?.status !== "read") return { path, outcome: "reader-changed", quotes: 0, failures: [] };
  const { text } = conversion.source;
  const quotes = quotesOf(store, id);
  const outcome = text === storedText(store, id) ? "same" : "reader-changed";
  return { path, outcome, quotes: quotes.length, failures: quotes.flatMap((quote) => failureOf(quote, text)) };
}

function failureOf({ fact, factId, field, start, end, quote }: QuoteRecord, text: string): QuoteFailure[] {
  const found = text.slice(start, end);
  return found === quote ? [] : [{ fact: `${fact} ${factId}`, field, quote, found }];
}

/** Every file that may hold the document's bytes. */
function placesOf(store: StoreReader, id: string, { roots = {}, folders = [] }: VerifyOptions): string[] {
  const places = locationsOf(store, id).flatMap(({ root, path }) => {
    return [roots[root] ?? root, ...folders].map((folder) => join(folder, path));
  });
  return [...new Set(places)];
}

type FoundSource =
  | { readonly isFound: true; readonly place: string }
  | { readonly isFound: false; readonly outcome: "source-missing" | "source-changed" };

/** The first file with the document's own bytes. */
async function findSource(places: readonly string[], sha256: string): Promise<FoundSource> {
  let hasOtherBytes = false;
  for (const place of places) {
    const bytes = await readFile(place).catch(() => null);
    if (bytes === null) continue;
    if (createHash("sha256").update(bytes).digest("hex") === sha256) return { isFound: true, place };
    hasOtherBytes = true;
  }
  return { isFound: false, outcome: hasOtherBytes ? "source-changed" : "source-missing" };
}
