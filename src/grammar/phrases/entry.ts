/** Puts one entry of an attendance list together: which words are the name, and what those beside it are. */

import type { IToken } from "chevrotain";
import type { Span } from "../../model/source.js";
import { leadingPost } from "./leading-post.js";
import { headKind, kindOf, type NameReading, readName, type WordsKind } from "./likeness.js";
import { initialsFit } from "./name-key.js";
import { isCalled, withNicknames } from "./nickname.js";
import {
  Address,
  Capitals,
  Comma,
  Initial,
  Name,
  NumberWord,
  type Piece,
  PostNominal,
  Stop,
  Title,
} from "./person-parser.js";
import { joinSpans, spanOfTokens } from "./words.js";

/** What an entry says of one person. Offsets are relative to the text that was read. */
export interface PersonMention {
  /** Everything that belongs to the entry. */
  readonly span: Span;
  /** With title and post-nominals, without organisation or role; a group title ("Cllrs") belongs to no name. */
  readonly name: Span;
  readonly role: Span | null;
  readonly organisation: Span | null;
  /** "(MS)", given for later use. */
  readonly initials: Span | null;
  /** "(minute 53 refers)", "left at 8pm", "@handle". */
  readonly note: Span | null;
  /** The surname, where it stands only behind the next name: "Mr and Mrs Smith", "Ken & Jane Clifford". */
  readonly surname: Span | null;
  /** The title of several behind which the name stands: "Cllrs", "Commissioners". */
  readonly groupTitle: Span | null;
}

/** Words of an entry between two marks. */
export interface Segment {
  readonly tokens: readonly IToken[];
  readonly isBracket: boolean;
  /** The mark before it; null at the start and behind a bracket. */
  readonly mark: IToken | null;
}

/** Words and brackets of an entry, the words inside a bracket each by itself. */
export function segmentsOf(pieces: readonly Piece[], isBracket = false): Segment[] {
  const segments: Segment[] = [];
  let mark: IToken | null = null;
  for (const piece of withNicknames(pieces)) {
    if (piece.kind === "mark") mark = mark === null || mark.tokenType !== Comma ? piece.tokens[0] : mark;
    else {
      if (piece.kind === "bracket") segments.push(...segmentsOf(piece.inside, true));
      else {
        const tokens = withoutStops(piece.tokens);
        if (tokens.length > 0) segments.push({ tokens, isBracket, mark });
      }
      mark = null;
    }
  }
  return segments;
}

function withoutStops(tokens: readonly IToken[]): readonly IToken[] {
  let end = tokens.length;
  while (tokens[end - 1]?.tokenType === Stop) end--;
  let start = 0;
  while (start < end && tokens[start]?.tokenType === Stop) start++;
  return tokens.slice(start, end);
}

/** The least likeness at which words in an attendance list are taken for a person. */
export const PERSON_FLOOR = 0.3;

/** Makes one person of the segments of an entry; null where none of them is a name. */
export function assemblePerson(text: string, segments: readonly Segment[]): PersonMention | null {
  const found =
    readReversed(text, segments) ?? readForward(segments) ?? readBracketed(segments) ?? readHandle(segments);
  if (found === null) return null;
  const name = text.slice(found.name.start, found.name.end);
  let findings: Findings = { role: null, organisation: null, initials: null, note: null, last: null };
  for (const extra of found.extras) findings = findBeside(findings, extra, text, name);
  const { role, organisation, initials, note } = findings;
  const beside = found.extras
    .filter((extra) => !isSomebodyElse(extra.tokens))
    .map(({ tokens }) => spanOfTokens(tokens))
    .filter((span) => span !== null);
  return {
    span: beside.reduce(joinSpans, found.name),
    name: found.name,
    role,
    organisation,
    initials,
    note,
    surname: null,
    groupTitle: null,
  };
}

interface FoundName {
  readonly name: Span;
  readonly extras: readonly Segment[];
}

