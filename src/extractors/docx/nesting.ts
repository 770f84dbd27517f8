/** Looks over the tags of XML before it is parsed: what is nested without end or not closed would cost the parser hours. */

/** More tags than this are no document: a thousand pages of Word have about a million. */
const MOST_TAGS = 6_000_000;

/** Deeper nesting than this is no document: a table within a table adds four. */
const DEEPEST = 400;

/** Throws where tags are too many, too deep, not closed, or closed by another's name. One pass, whatever the text. */
export function checkNesting(text: string): void {
  const open: string[] = [];
  let tags = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (++tags > MOST_TAGS) throw new Error("The part has more tags than a document can have.");
    const kind = text.charAt(at + 1);
    if (kind === "!" || kind === "?") {
      at = endOf(text, at, closingOf(text, at));
      continue;
    }
    const end = endOfTag(text, at + 1);
    if (kind === "/") {
      if (open.pop() !== nameAt(text, at + 2, end)) throw new Error("An element is closed by another's name.");
    } else if (text.charAt(end - 1) !== "/") {
      open.push(nameAt(text, at + 1, end));
      if (open.length > DEEPEST) throw new Error(`The part is nested deeper than ${DEEPEST} elements.`);
    }
    at = end + 1;
  }
  if (open.length > 0) throw new Error("An element is not closed.");
}

function closingOf(text: string, at: number): string {
  if (text.startsWith("<!--", at)) return "-->";
  if (text.startsWith("<![CDATA[", at)) return "]]>";
  return text.charAt(at + 1) === "?" ? "?>" : ">";
}

/** Offset behind the closing that follows. */
function endOf(text: string, at: number, closing: string): number {
  const end = text.indexOf(closing, at);
  if (end < 0) throw new Error("A part of the text is not closed.");
  return end + closing.length;
}

/** Offset of the `>` that ends a tag; those in the values of attributes do not. */
function endOfTag(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === ">") return at;
    if (letter === '"' || letter === "'") at = endOf(text, at + 1, letter) - 1;
  }
  throw new Error("A tag is not closed.");
}

function nameAt(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && !/[\s/>]/.test(text.charAt(at))) at++;
  return text.slice(start, at);
}
