/** Goes through files, folders and globs: a few files at a time, whatever the size of the archive. */

import type { Dirent } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { isAbsolute, parse, resolve, sep } from "node:path";
import type { Unreadable } from "../model/conversion.js";
import { isNotThere, notFound, unreadableName } from "./path-trouble.js";

/** A file to read. `path` below `root` opens it. */
export interface FoundFile {
  /** The folder that was given, or the one that the path as given is relative to; absolute. */
  readonly root: string;
  /** As given, or relative to the folder that was given; with `/` between folders. */
  readonly path: string;
  readonly absolutePath: string;
}

/** A path that could not be looked at. */
export interface Unfound extends Unreadable {
  readonly path: string;
  readonly absolutePath: string;
}

/** A stretch of the walk. */
export interface Stretch {
  readonly files: readonly FoundFile[];
  readonly unfound: readonly Unfound[];
  /** How many files of folders were left out because of their ending. */
  readonly skipped: number;
  /** A folder that was given and is walked to its end. */
  readonly walked: WalkedFolder | null;
}

export interface WalkedFolder {
  readonly folder: string;
  /** Whether nothing lies in it, not even a hidden file. */
  readonly isEmpty: boolean;
}

/** What is read in a folder: the endings of formats that minutes come in. */
const MINUTES_ENDING = /\.(?:pdf|docx|docm|dotx|html?|txt|text|md|markdown|doc|dot|rtf|odt|ott|fodt)$/i;

const GLOB_CHARACTERS = /[*?{}[\]]/;

/** Files a stretch. */
const STRETCH = 256;

/**
 * The files that paths, folders and globs stand for, folders sorted by name. A file that is named is always in it; of a folder
 * (or a glob that names no ending) only what may be minutes. Hidden files and linked folders are left out. What two paths both mean comes twice.
 */
export async function* walk(paths: readonly string[], workingFolder: string = process.cwd()): AsyncGenerator<Stretch> {
  for (const path of paths) yield* walkPath(path, workingFolder);
}

async function* walkPath(path: string, workingFolder: string): AsyncGenerator<Stretch> {
  const absolutePath = resolve(workingFolder, path);
  try {
    const entry = await stat(absolutePath);
    if (entry.isDirectory()) yield* walkFolder(absolutePath);
    else if (entry.isFile()) yield { ...NOTHING, files: [namedFile(path, workingFolder)] };
    else yield { ...NOTHING, unfound: [{ path, absolutePath, ...NOT_A_FILE }] };
  } catch (error) {
    if (GLOB_CHARACTERS.test(path) && isNotThere(error)) yield* expand(path, workingFolder);
    else yield { ...NOTHING, unfound: [{ path, absolutePath, ...notFound(error) }] };
  }
}

const NOTHING: Stretch = { files: [], unfound: [], skipped: 0, walked: null };

const NOT_A_FILE = { code: "document/not-a-file", message: "it is a device, a socket or a pipe" } as const;

/** A folder whose entries are being gone through. */
interface OpenFolder {
  /** Relative to the root; empty for the root itself. */
  readonly path: string;
  readonly entries: readonly Dirent[];
  next: number;
}

interface Pile {
  files: FoundFile[];
  unfound: Unfound[];
  skipped: number;
}

async function* walkFolder(root: string): AsyncGenerator<Stretch> {
  let pile: Pile = { files: [], unfound: [], skipped: 0 };
  const top = await openFolder(root, "", pile);
  const open: OpenFolder[] = top === null ? [] : [top];
  for (let folder = open.at(-1); folder !== undefined; folder = open.at(-1)) {
    const entry = folder.entries[folder.next++];
    if (entry === undefined) open.pop();
    else if (!entry.name.startsWith(".")) {
      const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.isDirectory()) {
        const inner = await openFolder(root, path, pile);
        if (inner !== null) open.push(inner);
      } else if (!MINUTES_ENDING.test(path)) pile.skipped++;
      else await addEntry(entry, root, path, pile);
    }
    if (pile.files.length + pile.unfound.length < STRETCH) continue;
    yield { ...pile, walked: null };
    pile = { files: [], unfound: [], skipped: 0 };
  }
  // A folder that could not be opened tells nothing of what lies in it.
  yield { ...pile, walked: top === null ? null : { folder: root, isEmpty: top.entries.length === 0 } };
}

