/** Which headers and footers the pages show, and what the file says of itself. */

import type { SourceMetadata } from "../../model/source.js";
import type { Block, Paragraph } from "../blocks.js";
import { optionalRoot, type Relationship, type WordPackage } from "./package.js";
import { attributeOf, childOf, childrenOf, descendantsOf, toggleOf } from "./xml.js";

/** The properties of the sections, in order. Words and tables hold none. */
export function sectionsOf(document: Element): Element[] {
  return descendantsOf(document, "w:sectPr", (name) => /^w:(?:r|tbl|sectPrChange)$/.test(name));
}

type PageType = "default" | "first" | "even";

/**
 * Names of the parts with the headers and then the footers of all sections, each once. A section without its own has those of the one before;
 * those of the first page show only where the section says so, those of even pages where the settings do.
 */
export function shownFurniture(
  sections: readonly Element[],
  settings: Element | null,
  relationships: readonly Relationship[],
): string[] {
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  const hasEven = toggleOf(settings, "w:evenAndOddHeaders") === true;
  return ["w:headerReference", "w:footerReference"].flatMap((name) => {
    const parts = new Set<string>();
    const current = new Map<string, string>();
    for (const section of sections) {
      for (const reference of childrenOf(section, name)) {
        const target = targets.get(attributeOf(reference, "r:id") ?? "");
        if (target !== undefined) current.set(attributeOf(reference, "w:type") ?? "default", target);
      }
      const types: PageType[] = toggleOf(section, "w:titlePg") === true ? ["first", "default"] : ["default"];
      for (const type of hasEven ? [...types, "even"] : types) {
        const part = current.get(type);
        if (part !== undefined) parts.add(part);
      }
    }
    return [...parts];
  });
}

/** Paragraphs of headers and footers, each text once. What is left beside a page number ("Page of") is no text, nor is a rule of signs. */
export function withoutRepeats(blocks: readonly Block[]): Paragraph[] {
  const texts = new Set<string>();
  return paragraphsOf(blocks).filter((paragraph) => {
    const text = paragraph.runs
      .map((run) => run.text)
      .join("")
      .replace(/\s+/g, " ")
      .trim();
    const isText = /\p{L}/u.test(text) && !/^\W*page\s*(?:of)?\W*$/i.test(text) && !texts.has(text);
    texts.add(text);
    return isText;
  });
}

/** What stands side by side in a header is no table of the document. */
function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.type === "grid" ? block.cells.flatMap((cell) => paragraphsOf(cell.blocks)) : [block],
  );
}

/** Title, author and times of making and last change from the part of core properties. */
export async function metadataOf(
  file: WordPackage,
  packageRelationships: readonly Relationship[],
): Promise<Partial<SourceMetadata>> {
  const named = packageRelationships.find(({ kind }) => kind === "core-properties" || kind === "coreProperties");
  const root = await optionalRoot(file, named?.target ?? "docProps/core.xml");
  const value = (name: string) => childOf(root, name)?.textContent?.trim() || null;
  return {
    title: value("dc:title"),
    author: value("dc:creator"),
    created: value("dcterms:created"),
    modified: value("dcterms:modified"),
  };
}
