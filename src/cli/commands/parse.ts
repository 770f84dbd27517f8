/** `parse`: what one document says. */

import type { Conversion } from "../../model/conversion.js";
import { severityOf } from "../../model/diagnostic.js";
import { pageAt } from "../../model/source.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { outline } from "../outline.js";
import { readOrWarn } from "../read-or-warn.js";
import type { ReadingCommandOptions } from "../reading-options.js";
import type { Terminal } from "../terminal.js";

export interface ParseOptions extends ReadingCommandOptions {
  readonly format: "json" | "text";
}

export async function parseCommand(path: string, options: ParseOptions, terminal: Terminal): Promise<ExitCode> {
  const conversion = await readOrWarn(path, options, terminal);
  if (conversion === null) return EXIT.someFailed;
  terminal.print(options.format === "json" ? json(path, conversion) : outline(conversion));
  return EXIT.done;
}

function json(path: string, { source, minutes, diagnostics }: Extract<Conversion, { status: "read" }>): string {
  const record = {
    path,
    sha256: source.id,
    format: source.format,
    pages: source.pages,
    parts: minutes.parts,
    diagnostics: diagnostics.map(({ code, message, span }) => {
      return {
        severity: severityOf(code),
        code,
        message,
        page: span === null ? null : pageAt(source, span.start),
        span,
      };
    }),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
