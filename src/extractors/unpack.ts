/** Unpacks the entries of a zip archive within a budget of bytes: inflating stops where it is spent, whatever sizes the directory claims. */

import { Readable } from "node:stream";
import type JSZip from "jszip";

/** Thrown inside the reader where a file unpacks to more than is allowed; the reader makes a value of it. */
export class UnpackingLimit extends Error {}

/** What is left of the bytes that all parts of a file together may unpack to. */
export interface Budget {
  left: number;
}

/** The bytes of an entry; null where the archive has none of that name. Throws `UnpackingLimit` as soon as the budget is spent. */
export async function unpack(zip: JSZip, name: string, budget: Budget): Promise<Buffer | null> {
  const entry = zip.file(name);
  if (entry === null) return null;
  const chunks: Buffer[] = [];
  // `wrap` reads on demand: the old kind of stream that JSZip makes would inflate the whole entry first.
  for await (const chunk of new Readable().wrap(entry.nodeStream())) {
    const bytes = chunk as Buffer;
    budget.left -= bytes.length;
    if (budget.left < 0) throw new UnpackingLimit("The file unpacks to more than its directory claims.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Sum of the sizes that the zip directory claims, in bytes; null where there is no directory. 64-bit sizes count as 4 GB each. */
export function claimedSize(buffer: Buffer): number | null {
  const earliest = Math.max(0, buffer.length - 22 - 0xffff);
  let end = buffer.length - 22;
  while (end >= earliest && buffer.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < earliest || end < 0) return null;
  let at = buffer.readUInt32LE(end + 16);
  let sum = 0;
  while (at + 46 <= buffer.length && buffer.readUInt32LE(at) === DIRECTORY_ENTRY) {
    sum += buffer.readUInt32LE(at + 24);
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return sum;
}
