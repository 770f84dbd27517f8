/** Fonts and styles of a rich text: what its tables at the beginning say. */

import { codePageOfCharset } from "./code-pages.js";

export interface RtfStyle {
  readonly name: string;
  /** Level of headings from 1. */
  readonly outline: number | null;
}

/** Grows while the tables are read; a class because an entry comes in pieces. */
export class StyleTable {
  readonly #codePages = new Map<number, number>();
  readonly #styles = new Map<number, RtfStyle>();
  #font = 0;
  #style: { number: number; outline: number | null; name: string } | null = null;

  /** A control word inside the font table. */
  font(word: string, param: number | null): void {
    if (word === "f") this.#font = param ?? 0;
    const codePage = word === "fcharset" ? codePageOfCharset(param ?? 0) : word === "cpg" ? param : null;
    if (codePage !== null) this.#codePages.set(this.#font, codePage);
  }

  /** A control word inside the stylesheet. */
  style(word: string, param: number | null): void {
    if (word === "s" || word === "cs" || word === "ts") {
      this.#style = word === "s" ? { number: param ?? 0, outline: null, name: "" } : null;
    } else if (word === "outlinelevel" && this.#style !== null && param !== null && param < 9) {
      this.#style.outline = param + 1;
    }
  }

  /** Words inside the stylesheet: the style's name, ended by a semicolon. The paragraph style without a number is 0. */
  styleName(text: string): void {
    this.#style ??= { number: 0, outline: null, name: "" };
    this.#style.name += text;
    if (!text.includes(";")) return;
    const { number, outline, name } = this.#style;
    this.#styles.set(number, { name: name.replace(/;.*$/s, "").trim(), outline });
    this.#style = null;
  }

  /** The code page of a font; null where it has that of the document. */
  codePageOf(font: number | null): number | null {
    return font === null ? null : (this.#codePages.get(font) ?? null);
  }

  styleOf(number: number | null): RtfStyle | null {
    return this.#styles.get(number ?? 0) ?? null;
  }
}

/** Level of headings of a style by its name, as Word names its own in English. */
export function headingOf(style: RtfStyle | null): number | null {
  if (style === null) return null;
  const level = /^heading[ _](?:20_)?([1-9])$/i.exec(style.name)?.[1];
  return style.outline ?? (/^title$/i.test(style.name) ? 1 : level === undefined ? null : Number(level));
}
