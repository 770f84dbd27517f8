/** How much words look like a person, a post, an organisation or a remark: the judgement behind the grammar of attendance entries. */

import type { IToken } from "chevrotain";
import type { Span } from "../../model/source.js";
import {
  GIVEN_NAMES,
  GRADES,
  NAME_STOPPERS,
  NOTE_STARTS,
  ORGANISATION_HEADS,
  ORGANISATION_WORDS,
  POST_MODIFIERS,
  POSTS,
  PREPOSITIONS,
  ROLE_PHRASES,
  SENTENCE_WORDS,
  SURNAME_POSTS,
} from "../vocabulary/people.js";
import {
  Address,
  And,
  Capitals,
  GroupTitle,
  Initial,
  Lower,
  Name,
  type NameParts,
  NumberWord,
  nameParts,
  PostNominal,
  Stop,
  Title,
} from "./person-parser.js";
import { spanOfTokens } from "./words.js";

/** A name at the start of words. */
export interface NameReading {
  /** With titles and honours, without a group title. */
  readonly tokens: readonly IToken[];
  readonly span: Span;
  /** 0 to 1. */
  readonly likeness: number;
  /** What stands behind the name. */
  readonly rest: readonly IToken[];
  readonly hasGroupTitle: boolean;
  readonly hasTitle: boolean;
}

export type WordsKind = "role" | "organisation" | "note";

const setOf = (...lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());
const POST_SET = setOf(POSTS);
const MODIFIER_SET = setOf(POST_MODIFIERS);
const HEAD_SET = setOf(ORGANISATION_HEADS);
export const ORGANISATION_SET = setOf(ORGANISATION_HEADS, ORGANISATION_WORDS);
const GIVEN_SET = setOf(GIVEN_NAMES);
const SURNAME_POST_SET = setOf(SURNAME_POSTS);
const NOTE_SET = setOf(NOTE_STARTS);
const GRADE_SET = setOf(GRADES);
const PREPOSITION_SET = setOf(PREPOSITIONS);
/** Names that are words of sentences as well ("May", "Will") may open a name. */
const STOPPER_SET: ReadonlySet<string> = new Set(
  [...NAME_STOPPERS, ...SENTENCE_WORDS].filter((word) => !["may", "will", "can"].includes(word)),
);
export const SENTENCE_SET = setOf(SENTENCE_WORDS);
/** Words of headings ("Budget Update"): of the words of sentences those that are no surnames. */
const HEADING_WORDS: ReadonlySet<string> = new Set(
  SENTENCE_WORDS.filter((word) => !["may", "will", "can", "page", "all", "present", "other", "he"].includes(word)),
);

/** The name with which the words begin, and how sure that is; null where they cannot begin with one. */
export function readName(tokens: readonly IToken[]): NameReading | null {
  const grammar = nameParts(tokens);
  const { group, titles, parts, honours } = grammar;
  if (parts.length === 0) return readBareLetters(grammar);
  const first = parts[0]?.image.toLowerCase().replace(/\.$/, "") ?? "";
  if (titles.length === 0 && parts[0]?.tokenType !== Initial && STOPPER_SET.has(first)) return null;
  const cut = cutOf(parts, titles.length > 0);
  if (cut === 0) return null;
  const isCut = cut < parts.length;
  const nameTokens = [...titles, ...parts.slice(0, cut), ...(isCut ? [] : honours)];
  const rest = [...(isCut ? [...parts.slice(cut), ...honours] : []), ...grammar.rest].filter(
    (token, index, all) => token.tokenType !== Stop || index < all.length - 1,
  );
  const span = spanOfTokens(nameTokens);
  if (span === null) return null;
  const plain = likenessOf(parts.slice(0, cut), titles.length > 0 || honours.length > 0, group !== null);
  const isBare = titles.length === 0 && group === null;
  const isDoubtful =
    (rest.length > 0 && !canFollowName(rest)) ||
    // "Held in the hall", "Signed as a true record": one strange word before a remark is a sentence.
    (isBare && cut === 1 && rest[0]?.tokenType === Lower && !GIVEN_SET.has(first) && headKind(rest) !== "role") ||
    (isBare && parts.slice(1, cut).some(({ image }) => HEADING_WORDS.has(image.toLowerCase())));
  const likeness = isDoubtful ? Math.min(plain, 0.1) : plain;
  return { tokens: nameTokens, span, likeness, rest, hasGroupTitle: group !== null, hasTitle: titles.length > 0 };
}

