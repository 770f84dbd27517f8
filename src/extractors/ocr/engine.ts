/** What reads pictures of pages, and the two that there are. */

import type { Diagnostic } from "../../model/diagnostic.js";
import type { OcrEngine } from "../../model/reading-options.js";
import type { Picture } from "./picture.js";

/** Whether a picture is a page with columns, pictures and tables, or lines of one block. */
export type Layout = "page" | "block";

export interface Engine {
  /** Reads one page whose lines run level; gives hOCR, the usual HTML of recognised words. Throws where the engine fails. */
  recognise(picture: Picture, layout?: Layout): Promise<string>;
  /** Must be called: an engine may keep a thread that would hold the program. */
  close(): Promise<void>;
}

export interface OpenedEngine {
  readonly engine: Engine;
  readonly diagnostics: readonly Diagnostic[];
}

/** Starts the engine asked for; the one that comes with the program where the system has no other. Throws where none starts. */
export async function openEngine(name: OcrEngine): Promise<OpenedEngine> {
  const { openTesseractJs } = await import("./tesseract-js.js");
  if (name === "tesseract.js") return { engine: await openTesseractJs(), diagnostics: [] };
  const { openTesseractCommand } = await import("./tesseract-command.js");
  const command = await openTesseractCommand();
  if (command.isThere) return { engine: command.engine, diagnostics: [] };
  const message = `The tesseract program cannot be used (${command.why}); tesseract.js was used instead.`;
  return { engine: await openTesseractJs(), diagnostics: [{ code: "ocr/engine-missing", span: null, message }] };
}
