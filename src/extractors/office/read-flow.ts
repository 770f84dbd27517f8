/**
 * A flow → blocks, by way of the Word reader: what a gap is, which tabs are columns, which tables only lay out a page,
 * is judged in one place, so that the same minutes say the same in every format.
 */

import JSZip from "jszip";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { ReadingOptions } from "../../model/reading-options.js";
import type { SourceFormat } from "../../model/source.js";
import { readDocx } from "../docx/read-docx.js";
import type { Reading } from "../reading.js";
import { type FlowDocument, paragraphsOf } from "./flow.js";
import { FIRST_NOTE, MarkupWriter } from "./word-markup.js";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** Reads a flow as a document of the given format. `document/empty` where it shows no text. */
export async function readFlow(
  flow: FlowDocument,
  format: SourceFormat,
  options: ReadingOptions,
  diagnostics: readonly Diagnostic[] = [],
): Promise<Reading> {
  const reading = await readDocx(await packageOf(flow), options);
  if (!reading.isRead) return reading;
  const document = { ...reading.document, format, metadata: flow.metadata };
  return { isRead: true, document, diagnostics: [...reading.diagnostics, ...diagnostics] };
}

async function packageOf(flow: FlowDocument): Promise<Buffer> {
  const writer = new MarkupWriter();
  const ends = '<w:headerReference w:type="default" r:id="r4"/><w:footerReference w:type="default" r:id="r5"/>';
  // Tables in a page header are read as paragraphs: the trailer has no grids.
  const contents: Record<string, string> = {
    document: element("document", `<w:body>${writer.blocks(flow.body)}<w:sectPr>${ends}</w:sectPr></w:body>`),
    footnotes: element("footnotes", notesMarkup(flow, writer)),
    header1: element("hdr", writer.blocks(paragraphsOf(flow.headers))),
    footer1: element("ftr", writer.blocks(paragraphsOf(flow.footers))),
  };
  contents.styles = element("styles", writer.styles());
  contents.numbering = element("numbering", writer.numbering());
  const zip = new JSZip();
  zip.file("[Content_Types].xml", contentTypes(Object.keys(contents)));
  zip.file("_rels/.rels", relations([["r1", "officeDocument", "word/document.xml"]]));
  zip.file(
    "word/_rels/document.xml.rels",
    relations([
      ["r1", "styles", "styles.xml"],
      ["r2", "numbering", "numbering.xml"],
      ["r3", "footnotes", "footnotes.xml"],
      ["r4", "header", "header1.xml"],
      ["r5", "footer", "footer1.xml"],
    ]),
  );
  for (const [name, content] of Object.entries(contents)) zip.file(`word/${name}.xml`, content);
  return zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
}

function notesMarkup(flow: FlowDocument, writer: MarkupWriter): string {
  return flow.notes
    .map((blocks, index) => `<w:footnote w:id="${index + FIRST_NOTE}">${writer.blocks(blocks)}</w:footnote>`)
    .join("");
}

function element(name: string, content: string): string {
  return `${HEAD}<w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

function relations(entries: readonly (readonly [string, string, string])[]): string {
  const items = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function contentTypes(names: readonly string[]): string {
  const overrides = names.map((name) => {
    const kind = name === "document" ? "document.main" : name.replace(/\d$/, "");
    return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  });
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}
