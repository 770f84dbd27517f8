/** Plain text and Markdown → blocks. */

import type { Reader } from "../reading.js";
import { decodeText } from "./decode.js";
import { isMarkdown, markdownBlocks } from "./markdown.js";
import { plainBlocks } from "./plain.js";

export const readText: Reader = async (bytes) => {
  const { text } = decodeText(bytes);
  if (text.trim() === "") return { isRead: false, code: "document/empty", message: "the file holds no words" };
  const { body, trailer, title } = isMarkdown(text) ? markdownBlocks(text) : { ...plainBlocks(text), title: null };
  return {
    isRead: true,
    document: { format: "text", body, trailer, pages: null, metadata: { title, author: null, created: null } },
    diagnostics: [],
  };
};
