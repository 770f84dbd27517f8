/** HTML pages → blocks: the document without the site around it. */

import { type CheerioAPI, load } from "cheerio";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { SourceMetadata } from "../../model/source.js";
import type { Block } from "../blocks.js";
import type { Reader, Reading } from "../reading.js";
import { plainBlocks } from "../text/plain.js";
import { boundHtml } from "./bounds.js";
import { decodeHtml } from "./decode-html.js";
import { attributeOf, descendants, type HtmlElement, isElement } from "./dom.js";
import { isFurniture, removeFurniture } from "./furniture.js";
import { nodeBlocks } from "./html-blocks.js";
import { mainContent } from "./main-content.js";
import { applyStyleSheets } from "./style-sheet.js";

/** Reads a page. Nothing is fetched: a page of frames gives `document/frames-only`, one that shows nothing `document/empty`. */
export const readHtml: Reader = async (bytes) => {
  const { html, hasReplaced } = decodeHtml(bytes);
  const bounded = boundHtml(html);
  if (!bounded.isBounded) return { isRead: false, code: "document/too-large", message: bounded.message };
  const $ = load(bounded.html);
  const metadata = metadataOf($);
  const { blocks, links } = bodyBlocks($);
  const body = blocks.filter((block) => !isFurnitureBlock(block));
  if (body.length === 0) return nothingShown($);
  const diagnostics: Diagnostic[] = [];
  if (hasReplaced)
    diagnostics.push(diagnostic("document/undecodable", "Some bytes are not valid in the page's encoding."));
  if (bounded.isFlattened)
    diagnostics.push(diagnostic("html/nested-too-deep", "The page nests its elements more than 400 deep."));
  const document = { format: "html" as const, body, trailer: [], pages: null, metadata: { ...metadata, links } };
  return { isRead: true, document, diagnostics };
};

function diagnostic(code: Diagnostic["code"], message: string): Diagnostic {
  return { code, span: null, message };
}

function nothingShown($: CheerioAPI): Reading {
  const frames = $("frame[src], iframe[src]")
    .toArray()
    .map((frame) => frame.attribs.src ?? "");
  if (frames.length === 0) return { isRead: false, code: "document/empty", message: "The page shows no text." };
  const message = `The page only shows others in frames: ${frames.slice(0, 5).join(", ").slice(0, 300)}`;
  return { isRead: false, code: "document/frames-only", message };
}

function bodyBlocks($: CheerioAPI): { blocks: Block[]; links: string[] } {
  const body = $("body").get(0);
  // A page of frames has no body.
  if (body === undefined || !isElement(body)) return { blocks: [], links: [] };
  const labels = applyStyleSheets($, body);
  removeFurniture($, body);
  const content = mainContent(body);
  return {
    blocks: nodeBlocks([content], { labels, preformatted: (text) => plainBlocks(text).body }),
    links: linksOf(content),
  };
}

/** More links than this are a list of links. */
const MOST_LINKS = 1000;
const LINK: ReadonlySet<string> = new Set(["a"]);
const NOWHERE: ReadonlySet<string> = new Set();

/** Addresses that the document links to, each once, as written; places on the page itself and scripts are none. */
function linksOf(content: HtmlElement): string[] {
  const links = new Set<string>();
  for (const link of descendants(content, LINK, NOWHERE)) {
    const address = attributeOf(link, "href").trim();
    if (address !== "" && !/^(?:#|javascript:|data:)/i.test(address) && links.size < MOST_LINKS) links.add(address);
  }
  return [...links];
}

function isFurnitureBlock(block: Block): boolean {
  return block.type === "paragraph" && isFurniture(block.runs.map((run) => run.text).join(""));
}

function metadataOf($: CheerioAPI): Partial<SourceMetadata> {
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
    modified: isoDate(
      meta($, [
        "dcterms.modified",
        "dc.date.modified",
        "article:modified_time",
        "og:updated_time",
        "last-modified",
        "modified",
        "changed",
      ]),
    ),
  };
}

/** The first of the named meta elements that says something. */
function meta($: CheerioAPI, names: readonly string[]): string | null {
  const found = new Map<string, string>();
  $("meta[name], meta[property], meta[http-equiv]").each((_, element) => {
    const { name: written, property, "http-equiv": header } = element.attribs;
    const name = (written ?? property ?? header ?? "").toLowerCase();
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
