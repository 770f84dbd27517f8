/** OpenDocument texts (.odt, .ott, and .fodt in one file) → blocks, with the numbers that LibreOffice prints. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS } from "../../model/reading-options.js";
import type { SourceMetadata } from "../../model/source.js";
import { attributeOf, childOf, childrenOf, descendantsOf } from "../docx/xml.js";
import { type FlowBlock, hasWords, paragraphsOf } from "../office/flow.js";
import { readFlow } from "../office/read-flow.js";
import type { Reader } from "../reading.js";
import { OdtBody } from "./body.js";
import { readListStyles } from "./lists.js";
import { type OdtPackage, openOdt } from "./package.js";
import { readStyles } from "./styles.js";

/** Reads a document. Headers, footers and notes are the trailer; what was deleted with changes tracked is left out. */
export const readOdt: Reader = async (bytes, options = DEFAULT_READING_OPTIONS) => {
  const file = await openOdt(bytes, options.maxUnpackedMegabytes);
  if ("code" in file) return { isRead: false, ...file };
  const text = childOf(file.content, "office:body", "office:text");
  const common = childOf(file.styles, "office:styles");
  const lists = readListStyles([common, childOf(file.content, "office:automatic-styles")]);
  const body = new OdtBody(readStyles(file, "content"), lists);
  const blocks = text === null ? [] : body.blocksOf(text);
  if (!paragraphsOf(blocks).some(hasWords))
    return { isRead: false, code: "document/empty", message: "The document has no text." };
  const listsOfPages = readListStyles([common, childOf(file.styles, "office:automatic-styles")]);
  const pages = new OdtBody(readStyles(file, "styles"), listsOfPages, false);
  const flow = {
    body: blocks,
    notes: body.notes,
    headers: pageBlocks(file, pages, "header"),
    footers: pageBlocks(file, pages, "footer"),
    metadata: metadataOf(file),
  };
  return readFlow(flow, "odt", options, body.hasTrackedChanges ? [TRACKED] : []);
};

const TRACKED: Diagnostic = {
  code: "document/unaccepted-changes",
  span: null,
  message: "the file holds changes that nobody has accepted: insertions were read, deletions left out",
};

/** Headers or footers of all master pages that show them: those of first and left pages too. */
function pageBlocks(file: OdtPackage, reader: OdtBody, kind: "header" | "footer"): FlowBlock[] {
  const masters = childOf(file.styles, "office:master-styles");
  const pages = masters === null ? [] : childrenOf(masters, "style:master-page");
  return pages
    .flatMap((page) => ["", "-first", "-left"].flatMap((which) => childrenOf(page, `style:${kind}${which}`)))
    .filter((part) => attributeOf(part, "style:display") !== "false")
    .flatMap((part) => reader.blocksOf(part));
}

function metadataOf(file: OdtPackage): Partial<SourceMetadata> {
  const meta = childOf(file.meta, "office:meta");
  const value = (name: string) => childOf(meta, name)?.textContent?.trim() || null;
  return {
    title: value("dc:title"),
    author: value("meta:initial-creator") ?? value("dc:creator"),
    created: value("meta:creation-date"),
    modified: value("dc:date"),
    links: linksIn(file.content),
  };
}

function linksIn(root: Element): string[] {
  const links = descendantsOf(root, "text:a").map((link) => attributeOf(link, "xlink:href") ?? "");
  return [...new Set(links.filter((link) => /^(?:https?|mailto):/i.test(link)))];
}
