/** Words of a sentence that may give a task: owners, what links them to the task, and all other words. */

import { createToken, Lexer, type TokenType } from "chevrotain";
import { ANY_CHARACTER } from "./first-characters.js";

const CAPITAL = "[A-ZÀ-ÖØ-Þ]";
const LETTER = "[A-Za-zÀ-ÖØ-öø-ÿĀ-ſ’'-]";

/** "then", "kindly": between owner and link. */
const ADVERBS = String.raw`(?:(?:also|then|kindly|therefore|further|subsequently|duly|again|now|has|have|had|still|happily|generously)\s+){0,3}`;

/** What stands between owner and task. Longer ones first; each ends right before the verb of the task. */
const LINKS = [
  String.raw`(?:(?:was|were|is|are|be|been|being|(?:to|will|should|shall|would|must)\s+be)\s+)(?:also\s+|further\s+|then\s+|therefore\s+)?(?:asked|tasked|requested|instructed|invited|required|delegated|actioned|authorised|authorized|directed|nominated|deputed|mandated|appointed|empowered|reminded)\s+(?:to|if\s+(?:he|she|they)\s+(?:could|would|can))`,
  String.raw`(?:agreed|agrees|offered|offers|undertook|undertaken|undertakes|volunteered|volunteers|promised|promises|committed|commits|consented)\s+(?:that\s+(?:he|she|they)\s+(?:would|will)|to)`,
  String.raw`(?:said|confirmed|advised|stated|reported|noted|indicated|promised|added|explained|suggested|replied|responded)\s+(?:that\s+)?(?:he|she|they|(?:s\/|\(s\))he|he\/she)\s+(?:would|will|['’]ll|was\s+going\s+to)(?:\s+(?:also|then|now|therefore))?`,
  String.raw`(?:if|whether)\s+(?:he|she|they)\s+(?:would|could|might)(?:\s+be\s+(?:able|willing|prepared)\s+to)?`,
  String.raw`took\s+(?:an?\s+|the\s+)?(?:action|AP)(?:\s+(?:item|point))?\s+to`,
  String.raw`(?:is|are|was|were)\s+(?:going\s+)?to`,
  String.raw`(?:will|would|shall)(?:\s+(?:also|then|now|therefore|again|both))?`,
  String.raw`(?:needs?|has|have)\s+to`,
  String.raw`(?:should|must)(?:\s+(?:also|then|now))?`,
  String.raw`aim(?:s|ed)?\s+(?:for|to)`,
  String.raw`(?:and\s+|please\s+)?to(?!\s+(?:the|a|an|date|this|that|be)\s)`,
];

