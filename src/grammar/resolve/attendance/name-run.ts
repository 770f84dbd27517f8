/** Whether the words of one line name several people, or one person and what stands beside the name. */

import {
  looksLikePerson,
  personLikeness,
  postOrOrganisation,
  readPerson,
  WordsLikeness,
} from "../../phrases/person.js";

/** A second titled name that no mark parts from the first: "Cllr A Smith (Chair) Cllr B Jones". */
const INNER_TITLE =
  /[\p{Ll})]\s+(?<!\b(?:Cllrs?|Councill?ors?|Cr|Hon|Revd?|Mr|for|of|by|and|the|to|from|with|behalf|representing)\.?\s+)(?:Cllrs?|Councill?ors?|Mrs?|Ms|Miss|Dr|Bro|Sis)\b\.?\s+\p{Lu}/u;

/** "Ann Lee (Convener) John Webb (Treasurer)". */
function hasNameBehindBracket(text: string): boolean {
  const [first = "", ...behind] = text.split(/\([^()]*\)/);
  if (behind.length === 0 || !looksLikePerson(first)) return false;
  const names = behind.filter((words) => /^\s+\p{Lu}[\p{L}'’-]+\s+\p{Lu}/u.test(words) && looksLikePerson(words));
  return names.length >= Math.max(1, (behind.length - 1) * 0.7);
}

/** Several names in one line, rather than one name and what stands beside it. */
export function isRun(text: string, isBehindLabel: boolean): boolean {
  if (INNER_TITLE.test(text) || hasNameBehindBracket(text)) return true;
  // What semicolons part are entries, whatever stands in front of their names.
  if (text.includes(";") && text.split(";").filter((piece) => readPerson(piece) !== null).length >= 2) return true;
  const pieces = text.split(/[,;]|\s(?:and|&)\s/).filter((piece) => piece.trim() !== "");
  if (pieces.length < 2) return false;
  // On a line of its own, what stands behind the only comma is a post or an organisation unless it is a name for sure; behind a label it is another name.
  if (pieces.every(isLedByPost)) return true;
  const isPair = pieces.length === 2 && /^[^,;]*,[^,;]*$/.test(text);
  if (isPair && !isSecondName(pieces[0] ?? "", pieces[1] ?? "", isBehindLabel)) return false;
  return pieces.filter((piece) => isNamePiece(piece) || isPostAndName(piece)).length >= 2;
}

/** Whether what stands behind the only comma is a second name. */
function isSecondName(first: string, second: string, isBehindLabel: boolean): boolean {
  const likeness = personLikeness(second);
  if (isPostAndName(second)) return true;
  // "Countryside Access Manager" looks like a name in front of a post.
  if (postOrOrganisation(second) === "role") return likeness >= 0.75;
  // "A Smith (Chair), B Jones (Clerk)", "Julie P, Marek".
  const isAlike =
    (/\)\s*$/.test(first) && /\)\s*$/.test(second)) ||
    /^\s*\p{Lu}\p{Ll}+\s\p{Lu}\s*$/u.test(first) ||
    // "Absent: Moore, Penn": behind a label two surnames.
    (isBehindLabel && [first, second].every((name) => /^\s*\p{Lu}\p{Ll}{2,}\s*$/u.test(name)));
  return likeness >= (isAlike ? 0.4 : isBehindLabel ? 0.6 : 0.8);
}

function isNamePiece(piece: string): boolean {
  const likeness = new WordsLikeness(piece);
  return likeness.person >= 0.4 && likeness.person >= likeness.organisation;
}

/** "Vice President Marl": a post and the name of its holder. */
function isPostAndName(piece: string): boolean {
  return new WordsLikeness(piece).head === "role" && isLedByPost(piece);
}

/** "City Attorney Holt", which alone looks like an organisation. */
function isLedByPost(piece: string): boolean {
  if (personLikeness(piece) > 0) return false;
  const mention = readPerson(piece);
  return mention?.role != null && mention.role.end <= mention.name.start;
}
