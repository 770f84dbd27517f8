/** The stories of a rich text that are open at a time: a note inside the body, a text box inside a note. */

import { type FlowBlock, type FlowDocument, type FlowLook, type FlowRun, flowParagraph } from "../office/flow.js";
import type { RowDefinition } from "../office/row-grid.js";
import type { ParagraphState } from "./state.js";
import { Story } from "./story.js";
import { headingOf, type RtfStyle } from "./style-table.js";

export type StoryKind = "body" | "header" | "footer" | "note" | "box";

/** A story with the paragraph that grows in it. */
interface OpenStory {
  readonly story: Story;
  readonly kind: StoryKind;
  runs: FlowRun[];
  label: string;
  /** Whether a label was printed, if only an empty one. */
  hasLabel: boolean;
  /** Blocks of text boxes that hang on the paragraph. */
  boxes: FlowBlock[];
}

/** How a paragraph stands where it ends. */
export interface ParagraphPosition {
  readonly paragraph: ParagraphState;
  readonly style: RtfStyle | null;
  /** Depth of tables. */
  readonly depth: number;
}

/** Dots and signs of symbol fonts, and the letters that stand for a bullet in theirs. */
const BULLET = /^[^\p{L}\p{N}]{1,2}$|^[o§]$/u;

/** Keeps them in a stack, the innermost on top; a class because all of them grow. */
export class Stories {
  readonly #open: OpenStory[] = [];
  readonly #headers: FlowBlock[] = [];
  readonly #footers: FlowBlock[] = [];
  readonly #notes: FlowBlock[][] = [];
  #top = openStory("body");
  /** Paragraphs of lists beside which the file prints neither number nor bullet. */
  unnumbered = 0;

  /** Whether words now go to a page header or footer. */
  get isInPageEnd(): boolean {
    return this.#top.kind === "header" || this.#top.kind === "footer";
  }

  open(kind: StoryKind): void {
    this.#open.push(this.#top);
    this.#top = openStory(kind);
  }

  /** Closes the innermost story. `look` is that of the words around a note's call. */
  close(position: ParagraphPosition, look: FlowLook): void {
    const outer = this.#open.pop();
    if (outer === undefined) return;
    this.endParagraph(position, true);
    const { kind, story } = this.#top;
    const blocks = story.finish();
    this.#top = outer;
    if (kind === "note") {
      outer.runs.push({ text: "", look, note: this.#notes.length });
      this.#notes.push(blocks);
      return;
    }
    const target = kind === "header" ? this.#headers : kind === "footer" ? this.#footers : outer.boxes;
    for (const block of blocks) target.push(block);
  }

  addText(text: string, look: FlowLook): void {
    const { runs } = this.#top;
    const last = runs.at(-1);
    if (last !== undefined && last.note === null && isSameLook(last.look, look)) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ text, look, note: null });
  }

  /** Adds to the number or bullet that is printed before the paragraph. */
  addLabel(text: string): void {
    this.#top.label += text;
    this.#top.hasLabel = true;
  }

  /** Ends the paragraph; an empty one stands only where it is `isOnlyIfAny` false. */
  endParagraph({ paragraph, style, depth }: ParagraphPosition, isOnlyIfAny: boolean): void {
    const open = this.#top;
    const label = open.label.replace(/\s+/g, " ").trim();
    if (isOnlyIfAny && open.runs.length === 0 && label === "" && open.boxes.length === 0) return;
    const hasWords = open.runs.some((run) => /\S/.test(run.text));
    if (paragraph.isInList && hasWords && !open.hasLabel) this.unnumbered++;
    const isBullet = BULLET.test(label);
    const { left, before, after, isContextual } = paragraph;
    const heading = paragraph.outline ?? headingOf(style);
    const list = { label: isBullet || label === "" ? null : label, isBullet };
    const look = { heading, left, before, after, isContextual, style: style?.name ?? "" };
    open.story.add(flowParagraph(open.runs, { ...list, ...look }), depth);
    for (const box of open.boxes) open.story.add(box, depth);
    open.runs = [];
    open.label = "";
    open.hasLabel = false;
    open.boxes = [];
  }

  endCell(depth: number): void {
    this.#top.story.endCell(depth);
  }

  endRow(depth: number, definition: RowDefinition): void {
    this.#top.story.endRow(depth, definition);
  }

  /** Closes all, and gives what was written. */
  finish(position: ParagraphPosition): Omit<FlowDocument, "metadata"> {
    this.endParagraph(position, true);
    const body = this.#top.story.finish();
    return { body, notes: this.#notes, headers: this.#headers, footers: this.#footers };
  }
}

function openStory(kind: StoryKind): OpenStory {
  return { story: new Story(), runs: [], label: "", hasLabel: false, boxes: [], kind };
}

function isSameLook(a: FlowLook, b: FlowLook): boolean {
  const isSame = (key: keyof FlowLook) => a[key] === b[key];
  return a === b || (["bold", "italic", "underline", "strike", "size"] as const).every(isSame);
}
