/** What a user may choose about how files are read. Every reader gets all of it and takes what concerns it. */

/** When pages are read by optical character recognition: `auto` where a page has hardly any text of its own, or rubbish. */
export const OCR_MODES = ["auto", "never", "always"] as const;
export type OcrMode = (typeof OCR_MODES)[number];

/** `tesseract.js` comes with the program; `tesseract` is the system's own, about twice as fast. */
export const OCR_ENGINES = ["tesseract.js", "tesseract"] as const;
export type OcrEngine = (typeof OCR_ENGINES)[number];

/** Whether LibreOffice, where it is installed, may convert .doc and .rtf files to .docx first. */
export const OFFICE_MODES = ["auto", "never"] as const;
export type OfficeMode = (typeof OFFICE_MODES)[number];

export interface ReadingOptions {
  readonly ocr: OcrMode;
  readonly ocrEngine: OcrEngine;
  readonly office: OfficeMode;
  /** Opens encrypted files; null where none was given. */
  readonly password: string | null;
  /** Pages of a PDF beyond this number are not read. */
  readonly maxPages: number;
  /** What a zip archive (.docx, .odt) may unpack to, in MiB. */
  readonly maxUnpackedMegabytes: number;
}

export const DEFAULT_READING_OPTIONS: ReadingOptions = {
  ocr: "auto",
  ocrEngine: "tesseract.js",
  office: "auto",
  password: null,
  maxPages: 5000,
  maxUnpackedMegabytes: 200,
};

/** What a reader tells while it reads, so that a long wait is seen to go on. */
export interface ReadingProgress {
  /** A page has been read by OCR: `done` of `total` such pages. */
  onOcrPage(done: number, total: number): void;
}

export const SILENT_PROGRESS: ReadingProgress = { onOcrPage: () => {} };
