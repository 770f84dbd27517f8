/** Who took the chair: by the list, by the words of the opening, by the hand that signed. */

import type { Attendee, Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { LineNode } from "../../ast.js";
import { personLikeness, readPerson } from "../../phrases/person.js";
import * as vocabulary from "../../vocabulary/chairing.js";
import type { PartContext } from "../context.js";
import { shift, statedText } from "../sourced.js";

/** How many lines the opening may have, lists of people included. */
const OPENING_LINES = 90;
const CLOSING_LINES = 16;
const TITLE_LINES = 20;

export function findChair(context: PartContext, attendance: readonly Attendee[]): Sourced<string> | null {
  const { lines } = context;
  const search: Search = { context, attendance: attendance.filter(({ status }) => status.value !== "apologies") };
  const opening = lines.slice(0, OPENING_LINES);
  return (
    byRole(search, (role) => vocabulary.IN_CHAIR_ROLE.test(role), "header/chair-role") ??
    inAbsence(search, opening) ??
    tookChair(search, opening) ??
    byRole(search, isChair, "header/chair-role") ??
    byWords(search, opening) ??
    byRole(search, (role) => vocabulary.PRESIDING_ROLE.test(role), "header/chair-presides", 0.75) ??
    bySpeaker(search, lines) ??
    bySignature(search, lines.slice(-CLOSING_LINES)) ??
    byElection(search, opening)
  );
}

interface Search {
  readonly context: PartContext;
  /** Those who came. */
  readonly attendance: readonly Attendee[];
}

function isChair(role: string): boolean {
  return vocabulary.CHAIR_ROLE.test(role) && !vocabulary.NOT_CHAIR_ROLE.test(role) && role.split(/\s+/).length <= 6;
}

/** The first in the list whose post says it; a post that says nothing else goes before a longer one. */
function byRole(
  search: Search,
  says: (role: string) => boolean,
  rule: string,
  confidence = 0.95,
): Sourced<string> | null {
  const fitting = search.attendance.filter(({ role }) => role !== null && says(role.value));
  const plain = fitting.find(({ role }) => (role?.value.split(/\s+/).length ?? 9) === 1) ?? fitting[0];
  return plain === undefined ? null : { ...cut(search, plain.name), rule, confidence };
}

/** "In the absence of the Chairman, Cllr Marl took the chair" goes before the list. */
function inAbsence(search: Search, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    const absence = /\bin\s+the\s+(?:\w+\s+)?(?:absence|place)\s+of\s+[^,.;]{3,60},\s*/i.exec(view.text);
    if (absence === null) continue;
    const from = absence.index + absence[0].length;
    const match = vocabulary.matchNamed(view.text.slice(from), vocabulary.TOOK_CHAIR);
    const found = match === null ? null : person(search, view.span.start + from, match, 1);
    if (found !== null) return found;
  }
  return null;
}

/** Over the business, a sentence that says who was in the chair goes before the list as well. */
function tookChair(search: Search, lines: readonly LineNode[]): Sourced<string> | null {
  const business = lines.findIndex(({ reading }) => reading.number !== null);
  for (const { view } of lines.slice(0, business === -1 ? TITLE_LINES : business)) {
    const match = /\bchair\b/i.test(view.text) ? vocabulary.matchNamed(view.text, vocabulary.TOOK_CHAIR) : null;
    const found = match === null ? null : person(search, view.span.start, match, 1);
    if (found !== null) return found;
  }
  return null;
}

function byWords(search: Search, lines: readonly LineNode[]): Sourced<string> | null {
  for (const [index, { view }] of lines.entries()) {
    const { text, span } = view;
    if (!vocabulary.CHAIR_SIGN.test(text)) continue;
    if (isLabel(view)) {
      const next = lines[index + 1]?.view;
      const named = next === undefined ? null : personAt(search, next.text, next.span.start, 0.9);
      if (named !== null) return named;
    }
    const told = vocabulary.CHAIRED_BY.exec(text);
    const isField = told?.[2] !== undefined;
    const match = told ?? vocabulary.matchNamed(text, vocabulary.TOOK_CHAIR) ?? vocabulary.CALLED_TO_ORDER.exec(text);
    if (match === null || (isField && vocabulary.NOT_THIS_CHAIR.test(text))) continue;
    const found = person(search, span.start, match, match[1] === undefined ? 2 : 1);
    if (found !== null) return found;
  }
  return null;
}

/** "Chairperson" in front of a name; behind one, in a later column, it is that person's post. */
function isLabel({ text, line }: LineNode["view"]): boolean {
  return vocabulary.CHAIR_LABEL.test(text) && (/[:–-]$/.test(text) || line.cell === null || line.cell.col === 0);
}

/** "Ada Quill (chair): we have asked." */
function bySpeaker(search: Search, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    const match = vocabulary.CHAIR_SIGN.test(view.text) ? vocabulary.NAMED_CHAIR.exec(view.text) : null;
    const found = match === null ? null : person(search, view.span.start, match, 1);
    if (found !== null) return { ...found, confidence: 0.75 };
  }
  return null;
}

/** A name over or beside the post, under the minutes. */
function bySignature(search: Search, lines: readonly LineNode[]): Sourced<string> | null {
  for (const [index, { view }] of lines.entries()) {
    const match = vocabulary.SIGNED_CHAIR.exec(view.text);
    const beside = match === null ? null : person(search, view.span.start, match, 1);
    const isPost = view.wordCount <= 2 && vocabulary.CHAIR_LABEL.test(view.text);
    const above = isPost ? lines[index - 1]?.view : undefined;
    const found = beside ?? (above === undefined ? null : personAt(search, above.text, above.span.start, 0.7));
    if (found !== null) return { ...found, rule: "header/chair-signed", confidence: 0.7 };
  }
  return null;
}

