/** The few things the Word reader asks of XML. Elements are named with Word's own prefix: `w:p`. */

import { DOMParser } from "@xmldom/xmldom";
import { PREFIXES } from "./namespaces.js";
import { checkNesting } from "./nesting.js";

/** Parses a part. Throws an `Error` where it is not well-formed, declares entities (as entity bombs do), or is nested without end. */
export function parseXml(text: string): Element {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text))
    throw new Error("The part declares entities, which no word processor does.");
  checkNesting(text);
  const silent = () => undefined;
  const fail = (message: unknown) => {
    throw new Error(String(message));
  };
  const parser = new DOMParser({ errorHandler: { warning: silent, error: silent, fatalError: fail } });
  const document = parser.parseFromString(text, "text/xml");
  if (document?.documentElement == null) throw new Error("The part holds no XML element.");
  nameByPrefix(document.documentElement);
  return document.documentElement;
}

/** The text of a part: UTF-8, or UTF-16 by its byte order mark. */
export function decodeXml(bytes: Buffer): string {
  const isSwapped = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isSwapped && bytes.length % 2 === 0) return decodeXml(Buffer.from(bytes).swap16());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8";
  return bytes.toString(encoding).replace(/^\uFEFF/, "");
}

/** Gives every element and attribute of a known namespace the prefix that this reader knows it by. */
function nameByPrefix(root: Element): void {
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    rename(element);
    for (let at = 0; at < element.attributes.length; at++) {
      const attribute = element.attributes.item(at);
      if (attribute !== null) rename(attribute);
    }
    for (const child of childrenOf(element)) open.push(child);
  }
}

function rename(node: Element | Attr): void {
  const prefix = node.namespaceURI === null ? undefined : PREFIXES.get(node.namespaceURI);
  if (prefix === undefined) return;
  const name = prefix === "" ? node.localName : `${prefix}:${node.localName}`;
  if (node.nodeName !== name) Object.assign(node, { nodeName: name, name });
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
    current = firstChild(current, name);
  }
  return current;
}

function firstChild(element: Element, name: string): Element | null {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT && node.nodeName === name) return node as Element;
  }
  return null;
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

/** Twentieths of a point in each unit of length that the strict form of the format writes out. */
const UNITS: Readonly<Record<string, number>> = { pt: 20, pc: 240, pi: 240, in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54 };

/** A length in twentieths of a point: a plain number is one already, `36pt` is not; null where the text is no length. */
export function twipsOf(text: string | null): number | null {
  const [, number, unit] = /^\s*(-?\d{1,9}(?:\.\d{1,6})?)([a-z]{2})\s*$/.exec(text ?? "") ?? [];
  const worth = unit === undefined ? undefined : UNITS[unit];
  return number === undefined || worth === undefined ? integerOf(text) : Math.round(Number(number) * worth);
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
