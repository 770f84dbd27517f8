/** HTML → blocks: what a browser would show, as paragraphs, lists and grids. */

import { load } from "cheerio";
import type { EmphasisKind } from "../../model/source.js";
import type { Block, Run } from "../blocks.js";
import { attributeOf, elementsOf, type HtmlElement, type HtmlNode, isElement, tagOf, textOf, UNSEEN } from "./dom.js";
import { decodeAgain } from "./encoded-twice.js";
import { emphasesWithin, indentOf, isHidden } from "./inline-style.js";
import { listMarkers, type Marker } from "./lists.js";
import { finishParagraphs } from "./paragraphs.js";
import type { Labels } from "./style-sheet.js";
import { definitionBlocks, tableBlocks } from "./tables.js";

export interface HtmlOptions {
  /** Whether a `<p>` stands apart from its neighbours, as in a browser. False where empty paragraphs show the gaps (Word). */
  readonly hasParagraphGaps: boolean;
  /** Words that the page's style sheet puts before elements. */
  readonly labels?: Labels;
  /** Reads the text of a `<pre>`, whose layout is that of a text file. Without it each line stands for itself. */
  readonly preformatted?: (text: string) => readonly Block[];
}

const AS_BROWSER: HtmlOptions = { hasParagraphGaps: true };

/** A document or a fragment of HTML → blocks. Takes any string: what is no markup is a paragraph. */
export function htmlBlocks(html: string, options: HtmlOptions = AS_BROWSER): Block[] {
  return nodeBlocks(load(html, null, false).root()[0]?.childNodes ?? [], options);
}

/** The same for nodes of a tree that is parsed already. */
export function nodeBlocks(nodes: readonly HtmlNode[], options: Partial<HtmlOptions> = {}): Block[] {
  const builder = new Builder({ ...AS_BROWSER, ...options });
  for (const node of nodes) builder.walk(node, START);
  builder.flush(START);
  return builder.blocks;
}

/** What holds around a node. */
interface Surroundings {
  readonly emphases: readonly EmphasisKind[];
  readonly heading: number | null;
  readonly indent: number;
  readonly isPreformatted: boolean;
  readonly lists: number;
  readonly depth: number;
}

const START: Surroundings = { emphases: [], heading: null, indent: 0, isPreformatted: false, lists: 0, depth: 0 };

/** Deeper nesting than this is no document; its text is kept, its structure not. */
const DEEPEST = 200;
const LIST_INDENT = 30;

const HEADING = /^h([1-6])$/;
/** Blocks with blank space above and below in every browser. */
const SPACED = new Set(["blockquote", "pre", "ul", "ol", "dl", "table", "hr", "figure", "fieldset"]);
const BLOCKS = new Set([
  ...SPACED,
  ..."p div section article main header footer aside nav address center form li dt dd figcaption legend details summary hgroup search body html tr td th thead tbody tfoot caption dir menu".split(
    " ",
  ),
]);

/** Collects blocks while the tree is walked; a class because it holds the paragraph that is growing. */
class Builder {
  readonly blocks: Block[] = [];
  #runs: Run[] = [];
  #marker: Marker | null = null;
  #isAfterGap = false;
  readonly #options: HtmlOptions;

  constructor(options: HtmlOptions) {
    this.#options = options;
  }

  walk(node: HtmlNode, around: Surroundings): void {
    if (node.type === "text") this.#addText(node.data, around);
    else if (isElement(node) && !UNSEEN.has(tagOf(node)) && !isHidden(node)) this.#walkElement(node, around);
    else if (node.type === "cdata") for (const child of node.children) this.walk(child, around);
  }

