/** What an old Office file says of itself: its stream of properties ([MS-OLEPS], property set "SummaryInformation"). */

import type { SourceMetadata } from "../../model/source.js";
import { decodeBytes } from "../rtf/code-pages.js";

const CODE_PAGE = 1;
const TITLE = 2;
const AUTHOR = 4;
const CREATED = 12;
const SAVED = 13;

const SHORT = 2;
const TEXT = 30;
const WIDE_TEXT = 31;
const TIME = 64;

/** Nulls where the stream is missing or makes no sense: the text is read all the same. */
export function summaryOf(stream: Buffer | null): Partial<SourceMetadata> {
  try {
    return stream === null ? NOTHING : read(stream);
  } catch (error) {
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
}

const NOTHING: Partial<SourceMetadata> = { title: null, author: null, created: null };

function read(stream: Buffer): Partial<SourceMetadata> {
  const set = stream.subarray(stream.readUInt32LE(44));
  const count = Math.min(100, set.readUInt32LE(4));
  const values = new Map<number, Buffer>();
  for (let index = 0; index < count; index++) {
    values.set(set.readUInt32LE(8 + index * 8), set.subarray(set.readUInt32LE(12 + index * 8)));
  }
  const page = values.get(CODE_PAGE);
  const codePage = page !== undefined && page.readUInt32LE(0) === SHORT ? page.readUInt16LE(4) : 1252;
  return {
    title: textOf(values.get(TITLE), codePage),
    author: textOf(values.get(AUTHOR), codePage),
    created: timeOf(values.get(CREATED)),
    modified: timeOf(values.get(SAVED)),
  };
}

function textOf(value: Buffer | undefined, codePage: number): string | null {
  if (value === undefined) return null;
  const type = value.readUInt32LE(0);
  const length = value.readUInt32LE(4);
  const text =
    type === TEXT
      ? decodeBytes(value.subarray(8, 8 + length), codePage)
      : type === WIDE_TEXT
        ? value.toString("utf16le", 8, 8 + length * 2)
        : "";
  return text.replace(/\0.*$/s, "").trim() || null;
}

/** Hundreds of nanoseconds since 1601 → ISO date-time to the second; null for none. */
function timeOf(value: Buffer | undefined): string | null {
  if (value === undefined || value.readUInt32LE(0) !== TIME) return null;
  const milliseconds = Number(value.readBigUInt64LE(4) / 10_000n) - 11_644_473_600_000;
  const isSane = milliseconds > 0 && milliseconds < 4_102_444_800_000;
  return isSane ? new Date(milliseconds).toISOString().slice(0, 19) : null;
}
