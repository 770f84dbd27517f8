/** The marks of footnotes and endnotes, in the order in which the body refers to them. */

import { formatCounter } from "./number-format.js";
import { attributeOf, childOf, integerOf, settingOf } from "./xml.js";

export type NoteKind = "footnote" | "endnote";

export interface Note {
  readonly kind: NoteKind;
  readonly id: string;
  /** Stands before the note's words. */
  readonly label: string;
  /** A mark of the note's own (`*`), which its words begin with; null where Word counts. */
  readonly typed: string | null;
}

/** Footnotes are counted 1, 2, 3 and endnotes i, ii, iii where the document says nothing (ECMA-376 part 1, 17.11). */
const USUAL_FORMAT = { footnote: "decimal", endnote: "lowerRoman" } as const;

export class NoteMarks {
  readonly notes: Note[] = [];
  readonly #formats: Record<NoteKind, string>;
  readonly #next: Record<NoteKind, number>;
  readonly #labels = new Map<string, string>();

  constructor(sections: readonly Element[], settings: Element | null) {
    const footnotes = propertiesOf(sections, settings, "footnote");
    const endnotes = propertiesOf(sections, settings, "endnote");
    this.#formats = { footnote: footnotes.format, endnote: endnotes.format };
    this.#next = { footnote: footnotes.start, endnote: endnotes.start };
  }

  /** What stands in the body where a note is referred to; "" where the words behind the reference are the mark. */
  refer(kind: NoteKind, reference: Element): string {
    const id = attributeOf(reference, "w:id") ?? "";
    const known = this.#labels.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    if (/^(?:1|true|on)$/.test(attributeOf(reference, "w:customMarkFollows") ?? "")) {
      this.#labels.set(`${kind} ${id}`, "");
      const typed = typedMark(reference);
      this.notes.push({ kind, id, label: `[${typed}]`, typed });
      return "";
    }
    const value = this.#next[kind]++;
    const label = `[${formatCounter(value, this.#formats[kind]) ?? value}]`;
    this.#labels.set(`${kind} ${id}`, label);
    this.notes.push({ kind, id, label, typed: null });
    return label;
  }
}

/** The mark that is typed behind a reference in the same run. */
function typedMark(reference: Element): string {
  let text = "";
  for (let node = reference.nextSibling; node !== null; node = node.nextSibling) {
    if (node.nodeName === "w:t") text += node.textContent ?? "";
    else if (node.nodeName === "w:sym") text += "*";
  }
  return text.trim().slice(0, 10) || "*";
}

function propertiesOf(
  sections: readonly Element[],
  settings: Element | null,
  kind: NoteKind,
): { format: string; start: number } {
  const stated = sections.map((section) => childOf(section, `w:${kind}Pr`)).find((found) => found !== null);
  const places = [stated ?? null, childOf(settings, `w:${kind}Pr`)];
  const find = (name: string) => places.map((place) => settingOf(place, name)).find((value) => value !== null) ?? null;
  return { format: find("w:numFmt") ?? USUAL_FORMAT[kind], start: integerOf(find("w:numStart")) ?? 1 };
}
