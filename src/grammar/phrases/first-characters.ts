/**
 * What a token may begin with, where Chevrotain cannot tell by itself.
 *
 * A lexer looks only at the tokens that can begin with the character at hand. For a pattern that says what it does not match ("any but a line
 * break") the library gives up, and then the whole lexer tries every token everywhere: such a token must say what it begins with.
 */

/** Characters up to this one are told apart; those above it are sorted into groups of as many. */
const TOLD_APART = 255;
const LAST_CHARACTER = 0xffff;

/** Every character: one of each group is enough. */
export const ANY_CHARACTER: number[] = [
  ...Array.from({ length: TOLD_APART + 2 }, (_, code) => code),
  ...Array.from({ length: Math.floor(LAST_CHARACTER / TOLD_APART) - 1 }, (_, group) => (group + 2) * TOLD_APART),
];
