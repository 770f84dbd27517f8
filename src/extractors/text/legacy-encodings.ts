/** Which of the old one-byte encodings some bytes are in, told by what the letters beyond ASCII stand beside. */

import iconv from "iconv-lite";

export type LegacyEncoding = "windows-1252" | "cp850" | "cp437" | "macintosh";

/** In this order where the evidence is equal. */
const CANDIDATES: readonly LegacyEncoding[] = ["windows-1252", "cp850", "cp437", "macintosh"];

/** As much of a text as is needed to tell. */
const SAMPLE = 200_000;

/** The encoding in which the characters beyond ASCII stand where such characters stand in English minutes. */
export function legacyEncoding(bytes: Uint8Array): LegacyEncoding {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE));
  let best: LegacyEncoding = "windows-1252";
  let highest = Number.NEGATIVE_INFINITY;
  for (const encoding of CANDIDATES) {
    const score = plausibility(iconv.decode(sample, encoding));
    if (score > highest) [best, highest] = [encoding, score];
  }
  return best;
}

/** What stands where it is usual, and what never does, each with its weight. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/(?<=\p{Ll})[àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšž](?=\p{Ll}|\P{L}|$)/gu, 2],
  [/(?<![\p{L}\p{N}])[ÀÁÂÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŠŽÆ](?=\p{L})/gu, 2],
  [/(?<![\p{L}\p{N}])[áâéíóúöô](?=\p{Ll})/gu, 1],
  [/[£€](?=\s?\d)/gu, 3],
  [/(?<=\p{L})’(?=\p{L}|\s|$)/gu, 3],
  [/(?<=^|[\s(])[“‘](?=[\p{L}\p{N}])/gmu, 3],
  [/(?<=[\p{L}\p{N}.,;:?!])[”’](?=[\s).,;:]|$)/gmu, 2],
  [/(?<=\s)[–—](?=\s)/gu, 3],
  [/(?<=\d)[–½¼¾°](?=\P{L}|$)/gmu, 2],
  [/(?<=\p{L})…/gu, 2],
  [/^\s*[•·](?=\s)/gmu, 3],
  // Tables drawn with the line characters of DOS: three in a row are no letters.
  [/[─═━]{3,}|[│║](?=\s)|[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝](?=[─═])/gu, 3],
  // Runs such as "ÄÄÄÄ" are lines that were read as letters.
  [/([ÄÍÀ³ƒÕ])\1{2,}/gu, -9],
  [/(?<=\p{L})[─-╿▀-▟](?=\p{L})/gu, -3],
  [/(?<=\p{Ll})[\p{Lu}\p{S}‚„†‡‰](?=\p{Ll})/gu, -3],
  [/(?<=\s)[‚œƒŒ](?=\d)/gu, -3],
  [/[\u0080-\u009f\ufffd]/gu, -3],
  [/[∂∑∏π∫Ωºª√≈∆◊ı˜¯˘˙˚˝˛ˇ]/gu, -1],
];

function plausibility(text: string): number {
  const beyond = text.replace(/[^\n]*\n?/g, (line) => (/[^\u0000-\u007f]/.test(line) ? line : ""));
  return SIGNS.reduce((sum, [pattern, weight]) => sum + weight * (beyond.match(pattern)?.length ?? 0), 0);
}