/** A link to a file is a file; one to a folder is left, since it may lead back to where we are. Sockets and devices are no documents. */
async function addEntry(entry: Dirent, root: string, path: string, pile: Pile): Promise<void> {
  const absolutePath = resolve(root, path);
  if (entry.isFile()) pile.files.push({ root, path, absolutePath });
  else if (!entry.isSymbolicLink()) pile.skipped++;
  else {
    try {
      const target = await stat(absolutePath);
      if (target.isFile()) pile.files.push({ root, path, absolutePath });
    } catch (error) {
      pile.unfound.push({ path, absolutePath, ...notFound(error, "its link leads nowhere") });
    }
  }
}

/** Null where it cannot be read. */
async function openFolder(root: string, path: string, pile: Pile): Promise<OpenFolder | null> {
  const absolutePath = resolve(root, path);
  try {
    const entries = await readdir(absolutePath, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const readable = entries.some(({ name }) => name.includes("\ufffd"))
      ? await withoutBrokenNames(entries, absolutePath, path, pile)
      : entries;
    return { path, entries: readable, next: 0 };
  } catch (error) {
    pile.unfound.push({ path: path === "" ? root : path, absolutePath, ...notFound(error) });
    return null;
  }
}

/** A name that is not UTF-8 has no spelling by which the file could be opened again. It is told, and its entry left out. */
async function withoutBrokenNames(entries: Dirent[], folder: string, path: string, pile: Pile): Promise<Dirent[]> {
  const broken = new Set<string>();
  for (const bytes of await readdir(folder, { encoding: "buffer" })) {
    const name = bytes.toString();
    if (Buffer.from(name).equals(bytes) || bytes[0] === 0x2e) continue;
    broken.add(name);
    const isWanted = MINUTES_ENDING.test(name) || entries.some((entry) => entry.name === name && entry.isDirectory());
    if (!isWanted) pile.skipped++;
    if (!isWanted) continue;
    const shown = unreadableName(bytes);
    pile.unfound.push({
      path: path === "" ? shown : `${path}/${shown}`,
      absolutePath: resolve(folder, shown),
      code: "document/unreadable-name",
      message: "its name is not valid UTF-8",
    });
  }
  return entries.filter(({ name }) => !broken.has(name));
}

/** A glob is read as if the shell had expanded it. */
async function* expand(pattern: string, workingFolder: string): AsyncGenerator<Stretch> {
  const { glob } = await import("tinyglobby");
  const segments = pattern.split("/");
  const firstMagic = segments.findIndex((segment) => GLOB_CHARACTERS.test(segment));
  const base = segments.slice(0, firstMagic).join("/");
  const cwd = resolve(workingFolder, base === "" && pattern.startsWith("/") ? "/" : base);
  const rest = segments.slice(firstMagic).join("/");
  const matches = await glob(rest, { cwd, onlyFiles: true, expandDirectories: false, followSymbolicLinks: false });
  if (matches.length === 0) {
    const unfound = { path: pattern, absolutePath: resolve(workingFolder, pattern) };
    yield {
      ...NOTHING,
      unfound: [{ ...unfound, code: "document/not-found", message: "no file fits the pattern" }],
    };
  }
  const namesEnding = /\.[^./*?]+$/.test(pattern);
  matches.sort();
  for (let start = 0; start < matches.length; start += STRETCH) {
    const stretch = matches.slice(start, start + STRETCH);
    const wanted = stretch.filter((match) => namesEnding || MINUTES_ENDING.test(match));
    const files = wanted.map((match) => namedFile(firstMagic === 0 ? match : `${base}/${match}`, workingFolder));
    yield { ...NOTHING, files, skipped: stretch.length - files.length };
  }
}

function namedFile(path: string, workingFolder: string): FoundFile {
  const root = isAbsolute(path) ? parse(path).root : workingFolder;
  return { root, path: path.replaceAll(sep, "/"), absolutePath: resolve(workingFolder, path) };
}

/** Whether nothing lies at a path any more; false where that cannot be told. */
export async function isGone(absolutePath: string): Promise<boolean> {
  try {
    await lstat(absolutePath);
    return false;
  } catch (error) {
    return isNotThere(error);
  }
}
