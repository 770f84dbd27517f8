/** Whether what was read can be seen in the source: the words of each fact's text must lie within its quote. */

import type { Minutes, Part, Sourced } from "../model/minutes.js";
import { quote, type SourceText, type Span } from "../model/source.js";
import { commonCount, wordsOf } from "./words.js";

/** A text that its quote does not bear out. */
export interface Uncovered {
  /** Which fact, from 0: `parts[0].decisions[3]`. */
  readonly fact: string;
  readonly field: string;
  readonly text: string;
  readonly quote: string;
  /** Share of the text's words that stand in the quote, 0 to 1. */
  readonly share: number;
}

export interface Coverage {
  /** How many texts were looked at. */
  readonly checked: number;
  readonly offenders: readonly Uncovered[];
}

interface Claim {
  readonly fact: string;
  readonly field: string;
  readonly text: string;
  readonly span: Span;
}

/**
 * Looks at every text that the words of the source state: against the quote of its fact and against its own quote.
 * Derived and inferred values, and words of closed lists (status, kind), are not the source's words and are left out.
 * @param floor share of the words below which a text is an offender, 0 to 1
 */
export function factTextCoverage(minutes: Minutes, source: SourceText, floor = 0.9): Coverage {
  const claims = minutes.parts.flatMap((part, index) => claimsOfPart(part, `parts[${index}]`));
  const offenders = claims.flatMap(({ fact, field, text, span }) => {
    const words = wordsOf(text);
    const cited = quote(source, span);
    const share = words.length === 0 ? 1 : commonCount(words, wordsOf(cited)) / words.length;
    return share < floor ? [{ fact, field, text, quote: cited, share }] : [];
  });
  return { checked: claims.length, offenders };
}

function claimsOfPart(part: Part, name: string): Claim[] {
  return [
    ...stated(name, { title: part.title, body: part.body, organisation: part.organisation }),
    ...stated(name, { venue: part.venue, chair: part.chair }),
    ...part.attendance.flatMap((attendee, index) => {
      const { name: person, role, organisation, note } = attendee;
      const fact = `${name}.attendance[${index}]`;
      return [
        ...within(fact, attendee.span, { name: person }),
        ...stated(fact, { name: person, role, organisation, note }),
      ];
    }),
    ...part.items.flatMap((item, index) => {
      const fact = `${name}.items[${index}]`;
      const { number, title, text } = item;
      return [...within(fact, item.span, { title }), ...stated(fact, { number, title, text })];
    }),
    ...part.decisions.flatMap((decision, index) => {
      const fact = `${name}.decisions[${index}]`;
      const { clause, text, proposer, seconder } = decision;
      return [...within(fact, decision.span, { text }), ...stated(fact, { clause, text, proposer, seconder })];
    }),
    ...part.actions.flatMap((action, index) => {
      const fact = `${name}.actions[${index}]`;
      const { text, dueText, status } = action;
      const owners = action.owners.flatMap((owner, place) => stated(`${fact}.owners[${place}]`, { name: owner.name }));
      return [...within(fact, action.span, { text }), ...stated(fact, { text, dueText, status }), ...owners];
    }),
    ...part.tables.flatMap((table, index) => {
      const fact = `${name}.tables[${index}]`;
      const cells = table.cells.map((cell, place) => ({ fact: `${fact}.cells[${place}]`, field: "text", ...cell }));
      return [...stated(fact, { caption: table.caption }), ...cells];
    }),
    ...part.nextMeetings.flatMap((next, index) => stated(`${name}.nextMeetings[${index}]`, { venue: next.venue })),
  ];
}

type Texts = Readonly<Record<string, Sourced<string> | null>>;

/** Each stated text against the place that it was read from. */
function stated(fact: string, texts: Texts): Claim[] {
  return Object.entries(texts).flatMap(([field, sourced]) =>
    sourced?.basis === "stated" ? [{ fact, field, text: sourced.value, span: sourced.span }] : [],
  );
}

/** Each stated text against the quote of the whole fact. */
function within(fact: string, span: Span, texts: Texts): Claim[] {
  return stated(fact, texts).map((claim) => ({ ...claim, span, field: `${claim.field} in the fact's quote` }));
}
