/** Plain text and Markdown → blocks. */

import type { LaidOut } from "../lay-out.js";
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
  return { isRead: true, document: isMarkdown(text) ? markdownDocument(text) : plainDocument(text), diagnostics: [] };
};

function markdownDocument(text: string): LaidOut {
  const { body, trailer, title } = markdownBlocks(text);
  return { format: "text", body, trailer, pages: null, metadata: { title, author: null, created: null } };
}

function plainDocument(text: string): LaidOut {
  const { body, trailer, pages, mail } = plainBlocks(text);
  const metadata = { title: mail.subject, author: mail.author, created: mail.sent };
  return { format: "text", body, trailer, pages, metadata };
}
