/** Whether the numbers or the headings tell the items, where minutes have both. */

import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import type { ItemStart } from "./item-title.js";
import type { NumberedLine } from "./number-candidates.js";

/** Weight of a number in front of a title, or of a sentence that is set apart. */
const TITLE_WEIGHT = 1.5;
/** Weight of a number in front of plain words. */
const PLAIN_WEIGHT = 0.9;

/** A chain of headings is trusted; one of plain lines only where few other headings rival it; a list inside one section never. */
export function areNumbered(
  context: PartContext,
  chain: readonly NumberedLine[],
  headings: readonly ItemStart[],
  lines: readonly NumberedLine[],
): boolean {
  const first = chain[0];
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return false;
  if (headings.length === 0 && chain.length === 1)
    return first.isTitle || first.entry.node.reading.token === t.NumberLine;
  const weight = chain.reduce((sum, member) => sum + member.weight, 0) / chain.length;
  const members = new Set(chain.map(({ index }) => index));
  const others = headings.filter(({ index }) => !members.has(index));
  if (isOutnumbered(context, chain, others) || startsAnewBelow(others, chain, lines)) return false;
  if (others.length >= 3 && tearsAList(chain, others, lines)) return false;
  if (countsParagraphs(others, chain)) return false;
  if (chain.length >= 3 && weight >= TITLE_WEIGHT) return true;
  // Where nothing else is a heading, the numbers are what there is.
  if (others.length === 0) return chain.length >= 4 || (chain.length >= 2 && weight >= PLAIN_WEIGHT);
  const isInOneSection = !others.some(({ index }) => index > first.index && index < last.index);
  const usual = others.filter(({ confidence }) => (confidence ?? 0) >= 0.95).length;
  const isList = isInOneSection && (others.length >= 3 || usual >= 2);
  if (isList && weight < TITLE_WEIGHT) return false;
  const begins = first.number.values.at(-1) ?? 0;
  const markup = context.flow.filter((entry) => levelOf(entry) !== null).length;
  const rivals = others.length >= chain.length * 2 && begins === 1;
  if (chain.length >= 4 && weight >= PLAIN_WEIGHT && !rivals && markup < chain.length) return true;
  return weight >= TITLE_WEIGHT && chain.length >= others.length * 0.5;
}

/** Whether more headings of the members' own level stand without a number than with one: then only some happen to have one. */
function isOutnumbered(context: PartContext, chain: readonly NumberedLine[], others: readonly ItemStart[]): boolean {
  const levels = new Set(chain.map(({ entry }) => levelOf(entry)));
  const [level] = levels;
  if (levels.size !== 1 || level === null || level === undefined) return false;
  return others.filter(({ index }) => levelOf(context.flow[index]) === level).length > chain.length;
}

/** Whether the count begins at one again under several headings: then it counts what each of them holds. */
function startsAnewBelow(
  others: readonly ItemStart[],
  chain: readonly NumberedLine[],
  lines: readonly NumberedLine[],
): boolean {
  const { number } = chain[0] ?? {};
  if (number === undefined || others.length < 3 || others.length < chain.length || (number.values.at(-1) ?? 0) !== 1)
    return false;
  let below = 0;
  const heads = others.filter(({ index, confidence }, position) => {
    while ((lines[below]?.index ?? Number.POSITIVE_INFINITY) <= index) below++;
    const first = lines[below];
    const next = others[position + 1]?.index ?? Number.POSITIVE_INFINITY;
    const isOne = first?.number.kind === number.kind && first.number.values.at(-1) === 1 && first.index < next;
    return isOne && !first.isClause && (confidence ?? 0) >= 0.85;
  });
  return heads.length >= 2;
}

/** Whether the chain goes on with the end of a list that begins at one below a heading: "1" to "6" below one, then "7" of the "1" to "11" below the next. */
function tearsAList(
  chain: readonly NumberedLine[],
  others: readonly ItemStart[],
  lines: readonly NumberedLine[],
): boolean {
  const members = new Set(chain.map(({ index }) => index));
  let heading = 0;
  // How many lines outside the chain have counted on from a one below a heading.
  let counted = 0;
  let before = -1;
  for (const { index, number } of lines) {
    while ((others[heading]?.index ?? Number.POSITIVE_INFINITY) < before) heading++;
    const isBelowHeading = (others[heading]?.index ?? Number.POSITIVE_INFINITY) < index;
    before = index;
    const value = number.values.at(-1) ?? 0;
    if (members.has(index) && counted >= 2 && value === counted + 1 && !isBelowHeading) return true;
    if (members.has(index)) counted = 0;
    else if (value === 1) counted = isBelowHeading ? 1 : 0;
    else counted = counted > 0 && value === counted + 1 && !isBelowHeading ? value : 0;
  }
  return false;
}

/** Whether headings stand over 1.1, 2.1, 3.1 …: the numbers then count the paragraphs below them. */
function countsParagraphs(others: readonly ItemStart[], chain: readonly NumberedLine[]): boolean {
  let [groups, headed, next] = [0, 0, 0];
  let before: NumberedLine | null = null;
  for (const member of chain) {
    if (member.number.kind !== "dotted" || member.number.values.length !== 2) return false;
    let isHeaded = false;
    for (; next < others.length && (others[next]?.index ?? 0) < member.index; next++) isHeaded = true;
    if (before?.number.values[0] !== member.number.values[0]) {
      groups++;
      if (isHeaded && member.number.values[1] === 1) headed++;
    }
    before = member;
  }
  return groups >= 3 && headed >= groups * 0.7;
}

function levelOf(entry: FlowEntry | undefined): number | null {
  return entry?.kind === "line" ? entry.node.view.line.style.heading : null;
}
