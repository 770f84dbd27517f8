/** What the phrase grammars share: letters, spans of tokens, and patterns made from vocabulary. */

import type { CstNode, IToken } from "chevrotain";
import type { Span } from "../../model/source.js";

/** A letter of a European name, as the inside of a character class. Chevrotain drops the `u` flag, so `\p{L}` cannot be used in tokens. */
export const LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ɏḀ-ỿ";
/** A capital letter, as the inside of a character class: of the extended ranges only what names use. */
export const CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽŻŹĆČĐŐŰĀĒĪŌŪ";
/** The marks that stand inside a word, as the inside of a character class. */
export const APOSTROPHE = "'’‘`´";

/** How many words a text has, parted by blanks: for what cutting it up costs, all its words are counted many times. */
export function countWords(text: string): number {
  let count = 0;
  let isWithin = false;
  for (let at = 0; at < text.length; at++) {
    const isBlank = isBlankCode(text.charCodeAt(at));
    if (!isBlank && !isWithin) count++;
    isWithin = !isBlank;
  }
  return count;
}

/** As `\s` has it. */
function isBlankCode(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}

/** The span of a token, end exclusive. */
export function tokenSpan(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** The smallest span that holds all tokens; null for none. */
export function spanOfTokens(tokens: readonly IToken[]): Span | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  return { start: first.startOffset, end: last.startOffset + last.image.length };
}

/** The smallest span that holds both. */
export function joinSpans(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Every token under a node, in the order of the text: children of a node are grouped by kind, so order must be made again. */
export function tokensUnder(node: CstNode): IToken[] {
  const tokens: IToken[] = [];
  collect(node, tokens);
  return tokens.sort((one, other) => one.startOffset - other.startOffset);
}

function collect(node: CstNode, tokens: IToken[]): void {
  for (const elements of Object.values(node.children)) {
    for (const element of elements) {
      if ("children" in element) collect(element, tokens);
      else tokens.push(element);
    }
  }
}

/** The tokens that a rule called by this name or label; empty where it has none. */
export function tokensNamed(node: CstNode, name: string): IToken[] {
  return (node.children[name] ?? []).filter((element): element is IToken => !("children" in element));
}

/** The subrules of this name or label; empty where there are none. */
export function nodesNamed(node: CstNode, name: string): CstNode[] {
  return (node.children[name] ?? []).filter((element): element is CstNode => "children" in element);
}

/** A pattern for any of the phrases, longest first, as whole words; a blank in a phrase stands for any blanks. Case-insensitive unless told. */
export function phrasePattern(phrases: readonly string[], tail = "", isCaseSensitive = false): RegExp {
  const alternatives = [...phrases]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "[ \\u00a0]+"));
  return new RegExp(`(?:${alternatives.join("|")})(?![${LETTER}0-9])${tail}`, isCaseSensitive ? "" : "i");
}
