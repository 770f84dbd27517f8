/** A page of a PDF as a picture in colours, for people to look at. */

import { loadPdfParse } from "./pdf-js.js";

export interface PagePicture {
  /** PNG. */
  readonly png: Uint8Array;
  /** Pixels a point. */
  readonly scale: number;
}

/** Draws one page (from 1) at a resolution in dots per inch. Null where the file has no such page. Throws where pdf.js cannot draw it. */
export async function renderPage(
  bytes: Uint8Array,
  page: number,
  dotsPerInch: number,
  password: string | null = null,
): Promise<PagePicture | null> {
  const { PDFParse } = await loadPdfParse();
  const scale = dotsPerInch / 72;
  // pdf.js takes the buffer for itself, and the caller may still need it.
  const data = new Uint8Array(bytes);
  const parser = new PDFParse({ data, isEvalSupported: false, ...(password === null ? {} : { password }) });
  try {
    const { pages } = await parser.getScreenshot({ scale, partial: [page], imageBuffer: true, imageDataUrl: false });
    const picture = pages[0];
    return picture === undefined ? null : { png: picture.data, scale };
  } finally {
    await parser.destroy();
  }
}
