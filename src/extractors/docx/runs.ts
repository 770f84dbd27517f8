/** The runs of a paragraph: words, signs, tabs and breaks as shown, and the text boxes that are anchored in it. */

import { equationText } from "./equations.js";
import type { FieldReader } from "./fields.js";
import { fontOf, type LetterStyle, NO_LETTERS, readLetters, shownLetters } from "./letters.js";
import type { NoteMarks } from "./note-marks.js";
import type { Changes, ShownRun } from "./shown.js";
import type { Style, StyleSheet } from "./style-sheet.js";
import { shownChildren } from "./wrappings.js";
import { attributeOf, childOf, settingOf } from "./xml.js";

/** Fonts whose letters are signs. */
const SIGN_FONT = /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats)$/i;

interface RunContext {
  readonly styles: StyleSheet;
  readonly notes: NoteMarks;
  readonly changes: Changes;
  readonly onLink: (address: string) => void;
  readonly addressOf: (id: string) => string | null;
}

export interface ParagraphContent {
  readonly runs: readonly ShownRun[];
  /** Contents of text boxes. */
  readonly boxes: readonly Element[];
}

/** Where the words of one paragraph go. */
interface Sink {
  readonly runs: ShownRun[];
  readonly boxes: Element[];
  readonly style: Style;
  readonly table: LetterStyle;
}

export class RunReader {
  readonly #context: RunContext;
  readonly #fields: FieldReader;

  constructor(context: RunContext, fields: FieldReader) {
    this.#context = context;
    this.#fields = fields;
  }

  /** The shown content of a paragraph. */
  read(paragraph: Element, style: Style, table: LetterStyle): ParagraphContent {
    const sink: Sink = { runs: [], boxes: [], style, table };
    this.#inline(paragraph, sink);
    return sink;
  }

  #inline(element: Element, sink: Sink): void {
    for (const child of shownChildren(element, this.#context.changes)) {
      if (child.nodeName === "w:r") this.#run(child, sink);
      else if (child.nodeName === "w:hyperlink") {
        const address = this.#context.addressOf(attributeOf(child, "r:id") ?? "");
        if (address !== null) this.#context.onLink(address);
        this.#inline(child, sink);
      } else if (child.nodeName === "w:fldSimple") {
        if (this.#fields.openSimple(child)) this.#inline(child, sink);
      } else if (child.nodeName === "m:oMath" || child.nodeName === "m:oMathPara")
        this.#add(equationText(child), this.#lettersOf(null, sink), sink);
    }
  }

  #run(run: Element, sink: Sink): void {
    const properties = childOf(run, "w:rPr");
    const letters = this.#lettersOf(properties, sink);
    const font = fontOf(properties);
    const signs = font !== null && SIGN_FONT.test(font) ? font : null;
    for (const child of shownChildren(run, this.#context.changes)) {
      if (child.nodeName === "w:fldChar") this.#add(this.#fields.mark(child), letters, sink);
      else if (child.nodeName === "w:instrText") this.#fields.addInstruction(child.textContent ?? "");
      else if (letters.hidden !== true && this.#fields.isShown) this.#content(child, letters, signs, sink);
    }
  }

  #content(child: Element, letters: LetterStyle, signs: string | null, sink: Sink): void {
    switch (child.nodeName) {
      case "w:t":
        this.#add((child.textContent ?? "").replace(/[\t\n\r]/g, " "), letters, sink, signs);
        break;
      case "w:tab":
      case "w:ptab":
        this.#add("\t", letters, sink);
        break;
      case "w:br":
      case "w:cr":
        this.#add("\n", letters, sink);
        break;
      case "w:noBreakHyphen":
        this.#add("-", letters, sink);
        break;
      case "w:sym":
        this.#add(signOf(child), letters, sink, attributeOf(child, "w:font"));
        break;
      case "w:footnoteReference":
        this.#add(this.#context.notes.refer("footnote", child), letters, sink);
        break;
      case "w:endnoteReference":
        this.#add(this.#context.notes.refer("endnote", child), letters, sink);
        break;
      case "w:ruby":
        this.#ruby(child, sink, letters);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        for (const box of boxesIn(child, this.#context.changes)) sink.boxes.push(box);
        break;
      default:
        break;
    }
  }

  /** Small words above others stand in brackets behind them. */
  #ruby(ruby: Element, sink: Sink, letters: LetterStyle): void {
    const base = childOf(ruby, "w:rubyBase");
    const above = childOf(ruby, "w:rt");
    if (base !== null) this.#inline(base, sink);
    if (above === null) return;
    this.#add(" (", letters, sink);
    this.#inline(above, sink);
    this.#add(")", letters, sink);
  }

  #add(text: string, letters: LetterStyle, sink: Sink, signs: string | null = null): void {
    if (text !== "") sink.runs.push({ text, letters, signs: signs !== null && SIGN_FONT.test(signs) ? signs : null });
  }

  #lettersOf(properties: Element | null, sink: Sink): LetterStyle {
    const { styles } = this.#context;
    const name = settingOf(properties, "w:rStyle");
    return shownLetters({
      direct: readLetters(properties),
      character: name === null ? NO_LETTERS : styles.styleOf(name).letters,
      paragraph: sink.style.letters,
      table: sink.table,
      defaults: styles.letterDefaults,
    });
  }
}

function signOf(symbol: Element): string {
  const code = Number.parseInt(attributeOf(symbol, "w:char") ?? "", 16);
  return Number.isInteger(code) && code >= 32 && code <= 0xffff ? String.fromCharCode(code) : "";
}

/** The contents of the text boxes in a drawing, each once, and words along paths. */
export function boxesIn(drawing: Element, changes: Changes): Element[] {
  if (drawing.nodeName === "w:txbxContent" || drawing.nodeName === "v:textpath") return [drawing];
  return shownChildren(drawing, changes).flatMap((child) => boxesIn(child, changes));
}
