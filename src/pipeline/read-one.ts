/** One file, read without a database: what `parse` and `explain` show. */

import { resolve } from "node:path";
import type { Conversion } from "../model/conversion.js";
import { Minutes } from "../model/minutes.js";
import { identify, refusal } from "./document-file.js";
import { openPool, type PoolOptions } from "./pool.js";

/** Converts a file under the same limits as `ingest`, tells of each page read by OCR, and checks the result against the schema. The id is empty where the file could not be opened. */
export async function readOne(
  path: string,
  options: PoolOptions,
  onOcrPage?: (done: number, total: number) => void,
): Promise<Conversion> {
  const file = await identify({ root: process.cwd(), path, absolutePath: resolve(path) });
  if (!("sha256" in file)) return { status: "unreadable", id: "", ...file };
  const refused = refusal(file);
  if (refused !== null) return { status: "unreadable", id: file.sha256, ...refused };
  const pool = openPool(options);
  try {
    const conversion = await pool.convert({ absolutePath: resolve(path), sha256: file.sha256 }, onOcrPage);
    if (conversion === null)
      return { status: "unreadable", id: file.sha256, code: "document/crashed", message: "interrupted" };
    return conversion.status === "read" ? { ...conversion, minutes: Minutes.parse(conversion.minutes) } : conversion;
  } finally {
    pool.close();
  }
}