  /** Ends the growing paragraph. */
  flush(around: Surroundings): void {
    const runs = this.#runs;
    this.#runs = [];
    if (runs.length === 0) return;
    const { heading } = around;
    const style = { heading, indent: around.indent || null, isAfterGap: this.#isAfterGap, marker: this.#marker };
    const hasWords = runs.some((run) => /\S/.test(run.text));
    const finished = finishParagraphs(runs, hasWords ? style : { ...style, marker: null });
    // One by one: a call has a limit of arguments, a hostile page has none.
    for (const paragraph of finished) this.blocks.push(paragraph);
    if (finished.length > 0) {
      this.#marker = null;
      this.#isAfterGap = false;
    }
  }

  #addText(data: string, around: Surroundings): void {
    const text = decodeAgain(data);
    if (around.isPreformatted) this.#addLines(text, around);
    else
      this.#runs.push({ text: text.replace(/[ \t\n\r\f]+/g, " "), emphases: around.emphases, page: null, box: null });
  }

  /** Preformatted text: each line is a paragraph. */
  #addLines(text: string, around: Surroundings): void {
    text.split(/\r?\n/).forEach((line, position) => {
      if (position > 0) {
        if (!this.#runs.some((run) => /\S/.test(run.text))) this.#isAfterGap = true;
        this.flush(around);
      }
      if (line !== "") this.#runs.push({ text: line, emphases: around.emphases, page: null, box: null });
    });
  }

  #walkElement(element: HtmlElement, around: Surroundings): void {
    const tag = tagOf(element);
    const within = this.#within(element, tag, around);
    if (around.depth >= DEEPEST) this.#addText(textOf(element), { ...around, isPreformatted: false });
    else if (tag === "br") this.#runs.push({ text: "\n", emphases: [], page: null, box: null });
    else if (isOfficeBullet(element)) this.#marker = { list: "bullet", label: "" };
    else if (isBlock(element, tag)) this.#walkBlock(element, tag, around, within);
    else for (const child of element.children) this.walk(child, within);
  }

  #within(element: HtmlElement, tag: string, around: Surroundings): Surroundings {
    const level = HEADING.exec(tag)?.[1];
    const isIndented = tag === "blockquote" || ((tag === "ul" || tag === "ol") && around.lists > 0);
    return {
      emphases: emphasesWithin(element, around.emphases),
      heading: level === undefined ? around.heading : Number(level),
      indent: around.indent + indentOf(element) + (isIndented ? LIST_INDENT : 0),
      isPreformatted: around.isPreformatted || tag === "pre" || tag === "xmp" || tag === "plaintext",
      lists: around.lists + (tag === "ul" || tag === "ol" ? 1 : 0),
      depth: around.depth + 1,
    };
  }

  #walkBlock(element: HtmlElement, tag: string, around: Surroundings, within: Surroundings): void {
    this.flush(around);
    const isSpaced = this.#isSpaced(tag, around);
    if (isSpaced) this.#isAfterGap = true;
    const before = this.blocks.length;
    this.#addLabel(element, within);
    if (tag === "ul" || tag === "ol" || tag === "menu" || tag === "dir") this.#walkList(element, within);
    else if (tag === "table" || tag === "dl") this.#addGrids(element, tag, within);
    else if (tag === "pre" && this.#options.preformatted !== undefined) {
      for (const block of this.#options.preformatted(preformattedText(element))) this.blocks.push(block);
    } else for (const child of element.children) this.walk(child, within);
    this.flush(within);
    // An empty paragraph is a blank line.
    if (isSpaced || (tag === "p" && this.blocks.length === before)) this.#isAfterGap = true;
  }

  /** What the style sheet prints before a block that is no entry of a list. */
  #addLabel(element: HtmlElement, within: Surroundings): void {
    const label = tagOf(element) === "li" ? undefined : this.#options.labels?.get(element);
    if (label !== undefined) this.#runs.push({ text: label, emphases: within.emphases, page: null, box: null });
  }

  #labelOf(entry: HtmlElement): Marker | null {
    const label = this.#options.labels?.get(entry);
    return label === undefined ? null : { list: "number", label };
  }

  #isSpaced(tag: string, around: Surroundings): boolean {
    if (tag === "p") return this.#options.hasParagraphGaps && around.lists === 0;
    if (tag === "ul" || tag === "ol") return around.lists === 0;
    return SPACED.has(tag) || HEADING.test(tag);
  }

  #walkList(list: HtmlElement, within: Surroundings): void {
    const markerOf = listMarkers(list);
    for (const child of list.children) {
      if (tagOf(child) !== "li" || !isElement(child)) {
        this.walk(child, within);
        continue;
      }
      this.flush(within);
      this.#marker = joinMarkers(this.#marker, this.#labelOf(child) ?? markerOf(child));
      this.walk(child, within);
      // The mark of an empty entry goes with it.
      if (!elementsOf(child).some((inner) => tagOf(inner) === "ol" || tagOf(inner) === "ul")) this.#marker = null;
    }
    this.flush(within);
    this.#marker = null;
  }

  #addGrids(element: HtmlElement, tag: string, within: Surroundings): void {
    const blocksOf = (nodes: readonly HtmlNode[]) => this.#innerBlocks(nodes, within);
    const blocks = tag === "dl" ? definitionBlocks(element, blocksOf) : tableBlocks(element, blocksOf);
    // The number of an entry that holds nothing but a table stands above it.
    const alone = { heading: null, indent: null, isAfterGap: true, marker: this.#marker };
    if (blocks.length > 0) this.blocks.push(...finishParagraphs([], alone));
    this.#marker = null;
    blocks.forEach((block, position) => {
      this.blocks.push(position === 0 && block.type === "paragraph" ? { ...block, isAfterGap: true } : block);
    });
  }

  /** Blocks of a cell: a fresh paragraph, the same emphases. */
  #innerBlocks(nodes: readonly HtmlNode[], within: Surroundings): Block[] {
    const inner = new Builder(this.#options);
    const start = { ...within, indent: 0, lists: 0 };
    for (const node of nodes) inner.walk(node, start);
    inner.flush(start);
    return inner.blocks;
  }
}

