/** Bytes of any format → `SourceText`. The format is told by the bytes; the name only helps to word a warning. */

import type { Extraction } from "../model/conversion.js";
import type { Diagnostic } from "../model/diagnostic.js";
import {
  DEFAULT_READING_OPTIONS,
  type ReadingOptions,
  type ReadingProgress,
  SILENT_PROGRESS,
} from "../model/reading-options.js";
import type { SourceFormat } from "../model/source.js";
import { documentId, layOut } from "./lay-out.js";
import type { Reader } from "./reading.js";
import { sniff } from "./sniff.js";

/** Each reader is loaded only when a file of its format comes. */
const READERS: Record<SourceFormat, () => Promise<Reader>> = {
  pdf: async () => (await import("./pdf/read-pdf.js")).readPdf,
  docx: async () => (await import("./docx/read-docx.js")).readDocx,
  doc: async () => {
    const [{ byOffice }, { readDoc }] = await Promise.all([
      import("./office/by-office.js"),
      import("./doc/read-doc.js"),
    ]);
    return byOffice("doc", readDoc);
  },
  odt: async () => (await import("./odt/read-odt.js")).readOdt,
  rtf: async () => {
    const [office, { readRtf }] = await Promise.all([import("./office/by-office.js"), import("./rtf/read-rtf.js")]);
    return office.byOfficeIfNumbersMiss("rtf", readRtf);
  },
  html: async () => (await import("./html/read-html.js")).readHtml,
  text: async () => (await import("./text/read-text.js")).readText,
};

/** Endings that each format is known by. */
const ENDINGS: Record<SourceFormat, RegExp> = {
  pdf: /\.pdf$/i,
  docx: /\.(?:docx|docm|dotx)$/i,
  doc: /\.(?:doc|dot)$/i,
  odt: /\.(?:odt|ott|fodt)$/i,
  rtf: /\.rtf$/i,
  html: /\.(?:html?|xhtml|aspx?|php)$/i,
  text: /\.(?:txt|text|md|markdown|csv|tsv)$/i,
};

/** Reads a file's bytes. Bytes that cannot be read are a value with a code, never an exception. */
export async function extract(
  path: string,
  bytes: Uint8Array,
  options: ReadingOptions = DEFAULT_READING_OPTIONS,
  progress: ReadingProgress = SILENT_PROGRESS,
): Promise<Extraction> {
  const sniffed = sniff(bytes);
  if (!sniffed.isKnown) return { isRead: false, code: sniffed.code, message: sniffed.message };
  const read = await READERS[sniffed.format]();
  const reading = await read(bytes, options, progress);
  if (!reading.isRead) return reading;
  const diagnostics: Diagnostic[] = [...reading.diagnostics];
  const hasOtherEnding = /\.[a-z]{2,8}$/i.test(path) && !ENDINGS[sniffed.format].test(path);
  if (hasOtherEnding) {
    const message = `the name ends in ${/\.[^.]*$/.exec(path)?.[0]}, but the bytes are ${sniffed.format}`;
    diagnostics.push({ code: "document/wrong-extension", span: null, message });
  }
  return { isRead: true, source: layOut(documentId(bytes), reading.document), diagnostics };
}
