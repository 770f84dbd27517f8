/** The words of one OpenDocument paragraph: runs with their looks, tabs and breaks, notes, and the frames that hang on it. */

import { attributeOf, childOf, childrenOf } from "../docx/xml.js";
import type { FlowLook } from "../office/flow.js";
import { whole } from "./lists.js";
import { isHiddenText, lookOf, type OdtStyles, type Properties } from "./styles.js";

export interface InlineRun {
  readonly text: string;
  readonly look: FlowLook;
  /** The words of the note that is called here. */
  readonly noteBody: Element | null;
}

export interface InlineParts {
  readonly runs: readonly InlineRun[];
  /** Elements whose blocks follow the paragraph. */
  readonly frames: readonly Element[];
  readonly isHidden: boolean;
}

/** What is no word of the text: comments, spoken forms, scripts, and numbers that are worked out anyway. */
const LEFT_OUT = new Set([
  "office:annotation",
  "office:annotation-end",
  "office:event-listeners",
  "text:number",
  "text:ruby-text",
  "text:script",
  "text:tracked-changes",
  "svg:title",
  "svg:desc",
]);
const PAGES = new Set(["text:page-number", "text:page-count", "text:page-continuation"]);

const TEXT = 3;
const CDATA = 4;
const ELEMENT = 1;

/** Spans inside spans deeper than this are no document. */
const DEEPEST = 100;
const MOST_BLANKS = 200;

/** Reads a `text:p` or `text:h`. `look` and `properties` are those of its style. */
export function readInline(
  paragraph: Element,
  look: FlowLook,
  properties: Properties,
  styles: OdtStyles,
  arePagesShown: boolean,
): InlineParts {
  const runs: InlineRun[] = [];
  const frames: Element[] = [];
  let isHidden = false;
  const add = (text: string, of: FlowLook, isUnseen: boolean) => {
    if (!isUnseen && text !== "") runs.push({ text, look: of, noteBody: null });
  };

  function walk(parent: Element, of: FlowLook, isUnseen: boolean, depth: number): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT || node.nodeType === CDATA)
        add((node.nodeValue ?? "").replace(/[\t\n\r ]+/g, " "), of, isUnseen);
      else if (node.nodeType === ELEMENT && depth < DEEPEST) walkElement(node as Element, of, isUnseen, depth);
    }
  }

  function walkElement(element: Element, of: FlowLook, isUnseen: boolean, depth: number): void {
    const name = element.nodeName;
    if (LEFT_OUT.has(name) || (PAGES.has(name) && !arePagesShown)) return;
    if (name === "text:s") {
      add(" ".repeat(Math.min(MOST_BLANKS, whole(attributeOf(element, "text:c")) ?? 1)), of, isUnseen);
    } else if (name === "text:tab") add("\t", of, isUnseen);
    else if (name === "text:line-break") add("\n", of, isUnseen);
    else if (name === "text:note" || name === "text:footnote" || name === "text:endnote")
      addNote(element, of, isUnseen);
    else if (name === "text:hidden-paragraph") isHidden ||= attributeOf(element, "text:is-hidden") === "true";
    else if (name === "text:hidden-text") walk(element, of, isUnseen || isHiddenField(element), depth + 1);
    else if (name === "draw:a") walk(element, of, isUnseen, depth + 1);
    else if (name.startsWith("draw:") || name.startsWith("dr3d:")) {
      if (!isUnseen) frames.push(element);
    } else if (name === "text:span") walkSpan(element, of, isUnseen, depth);
    else walk(element, of, isUnseen, depth + 1);
  }

  function walkSpan(element: Element, of: FlowLook, isUnseen: boolean, depth: number): void {
    const style = styles.styleOf(attributeOf(element, "text:style-name"), "text");
    walk(element, lookOf(style.text, of), isUnseen || isHiddenText(style.text), depth + 1);
  }

  function addNote(element: Element, of: FlowLook, isUnseen: boolean): void {
    const noteBody = ["text:note-body", "text:footnote-body", "text:endnote-body"]
      .map((name) => childOf(element, name))
      .find((body) => body !== null);
    if (!isUnseen && noteBody !== undefined) runs.push({ text: "", look: of, noteBody });
  }

  walk(paragraph, look, isHiddenText(properties), 0);
  return { runs, frames: frames.filter(hasText), isHidden };
}

function isHiddenField(element: Element): boolean {
  return attributeOf(element, "text:is-hidden") === "true";
}

/** Pictures and embedded objects have no words here. */
function hasText(frame: Element): boolean {
  return childrenOf(frame).length > 0;
}
