/** How words and names are compared: what is the same but for case, marks and titles is the same. */

/** Lower case, accents and quotation marks dropped, every dash and other mark a blank. */
export function normalise(text: string | null | undefined): string {
  return (text ?? "")
    .replace(/['’‘`´"“”\u00ad]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, " ")
    .replaceAll("£", " gbp ")
    .normalize("NFKD")
    .replace(/[^\u0000-\u007f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, " ")
    .trim();
}

/** The words of a text, normalised. */
export function wordsOf(text: string | null | undefined): string[] {
  const normalised = normalise(text);
  return normalised === "" ? [] : normalised.split(" ");
}

/** How much two texts have in common: the F1 of their bags of words, 0 to 1. Two texts without words are the same. */
export function overlap(a: string | null | undefined, b: string | null | undefined): number {
  const wordsOfA = wordsOf(a);
  const wordsOfB = wordsOf(b);
  if (wordsOfA.length === 0 || wordsOfB.length === 0) return wordsOfA.length === wordsOfB.length ? 1 : 0;
  return (2 * commonCount(wordsOfA, wordsOfB)) / (wordsOfA.length + wordsOfB.length);
}

/** How many words two bags share, each as often as it stands in both. */
export function commonCount(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common++;
  }
  return common;
}

/** What stands around a name and is not the name. */
const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss dr cllr cllrs councillor councillors cll cr insp inspector sgt sergeant " +
    "pc ps pcso supt superintendent chief di dci ch lord lady sir dame rev revd reverend prof " +
    "professor the hon obe mbe cbe jp cc mp qpm alderman ald baroness capt major col"
  ).split(" "),
);

/** A name without titles and bracketed words, by which two spellings of it are the same person. */
export function nameKey(name: string | null | undefined): string {
  const words = wordsOf((name ?? "").replace(/\([^)]*\)/g, " "));
  const key = words.filter((word) => !TITLES.has(word)).join(" ");
  // Initials such as "JP" or "CC" are a name where nothing else is left.
  return key === "" ? normalise(name) : key;
}

/** Whether two names mean the same person; an empty name means nobody. */
export function isSameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const key = nameKey(a);
  return key !== "" && key === nameKey(b);
}
