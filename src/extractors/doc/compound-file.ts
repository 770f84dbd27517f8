/**
 * The container of old Office files ([MS-CFB], "OLE"): its streams by name. Every chain of sectors is bounded,
 * where the library that reads Word's own streams would follow a circle for ever.
 */

export interface CompoundFile {
  /** Names of the streams and storages that lie at the top, in the order of the directory. */
  readonly names: readonly string[];
  /** The bytes of a stream at the top; null where there is none of that name. */
  readonly stream: (name: string) => Buffer | null;
}

const MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length > 512 && MAGIC.equals(bytes.subarray(0, 8));
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

const ENTRY_BYTES = 128;
/** Sector numbers above this are marks: end of chain, free, part of the table itself. */
const LAST_SECTOR = 0xfffffff9;

/** Opens a container; null where its bytes are none or its tables make no sense. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes)) return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return open(file);
  } catch (error) {
    // A number in the file points beyond its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function open(file: Buffer): CompoundFile | null {
  const shift = file.readUInt16LE(30);
  const shortShift = file.readUInt16LE(32);
  if (shift < 7 || shift > 16 || shortShift < 3 || shortShift >= shift) return null;
  const sectorBytes = 1 << shift;
  const sector = (id: number) => file.subarray((id + 1) * sectorBytes, (id + 2) * sectorBytes);
  const table = allocationTable(file, sectorBytes, sector);
  const read = (start: number) => Buffer.concat(chain(table, start).map(sector));
  const entries = entriesIn(read(file.readUInt32LE(48)));
  const [root] = entries;
  if (root === undefined) return null;
  const shortTable = numbersIn(read(file.readUInt32LE(60)));
  const shortBytes = 1 << shortShift;
  const shortStream = read(root.start);
  const smallest = file.readUInt32LE(56);
  const readShort = (start: number) =>
    Buffer.concat(chain(shortTable, start).map((id) => shortStream.subarray(id * shortBytes, (id + 1) * shortBytes)));
  const top = topEntries(entries, root);
  return {
    names: top.map((entry) => entry.name),
    stream: (name) => {
      const entry = top.find((other) => other.name === name);
      if (entry === undefined) return null;
      return (entry.size < smallest ? readShort(entry.start) : read(entry.start)).subarray(0, entry.size);
    },
  };
}

/** The table of which sector follows which. */
function allocationTable(file: Buffer, sectorBytes: number, sector: (id: number) => Buffer): number[] {
  const parts: number[] = [];
  for (let at = 76; at < 512; at += 4) parts.push(file.readUInt32LE(at));
  const most = Math.ceil(file.length / sectorBytes);
  let next = file.readUInt32LE(68);
  for (let hops = 0; next < LAST_SECTOR && hops < most; hops++) {
    const more = numbersIn(sector(next));
    next = more.pop() ?? LAST_SECTOR;
    for (const id of more) parts.push(id);
  }
  const table: number[] = [];
  for (const id of parts.slice(0, most))
    if (id < LAST_SECTOR) for (const entry of numbersIn(sector(id))) table.push(entry);
  return table;
}

/** The sectors of a stream; a chain that comes back to itself ends there. */
function chain(table: readonly number[], start: number): number[] {
  const seen = new Set<number>();
  for (let id = start; id < table.length && !seen.has(id); id = table[id] ?? LAST_SECTOR) seen.add(id);
  return [...seen];
}

function numbersIn(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}

function entriesIn(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / ENTRY_BYTES);
  return Array.from({ length: count }, (_, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    return {
      name: entry.toString("utf16le", 0, Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2))),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** The entries at the top are a tree under the root; those of embedded objects lie deeper. */
function topEntries(entries: readonly Entry[], root: Entry): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [root.child];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = entries[id];
    if (entry === undefined || seen.has(id)) continue;
    seen.add(id);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}
