/** The pass before mammoth: writes into the document what mammoth would lose (numbers, bullets, gaps, tabs, styles of letters) and takes out what is hidden. */

import { TAB, withoutMarkCharacters, writeMark } from "./marks.js";
import type { ListMark, Numbering } from "./numbering.js";
import {
  inherit,
  type LetterStyle,
  type ParagraphLook,
  readLetters,
  readLook,
  type Style,
  type StyleSheet,
} from "./style-sheet.js";
import { attributeOf, childOf, childrenOf, createElement, descendantsOf, settingOf } from "./xml.js";

export interface Preparation {
  /** Labels of which a number's format is not known. */
  readonly unresolved: readonly string[];
}

/** Changes the tree of word/document.xml in place. */
export function prepareDocument(root: Element, styles: StyleSheet, numbering: Numbering): Preparation {
  const unresolved: string[] = [];
  for (const text of descendantsOf(root, "w:t")) text.textContent = withoutMarkCharacters(text.textContent ?? "");
  // Text boxes stand twice in the file; mammoth reads the fallback.
  for (const paragraph of descendantsOf(root, "w:p", isLeftOut)) {
    const style = styleOf(paragraph, styles);
    const runs = descendantsOf(paragraph, "w:r", (name) => name === "w:p" || isLeftOut(name));
    const shown = runs.filter((run) => showLetters(run, style, styles));
    const mark = listMark(paragraph, style, numbering);
    if (mark?.kind === "label" && !mark.isSure) unresolved.push(mark.label);
    if (mark?.kind === "label" ? mark.label !== "" || hasWords(shown) : hasWords(shown)) {
      addMark(paragraph, shown, mark, { style, styles });
    }
    for (const run of shown) replaceBreaks(run);
  }
  return { unresolved };
}

/** Takes the lists out of styles.xml: mammoth must not see them. */
export function removeListsOfStyles(root: Element): void {
  for (const numPr of descendantsOf(root, "w:numPr")) numPr.parentNode?.removeChild(numPr);
}

function isLeftOut(name: string): boolean {
  return name === "mc:Choice" || name === "w:del" || name === "w:moveFrom";
}

function styleOf(paragraph: Element, styles: StyleSheet): Style {
  const id = settingOf(paragraph, "w:pPr", "w:pStyle") ?? styles.defaultParagraph;
  return styles.styleOf(id, "paragraph");
}

/** Writes what a run has from its styles into the run; false where it is hidden, and then takes it out. */
function showLetters(run: Element, style: Style, styles: StyleSheet): boolean {
  const letters = lettersOf(run, style, styles);
  if (letters.hidden === true) {
    run.parentNode?.removeChild(run);
    return false;
  }
  addLetters(run, letters);
  return true;
}

function lettersOf(run: Element, style: Style, styles: StyleSheet): LetterStyle {
  const properties = childOf(run, "w:rPr");
  const own = readLetters(properties);
  const ofParagraph: LetterStyle = lettersOnly(style);
  const name = settingOf(properties, "w:rStyle");
  if (name === null) return inherit(own, ofParagraph);
  return inherit(own, inherit(lettersOnly(styles.styleOf(name, "character")), ofParagraph));
}

function lettersOnly({ bold, italic, underline, strike, hidden, size }: LetterStyle): LetterStyle {
  return { bold, italic, underline, strike, hidden, size };
}

const LETTER_ELEMENTS = [
  ["bold", "w:b"],
  ["italic", "w:i"],
  ["underline", "w:u"],
  ["strike", "w:strike"],
] as const;

function addLetters(run: Element, letters: LetterStyle): void {
  const missing = LETTER_ELEMENTS.filter(
    ([kind, name]) => letters[kind] === true && childOf(run, "w:rPr", name) === null,
  );
  if (missing.length === 0) return;
  let properties = childOf(run, "w:rPr");
  if (properties === null) {
    properties = createElement(run, "w:rPr");
    run.insertBefore(properties, run.firstChild);
  }
  for (const [kind, name] of missing) {
    const element = createElement(run, name);
    if (kind === "underline") element.setAttribute("w:val", "single");
    properties.appendChild(element);
  }
}

function hasWords(runs: readonly Element[]): boolean {
  return runs.some((run) => /\S/.test(textOf(run)) || childOf(run, "w:sym") !== null);
}

function textOf(run: Element): string {
  return childrenOf(run, "w:t")
    .map((text) => text.textContent ?? "")
    .join("");
}

