/** The parts of a Word document, each as shown: the body, the headers and footers, the notes. */

import { readLists } from "./list-definitions.js";
import { type Note, NoteMarks } from "./note-marks.js";
import { startCounting } from "./numbering.js";
import { optionalRoot, partRoot, type Relationship, relationshipsOf, type WordPackage } from "./package.js";
import { sectionsOf, shownFurniture } from "./page-furniture.js";
import type { Changes, ShownBlock, ShownParagraph, ShownRun } from "./shown.js";
import { type PartContext, readPart } from "./shown-part.js";
import { readLook, readStyleSheet, type StyleSheet } from "./style-sheet.js";
import { type WritingContext, writeBlocks } from "./write-xml.js";
import { attributeOf, childOf, childrenOf } from "./xml.js";

export interface AssembledDocument {
  /** Body, page furniture and notes, each as the content of a body. */
  readonly parts: readonly string[];
  readonly styles: StyleSheet;
  /** Addresses that the document links to, each once, in order. */
  readonly links: readonly string[];
  readonly changes: Changes;
  /** Labels of which a number's format is not known. */
  readonly unresolved: readonly string[];
}

/** Reads all parts. Throws where one without which the text cannot be read is broken. */
export async function assemble(file: WordPackage): Promise<AssembledDocument> {
  const document = await partRoot(file, file.main);
  const body = childOf(document, "w:body");
  if (document === null || body === null) throw new Error("The main part has no body.");
  const relationships = await relationshipsOf(file, file.main);
  const named = (kind: string) => relationships.find((relationship) => relationship.kind === kind)?.target ?? null;
  const settings = await optionalRoot(file, named("settings"));
  const styles = readStyleSheet(await optionalRoot(file, named("styles")));
  const lists = readLists(await optionalRoot(file, named("numbering")), styles);
  const sections = sectionsOf(document);
  const links = new Set<string>();
  const shared = {
    styles,
    notes: new NoteMarks(sections, settings),
    changes: { insertions: 0, deletions: 0, moves: 0 },
    onLink: (address: string) => void links.add(address),
  };
  const unresolved: string[] = [];
  const counting = (): WritingContext => ({
    styles,
    numbering: startCounting(lists),
    boxNumbering: startCounting(lists),
    unresolved,
  });

  const bodyXml = writeBlocks(readPart(body, contextOf(shared, relationships, false)), counting());
  const furniture: string[] = [];
  for (const name of shownFurniture(sections, settings, relationships)) {
    const root = await optionalRoot(file, name);
    const context = contextOf(shared, await relationshipsOf(file, name), true);
    if (root !== null) furniture.push(writeBlocks(readPart(root, context), counting()));
  }
  const notes: string[] = [];
  for (const kind of ["footnote", "endnote"] as const) {
    const name = named(`${kind}s`);
    const root = await optionalRoot(file, name);
    if (root === null || name === null) continue;
    const context = contextOf(shared, await relationshipsOf(file, name), false);
    const elements = new Map(childrenOf(root, `w:${kind}`).map((element) => [attributeOf(element, "w:id"), element]));
    const writing = counting();
    for (const note of [...shared.notes.notes]) {
      const element = note.kind === kind ? elements.get(note.id) : undefined;
      if (element !== undefined) notes.push(writeBlocks(withLabel(readPart(element, context), note, styles), writing));
    }
  }
  const parts = [bodyXml, furniture.join(""), notes.join("")];
  return { parts, styles, links: [...links], changes: shared.changes, unresolved };
}

type Shared = Pick<PartContext, "styles" | "notes" | "changes" | "onLink">;

function contextOf(shared: Shared, relationships: readonly Relationship[], isPageFurniture: boolean): PartContext {
  const links = new Map(
    relationships.filter(({ kind }) => kind === "hyperlink").map(({ id, target }) => [id, target] as const),
  );
  return { ...shared, isPageFurniture, addressOf: (id) => links.get(id) ?? null };
}

/** A note begins with the mark that refers to it. */
function withLabel(blocks: readonly ShownBlock[], note: Note, styles: StyleSheet): ShownBlock[] {
  const label = { text: `${note.label} `, signs: null, letters: styles.letterDefaults };
  const [first, ...rest] = blocks;
  if (first?.type === "paragraph") return [{ ...first, runs: [label, ...withoutTyped(first.runs, note)] }, ...rest];
  const style = styles.styleOf(styles.defaultParagraph);
  const alone: ShownParagraph = { type: "paragraph", style, own: readLook(null), runs: [label], isBoxed: false };
  return [alone, ...blocks];
}

/** A mark that is typed stands in the label already. */
function withoutTyped(runs: readonly ShownRun[], { typed }: Note): ShownRun[] {
  const [first, ...rest] = runs;
  if (first === undefined || typed === null || !first.text.trimStart().startsWith(typed)) return [...runs];
  return [{ ...first, text: first.text.trimStart().slice(typed.length).trimStart() }, ...rest];
}
