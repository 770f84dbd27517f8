/** Makes small .docx files for tests. */

import JSZip from "jszip";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(" ");

export interface DocxParts {
  /** Content of w:body. */
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  /** The header of all pages; a body with sections of its own names it `header`. */
  readonly header?: string;
  /** Further headers and footers by the id that the sections name them by. */
  readonly furniture?: Readonly<Record<string, string>>;
  /** Addresses by the id that links name them by. */
  readonly links?: Readonly<Record<string, string>>;
  readonly core?: string;
}

/** A package with the given parts; each is the content of its root element. */
export async function makeDocx(parts: DocxParts): Promise<Buffer> {
  return (await docxZip(parts)).generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** The same before it is packed, to change what is in it. `main` names the main part. */
export async function docxZip(parts: DocxParts, main = "word/document.xml"): Promise<JSZip> {
  const zip = new JSZip();
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const overrides: string[] = [];
  const relationships: string[] = [];
  const addPart = (id: string, kind: string, root: string, content: string) => {
    const name = `${id}.xml`;
    zip.file(folder + name, `<?xml version="1.0"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`);
    const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
    overrides.push(`<Override PartName="/${folder}${name}" ContentType="${type}"/>`);
    relationships.push(`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${name}"/>`);
  };
  for (const kind of ["styles", "numbering", "footnotes", "endnotes", "settings"] as const) {
    const content = parts[kind];
    if (content !== undefined) addPart(kind, kind, kind, content);
  }
  if (parts.header !== undefined) addPart("header", "header", "hdr", parts.header);
  for (const [id, content] of Object.entries(parts.furniture ?? {})) {
    const isHeader = id.startsWith("header");
    addPart(id, isHeader ? "header" : "footer", isHeader ? "hdr" : "ftr", content);
  }
  for (const [id, target] of Object.entries(parts.links ?? {})) {
    relationships.push(
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target}" TargetMode="External"/>`,
    );
  }
  const hasSection = parts.header === undefined || parts.body.includes("w:sectPr");
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>';
  zip.file(
    main,
    `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${parts.body}${hasSection ? "" : section}</w:body></w:document>`,
  );
  const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  overrides.push(`<Override PartName="/${main}" ContentType="${mainType}"/>`);
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  const list = (content: string) => `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  zip.file("_rels/.rels", list(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="${main}"/>`));
  zip.file(main.replace(/([^/]*)$/, "_rels/$1.rels"), list(relationships.join("")));
  if (parts.core !== undefined) {
    const namespaces =
      'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';
    zip.file("docProps/core.xml", `<cp:coreProperties ${namespaces}>${parts.core}</cp:coreProperties>`);
  }
  return zip;
}

/** A paragraph of one run; `numId` and `level` put it into a list, `style` gives it a style, tabs and newlines in the text become Word's own. */
export function wordParagraph(
  text: string,
  {
    numId,
    level,
    style,
    letters,
    mark = "",
  }: { numId?: number; level?: number; style?: string; letters?: string; mark?: string } = {},
): string {
  const members = [
    level === undefined ? "" : `<w:ilvl w:val="${level}"/>`,
    numId === undefined ? "" : `<w:numId w:val="${numId}"/>`,
  ].join("");
  const list = members === "" ? "" : `<w:numPr>${members}</w:numPr>`;
  const named = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${list}<w:rPr>${mark}</w:rPr></w:pPr>${text === "" ? "" : wordRun(text, letters)}</w:p>`;
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

/** Runs of a field with what it is made from (further fields, too) and what it shows. */
export function wordField(instruction: string, result: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark("begin")}${instruction}${mark("separate")}${result}${mark("end")}`;
}

export function fieldCode(text: string): string {
  return `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
}

/** A run with a text box of the old kind. */
export function textBox(content: string): string {
  return `<w:r><w:pict><v:shape style="width:200pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
}

/** A table of rows of cells; `properties` go into each row's and cell's own. */
export function wordTable(rows: readonly string[], properties = ""): string {
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows.join("")}</w:tbl>`;
}

export function wordRow(cells: readonly string[], properties = ""): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join("")}</w:tr>`;
}

export function wordCell(content: string, properties = ""): string {
  const blocks = content.startsWith("<") ? content : wordParagraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc>`;
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

/** A start value of a list's own. */
export function startAt(level: number, value: number, ownLevel = ""): string {
  return `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${value}"/>${ownLevel}</w:lvlOverride>`;
}

/** A style of paragraphs. */
export function paragraphStyle(id: string, paragraph: string, letters = "", basedOn?: string): string {
  const base = basedOn === undefined ? "" : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${base}<w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}
