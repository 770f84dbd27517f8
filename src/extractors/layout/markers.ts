/** How list entries and numbered paragraphs begin. */

/** Bullets that are never a word, private-use characters of symbol fonts among them. */
const BULLET = "[•▪●○■□◦‣⁃∙·➢➤❖✓✔➔▫◆◾\\u00a7\\ue000-\\uf8ff\\uf0b7]";
const SURE_BULLET = new RegExp(`^${BULLET}+$`, "u");
const BULLET_PREFIX = new RegExp(`^${BULLET}\\s*`, "u");
/** Signs that are bullets only where they stand alone before a gap. */
const STANDING_BULLET = /^(?:[-–—*o]|[vØØü])$/;

/** Whether a stretch of text that stands alone at the start of a line is a bullet. */
export function isBullet(text: string, isSymbol: boolean): boolean {
  if (SURE_BULLET.test(text)) return true;
  if (isSymbol && text.length === 1) return true;
  return /^[-–—*o]$/.test(text) || (isSymbol && STANDING_BULLET.test(text));
}

/** The bullet that a text begins with, with the blanks behind it; empty where there is none. */
export function bulletPrefix(text: string): string {
  return BULLET_PREFIX.exec(text)?.[0] ?? /^[-–—*] (?=\S)/.exec(text)?.[0] ?? "";
}

/** One kind of number a line: the whole text is the marker. */
const NUMBERS: readonly RegExp[] = [
  /^\(?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])[.):]\)?$/, // 4. (a) iv) B.
  /^\d{1,3}[a-z]?$/, // 12, 7a
  /^\d{1,4}(?:\(\d\))?(?:[./-]\d{1,4})+[a-z]?[.):]?$/, // 07.17.01, 04(2).24.01, 6.1, 12/2021
  /^\d{1,2}[-.]?[A-Z][.:)]?$/, // 3-B., 3.A
  /^[A-Z]{1,5} ?\d+(?:[./-]\d+)*[.:)]?$/, // BM 18/2021, FGB01/1920
  /^(?:Item|Minute|No\.?) \d+[.:]?$/i,
];

/** Whether the whole of a text is the number or letter of an entry. A bare year is none. */
export function isNumberMarker(text: string): boolean {
  if (/^(?:19|20)\d\d$/.test(text)) return false;
  return NUMBERS.some((pattern) => pattern.test(text));
}

const LEADING_NUMBER =
  /^(?:\(?(?:\d{1,4}|[a-z]|[ivx]{1,5}|[A-Z])[.)]\)?|\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)|\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,2}[-.]?[A-Z]\.|[A-Z]{1,4} ?\d+\/\d+)(?=\s+\S)/;

/** The number or letter that a text begins with, without the blanks behind it; empty where there is none. */
export function leadingNumber(text: string): string {
  return LEADING_NUMBER.exec(text)?.[0] ?? "";
}

/** Whether words can follow a marker: `12   34` are two figures, not an entry with a number. */
export function canFollowMarker(text: string): boolean {
  if (/^[\p{L}"'“‘([£*<]/u.test(text) || /^\d+(?:st|nd|rd|th)\b/.test(text)) return true;
  const [first = ""] = text.split(" ");
  return isNumberMarker(first) && !/^\d+$/.test(first);
}