/** Counts, and takes the list out of the paragraph so that mammoth makes no list of it. */
function listMark(paragraph: Element, style: Style, numbering: Numbering): ListMark | null {
  const properties = childOf(paragraph, "w:pPr");
  const numPr = childOf(properties, "w:numPr");
  const own = readLook(properties);
  if (numPr !== null) properties?.removeChild(numPr);
  // The paragraph's mark is deleted (tracked) or hidden: its words belong to the next paragraph.
  if (childOf(properties, "w:rPr", "w:del") !== null) return null;
  const numId = own.numId ?? style.numId;
  if (numId === null || numId === "0") return null;
  const isOfStyle = own.numId === null;
  const level = own.level ?? (isOfStyle ? null : style.level);
  return numbering.next(numId, level ?? linkedLevel(isOfStyle, style), style.id);
}

/** A style may state its level, or the level may name the style: then the list decides (null). */
function linkedLevel(isOfStyle: boolean, style: Style): number | null {
  return isOfStyle && style.level !== null && style.level > 0 ? style.level : null;
}

interface Styles {
  readonly style: Style;
  readonly styles: StyleSheet;
}

/** Puts the mark, and the printed number if there is one, in front of the paragraph's first run, looking like its words. */
function addMark(paragraph: Element, runs: readonly Element[], mark: ListMark | null, { style, styles }: Styles): void {
  const look = inherit(readLook(childOf(paragraph, "w:pPr")), style as ParagraphLook);
  const label = mark?.kind === "label" ? mark.label : "";
  const stated = readLook(childOf(paragraph, "w:pPr")).left;
  const left = stated ?? mark?.left ?? look.left ?? 0;
  const text = writeMark({
    list: mark?.kind === "bullet" ? "bullet" : label === "" ? null : "number",
    isAfterGap: isAfterGap(paragraph, look, styles),
    indent: Math.round(left / 20),
    heading: look.outline !== null && look.outline < 6 ? look.outline + 1 : null,
    size: usualSize(runs, style, styles),
  });
  const run = createElement(paragraph, "w:r");
  const words = createElement(paragraph, "w:t");
  words.appendChild(paragraph.ownerDocument.createTextNode(label === "" ? text : `${text}${label} `));
  run.appendChild(words);
  addLetters(run, commonLetters(runs, style, styles));
  const properties = childOf(paragraph, "w:pPr");
  paragraph.insertBefore(run, properties === null ? paragraph.firstChild : properties.nextSibling);
}

/** A number is bold where all words of its paragraph are. */
function commonLetters(runs: readonly Element[], style: Style, styles: StyleSheet): LetterStyle {
  const all = runs.filter((run) => /[\p{L}\p{N}]/u.test(textOf(run))).map((run) => lettersOf(run, style, styles));
  const every = (kind: "bold" | "italic" | "underline" | "strike") =>
    all.length > 0 && all.every((letters) => letters[kind] === true);
  return {
    bold: every("bold"),
    italic: every("italic"),
    underline: every("underline"),
    strike: every("strike"),
    hidden: null,
    size: null,
  };
}

/** Font size in points of most letters. */
function usualSize(runs: readonly Element[], style: Style, styles: StyleSheet): number | null {
  const letters = new Map<number, number>();
  for (const run of runs) {
    const size = lettersOf(run, style, styles).size;
    if (size !== null) letters.set(size, (letters.get(size) ?? 0) + textOf(run).length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most === undefined ? null : most[0] / 2;
}

/** Space of this many twentieths of a point is seen as a gap. */
const VISIBLE_GAP = 80;

function isAfterGap(paragraph: Element, look: ParagraphLook, styles: StyleSheet): boolean {
  const previous = previousParagraph(paragraph);
  if (previous === null) return false;
  const previousStyle = styleOf(previous, styles);
  const previousLook = inherit(readLook(childOf(previous, "w:pPr")), previousStyle as ParagraphLook);
  const isSameStyle = previousStyle.id === styleOf(paragraph, styles).id;
  const before = look.isContextual === true && isSameStyle ? 0 : (look.before ?? 0);
  const after = previousLook.isContextual === true && isSameStyle ? 0 : (previousLook.after ?? 0);
  return Math.max(before, after) >= VISIBLE_GAP;
}

function previousParagraph(paragraph: Element): Element | null {
  for (let node = paragraph.previousSibling; node !== null; node = node.previousSibling) {
    if (node.nodeName === "w:p") return node as Element;
    if (node.nodeName === "w:tbl") return null;
  }
  return null;
}

/** Tabs become a character that survives HTML; page and column breaks become line breaks, so that words on their two sides stay apart. */
function replaceBreaks(run: Element): void {
  for (const child of childrenOf(run)) {
    if (child.nodeName === "w:tab" || child.nodeName === "w:ptab") {
      const text = createElement(run, "w:t");
      text.appendChild(run.ownerDocument.createTextNode(TAB));
      run.replaceChild(text, child);
    } else if (child.nodeName === "w:br" && attributeOf(child, "w:type") !== null) child.removeAttribute("w:type");
    else if (child.nodeName === "w:cr") run.replaceChild(createElement(run, "w:br"), child);
  }
}
