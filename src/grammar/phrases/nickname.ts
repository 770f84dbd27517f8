/** What somebody is called, in brackets inside or behind the name. */

import type { IToken } from "chevrotain";
import { GIVEN_NAMES } from "../vocabulary/people.js";
import { headKind } from "./likeness.js";
import { Initial, Name, type Piece, Title } from "./person-parser.js";

const GIVEN_SET: ReadonlySet<string> = new Set(GIVEN_NAMES);

/** "William (Bill) Smith", "Baroness (Ros) Hill": what somebody is called stands inside the name, whose words it does not part. */
export function withNicknames(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const [given, bracket, surname] = pieces.slice(index, index + 3);
    if (given !== undefined && isNickname(given, bracket, surname)) {
      joined.push({ kind: "words", tokens: [...given.tokens, ...(surname?.tokens ?? [])] });
      index += 2;
    } else if (given !== undefined) joined.push(given);
  }
  return joined;
}

function isNickname(given: Piece, bracket: Piece | undefined, surname: Piece | undefined): boolean {
  if (given.kind !== "words" || bracket?.kind !== "bracket" || surname?.kind !== "words") return false;
  const words = bracket.inside.flatMap((piece) => (piece.kind === "words" ? piece.tokens : []));
  const names = given.tokens.filter(({ tokenType }) => tokenType !== Title);
  const isOneGiven =
    given.tokens.every(({ tokenType }) => tokenType === Title || tokenType === Name || tokenType === Initial) &&
    (names.length === 1 || (names.length === 0 && given.tokens.length > 0));
  const [called, ...more] = words;
  return (
    isOneGiven &&
    called?.tokenType === Name &&
    more.length === 0 &&
    bracket.inside.length === 1 &&
    headKind([called]) === null &&
    surname.tokens[0]?.tokenType === Name &&
    headKind(given.tokens) === null &&
    headKind(surname.tokens.slice(0, 1)) === null
  );
}

/** "(Bob)" behind "Robert Pym". */
export function isCalled({ image, tokenType }: IToken): boolean {
  return tokenType === Name && GIVEN_SET.has(image.toLowerCase());
}