// "JP" and "CC" alone are initials, not honours; a title alone names nobody.
function readBareLetters({ group, titles, honours, rest }: NameParts): NameReading | null {
  const [only] = honours;
  if (
    titles.length > 0 ||
    honours.length !== 1 ||
    only === undefined ||
    rest.some(({ tokenType }) => tokenType !== Stop)
  )
    return null;
  const span = spanOfTokens([only]);
  return span && { tokens: [only], span, likeness: 0.35, rest: [], hasGroupTitle: group !== null, hasTitle: false };
}

/** How many of the parts are the name: all, or those before a post or an organisation that follows without a mark; 0 for none. */
function cutOf(parts: readonly IToken[], hasTitle: boolean): number {
  const words = parts.map(({ image }) => image.toLowerCase());
  const initials = parts.findIndex(({ tokenType }) => tokenType !== Initial && tokenType !== Capitals);
  const usual = Math.max(initials, 0) > 0 ? initials + 1 : 2;
  const isGiven = GIVEN_SET.has(words[0] ?? "");
  const other = words.findIndex((word, index) => {
    if (
      isGiven &&
      index === 1 &&
      parts.length === 2 &&
      (SURNAME_POST_SET.has(word) || !HEAD_SET.has(word)) &&
      !isStrongPost(word)
    )
      return false;
    if (parts[index]?.tokenType === Initial) return false;
    // "Jane Bishop" and "Cllr Ann Major": a title at the end of a name is its surname.
    if (parts[index]?.tokenType === Title) return index < parts.length - 1 || index > 2;
    return (
      POST_SET.has(word) ||
      (hasTitle && index === 0 ? false : ORGANISATION_SET.has(word) || (index === 0 && MODIFIER_SET.has(word)))
    );
  });
  if (other < 0) return parts.length;
  if (other === 0) return 0;
  const isPost = POST_SET.has(words[other] ?? "");
  const length = Math.min(other, particleEnd(words, usual));
  // "Democracy Coordinator": one strange word before a post belongs to the post.
  if (isPost && other === 1 && !hasTitle && !isGiven && parts[0]?.tokenType === Name) return 0;
  if (isPost && length === other) return length;
  // Without a mark between, only a title, initials or a known given name tell a name from the first words of an organisation.
  return hasTitle || usual !== 2 || isGiven || (isPost && other > 1) ? length : 0;
}

// "van der Berg" counts as one surname.
function particleEnd(words: readonly string[], usual: number): number {
  let end = usual;
  while (/^(?:van|von|der|den|de|di|da|du|la|le)$/.test(words[end - 1] ?? "")) end++;
  return end;
}

function isStrongPost(word: string): boolean {
  return POST_SET.has(word) && !SURNAME_POST_SET.has(word);
}

function likenessOf(parts: readonly IToken[], isTitled: boolean, isInGroup: boolean): number {
  const [first] = parts;
  if (first === undefined) return 0;
  if (isTitled) return parts.length <= 5 ? 1 : 0.4;
  const hasInitial = parts.some(({ tokenType }) => tokenType === Initial);
  const names = parts.filter(({ tokenType }) => tokenType === Name).length;
  if (hasInitial && names > 0) return parts.length <= 5 ? 0.95 : 0.4;
  const isGiven = GIVEN_SET.has(first.image.toLowerCase());
  if (parts.length === 1) {
    if (isInGroup) return 0.8;
    return first.tokenType === Name ? (isGiven ? 0.6 : 0.4) : 0.35;
  }
  if (parts.length > 5) return 0.2;
  return isGiven ? 0.95 : parts.length <= 3 ? 0.75 : 0.5;
}

