/** A run of people in one stretch of text: where each entry ends and the next begins. */

import type { TokenType } from "chevrotain";
import type { Span } from "../../model/source.js";
import { NAME_INTRODUCERS, SENTENCE_WORDS } from "../vocabulary/people.js";
import { assemblePerson, nameIn, PERSON_FLOOR, type PersonMention, type Segment, segmentsOf } from "./entry.js";
import { splitAtAnd, splitAtStop, splitAtTitle } from "./entry-splits.js";
import { headKind } from "./likeness.js";
import {
  And,
  Capitals,
  Colon,
  Comma,
  Dash,
  entryPieces,
  Gap,
  GroupTitle,
  Initial,
  Name,
  NumberWord,
  Semicolon,
  Stop,
  Title,
} from "./person-parser.js";
import { joinSpans, spanOfTokens, tokenSpan } from "./words.js";

/** Words of sentences, without those that are names as well. */
const SENTENCE_SET: ReadonlySet<string> = new Set(
  SENTENCE_WORDS.filter((word) => !["may", "will", "can"].includes(word)),
);

/** Segments that belong to one person, in the making. */
interface Entry {
  readonly segments: Segment[];
  /** Whether it stands behind a group title ("Cllrs A, B and C"). */
  readonly isInGroup: boolean;
  readonly groupTitle: Span | null;
  /** The names that share a surname with the next ("Ken & Jane Clifford"). */
  readonly surname: Span | null;
}

/** Reads a run of people: "Cllrs A Smith (Chair), B Jones and C Brown; Mrs D White – Clerk". Words that are no person are left out. Never throws. */
export function readPeople(text: string): PersonMention[] {
  const segments = withCompanies(segmentsOf(entryPieces(text))).flatMap((segment) =>
    segment.isBracket ? [segment] : splitAtStop(segment).map(withoutLeadIn).flatMap(splitAtTitle).flatMap(splitAtAnd),
  );
  const shape = shapeOf(segments);
  const mentions: PersonMention[] = [];
  for (const entry of entriesOf(segments, shape)) {
    const plural = pluralPost(entry);
    const segmentsOfOne = plural === null ? entry.segments : entry.segments.slice(0, -1);
    const person = assemblePerson(text, segmentsOfOne) ?? bareName(entry, shape);
    if (person !== null)
      mentions.push({ ...person, surname: entry.surname ?? person.surname, groupTitle: entry.groupTitle });
    if (plural !== null) giveToAll(mentions, plural);
  }
  return mentions;
}

/** "Sage Engineering, Inc.": the comma in a company's name parts nothing. */
function withCompanies(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const [only, ...more] = segment.tokens;
    const isRest = only !== undefined && more.length === 0 && COMPANY.test(only.image) && !segment.isBracket;
    if (isRest && last !== undefined && !last.isBracket)
      joined[joined.length - 1] = { ...last, tokens: [...last.tokens, ...segment.tokens] };
    else joined.push(segment);
  }
  return joined;
}

/** What kind of list the segments make. */
interface ListShape {
  /** Most entries are one word: given names or handles. */
  readonly isSingleNames: boolean;
  /** All entries are one word, and words in small letters are names too ("rayhaan, mcnutty, hermit"). */
  readonly isHandles: boolean;
}

function shapeOf(segments: readonly Segment[]): ListShape {
  const words = segments.filter(({ isBracket }) => !isBracket);
  const singles = words.filter(({ tokens }) => tokens.length === 1);
  // "Steph B" and "Little Dave" are written among "Nige" and "Kofi".
  const informal = words.filter(
    ({ tokens: [first, second, ...more] }) =>
      first !== undefined &&
      more.length === 0 &&
      (second === undefined || (first.tokenType === Name && second.tokenType === Initial)),
  );
  return {
    isSingleNames:
      singles.length * 2 > words.length || (informal.length > singles.length && informal.length * 2 > words.length),
    isHandles:
      words.length >= 3 && words.every(({ tokens }) => tokens.length <= 2) && singles.length * 3 >= words.length * 2,
  };
}

