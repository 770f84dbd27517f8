/** One file, read without a database: what `parse` and `explain` show. */

import { resolve } from "node:path";
import type { Conversion } from "../model/conversion.js";
import { Minutes } from "../model/minutes.js";
import type { SourceText } from "../model/source.js";
import { identify, refusal } from "./document-file.js";
import { openPool } from "./pool.js";

/** A line of the source with what it was read as. */
export interface ExplainedLine {
  readonly page: number | null;
  readonly reading: string;
  readonly rule: string;
  readonly text: string;
}

/** Converts a file under the same limits as `ingest`, and checks the result against the schema. The id is empty where the file could not be opened. */
export async function readOne(path: string, timeoutSeconds: number): Promise<Conversion> {
  const file = await identify({ root: process.cwd(), path, absolutePath: resolve(path) });
  if (!("sha256" in file)) return { status: "unreadable", id: "", ...file };
  const refused = refusal(file);
  if (refused !== null) return { status: "unreadable", id: file.sha256, ...refused };
  const pool = openPool({ timeoutSeconds });
  try {
    const conversion = await pool.convert({ absolutePath: resolve(path), sha256: file.sha256 });
    if (conversion === null)
      return { status: "unreadable", id: file.sha256, code: "document/crashed", message: "interrupted" };
    return conversion.status === "read" ? { ...conversion, minutes: Minutes.parse(conversion.minutes) } : conversion;
  } finally {
    pool.close();
  }
}

/** What each line of a source was read as, and by which rule. */
export async function explain(source: SourceText): Promise<ExplainedLine[]> {
  const { explainLines } = await import("../grammar/index.js");
  return explainLines(source).map(({ span, page, reading, rule }) => {
    return { page, reading, rule, text: source.text.slice(span.start, span.end).trimEnd() };
  });
}
