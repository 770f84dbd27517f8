/** What was said about a document, in the form that compilers use, so that editors can go to the place. */

import type { Conversion } from "../model/conversion.js";
import { type Diagnostic, severityOf } from "../model/diagnostic.js";
import type { SourceText } from "../model/source.js";

/** One line a diagnostic: `path:line:col: severity: message [code]`. */
export function renderDiagnostics(path: string, conversion: Conversion): string {
  if (conversion.status === "unreadable") return `${path}: error: ${conversion.message} [${conversion.code}]`;
  return conversion.diagnostics.map((diagnostic) => diagnosticLine(path, conversion.source, diagnostic)).join("\n");
}

/** Line and column count from 1 in the extracted text; they are left out where the whole document is meant. */
function diagnosticLine(path: string, source: SourceText, diagnostic: Diagnostic): string {
  const { code, message, span } = diagnostic;
  const place = span === null ? path : `${path}:${lineAndColumn(source.text, span.start)}`;
  return `${place}: ${severityOf(code)}: ${message} [${code}]`;
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `${line}:${offset - before.lastIndexOf("\n")}`;
}
