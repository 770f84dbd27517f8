/** Minutes sent by e-mail: the message's own lines are no part of them. */

import type { PrintedLine } from "./printer.js";

export interface Mail {
  readonly body: readonly PrintedLine[];
  /** The lines of the headers, in order. */
  readonly headers: readonly PrintedLine[];
  readonly subject: string | null;
  /** The name, or where there is none the address, of the sender. */
  readonly author: string | null;
  /** ISO date-time of the message as far as it can be read. */
  readonly sent: string | null;
}

/** RFC 5322 and what Outlook, Notes and list archives write instead. */
const FIELD =
  /^(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Received|Return-Path|Delivered-To|Message-I[dD]|In-Reply-To|References|MIME-Version|Content-[\w-]+|Importance|Sensitivity|Attachments?|Organi[sz]ation|List-[\w-]+|X-[\w-]+|User-Agent|Thread-[\w-]+)\s?:\s*(.*)$/i;
const SEPARATOR = /^\s*-{2,}\s*(?:original|forwarded)\s+message\s*-{2,}\s*$|^From \S+@\S+\s+\w{3} \w{3}\s/i;

/** Takes the headers of messages out of a text: at its start, and behind a line such as "-----Original Message-----". Quote marks are dropped. */
export function readMail(lines: readonly PrintedLine[]): Mail {
  const body: PrintedLine[] = [];
  const headers: PrintedLine[] = [];
  const fields = new Map<string, string>();
  let mayStart = true;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as PrintedLine;
    const isSeparator = SEPARATOR.test(unquoted(line.text));
    const start = isSeparator ? index + 1 : index;
    const end = mayStart || isSeparator ? headerEnd(lines, start) : start;
    if (end > start) {
      for (const header of lines.slice(index, end)) headers.push(header);
      for (const [name, value] of fieldsOf(lines.slice(start, end))) if (!fields.has(name)) fields.set(name, value);
      index = end;
      continue;
    }
    if (line.text.trim() !== "") mayStart = false;
    body.push(line);
    index++;
  }
  return {
    body: body.map((line) => ({ ...line, text: unquoted(line.text) })),
    headers: headers.filter((line) => line.text.trim() !== ""),
    subject: fields.get("subject")?.replace(/^(?:(?:re|fwd?|fw)\s*:\s*)+/i, "") || null,
    author: nameOf(fields.get("from") ?? ""),
    sent: isoOf(fields.get("date") ?? fields.get("sent") ?? ""),
  };
}

function unquoted(text: string): string {
  return text.replace(/^(?:\s{0,3}>)+ ?/, "");
}

/** Where a block of headers ends; its start where there is none. A memo has "To:" and "From:" too: only an address or a field that no memo has makes a message. */
function headerEnd(lines: readonly PrintedLine[], start: number): number {
  let end = start;
  while (end < lines.length) {
    const text = unquoted(lines[end]?.text ?? "");
    const isFolded = end > start && /^\s+\S/.test(text);
    if (!FIELD.test(text.trim()) && !isFolded) break;
    end++;
  }
  const fields = fieldsOf(lines.slice(start, end));
  const values = [...fields.values()].join(" ");
  const isMessage = /\S@\S+\.\S/.test(values) || fields.has("message-id") || fields.has("sent");
  return fields.has("from") && fields.size >= 3 && isMessage ? end : start;
}

/** Field names in small letters → values, folded lines joined. */
function fieldsOf(lines: readonly PrintedLine[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const text = unquoted(line.text);
    const match = /^\s/.test(text) && last !== "" ? null : FIELD.exec(text.trim());
    if (match === null) fields.set(last, `${fields.get(last) ?? ""} ${text.trim()}`);
    else {
      last = (match[1] ?? "").toLowerCase();
      fields.set(last, (match[2] ?? "").trim());
    }
  }
  return fields;
}

function nameOf(from: string): string | null {
  const name = from.replace(/<[^>]*>|\[mailto:[^\]]*\]/gi, "").replace(/^["'\s]+|["'\s]+$/g, "");
  return name || from.trim() || null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `Tue, 3 May 2011 14:05:00 +0100`, `03 May 2011 14:05`. The time is the sender's own. */
function isoOf(written: string): string | null {
  const match = /\b(\d{1,2})(?:st|nd|rd|th)?[ -](\w{3})\w*[ -](\d{4})(?:[, ]+(\d{1,2}):(\d{2}))?/.exec(written);
  const month = MONTHS.indexOf((match?.[2] ?? "").toLowerCase()) + 1;
  if (match === null || month === 0) return null;
  const two = (digits: string | number | undefined) => String(digits).padStart(2, "0");
  const day = `${match[3]}-${two(month)}-${two(match[1])}`;
  return match[4] === undefined ? day : `${day}T${two(match[4])}:${match[5]}`;
}
