/** Word documents (.docx) → blocks. mammoth reads the document; what it would lose is written into the text before. */

import mammoth from "mammoth";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Block } from "../blocks.js";
import { htmlBlocks } from "../html/html-blocks.js";
import type { Reader } from "../reading.js";
import { applyMarks } from "./marks.js";
import { readNumbering } from "./numbering.js";
import { firstLine, openPackage, partText, type WordPackage } from "./package.js";
import { type Preparation, prepareDocument, removeListsOfStyles } from "./prepare.js";
import { readStyleSheet } from "./style-sheet.js";
import { tabColumns } from "./tab-columns.js";
import { headersAndFooters, metadataOf } from "./trailer.js";
import { parseXml, serialiseXml } from "./xml.js";

/** Reads a .docx with the numbers that Word shows. Headers, footers and notes of the pages are the trailer. */
export const readDocx: Reader = async (bytes) => {
  const file = await openPackage(bytes);
  if ("code" in file) return { isRead: false, ...file };
  try {
    const preparation = await prepare(file);
    const { body, notes } = splitNotes(await toHtml(file));
    const trailer = [...(await headersAndFooters(file)), ...blocksOf(notes)];
    const document = {
      format: "docx",
      body: blocksOf(body),
      trailer,
      pages: null,
      metadata: await metadataOf(file),
    } as const;
    if (document.body.length === 0)
      return { isRead: false, code: "document/empty", message: "The document has no text." };
    return { isRead: true, document, diagnostics: diagnosticsOf(preparation) };
  } catch (error) {
    // Broken XML, a broken part of the archive: the libraries throw errors of many kinds.
    return {
      isRead: false,
      code: "document/damaged",
      message: `A part of the document is broken: ${firstLine(error)}`,
    };
  }
};

/** Rewrites the parts inside the package that mammoth will read. */
async function prepare(file: WordPackage): Promise<Preparation> {
  const root = async (name: string) => {
    const text = await partText(file, name);
    return text === null ? null : parseXml(text);
  };
  const document = parseXml((await partText(file, file.main)) ?? "");
  const styles = await root(`${file.folder}styles.xml`);
  const lists = await root(`${file.folder}numbering.xml`);
  const sheet = readStyleSheet(styles?.documentElement ?? null);
  const numbering = readNumbering(lists?.documentElement ?? null, sheet);
  const preparation = prepareDocument(document.documentElement, sheet, numbering);
  file.zip.file(file.main, serialiseXml(document));
  if (styles !== null) {
    removeListsOfStyles(styles.documentElement);
    file.zip.file(`${file.folder}styles.xml`, serialiseXml(styles));
  }
  if (lists !== null) {
    while (lists.documentElement.firstChild !== null)
      lists.documentElement.removeChild(lists.documentElement.firstChild);
    file.zip.file(`${file.folder}numbering.xml`, serialiseXml(lists));
  }
  return preparation;
}

/** Before the ids of notes, so that no bookmark of the document looks like one. */
const NOTES = "minutebook-";

const STYLE_MAP = [
  "u => u",
  "strike => s",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

async function toHtml(file: WordPackage): Promise<string> {
  const buffer = await file.zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
  const options = {
    styleMap: STYLE_MAP,
    includeEmbeddedStyleMap: false,
    ignoreEmptyParagraphs: false,
    idPrefix: NOTES,
    // Pictures are not read: their bytes would swell the HTML.
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
  };
  return (await mammoth.convertToHtml({ buffer }, options)).value;
}

/** mammoth lists footnotes and endnotes behind the body, each with a link back. */
function splitNotes(html: string): { body: string; notes: string } {
  const at = html.search(new RegExp(`<ol><li id="${NOTES}(?:foot|end)note-`));
  if (at < 0) return { body: html, notes: "" };
  let count = 0;
  const notes = html
    .slice(at)
    .replace(/<a href="[^"]*">↑<\/a>/g, "")
    .replace(/<\/?ol>/g, "")
    .replace(/<li id="[^"]*">(\s*<p>)?/g, () => `<p>[${++count}] `)
    .replace(/<\/li>/g, "");
  return { body: html.slice(0, at), notes };
}

function blocksOf(html: string): Block[] {
  return tabColumns(applyMarks(htmlBlocks(html, { hasParagraphGaps: false })));
}

function diagnosticsOf(preparation: Preparation): Diagnostic[] {
  if (preparation.unresolved.length === 0) return [];
  const message = `${preparation.unresolved.length} numbers have a format that is not known; digits stand for them, first at ${preparation.unresolved[0]}`;
  return [{ code: "docx/numbering-unresolved", span: null, message }];
}