/** The lines of a `<pre>`; words that stand out are marked as in a plain text. */
function preformattedText(element: HtmlElement): string {
  const pieces: string[] = [];
  const open: HtmlNode[] = [element];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === "text") {
      const isBold = isElement(next.parent ?? next) && /^(?:b|strong)$/.test(tagOf(next.parent ?? next));
      const text = decodeAgain(next.data);
      pieces.push(isBold ? text.replace(/^([^\S\n]*)(\S.*?)([^\S\n]*)$/, "$1**$2**$3") : text);
    } else if (tagOf(next) === "br") pieces.push("\n");
    else if (isElement(next) && !UNSEEN.has(tagOf(next)))
      for (const child of [...next.children].reverse()) open.push(child);
  }
  return pieces.join("");
}

function isBlock(element: HtmlElement, tag: string): boolean {
  if (BLOCKS.has(tag) || HEADING.test(tag)) return true;
  return /display\s*:\s*(?:block|flex|grid|table|list-item)/i.test(attributeOf(element, "style"));
}

/** Word saves the bullets and numbers of its lists as text in a span of its own; a letter of a symbol font is a bullet. */
function isOfficeBullet(element: HtmlElement): boolean {
  if (!/mso-list\s*:\s*ignore/i.test(attributeOf(element, "style"))) return false;
  return /^[\s\u00a0]*[^\p{N}\p{L}(][\s\u00a0]*$|^[\s\u00a0]*[o§][\s\u00a0]*$/u.test(textOf(element));
}

/** An entry that begins with a list shows both marks on one line. */
function joinMarkers(outer: Marker | null, inner: Marker | null): Marker | null {
  if (outer === null || outer.label === "") return inner;
  if (inner === null || inner.label === "") return outer;
  return { list: "number", label: outer.label + inner.label };
}
