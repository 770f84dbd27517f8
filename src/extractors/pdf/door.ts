/**
 * The one door to pdf.js: pdf-parse opens the file, and the pdf.js document behind it gives what pdf-parse does not.
 * `load()` is private to pdf-parse and the operator list's form is private to pdf.js, so both versions are pinned and
 * tests/extractors/pdf-door.test.ts holds what is used here. Strings come from the operator list as well (`text-painter.ts`):
 * pdf.js' `getTextContent` would parse the page a second time.
 */

import type { PDFParse } from "pdf-parse";
import type { PDFPageProxy } from "pdfjs-dist";
import type { Unreadable } from "../../model/conversion.js";
import type { SourceMetadata } from "../../model/source.js";
import type { LetterWidths } from "../layout/letter-widths.js";
import type { Picture } from "../ocr/picture.js";
import { hasDrawing } from "./drawings.js";
import { canHaveLinks, linksOf } from "./links.js";
import { compose, type Matrix, toMatrix } from "./matrix.js";
import { readMetadata } from "./metadata.js";
import type { RawOperators } from "./operators.js";
import { isBomb } from "./packed-again.js";
import { loadPdfParse, loadRaw, textOnly } from "./pdf-js.js";
import type { ShownString } from "./string-joiner.js";
import { withHeadings } from "./structure.js";
import { paintText } from "./text-painter.js";
import type { FontWidths, PaintedFont, View } from "./text-state.js";

/** A string as the page shows it; pdf.js has joined letters to strings, but not strings to lines. */
export interface RawText {
  readonly text: string;
  /** From the string's own space to points from the page's top left, y downwards. */
  readonly matrix: Matrix;
  /** Advance along the writing direction, in points. */
  readonly width: number;
  readonly font: RawFont;
  /** Fill colour, "#rrggbb"; null where it is not known. */
  readonly color: string | null;
  /** Whether the file marks it as an artifact: a head, a foot, a page number, a water mark. */
  readonly isArtifact: boolean;
  /** Level 1 to 6 where the file tags it as a heading. */
  readonly heading: number | null;
}

export interface RawFont {
  /** The name in the file ("ABCDEE+Calibri-Bold"); empty where it has none. */
  readonly name: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Of the letters that the document shows in this font. */
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
  /** Whether its glyphs are more than can be laid out: the rest of them is missing. */
  readonly isCut: boolean;
  /** Addresses that it links to. */
  readonly links: readonly string[];
}

export interface OpenPdf {
  readonly pages: number;
  readonly metadata: Partial<SourceMetadata>;
  /** Throws where pdf.js cannot decode the page. */
  readPage(number: number): Promise<RawPage>;
  /** Whether something is drawn on the page that may hold words: a picture, or letters as outlines. Throws as `readPage` does. */
  hasDrawing(number: number): Promise<boolean>;
  /** The page as it looks, with about so many pixels an inch. Throws where pdf.js cannot decode the page. */
  drawPage(number: number, dpi: number): Promise<Picture>;
  /** Must be called: pdf.js keeps the document in memory until then. */
  close(): Promise<void>;
}

export type Opening = { readonly isOpen: true; readonly pdf: OpenPdf } | ({ readonly isOpen: false } & Unreadable);

/** pdf.js keeps every font that it has met; a pack of many documents has hundreds. */
const PAGES_BETWEEN_CLEANUPS = 100;

/** Opens a PDF, with a password where one is given. What is wrong with the file comes back as a value. */
export async function openPdf(bytes: Uint8Array, password: string | null = null): Promise<Opening> {
  if (isBomb(bytes)) {
    return {
      isOpen: false,
      code: "document/too-large",
      message: "A part of the PDF unpacks to more than can be held.",
    };
  }
  const { PDFParse } = await loadPdfParse();
  // pdf.js takes the buffer for itself, and the caller may still need it.
  const parser = new PDFParse({
    ...textOnly(),
    ...(password === null ? {} : { password }),
    data: new Uint8Array(bytes),
  });
  try {
    const document = await loadRaw(parser);
    const metadata = await readMetadata(document);
    const widths: FontWidths = new Map();
    const hasLinks = canHaveLinks(bytes);
    const drawing = openForDrawing(PDFParse, bytes, password);
    return {
      isOpen: true,
      pdf: {
        pages: document.numPages,
        metadata,
        readPage: async (number) => {
          const page = await document.getPage(number);
          try {
            return await readRawPage(page, number, widths, hasLinks ? await linksOf(page) : []);
          } finally {
            page.cleanup();
            if (number % PAGES_BETWEEN_CLEANUPS === 0) await document.cleanup();
          }
        },
        hasDrawing: async (number) => hasDrawing(await drawing.page(number)),
        drawPage: async (number, dpi) => {
          // Drawing needs a library of its own, and most files need no drawing.
          const { drawPage } = await import("./draw-page.js");
          return drawPage(await drawing.page(number), dpi);
        },
        close: async () => {
          await drawing.close();
          await parser.destroy();
        },
      },
    };
  } catch (error) {
    await parser.destroy();
    return { isOpen: false, ...whyUnreadable(error, password) };
  }
}

interface Drawing {
  page(number: number): Promise<PDFPageProxy>;
  close(): Promise<void>;
}

