/** Headers and footers of the pages, and what the file says of itself. */

import type { SourceMetadata } from "../../model/source.js";
import { type Block, paragraph, run } from "../blocks.js";
import { partText, type WordPackage } from "./package.js";
import { attributeOf, childrenOf, descendantsOf, parseXml } from "./xml.js";

/** Paragraphs of all page headers, then of all footers; each text once. Page numbers are left out. */
export async function headersAndFooters(file: WordPackage): Promise<Block[]> {
  const texts = new Set<string>();
  for (const kind of ["header", "footer"]) {
    const names = Object.keys(file.zip.files)
      .filter((name) => name.startsWith(`${file.folder}${kind}`) && name.endsWith(".xml"))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    for (const name of names) for (const text of await paragraphsOf(file, name)) texts.add(text);
  }
  return [...texts].map((text) => paragraph([run(text)]));
}

/** Title, author and time of making from docProps/core.xml. */
export async function metadataOf(file: WordPackage): Promise<SourceMetadata> {
  const root = await rootOf(file, "docProps/core.xml");
  const value = (name: string) => (root === null ? null : childrenOf(root, name)[0]?.textContent?.trim()) || null;
  return { title: value("dc:title"), author: value("dc:creator"), created: value("dcterms:created") };
}

async function rootOf(file: WordPackage, name: string): Promise<Element | null> {
  const text = await partText(file, name);
  try {
    return text === null ? null : parseXml(text).documentElement;
  } catch {
    // The body can be read without these parts.
    return null;
  }
}

async function paragraphsOf(file: WordPackage, name: string): Promise<string[]> {
  const root = await rootOf(file, name);
  const paragraphs =
    root === null ? [] : descendantsOf(root, "w:p", (child) => child === "mc:Choice" || child === "w:del");
  return paragraphs.map(textOf).filter((text) => /\p{L}/u.test(text) && !/^page\s*(?:of)?$/i.test(text));
}

/** Words of a paragraph without those that a field of page numbers shows. */
function textOf(element: Element): string {
  const pieces: string[] = [];
  let field = { isOpen: false, isPage: false };
  const runs = descendantsOf(element, "w:r", (name) => name === "w:p" || name === "w:fldSimple");
  for (const child of runs.flatMap((run) => childrenOf(run))) {
    if (child.nodeName === "w:fldChar")
      field = { isOpen: attributeOf(child, "w:fldCharType") !== "end", isPage: false };
    else if (child.nodeName === "w:instrText")
      field.isPage ||= /\b(?:NUM|SECTION)?PAGES?\b/.test(child.textContent ?? "");
    else if (child.nodeName === "w:tab" || child.nodeName === "w:br") pieces.push(" ");
    else if (child.nodeName === "w:t" && !(field.isOpen && field.isPage)) pieces.push(child.textContent ?? "");
  }
  return pieces.join("").replace(/\s+/g, " ").trim();
}