/** Whether words behind a name without a mark can belong to its entry: a post, an organisation or a remark, not the rest of a sentence. */
function canFollowName(rest: readonly IToken[]): boolean {
  const [first] = rest;
  if (first === undefined) return true;
  if (first.tokenType === And) return false;
  if (
    first.tokenType === NumberWord ||
    rest.some(({ image }) => /^(?:had|was|were|is|are|has|have|will|would|that)$/.test(image))
  )
    return false;
  if (first.tokenType === Address) return true;
  return (
    headKind(rest) !== null || NOTE_SET.has(first.image.toLowerCase()) || PREPOSITION_SET.has(first.image.toLowerCase())
  );
}

/** What words are that stand beside a name: the head of the phrase tells a post from an organisation; null where nothing does. */
export function headKind(tokens: readonly IToken[]): "role" | "organisation" | null {
  const words = lowerWords(tokens).filter((word) => word !== "the");
  const phrase = words.join(" ");
  if (ROLE_PHRASES.includes(phrase)) return "role";
  const grade = tokens[0]?.image.replace(/^[AT]\//, "") ?? "";
  if (grade === grade.toUpperCase() && GRADE_SET.has(grade.toLowerCase())) return "role";
  const preposition = words.findIndex((word, index) => index > 0 && PREPOSITION_SET.has(word));
  const before = (preposition < 0 ? words : words.slice(0, preposition)).filter((word) => !/\d/.test(word));
  while (before.length > 1 && /^(?:elect|designate|emeritus)$/.test(before.at(-1) ?? "")) before.pop();
  const head = (before.at(-1) ?? "").replace(/^[at]\//, "").replace(/'s$/, "");
  if (POST_SET.has(head)) return "role";
  if (HEAD_SET.has(head)) return "organisation";
  if (before.length > 1 && POST_SET.has(before[0] ?? "")) return "role";
  return before.some((word) => HEAD_SET.has(word)) || ORGANISATION_SET.has(head) ? "organisation" : null;
}

/** What words beside a name are, where the head may not tell: a remark opens with a word of remarks, a capital opens an organisation. */
export function kindOf(tokens: readonly IToken[]): WordsKind {
  const [first] = tokens;
  if (first === undefined || first.tokenType === Address || first.tokenType === NumberWord) return "note";
  const kind = headKind(tokens);
  if (kind === "role") return "role";
  if (first.tokenType === Lower || tokens.some(({ tokenType }) => tokenType === NumberWord)) {
    if (NOTE_SET.has(first.image.toLowerCase())) return "note";
  }
  if (lowerWords(tokens).every((word) => SENTENCE_SET.has(word))) return kind ?? "note";
  if (/^(?:item|items|minute|minutes|agenda|via|from|until|left|arrived|joined|attending)$/i.test(first.image))
    return "note";
  if (kind !== null) return kind;
  // "who has not come since May": words that go on in small letters name nothing.
  if (first.tokenType === Lower && /^[a-z]+$/.test(first.image) && !PREPOSITION_SET.has(first.image)) return "note";
  const isNamed = tokens.some(({ tokenType }) => [Name, Capitals, Title, PostNominal, GroupTitle].includes(tokenType));
  return isNamed ? "organisation" : "note";
}

/** Images in lower case, a slash parting words; marks left out. */
export function lowerWords(tokens: readonly IToken[]): string[] {
  return tokens.map(({ image }) => image.toLowerCase().replace(/’/g, "'")).filter((word) => /[a-zà-ɏ0-9]/.test(word));
}
