/** Options of every command that reads documents: how they are read, and what reading one may cost. */

import { type Command, Option } from "commander";
import {
  DEFAULT_READING_OPTIONS,
  OCR_ENGINES,
  OCR_MODES,
  type OcrEngine,
  type OcrMode,
  OFFICE_MODES,
  type OfficeMode,
} from "../model/reading-options.js";
import type { PoolOptions } from "../pipeline/pool.js";
import { wholeNumber } from "./parameters.js";

export interface ReadingCommandOptions {
  readonly ocr: OcrMode;
  readonly ocrEngine: OcrEngine;
  readonly office: OfficeMode;
  readonly password?: string;
  readonly timeout: number;
  readonly maxMemory: number;
  readonly maxPages: number;
  readonly maxUnpacked: number;
}

const DEFAULTS = DEFAULT_READING_OPTIONS;

/** Adds them all to a command. */
export function addReadingOptions(command: Command): Command {
  const options = [
    new Option("--ocr <when>", "read pictures of text: auto (pages without text of their own), never or always")
      .choices(OCR_MODES)
      .default(DEFAULTS.ocr),
    new Option("--ocr-engine <engine>", "tesseract.js (comes along) or the system's own tesseract (faster)")
      .choices(OCR_ENGINES)
      .default(DEFAULTS.ocrEngine),
    new Option("--office <when>", "let LibreOffice, where installed, convert .doc and .rtf: auto or never")
      .choices(OFFICE_MODES)
      .default(DEFAULTS.office),
    new Option("--password <password>", "opens encrypted PDFs").env("MINUTEBOOK_PASSWORD"),
    new Option("--timeout <seconds>", "longest time for one document; each page read by OCR has as much")
      .default(60)
      .argParser(wholeNumber(86_400)),
    new Option("--max-memory <megabytes>", "memory that reading one document may take")
      .default(1500)
      .argParser(wholeNumber(1_000_000)),
    new Option("--max-pages <number>", "pages of a PDF beyond this number are not read")
      .default(DEFAULTS.maxPages)
      .argParser(wholeNumber(1_000_000)),
    new Option("--max-unpacked <megabytes>", "what a .docx or .odt may unpack to")
      .default(DEFAULTS.maxUnpackedMegabytes)
      .argParser(wholeNumber(100_000)),
  ];
  for (const option of options) command.addOption(option);
  return command;
}

/** The options as the pool of readers takes them. */
export function poolOptionsOf(options: ReadingCommandOptions): PoolOptions {
  const { ocr, ocrEngine, office, password = null, timeout, maxMemory, maxPages, maxUnpacked } = options;
  return {
    timeoutSeconds: timeout,
    memoryMegabytes: maxMemory,
    reading: { ocr, ocrEngine, office, password, maxPages, maxUnpackedMegabytes: maxUnpacked },
  };
}
