/** Tokens of rich text → a flow: groups and destinations, paragraphs and cells, characters of all code pages. */

import { type FlowBlock, type FlowDocument, type FlowLook, type FlowRun, flowParagraph } from "../office/flow.js";
import { decodeBytes } from "./code-pages.js";
import { formatted } from "./formatting.js";
import { type InfoValues, metadataOf } from "./info.js";
import type { RtfToken } from "./lexer.js";
import type { CellDefinition, RowDefinition } from "./row-grid.js";
import { type Destination, depthOf, FIRST_STATE, type GroupState } from "./state.js";
import { Story } from "./story.js";
import { headingOf, StyleTable } from "./style-table.js";
import { CHARACTERS, PAGE_ENDS, READ_THOUGH_OPTIONAL, SKIPPED_GROUPS } from "./words.js";

/** A story with the paragraph that grows in it. */
interface OpenStory {
  readonly story: Story;
  runs: FlowRun[];
  label: string;
  /** Blocks of text boxes that hang on the paragraph. */
  boxes: FlowBlock[];
  readonly kind: "body" | "header" | "footer" | "note" | "box";
}

/** A group: the state to go back to, and what its end closes. */
interface Frame {
  readonly before: GroupState;
  opened: OpenStory | null;
}

/** The characters of symbol fonts, dots and signs that stand for a bullet. */
const BULLET = /^[^\p{L}\p{N}]{1,2}$|^[o§]$/u;

/** Reads tokens one by one; a class because rich text is a stream of changes of state. */
export class Interpreter {
  readonly #frames: Frame[] = [];
  readonly #stories: OpenStory[] = [openStory("body")];
  readonly #table = new StyleTable();
  readonly #headers: FlowBlock[] = [];
  readonly #footers: FlowBlock[] = [];
  readonly #notes: FlowBlock[][] = [];
  readonly #info: InfoValues = new Map();
  readonly #links = new Set<string>();
  #state: GroupState = FIRST_STATE;
  #codePage = 1252;
  /** Bytes that are not decoded yet: two may be one character. */
  #bytes: Buffer[] = [];
  /** How many bytes still stand in for the last `\u`. */
  #skip = 0;
  /** Whether `\*` stood before the word to come, and whether the group has just begun. */
  #isOptional = false;
  #isAtStart = false;
  #row = emptyRow();
  #nestedRow = emptyRow();
  /** Whether the file holds changes that nobody has accepted or rejected. */
  hasTrackedChanges = false;

  read(token: RtfToken): void {
    if (token.kind === "text") this.#textBytes(token.data);
    else if (token.kind === "control") this.#control(token.word, token.param, token.data);
    else if (token.kind === "open") this.#open();
    else this.#close();
  }

