/** Plain text and Markdown → blocks. */

import type { Reader } from "../reading.js";
import { decodeText } from "./decode.js";
import { isMarkdown, markdownBlocks } from "./markdown.js";
import { plainBlocks } from "./plain.js";

/** More bytes than any minutes have as text: some ten thousand pages. */
const LARGEST_TEXT = 20 * 1024 * 1024;

export const readText: Reader = async (bytes) => {
  if (bytes.length > LARGEST_TEXT) {
    const megabytes = Math.round(bytes.length / 1024 / 1024);
    return { isRead: false, code: "document/too-large", message: `the text has ${megabytes} MB, more than 20` };
  }
  const { text } = decodeText(bytes);
  if (text.trim() === "") return { isRead: false, code: "document/empty", message: "the file holds no words" };
  const { body, trailer, title } = isMarkdown(text) ? markdownBlocks(text) : { ...plainBlocks(text), title: null };
  return {
    isRead: true,
    document: { format: "text", body, trailer, pages: null, metadata: { title, author: null, created: null } },
    diagnostics: [],
  };
};
