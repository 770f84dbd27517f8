/** The elements of an OpenDocument text → a flow: paragraphs with their numbers, lists, tables, sections, frames. */

import { attributeOf, childrenOf } from "../docx/xml.js";
import { type FlowBlock, type FlowLook, type FlowParagraph, PLAIN_LOOK } from "../office/flow.js";
import { type InlineParts, readInline } from "./inline.js";
import { countEntry, type ListCounters, type ListMark, type ListStyle, newCounters, OUTLINE, whole } from "./lists.js";
import { lookOf, type OdtStyle, type OdtStyles, pointsOf } from "./styles.js";
import { tableOf } from "./tables.js";

/** The list around a paragraph. */
interface ListPlace {
  readonly counters: ListCounters;
  /** Name of the list style; null where the list names none. */
  readonly style: string | null;
  readonly level: number;
  /** Whether the next paragraph begins the entry, and with which number; changed when it has taken its mark. */
  entry: { readonly startValue: number | null } | null;
  /** Whether a list inside the entry has been read. */
  hasInnerList: boolean;
}

interface Surroundings {
  readonly list: ListPlace | null;
  readonly depth: number;
}

/** Deeper nesting than this is no document; what lies deeper is left out. */
const DEEPEST = 100;

/** Blocks that hold no words of the document. */
const LEFT_OUT = new Set([
  "office:forms",
  "office:annotation",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "text:alphabetical-index-auto-mark-file",
  "text:table-of-content-source",
  "table:calculation-settings",
]);

/** Reads the blocks of one part of a document. A class because lists count on from block to block. */
export class OdtBody {
  /** The notes that were called, in order. */
  readonly notes: FlowBlock[][] = [];
  /** Whether the file holds changes that nobody has accepted or rejected. */
  hasTrackedChanges = false;
  readonly #styles: OdtStyles;
  readonly #lists: ReadonlyMap<string, ListStyle>;
  readonly #headings = newCounters();
  readonly #countersById = new Map<string, ListCounters>();
  readonly #countersByStyle = new Map<string, ListCounters>();
  readonly #arePagesShown: boolean;

  /** `arePagesShown`: whether fields of page numbers are words; in headers and footers they are none. */
  constructor(styles: OdtStyles, lists: ReadonlyMap<string, ListStyle>, arePagesShown = true) {
    this.#styles = styles;
    this.#lists = lists;
    this.#arePagesShown = arePagesShown;
  }

  blocksOf(parent: Element): FlowBlock[] {
    return this.#blocks(parent, { list: null, depth: 0 });
  }

  #blocks(parent: Element, around: Surroundings): FlowBlock[] {
    if (around.depth > DEEPEST) return [];
    const within = { ...around, depth: around.depth + 1 };
    const blocks: FlowBlock[] = [];
    for (const child of childrenOf(parent)) for (const block of this.#element(child, within)) blocks.push(block);
    return blocks;
  }

  #element(element: Element, around: Surroundings): FlowBlock[] {
    const name = element.nodeName;
    if (LEFT_OUT.has(name) || isHiddenSection(element)) return [];
    if (name === "text:p" || name === "text:h") return this.#paragraph(element, around);
    if (name === "text:list") return this.#list(element, around);
    if (name === "text:numbered-paragraph") return this.#numberedParagraph(element, around);
    if (name === "text:tracked-changes") {
      if (childrenOf(element, "text:changed-region").length > 0) this.hasTrackedChanges = true;
      return [];
    }
    if (name === "table:table")
      return tableOf(element, (cell) => this.#blocks(cell, { list: null, depth: around.depth }));
    return this.#blocks(element, around);
  }

  #list(element: Element, around: Surroundings): FlowBlock[] {
    const outer = around.list;
    const style = attributeOf(element, "text:style-name") ?? outer?.style ?? null;
    const level = (outer?.level ?? 0) + 1;
    const counters = outer?.counters ?? this.#countersOf(element, style);
    const continues = attributeOf(element, "text:continue-numbering") === "true";
    if (outer?.hasInnerList === true) beginLevel(counters, level, continues);
    if (outer !== null) {
      outer.hasInnerList = true;
      // Words behind an inner list go on with the entry, but do not begin it.
      outer.entry = null;
    }
    const blocks: FlowBlock[] = [];
    for (const item of childrenOf(element)) {
      const isEntry = item.nodeName === "text:list-item";
      if (!isEntry && item.nodeName !== "text:list-header") continue;
      const entry = isEntry ? { startValue: whole(attributeOf(item, "text:start-value")) } : null;
      const list: ListPlace = { counters, style, level, entry, hasInnerList: false };
      for (const block of this.#blocks(item, { ...around, list })) blocks.push(block);
    }
    return blocks;
  }

