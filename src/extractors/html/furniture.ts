/** What portals and content systems put around and into minutes: menus, buttons, file sizes. */

import type { CheerioAPI } from "cheerio";
import { attributeOf, elementsOf, type HtmlElement, isElement, tagOf, textOf } from "./dom.js";
import { isHidden } from "./inline-style.js";

/** Whole lines or links that are never minutes. */
const LINES: readonly RegExp[] = [
  /^\[?view (?:directions|map|on (?:a )?map)\]?$/, // ModernGov, beside the venue
  /^view the (?:full )?(?:minutes|decision|agenda|reasons?)(?: text)?(?: for (?:item|this item).*)?$/, // ModernGov, below an item
  /^(?:view|show|hide|expand|collapse)(?: all)?(?: the)?(?: (?:agenda|additional|details?|more|less))?$/,
  /^additional documents\s*:?$/, // ModernGov, above a list of attachments
  /^(?:pdf|word|doc|html|excel) ?(?:icon|file|document)?(?: (?:pdf|doc|docx|xlsx))? ?\(?[\d.,]+ ?(?:bytes|[km]b)\)?$/,
  /^(?:share|print|email|bookmark|tweet|rate|like|save)(?: (?:this|on|via|to|by))?(?: (?:page|article|post|link|item|facebook|twitter|linkedin|whatsapp|email|x))?[.:]?$/,
  /^(?:skip|jump|go|back|return) to (?:the )?(?:main |page )?(?:content|navigation|menu|top|main|home(?: ?page)?)(?: of (?:the )?page)?$/,
  /^(?:back to )?top(?: of (?:the )?page)?[ ^↑]*$/,
  /^(?:printer[- ]friendly|print[- ]friendly)(?: version| page)?$/,
  /^(?:agenda|minutes|reports? pack|document|printed (?:minutes|draft minutes|agenda|decisions))\s+(?:pdf icon\s+)?pdf [\d.,]+ ?[km]b$/,
  /^(?:browse|previous|next|older|newer)(?: (?:page|post|article|entries))?[ «»‹›<>→←]*$/,
  /^(?:accept|reject|manage)(?: all)? cookies(?: settings)?$/,
  /^(?:leave a (?:reply|comment)|related (?:posts|articles|pages|content)|you may also like.*|log ?in|sign ?in|register|subscribe|read more|learn more)\.?$/,
  /^(?:©|copyright\b).{0,100}$/,
  /^(?:\(?opens? in (?:a )?new (?:window|tab)\)?|external link|download(?: file| pdf| document)?)$/,
];

/** Cut out of a line that goes on with words of the minutes. */
const PIECES: readonly RegExp[] = [
  /\s*(?:pdf|word|doc) icon\b(?:\s*(?:pdf|docx?)?\s*[\d.,]+\s*[km]b)?/gi,
  /\s*[([]?\bpdf\b[,:]?\s*[\d.,]+\s*[km]b\b[)\]]?/gi,
  /\s*\bview directions\b/gi,
  /\s*\(?\bopens in (?:a )?new (?:window|tab)\b\)?/gi,
];

/** Whether a whole line is furniture of a portal. */
export function isFurniture(line: string): boolean {
  const plain = line
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase();
  return plain.length > 0 && plain.length <= 120 && LINES.some((pattern) => pattern.test(plain));
}

/** A line without the pieces that a portal put into it. */
export function withoutFurniture(text: string): string {
  return PIECES.reduce((rest, pattern) => rest.replace(pattern, ""), text);
}

const ROLES =
  /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|dialog|alertdialog|toolbar|tablist)$/i;
const NAMES =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|(?:site|page|global|main)[_-]?(?:header|footer|menu)|masthead|menu|breadcrumbs?|cookies?|cookie[_-]?\w*|consent|share|sharing|social\w*|addthis\w*|sharedaddy|comments?|comment-?form|respond|related(?:-?posts)?|sidebar|side-?bar|widgets?|skip-?(?:link|nav|to-content)s?|pagination|pager|toolbar|tag-?cloud|newsletter|subscribe|advert\w*|promo|sr-only|visually-?hidden|screen-reader-text|mghide|mgfilesize|mgicon)(?=$|[\s_-])/i;
const TAGS = new Set(["nav", "aside", "footer", "dialog"]);
const SITE_HEADERS = new Set(["header", "hgroup"]);