const Blank = createToken({ name: "Blank", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
/** Any token that may stand in the words of a task. */
export const AnyWord = createToken({ name: "AnyWord", pattern: Lexer.NA });
const word = (name: string, pattern: RegExp, more: TokenType[] = []) =>
  createToken({ name, pattern, categories: [AnyWord, ...more] });

export const That = word("That", /that\b/i);
export const Link = word("Link", new RegExp(`${ADVERBS}(?:${LINKS.join("|")})(?=[\\s,])`, "i"));
export const OfWhom = word("OfWhom", /(?:of|from|at)\s+(?:the\s+)?(?=[A-Z])/);
export const Post = word(
  "Post",
  /(?:the\s+|our\s+)?(?:(?:parish|town|community|council|deputy|assistant|acting|vice|finance|head|lead|county|district|minutes?|membership|club|hon(?:orary)?\.?|social|school|site|business|project|communications|locum|interim)[\s-]+){0,2}(?:clerk(?!['’])|chair(?:man|person|woman)?(?!['’])|secretary|treasurer|president|captain|officers?|members|councillors|head\s?teacher|principal|governors|trustees|secretariat|rfo|sbm|webmaster|co-?ordinator|manager|editor|caretaker|warden|handyman|groundsman|agent|contractor|bursar|convenor|convener|organiser|vicar|rector|churchwardens?|wardens|captains|supervisor|staff|everyone(?:\s+else)?|(?:all\s+)?(?:practices|schools|partners|agencies|parents|volunteers|providers|teams|residents|directors|leads)|all\s+(?:[A-Za-z]+\s+)?(?:members|councillors|governors|trustees|directors)|(?:each|every)\s+(?:member\s+)?(?:council|councillor|district|authority|school|trustee|director|governor|member|team|club|parish|department|partner|organisation|group|committee)|(?:working|task)[\s-]+(?:party|group)|link\s+governors|all)\b(?!\s+of\b)/i,
);
/** "the Chief Fire Officer", "Parks Lead", "the Director of Resources", "VP Activities": posts that are told by their capitals. */
export const NamedPost = word(
  "NamedPost",
  /(?:[Tt]he\s+)?(?:(?:[A-Z][A-Za-z’'-]*\s+){1,4}(?:Officer|Manager|Director|Secretary|Lead|Leader|Administrator|Engineer|Surveyor|Librarian|Co-?ordinator|Executive|Clerk|Team|Warden|Ranger|Bursar|Registrar|Superintendent|Solicitor|Accountant|Auditor|Representative|Convenor|Convener|Supervisor|Foreman|Steward|Organiser|Adviser|Advisor|Controller|Planner|Inspector|Champion|Trainer|Curator|Keeper)|(?:(?:Deputy|Assistant|Executive|Chief|Interim)\s+)?(?:Director|Head|Chief|Commissioner|Leader|VP|Vice[\s-]President)(?:\s+(?:of|for))?\s+[A-Z][A-Za-z’'-]+(?:\s[A-Z][A-Za-z’'-]+){0,2}(?:\s+(?:and|&)\s+[A-Z][A-Za-z’'-]+)?|the\s+(?:Engineer|Librarian|Solicitor|Surveyor|Auditor|Architect|Convenor|Convener|Bursar|Registrar|Contractor)|(?:the\s+)?(?:CEO|CFO|COO|CFOO|MD|SENCO|DSL|DHT|HT))(?![\w’'])(?!\s+of\b)/,
);
/** "(Treasurer)", "(JS)" behind an owner. */
export const Aside = word("Aside", /\([^()]{1,40}\)|,\s+(?:the\s+|as\s+)?[A-Z][^,.;:]{1,40},(?=\s+[a-z]{2,}\s)/);
export const Title = word(
  "Title",
  /(?:(?:County|Borough|District|City|Town|Parish|Community|Ward|Unitary)\s+)?(?:Cllrs?|Clr|Cll|Councillors?|Mrs?|Ms|Miss|Mx|Dr|Prof|Revd?|Fr|Insp|Inspector|Sgt|Sergeant|PCSO|PC|CC|DC|BC|Sir|Dame|Lord|Lady|Ald|Alderman|Councilmember|Councilor|Commissioner|Supervisor|Trustee|Mayor|Superintendent|Selectman)(?:\.\s*|\s+)(?=[A-Z][A-Za-z.]|[A-Z]\s)/,
);
export const Initials = word(
  "Initials",
  /[A-Z][A-Za-z]?[A-Z][a-z]?(?:\s?\/\s?[A-Z][A-Za-z]?[A-Z][a-z]?)*(?![A-Za-z’'.-])/,
);
export const Initial = word("Initial", /[A-Z]\.?(?=\s?[A-Z])/);
/** "Dave T to order": the initial of a surname behind a given name. */
export const LastInitial = word(
  "LastInitial",
  /[A-Z]\.?(?=\s+(?:to|will|would|is|has|was|agreed|offered|volunteered|and|&)\s|:)/,
);
export const And = word("And", /(?:and|&|(?:together|along|jointly)\s+with)(?=\s)|[,+/]/);
export const Name = word("Name", new RegExp(`${CAPITAL}${LETTER}*[a-zß-ÿ]${LETTER}*`));
export const Colon = word("Colon", /[:–—]|-(?=\s)/);
const Word = createToken({
  name: "Word",
  pattern: /[^\s,:;+/]+/,
  categories: AnyWord,
  start_chars_hint: ANY_CHARACTER,
});
const Mark = createToken({ name: "Mark", pattern: /.|\s/, categories: AnyWord, start_chars_hint: ANY_CHARACTER });

export const TASK_TOKENS: TokenType[] = [
  Blank,
  AnyWord,
  That,
  Link,
  OfWhom,
  NamedPost,
  Post,
  Aside,
  Title,
  Initials,
  Initial,
  LastInitial,
  And,
  Name,
  Colon,
  Word,
  Mark,
];
