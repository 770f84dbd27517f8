/** Words of a sentence that may give a task: owners, what links them to the task, and all other words. */

import { createToken, Lexer, type TokenType } from "chevrotain";

const CAPITAL = "[A-ZÀ-ÖØ-Þ]";
const LETTER = "[A-Za-zÀ-ÖØ-öø-ÿĀ-ſ’'-]";

/** What stands between owner and task. Longer ones first; each ends right before the verb of the task. */
const LINKS = [
  String.raw`(?:was|were|is|are|be|been|has been|have been|will be)\s+(?:also\s+|further\s+)?(?:asked|tasked|requested|instructed|invited|required|delegated|actioned|authorised)\s+to`,
  String.raw`(?:(?:has|have|had)\s+)?(?:also\s+|kindly\s+)?(?:agreed|offered|undertook|undertaken|volunteered|promised|committed)\s+(?:that\s+(?:he|she|they)\s+would|to)`,
  String.raw`(?:is|are|was|were)\s+to`,
  String.raw`(?:will|would|shall)(?:\s+(?:also|then|now|therefore))?`,
  String.raw`(?:needs?|has|have)\s+to`,
  String.raw`should(?:\s+(?:also|then|now))?`,
  String.raw`aim(?:s|ed)?\s+(?:for|to)`,
  String.raw`(?:and\s+)?to(?!\s+(?:the|a|an|date|this|that|be)\s)`,
];

const Blank = createToken({ name: "Blank", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
/** Any token that may stand in the words of a task. */
export const AnyWord = createToken({ name: "AnyWord", pattern: Lexer.NA });
const word = (name: string, pattern: RegExp, more: TokenType[] = []) =>
  createToken({ name, pattern, categories: [AnyWord, ...more] });

export const That = word("That", /that\b/i);
export const Link = word("Link", new RegExp(`(?:${LINKS.join("|")})(?=\\s)`, "i"));
export const OfWhom = word("OfWhom", /(?:of|from|at)\s+(?:the\s+)?(?=[A-Z])/);
export const Post = word(
  "Post",
  /(?:the\s+)?(?:(?:parish|town|deputy|assistant|acting|vice|finance|head|lead|county|district)[\s-]+)?(?:clerk|chair(?:man|person|woman)?|secretary|treasurer|president|officers?|members|councillors|head\s?teacher|governors|trustees|secretariat|rfo|webmaster|co-?ordinator|all)\b(?!\s+of\b)/i,
);
export const Title = word(
  "Title",
  /(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof|Revd?|Insp|Inspector|Sgt|Sergeant|PCSO|PC|Sir|Dame|Lord|Lady|Ald)\b\.?/,
);
export const Initials = word(
  "Initials",
  /[A-Z][A-Za-z]?[A-Z][a-z]?(?:\s?\/\s?[A-Z][A-Za-z]?[A-Z][a-z]?)*(?![A-Za-z’'.-])/,
);
export const Initial = word("Initial", /[A-Z]\.?(?=\s?[A-Z])/);
export const And = word("And", /(?:and|&)(?=\s)|[,+/]/);
export const Name = word("Name", new RegExp(`${CAPITAL}${LETTER}*[a-zß-ÿ]${LETTER}*`));
export const Colon = word("Colon", /[:–—]|-(?=\s)/);
const Word = word("Word", /[^\s,:;+/]+/);
const Mark = word("Mark", /.|\s/);

export const TASK_TOKENS: TokenType[] = [
  Blank,
  AnyWord,
  That,
  Link,
  OfWhom,
  Post,
  Title,
  Initials,
  Initial,
  And,
  Name,
  Colon,
  Word,
  Mark,
];
