/** `verify`: whether each stored quote stands in its source. */

import { openToRead } from "../../pipeline/database.js";
import { type VerifiedDocument, verifyDatabase } from "../../pipeline/verify.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { DatabaseOption, FormatOption } from "../parameters.js";
import { poolOptionsOf, type ReadingCommandOptions } from "../reading-options.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface VerifyOptions extends DatabaseOption, FormatOption, ReadingCommandOptions {
  readonly root?: string[];
}

export async function verifyCommand(options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const { db, format, root = [] } = options;
  const store = await openToRead(db);
  try {
    const { documents, failed } = await verifyDatabase(store, { ...poolOptionsOf(options), folders: root });
    const rows = documents.map(({ path, outcome, quotes, failures }) => [path, outcome, quotes, failures.length]);
    await printRows({ columns: ["document_path", "outcome", "quotes", "wrong_quotes"], rows }, format, terminal);
    for (const document of documents) warnOfQuotes(document, terminal);
    const quotes = documents.reduce((sum, document) => sum + document.quotes, 0);
    terminal.warn(`${documents.length} documents, ${quotes} quotes looked up, ${failed} documents not proved`);
    return failed > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    store.close();
  }
}

function warnOfQuotes({ path, failures }: VerifiedDocument, terminal: Terminal): void {
  for (const { fact, field, quote, found } of failures) {
    terminal.warn(
      `${path}: ${field} of ${fact}: ${JSON.stringify(quote)} is stored, ${JSON.stringify(found)} stands there`,
    );
  }
}
