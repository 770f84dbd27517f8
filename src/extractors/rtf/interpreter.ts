/** Tokens of rich text → a flow: groups and destinations, paragraphs and cells, characters of all code pages. */

import type { FlowDocument } from "../office/flow.js";
import { decodeBytes } from "./code-pages.js";
import { formatted } from "./formatting.js";
import { type InfoValues, metadataOf } from "./info.js";
import type { RtfToken } from "./lexer.js";
import { RowWords } from "./row-words.js";
import { type Destination, depthOf, FIRST_STATE, type GroupState } from "./state.js";
import { type ParagraphPosition, Stories, type StoryKind } from "./stories.js";
import { StyleTable } from "./style-table.js";
import { CHARACTERS, PAGE_ENDS, READ_THOUGH_OPTIONAL, SKIPPED_GROUPS } from "./words.js";

/** A group: the state to go back to, and what its end closes. */
interface Frame {
  readonly before: GroupState;
  hasStory: boolean;
}

/** Reads tokens one by one; a class because rich text is a stream of changes of state. */
export class Interpreter {
  readonly #frames: Frame[] = [];
  readonly #stories = new Stories();
  readonly #table = new StyleTable();
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
  readonly #rows = new RowWords();
  /** Whether the file holds changes that nobody has accepted or rejected. */
  hasTrackedChanges = false;

  read(token: RtfToken): void {
    if (token.kind === "text") this.#textBytes(token.data);
    else if (token.kind === "control") this.#control(token.word, token.param, token.data);
    else if (token.kind === "open") this.#open();
    else this.#close();
  }

  /** Paragraphs of lists beside which the file prints neither number nor bullet. */
  get unnumbered(): number {
    return this.#stories.unnumbered;
  }

  /** Ends whatever is open, and gives what was read. */
  finish(): FlowDocument {
    this.#flush();
    while (this.#frames.length > 0) this.#close();
    return { ...this.#stories.finish(this.#position()), metadata: metadataOf(this.#info, [...this.#links]) };
  }

  #open(): void {
    this.#flush();
    this.#skip = 0;
    this.#frames.push({ before: this.#state, hasStory: false });
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
    if (frame.hasStory) this.#stories.close(this.#position(), frame.before.look);
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
    if (this.#stories.isInPageEnd && /\b(?:NUM|SECTION)?PAGES?\b/.test(instruction)) this.#goTo("skip");
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
    if (this.#rows.change(word, param, destination === "row")) return;
    if (word === "nestrow") this.#stories.endRow(Math.max(2, depthOf(this.#state)), this.#rows.nested);
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

  /** Words that end a paragraph, a cell or a row. */
  #break(word: string): void {
    if (this.#state.destination !== "text") return;
    if (word === "par" || word === "\n" || word === "\r") this.#stories.endParagraph(this.#position(), false);
    else if (word === "sect") this.#stories.endParagraph(this.#position(), true);
    else if (word === "cell" || word === "nestcell") {
      const depth = word === "cell" ? 1 : Math.max(2, depthOf(this.#state));
      this.#stories.endParagraph({ ...this.#position(), depth }, true);
      this.#stories.endCell(depth);
    } else if (word === "row") {
      this.#stories.endParagraph(this.#position(), true);
      this.#stories.endRow(1, this.#rows.row);
    }
  }

  /** How a paragraph that ends here stands. */
  #position(): ParagraphPosition {
    const { paragraph } = this.#state;
    return { paragraph, style: this.#table.styleOf(paragraph.style), depth: depthOf(this.#state) };
  }

  #openStory(kind: StoryKind): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.hasStory) return;
    frame.hasStory = true;
    this.#stories.open(kind);
    this.#state = { ...this.#state, paragraph: FIRST_STATE.paragraph };
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
    if (state.destination === "label") this.#stories.addLabel(text);
    else if (state.destination === "instruction" && state.field !== null) state.field.instruction += text;
    else if (state.destination === "styles") this.#table.styleName(text);
    else if (state.destination === "info-value") {
      this.#info.set(state.name, (this.#info.get(state.name) ?? "") + text);
    } else if (state.destination === "text" && !state.isHidden && !state.isDeleted)
      this.#stories.addText(text, state.look);
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