/** Takes menus, banners, forms, notices and phrases of portals out of a parsed page. What holds a large part of the page's words is left in. */
export function removeFurniture($: CheerioAPI, body: HtmlElement): void {
  const total = lengthOf(body);
  const open = [...elementsOf(body)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const isRemoved =
      UNSAFE.has(tagOf(next)) || isHidden(next) || (isFurnitureElement(next) && lengthOf(next) < total * 0.4);
    if (isRemoved) $(next).remove();
    else for (const child of elementsOf(next)) open.push(child);
  }
  removePhrases($, body);
}

const UNSAFE = new Set(["script", "style", "template", "noscript"]);

function isFurnitureElement(element: HtmlElement): boolean {
  const tag = tagOf(element);
  if (TAGS.has(tag) || ROLES.test(attributeOf(element, "role"))) return true;
  if (SITE_HEADERS.has(tag)) return !isWithin(element, CONTENT) && !hasTitle(element);
  if (tag === "form") return lengthOf(element) < 400;
  // A table's column may be called "comments".
  if (CELLS.has(tag)) return LINK_LISTS.has(tag) && !isWithin(element, CONTENT) && isLinkList(element);
  if (NAMES.test(attributeOf(element, "class")) || NAMES.test(attributeOf(element, "id"))) return !CONTENT.has(tag);
  return LINK_LISTS.has(tag) && !isWithin(element, CONTENT) && isLinkList(element);
}

const CONTENT = new Set(["main", "article", "body"]);
const LINK_LISTS = new Set(["ul", "ol", "div", "p", "td", "table", "section"]);

/** A site's header is furniture; the header of a page that has its only main heading there is not. */
function hasTitle(element: HtmlElement): boolean {
  return elementsOf(element).some((child) => tagOf(child) === "h1" && /minutes|agenda|meeting/i.test(textOf(child)));
}

function isWithin(element: HtmlElement, names: ReadonlySet<string>): boolean {
  for (let parent = element.parent; parent !== null && "attribs" in parent; parent = parent.parent) {
    if (isElement(parent) && tagOf(parent) !== "body" && names.has(tagOf(parent))) return true;
  }
  return false;
}

/** Words that no site has in its menus: a list of links to the items of an agenda is no menu. */
const BUSINESS =
  /apologies|declarations? of|matters arising|any other business|(?:date of )?next meeting|previous meeting/i;

/** Many short links and hardly any other words: a menu. */
function isLinkList(element: HtmlElement): boolean {
  if (BUSINESS.test(textOf(element))) return false;
  const links: number[] = [];
  const open = [...elementsOf(element)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (tagOf(next) === "a") links.push(lengthOf(next));
    else for (const child of elementsOf(next)) open.push(child);
  }
  const linked = links.reduce((sum, length) => sum + length, 0);
  return links.length >= 4 && linked / links.length < 25 && linked > lengthOf(element) * 0.7;
}

/** Elements whose whole text is a phrase, and pieces inside other text. */
function removePhrases($: CheerioAPI, body: HtmlElement): void {
  const open = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const text = textOf(next);
    if (next !== body && text.length <= 200 && !CELLS.has(tagOf(next)) && isFurniture(text)) {
      $(next).remove();
      continue;
    }
    for (const child of next.children) if (child.type === "text") child.data = withoutFurniture(child.data);
    for (const child of elementsOf(next)) open.push(child);
  }
}

/** Emptied, but not taken out: the other cells of the row keep their columns. */
const CELLS = new Set(["td", "th", "tr", "tbody", "thead", "tfoot"]);

/** Visible characters under an element, blanks counted once. */
export function lengthOf(element: HtmlElement): number {
  return textOf(element).replace(/\s+/g, " ").trim().length;
}
