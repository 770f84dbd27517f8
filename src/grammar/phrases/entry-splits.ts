/** Where a stretch of words holds several people: at a full stop, at "and", at a title that no mark parts from what stands before it. */

import type { IToken } from "chevrotain";
import { nameIn, type Segment } from "./entry.js";
import { headKind, readName } from "./likeness.js";
import { And, Capitals, GroupTitle, Initial, Name, Stop, Title } from "./person-parser.js";

/** Parts sentences: a stop behind a longer word and before a capital. Those of titles and initials belong to their tokens. */
export function splitAtStop(segment: Segment): Segment[] {
  return splitWhere(
    segment,
    (tokens, index) =>
      tokens[index]?.tokenType === Stop &&
      (tokens[index - 1]?.image.length ?? 0) > 3 &&
      /^\p{Lu}/u.test(tokens[index + 1]?.image ?? ""),
  );
}

/** Parts what no mark parts: "in the Chair Councillors A Smith", "Mrs Ann Lee Mr John Webb". */
export function splitAtTitle(segment: Segment): Segment[] {
  const { tokens } = segment;
  const place = tokens.findIndex((token, index) => index > 0 && opensEntry(tokens, index, token));
  if (place < 0) return [segment];
  const right = { ...segment, tokens: tokens.slice(place), mark: null };
  return [{ ...segment, tokens: tokens.slice(0, place) }, ...splitAtTitle(right)];
}

function opensEntry(tokens: readonly IToken[], index: number, { tokenType, image }: IToken): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1]?.tokenType;
  if (next === undefined || before === undefined || before.tokenType === And || before.tokenType === Title)
    return false;
  const isName = next === Name || next === Initial || next === Capitals || next === Title;
  if (tokenType === GroupTitle) return isName && /^(?:Cllrs|Clrs|Councillors|Messrs)/i.test(image);
  return (
    tokenType === Title &&
    isName &&
    /^(?:(?:\p{L}+\s+)?(?:Cllr|Clr|Councillor)|Mrs?|Ms|Miss|Dr)\.?$/u.test(image) &&
    /^\p{Lu}|^chair$/iu.test(before.image) &&
    before.tokenType !== GroupTitle &&
    !/^(?:for|of|from|by|with|to)$/i.test(before.image)
  );
}

/** Parts "A Smith and B Jones", leaves "Health and Wellbeing Board" whole. */
export function splitAtAnd(segment: Segment): Segment[] {
  return splitWhere(segment, (tokens, index) => tokens[index]?.tokenType === And && isBetweenPeople(tokens, index));
}

/** Parts a segment at the tokens that pass; each becomes the mark of what follows. The test sees the tokens behind the last such place. */
function splitWhere(segment: Segment, isPlace: (tokens: readonly IToken[], index: number) => boolean): Segment[] {
  const parts: Segment[] = [];
  let right = segment;
  for (;;) {
    const { tokens } = right;
    const place = tokens.findIndex((_, index) => isPlace(tokens, index));
    const left = place < 0 ? right : { ...right, tokens: tokens.slice(0, place) };
    if (left.tokens.length > 0) parts.push(left);
    if (place < 0) return parts;
    right = { ...right, tokens: tokens.slice(place + 1), mark: tokens[place] ?? null };
  }
}

function isBetweenPeople(tokens: readonly IToken[], place: number): boolean {
  const left = tokens.slice(0, place);
  const nextAnd = tokens.findIndex((token, index) => index > place && token.tokenType === And);
  const right = tokens.slice(place + 1, nextAnd < 0 ? undefined : nextAnd);
  const [next] = right;
  // A run that ends with "and" was cut there.
  if (next === undefined) return true;
  if (left.length === 0 || next.tokenType === Title || next.tokenType === GroupTitle) return true;
  if (left.every(({ tokenType }) => tokenType === Title)) return readName(right) !== null;
  if (/^the$/i.test(next.image)) return nameIn({ tokens: left, isBracket: false, mark: null }) !== null;
  if (headKind(right) !== null && headKind(tokens) !== null) return false;
  const isLeftName = nameIn({ tokens: left, isBracket: false, mark: null }) !== null;
  const isLeftPost = headKind(left) === "role";
  const isRightName = nameIn({ tokens: right, isBracket: false, mark: null }) !== null;
  return isRightName && (isLeftName || isLeftPost);
}
