/** `search`: words in items, decisions and actions. */

import { withDatabase } from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { DatabaseOption, FormatOption } from "../parameters.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface SearchOptions extends DatabaseOption, FormatOption {
  readonly limit: number;
}

export async function searchCommand(
  words: readonly string[],
  options: SearchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const hits = await withDatabase(options.db, (store) => store.search(words.join(" "), options.limit));
  if (hits.length === 0) terminal.warn(`Nothing was found for: ${words.join(" ")}`);
  const isTable = options.format === "table";
  const columns = [
    "date",
    "body",
    "kind",
    "item_title",
    "snippet",
    "document_path",
    ...(isTable ? [] : ["rank", "fact_id"]),
  ];
  const rows = hits.map(({ date, body, kind, itemTitle, snippet, documentPath, rank, factId }) => {
    return [date, body, kind, itemTitle, isTable ? snippet.replace(/\s+/g, " ") : snippet, documentPath, rank, factId];
  });
  await printRows({ columns, rows: rows.map((row) => row.slice(0, columns.length)) }, options.format, terminal);
  return EXIT.done;
}
