/** Makes small OpenDocument texts for tests. */

import JSZip from "jszip";

const NAMESPACES = Object.entries({
  office: "office:1.0",
  style: "style:1.0",
  text: "text:1.0",
  table: "table:1.0",
  draw: "drawing:1.0",
  fo: "xsl-fo-compatible:1.0",
  meta: "meta:1.0",
  manifest: "manifest:1.0",
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(" ");

const MIME_TYPE = "application/vnd.oasis.opendocument.text";

export interface OdtParts {
  /** Content of office:text. */
  readonly body: string;
  readonly automatic?: string;
  readonly styles?: string;
  readonly master?: string;
  readonly meta?: string;
}

/** A flat file of the given parts; each is the content of its element. */
export function flatOdt({ body, automatic = "", styles = "", master = "", meta = "" }: OdtParts): string {
  const parts = `<office:meta>${meta}</office:meta><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles>${master}</office:master-styles>`;
  return `<?xml version="1.0"?><office:document ${NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="${MIME_TYPE}">${parts}<office:body><office:text>${body}</office:text></office:body></office:document>`;
}

/** The same as a zip, with further parts by name; they may take the place of its own. */
export async function zippedOdt(
  { body, automatic = "", styles = "" }: OdtParts,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Buffer> {
  const zip = new JSZip();
  zip.file("mimetype", MIME_TYPE, { compression: "STORE" });
  const part = (name: string, content: string) =>
    `<office:document-${name} ${NAMESPACES} office:version="1.2">${content}</office:document-${name}>`;
  zip.file(
    "content.xml",
    part(
      "content",
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
  );
  zip.file("styles.xml", part("styles", `<office:styles>${styles}</office:styles>`));
  zip.file("META-INF/manifest.xml", `<manifest:manifest ${NAMESPACES}/>`);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

export function p(text: string, style = "Standard"): string {
  return `<text:p text:style-name="${style}">${text}</text:p>`;
}

export function entry(...content: readonly string[]): string {
  return `<text:list-item>${content.join("")}</text:list-item>`;
}

/** A list; `attributes` may name its style and what it goes on with. */
export function list(attributes: string, ...entries: readonly string[]): string {
  return `<text:list ${attributes}>${entries.join("")}</text:list>`;
}

/** A list style of levels from 1: format, suffix, and further attributes. */
export function listStyle(name: string, ...levels: readonly (readonly [string, string, string?])[]): string {
  const elements = levels.map(
    ([format, suffix, more = ""], index) =>
      `<text:list-level-style-number text:level="${index + 1}" style:num-format="${format}" style:num-suffix="${suffix}" ${more}/>`,
  );
  return `<text:list-style style:name="${name}">${elements.join("")}</text:list-style>`;
}
