/** Words with attributes, as Pandoc writes them into Markdown: "[Apologies]{.underline}". */

const ATTRIBUTED = /\[([^[\]]{1,200})\]\{([.#][^{}]{1,80})\}/g;

/** Underlined words get a tag; other attributes vanish. */
export function withoutAttributes(text: string): string {
  return text.replace(ATTRIBUTED, (_whole, words: string, attributes: string) =>
    /\.(?:underline|ul)\b/.test(attributes) ? `<u>${words}</u>` : words,
  );
}
