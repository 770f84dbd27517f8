/**
 * The one door to pdf.js: pdf-parse opens the file, and the pdf.js document behind it gives what pdf-parse does not.
 * `load()` is private to pdf-parse and the operator list's form is private to pdf.js, so both versions are pinned and
 * tests/extractors/pdf-door.test.ts holds what is used here.
 */

import { InvalidPDFException, PasswordException, PDFParse } from "pdf-parse";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Unreadable } from "../../model/conversion.js";
import type { SourceMetadata } from "../../model/source.js";
import type { Picture } from "../ocr/picture.js";
import { widthsOfFonts } from "./font-widths.js";
import type { LetterWidths } from "./letter-widths.js";
import { compose, type Matrix, toMatrix } from "./matrix.js";
import type { RawOperators } from "./operators.js";

/** A string as the page shows it; pdf.js has joined letters to strings, but not strings to lines. */
export interface RawText {
  readonly text: string;
  /** From the string's own space to points from the page's top left, y downwards. */
  readonly matrix: Matrix;
  /** Advance along the writing direction, in points. */
  readonly width: number;
  readonly font: RawFont;
}

export interface RawFont {
  /** The name in the file ("ABCDEE+Calibri-Bold"); empty where it has none. */
  readonly name: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Of the letters that the page shows in this font. */
  readonly widths: LetterWidths;
}

export interface RawPage {
  readonly number: number;
  /** In points, after the page's rotation. */
  readonly width: number;
  readonly height: number;
  /** From the page's user space to points from its top left. */
  readonly toPage: Matrix;
  readonly texts: readonly RawText[];
  readonly operators: RawOperators;
}

export interface OpenPdf {
  readonly pages: number;
  readonly metadata: SourceMetadata;
  /** Throws where pdf.js cannot decode the page. */
  readPage(number: number): Promise<RawPage>;
  /** The page as it looks, with about so many pixels an inch. Throws where pdf.js cannot decode the page. */
  drawPage(number: number, dpi: number): Promise<Picture>;
  /** Must be called: pdf.js keeps the document in memory until then. */
  close(): Promise<void>;
}

export type Opening = { readonly isOpen: true; readonly pdf: OpenPdf } | ({ readonly isOpen: false } & Unreadable);

/** Opens a PDF. What is wrong with the file comes back as a value. */
export async function openPdf(bytes: Uint8Array): Promise<Opening> {
  // pdf.js takes the buffer for itself, and the caller may still need it.
  const parser = new PDFParse({ data: new Uint8Array(bytes), isEvalSupported: false });
  try {
    const document = await loadRaw(parser);
    const metadata = await readMetadata(document);
    return {
      isOpen: true,
      pdf: {
        pages: document.numPages,
        metadata,
        readPage: async (number) => readRawPage(await document.getPage(number), number),
        drawPage: async (number, dpi) => {
          // Drawing needs a library of its own, and most files need no drawing.
          const { drawPage } = await import("./draw-page.js");
          return drawPage(await document.getPage(number), dpi);
        },
        close: () => parser.destroy(),
      },
    };
  } catch (error) {
    await parser.destroy();
    return { isOpen: false, ...whyUnreadable(error) };
  }
}

/** The pdf.js document behind pdf-parse. */
export function loadRaw(parser: PDFParse): Promise<PDFDocumentProxy> {
  return (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();
}

function whyUnreadable(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof PasswordException) {
    return { code: "document/encrypted", message: "The PDF needs a password." };
  }
  if (error instanceof InvalidPDFException) {
    return { code: "document/damaged", message: `The PDF is truncated or broken: ${message}` };
  }
  if (error instanceof RangeError || /allocation failed|typed array length/i.test(message)) {
    return { code: "document/too-large", message: `The PDF unpacks to more than can be held: ${message}` };
  }
  return { code: "document/damaged", message: `The PDF cannot be opened: ${message}` };
}

async function readMetadata(document: PDFDocumentProxy): Promise<SourceMetadata> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} as object }));
  const entries = new Map<string, unknown>(Object.entries(info));
  return {
    title: wordsOrNull(entries.get("Title")),
    author: wordsOrNull(entries.get("Author")),
    created: isoDate(entries.get("CreationDate")),
  };
}

function wordsOrNull(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** `D:20240525093912+01'00'` → `2024-05-25T09:39:12+01:00`, as far as the file has it. */
export function isoDate(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, utc, offsetHours, offsetMinutes] = match;
  const date = [year, month, day].filter((part) => part !== undefined).join("-");
  if (day === undefined || hour === undefined) return date;
  const zone = utc ?? (offsetHours === undefined ? "" : `${offsetHours}:${offsetMinutes ?? "00"}`);
  return `${date}T${hour}:${minute}:${second ?? "00"}${zone}`;
}

async function readRawPage(page: PDFPageProxy, number: number): Promise<RawPage> {
  // The operator list comes first: only then does pdf.js know the fonts' real names.
  const operators = await page.getOperatorList();
  const content = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  const toPage = toMatrix(viewport.transform);
  if (toPage === null) throw new Error(`page ${number} has no usable coordinates`);
  const painted = { codes: operators.fnArray, args: operators.argsArray as (unknown[] | null)[] };
  const widths = widthsOfFonts(painted);
  const texts: RawText[] = [];
  for (const item of content.items) {
    if (!("str" in item)) continue;
    const own = toMatrix(item.transform);
    if (own === null) continue;
    const font = { ...fontOf(page, item.fontName), widths: widths.get(item.fontName) ?? new Map() };
    texts.push({ text: item.str, matrix: compose(toPage, own), width: item.width, font });
  }
  page.cleanup();
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    toPage,
    texts,
    operators: painted,
  };
}

/** The fields of pdf.js' font object that are used here; each is checked, because the object is not part of its public types. */
interface PdfJsFont {
  readonly name?: unknown;
  readonly bold?: unknown;
  readonly black?: unknown;
  readonly italic?: unknown;
}

function fontOf(page: PDFPageProxy, id: string): Omit<RawFont, "widths"> {
  const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfJsFont | null) : null;
  const name = typeof font?.name === "string" ? font.name : "";
  return {
    name,
    isBold: font?.bold === true || font?.black === true || /bold|black|heavy|demi|(?:^|\+)(?:CM|SF)SS?BX/i.test(name),
    isItalic: font?.italic === true || /italic|oblique|(?:^|\+)(?:CM|SF)(?:TI|SL)/i.test(name),
  };
}
