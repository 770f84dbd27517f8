/** HTML pages → blocks: the document without the site around it. */

import { type CheerioAPI, load } from "cheerio";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { SourceMetadata } from "../../model/source.js";
import type { Block } from "../blocks.js";
import type { Reader } from "../reading.js";
import { decodeHtml } from "./decode-html.js";
import { isElement } from "./dom.js";
import { isFurniture, removeFurniture } from "./furniture.js";
import { nodeBlocks } from "./html-blocks.js";
import { mainContent } from "./main-content.js";

/** Reads a page. `document/empty` where nothing is left to read. */
export const readHtml: Reader = async (bytes) => {
  const { html, hasReplaced } = decodeHtml(bytes);
  const $ = load(html);
  const metadata = metadataOf($);
  const body = bodyBlocks($).filter((block) => !isFurnitureBlock(block));
  if (body.length === 0) return { isRead: false, code: "document/empty", message: "The page shows no text." };
  const diagnostics: Diagnostic[] = hasReplaced
    ? [{ code: "document/undecodable", span: null, message: "Some bytes are not valid in the page's encoding." }]
    : [];
  return { isRead: true, document: { format: "html", body, trailer: [], pages: null, metadata }, diagnostics };
};

function bodyBlocks($: CheerioAPI): Block[] {
  const body = $("body").get(0);
  // A page of frames has no body.
  if (body === undefined || !isElement(body)) return nodeBlocks($.root().get(0)?.childNodes ?? []);
  removeFurniture($, body);
  return nodeBlocks([mainContent(body)]);
}

function isFurnitureBlock(block: Block): boolean {
  return block.type === "paragraph" && isFurniture(block.runs.map((run) => run.text).join(""));
}

function metadataOf($: CheerioAPI): SourceMetadata {
  return {
    title: cleaned($("head > title").first().text()),
    author: meta($, ["author", "dc.creator", "dcterms.creator", "article:author"]),
    created: isoDate(
      meta($, [
        "dcterms.created",
        "dc.date.created",
        "article:published_time",
        "dcterms.issued",
        "dc.date",
        "date",
        "created",
      ]),
    ),
  };
}

/** The first of the named meta elements that says something. */
function meta($: CheerioAPI, names: readonly string[]): string | null {
  const found = new Map<string, string>();
  $("meta[name], meta[property]").each((_, element) => {
    const name = (element.attribs.name ?? element.attribs.property ?? "").toLowerCase();
    if (!found.has(name)) found.set(name, element.attribs.content ?? "");
  });
  for (const name of names) {
    const value = cleaned(found.get(name) ?? "");
    if (value !== null) return value;
  }
  return null;
}

function cleaned(text: string): string | null {
  const plain = text.replace(/[\s\u00a0]+/g, " ").trim();
  return plain === "" ? null : plain;
}

/** ISO dates as they are, LibreOffice's `20040512;14300000` too; any other form is not worth a guess. */
function isoDate(text: string | null): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ;](\d{2}):?(\d{2}))?/.exec(text ?? "");
  if (match === null) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return match[4] === undefined ? day : `${day}T${match[4]}:${match[5]}`;
}
