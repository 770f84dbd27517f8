/** The operators of a page → the strings that it shows. */

import { isGlyph, isLetter, isLetterSpaced, kindOf, noteWidth } from "./glyphs.js";
import { compose, IDENTITY, type Matrix, toMatrix } from "./matrix.js";
import { OPERATORS, type RawOperators } from "./operators.js";
import { type ShownString, StringJoiner } from "./string-joiner.js";
import {
  type FontWidths,
  headingOf,
  MOST_GLYPHS,
  MOST_STRINGS,
  moveLine,
  nameOf,
  numberOf,
  type PaintedFont,
  type PaintedText,
  scaleOf,
  setTextMatrix,
  type TextState,
  textState,
  type View,
} from "./text-state.js";

/** Runs a page's operators and collects its strings, and in `widths` those of the letters that it shows. */
export function paintText(
  operators: RawOperators,
  view: View,
  fontOf: (id: string) => PaintedFont,
  widths: FontWidths,
): PaintedText {
  const painter = new TextPainter(view, fontOf, widths);
  for (const [index, code] of operators.codes.entries()) painter.run(code, operators.args[index] ?? []);
  return painter.finish();
}

/** Operators that only set a number. */
const SETTINGS: ReadonlyMap<number, "letterSpacing" | "wordSpacing" | "leading" | "rise"> = new Map([
  [OPERATORS.setCharSpacing, "letterSpacing"],
  [OPERATORS.setWordSpacing, "wordSpacing"],
  [OPERATORS.setLeading, "leading"],
  [OPERATORS.setTextRise, "rise"],
]);

/** A class because drawing is a state that the operators change. */
class TextPainter {
  readonly #view: View;
  readonly #fontOf: (id: string) => PaintedFont;
  readonly #saved: TextState[] = [];
  #state = textState();
  /** Forms have strings of their own: the innermost is the last. */
  readonly #joiners: StringJoiner[] = [new StringJoiner()];
  readonly #strings: ShownString[] = [];
  readonly #widths: FontWidths;
  readonly #tags: string[] = [];
  readonly #contents: (number | null)[] = [];
  #isOtherDirection = false;
  #glyphs = 0;
  #isCut = false;

  constructor(view: View, fontOf: (id: string) => PaintedFont, widths: FontWidths) {
    this.#widths = widths;
    this.#view = view;
    this.#fontOf = fontOf;
  }

  finish(): PaintedText {
    while (this.#joiners.length > 0) this.#endForm();
    return { strings: this.#strings, isOtherDirection: this.#isOtherDirection && !this.#isCut, isCut: this.#isCut };
  }

  run(code: number, args: readonly unknown[]): void {
    const state = this.#state;
    const [first, second] = args;
    switch (code) {
      case OPERATORS.showText:
        if (Array.isArray(first) && this.#hasRoomFor(first.length)) this.#show(first);
        return;
      case OPERATORS.setTextMatrix:
        setTextMatrix(state, toMatrix(first) ?? IDENTITY);
        this.#joiner.rescale(scaleOf(state));
        return;
      case OPERATORS.moveText:
        moveLine(state, numberOf(first), numberOf(second));
        return;
      case OPERATORS.setLeadingMoveText:
        state.leading = -numberOf(second);
        moveLine(state, numberOf(first), numberOf(second));
        return;
      case OPERATORS.nextLine:
        moveLine(state, 0, -state.leading);
        return;
      case OPERATORS.beginText:
        setTextMatrix(state, IDENTITY);
        return;
      case OPERATORS.setFont:
        this.#setFont(first, second);
        return;
      case OPERATORS.setHScale:
        state.stretch = numberOf(first) / 100;
        return;
      case OPERATORS.setFillRGBColor:
        state.color = typeof first === "string" ? first : null;
        return;
      case OPERATORS.setGState:
        this.#setGraphicsState(first);
        return;
    }
    const setting = SETTINGS.get(code);
    if (setting !== undefined) state[setting] = numberOf(first);
    else this.#runStructure(code, args);
  }

  /** Operators that save, nest and mark. */
  #runStructure(code: number, args: readonly unknown[]): void {
    switch (code) {
      case OPERATORS.save:
        this.#save();
        return;
      case OPERATORS.restore:
        this.#restore();
        return;
      case OPERATORS.transform:
        this.#transform(args);
        return;
      case OPERATORS.paintFormXObjectBegin:
        this.#beginForm();
        this.#transform(args[0]);
        return;
      case OPERATORS.beginAnnotation:
        this.#beginForm();
        this.#state = textState();
        this.#transform(args[2]);
        this.#transform(args[3]);
        return;
      case OPERATORS.paintFormXObjectEnd:
      case OPERATORS.endAnnotation:
        this.#endForm();
        this.#restore();
        return;
      case OPERATORS.beginMarkedContent:
      case OPERATORS.beginMarkedContentProps:
        this.#joiner.flush();
        this.#tags.push(nameOf(args[0]) ?? "");
        if (code === OPERATORS.beginMarkedContentProps)
          this.#contents.push(typeof args[1] === "number" ? args[1] : null);
        else this.#contents.push(null);
        return;
      case OPERATORS.endMarkedContent:
        this.#joiner.flush();
        this.#tags.pop();
        this.#contents.pop();
        return;
    }
  }

  #hasRoomFor(glyphs: number): boolean {
    this.#glyphs += glyphs;
    this.#isCut ||= this.#glyphs > MOST_GLYPHS || this.#joiner.strings.length > MOST_STRINGS;
    return !this.#isCut;
  }

  get #joiner(): StringJoiner {
    const joiner = this.#joiners.at(-1);
    if (joiner !== undefined) return joiner;
    const added = new StringJoiner();
    this.#joiners.push(added);
    return added;
  }

