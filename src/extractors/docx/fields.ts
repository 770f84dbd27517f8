/** Fields: what they were made from is not shown, their result is. They may lie within one another and over several paragraphs. */

import { attributeOf, childOf, childrenOf, integerOf, settingOf, toggleOf } from "./xml.js";

/** Numbers of pages are no words of the document. */
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;
const LINK = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\\\s"]\S*))/i;

interface Field {
  readonly begin: Element;
  /** Whether words around the field are shown. */
  readonly isAroundShown: boolean;
  instruction: string;
  /** Whether the words that come now are its result, and that is shown. */
  isShown: boolean;
}

export class FieldReader {
  readonly #open: Field[] = [];
  readonly #withPageNumbers: boolean;
  readonly #onLink: (address: string) => void;

  constructor(withPageNumbers: boolean, onLink: (address: string) => void) {
    this.#withPageNumbers = withPageNumbers;
    this.#onLink = onLink;
  }

  /** Whether words at this place are shown: in no field, or in the results of all. */
  get isShown(): boolean {
    const field = this.#open.at(-1);
    return field === undefined || (field.isAroundShown && field.isShown);
  }

  /** Whether the result of a field with this instruction is shown. */
  #showsResult(instruction: string): boolean {
    return this.#withPageNumbers || !PAGE_NUMBER.test(instruction);
  }

  /** A field in one element, whose content is its result; false where that is not shown. */
  openSimple(element: Element): boolean {
    return this.#showsResult(attributeOf(element, "w:instr") ?? "");
  }

  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.isShown) field.instruction += text;
  }

  /** A mark of a field's begin, of its result or of its end. Gives what a form field without a result shows. */
  mark(element: Element): string {
    const type = attributeOf(element, "w:fldCharType");
    const field = this.#open.at(-1);
    if (type === "begin")
      this.#open.push({ begin: element, isAroundShown: this.isShown, instruction: "", isShown: false });
    else if (type === "separate" && field !== undefined) {
      field.isShown = this.#showsResult(field.instruction);
      const link = LINK.exec(field.instruction);
      if (link !== null) this.#onLink(link[1] ?? link[2] ?? "");
    } else if (type === "end" && field !== undefined) {
      this.#open.pop();
      return this.isShown ? formResult(field) : "";
    }
    return "";
  }
}

/** Check boxes and lists to choose from have no result in the file: Word draws it from their settings. */
function formResult({ begin, instruction }: Field): string {
  const data = childOf(begin, "w:ffData");
  const box = childOf(data, "w:checkBox");
  if (/^\s*FORMCHECKBOX\b/i.test(instruction) && box !== null)
    return (toggleOf(box, "w:checked") ?? toggleOf(box, "w:default") ?? false) ? "\u2612" : "\u2610";
  const list = childOf(data, "w:ddList");
  if (!/^\s*FORMDROPDOWN\b/i.test(instruction) || list === null) return "";
  const at = integerOf(settingOf(list, "w:result") ?? settingOf(list, "w:default")) ?? 0;
  return attributeOf(childrenOf(list, "w:listEntry")[at] ?? null, "w:val") ?? "";
}
