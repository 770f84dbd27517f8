/** What of a page is too much to read: bounds that hold before the page is parsed, since parsing itself takes the square of the depth. */

/** Deepest nesting that is parsed. Pages of portals nest some forty deep, old layouts of tables in tables a hundred. */
const DEEPEST = 400;
/** More elements than any page of minutes: five thousand printed pages of paragraphs. */
const MOST_ELEMENTS = 200_000;
/** More characters than any minutes, pictures inside the page not counted. */
const LONGEST = 20 * 1024 * 1024;

/** Elements without content, and those that the next of their kind closes: they never nest by themselves. */
const SHALLOW = new Set(
  "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot".split(
    " ",
  ),
);
/** Elements whose content is no markup. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noframes"]);

export type BoundedHtml =
  | { readonly isBounded: true; readonly html: string; readonly isFlattened: boolean }
  | { readonly isBounded: false; readonly message: string };

/** A page that can be parsed in bounded time: pictures inside it cut, tags below the deepest nesting dropped, their words kept. */
export function boundHtml(source: string): BoundedHtml {
  const html = withoutPictures(source);
  if (html.length > LONGEST) {
    const megabytes = Math.round(html.length / 1024 / 1024);
    return { isBounded: false, message: `the page has ${megabytes} million characters, more than 20` };
  }
  const { elements, dropped } = scan(html);
  if (elements > MOST_ELEMENTS) {
    return { isBounded: false, message: `the page has ${elements} elements, more than ${MOST_ELEMENTS}` };
  }
  if (dropped.length === 0) return { isBounded: true, html, isFlattened: false };
  return { isBounded: true, html: withoutRanges(html, dropped), isFlattened: true };
}

/** Saved pages hold their pictures as `data:` addresses of megabytes. */
function withoutPictures(html: string): string {
  return html.includes(";base64,") ? html.replace(/data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=]+/g, "data:,") : html;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Counts the start tags, and finds the tags that stand too deep. One pass, each character looked at once. */
function scan(html: string): { elements: number; dropped: Range[] } {
  const open: string[] = [];
  const dropped: Range[] = [];
  /** Elements open beyond the deepest that is kept. */
  let beyond = 0;
  let elements = 0;
  for (let start = html.indexOf("<"); start >= 0; ) {
    const tag = tagAt(html, start);
    if (tag === null) {
      start = html.indexOf("<", start + 1);
      continue;
    }
    if (tag.end < 0) break;
    const range = { start, end: tag.end };
    if (tag.isEnd) {
      if (beyond > 0) {
        beyond--;
        dropped.push(range);
      } else closeElement(open, tag.name);
    } else {
      elements++;
      if (!SHALLOW.has(tag.name)) {
        if (beyond > 0 || open.length >= DEEPEST) {
          beyond++;
          dropped.push(range);
        } else if (!RAW.has(tag.name)) open.push(tag.name);
      }
    }
    start = html.indexOf("<", RAW.has(tag.name) && !tag.isEnd ? endOfRaw(html, tag) : tag.end);
  }
  return { elements, dropped };
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  /** Offset behind the tag; -1 where it never ends. */
  readonly end: number;
}

/** The tag or comment at a `<`; null where it is only a sign. */
function tagAt(html: string, start: number): Tag | null {
  if (html.startsWith("<!--", start)) {
    const end = html.indexOf("-->", start + 4);
    return { name: "br", isEnd: false, end: end < 0 ? -1 : end + 3 };
  }
  const name = /^<(\/?)([a-z][^\s/>]{0,40})/i.exec(html.slice(start, start + 44));
  if (name === null) return null;
  const end = html.indexOf(">", start);
  return { name: (name[2] ?? "").toLowerCase(), isEnd: name[1] === "/", end: end < 0 ? -1 : end + 1 };
}

function endOfRaw(html: string, tag: Tag): number {
  const close = html.indexOf(`</${tag.name}`, tag.end);
  if (close >= 0) return close;
  const capitals = html.indexOf(`</${tag.name.toUpperCase()}`, tag.end);
  return capitals < 0 ? tag.end : capitals;
}

function closeElement(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

function withoutRanges(html: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    pieces.push(html.slice(from, start), " ");
    from = end;
  }
  pieces.push(html.slice(from));
  return pieces.join("");
}
