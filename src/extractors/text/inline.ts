/** Words of a text line → runs: Markdown emphasis and HTML tags become styles or vanish. */

import { Marked } from "marked";
import type { Block, Run } from "../blocks.js";
import { paragraph, run } from "../blocks.js";
import { htmlBlocks } from "../html/html-blocks.js";
import { withoutAttributes } from "./attributed-spans.js";

const parser = new Marked({ gfm: true, breaks: true, async: false });

const TAG =
  /<\/?(?:p|u|b|i|s|em|strong|ul|ol|li|br|sup|sub|span|div|table|tbody|thead|tr|td|th|h[1-6]|a|font|center|blockquote|img|hr)\b[^<>]*>/i;
const BLOCK_TAG = /<(?:p|ul|ol|li|div|table|h[1-6]|blockquote|center)\b[^<>]*>/i;
const MARK_UP =
  /\*\*?[^*\s][^*]*\*|__[^_\s][^_]*__|(?<![\w_])_[^_\s][^_]*_(?![\w_])|`[^`]+`|~~[^~]+~~|\]\(|\\[*_#.()[\]-]|&(?:[a-z]{2,8}|#\d{2,5});/i;

/** Reads one cell or line that may hold whole HTML paragraphs. */
export function inlineBlocks(text: string): readonly Block[] {
  if (BLOCK_TAG.test(text)) return htmlBlocks(text);
  return [paragraph(inlineRuns(text))];
}

/** Reads the words of one line. */
export function inlineRuns(line: string): readonly Run[] {
  const text = withoutAttributes(line);
  const hasTags = TAG.test(text);
  if (!hasTags && !MARK_UP.test(text)) return [run(text)];
  const html = parser.parseInline(hasTags ? text : text.replace(/</g, "&lt;")) as string;
  const runs: Run[] = [];
  for (const block of htmlBlocks(html)) {
    if (block.type !== "paragraph") continue;
    if (runs.length > 0) runs.push(run("\n"));
    runs.push(...block.runs);
  }
  return runs;
}
