/** The body of a Word 97 to 2003 file → a flow: paragraphs with the looks of their letters, rows by the marks at their ends. */

import {
  type FlowBlock,
  type FlowLook,
  type FlowParagraph,
  type FlowRun,
  flowParagraph,
  PLAIN_LOOK,
} from "../office/flow.js";
import { type RowDefinition, tableOf, type WrittenRow } from "../office/row-grid.js";
import type { Stretch } from "./characters.js";
import { ShownText } from "./fields.js";
import type { LetterProperties, ParagraphProperties } from "./formatting.js";

export interface DocStory {
  readonly blocks: readonly FlowBlock[];
  /** Paragraphs whose automatic number or bullet is not in the text. */
  readonly unnumbered: number;
  readonly hasTrackedChanges: boolean;
}

const PARAGRAPH_END = /[\r\u0007\u000c]/g;
/** Stands where a note is called, and at the beginning of the note. */
export const NOTE_CALL = "\u0002";
const CELL_END = "\u0007";

/** Reads characters [start, end) of the text. */
export function readStory(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  letters: readonly Stretch<LetterProperties>[],
  paragraphs: readonly Stretch<ParagraphProperties>[],
  areNotesKnown: boolean,
): DocStory {
  const builder = new Builder(areNotesKnown);
  const shown = new ShownText();
  const letterAt = cursor(letters);
  const paragraphAt = cursor(paragraphs);
  PARAGRAPH_END.lastIndex = start;
  for (let at = start; at < end; ) {
    const mark = PARAGRAPH_END.exec(text)?.index ?? end;
    const stop = Math.min(mark, end);
    const runs = runsOf(text, at, stop, letterAt, shown, builder);
    const properties = paragraphAt(Math.max(at, Math.min(stop, end - 1)))?.properties ?? null;
    builder.end(runs, properties, text[stop] ?? "");
    at = stop + 1;
    PARAGRAPH_END.lastIndex = at;
  }
  return builder.finish();
}

/** Finds the stretch of a place; places must come in order. */
function cursor<Properties>(all: readonly Stretch<Properties>[]): (at: number) => Stretch<Properties> | null {
  let index = 0;
  return (at) => {
    while (index < all.length && (all[index]?.end ?? 0) <= at) index++;
    const found = all[index];
    return found !== undefined && found.start <= at ? found : null;
  };
}

function runsOf(
  text: string,
  start: number,
  end: number,
  letterAt: (at: number) => Stretch<LetterProperties> | null,
  shown: ShownText,
  builder: Builder,
): FlowRun[] {
  const runs: FlowRun[] = [];
  for (let at = start; at < end; ) {
    const stretch = letterAt(at);
    const stop = Math.min(end, stretch?.end ?? end);
    const piece = shown.next(text.slice(at, stop));
    const letters = stretch?.properties ?? null;
    if (letters?.isDeleted === true || letters?.isInserted === true) builder.hasTrackedChanges = true;
    if (letters?.isDeleted !== true && letters?.isHidden !== true) runs.push(...builder.runsOf(piece, letters));
    at = stop;
  }
  return runs;
}

function lookOf(letters: LetterProperties | null): FlowLook {
  if (letters === null) return PLAIN_LOOK;
  const { bold, italic, underline, strike, size } = letters;
  return { bold, italic, underline, strike, size };
}

/** Puts paragraphs into cells and cells into rows; a class because only what ends them tells where they belong. */
class Builder {
  readonly #blocks: FlowBlock[] = [];
  #rows: WrittenRow[] = [];
  #cells: FlowBlock[][] = [];
  #cell: FlowBlock[] = [];
  #unnumbered = 0;
  #notes = 0;
  readonly #areNotesKnown: boolean;
  hasTrackedChanges = false;

  constructor(areNotesKnown: boolean) {
    this.#areNotesKnown = areNotesKnown;
  }

  /** Runs of a text that may call notes. */
  runsOf(text: string, letters: LetterProperties | null): FlowRun[] {
    const look = lookOf(letters);
    return text.split(new RegExp(`(${NOTE_CALL})`)).flatMap((piece): FlowRun[] => {
      if (piece !== NOTE_CALL) return piece === "" ? [] : [{ text: piece, look, note: null }];
      return this.#areNotesKnown ? [{ text: "", look, note: this.#notes++ }] : [];
    });
  }

  /** Ends a paragraph at its mark. */
  end(runs: readonly FlowRun[], properties: ParagraphProperties | null, mark: string): void {
    if (properties?.isRowEnd === true) {
      this.#endRow(properties.row ?? { isHeader: false, cells: [] });
      return;
    }
    const paragraph = paragraphOf(runs, properties);
    if (properties?.isInList === true && runs.some((run) => /\S/.test(run.text))) this.#unnumbered++;
    if (mark === CELL_END) {
      this.#cell.push(paragraph);
      this.#cells.push(this.#cell);
      this.#cell = [];
    } else if (properties?.isInTable === true && properties.isInnerRowEnd !== true) this.#cell.push(paragraph);
    else if (properties?.isInnerRowEnd !== true) {
      this.#endTable();
      this.#blocks.push(paragraph);
    }
  }

  finish(): DocStory {
    this.#endTable();
    return { blocks: this.#blocks, unnumbered: this.#unnumbered, hasTrackedChanges: this.hasTrackedChanges };
  }

  #endRow(definition: RowDefinition): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, definition });
    this.#cells = [];
    this.#cell = [];
  }

  #endTable(): void {
    const loose = [...this.#cells.flat(), ...this.#cell];
    this.#blocks.push(...tableOf(this.#rows));
    for (const block of loose) this.#blocks.push(block);
    this.#rows = [];
    this.#cells = [];
    this.#cell = [];
  }
}

/** Styles 1 to 9 are always the headings ([MS-DOC] 2.9.271 stshi, fixed indexes). */
const LAST_HEADING = 9;

function paragraphOf(runs: readonly FlowRun[], properties: ParagraphProperties | null): FlowParagraph {
  if (properties === null) return flowParagraph(runs);
  const { style, left, before, after } = properties;
  const heading = style >= 1 && style <= LAST_HEADING ? style : null;
  return flowParagraph(runs, { heading, left, before, after, style: String(style) });
}