  /** Ends whatever is open, and gives what was read. */
  finish(): FlowDocument {
    this.#flush();
    while (this.#frames.length > 0) this.#close();
    this.#endParagraph(true);
    return {
      body: this.#story.story.finish(),
      notes: this.#notes,
      headers: this.#headers,
      footers: this.#footers,
      metadata: metadataOf(this.#info, [...this.#links]),
    };
  }

  get #story(): OpenStory {
    const story = this.#stories.at(-1);
    if (story === undefined) throw new Error("the body's story is never closed");
    return story;
  }

  #open(): void {
    this.#flush();
    this.#skip = 0;
    this.#frames.push({ before: this.#state, opened: null });
    if (this.#state.destination === "both-texts") this.#goTo("skip");
    this.#isAtStart = true;
    this.#isOptional = false;
  }

  #close(): void {
    this.#flush();
    this.#skip = 0;
    this.#isAtStart = false;
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.opened !== null) this.#closeStory(frame.opened);
    this.#state = frame.before;
  }

  #control(word: string, param: number | null, data: Buffer | null): void {
    if (word === "'") {
      if (data !== null) this.#textBytes(data);
      return;
    }
    if (word === "bin") return;
    this.#flush();
    this.#skip = 0;
    if (word === "*") {
      this.#isOptional = this.#isAtStart;
      return;
    }
    const isStart = this.#isAtStart;
    const isOptional = this.#isOptional;
    this.#isAtStart = false;
    this.#isOptional = false;
    if (isStart && this.#beginGroup(word, isOptional)) return;
    if (word === "u") this.#unicode(param ?? 0);
    else this.#change(word, param);
  }

  /** A group's first word may say where its words go. True where that is all it says. */
  #beginGroup(word: string, isOptional: boolean): boolean {
    const { destination } = this.#state;
    if (word === "ud" && destination === "skip") return this.#goTo("text");
    if (destination === "info") {
      this.#state = { ...this.#state, destination: "info-value", name: word };
      return true;
    }
    if (destination !== "text") return destination === "skip";
    const special = GROUPS[word];
    if (special !== undefined) return this.#goTo(special);
    if (SKIPPED_GROUPS.has(word) || (isOptional && !READ_THOUGH_OPTIONAL.has(word))) return this.#goTo("skip");
    if (word === "field") this.#state = { ...this.#state, field: { instruction: "" } };
    if (word === "fldrslt") this.#beginResult();
    const end = PAGE_ENDS[word];
    if (end !== undefined) this.#openStory(end);
    if (word === "footnote") this.#openStory("note");
    if (word === "shptxt" || word === "dptxbxtext") this.#openStory("box");
    // A shape is properties and lines; only the text in it is read.
    if (word === "shpinst" || word === "do") this.#goTo("text");
    return false;
  }

  /** Page numbers are no words of a header; links are kept. */
  #beginResult(): void {
    const instruction = this.#state.field?.instruction ?? "";
    const link = /HYPERLINK\s+"((?:https?|mailto):[^"]+)"/i.exec(instruction)?.[1];
    if (link !== undefined) this.#links.add(link);
    const { kind } = this.#story;
    if ((kind === "header" || kind === "footer") && /\b(?:NUM|SECTION)?PAGES?\b/.test(instruction)) this.#goTo("skip");
  }

  #goTo(destination: Destination): true {
    this.#state = { ...this.#state, destination };
    return true;
  }

  #change(word: string, param: number | null): void {
    const { destination } = this.#state;
    if (destination === "fonts") this.#table.font(word, param);
    else if (destination === "styles") this.#table.style(word, param);
    else if (destination === "info-value") this.#info.set(`${this.#state.name} ${word}`, String(param ?? ""));
    else if (word === "upr") this.#goTo("both-texts");
    if (this.#changeRow(word, param)) return;
    this.#changeDocument(word, param);
    if (destination === "skip" || destination === "fonts" || destination === "styles") return;
    this.#state = formatted(this.#state, word, param) ?? this.#state;
    const character = CHARACTERS[word];
    if (character !== undefined) this.#text(character);
    else this.#break(word);
  }

  #changeDocument(word: string, param: number | null): void {
    if (word === "ansicpg" && param !== null && param > 0) this.#codePage = param;
    else if (word === "mac") this.#codePage = 10000;
    else if (word === "pc") this.#codePage = 437;
    else if (word === "pca") this.#codePage = 850;
    else if (word === "deleted" || word === "revised") this.hasTrackedChanges ||= param !== 0;
  }

  /** Words that define rows. True where it was one. */
  #changeRow(word: string, param: number | null): boolean {
    const row = this.#state.destination === "row" ? this.#nestedRow : this.#row;
    switch (word) {
      case "trowd":
        if (this.#state.destination === "row") this.#nestedRow = emptyRow();
        else this.#row = emptyRow();
        return true;
      case "trhdr":
        row.isHeader = true;
        return true;
      case "cellx":
        row.cells.push({ right: param ?? 0, isMergedLeft: row.isMergedLeft, isMergedUp: row.isMergedUp });
        row.isMergedLeft = false;
        row.isMergedUp = false;
        return true;
      case "clmrg":
        row.isMergedLeft = true;
        return true;
      case "clvmrg":
        row.isMergedUp = true;
        return true;
      case "nestrow":
        this.#story.story.endRow(Math.max(2, depthOf(this.#state)), this.#nestedRow);
        return true;
      default:
        return false;
    }
  }

  /** Words that end a paragraph, a cell or a row. */
  #break(word: string): void {
    if (this.#state.destination !== "text") return;
    if (word === "par" || word === "\n" || word === "\r") this.#endParagraph(false);
    else if (word === "sect") this.#endParagraph(true);
    else if (word === "cell" || word === "nestcell") {
      const depth = word === "cell" ? 1 : Math.max(2, depthOf(this.#state));
      this.#endParagraph(true, depth);
      this.#story.story.endCell(depth);
    } else if (word === "row") {
      this.#endParagraph(true);
      this.#story.story.endRow(1, this.#row);
    }
  }

  #endParagraph(isOnlyIfAny: boolean, depth = depthOf(this.#state)): void {
    const open = this.#story;
    const label = open.label.replace(/\s+/g, " ").trim();
    if (isOnlyIfAny && open.runs.length === 0 && label === "" && open.boxes.length === 0) return;
    const { paragraph } = this.#state;
    const style = this.#table.styleOf(paragraph.style);
    const isBullet = BULLET.test(label);
    open.story.add(
      flowParagraph(open.runs, {
        label: isBullet || label === "" ? null : label,
        isBullet,
        heading: paragraph.outline ?? headingOf(style),
        left: paragraph.left,
        before: paragraph.before,
        after: paragraph.after,
        isContextual: paragraph.isContextual,
        style: style?.name ?? "",
      }),
      depth,
    );
    for (const box of open.boxes) if (box.type === "paragraph") open.story.add(box, depth);
    open.runs = [];
    open.label = "";
    open.boxes = [];
  }

  #openStory(kind: OpenStory["kind"]): void {
    const story = openStory(kind);
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.opened !== null) return;
    frame.opened = story;
    this.#stories.push(story);
    this.#state = { ...this.#state, paragraph: FIRST_STATE.paragraph };
  }

  #closeStory(story: OpenStory): void {
    this.#endParagraph(true);
    this.#stories.pop();
    const blocks = story.story.finish();
    if (story.kind === "header") this.#headers.push(...blocks);
    else if (story.kind === "footer") this.#footers.push(...blocks);
    else if (story.kind === "box") this.#story.boxes.push(...blocks);
    else {
      this.#story.runs.push({ text: "", look: this.#state.look, note: this.#notes.length });
      this.#notes.push(blocks);
    }
  }

  #textBytes(data: Buffer): void {
    this.#isAtStart = false;
    const skipped = Math.min(this.#skip, data.length);
    this.#skip -= skipped;
    if (skipped < data.length) this.#bytes.push(skipped === 0 ? data : data.subarray(skipped));
  }

  #unicode(param: number): void {
    this.#skip = this.#state.fallback;
    this.#text(String.fromCharCode(param < 0 ? param + 0x10000 : param));
  }

  /** Decodes what has gathered: nothing that is no byte may stand between the bytes of a character. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes.length === 1 ? (this.#bytes[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#bytes);
    this.#bytes = [];
    if (this.#state.destination === "skip") return;
    this.#text(decodeBytes(bytes, this.#table.codePageOf(this.#state.font) ?? this.#codePage));
  }

  #text(text: string): void {
    const state = this.#state;
    if (state.destination === "label") this.#story.label += text;
    else if (state.destination === "instruction" && state.field !== null) state.field.instruction += text;
    else if (state.destination === "styles") this.#table.styleName(text);
    else if (state.destination === "info-value") {
      this.#info.set(state.name, (this.#info.get(state.name) ?? "") + text);
    } else if (state.destination === "text" && !state.isHidden && !state.isDeleted) this.#addRun(text, state.look);
  }

  #addRun(text: string, look: FlowLook): void {
    const { runs } = this.#story;
    const last = runs.at(-1);
    if (last !== undefined && last.note === null && isSameLook(last.look, look)) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ text, look, note: null });
  }
}

/** Groups whose words go to another place than the text. */
const GROUPS: Readonly<Record<string, Destination>> = {
  fonttbl: "fonts",
  stylesheet: "styles",
  info: "info",
  listtext: "label",
  pntext: "label",
  fldinst: "instruction",
  nesttableprops: "row",
  upr: "both-texts",
};

function openStory(kind: OpenStory["kind"]): OpenStory {
  return { story: new Story(), runs: [], label: "", boxes: [], kind };
}

interface GrowingRow extends RowDefinition {
  isHeader: boolean;
  readonly cells: CellDefinition[];
  isMergedLeft: boolean;
  isMergedUp: boolean;
}

function emptyRow(): GrowingRow {
  return { isHeader: false, left: 0, cells: [], isMergedLeft: false, isMergedUp: false };
}

function isSameLook(a: FlowLook, b: FlowLook): boolean {
  return (
    a === b ||
    (a.bold === b.bold &&
      a.italic === b.italic &&
      a.underline === b.underline &&
      a.strike === b.strike &&
      a.size === b.size)
  );
}
