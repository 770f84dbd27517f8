/** What portals and content systems put around and into minutes: menus, buttons, file sizes. */

import type { CheerioAPI } from "cheerio";
import { attributeOf, elementsOf, type HtmlElement, tagOf, textOf, UNSEEN } from "./dom.js";
import { isHidden } from "./inline-style.js";
import { countWords, NO_WORDS, type WordCounts } from "./word-counts.js";

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
  /\s{0,9}(?:pdf|word|doc) icon\b(?:\s*(?:pdf|docx?)?\s*[\d.,]+\s*[km]b)?/gi,
  /\s{0,9}[([]?\bpdf\b[,:]?\s*[\d.,]+\s*[km]b\b[)\]]?/gi,
  /\s{0,9}\bview directions\b/gi,
  /\s{0,9}\(?\bopens in (?:a )?new (?:window|tab)\b\)?/gi,
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
/** ModernGov's lists of links around a page and its items; CMIS' tool bars. Furniture where hardly anything but links is in them. */
const PORTAL_LINKS =
  /(?:^|\s)(?:mg(?:ActionList|HelpOptions|Links|MenuList|MainMenu|MetaMenu|Footer|RelatedDocs|PageTools)|cmis\w*(?:Tool|Menu|Nav|Link)\w*)(?=$|\s)/i;
const TAGS = new Set(["nav", "aside", "footer", "dialog"]);
const SITE_HEADERS = new Set(["header", "hgroup"]);

/** Share of the page's words that no menu, banner or folded-up note holds. */
const LARGEST_SHARE = 0.4;

/** Takes menus, banners, forms, notices and phrases of portals out of a parsed page. What holds a large part of the page's words is left in. */
export function removeFurniture($: CheerioAPI, body: HtmlElement): void {
  const words = countWords(body);
  const total = words.get(body)?.length ?? 0;
  unfoldPanels(body, words, total);
  const open: Place[] = elementsOf(body).map((element) => ({ element, isInContent: false }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element } = next;
    const isLarge = (words.get(element)?.length ?? 0) >= total * LARGEST_SHARE;
    const isRemoved = UNSAFE.has(tagOf(element)) || (!isLarge && (isHidden(element) || isFurnitureAt(next, words)));
    const isInContent = next.isInContent || CONTENT.has(tagOf(element));
    if (isRemoved) $(element).remove();
    else for (const child of elementsOf(element)) open.push({ element: child, isInContent });
  }
  removePhrases($, body);
}

/** An element, and whether it lies in what the page calls its content. */
interface Place {
  readonly element: HtmlElement;
  readonly isInContent: boolean;
}

const UNSAFE = new Set(["script", "style", "template", "noscript"]);

/** Share of the page's words in folded panels from which on the panels are the document. */
const FOLDED_SHARE = 0.3;

/** Pages that fold up each item: the panels hold prose, and together much of the page. */
function unfoldPanels(body: HtmlElement, words: WordCounts, total: number): void {
  const panels: HtmlElement[] = [];
  const open = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (UNSEEN.has(tagOf(next))) continue;
    if (!isHidden(next)) for (const child of elementsOf(next)) open.push(child);
    else if (isPanel(next, words)) panels.push(next);
  }
  const all = plainText(body);
  // A second copy for small screens is hidden too.
  const once = panels.filter((panel) => {
    const text = plainText(panel).slice(0, COMPARED);
    return all.indexOf(text) === all.lastIndexOf(text);
  });
  const folded = once.reduce((sum, panel) => sum + (words.get(panel)?.length ?? 0), 0);
  if (folded >= total * FOLDED_SHARE) for (const panel of once) unfold(panel);
}

/** Characters by which a copy is told. */
const COMPARED = 200;

const PANELS = new Set(["div", "section", "article", "main", "dd", "ul", "ol"]);

function isPanel(element: HtmlElement, words: WordCounts): boolean {
  if (!PANELS.has(tagOf(element)) || isMostlyLinks(element, words)) return false;
  return !isFurnitureAt({ element, isInContent: false }, words);
}

function plainText(element: HtmlElement): string {
  return textOf(element).replace(/\s+/g, " ").trim();
}

/** Minutes that a page folds up until somebody clicks are shown. */
function unfold(element: HtmlElement): void {
  delete element.attribs.hidden;
  element.attribs.style = attributeOf(element, "style").replace(/(?:display|visibility|mso-hide)\s*:[^;]*/gi, "");
}

function isFurnitureAt({ element, isInContent }: Place, words: WordCounts): boolean {
  const tag = tagOf(element);
  if (TAGS.has(tag) || ROLES.test(attributeOf(element, "role"))) return true;
  if (SITE_HEADERS.has(tag)) return !isInContent && !hasTitle(element);
  if (tag === "form") return (words.get(element)?.length ?? 0) < 400;
  if (PORTAL_LINKS.test(attributeOf(element, "class")) && isMostlyLinks(element, words)) return true;
  // A table's column may be called "comments".
  const isNamed = NAMES.test(attributeOf(element, "class")) || NAMES.test(attributeOf(element, "id"));
  if (isNamed && !CELLS.has(tag)) return !CONTENT.has(tag);
  return LINK_LISTS.has(tag) && !isInContent && isLinkList(element, words);
}

const CONTENT = new Set(["main", "article", "body"]);
const LINK_LISTS = new Set(["ul", "ol", "div", "p", "td", "table", "section"]);

/** A site's header is furniture; the header of a page that has its only main heading there is not. */
function hasTitle(element: HtmlElement): boolean {
  return elementsOf(element).some((child) => tagOf(child) === "h1" && /minutes|agenda|meeting/i.test(textOf(child)));
}

/** Words that no site has in its menus: a list of links to the items of an agenda is no menu. */
const BUSINESS =
  /apologies|declarations? of|matters arising|any other business|(?:date of )?next meeting|previous meeting/i;

/** Many short links and hardly any other words: a menu. */
function isLinkList(element: HtmlElement, words: WordCounts): boolean {
  const { length, links, linked } = words.get(element) ?? NO_WORDS;
  const isMenu = links >= 4 && linked / links < 25 && linked > length * 0.7;
  return isMenu && !BUSINESS.test(textOf(element));
}

function isMostlyLinks(element: HtmlElement, words: WordCounts): boolean {
  const { length, linked } = words.get(element) ?? NO_WORDS;
  return linked > length * 0.6 && !BUSINESS.test(textOf(element));
}

/** Longest text, blanks counted in, that may be a phrase of a portal. */
const LONGEST_PHRASE = 200;

/** Elements whose whole text is a phrase, and pieces inside other text. */
function removePhrases($: CheerioAPI, body: HtmlElement): void {
  const open = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const text = textOf(next, LONGEST_PHRASE + 1);
    if (next !== body && text.length <= LONGEST_PHRASE && !CELLS.has(tagOf(next)) && isFurniture(text)) {
      $(next).remove();
      continue;
    }
    for (const child of next.children) if (child.type === "text") child.data = withoutFurniture(child.data);
    for (const child of elementsOf(next)) open.push(child);
  }
}

/** Emptied, but not taken out: the other cells of the row keep their columns. */
const CELLS = new Set(["td", "th", "tr", "tbody", "thead", "tfoot"]);
