/** CSS declarations: of `style` attributes, and of the few rules of a page's own style sheet that change what it says. */

/** Property → value, both in small letters but for quoted text; the last declaration of a property holds. */
export type Declarations = ReadonlyMap<string, string>;

/** More characters than this are no style of a document. */
const LONGEST_STYLE = 5_000;

/** Reads `name: value; name: value`. */
export function declarationsOf(style: string): Map<string, string> {
  const found = new Map<string, string>();
  if (style === "") return found;
  for (const match of style.slice(0, LONGEST_STYLE).matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/g)) {
    const value = (match[2] ?? "").replace(/\s*!important\s*$/i, "").trim();
    if (value !== "") found.set((match[1] ?? "").toLowerCase(), value);
  }
  return found;
}

/** One selector with what it sets. */
export interface StyleRule {
  readonly selector: string;
  /** Whether it speaks of what stands before the element's words. */
  readonly isBefore: boolean;
  readonly declarations: Declarations;
}

/** Properties that change the words, numbers or emphasis of a page. */
const TELLING =
  /^(?:list-style(?:-type)?|counter-(?:reset|increment|set)|font-weight|font-style|text-decoration(?:-line)?)$/;
/** More rules than this are a framework's, not the document's. */
const MOST_RULES = 300;

/** The telling rules of a style sheet, weaker selectors first, as they win in a browser. Rules for print and for narrow screens are left out. */
export function styleRules(css: string): StyleRule[] {
  const rules: (StyleRule & { readonly weight: number })[] = [];
  const plain = withoutMedia(css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ""));
  for (const match of plain.matchAll(/([^{}]{1,1000})\{([^{}]*)\}/g)) {
    const all = declarationsOf(match[2] ?? "");
    for (const written of (match[1] ?? "").split(",")) {
      const isBefore = /::?before\s*$/i.test(written);
      const selector = written.replace(/::?before\s*$/i, "").trim();
      const declarations = tellingOf(all, isBefore);
      if (declarations.size === 0 || selector === "" || /[@:]|\\/.test(selector)) continue;
      rules.push({ selector, isBefore, declarations, weight: weightOf(selector) });
      if (rules.length >= MOST_RULES) return rules;
    }
  }
  return rules.sort((a, b) => a.weight - b.weight);
}

function tellingOf(all: Declarations, isBefore: boolean): Declarations {
  const content = all.get("content") ?? "";
  if (isBefore && !/counters?\(/i.test(content)) return new Map();
  return new Map([...all].filter(([name]) => TELLING.test(name) || (isBefore && name === "content")));
}

/** Drops `@media` blocks and other rules with blocks inside; those for every screen are opened. */
function withoutMedia(css: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  let skipped = 0;
  for (const match of css.matchAll(/@[\w-]+[^{};]*\{|[{}]/g)) {
    const isAt = match[0].startsWith("@");
    if (depth === 0 && isAt) {
      pieces.push(css.slice(from, match.index));
      from = match.index + match[0].length;
      skipped = /^@media\s+(?:all|screen)\s*\{$/i.test(match[0]) ? 0 : 1;
      depth = 1;
    } else if (depth > 0 && match[0] === "}") {
      depth--;
      if (depth > 0) continue;
      if (skipped === 0) pieces.push(css.slice(from, match.index));
      from = match.index + 1;
    } else if (depth > 0) depth++;
  }
  if (depth === 0 || skipped === 0) pieces.push(css.slice(from));
  return pieces.join("\n");
}

/** Ids before classes before names. */
function weightOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return count(/#[\w-]/g) * 10_000 + count(/[.[][\w-]/g) * 100 + count(/(?:^|[\s>+~])[a-z]/gi);
}
