/** Rich text (.rtf) → blocks. The numbers of lists are those that the program which wrote the file printed beside them. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS } from "../../model/reading-options.js";
import { hasWords, paragraphsOf } from "../office/flow.js";
import { readFlow } from "../office/read-flow.js";
import type { Reader } from "../reading.js";
import { Interpreter } from "./interpreter.js";
import { tokenize } from "./lexer.js";

/** Reads a file without any other program. Whatever follows `{\rtf` gives something; groups that are not closed end with the file. */
export const readRtf: Reader = async (bytes, options = DEFAULT_READING_OPTIONS) => {
  const interpreter = new Interpreter();
  tokenize(bytes, (token) => interpreter.read(token));
  const flow = interpreter.finish();
  if (!paragraphsOf(flow.body).some(hasWords))
    return { isRead: false, code: "document/empty", message: "The document has no text." };
  const diagnostics: Diagnostic[] = interpreter.hasTrackedChanges ? [TRACKED] : [];
  if (interpreter.unnumbered > 0) {
    const message = `${interpreter.unnumbered} paragraphs have an automatic number or bullet that the file does not print beside them; install LibreOffice, or save the file as .docx`;
    diagnostics.push({ code: "document/numbers-missing", span: null, message });
  }
  return readFlow(flow, "rtf", options, diagnostics);
};

const TRACKED: Diagnostic = {
  code: "document/unaccepted-changes",
  span: null,
  message: "the file holds changes that nobody has accepted: insertions were read, deletions left out",
};
