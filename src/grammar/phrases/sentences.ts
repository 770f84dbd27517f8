/** Where sentences begin and end. */

import type { Span } from "../../model/source.js";

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Cllr|Cllrs|Cllrs?|Insp|Sgt|Supt|St|No|Nos|Min|approx|Ltd|Co|vs|etc|e\.g|i\.e|cf|Ref|ref|Ch|Chq|pp|vol|Hon|Sec|Dept|Est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|inc|incl|a\.m|p\.m|N|W|S|E|[A-Z])|\.[a-z]|\b(?:c|s|ss|cl|para|prop|sec))\.$|(?:^|\n)\s*\d{1,3}\.$/;

/** Spans of the sentences of a text, without the blanks between them. A semicolon ends none. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  if (!/[.!?\n]/.test(text)) {
    push(spans, text, 0, text.length);
    return spans;
  }
  const boundary = /[.!?][\])"'’”]*(?=\s|$)|(?<=[a-z]{4})\.(?=\(?[A-Z][a-z]*[\s,])|\n+/g;
  for (let match = boundary.exec(text); match !== null; match = boundary.exec(text)) {
    const end = match.index + (match[0].startsWith("\n") ? 0 : match[0].length);
    if (!match[0].startsWith("\n") && !endsHere(text, match.index + 1, end)) continue;
    push(spans, text, start, end);
    start = match.index + match[0].length;
  }
  push(spans, text, start, text.length);
  return spans;
}

/** How far behind a full stop the next word is looked for: not to the end, which would make long texts slow. */
const NEXT_WORD = 40;

function endsHere(text: string, afterStop: number, end: number): boolean {
  const next = text.slice(end, end + NEXT_WORD).trimStart();
  if (next === "") return true;
  // A small letter goes on with the sentence, whatever stands before it, and so does an initial ("J. Smith").
  if (/^\p{Ll}/u.test(next)) return false;
  return (
    !ABBREVIATIONS.test(text.slice(Math.max(0, afterStop - 12), afterStop)) ||
    /^(?:The|It|This|There|That|He|She|They|We|A|An|In|On|At|For|All|No|Also|Those|Present|Absent|Apologies|Members|Upon)\s/.test(
      next,
    )
  );
}

function push(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  if (start < end) spans.push({ start, end });
}

/** Words that only a finite sentence has: by them a title is told from a sentence. */
const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|(?<!\d(?:st|nd|rd|th)?\s)may(?!\s+\d)|might|must|did|does|do|am|been|agreed|noted|said|stated|reported|asked|thanked|welcomed|advised|explained|confirmed|informed|provided|gave|made|took|raised|expressed|suggested|proposed|received|considered|introduced|presented|circulated|told|felt|thought|went|came|met|attended|opened|closed|declared)\b/i;

/** Whether words have a finite verb, so are a sentence rather than a title. */
export function hasFiniteVerb(text: string): boolean {
  return FINITE.test(text);
}
