/** A reader that lets LibreOffice convert the file first, where it is installed and the user has not forbidden it. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS, SILENT_PROGRESS } from "../../model/reading-options.js";
import type { SourceFormat } from "../../model/source.js";
import { readDocx } from "../docx/read-docx.js";
import type { Reader } from "../reading.js";
import { convertToDocx } from "./convert.js";
import { findOffice } from "./find-office.js";

/** LibreOffice is never required: where it is missing or fails, `builtIn` reads the bytes, and a failure is told. */
export function byOffice(format: SourceFormat, builtIn: Reader): Reader {
  return async (bytes, options = DEFAULT_READING_OPTIONS, progress = SILENT_PROGRESS) => {
    const office = options.office === "never" ? null : await findOffice();
    if (office === null) return builtIn(bytes, options, progress);
    const converted = await convertToDocx(office, bytes, format);
    const reading = converted.isConverted ? await readDocx(converted.docx, options, progress) : null;
    if (reading?.isRead === true) return { ...reading, document: { ...reading.document, format } };
    const message = converted.isConverted ? "what LibreOffice made of it could not be read" : converted.message;
    const own = await builtIn(bytes, options, progress);
    if (!own.isRead) return own;
    const failure: Diagnostic = { code: "document/office-failed", span: null, message };
    return { ...own, diagnostics: [...own.diagnostics, failure] };
  };
}

/**
 * The same for a format that usually prints its numbers: LibreOffice is asked only where `builtIn` misses some. What a file
 * prints is what its writer saw; LibreOffice would count again, and goes wrong where lists of one style begin anew.
 */
export function byOfficeIfNumbersMiss(format: SourceFormat, builtIn: Reader): Reader {
  const throughOffice = byOffice(format, builtIn);
  return async (bytes, options = DEFAULT_READING_OPTIONS, progress = SILENT_PROGRESS) => {
    const own = await builtIn(bytes, options, progress);
    const isComplete = own.isRead && !own.diagnostics.some(({ code }) => code === "document/numbers-missing");
    return isComplete || options.office === "never" ? own : throughOffice(bytes, options, progress);
  };
}
