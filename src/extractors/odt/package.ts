/** An OpenDocument text as XML: a zip of parts, or one flat file. Nothing is unpacked beyond the limit, whatever the zip's directory says. */

import JSZip from "jszip";
import type { Unreadable } from "../../model/conversion.js";
import { firstLine } from "../docx/package.js";
import { attributeOf, childOf, childrenOf, parseXml } from "../docx/xml.js";
import { type Budget, UnpackingLimit, unpack } from "../unpack.js";

/** The roots of the parts; a flat file has them all in one. */
export interface OdtPackage {
  /** `office:document-content`, or `office:document` of a flat file. */
  readonly content: Element;
  readonly styles: Element | null;
  readonly meta: Element | null;
}

const MEBIBYTE = 1024 * 1024;

/** Opens a document. Bytes that are none are told apart: protected by a password, too large, another kind of document, broken. */
export async function openOdt(bytes: Uint8Array, maxUnpackedMegabytes: number): Promise<OdtPackage | Unreadable> {
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const opened = isZip ? await openZip(bytes, maxUnpackedMegabytes) : openFlat(bytes, maxUnpackedMegabytes);
    return "code" in opened ? opened : checked(opened);
  } catch (error) {
    if (error instanceof UnpackingLimit) return tooLarge(maxUnpackedMegabytes);
    // jszip and the XML parser throw errors of many kinds.
    return { code: "document/damaged", message: `A part of the document is broken: ${firstLine(error)}` };
  }
}

function openFlat(bytes: Uint8Array, maxUnpackedMegabytes: number): OdtPackage | Unreadable {
  if (bytes.length > maxUnpackedMegabytes * MEBIBYTE) return tooLarge(maxUnpackedMegabytes);
  const root = parseXml(Buffer.from(bytes).toString("utf8"));
  return { content: root, styles: root, meta: root };
}

async function openZip(bytes: Uint8Array, maxUnpackedMegabytes: number): Promise<OdtPackage | Unreadable> {
  const zip = await JSZip.loadAsync(bytes);
  const budget: Budget = { left: maxUnpackedMegabytes * MEBIBYTE };
  const rootOf = async (name: string): Promise<Element | null> => {
    const text = await unpack(zip, name, budget);
    return text === null ? null : parseXml(text.toString("utf8"));
  };
  if (isEncrypted(await rootOf("META-INF/manifest.xml")))
    return { code: "document/encrypted", message: "The OpenDocument file needs a password." };
  const content = await rootOf("content.xml");
  const styles = await rootOf("styles.xml");
  const meta = await rootOf("meta.xml");
  if (budget.left <= 0) return tooLarge(maxUnpackedMegabytes);
  if (content === null) return { code: "document/damaged", message: "The archive has no content.xml." };
  return { content, styles, meta };
}

function tooLarge(megabytes: number): Unreadable {
  return { code: "document/too-large", message: `The file unpacks to more than ${megabytes} MB.` };
}

/** Each encrypted part says so in the manifest; newer files wrap the whole package. */
function isEncrypted(manifest: Element | null): boolean {
  const entries = manifest === null ? [] : childrenOf(manifest, "manifest:file-entry");
  return entries.some((entry) => {
    const name = attributeOf(entry, "manifest:full-path") ?? "";
    return /^(?:content\.xml|encrypted-package)$/.test(name) && childOf(entry, "manifest:encryption-data") !== null;
  });
}

/** Spreadsheets, drawings and presentations have the same parts with another body. */
function checked(opened: OdtPackage): OdtPackage | Unreadable {
  const body = childOf(opened.content, "office:body");
  if (body === null) return { code: "document/damaged", message: "The document has no body." };
  if (childOf(body, "office:text") !== null) return opened;
  const kind = (childrenOf(body)[0]?.nodeName ?? "").replace("office:", "") || "document";
  const message = `This is an OpenDocument ${kind}, no text. Save what concerns the minutes as .odt, .docx or PDF.`;
  return { code: "document/unsupported-format", message };
}
