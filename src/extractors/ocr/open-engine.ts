/** Starts one of the two engines that there are. */

import type { Diagnostic } from "../../model/diagnostic.js";
import type { OcrEngine } from "../../model/reading-options.js";
import type { Engine } from "./engine.js";

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
