/** The name of the body that met, and of the authority it belongs to, in the title lines. */

import type { Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { LineNode } from "../../ast.js";
import { findDates } from "../../phrases/date.js";
import * as t from "../../tokens.js";
import {
  BARE_ORGAN,
  BODY_LABEL,
  BODY_WORDS,
  KIND_IN_FRONT,
  KIND_ONLY,
  OF_ALL_MEMBERS,
  ORGANISATION_WORDS,
} from "../../vocabulary/bodies.js";
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
    if (BODY_LABEL.test(line.view.text) && isCellBeside(line, lines[position + 1])) return [];
    const name = line.view.line.style.list === "bullet" ? null : nameIn(line);
    if (name === null) return [];
    const isField = name.isField || isLabelled(lines, position);
    const whole = wrapped(context, name, line, lines[position + 1]);
    return [
      withoutKind(context, { ...name, ...whole, isField, line, position, words: wordsAt(context.source, whole.span) }),
    ];
  });
  // A name without a word for bodies is only one where nothing else is.
  const known = found.filter(({ words, isCut }) => BODY_WORDS.test(words) || isCut);
  const candidates = known.some(({ words }) => !isKindOnly(words)) ? known : found;
  const chosen = best(candidates.map((candidate) => ({ value: candidate, score: scoreOf(candidate, candidates) })));
  if (chosen === null) return { body: null, organisation: null };
  const name = bodyOf(candidates, chosen);
  const isWeak = !BODY_WORDS.test(name.words) || isKindOnly(name.words) || chosen.isKind;
  const other = candidates.find(
    ({ words, position }) =>
      words !== name.words &&
      !PLACE.test(words) &&
      Math.abs(position - name.position) <= 4 &&
      isOrganisationBeside(words, name.words),
  );
  return {
    body: statedText(context.source, name.span, "header/body", isWeak ? 0.75 : 0.95),
    organisation: other === undefined ? null : statedText(context.source, other.span, "header/organisation"),
  };
}

/** The chosen name in full; for one that says only what kind of meeting it was, the name over it. */
function bodyOf(candidates: readonly Candidate[], chosen: Candidate): Candidate {
  if (!isKindOnly(chosen.words) && !chosen.isKind)
    return /\s/.test(chosen.words) && BARE_ORGAN.test(chosen.words) ? chosen : fullest(candidates, chosen);
  const above = letterhead(candidates, chosen);
  if (above === null) return fullest(candidates, chosen);
  // "Council meeting" under "Corporation of the Town": the town's council met. Under "Town Council" it is that.
  const organ = /\b(?:council|committee|board)$/i.exec(chosen.words)?.[0].toLowerCase();
  const isOrgan =
    organ !== undefined && !OF_ALL_MEMBERS.test(chosen.words) && !above.words.toLowerCase().includes(organ);
  return isOrgan && ORGANISATION_WORDS.test(above.words) ? chosen : above;
}

/** "Regular Council [meeting]": the organ without the kind of its meeting. */
function withoutKind(context: PartContext, candidate: Candidate): Candidate {
  const kind = KIND_IN_FRONT.exec(context.source.text.slice(candidate.span.start, candidate.span.end));
  const span = { start: candidate.span.start + (kind?.[0].length ?? 0), end: candidate.span.end };
  return { ...candidate, span, words: wordsAt(context.source, span) };
}

/** "COMMITTEE" in one cell and its name in the next. */
function isCellBeside(line: LineNode, next: LineNode | undefined): boolean {
  return (/:$/.test(line.view.text) || line.view.line.cell !== null) && next !== undefined;
}

function isLabelled(lines: readonly LineNode[], position: number): boolean {
  const before = lines[position - 1];
  return before !== undefined && BODY_LABEL.test(before.view.text) && isCellBeside(before, lines[position]);
}

