/** A sheet as a Word document, its parts written as they are. */

import JSZip from "jszip";
import type { Block, Paragraph, Rows, Run } from "./sheet.js";
import { escaped } from "./write-html.js";

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
</Types>`;

const RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;

const DOCUMENT_RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
</Relationships>`;

const STYLES = `${HEAD}<w:styles ${WORD}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
</w:styles>`;

const NUMBERING = `${HEAD}<w:numbering ${WORD}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>`;

/** The date that stands in the archive: the same sheet gives the same bytes. */
const DATE = new Date("2020-01-01T00:00:00Z");

export function writeDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const body = blocks.map((block) => (block.kind === "rows" ? table(block) : paragraph(block))).join("\n");
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  const zip = new JSZip();
  const parts = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": RELATIONS,
    "word/document.xml": `${HEAD}<w:document ${WORD}><w:body>${body}${page}</w:body></w:document>`,
    "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
    "word/styles.xml": STYLES,
    "word/numbering.xml": NUMBERING,
  };
  for (const [name, xml] of Object.entries(parts)) zip.file(name, xml, { date: DATE, createFolders: false });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function paragraph({ runs, isHeading, isBullet, isAfterGap }: Paragraph): string {
  const style = isHeading ? '<w:pStyle w:val="Heading2"/>' : "";
  const list = isBullet ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : "";
  const gap = isAfterGap ? '<w:spacing w:before="240"/>' : "";
  return `<w:p><w:pPr>${style}${list}${gap}</w:pPr>${runs.map(run).join("")}</w:p>`;
}

function run({ text, isBold, isItalic }: Run): string {
  const looks = `${isBold ? "<w:b/>" : ""}${isItalic ? "<w:i/>" : ""}`;
  return `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function table({ rows, isRuled, hasHeader }: Rows): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const line = isRuled ? 'w:val="single" w:sz="4"' : 'w:val="nil"';
  const borders = sides.map((side) => `<w:${side} ${line}/>`).join("");
  const lines = rows.map((cells, row) => {
    const header = hasHeader && row === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
    return `<w:tr>${header}${cells.map((cell) => `<w:tc>${cellParagraphs(cell)}</w:tc>`).join("")}</w:tr>`;
  });
  const grid = (rows[0] ?? []).map(() => '<w:gridCol w:w="2400"/>').join("");
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join("")}</w:tbl>`;
}

function cellParagraphs(cell: string): string {
  const lines = cell.split("\n");
  return lines.map((text) => `<w:p>${run({ text, isBold: false, isItalic: false })}</w:p>`).join("");
}
