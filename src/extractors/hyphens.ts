/** Words that a line end has cut, joined again. */

/** All words of a document, in small letters: they tell a hyphen that belongs to a word from one that only ends a line. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu;

/** The vocabulary of a document's lines. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) for (const word of line.matchAll(WORD)) words.add(word[0].toLowerCase());
  return words;
}

/** The end of a line as it reads when the next one follows it. */
export function joinedEnd(text: string, next: string, vocabulary: Vocabulary): string {
  const head = /(\p{L}+(?:-\p{L}+)*)( ?)[-\u2010\u00ad]$/u.exec(text);
  const tail = /^\p{Ll}[\p{L}’']*/u.exec(next)?.[0];
  if (head === null || tail === undefined) return /[-–—/]$/.test(text) && !/\s[-–—/]$/.test(text) ? text : `${text} `;
  const [mark, stem = "", blank = ""] = head;
  const kept = text.slice(0, text.length - mark.length) + stem;
  const isOneWord = vocabulary.has((stem + tail).toLowerCase());
  const isCompound = vocabulary.has(`${stem}-${tail}`.toLowerCase());
  // "be -" with a blank is a cut word only where the whole word is known: else it is a dash.
  if (blank !== "") return isOneWord ? kept : `${text} `;
  if (isOneWord || text.endsWith("\u00ad")) return kept;
  return isCompound || COMPOUND_HEADS.has(stem.toLowerCase()) ? text : kept;
}

/** First halves that keep their hyphen where the document itself does not tell. */
const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  "co ex non self well part full half long short high low mid off on one two three four five six vice by post pre multi cross semi sub under over all follow set sign".split(
    " ",
  ),
);