/** A line that says only what kind of body it is ends the name over it. */
const LONE_ORGAN = /^(?:sub-?)?(?:commission|committee|board|panel|council|partnership|forum|group|authority|trust)$/i;
/** Halls and addresses hold words for bodies too. */
const PLACE = /\b(?:chambers?|halls?|rooms?|street|road|avenue|lane|building|floor|offices?)\b/i;

/** "… Network for" and "Women in Engineering" on the line below are one name. */
function wrapped(context: PartContext, name: NameInLine, line: LineNode, next: LineNode | undefined): { span: Span } {
  const words = wordsAt(context.source, name.span);
  const isCutOff = !BODY_WORDS.test(words) && next !== undefined && LONE_ORGAN.test(next.view.text.trim());
  const isOpen = isCutOff || /\s(?:for|of|and|the|in|&)$/i.test(words);
  const isTrailer = line.reading.token === t.TrailerLine && next?.reading.token === t.TrailerLine;
  const isBelow =
    (next?.view.isSetApart || isTrailer) && next.view.wordCount <= 8 && next.view.span.start - line.view.span.end <= 3;
  return isOpen && isBelow && findDates(next.view.text).length === 0
    ? { span: { start: name.span.start, end: next.view.span.end } }
    : { span: name.span };
}

const COMMITTEE =
  /\b(?:committee|board|partnership|panel|forum|group|governors|governing|commission|cabinet|senate|of\s+the\s+(?:society|trust|association|club|union|company|foundation))\b/i;

function scoreOf({ line, words, position, isPhrase, isField }: Candidate, all: readonly Candidate[]): number {
  // A file's own title stands behind its text, yet is one.
  let score = isField ? 0.5 : -position * 0.15;
  if (isPhrase) score += 2.5;
  if (line.reading.token === t.TitleLine) score += 0.5;
  if (line.view.isSetApart) score += 0.7;
  let isUnder = false;
  if (COMMITTEE.test(words) || BARE_ORGAN.test(words)) {
    const reach = BARE_ORGAN.test(words) ? 4 : 1;
    // A letterhead: the authority on one line, and under it its committee.
    isUnder = all.some(
      (other) =>
        other.position < position &&
        other.position >= position - reach &&
        isOrganisationBeside(other.words, words) &&
        other.line.reading.token !== t.TrailerLine,
    );
    score += isUnder ? 0.9 : 0.4;
    // What lies between the organisation and its organ says nothing against the organ.
    if (isUnder && reach > 1) score += (position - 1) * 0.15;
  }
  if (isKindOnly(words) && !isUnder) score -= 0.6;
  if (words.split(/\s+/).length > 12) score -= 2;
  if (line.reading.token === t.TrailerLine) score -= 0.3;
  return score;
}

/** "Full Council", "Annual Meeting of the Council": which council it was, another line says. */
function isKindOnly(words: string): boolean {
  return KIND_ONLY.test(words.replace(/\s+/g, " "));
}

function letterhead(candidates: readonly Candidate[], chosen: Candidate): Candidate | null {
  const above = candidates.find(
    ({ words, line, position }) =>
      position < chosen.position &&
      !isKindOnly(words) &&
      words.split(" ").length >= 2 &&
      line.reading.token !== t.TrailerLine &&
      !/^a\s/i.test(words),
  );
  return above ?? null;
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
  // "(a company limited by guarantee)" under a name says what it is.
  if (/^\(?an?\s/i.test(words)) return false;
  const isKnown = body.toLowerCase().includes(words.toLowerCase()) || words.toLowerCase().includes(body.toLowerCase());
  if (BARE_ORGAN.test(body) && !BARE_ORGAN.test(words))
    return words.split(" ").length <= 12 && ORGANISATION_WORDS.test(words);
  return !isKnown && !/\bcouncil$/i.test(body) && words.split(" ").length <= 8 && AUTHORITY.test(words);
}

const AUTHORITY =
  /\b(?:council|trust|school|university|foundation|authority|college|association|society|club|union|charity|federation|academ(?:y|ies)|surgery|practice|hospital|company|corporation|network|alliance|consortium|institute|city\s+of|town\s+of|borough)\b/i;
