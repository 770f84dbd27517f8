/** One file, read without a database: what `parse` and `explain` show. */

import { resolve } from "node:path";
import type { Conversion } from "../model/conversion.js";
import { Minutes } from "../model/minutes.js";
import type { Line, SourceText } from "../model/source.js";
import { identify, refusal } from "./document-file.js";
import { openPool, type PoolOptions } from "./pool.js";

/** A line of the source with what it was read as. */
export interface ExplainedLine {
  readonly page: number | null;
  readonly reading: string;
  readonly rule: string;
  /** "bold 14 pt heading 2"; empty where the line looks like all others. */
  readonly style: string;
  /** "table 1, row 2, column 1", counted from 1 as people do; empty outside grids, "trailer" for page furniture. */
  readonly place: string;
  readonly text: string;
}

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

/** What each line of a source was read as, and by which rule. */
export async function explain(source: SourceText): Promise<ExplainedLine[]> {
  const { explainLines } = await import("../grammar/index.js");
  return explainLines(source).map(({ line, page, reading, rule }) => {
    const text = source.text.slice(line.span.start, line.span.end).trimEnd();
    return { page, reading, rule, style: styleOf(line), place: placeOf(source, line), text };
  });
}

function styleOf({ style: { bold, italic, underline, size, heading, list, indent } }: Line): string {
  const words = [
    bold ? "bold" : "",
    italic ? "italic" : "",
    underline ? "underlined" : "",
    size === null ? "" : `${Math.round(size * 10) / 10} pt`,
    heading === null ? "" : `heading ${heading}`,
    list === null ? "" : `${list} list`,
    indent === null || indent < 0.5 ? "" : `indented ${Math.round(indent)}`,
  ];
  return words.filter((word) => word !== "").join(", ");
}

function placeOf(source: SourceText, { cell, isTrailer }: Line): string {
  if (isTrailer) return "trailer";
  if (cell === null) return "";
  return `${source.grids[cell.grid]?.kind ?? "grid"} ${cell.grid + 1}, row ${cell.row + 1}, column ${cell.col + 1}`;
}
