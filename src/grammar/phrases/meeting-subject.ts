/** Whether words name the meeting itself, which decides, and not one of its people or another body. */

import { MEETING_HEADS, MEETING_QUALIFIERS } from "../vocabulary/decisions.js";

const HEADS = MEETING_HEADS.replace(/ /g, String.raw`\s+`);
const PRESENT = String.raw`(?:\s+(?:present|attending|here|in\s+attendance|of\s+the\s+(?:${HEADS})))?`;
const GENERIC = new RegExp(
  String.raw`^(?:(?:the|all|this|both|our|full|those)\s+){0,3}(?:(?:${MEETING_QUALIFIERS})\s+){0,3}(?:${HEADS})${PRESENT}$`,
  "i",
);
const PRONOUN =
  /^(?:we|we\s+all|all|all\s+(?:of\s+)?(?:those\s+)?present|everyone|everybody|everyone\s+present|those\s+present|they\s+all)$/i;
const NAMED = new RegExp(
  String.raw`^(?:the\s+)?((?:(?:[A-Z][\w’'&-]*|and|of|for|the|&)\s+){1,6}(?:${HEADS}))${PRESENT}$`,
  "i",
);
/** "The Chairman of the Board" is one person. */
const POST_OF =
  /\b(?:chair(?:man|person|woman)?|clerk|secretary|treasurer|leader|head|president|director|member|representative|vice[- ]chair(?:man)?)\s+(?:of|to|from)\b/i;
const ACRONYM = /^([Tt]he\s+)?([A-Z]{2,7})$/;

/** `own`: the body and organisation of the minutes as their head names them; another named body decides nothing here. */
export function isMeeting(words: string, own: string | null): boolean {
  const text = words.trim();
  if (text === "") return false;
  if (POST_OF.test(text)) return false;
  if (PRONOUN.test(text) || GENERIC.test(text)) return true;
  const named = NAMED.exec(text)?.[1];
  if (named !== undefined && /^[A-Z]/.test(named)) return own === null || isWithin(named, own);
  const acronym = ACRONYM.exec(text);
  if (acronym === null) return false;
  const letters = acronym[2] ?? "";
  if (
    /^(?:CEO|CFO|COO|CTO|CIO|CAO|MD|GM|PM|DTC|RFO|PCSO|PC|HT|DHT|SENCO|DSL|DPO|MP|QC|KC|GP|VP)$/.test(letters) &&
    own?.includes(letters) !== true
  )
    return false;
  return acronym[1] !== undefined || (own !== null && (own.includes(letters) || initialsOf(own).includes(letters)));
}

function isWithin(name: string, own: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const known = new Set(words(own));
  return words(name).every((word) => known.has(word) || /^(?:the|and|of|for)$/.test(word));
}

function initialsOf(own: string): string {
  return (own.match(/\b[A-Z]/g) ?? []).join("");
}
