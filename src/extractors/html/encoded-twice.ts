/** Entities that were encoded twice: portals print `&nbsp;` and `&#8217;` as words. */

import { load } from "cheerio";
import iconv from "iconv-lite";

const ENCODED = /&(?:([a-z]{2,8}\d{0,2})|#(\d{2,6})|#x([\da-f]{2,5}));/gi;

/** The names that word processors and portals write; any other is looked up. */
const NAMES: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  pound: "£",
  euro: "€",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
  middot: "·",
  shy: "\u00ad",
};

/** Words with such entities decoded once more; a text that means to show one is not to be expected in minutes. */
export function decodeAgain(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENCODED, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name === undefined)
      return character(Number.parseInt(decimal ?? hexadecimal ?? "", decimal === undefined ? 16 : 10));
    return (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined) ?? load(whole, null, false).root().text();
  });
}

/** As browsers do, 128 to 159 are read as Windows-1252. */
function character(point: number): string {
  if (point >= 0x80 && point < 0xa0) return iconv.decode(Buffer.from([point]), "windows-1252");
  return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : "\ufffd";
}
