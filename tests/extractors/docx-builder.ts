/** Makes small .docx files for tests. */

import JSZip from "jszip";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export interface DocxParts {
  /** Content of w:body. */
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly core?: string;
}

/** A package with the given parts; each is the content of its root element. */
export async function makeDocx(parts: DocxParts): Promise<Buffer> {
  const zip = new JSZip();
  const names = ["styles", "numbering", "footnotes", "header"].filter((name) => name in parts);
  const part = (root: string, content: string) =>
    `<?xml version="1.0"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`;
  const fileOf = (name: string) => (name === "header" ? "header1.xml" : `${name}.xml`);
  const overrides = ["document", ...names].map((name) => {
    const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${name === "document" ? "document.main" : name}+xml`;
    return `<Override PartName="/word/${fileOf(name)}" ContentType="${type}"/>`;
  });
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  const relations = (content: string) => `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  zip.file(
    "_rels/.rels",
    relations(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
  );
  const links = names.map(
    (name, index) => `<Relationship Id="p${index}" Type="${OFFICE}/${name}" Target="${fileOf(name)}"/>`,
  );
  zip.file("word/_rels/document.xml.rels", relations(links.join("")));
  const headerId = names.indexOf("header");
  const section = headerId < 0 ? "" : `<w:sectPr><w:headerReference w:type="default" r:id="p${headerId}"/></w:sectPr>`;
  zip.file("word/document.xml", part("document", `<w:body>${parts.body}${section}</w:body>`));
  if (parts.styles !== undefined) zip.file("word/styles.xml", part("styles", parts.styles));
  if (parts.numbering !== undefined) zip.file("word/numbering.xml", part("numbering", parts.numbering));
  if (parts.footnotes !== undefined) zip.file("word/footnotes.xml", part("footnotes", parts.footnotes));
  if (parts.header !== undefined) zip.file("word/header1.xml", part("hdr", parts.header));
  if (parts.core !== undefined) {
    const namespaces =
      'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';
    zip.file("docProps/core.xml", `<cp:coreProperties ${namespaces}>${parts.core}</cp:coreProperties>`);
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** A paragraph of one run; `numId` and `level` put it into a list, `style` gives it a style, tabs and newlines in the text become Word's own. */
export function wordParagraph(
  text: string,
  { numId, level, style, letters }: { numId?: number; level?: number; style?: string; letters?: string } = {},
): string {
  const list =
    numId === undefined
      ? ""
      : `<w:numPr>${level === undefined ? "" : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;
  const named = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${list}</w:pPr>${wordRun(text, letters)}</w:p>`;
}

/** A run with the given properties. */
export function wordRun(text: string, letters = ""): string {
  const words = text
    .split(/(\t|\n)/)
    .map((piece) =>
      piece === "\t" ? "<w:tab/>" : piece === "\n" ? "<w:br/>" : `<w:t xml:space="preserve">${piece}</w:t>`,
    )
    .join("");
  return `<w:r><w:rPr>${letters}</w:rPr>${words}</w:r>`;
}

/** One level of a list definition. */
export function listLevel(index: number, format: string, text: string, more = '<w:start w:val="1"/>'): string {
  return `<w:lvl w:ilvl="${index}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A list definition, and a list of that definition with its overrides. */
export function listDefinition(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
}

export function listOf(numId: number, definition: number, overrides = ""): string {
  return `<w:num w:numId="${numId}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;
}
