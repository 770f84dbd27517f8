/** The few things the Word reader asks of XML. Elements are named with Word's own prefix: `w:p`. */

import { DOMParser, XMLSerializer } from "@xmldom/xmldom";

/** Parses a part. Throws an `Error` where it is not well-formed. */
export function parseXml(text: string): Document {
  const silent = () => undefined;
  const fail = (message: unknown) => {
    throw new Error(String(message));
  };
  const parser = new DOMParser({ errorHandler: { warning: silent, error: silent, fatalError: fail } });
  const document = parser.parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  if (document?.documentElement == null) throw new Error("The part holds no XML element.");
  return document;
}

export function serialiseXml(document: Document): string {
  return new XMLSerializer().serializeToString(document);
}

const ELEMENT = 1;

/** Child elements, all or those of one name. */
export function childrenOf(element: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT && (name === undefined || node.nodeName === name)) found.push(node as Element);
  }
  return found;
}

/** The first child element of a name, or a path of names; null where one is missing. */
export function childOf(element: Element | null, ...path: readonly string[]): Element | null {
  let current = element;
  for (const name of path) {
    if (current === null) return null;
    current = childrenOf(current, name)[0] ?? null;
  }
  return current;
}

/** The `w:val` of a child; null where the child or its value is absent. */
export function settingOf(element: Element | null, ...path: readonly string[]): string | null {
  return attributeOf(childOf(element, ...path), "w:val");
}

export function attributeOf(element: Element | null, name: string): string | null {
  return element?.hasAttribute(name) === true ? element.getAttribute(name) : null;
}

/** A whole number; null where the text is none. */
export function integerOf(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

/** An on/off property: absent null, present without a value true. */
export function toggleOf(properties: Element | null, name: string): boolean | null {
  const property = childOf(properties, name);
  if (property === null) return null;
  return !/^(?:0|false|off|none)$/.test(attributeOf(property, "w:val") ?? "1");
}

/** All elements under (and not including) one, with a given name, in document order; not below those that `isLeftOut` names. */
export function descendantsOf(
  element: Element,
  name: string,
  isLeftOut: (name: string) => boolean = () => false,
): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  // No spreading into push: a long document has more paragraphs than a call may have arguments.
  const openChildren = (of: Element) => {
    for (const child of childrenOf(of).reverse()) open.push(child);
  };
  openChildren(element);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isLeftOut(next.nodeName)) continue;
    if (next.nodeName === name) found.push(next);
    openChildren(next);
  }
  return found;
}

/** A new element of Word's namespace in the same document. */
export function createElement(beside: Element, name: string): Element {
  return beside.ownerDocument.createElementNS(beside.lookupNamespaceURI("w") ?? WORD, name);
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
