/** Word's control characters in text: fields are shown by their results, signs by the characters that they stand for. */

const FIELD_BEGIN = "\u0013";
const FIELD_SEPARATOR = "\u0014";
const FIELD_END = "\u0015";

/** What is shown of a text, remembered over its stretches: a field may begin in one and end in another. */
export class ShownText {
  /** For each open field, whether its result has begun; the words before that are its instruction. */
  readonly #fields: boolean[] = [];

  /** The shown part of the next stretch. */
  next(text: string): string {
    let shown = "";
    for (const character of text) {
      if (character === FIELD_BEGIN) this.#fields.push(false);
      else if (character === FIELD_SEPARATOR) this.#fields.splice(-1, 1, true);
      else if (character === FIELD_END) this.#fields.pop();
      else if (this.#fields.every((hasResult) => hasResult)) shown += SIGNS[character] ?? character;
    }
    return shown;
  }
}

/** Breaks become line breaks, pictures and the anchors of comments nothing. The call of a note stays: its reader knows what to make of it. */
const SIGNS: Readonly<Record<string, string>> = {
  "\u0000": "",
  "\u0001": "",
  "\u0003": "",
  "\u0004": "",
  "\u0005": "",
  "\u0008": "",
  "\u000b": "\n",
  "\u000e": "\n",
  "\u001e": "\u2011",
  "\u001f": "",
};
