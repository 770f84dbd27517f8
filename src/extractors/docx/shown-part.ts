/** Reads a part of the package (body, header, notes) as Word shows it. */

import { FieldReader } from "./fields.js";
import { type LetterStyle, NO_LETTERS, readLetters, shownLetters } from "./letters.js";
import type { NoteMarks } from "./note-marks.js";
import { boxesIn, RunReader } from "./runs.js";
import type { Changes, ShownBlock, ShownParagraph, ShownRun } from "./shown.js";
import { readLook, type StyleSheet } from "./style-sheet.js";
import { readTable } from "./table-rows.js";
import { shownChildren } from "./wrappings.js";
import { attributeOf, childOf, settingOf } from "./xml.js";

/** What all parts of a document share. */
export interface PartContext {
  readonly styles: StyleSheet;
  readonly notes: NoteMarks;
  readonly changes: Changes;
  /** Headers and footers: numbers of pages are left out. */
  readonly isPageFurniture: boolean;
  /** Called for each address that the part links to. */
  readonly onLink: (address: string) => void;
  /** The address behind the id of a relationship. */
  readonly addressOf: (id: string) => string | null;
}

/** The blocks of a part. */
export function readPart(root: Element, context: PartContext): ShownBlock[] {
  return new PartReader(context, false).blocks(root, NO_LETTERS);
}

/** Paragraphs whose ends are not shown: their words go on in the next one. */
interface Pending {
  /** The paragraph that gives looks and number to all; null where those of the last hold. */
  lead: ShownParagraph | null;
  readonly paragraphs: ShownParagraph[];
}

/** A class because fields stay open from one paragraph to the next. */
class PartReader {
  readonly #context: PartContext;
  readonly #isBoxed: boolean;
  readonly #runs: RunReader;

  constructor(context: PartContext, isBoxed: boolean) {
    this.#context = context;
    this.#isBoxed = isBoxed;
    const fields = new FieldReader(!context.isPageFurniture, context.onLink);
    this.#runs = new RunReader(context, fields);
  }

  /** The blocks of a body, cell, box or note; `table` is what a table's style says of its letters. */
  blocks(container: Element, table: LetterStyle): ShownBlock[] {
    const out: ShownBlock[] = [];
    let pending: Pending = { lead: null, paragraphs: [] };
    const close = (last: ShownParagraph) => {
      out.push(pending.paragraphs.length === 0 ? last : joined(pending, last));
      pending = { lead: null, paragraphs: [] };
    };
    const flush = () => {
      const last = pending.paragraphs.findLast((paragraph) => hasWords(paragraph.runs));
      if (last !== undefined) close({ ...last, runs: [] });
      else pending = { lead: null, paragraphs: [] };
    };
    for (const element of shownChildren(container, this.#context.changes)) {
      if (element.nodeName === "w:tbl") {
        flush();
        const inner = (cell: Element, letters: LetterStyle) => this.blocks(cell, letters);
        const rows = readTable(element, { ...this.#context, outer: table, blocksOf: inner });
        if (rows.length > 0) out.push({ type: "table", rows });
      } else if (element.nodeName === "w:p") {
        const { paragraph, end, boxes } = this.#paragraph(element, table);
        if (end === "shown") close(paragraph);
        else {
          if (end === "hidden" && hasWords(paragraph.runs)) pending.lead ??= paragraph;
          pending.paragraphs.push(paragraph);
        }
        for (const box of boxes) for (const block of this.#box(box)) out.push(block);
      } else
        for (const box of boxesIn(element, this.#context.changes)) for (const block of this.#box(box)) out.push(block);
    }
    flush();
    return out;
  }

  /** Words bent along a path ("DRAFT" across the page) are a paragraph of their own. */
  #box(box: Element): ShownBlock[] {
    if (box.nodeName === "v:textpath") {
      const { styles } = this.#context;
      const run = { text: attributeOf(box, "string") ?? "", signs: null, letters: styles.letterDefaults };
      const style = styles.styleOf(styles.defaultParagraph);
      return [{ type: "paragraph", style, own: readLook(null), runs: [run], isBoxed: true }];
    }
    return new PartReader(this.#context, true).blocks(box, NO_LETTERS);
  }

  #paragraph(element: Element, table: LetterStyle) {
    const { styles, changes } = this.#context;
    const properties = childOf(element, "w:pPr");
    const style = styles.styleOf(settingOf(properties, "w:pStyle") ?? styles.defaultParagraph);
    const { runs, boxes } = this.#runs.read(element, style, table);
    const paragraph: ShownParagraph = {
      type: "paragraph",
      style,
      own: readLook(properties),
      runs,
      isBoxed: this.#isBoxed,
    };
    return { paragraph, end: this.#endOf(childOf(properties, "w:rPr"), style.letters, changes), boxes };
  }

  /** Whether the mark at a paragraph's end is shown. */
  #endOf(mark: Element | null, paragraph: LetterStyle, changes: Changes): "shown" | "deleted" | "hidden" {
    if (childOf(mark, "w:ins") !== null) changes.insertions++;
    if (childOf(mark, "w:moveTo") !== null) changes.moves++;
    const isDeleted = childOf(mark, "w:del") !== null;
    if (isDeleted) changes.deletions++;
    if (isDeleted || childOf(mark, "w:moveFrom") !== null) return "deleted";
    const { styles } = this.#context;
    const name = settingOf(mark, "w:rStyle");
    const character = name === null ? NO_LETTERS : styles.styleOf(name).letters;
    const sources = { direct: readLetters(mark), character, paragraph, table: NO_LETTERS };
    return shownLetters({ ...sources, defaults: styles.letterDefaults }).hidden === true ? "hidden" : "shown";
  }
}

/** A paragraph with a hidden mark leads with its number and looks, as a title run in before its text; one with a deleted mark takes those of the next. */
function joined({ lead, paragraphs }: Pending, last: ShownParagraph): ShownParagraph {
  return { ...(lead ?? last), runs: [...paragraphs, last].flatMap((paragraph) => paragraph.runs) };
}

function hasWords(runs: readonly ShownRun[]): boolean {
  return runs.some((run) => /\S/.test(run.text));
}