  #beginForm(): void {
    this.#joiner.flush();
    this.#strings.push(...this.#joiner.strings.splice(0));
    this.#save();
    this.#joiners.push(new StringJoiner());
  }

  #endForm(): void {
    const joiner = this.#joiners.pop();
    joiner?.flush();
    for (const string of joiner?.strings ?? []) this.#strings.push(string);
  }

  #save(): void {
    const state = this.#state;
    this.#saved.push(state);
    this.#state = { ...state };
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    if (saved.fontId !== this.#state.fontId || saved.size !== this.#state.size) this.#joiner.flush();
    this.#state = saved;
  }

  #transform(by: unknown): void {
    const matrix = toMatrix(by);
    if (matrix !== null) this.#state.page = compose(this.#state.page, matrix);
  }

  #setFont(id: unknown, size: unknown): void {
    if (typeof id !== "string") return;
    if (id === this.#state.fontId && size === this.#state.size) return;
    this.#joiner.flush();
    this.#state.fontId = id;
    this.#state.size = numberOf(size);
  }

  /** Graphics states come as lists of key and value. */
  #setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      if (Array.isArray(entry) && entry[0] === "Font" && Array.isArray(entry[1]))
        this.#setFont(entry[1][0], entry[1][1]);
    }
  }

  #show(glyphs: readonly unknown[]): void {
    const state = this.#state;
    const font = this.#fontOf(state.fontId);
    if (font.isVertical) this.#isOtherDirection = true;
    const { size, stretch } = state;
    const [a, b, c, d] = state.line;
    const high = font.type3Height !== null && size <= 1 && font.matrix[0] !== 0.001 ? font.type3Height : 1;
    const linear = compose(state.page, [
      a * size * stretch,
      b * size * stretch,
      c * size * high,
      d * size * high,
      0,
      0,
    ]);
    const scale = scaleOf(state);
    const isArtifact = this.#tags.includes("Artifact");
    const heading = headingOf(this.#tags);
    const content = this.#contents.findLast((id) => id !== null) ?? null;
    const { fontId, color } = state;
    const [pa, pb, pc, pd, pe, pf] = state.page;
    const pen = (): Matrix => {
      const x = state.x + c * state.rise;
      const y = state.y + d * state.rise;
      return [linear[0], linear[1], linear[2], linear[3], pa * x + pc * y + pe, pb * x + pd * y + pf];
    };
    const advance = (by: number) => {
      state.x += a * by;
      state.y += b * by;
    };
    const widths = this.#widthsOf(fontId);
    const isSpaced = isLetterSpaced(glyphs, state.letterSpacing / size);
    for (const [index, glyph] of glyphs.entries()) {
      if (typeof glyph === "number") {
        const gap = ((-glyph * size) / 1000) * stretch;
        advance(gap);
        if (isSpaced && isLetter(glyphs[index + 1])) this.#joiner.stretch(gap, pen());
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const { unicode } = glyph;
      const kind = kindOf(unicode);
      if (kind === "invisible") continue;
      const width = glyph.width * font.matrix[0] * size;
      const spacing = (state.letterSpacing + (glyph.originalCharCode === 0x20 ? state.wordSpacing : 0)) * stretch;
      if (kind === "blank") {
        this.#joiner.addBlank();
        advance(width * stretch + spacing);
        continue;
      }
      noteWidth(widths, glyph);
      if (kind === "other") this.#isOtherDirection = true;
      const place = pen();
      if (kind !== "mark" && !this.#isShown(place, width)) {
        advance(width * stretch + spacing);
        continue;
      }
      const along = kind === "mark" ? 0 : width * stretch;
      advance(along);
      const stroke = { matrix: place, fontId, fontSize: size, scale, color, isArtifact, heading, content };
      this.#joiner.add(unicode, stroke, along, along === 0 ? place : pen(), kind === "mark");
      advance(spacing);
      if (isSpaced && spacing > 0 && index < glyphs.length - 1) this.#joiner.stretch(spacing, pen());
    }
  }

  #isShown(place: Matrix, width: number): boolean {
    const [left, bottom, right, top] = this.#view;
    return place[4] + width >= left && place[4] <= right && place[5] >= bottom && place[5] <= top;
  }

  #widthsOf(fontId: string): Map<string, number> {
    const known = this.#widths.get(fontId);
    if (known !== undefined) return known;
    const widths = new Map<string, number>();
    this.#widths.set(fontId, widths);
    return widths;
  }
}
