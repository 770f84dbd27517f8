/** The stages of reading one document as texts without offsets, ids and times: one inserted letter changes one line of them. */

import { dumpTree } from "../grammar/index.js";
import type { Conversion } from "../model/conversion.js";
import type { SourceText } from "../model/source.js";
import { renderDiagnostics } from "./golden-diagnostics.js";
import { renderRecord } from "./golden-record.js";
import { renderRows } from "./golden-rows.js";

/** The golden files of a document, in the order in which the stages follow each other: the first that differs names the guilty one. */
export const STAGES = ["1-source.txt", "2-tree.txt", "3-minutes.json", "4-rows.txt", "5-diagnostics.txt"] as const;

export type Stage = (typeof STAGES)[number];

/** A stage that was not reached has no text. */
export type Stages = Readonly<Partial<Record<Stage, string>>>;

/** Every stage of one document; of one that could not be read only what the database and the user see of it. */
export function renderStages(path: string, conversion: Conversion): Stages {
  const seen = {
    "4-rows.txt": ended(renderRows(path, conversion)),
    "5-diagnostics.txt": ended(renderDiagnostics(path, conversion)),
  };
  if (conversion.status === "unreadable") return seen;
  const { source, minutes } = conversion;
  return {
    "1-source.txt": ended(renderSource(source)),
    "2-tree.txt": ended(dumpTree(source)),
    "3-minutes.json": ended(renderRecord(minutes, source)),
    ...seen,
  };
}

/** The text with a mark where a page begins, where the trailer begins, and between cells. */
function renderSource(source: SourceText): string {
  const pieces: string[] = [];
  let page: number | null = null;
  let isInTrailer = false;
  for (const line of source.lines) {
    const isAtLineStart = pieces.at(-1)?.endsWith("\n") ?? true;
    if (line.isTrailer && !isInTrailer) {
      isInTrailer = true;
      page = null;
      pieces.push(rule("trailer"));
    }
    const next: number | null = line.fragments[0]?.page ?? page;
    if (next !== page && isAtLineStart) {
      page = next;
      pieces.push(rule(`page ${page}`));
    }
    pieces.push(source.text.slice(line.span.start, line.span.end).replace(/\t$/, " ⇥ "));
  }
  return pieces.join("");
}

function rule(name: string): string {
  return `──── ${name} ────\n`;
}

/** Every file ends in one newline; an empty one is empty. */
function ended(text: string): string {
  const body = text.replace(/\n+$/, "");
  return body === "" ? "" : `${body}\n`;
}
