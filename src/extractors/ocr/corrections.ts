/** What Tesseract regularly takes for something else, put right where the line itself shows it. */

interface Word {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.,]?$/i;

/** Two or three letters of which one is small that looks like its capital but for its size: initials. */
const INITIALS = /^(?=.*\p{Lu})[\p{Lu}cosvwxz]{2,3}(?:\/[\p{Lu}cosvwxz]{2,3})*$/u;

/** What a round bullet, a square or a tick in front of a line is read as; lone small letters but `a` and `i` are no words. */
const BULLET = /^(?:[•●○◦▪■□*+«»®©¢°¤§¥~=>-]|[eo]|\.)$/;

/** A short word and the figure after it: `of25`. */
const RUN_TOGETHER = /^(of|on|to|by|at|in|from|until|and|for|the|is|was)(\d[\d.,:]*)$/i;

/** "Cllr" has no vowel to hold on to: it is read as `Clir`, `CIIr`, `Clilr`, `Clr`. */
const COUNCILLOR = /^(?:[CG][lI1i|]{2,3}|Cl)r(?=s?(?:[^\p{L}]|$))/u;

/** The texts of a line's words, mended; empty where nothing was printed. `size` is the font size in points. */
export function correctedWords(words: readonly Word[], size: number): string[] {
  return words.map((word, index) => {
    const next = words[index + 1];
    if (index === 0 && next !== undefined && BULLET.test(word.text)) {
      return next.x0 - word.x1 > 0.35 * size ? "•" : word.text;
    }
    // A dash between blanks is mostly the shorter one, and the engine gives the longer.
    if (word.text === "—") return "–";
    let text = straightQuotes(word.text).replace(COUNCILLOR, "Cllr");
    if (isSpeck(text, words)) text = text.slice(1);
    if (/^[cosvwxz]/.test(text) && INITIALS.test(text)) text = text.toUpperCase();
    if (next !== undefined && MONTH.test(next.text)) text = ordinal(text);
    // A round capital is at times read twice, as a nought and as itself.
    text = text.replace(/(?<=\p{Lu})(?:0O|O0)(?=\p{Lu})/gu, "O");
    if (index === 0) text = itemNumber(text).replace(/^(\d{1,2}\.)(?=\p{Lu}\p{L})/u, "$1 ");
    text = text.replace(RUN_TOGETHER, "$1 $2");
    return text.replace(/^[|\\]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,;:])[|\\]+$/gu, "");
  });
}

/** Two commas or single quotes for a double one. */
function straightQuotes(text: string): string {
  return text.replace(/^(?:,,|‘‘|'')/, "“").replace(/(?:’’|'')$/, "”");
}

/** A speck before a word is read as a quote that nothing closes. */
function isSpeck(text: string, words: readonly Word[]): boolean {
  return /^['‘’`](?=[\p{Lu}\d])/u.test(text) && !words.some((word) => /['’‘”"]$/.test(word.text));
}

/** `28"` before a month: raised letters are too small to be read. */
function ordinal(text: string): string {
  const match = /^(\d{1,2})(?:["”“'’‘*°™®:]{1,2}|t[hn]?|['"’”]?[hn])$/.exec(text);
  const day = Number(match?.[1]);
  if (match === null || day < 1 || day > 31) return text;
  const ending = day > 10 && day < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${ending}`;
}

/** `1l.`, `I.` before digits, `2O.`: a number in front of a line holds digits. */
function itemNumber(text: string): string {
  if (!/^[\dlIO|]{1,3}(?:[.,][\dlIO|]{1,3})*[.,):]?$/.test(text) || !/\d|^[l|][.)]$/.test(text)) return text;
  return text
    .replace(/[lI|]/g, "1")
    .replace(/O/g, "0")
    .replace(/(?<=\d),(?=\d)|(?<=\d),$/g, ".");
}
