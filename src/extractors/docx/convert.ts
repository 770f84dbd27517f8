/** Plain WordprocessingML → blocks, by way of mammoth's HTML. */

import JSZip from "jszip";
import mammoth from "mammoth";
import type { Block } from "../blocks.js";
import { htmlBlocks } from "../html/html-blocks.js";
import { applyMarks, DIVIDER } from "./marks.js";
import type { StyleSheet } from "./style-sheet.js";
import { tabColumns } from "./tab-columns.js";
import { escapeXml, writePlain } from "./write-xml.js";

const STYLE_MAP = [
  "u => u",
  "strike => s",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

/** Each part (the content of a body) as blocks. One conversion for all: starting mammoth costs more than a header. */
export async function toBlocks(parts: readonly string[], styles: StyleSheet): Promise<Block[][]> {
  const buffer = await packageOf(parts.join(writePlain(DIVIDER)), styles);
  const options = { styleMap: STYLE_MAP, includeEmbeddedStyleMap: false, ignoreEmptyParagraphs: false };
  const html = (await mammoth.convertToHtml({ buffer }, options)).value;
  return html
    .split(`<p>${DIVIDER}</p>`)
    .map((part) => tabColumns(applyMarks(htmlBlocks(part, { hasParagraphGaps: false }))));
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The smallest package that mammoth takes. */
function packageOf(body: string, styles: StyleSheet): Promise<Buffer> {
  const zip = new JSZip();
  const relationships = (kind: string, target: string) =>
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
  const names = [...styles.names].map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${escapeXml(id)}"><w:name w:val="${escapeXml(name)}"/></w:style>`,
  );
  zip.file("_rels/.rels", relationships("officeDocument", "word/document.xml"));
  zip.file("word/_rels/document.xml.rels", relationships("styles", "styles.xml"));
  zip.file("word/document.xml", `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`);
  zip.file("word/styles.xml", `<w:styles xmlns:w="${WORD}">${names.join("")}</w:styles>`);
  return zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
}
