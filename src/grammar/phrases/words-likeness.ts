/** Whether words look like a person, an organisation or a post, as a whole. */

import type { IToken } from "chevrotain";
import { headKind, lowerWords, type NameReading, ORGANISATION_SET, readName, SENTENCE_SET } from "./likeness.js";
import { Capitals, leadingWords, Name } from "./person-parser.js";

/** Words looked at once for all that they may be; each judgement is made when it is first asked for. */
export class WordsLikeness {
  private readonly tokens: readonly IToken[];
  private nameRead: NameReading | null | undefined;
  private headRead: "role" | "organisation" | null | undefined;

  constructor(private readonly text: string) {
    this.tokens = leadingWords(text);
  }

  /** Whether they look like the name of a person: 0 to 1. */
  get person(): number {
    const { name } = this;
    if (name === null) return 0;
    return name.rest.length === 0 ? name.likeness : name.likeness * 0.8;
  }

  /** Whether they look like the name of an organisation ("Leicestershire Police", "OPCC"): 0 to 1. */
  get organisation(): number {
    const { tokens, head } = this;
    if (tokens.length === 0) return 0;
    if (head !== null) return head === "organisation" ? 0.95 : 0.1;
    if (tokens.some((token) => SENTENCE_SET.has(token.image))) return 0.05;
    const { name } = this;
    const isWhole = name !== null && name.rest.length === 0;
    if (lowerWords(tokens).some((word) => ORGANISATION_SET.has(word))) return isWhole ? 0.5 : 0.75;
    if (tokens.length === 1 && /^[A-Z]{3,7}$/.test(this.text.trim())) return 0.7;
    if (isWhole) return 0.5 * (1 - name.likeness);
    return tokens.some(({ tokenType }) => tokenType === Name || tokenType === Capitals) ? 0.4 : 0.1;
  }

  /** A post or an organisation, by the head of the phrase; null where it does not tell. */
  get head(): "role" | "organisation" | null {
    if (this.headRead === undefined) this.headRead = this.tokens.length === 0 ? null : headKind(this.tokens);
    return this.headRead;
  }

  /** Whether they are sooner a person than an organisation. */
  get isPersonLike(): boolean {
    return this.person >= 0.5 && this.person >= this.organisation;
  }

  private get name(): NameReading | null {
    if (this.nameRead === undefined) this.nameRead = readName(this.tokens);
    return this.nameRead;
  }
}

/** Whether words look like the name of an organisation: 0 to 1. */
export function organisationLikeness(text: string): number {
  return new WordsLikeness(text).organisation;
}

/** Whether words look like the name of a person: 0 to 1. */
export function personLikeness(text: string): number {
  return new WordsLikeness(text).person;
}

/** Whether words are sooner a person than an organisation. */
export function looksLikePerson(text: string): boolean {
  return new WordsLikeness(text).isPersonLike;
}

/** What the words of a cell or line are by their head; null where it does not tell. */
export function postOrOrganisation(text: string): "role" | "organisation" | null {
  return new WordsLikeness(text).head;
}
