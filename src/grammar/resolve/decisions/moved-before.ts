/** What movers decide who stand behind the words: "… supported the new code. / Proposed AQ, seconded BM". */

import { readMotion } from "../../phrases/motion.js";
import type { ClauseGroups } from "./clause-groups.js";
import type { Moved } from "./pending-motion.js";
import type { Unit } from "./units.js";

/** A notice of motion stands so many sentences before its movers. */
const FARTHEST_NOTICE = 10;

/** The words of a notice of motion, which stand in quotation marks some sentences before its movers. */
export function noticeBefore(units: readonly Unit[], { groupAt }: ClauseGroups, at: number): Moved | null {
  for (let index = at - 1; index >= Math.max(0, at - FARTHEST_NOTICE) && !groupAt.has(index); index--) {
    const unit = units[index];
    const quote = unit === undefined ? -1 : unit.text.search(/["“](?=[A-Z])/);
    if (unit === undefined || quote < 0 || quote > 120) continue;
    return { span: { start: unit.span.start + quote, end: unit.span.end }, sentence: unit.text };
  }
  return null;
}

/** With these words the motion, or what leads to it, follows its movers. */
const FOLLOWS =
  /^["“'(]*(?:that|to|seconded|motion|whereas|and\s+(?:whereas|resolved|agreed|it\s+was)|(?:now,?\s+)?therefore|be\s+it|resolution|by-?law)\b/i;

/** The sentence before the movers at `from` to `to`, if it can be what they move and no motion follows them. */
export function sentenceBefore(
  units: readonly Unit[],
  { groupAt }: ClauseGroups,
  from: number,
  to: number,
): Moved | null {
  const before = units[from - 1];
  if (before === undefined || groupAt.has(from - 1)) return null;
  const next = units[to + 1];
  if (next !== undefined && (groupAt.has(to + 1) || FOLLOWS.test(next.text))) return null;
  const isStatement =
    before.text.split(/\s+/).length >= 5 &&
    readMotion(before.text) === null &&
    !/\b(?:amendment|seconder)\b/i.test(before.text);
  return isStatement ? { span: before.span, sentence: before.text } : null;
}
