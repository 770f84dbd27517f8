/** Which list a paragraph is in, by itself or by its style. */

import type { ListMark, Numbering } from "./numbering.js";
import type { ShownParagraph } from "./shown.js";

/** The mark before a paragraph; counts. Null where it is in no list: list 0 takes it out of that of its style. */
export function listMark({ own, style }: ShownParagraph, numbering: Numbering): ListMark | null {
  const numId = own.numId ?? style.look.numId;
  if (numId === null || numId === "0") return null;
  if (own.level !== null) return numbering.next(numId, own.level, style.ids);
  // A style may state its level, or the level may name the style: then the list decides (null).
  const { level } = style.look;
  const isStated = own.numId === null && level !== null && level > 0;
  return numbering.next(numId, isStated ? level : null, style.ids);
}
