/** The page's own style sheets, applied: declarations go into the `style` attributes, CSS counters become the labels that a browser shows. */

import type { CheerioAPI } from "cheerio";
import { type Declarations, declarationsOf, styleRules } from "./declarations.js";
import { attributeOf, elementsOf, type HtmlElement, isElement } from "./dom.js";
import { formatCounter } from "./list-numbers.js";

/** Words that CSS puts before an element, such as "2.1 ". */
export type Labels = ReadonlyMap<HtmlElement, string>;

/** More matching than this (rules times elements) is left undone. */
const MOST_TESTS = 20_000_000;

/** Writes what the sheets say into the elements and gives the labels that their counters print. */
export function applyStyleSheets($: CheerioAPI, body: HtmlElement): Labels {
  const css = $("style")
    .toArray()
    .map((element) => $(element).text())
    .join("\n");
  const rules = css === "" ? [] : styleRules(css);
  const before = new Map<HtmlElement, Map<string, string>>();
  const own = new Map<HtmlElement, Map<string, string>>();
  const mayTest = rules.length === 0 || rules.length * $("*").length <= MOST_TESTS;
  for (const rule of mayTest ? rules : []) {
    const places = rule.isBefore ? before : own;
    for (const element of select($, rule.selector)) {
      const declarations = places.get(element) ?? new Map<string, string>();
      for (const [name, value] of rule.declarations) setDeclaration(declarations, name, value);
      places.set(element, declarations);
    }
  }
  for (const [element, declarations] of own) {
    for (const [name, value] of declarationsOf(attributeOf(element, "style")))
      setDeclaration(declarations, name, value);
    element.attribs.style = [...declarations].map(([name, value]) => `${name}: ${value}`).join("; ");
  }
  return before.size === 0 ? new Map() : labelsOf(body, own, before);
}

/** `list-style` sets what `list-style-type` set, and the other way round. */
function setDeclaration(declarations: Map<string, string>, name: string, value: string): void {
  if (name === "list-style" || name === "list-style-type") {
    declarations.delete("list-style");
    declarations.delete("list-style-type");
  }
  declarations.set(name, value);
}

/** Elements that a selector of the page means; none where it is no selector. */
function select($: CheerioAPI, selector: string): HtmlElement[] {
  try {
    return $(selector).toArray().filter(isElement);
  } catch {
    return [];
  }
}

interface Counter {
  value: number;
  /** The element in which it holds. */
  readonly scope: HtmlElement | null;
}

const NO_DECLARATIONS: Declarations = new Map();

/** Counts through the page in document order, as CSS Lists 3 section 4 does: a counter holds among the element's siblings and below them. */
function labelsOf(
  body: HtmlElement,
  own: ReadonlyMap<HtmlElement, Declarations>,
  before: ReadonlyMap<HtmlElement, Declarations>,
): Labels {
  const labels = new Map<HtmlElement, string>();
  const counters = new Map<string, Counter[]>();
  const open: { readonly element: HtmlElement; readonly isEnd: boolean }[] = [{ element: body, isEnd: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, isEnd } = next;
    if (isEnd) {
      for (const [name, stack] of counters)
        counters.set(
          name,
          stack.filter((counter) => counter.scope !== element),
        );
      continue;
    }
    count(counters, own.get(element) ?? NO_DECLARATIONS, parentOf(element));
    const declared = before.get(element);
    if (declared !== undefined) {
      count(counters, declared, element);
      const label = contentOf(declared.get("content") ?? "", counters);
      if (/[\p{L}\p{N}]/u.test(label)) labels.set(element, `${label.trim()} `);
    }
    open.push({ element, isEnd: true });
    for (const child of elementsOf(element).reverse()) open.push({ element: child, isEnd: false });
  }
  return labels;
}

function parentOf(element: HtmlElement): HtmlElement | null {
  return element.parent !== null && isElement(element.parent) ? element.parent : null;
}

function count(counters: Map<string, Counter[]>, declarations: Declarations, scope: HtmlElement | null): void {
  for (const { name, value } of settings(declarations.get("counter-reset"), 0)) {
    const stack = (counters.get(name) ?? []).filter((counter) => counter.scope !== scope);
    counters.set(name, [...stack, { value, scope }]);
  }
  for (const { name, value } of settings(declarations.get("counter-increment"), 1))
    innermost(counters, name, scope).value += value;
  for (const { name, value } of settings(declarations.get("counter-set"), 0))
    innermost(counters, name, scope).value = value;
}

function innermost(counters: Map<string, Counter[]>, name: string, scope: HtmlElement | null): Counter {
  const last = counters.get(name)?.at(-1);
  if (last !== undefined) return last;
  const fresh: Counter = { value: 0, scope };
  counters.set(name, [fresh]);
  return fresh;
}

/** `name 3 other` → each name with its number. */
function settings(value: string | undefined, otherwise: number): { name: string; value: number }[] {
  if (value === undefined || value === "none") return [];
  return [...value.matchAll(/([a-z_-][\w-]*)(?:\s+(-?\d{1,7}))?/gi)].map((match) => ({
    name: match[1] ?? "",
    value: match[2] === undefined ? otherwise : Number(match[2]),
  }));
}

const PIECE =
  /"([^"]*)"|'([^']*)'|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)|counters\(\s*([\w-]+)\s*,\s*(?:"([^"]*)"|'([^']*)')\s*(?:,\s*([\w-]+)\s*)?\)/g;

/** What a `content` value prints. Parts that are neither text nor counters print nothing here. */
function contentOf(content: string, counters: ReadonlyMap<string, readonly Counter[]>): string {
  return [...content.matchAll(PIECE)]
    .map((match) => {
      if (match[3] !== undefined)
        return formatCounter(counters.get(match[3])?.at(-1)?.value ?? 0, match[4] ?? "decimal");
      if (match[5] === undefined) return unescapeCss(match[1] ?? match[2] ?? "");
      const values = counters.get(match[5]) ?? [];
      return values
        .map((counter) => formatCounter(counter.value, match[8] ?? "decimal"))
        .join(match[6] ?? match[7] ?? "");
    })
    .join("");
}

/** `\a0` and the like. */
function unescapeCss(text: string): string {
  return text.replace(/\\([\da-f]{1,6}) ?/gi, (_, digits: string) => {
    const point = Number.parseInt(digits, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}
