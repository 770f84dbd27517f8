/** Markdown files: the markup is read by a Markdown parser, as a browser would show it; then wrapped lines are joined. */

import { Marked } from "marked";
import type { Block, Paragraph, Run } from "../blocks.js";
import { paragraph, run } from "../blocks.js";
import { htmlBlocks } from "../html/html-blocks.js";
import { withoutAttributes } from "./attributed-spans.js";
import { isContinued, type WrapWidths, widthOfLongest, wrapWidths } from "./wrapping.js";

/** Line breaks are kept, since clerks list names line by line; `joinWrapped` takes back those that only wrap. */
const parser = new Marked({ gfm: true, breaks: true, async: false });

const FRONT_MATTER = /^\uFEFF?(-{3}|\+{3})[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;
const MARK_UP = { heading: /^ {0,3}#{1,6}\s+\S/, underline: /^(={3,}|-{3,})\s*$/, bold: /\*\*[^*\s][^*]*\*\*/ };

/** Whether a text is written in Markdown, rather than a text in which a converter left some. Judged by its front matter, headings and share of bold lines. */
export function isMarkdown(text: string): boolean {
  if (FRONT_MATTER.test(text)) return true;
  // Texts made for a printer underline their headings too.
  if (/[\f\u0008]|[─═]{3}|^\s*\+-{2,}[-+]*\+\s*$/m.test(text)) return false;
  const lines = text.split(/\r?\n/);
  let headings = 0;
  let bold = 0;
  let words = 0;
  lines.forEach((line, position) => {
    if (line.trim() === "") return;
    words++;
    if (MARK_UP.heading.test(line)) headings++;
    else if (MARK_UP.underline.test(line) && /\p{L}/u.test(lines[position - 1] ?? "")) headings++;
    else if (MARK_UP.bold.test(line)) bold++;
  });
  return headings >= 2 || bold > words * 0.08;
}

/** The body as blocks; the front matter's fields, which often hold the only date, as the trailer. */
export function markdownBlocks(text: string): { body: Block[]; trailer: Block[]; title: string | null } {
  const matter = FRONT_MATTER.exec(text);
  const body = matter === null ? text : text.slice(matter[0].length);
  // Some sites keep the whole minutes in a field of the front matter.
  const rest = /[\p{L}\p{N}]/u.test(body) ? body : blockFields(matter?.[2] ?? "");
  const fields = (matter?.[2] ?? "").split(/\r?\n/).filter((line) => FIELD.test(line) && !BLOCK_FIELD.test(line));
  const title = fields.find((line) => /^title\s*[:=]/i.test(line))?.replace(/^title\s*[:=]\s*|["']|\s+$/gi, "") ?? null;
  const html = parser.parse(escapeStray(withoutAttributes(rest))) as string;
  const widths = wrapWidths(rest.split(/\r?\n/));
  return {
    body: htmlBlocks(html).map((block) => joinWrapped(block, widths)),
    trailer: fields.map((line) => paragraph([run(line)])),
    title,
  };
}

const FIELD = /^\w[\w ]*\s*[:=]\s*\S/;
const BLOCK_FIELD = /^(\w[\w ]*):\s*[|>][-+]?\s*$/;

/** The texts of fields such as `minutes: |-`, whose lines are indented below the name; its name is their heading. */
function blockFields(matter: string): string {
  const lines: string[] = [];
  let isInside = false;
  const all = matter.split(/\r?\n/);
  for (const [index, line] of all.entries()) {
    const field = BLOCK_FIELD.exec(line);
    if (/^\S/.test(line)) isInside = field !== null;
    const name = field?.[1] ?? "";
    const first = all.slice(index + 1, index + 4).find((next) => next.trim() !== "");
    const isHeadedSo = first?.replace(/[^\p{L}]/gu, "").toLowerCase() === name.toLowerCase();
    if (field !== null) lines.push("", isHeadedSo ? "" : `## ${name}`, "");
    else if (isInside) lines.push(line.replace(/^ {2,4}/, ""));
  }
  return lines.join("\n");
}

/** `<name@host>` and `<-` are text, not tags: a Markdown parser would let them vanish. */
function escapeStray(text: string): string {
  return text.replace(/<(?![a-zA-Z/!])/g, "&lt;").replace(/^((?:>\s*)+)\[!\w+\][-+]?\s*/gm, "$1");
}

function joinWrapped(block: Block, widths: WrapWidths): Block {
  if (block.type === "paragraph") return { ...block, runs: joinRuns(block, widths) };
  const cells = block.cells.map((cell) => ({
    ...cell,
    blocks: cell.blocks.map((inner) => joinWrapped(inner, widths)),
  }));
  return { ...block, cells };
}

/** Turns the newlines of a paragraph that only wrap a line into blanks. */
function joinRuns(block: Paragraph, widths: WrapWidths): readonly Run[] {
  const whole = block.runs.map((piece) => piece.text).join("");
  if (!whole.includes("\n")) return block.runs;
  const lines = whole.split("\n");
  const longest = widthOfLongest(lines);
  const breaks = lines.slice(1).map((next, position) => isContinued(lines[position] ?? "", next, longest, widths));
  let seen = 0;
  return block.runs.map((piece) => ({
    ...piece,
    text: piece.text.replace(/\n/g, () => (breaks[seen++] === true ? " " : "\n")),
  }));
}