/** Who was elected chair as the first business presided from then on. */
function byElection(search: Search, lines: readonly LineNode[]): Sourced<string> | null {
  for (const { view } of lines) {
    const match = vocabulary.matchNamed(view.text, vocabulary.ELECTED_CHAIR);
    const found = match === null ? null : person(search, view.span.start, match, 1);
    if (found !== null) return { ...found, rule: "header/chair-elected", confidence: 0.6 };
  }
  return null;
}

function person(search: Search, offset: number, match: RegExpExecArray, group: number): Sourced<string> | null {
  const all = match[group];
  if (all === undefined) return null;
  // "Chair: Ada. Minutes: Ben"
  const words = all.split(/\.\s+(?=\p{Lu}\w+\s*:)/u)[0] ?? all;
  const start = offset + match.index + match[0].indexOf(all);
  const found = personAt(search, words, start, 0.85);
  if (found !== null) return found;
  const name = NAME_AT_END.exec(words);
  return name === null ? null : personAt(search, name[0], start + name.index, 0.75);
}

/** The name with which a longer clause ends: "no challenge was made to Ada Quill [chairing]". */
const NAME_AT_END = /(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}\p{Lu}[\p{L}’'-]+$/u;

/** The person whom the words name: by a name of the list, by a post of the list ("the Vicar"), else as a name by itself. */
function personAt(search: Search, words: string, start: number, confidence: number): Sourced<string> | null {
  const known = listed(search, words);
  if (known !== null) return { ...cut(search, known), rule: "header/chair-words", confidence };
  const titles = vocabulary.TITLES_IN_FRONT.exec(words)?.[0].length ?? 0;
  if (titles > 0 && readPerson(words) === null && personLikeness(words.slice(titles).trim()) >= 0.7)
    return statedText(
      search.context.source,
      { start, end: start + words.trimEnd().length },
      "header/chair-words",
      confidence,
    );
  const read = readPerson(words);
  if (read === null || /^(?:the\s+)?(?:chair|vice|deputy|president|mayor|clerk)\w*$/i.test(words.trim())) return null;
  const name = withoutPost(words, read.name);
  const bare = words.slice(name.start, name.end);
  // "President Marl": a surname alone behind the post.
  const isBehindPost = read.role !== null && read.role.end <= name.start && /^\p{Lu}\p{L}+$/u.test(bare);
  const likeness = isBehindPost && name.end === words.trimEnd().length ? 0.6 : personLikeness(bare);
  if (likeness < 0.5 && !(likeness >= 0.4 && /^\p{Lu}\p{Ll}+$/u.test(words.trim()) && confidence >= 0.85)) return null;
  return statedText(search.context.source, shift(name, start), "header/chair-words", confidence);
}

/** "President Jim Delacroix": the post in front is no part of the name. */
function withoutPost(words: string, name: Span): Span {
  const post =
    /^(?:the\s+)?(?:(?:board|council|committee|commission|outgoing|newly\s+elected|vice|deputy)[\s-]+)*(?:chair(?:man|person|woman)?|president|mayor|convener|cathaoirleach),?\s+(?=\p{Lu})/iu.exec(
      words.slice(name.start, name.end),
    );
  return post === null ? name : { start: name.start + post[0].length, end: name.end };
}

/** A name of the list without a post that it keeps in front ("Mayor Ada Quill"). */
function cut({ context }: Search, name: Sourced<string>): Sourced<string> {
  const bare = withoutPost(name.value, { start: 0, end: name.value.length });
  if (bare.start === 0) return name;
  const words = name.value.slice(bare.start);
  const at = context.source.text.indexOf(words, name.span.start);
  return at === -1 || at > name.span.end
    ? name
    : { ...name, value: words, span: { start: at, end: at + words.length } };
}

/** The one of the list whom the words name by surname or first name, or by his or her post. */
function listed({ attendance }: Search, words: string): Sourced<string> | null {
  const tokens = tokensOf(words.replace(/\([^)]*\)/g, " "));
  const byName = attendance.filter(({ name }) => {
    const own = nameTokens(name.value);
    const last = own.at(-1);
    return (
      own.length > 0 &&
      (own.every((token) => tokens.includes(token)) || (last !== undefined && tokens.includes(last) && last.length > 2))
    );
  });
  const full = byName.filter(({ name }) => nameTokens(name.value).every((token) => tokens.includes(token)));
  const only = full.length === 1 ? full[0] : byName.length === 1 ? byName[0] : undefined;
  if (only !== undefined) return only.name;
  const [first, more] = tokens;
  const byFirst = attendance.filter(({ name }) => nameTokens(name.value)[0] === first);
  if (first !== undefined && more === undefined && first.length > 2 && byFirst.length === 1)
    return byFirst[0]?.name ?? null;
  const post = words
    .trim()
    .toLowerCase()
    .replace(/^the\s+/, "");
  const holders = attendance.filter(({ role }) => role?.value.toLowerCase() === post);
  return holders.length === 1 ? (holders[0]?.name ?? null) : null;
}

const TITLES: ReadonlySet<string> = new Set(
  "mr mrs ms miss dr cllr cllrs councillor cr the revd rev sir lady prof professor and hon canon capt".split(" "),
);

function tokensOf(words: string): string[] {
  return words.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
}

function nameTokens(name: string): string[] {
  return tokensOf(name).filter((token) => !TITLES.has(token));
}