function readForward(segments: readonly Segment[]): FoundName | null {
  const place = segments.findIndex((segment) => !segment.isBracket && nameIn(segment) !== null);
  const chosen = laterName(segments, place);
  const segment = segments[chosen];
  const reading = segment && nameIn(segment);
  if (segment === undefined || !reading) return null;
  const before = segments.slice(0, chosen);
  if (before.some((lead) => !lead.isBracket && !canLead(lead))) return null;
  const extras: Segment[] = [...before];
  const office = officeName(reading);
  if (office === null && reading.lead.length > 0) extras.push({ tokens: reading.lead, isBracket: false, mark: null });
  if (reading.name.rest.length > 0) extras.push({ tokens: reading.name.rest, isBracket: false, mark: null });
  return { name: office ?? reading.name.span, extras: [...extras, ...segments.slice(chosen + 1)] };
}

// "GW: Greg Wilson": capitals before a better name are its initials or its organisation.
function laterName(segments: readonly Segment[], place: number): number {
  const [only, ...more] = segments[place]?.tokens ?? [];
  if (only === undefined || more.length > 0 || only.tokenType === Name) return place;
  const next = segments.findIndex((segment, index) => index > place && !segment.isBracket);
  const mark = segments[next]?.mark?.image ?? "";
  const reading =
    next < 0 || !/^[:\-–—]|\t/.test(mark)
      ? null
      : nameIn(segments[next] ?? { tokens: [], isBracket: false, mark: null });
  return reading !== null && reading.name.likeness > 0.5 ? next : place;
}

// Before a name stands a post, an organisation or letters; other words make it a sentence or a label.
function canLead(segment: Segment): boolean {
  return (
    headKind(segment.tokens) !== null ||
    segment.tokens.every(({ tokenType }) => [Capitals, Initial, PostNominal, NumberWord].includes(tokenType))
  );
}

interface SegmentName {
  readonly name: NameReading;
  /** The post before the name: "Chair Lord-Hausman". */
  readonly lead: readonly IToken[];
}

/** The name that a segment holds: at its start, or behind a post; null where it is none. */
export function nameIn({ tokens }: Segment): SegmentName | null {
  const name = readName(tokens);
  if (name !== null && name.likeness >= PERSON_FLOOR) return { name, lead: [] };
  const length = leadingPost(tokens);
  if (length === 0) return null;
  const behind = readName(tokens.slice(length));
  if (behind === null || behind.likeness < PERSON_FLOOR || behind.rest.length > 0) return null;
  return { name: behind, lead: tokens.slice(0, length) };
}

// "Commissioner Smith" is how the minutes call him: without a given name the office is his title.
function officeName({ name, lead }: SegmentName): Span | null {
  const [office, ...more] = lead;
  if (office === undefined || more.length > 0 || name.tokens.length > 1) return null;
  return /^(?:Commissioner|Supervisor)$/.test(office.image) ? spanOfTokens([office, ...name.tokens]) : null;
}

// "SMITH, John" and, where nothing else stands in the entry, "Smith, J. A.": one name, surname first.
function readReversed(text: string, segments: readonly Segment[]): FoundName | null {
  const [surname, given, ...others] = segments;
  if (
    surname === undefined ||
    given === undefined ||
    surname.isBracket ||
    given.isBracket ||
    given.mark?.tokenType !== Comma
  )
    return null;
  const whole = spanOfTokens([...surname.tokens, ...given.tokens]);
  const [last, ...further] = surname.tokens;
  if (
    whole === null ||
    last === undefined ||
    further.length > 0 ||
    !(last.tokenType === Name || (last.tokenType === Capitals && last.image.length > 3))
  )
    return null;
  const givenText = text.slice(whole.start + last.image.length, whole.end).replace(/^\s*,\s*/, "");
  const isCapitals = last.image === last.image.toUpperCase();
  const isGiven = isCapitals
    ? /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}*\.?)*$/u.test(givenText)
    : given.tokens.every(({ tokenType }) => tokenType === Initial) && nameIn(surname) !== null;
  if (!isGiven || headKind(given.tokens) !== null || (nameIn(given) === null && isCapitals)) return null;
  return { name: whole, extras: others };
}

