/** Ids made from content: the same words give the same id in any database. */

import { createHash } from "node:crypto";

/** The public id of a document. */
export function documentId(sha256: string): string {
  return sha256.slice(0, 16);
}

/** What two spellings of one body have in common; null where nothing is left ("—"). */
export function bodyKey(body: string | null): string | null {
  if (body === null) return null;
  const key = plainWords(body.replace(/&/g, " and ")).replace(/^the /, "");
  return key === "" ? null : key;
}

/** What tells a meeting from others of the same name and day. */
interface MeetingMark {
  /** Key of the organisation; only where bodies of several organisations bear that name and met that day. */
  readonly organisation: string | null;
  /** Only where the body met more than once that day. */
  readonly start: string | null;
}

/** A sitting of a body. */
export function meetingId(body: string, date: string, { organisation, start }: MeetingMark): string {
  const marks = [...(start === null ? [] : [start]), ...(organisation === null ? [] : ["of", organisation])];
  return hash(["meeting", body, date, ...marks]);
}

/** The meeting of a part that does not say enough to be joined with others. */
export function ownMeetingId(partId: string): string {
  return hash(["meeting of part", partId]);
}

/** A person of a body; `scope` is the body's key, or the part where the body is unknown. */
export function personId(scope: string, name: string): string {
  return hash(["person", scope, plainWords(name)]);
}

/** Lower case, without accents and apostrophes, every other mark a blank. */
function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|['’‘`´]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