function entriesOf(segments: readonly Segment[], shape: ListShape): Entry[] {
  const entries: Entry[] = [];
  let isInGroup = false;
  let groupTitle: Span | null = null;
  for (const [index, segment] of segments.entries()) {
    const current = entries.at(-1);
    if (segment.mark?.tokenType === Semicolon) isInGroup = false;
    const [first] = segment.tokens;
    if (!segment.isBracket && first?.tokenType === GroupTitle) {
      isInGroup = true;
      groupTitle = tokenSpan(first);
    }
    // "Cllrs Pugh, Ms Kaye, Stocks and Thurlow": the courtesy of one does not end the group.
    else if (!segment.isBracket && first?.tokenType === Title && !/^(?:Mrs?|Ms|Miss|Dr)\b/.test(first.image))
      isInGroup = false;
    const behindLabel = segment.mark?.tokenType === Colon && current !== undefined && isLabel(current);
    if (behindLabel && current !== undefined && !isPost(current)) {
      isInGroup ||= current.segments[0]?.tokens[0]?.tokenType === GroupTitle;
      entries.pop();
    }
    if (
      current === undefined ||
      (behindLabel && !isPost(current)) ||
      isNewEntry(segment, current, { ...shape, isInGroup })
    ) {
      const title = isInGroup ? groupTitle : null;
      entries.push({
        segments: [segment],
        isInGroup,
        groupTitle: title,
        surname: sharedSurname(segment, segments[index + 1]),
      });
    } else current.segments.push(segment);
  }
  return entries;
}

// A label opens a list ("Observers: A Smith"); a post before a colon belongs to the name behind it ("Minutes: Jo Bloggs").
function isLabel({ segments }: Entry): boolean {
  return segments.every((segment) => segment.isBracket || nameIn(segment) === null);
}

function isPost({ segments }: Entry): boolean {
  const [segment] = segments;
  return segment !== undefined && headKind(segment.tokens) === "role" && segment.tokens[0]?.tokenType !== GroupTitle;
}

function isNewEntry(segment: Segment, current: Entry, shape: ListShape & { readonly isInGroup: boolean }): boolean {
  const { mark, tokens, isBracket } = segment;
  const hasName = current.segments.some((earlier) => !earlier.isBracket && nameIn(earlier) !== null);
  if (isBracket) return false;
  if (mark === null)
    return (
      tokens[0]?.tokenType === Title || tokens[0]?.tokenType === GroupTitle || isNameBehindBracket(segment, current)
    );
  if (mark.tokenType === Semicolon || mark.tokenType === Stop) return true;
  if (mark.tokenType === Dash) return false;
  // "Jane Roe: Tom Hill; Ann Lee" lists people under a person; "JR: Jane Roe" is one.
  if (mark.tokenType === Colon)
    return hasName && firstWordOf(current) !== Capitals && (nameIn(segment)?.name.likeness ?? 0) > 0.6;
  if (isUnnamed(segment)) return true;
  // "Sage Engineering, Inc." and "Quay Design LLC": the company of the one before it.
  if (hasName && COMPANY.test(tokens.at(-1)?.image ?? "")) return false;
  const name = nameIn(segment);
  if (name === null) return shape.isHandles && tokens.length === 1 && headKind(tokens) === null;
  if (!hasName)
    return mark.tokenType === Comma || mark.tokenType === And || mark.tokenType === Gap ? !isPost(current) : true;
  if (name.lead.length > 0 || name.name.hasTitle || name.name.hasGroupTitle) return true;
  if (isSurnameFirst(current, segment)) return false;
  // "Countryside Access Manager" behind a comma is what the one before it does.
  const isPostBehind = name.name.rest.length > 0 && name.name.likeness < 0.9 && headKind(tokens) === "role";
  if (isPostBehind && mark.tokenType === Comma) return false;
  const isOneWord = name.name.tokens.length === 1;
  // One word behind a comma may be the organisation of the person before it.
  if (isOneWord) return shape.isInGroup || shape.isSingleNames || name.name.likeness >= 0.6 || mark.tokenType === And;
  return name.name.likeness >= PERSON_FLOOR;
}

const COMPANY = /^(?:Inc|LLC|LLP|Ltd|PLLC|Corp|plc)$/i;

// "Ewan Petrie (Treasurer) Kirsty Laing (Secretary)": a full name behind the bracket of another.
function isNameBehindBracket(segment: Segment, { segments }: Entry): boolean {
  const reading = nameIn(segment);
  return (
    segments.length > 1 &&
    reading !== null &&
    reading.lead.length === 0 &&
    reading.name.rest.length === 0 &&
    reading.name.tokens.length >= 2 &&
    reading.name.likeness >= 0.75 &&
    headKind(segment.tokens) === null
  );
}

function firstWordOf({ segments }: Entry): TokenType | undefined {
  return segments[0]?.tokens[0]?.tokenType;
}

// "and the Clerk", "13 members of the public": somebody else, without a name.
function isUnnamed({ tokens, mark }: Segment): boolean {
  const [first] = tokens;
  const isCrowd =
    first?.tokenType === NumberWord &&
    tokens.some(({ image }) => /^(?:members?|public|residents?|people|others)$/i.test(image));
  return isCrowd || (mark?.tokenType === And && /^(?:the|a|an)$/i.test(first?.image ?? ""));
}