/** The file once more, with its pictures; opened when the first page is drawn. */
function openForDrawing(Parser: typeof PDFParse, bytes: Uint8Array, password: string | null): Drawing {
  let parser: PDFParse | null = null;
  return {
    page: async (number) => {
      parser ??= new Parser({
        isEvalSupported: false,
        ...(password === null ? {} : { password }),
        data: new Uint8Array(bytes),
      });
      return (await loadRaw(parser)).getPage(number);
    },
    close: async () => parser?.destroy(),
  };
}

/** Whether something failed because it unpacks to more than the process may hold. */
export function isWantOfMemory(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof RangeError || /allocation failed|typed array length|out of memory/i.test(message);
}

function whyUnreadable(error: unknown, password: string | null): Unreadable {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === "PasswordException") {
    const isWrong = password !== null;
    return {
      code: "document/encrypted",
      message: isWrong ? "The password does not open the PDF." : "The PDF needs a password: --password gives one.",
    };
  }
  if (error instanceof Error && error.name === "InvalidPDFException") {
    return { code: "document/damaged", message: `The PDF is truncated or broken: ${message}` };
  }
  if (isWantOfMemory(error)) {
    return { code: "document/too-large", message: `The PDF unpacks to more than can be held: ${message}` };
  }
  return { code: "document/damaged", message: `The PDF cannot be opened: ${message}` };
}

async function readRawPage(
  page: PDFPageProxy,
  number: number,
  widths: FontWidths,
  links: readonly string[],
): Promise<RawPage> {
  const list = await page.getOperatorList();
  const operators = { codes: list.fnArray, args: list.argsArray as (unknown[] | null)[] };
  const viewport = page.getViewport({ scale: 1 });
  const toPage = toMatrix(viewport.transform);
  if (toPage === null) throw new Error(`page ${number} has no usable coordinates`);
  const fonts = new PageFonts(page);
  const painted = paintText(operators, viewOf(page.view), (id) => fonts.painted(id), widths);
  const strings = painted.isOtherDirection ? await orderedByPdfJs(page) : await withHeadings(page, painted.strings);
  const texts = strings.map(({ text, matrix, width, fontId, color, isArtifact, heading }): RawText => {
    const font = fonts.raw(fontId, widths.get(fontId) ?? NO_WIDTHS);
    return { text, matrix: compose(toPage, matrix), width, font, color, isArtifact, heading };
  });
  const { width, height } = viewport;
  return { number, width, height, toPage, texts, operators, isCut: painted.isCut, links };
}

const NO_WIDTHS: LetterWidths = new Map();

function viewOf([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): View {
  return [left, bottom, right, top];
}

/** The strings as pdf.js itself puts them together: it knows how scripts are ordered that are not written from left to right. */
async function orderedByPdfJs(page: PDFPageProxy): Promise<ShownString[]> {
  const content = await page.getTextContent();
  return content.items.flatMap((item) => {
    const matrix = "str" in item ? toMatrix(item.transform) : null;
    if (!("str" in item) || matrix === null) return [];
    return [
      {
        text: item.str,
        matrix,
        width: item.width,
        fontId: item.fontName,
        color: null,
        isArtifact: false,
        heading: null,
        content: null,
      },
    ];
  });
}

/** The fields of pdf.js' font object that are used here; each is checked, because the object is not part of its public types. */
interface PdfJsFont {
  readonly name?: unknown;
  readonly bold?: unknown;
  readonly black?: unknown;
  readonly italic?: unknown;
  readonly fontMatrix?: unknown;
  readonly vertical?: unknown;
  readonly isType3Font?: unknown;
  readonly bbox?: unknown;
}

/** The fonts of one page, each looked at once. */
class PageFonts {
  readonly #page: PDFPageProxy;
  readonly #painted = new Map<string, PaintedFont>();
  readonly #raw = new Map<string, RawFont>();

  constructor(page: PDFPageProxy) {
    this.#page = page;
  }

  painted(id: string): PaintedFont {
    const known = this.#painted.get(id);
    if (known !== undefined) return known;
    const font = this.#fontOf(id);
    const matrix = toMatrix(font?.fontMatrix) ?? [0.001, 0, 0, 0.001, 0, 0];
    const [, bottom, , top] = Array.isArray(font?.bbox) ? font.bbox.map(Number) : [];
    const height = font?.isType3Font === true ? ((top ?? 0) - (bottom ?? 0)) * matrix[3] : 0;
    const painted = { matrix, isVertical: font?.vertical === true, type3Height: height > 0 ? height : null };
    this.#painted.set(id, painted);
    return painted;
  }

  raw(id: string, widths: LetterWidths): RawFont {
    const known = this.#raw.get(id);
    if (known !== undefined) return known;
    const font = this.#fontOf(id);
    const name = typeof font?.name === "string" ? font.name : "";
    const raw = {
      name,
      isBold: font?.bold === true || font?.black === true || /bold|black|heavy|demi|(?:^|\+)(?:CM|SF)SS?BX/i.test(name),
      isItalic: font?.italic === true || /italic|oblique|(?:^|\+)(?:CM|SF)(?:TI|SL)/i.test(name),
      widths,
    };
    this.#raw.set(id, raw);
    return raw;
  }

  #fontOf(id: string): PdfJsFont | null {
    return this.#page.commonObjs.has(id) ? (this.#page.commonObjs.get(id) as PdfJsFont | null) : null;
  }
}