  /** A list begins anew unless it says which other it goes on with. */
  #countersOf(element: Element, style: string | null): ListCounters {
    const earlier = this.#countersById.get(attributeOf(element, "text:continue-list") ?? "");
    const continues = attributeOf(element, "text:continue-numbering") === "true";
    const counters = earlier ?? (continues ? this.#countersByStyle.get(style ?? "") : undefined) ?? newCounters();
    const id = attributeOf(element, "xml:id") ?? attributeOf(element, "text:id");
    if (id !== null) this.#countersById.set(id, counters);
    this.#countersByStyle.set(style ?? "", counters);
    return counters;
  }

  /** A paragraph that says by itself in which list it is (Calligra, AbiWord). */
  #numberedParagraph(element: Element, around: Surroundings): FlowBlock[] {
    const style = attributeOf(element, "text:style-name");
    const id = `numbered ${attributeOf(element, "text:list-id") ?? style ?? ""}`;
    const counters = this.#countersById.get(id) ?? newCounters();
    this.#countersById.set(id, counters);
    const level = whole(attributeOf(element, "text:level")) ?? 1;
    const startValue = whole(attributeOf(element, "text:start-value"));
    return this.#blocks(element, {
      ...around,
      list: { counters, style, level, entry: { startValue }, hasInnerList: false },
    });
  }

  #paragraph(element: Element, around: Surroundings): FlowBlock[] {
    const style = this.#styles.styleOf(attributeOf(element, "text:style-name"), "paragraph");
    const look = lookOf(style.text, PLAIN_LOOK);
    const parts = readInline(element, look, style.text, this.#styles, this.#arePagesShown);
    // A paragraph that is hidden counts all the same, but nobody sees it.
    const mark = this.#markOf(element, style, around.list);
    if (parts.isHidden) return [];
    const runs = parts.runs.map((run) => (run.noteBody === null ? { ...run, note: null } : this.#withNote(run)));
    const paragraph: FlowParagraph = {
      type: "paragraph",
      runs,
      label: mark?.label ?? null,
      isBullet: mark?.isBullet === true,
      heading: headingOf(element, style),
      left: mark?.left ?? pointsOf(style.paragraph.get("fo:margin-left")) ?? 0,
      before: pointsOf(style.paragraph.get("fo:margin-top")) ?? 0,
      after: pointsOf(style.paragraph.get("fo:margin-bottom")) ?? 0,
      isContextual: style.paragraph.get("style:contextual-spacing") === "true",
      style: style.common,
    };
    return [paragraph, ...this.#frames(parts, around)];
  }

  #withNote(run: { readonly text: string; readonly look: FlowLook; readonly noteBody: Element | null }) {
    const note = this.notes.length;
    // Its place is taken before its words are read: a note may call notes.
    const blocks: FlowBlock[] = [];
    this.notes.push(blocks);
    if (run.noteBody !== null) blocks.push(...this.#blocks(run.noteBody, { list: null, depth: DEEPEST - 10 }));
    return { text: "", look: run.look, note };
  }

  /** Text boxes that hang on a paragraph follow it. */
  #frames(parts: InlineParts, around: Surroundings): FlowBlock[] {
    return parts.frames.flatMap((frame) => this.#blocks(frame, { list: null, depth: around.depth + 1 }));
  }

  #markOf(element: Element, style: OdtStyle, list: ListPlace | null): ListMark | null {
    if (list !== null) {
      const { entry, counters, level } = list;
      list.entry = null;
      const name = list.style ?? style.listStyle ?? "";
      return entry === null || name === ""
        ? null
        : countEntry(counters, this.#lists.get(name), level, entry.startValue);
    }
    return element.nodeName === "text:h" ? this.#outlineMark(element, style) : null;
  }

  /** Headings outside lists count by the numbering of headings, where their style takes part in it. */
  #outlineMark(element: Element, style: OdtStyle): ListMark | null {
    const level = whole(attributeOf(element, "text:outline-level")) ?? 1;
    if (attributeOf(element, "text:is-list-header") === "true" || style.listStyle === "") return null;
    const isRestarted = attributeOf(element, "text:restart-numbering") === "true";
    const outline = this.#lists.get(OUTLINE);
    const startValue =
      whole(attributeOf(element, "text:start-value")) ?? (isRestarted ? (outline?.get(level)?.start ?? 1) : null);
    return countEntry(this.#headings, outline, level, startValue);
  }
}

/** A second list inside the same entry begins anew. */
function beginLevel(counters: ListCounters, level: number, continues: boolean): void {
  const last = counters.last.get(level);
  if (!continues) counters.values.delete(level);
  else if (last !== undefined) counters.values.set(level, last);
}

/** The title of a document is its first heading, as Word's style of that name is. */
function headingOf(element: Element, style: OdtStyle): number | null {
  if (style.common === "Title") return 1;
  if (element.nodeName === "text:h") return whole(attributeOf(element, "text:outline-level")) ?? 1;
  return style.outlineLevel !== null && style.outlineLevel > 0 ? style.outlineLevel : null;
}

function isHiddenSection(element: Element): boolean {
  const display = attributeOf(element, "text:display");
  if (element.nodeName !== "text:section") return false;
  return display === "none" || (display === "condition" && attributeOf(element, "text:is-hidden") === "true");
}
