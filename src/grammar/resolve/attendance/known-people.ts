/** The people of a part as far as they are known, found again under a shorter or longer name. */

import type { Attendee } from "../../../model/minutes.js";
import { nameKey } from "../../phrases/person.js";

export class KnownPeople {
  /** Surname → the words of each name that ends with it. */
  private readonly names = new Map<string, string[][]>();
  /** The first word of each name. */
  private readonly firstNames = new Set<string>();
  /** How many of `all` are among the names: they are entered when somebody is first looked for. */
  private entered = 0;

  /** `all` may grow meanwhile. */
  constructor(private readonly all: readonly Attendee[]) {}

  /** Those of them whom no list has named before. */
  newAmong(people: readonly Attendee[]): Attendee[] {
    for (; this.entered < this.all.length; this.entered++)
      this.enter(nameKey(this.all[this.entered]?.name.value ?? "").split(" "));
    return people.filter(({ name }) => {
      const words = nameKey(name.value).split(" ");
      // "Tina called the meeting to order" where the list has a Tina Marsh.
      const isKnown =
        (words.length === 1 && this.firstNames.has(words[0] ?? "")) ||
        (this.names.get(words.at(-1) ?? "") ?? []).some((other) => isSameName(words, other));
      // The other half of a couple shares the surname, and perhaps the initial.
      if (name.basis === "stated") this.enter(words);
      return !isKnown;
    });
  }

  private enter(words: string[]): void {
    const surname = words.at(-1) ?? "";
    this.firstNames.add(words[0] ?? "");
    const others = this.names.get(surname);
    if (others === undefined) this.names.set(surname, [words]);
    else others.push(words);
  }
}

/** "Smith" and "J Smith" for "Jane Smith", the surname being the same. */
function isSameName(words: readonly string[], others: readonly string[]): boolean {
  const [first = "", other = ""] = [words[0], others[0]];
  return (
    words.length === 1 || others.length === 1 || first === other || (first.length === 1 && other.startsWith(first))
  );
}
