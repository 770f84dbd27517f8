/** The post in front of a name: "Chair Lord-Hausman", "Public Works Director Jane Roe", "Clerk to the Board John Webb". */

import type { IToken } from "chevrotain";
import { POST_MODIFIERS, POSTS } from "../vocabulary/people.js";
import { readName } from "./likeness.js";
import { Capitals, Name, Title } from "./person-parser.js";

const POST_SET: ReadonlySet<string> = new Set(POSTS);
const LEAD_SET: ReadonlySet<string> = new Set([...POSTS, ...POST_MODIFIERS]);

/** How many of the tokens at the start are a post with a name behind it; 0 for none. */
export function leadingPost(tokens: readonly IToken[]): number {
  let length = 0;
  while (
    LEAD_SET.has(tokens[length]?.image.toLowerCase() ?? "") ||
    (tokens[length]?.tokenType === Title && length === 0)
  )
    length++;
  if (length === 0) length = longPost(tokens);
  const linked = linkedPost(tokens, length);
  if (linked > 0) return linked;
  return POST_SET.has(tokens[length - 1]?.image.toLowerCase() ?? "") ? length : 0;
}

// "Public Works Director Jane Roe": capitalised words up to a post, behind which a full name ends the words; 0 for none.
function longPost(tokens: readonly IToken[]): number {
  const post = tokens.findIndex(({ image }) => POST_SET.has(image.toLowerCase()));
  if (
    post < 1 ||
    post > 3 ||
    tokens.slice(0, post).some(({ tokenType }) => tokenType !== Name && tokenType !== Capitals)
  )
    return 0;
  const behind = readName(tokens.slice(post + 1));
  return behind !== null && behind.rest.length === 0 && behind.tokens.length >= 2 && behind.likeness >= 0.7
    ? post + 1
    : 0;
}

// "Clerk to the Board Jane Roe", "Director of Public Works John Webb": a post with what it is of, behind which a name that is one for sure ends the words; 0 for none.
function linkedPost(tokens: readonly IToken[], length: number): number {
  const post = length > 0 ? length - 1 : tokens.findIndex(({ image }) => POST_SET.has(image.toLowerCase()));
  if (post < 0 || !POST_SET.has(tokens[post]?.image.toLowerCase() ?? "")) return 0;
  if (!/^(?:to|of|for)$/i.test(tokens[post + 1]?.image ?? "")) return 0;
  const start = tokens.length - 2;
  const name = start > post + 2 ? readName(tokens.slice(start)) : null;
  const least = SEAT.test(tokens[start - 1]?.image ?? "") ? 0.7 : 0.9;
  return name !== null && name.rest.length === 0 && name.likeness >= least ? start : 0;
}

const SEAT = /^(?:board|council|commission|committee|commissioners|supervisors|trustees|governors|directors)$/i;