// "Chief Executive (Ms T. Rowntree)": a post, and who holds it in brackets.
function readBracketed([post, holder, ...others]: readonly Segment[]): FoundName | null {
  if (post === undefined || holder === undefined || post.isBracket || !holder.isBracket) return null;
  const reading = headKind(post.tokens) === "role" ? nameIn(holder) : null;
  if (reading === null || reading.name.rest.length > 0 || reading.name.likeness < 0.7) return null;
  return { name: reading.name.span, extras: [post, ...others] };
}

// "@handle": the name by which an open-source group lists somebody.
function readHandle([segment, ...others]: readonly Segment[]): FoundName | null {
  const [handle, ...more] = segment?.tokens ?? [];
  if (handle === undefined || segment?.isBracket || more.length > 0 || !/^@[A-Za-z0-9]/.test(handle.image)) return null;
  const name = spanOfTokens([handle]);
  return name && { name, extras: others };
}

type Finding = "role" | "organisation" | "initials" | "note";

/** What was found beside the name: the first of each kind, and what goes on behind a comma. */
type Findings = Readonly<Record<Finding, Span | null>> & { readonly last: Finding | null };

function findBeside(findings: Findings, { tokens, mark }: Segment, text: string, name: string): Findings {
  const isArticled = tokens.length > 1 && /^the$/i.test(tokens[0]?.image ?? "") && headKind(tokens) === "role";
  const span = spanOfTokens(isArticled ? tokens.slice(1) : tokens);
  const letters = tokens.at(-1);
  if (span === null || letters === undefined || isSomebodyElse(tokens)) return findings;
  if (findings.initials === null && areInitials(letters, tokens.length, name)) {
    const found = { ...findings, initials: spanOfTokens([letters]) };
    return tokens.length === 1
      ? found
      : findBeside(found, { tokens: tokens.slice(0, -1), isBracket: true, mark }, text, name);
  }
  const linked = organisationBehindLink(text, tokens);
  const kind = linked === null ? kindBeside(tokens, name) : "organisation";
  const value = linked ?? span;
  const earlier = findings[kind];
  const isContinued = findings.last === kind && mark?.tokenType === Comma;
  const whole = earlier === null ? value : isContinued ? joinSpans(earlier, value) : earlier;
  return { ...findings, [kind]: whole, last: kind };
}

// A titled name beside the name is another entry that no mark parts from this one.
function isSomebodyElse(tokens: readonly IToken[]): boolean {
  return (
    tokens[0]?.tokenType === Title &&
    (tokens.length === 1 || readName(tokens)?.rest.length === 0) &&
    headKind(tokens) === null
  );
}

// "(KD)", and the end of "(Chair KD)".
function areInitials(letters: IToken, count: number, name: string): boolean {
  const isShort =
    letters.image.length <= 5 && (count === 1 || [Capitals, Initial, PostNominal].includes(letters.tokenType));
  return isShort && initialsFit(letters.image, name);
}

function kindBeside(tokens: readonly IToken[], name: string): WordsKind {
  const [only] = tokens;
  // "(Kim)" behind "Kim Tibbetts" is what she is called.
  if (only !== undefined && tokens.length === 1 && (name.split(/[\s-]/).includes(only.image) || isCalled(only)))
    return "note";
  return tokens.some(({ tokenType }) => tokenType === Address) ? "note" : kindOf(tokens);
}

/** The organisation behind "representing", "from", "of", "for" or "at"; null where no organisation follows. */
function organisationBehindLink(text: string, tokens: readonly IToken[]): Span | null {
  const [link, ...others] = tokens;
  if (link === undefined || others.length === 0 || !/^(?:representing|repr?|from|of|for|at|with)$/i.test(link.image))
    return null;
  const span = spanOfTokens(others);
  if (span === null || others.some(({ tokenType }) => tokenType === NumberWord)) return null;
  if (/^repr/i.test(link.image)) return span;
  const isNamed =
    headKind(others) === "organisation" ||
    (others.length === 1 && /^[A-Z]{3,7}$/.test(text.slice(span.start, span.end)));
  return isNamed && !/^(?:items?|minutes?|agenda)\b/i.test(text.slice(span.start, span.end)) ? span : null;
}
