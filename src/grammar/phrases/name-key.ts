/** Names compared: two spellings of one name, and initials for a full name. */

import { CIVIC_TITLES, COUNCIL_TIERS, GROUP_TITLES, POST_NOMINALS, RANKS, TITLES } from "../vocabulary/people.js";

/** Key by which two spellings of a name are compared: lower case, no accents, titles, post-nominals, brackets or punctuation. A name of nothing but such words ("JP") is its own key. */
export function nameKey(name: string): string {
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
  return coreWords(bare).join(" ") || plainWords(bare).join(" ");
}

/** Whether a name may hold the last word of a key: asked before the name's own key is made. */
export function mayHold(name: string, key: string): boolean {
  return !PLAIN.test(name) || name.toLowerCase().includes(key.slice(key.lastIndexOf(" ") + 1));
}

/** Whether initials ("MS", "CWd", "K.L.") can stand for a full name: first and last initial, or all; small letters behind a capital must follow in the same word. */
export function initialsFit(initials: string, name: string): boolean {
  const letters = initials
    .replace(/[^\p{L}]/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  const chunks = letters.match(/\p{Lu}\p{Ll}*/gu) ?? [];
  if (chunks.length < 2 || chunks.join("") !== letters) return false;
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
  if (fits(chunks, coreWords(bare))) return true;
  const parted = bare.replace(/['’‘`´]/g, " ");
  return parted !== bare && fits(chunks, coreWords(parted));
}

/** The first chunk stands for the first word, the last for the last, those between for words between, in order. */
function fits(chunks: readonly string[], words: readonly string[]): boolean {
  const [first, ...others] = chunks;
  const last = others.pop();
  const lastWord = words.at(-1);
  if (first === undefined || last === undefined || lastWord === undefined || words.length < 2) return false;
  if (!isShortFor(first, words[0] ?? "") || !isShortFor(last, lastWord)) return false;
  let next = 1;
  for (const chunk of others) {
    const found = words.findIndex(
      (word, index) => index >= next && index < words.length - 1 && isShortFor(chunk, word),
    );
    if (found < 0) return false;
    next = found + 1;
  }
  return true;
}

function isShortFor(chunk: string, word: string): boolean {
  const letters = [...chunk.toLowerCase()];
  let place = -1;
  return letters.every((letter, index) => {
    const found = word.indexOf(letter, place + 1);
    const isRight = index === 0 ? found === 0 : found > place;
    place = found;
    return isRight;
  });
}

/** Words in lower case without accents; apostrophes vanish, other marks and hyphens part words, single initials written together ("J.P.") are parted. */
function plainWords(text: string): string[] {
  // Most names need no more than this.
  if (PLAIN.test(text)) return text.toLowerCase().match(/[a-z\d]+/g) ?? [];
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad\u200b'’‘`´"“”]/gu, "")
    .replace(/ł/g, "l")
    .replace(/Ł/g, "L")
    .replace(/ø/g, "o")
    .replace(/Ø/g, "O")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Letters without accents, and no quotation mark or apostrophe. */
const PLAIN = /^[\w\s.,()&/-]*$/;

/** The words of a name without the titles in front and the honours behind; at least one word stays, since "Bishop" and "Ma" are surnames too. */
function coreWords(name: string): string[] {
  const honours = HONOURS_BEHIND.exec(name)?.index ?? name.length;
  const bare = (LETTERS.test(name.slice(0, honours)) ? name.slice(0, honours) : name).replace(/(?<!\p{L})[AT]\//gu, "");
  const words = plainWords(bare);
  while (words.length > 1 && TITLE_WORDS.has(words[0] ?? "")) words.shift();
  return words;
}

const HONOURS_BEHIND = new RegExp(`(?:[\\s,]+(?:${POST_NOMINALS.join("|")})(?![\\p{L}]))+[\\s.,]*$`, "u");
/** What must be left in front of honours: more than one letter. */
const LETTERS = /[\p{L}.]{2}/u;
const TITLE_WORDS: ReadonlySet<string> = new Set(
  [...TITLES, ...CIVIC_TITLES, ...RANKS, ...GROUP_TITLES, ...COUNCIL_TIERS]
    .flatMap(plainWords)
    // "T/Insp" makes no title of the initial in "Mr T Dunford".
    .filter((word) => word.length > 1),
);
