/** hOCR → lines of words with their places: the format is described in "hOCR - OCR Workflow and Output embedded in HTML" (T. Breuel). */

import type { Box } from "../../model/source.js";
import { attributeOf, parseXml } from "../docx/xml.js";

/** Places are in pixels of the picture that was read. */
export interface RecognisedWord {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1, as the engine has it. */
  readonly confidence: number;
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  readonly box: Box;
  /** Distance of the baseline from the top, in the middle of the line. */
  readonly baseline: number;
  /** Height of a line of such letters from the tails of p to the heads of d. */
  readonly height: number;
}

/** Throws where the text is no well-formed XML. */
export function readHocr(hocr: string): RecognisedLine[] {
  if (hocr.trim() === "") return [];
  const spans = Array.from(parseXml(hocr).getElementsByTagName("span"));
  return spans.flatMap((span) => {
    const isLine = /^ocr_(?:line|header|caption|textfloat)$/.test(attributeOf(span, "class") ?? "");
    const line = isLine ? toLine(span) : null;
    return line === null ? [] : [line];
  });
}

function toLine(span: Element): RecognisedLine | null {
  const properties = propertiesOf(span);
  const box = boxOf(properties);
  if (box === null) return null;
  const words = Array.from(span.getElementsByTagName("span")).flatMap((word) => {
    const own = propertiesOf(word);
    const wordBox = boxOf(own);
    const text = (word.textContent ?? "").trim();
    if (attributeOf(word, "class") !== "ocrx_word" || wordBox === null || text === "") return [];
    return [{ text, box: wordBox, confidence: (own.get("x_wconf")?.[0] ?? 0) / 100 }];
  });
  if (words.length === 0) return null;
  const [slope = 0, offset = 0] = properties.get("baseline") ?? [];
  return {
    words,
    box,
    baseline: box.y1 + offset + (slope * (box.x1 - box.x0)) / 2,
    height: properties.get("x_size")?.[0] ?? box.y1 - box.y0,
  };
}

/** `bbox 1 2 3 4; x_wconf 96` by name. */
function propertiesOf(element: Element): Map<string, number[]> {
  const title = attributeOf(element, "title") ?? "";
  return new Map(
    title.split(";").map((property) => {
      const [name = "", ...values] = property.trim().split(/\s+/);
      return [name, values.map(Number)];
    }),
  );
}

function boxOf(properties: ReadonlyMap<string, readonly number[]>): Box | null {
  const [x0, y0, x1, y1] = properties.get("bbox") ?? [];
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  return { x0, y0, x1, y1 };
}
