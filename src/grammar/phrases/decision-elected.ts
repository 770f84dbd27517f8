/** "A Smith was re-elected Chair", "Cllr Jones was proposed by …, seconded by … and duly elected", "Chair: A Smith: unanimously". */

import { OFFICES } from "../vocabulary/decisions.js";
import { clauseStarts, type DecisionPhrase, isElsewhere, isOwnAgent, isTold, toEnd } from "./deciding.js";
import { APOSTROPHE, CAPITAL, LETTER } from "./words.js";

const WORD = `(?:[${CAPITAL}]\\.)*[${CAPITAL}][${LETTER}.${APOSTROPHE}-]*`;
const PERSON = `(?:(?:Cllrs?|Councill?ors?|Mrs?|Ms|Miss|Dr|Prof|Rev|The|Sir)\\.?\\s+)*${WORD}(?:(?:\\s+|,\\s+|\\s+and\\s+|\\s*&\\s*)${WORD}){0,12}`;
const GROUP = String.raw`(?:[Tt]he|[Aa]ll|[Tt]hese|[Bb]oth)\s+(?:[\w’'-]+\s+){0,5}?(?:committee|officers?|members|trustees|auditors?|nominees|candidates?|governors|councillors|directors|representatives|nominations?)(?:\s+members)?`;
const SUBJECT = new RegExp(`^(?:(?:${OFFICES})\\s*[:–-]\\s*)?(?:${PERSON}|${GROUP})$`);
const OFFICE_LABEL = new RegExp(`^(?:(?:the\\s+)?[\\w’' -]{0,30}?(?:${OFFICES}))\\s*[:–-]\\s*`, "i");
const ELECTED =
  /\s+(?:(?:was|were|is|are)\s+(?:then\s+|duly\s+|declared\s+|unanimously\s+|therefore\s+|also\s+|both\s+|all\s+)*(?:(?:proposed|nominated)\b[^.;]{0,160}?\band\s+(?:was\s+|were\s+)?(?:then\s+|duly\s+|unanimously\s+)*)?|(?:therefore|duly|unanimously|thereby)\s+)(?:re-?)?(?:elected|appointed|co-opted)(?=[\s.,;:(]|$)/gi;

/** A word of an election, or of its outcome behind the office. */
const ELECTION_SIGN = /elected|appointed|co-opted|unanimous|nem\.?\s*con|unopposed|abstentions/i;

/** The election or appointment that a sentence states. */
export function elected(sentence: string, own: string | null): DecisionPhrase | null {
  if (!ELECTION_SIGN.test(sentence)) return null;
  for (const match of sentence.matchAll(ELECTED)) {
    const after = sentence.slice(match.index + match[0].length);
    const agent = /^(?:[^.;]{0,60}?)\s*\bby\s+(?!(?:a\s+)?(?:proposal|acclamation))([^,.;]+)/i.exec(after)?.[1];
    if (
      isElsewhere(after) ||
      (agent !== undefined && !isOwnAgent(agent, own) && !/\b(?:proposed|seconded|nominated)\s+by\b/i.test(after))
    )
      continue;
    const isToOffice = TO_OFFICE.test(after) && !/^\s+as\b.*\bby\b/i.test(after);
    const starts = clauseStarts(sentence, match.index).filter((start) => {
      const subject = sentence.slice(start, match.index);
      return isElectee(subject) || (isToOffice && /^(?:he|she|they|both)$/i.test(subject.trim()));
    });
    // "Ada Quill and Ben Marl": the widest subject has all who are elected.
    const start = starts.at(-1);
    if (start === undefined || isTold(sentence.slice(0, start))) continue;
    const text = toEnd(sentence, labelled(sentence, start));
    return { kind: "elected", text, rule: "decision/elected", confidence: 0.85 };
  }
  return outcomeOfOffice(sentence);
}

/** "She was appointed as a parent governor". */
const TO_OFFICE = new RegExp(
  String.raw`^\s+(?:as\s+|to\s+be\s+)(?:an?\s+|the\s+|our\s+)?(?:[\w’'-]+\s+){0,3}?(?:${OFFICES}|governor|member|director|councillor|lead|link)\b`,
  "i",
);

function isElectee(before: string): boolean {
  const words = before.trim().replace(/,$/, "");
  return SUBJECT.test(words) && !/^(?:It|This|That|These|He|She|They|Who)$/.test(words);
}

/** "Chair: Ada Quill was elected": the office in front of the name belongs to it. */
function labelled(sentence: string, start: number): number {
  const label = OFFICE_LABEL.exec(sentence);
  return label !== null && label[0].length === start ? 0 : start;
}

const OFFICE_OUTCOME =
  /(?:\bunanimous(?:ly)?|\bnem\.?\s*con\.?|\b(?:re-?)?elected(?:\s+unopposed)?|\bunopposed|\bre-?appointed|\bappointed|\bwith\s+abstentions)\)?\.?$/i;

/** Longer sentences tell of more than who holds an office. */
const LONGEST_OUTCOME = 400;

const STARTS_WITH_NAME = new RegExp(`^${WORD}`);

/** "Vice Chair: Ben Marl: unanimously". */
function outcomeOfOffice(sentence: string): DecisionPhrase | null {
  if (sentence.length > LONGEST_OUTCOME || !OFFICE_OUTCOME.test(sentence)) return null;
  const label = OFFICE_LABEL.exec(sentence);
  if (label === null || sentence.split(/\s+/).length > 25) return null;
  if (!STARTS_WITH_NAME.test(sentence.slice(label[0].length))) return null;
  return { kind: "elected", text: toEnd(sentence, 0), rule: "decision/office", confidence: 0.85 };
}
