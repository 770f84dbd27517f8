/** Makes small containers of old Office files for tests ([MS-CFB]): sectors of 512 bytes, no short streams. */

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;

/** A container of the given streams, which lie at its top. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(streams);
  const directorySectors = Math.ceil(((entries.length + 1) * 128) / SECTOR);
  const table: number[] = [TABLE];
  const chain = (sectors: number): number => {
    const start = table.length;
    for (let index = 0; index < sectors; index++) table.push(index === sectors - 1 ? END : start + index + 1);
    return start;
  };
  const directoryStart = chain(directorySectors);
  const directory = Buffer.alloc(directorySectors * SECTOR);
  writeEntry(directory, 0, { name: "Root Entry", type: 5, child: 1, right: FREE, start: END, size: 0 });
  const contents = entries.map(([name, content], index) => {
    const sectors = Math.max(1, Math.ceil(content.length / SECTOR));
    const padded = Buffer.alloc(sectors * SECTOR);
    content.copy(padded);
    // The tree of names is a list here: readers that do not search in it find all the same.
    const right = index === entries.length - 1 ? FREE : index + 2;
    writeEntry(directory, index + 1, {
      name,
      type: 2,
      child: FREE,
      right,
      start: chain(sectors),
      size: content.length,
    });
    return padded;
  });
  const allocation = Buffer.alloc(SECTOR, 0xff);
  table.forEach((next, index) => {
    allocation.writeUInt32LE(next, index * 4);
  });
  return Buffer.concat([header(directoryStart), allocation, directory, ...contents]);
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly child: number;
  readonly right: number;
  readonly start: number;
  readonly size: number;
}

function writeEntry(directory: Buffer, index: number, { name, type, child, right, start, size }: Entry): void {
  const entry = directory.subarray(index * 128, (index + 1) * 128);
  entry.write(name, 0, "utf16le");
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
}

function header(directoryStart: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(0x003e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(directoryStart, 48);
  bytes.writeUInt32LE(0, 56);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  bytes.fill(0xff, 76);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}