// "SMITH, John; JONES, Mary".
function isSurnameFirst({ segments }: Entry, { tokens }: Segment): boolean {
  const surname = segments.length === 1 && segments[0]?.tokens.length === 1 ? segments[0].tokens[0]?.image : undefined;
  const given = tokens[0]?.image ?? "";
  return (
    surname !== undefined &&
    surname.length > 3 &&
    surname === surname.toUpperCase() &&
    given.length > 1 &&
    given !== given.toUpperCase()
  );
}

// "Apologies were received from X": the names begin behind the last such word.
function withoutLeadIn(segment: Segment): Segment {
  const { tokens } = segment;
  if (nameIn(segment) !== null) return segment;
  const introducer = tokens.findLastIndex(({ image }) => NAME_INTRODUCERS.includes(image));
  const sentence = tokens.findIndex(({ image }) => SENTENCE_SET.has(image.toLowerCase()));
  if (introducer < 0 || sentence < 0 || sentence > introducer) return segment;
  const behind = tokens.slice(introducer + 1);
  const joint = behind.findIndex(({ tokenType }) => tokenType === And);
  const first = nameIn({ ...segment, tokens: joint < 0 ? behind : behind.slice(0, joint) });
  return first === null ? segment : { ...segment, tokens: behind };
}

/** The surname that this segment takes from the next: it is only a title or a given name, and the next is a couple's fuller half. */
function sharedSurname({ tokens, isBracket }: Segment, next: Segment | undefined): Span | null {
  if (isBracket || next === undefined || next.isBracket || next.mark?.tokenType !== And) return null;
  const own = tokens.filter(({ tokenType }) => tokenType !== Title && tokenType !== GroupTitle);
  const other = next.tokens.filter(
    ({ tokenType }) => tokenType === Name || tokenType === Initial || tokenType === Title,
  );
  const surname = other.at(-1);
  if (surname === undefined || surname.tokenType !== Name || other.length < 2 || other.length > 3) return null;
  const isTitleOnly = own.length === 0 && tokens.length > 0 && tokens[0]?.tokenType === Title;
  const [given] = own;
  const isGivenOnly =
    own.length === 1 && given !== undefined && other[0]?.tokenType !== Title && given.tokenType === other[0]?.tokenType;
  const isGroupGiven = isGivenOnly && tokens[0]?.tokenType !== Title;
  // "Mr and Mrs S Smith" share the initial as well.
  const shared = other.filter(({ tokenType }) => tokenType !== Title);
  return isTitleOnly ? spanOfTokens(shared) : isGroupGiven ? tokenSpan(surname) : null;
}

/** A person of whom only a title ("Mr" of "Mr and Mrs Smith") or one word in small letters is written. */
function bareName({ segments, surname, isInGroup }: Entry, shape: ListShape): PersonMention | null {
  const [segment, ...others] = segments;
  const [first] = segment?.tokens ?? [];
  if (segment === undefined || first === undefined || segment.isBracket) return null;
  const own = segment.tokens.filter(({ tokenType }) => tokenType !== GroupTitle);
  const isHandle =
    shape.isHandles &&
    own.length === 1 &&
    !SENTENCE_WORDS.includes(first.image.toLowerCase()) &&
    headKind(own) === null;
  const name = spanOfTokens(own);
  if (
    name === null ||
    own.some(({ tokenType }) => tokenType === NumberWord) ||
    !(surname !== null || isHandle || (isInGroup && own.length === 1 && own[0]?.tokenType === Initial))
  )
    return null;
  const span = others
    .map(({ tokens }) => spanOfTokens(tokens))
    .filter((beside) => beside !== null)
    .reduce(joinSpans, name);
  return { span, name, role: null, organisation: null, initials: null, note: null, surname: null, groupTitle: null };
}

// "A Smith, B Jones and C Brown, Councillors": the post of all before it that have none.
function pluralPost({ segments }: Entry): Span | null {
  const last = segments.at(-1);
  const [word, ...more] = last?.tokens ?? [];
  if (segments.length < 2 || last === undefined || word === undefined || more.length > 0 || last.isBracket) return null;
  if (!/^(?:councillors|governors|trustees|directors|commissioners|members)$/i.test(word.image)) return null;
  // Without its "s" the plural is the post of each.
  return { start: word.startOffset, end: word.startOffset + word.image.length - 1 };
}

function giveToAll(mentions: PersonMention[], role: Span): void {
  for (const [index, mention] of mentions.entries()) {
    if (mention.role === null && mention.organisation === null) mentions[index] = { ...mention, role };
  }
}
