/** The name of the body that met, and of the authority it belongs to, in the title lines. */

import type { Sourced } from "../../../model/minutes.js";
import type { LineNode } from "../../ast.js";
import * as t from "../../tokens.js";
import { BODY_WORDS, KIND_ONLY } from "../../vocabulary/bodies.js";
import type { PartContext } from "../context.js";
import { statedText, wordsAt } from "../sourced.js";
import { best } from "./best.js";
import { type NameInLine, nameIn } from "./name-in-title.js";

export interface BodyName {
  readonly body: Sourced<string> | null;
  readonly organisation: Sourced<string> | null;
}

interface Candidate extends NameInLine {
  readonly line: LineNode;
  readonly words: string;
  readonly position: number;
}

/** The line that names the body best: in a phrase ("Minutes of a meeting of the …"), set apart, near the top. */
export function findBody(context: PartContext, lines: readonly LineNode[]): BodyName {
  const found = lines.flatMap((line, position): Candidate[] => {
    const name = line.view.line.style.list === "bullet" ? null : nameIn(context, line);
    return name === null ? [] : [{ ...name, line, position, words: wordsAt(context.source, name.span) }];
  });
  // A name without a word for bodies is only one where nothing else is.
  const known = found.filter(({ words, isCut }) => BODY_WORDS.test(words) || isCut);
  const candidates = known.some(({ words }) => !isKindOnly(words)) ? known : found;
  const chosen = best(candidates.map((candidate) => ({ value: candidate, score: scoreOf(candidate, candidates) })));
  if (chosen === null) return { body: null, organisation: null };
  const name = isKindOnly(chosen.words) || chosen.isKind ? letterhead(candidates, chosen) : fullest(candidates, chosen);
  const isWeak = !BODY_WORDS.test(name.words) || isKindOnly(name.words);
  const other = candidates.find(({ words }) => words !== name.words && isOrganisationBeside(words, name.words));
  return {
    body: statedText(context.source, name.span, "header/body", isWeak ? 0.75 : 0.95),
    organisation: other === undefined ? null : statedText(context.source, other.span, "header/organisation"),
  };
}

const COMMITTEE =
  /\b(?:committee|board|partnership|panel|forum|group|governors|governing|commission|cabinet|senate|of\s+the\s+(?:society|trust|association|club|union|company|foundation))\b/i;

function scoreOf({ line, words, position, isPhrase, isField }: Candidate, all: readonly Candidate[]): number {
  // A file's own title stands behind its text, yet is one.
  let score = isField ? 0.5 : -position * 0.15;
  if (isPhrase) score += 2.5;
  if (line.reading.token === t.TitleLine) score += 0.5;
  if (line.view.isSetApart) score += 0.7;
  if (COMMITTEE.test(words)) {
    const above = all.find((other) => other.position === position - 1);
    // A letterhead: the authority on one line, and on the next its committee.
    const isUnder = above !== undefined && isOrganisationBeside(above.words, words);
    score += isUnder ? 0.9 : 0.4;
  }
  if (isKindOnly(words)) score -= 0.6;
  if (words.split(/\s+/).length > 12) score -= 2;
  if (line.reading.token === t.TrailerLine) score -= 0.3;
  return score;
}

/** "Full Council", "Annual Meeting of the Council": which council it was, another line says. */
function isKindOnly(words: string): boolean {
  return KIND_ONLY.test(words.replace(/\s+/g, " "));
}

function letterhead(candidates: readonly Candidate[], chosen: Candidate): Candidate {
  const above = candidates.find(
    ({ words, line, position }) =>
      position < chosen.position &&
      !isKindOnly(words) &&
      words.split(" ").length >= 2 &&
      line.reading.token !== t.TrailerLine &&
      !/^a\s/i.test(words),
  );
  return above ?? chosen;
}

/** "the Parish Council" in a sentence and "ANYTOWN PARISH COUNCIL" over it are one body: the longer name is its name. */
function fullest(candidates: readonly Candidate[], chosen: Candidate): Candidate {
  const key = chosen.words.toLowerCase();
  const longer = candidates.find(({ words }) => {
    const other = words.toLowerCase();
    return (
      other !== key && other.endsWith(` ${key}`) && words.split(" ").length <= 10 && !/[.:;,]\s|\s[–—-]\s/.test(words)
    );
  });
  return longer ?? chosen;
}

/** A council or trust over a committee of its own. */
function isOrganisationBeside(words: string, body: string): boolean {
  const isKnown = body.toLowerCase().includes(words.toLowerCase()) || words.toLowerCase().includes(body.toLowerCase());
  return (
    !isKnown &&
    !/\bcouncil$/i.test(body) &&
    words.split(" ").length <= 8 &&
    /\b(?:council|trust|school|university|foundation|authority|college|association|society|club|union|charity|city\s+of|town\s+of|borough)\b/i.test(
      words,
    )
  );
}
