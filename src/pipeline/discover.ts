/** Which files a list of paths means: files, folders with all that is in them, and globs. */

import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { isAbsolute, parse, resolve, sep } from "node:path";
import type { Unreadable } from "../model/conversion.js";

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
}

export interface Discovery {
  readonly files: readonly FoundFile[];
  readonly unfound: readonly Unfound[];
  /** How many files of folders were left out because of their ending. */
  readonly skipped: number;
}

/** What is read in a folder: the endings of formats that minutes come in. */
const MINUTES_ENDING = /\.(?:pdf|docx|docm|dotx|html?|txt|text|md|markdown|doc|dot|rtf|odt|ott|fodt)$/i;

const GLOB_CHARACTERS = /[*?{}[\]]/;

interface Search {
  readonly files: Map<string, FoundFile>;
  readonly unfound: Unfound[];
  skipped: number;
}

/**
 * Finds the files that paths, folders and globs stand for, each once, folders sorted by name. A file that is named is always in it;
 * of a folder (or a glob that names no ending) only what may be minutes. Hidden files and linked folders are left out.
 */
export async function discover(paths: readonly string[], workingFolder: string = process.cwd()): Promise<Discovery> {
  const search: Search = { files: new Map(), unfound: [], skipped: 0 };
  for (const path of paths) await look(path, workingFolder, search);
  return { files: [...search.files.values()], unfound: search.unfound, skipped: search.skipped };
}

async function look(path: string, workingFolder: string, search: Search): Promise<void> {
  const absolutePath = resolve(workingFolder, path);
  try {
    const entry = await stat(absolutePath);
    if (entry.isDirectory()) await walk(absolutePath, "", search);
    else addNamed(path, workingFolder, search);
  } catch (error) {
    if (GLOB_CHARACTERS.test(path) && isMissing(error)) await expand(path, workingFolder, search);
    else search.unfound.push({ path, ...notFound(error) });
  }
}

async function walk(root: string, folder: string, search: Search): Promise<void> {
  const entries = await readdir(resolve(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    try {
      if (entry.isDirectory()) await walk(root, path, search);
      else if (!MINUTES_ENDING.test(path)) search.skipped++;
      else if (await isFile(entry, resolve(root, path))) add({ root, path }, resolve(root, path), search);
    } catch (error) {
      search.unfound.push({ path, ...notFound(error) });
    }
  }
}

/** A link to a file is a file; one to a folder is left, since it may lead back to where we are. Sockets and devices are no documents. */
async function isFile(entry: Dirent, absolutePath: string): Promise<boolean> {
  return entry.isFile() || (entry.isSymbolicLink() && (await stat(absolutePath)).isFile());
}

/** A glob is read as if the shell had expanded it. */
async function expand(pattern: string, workingFolder: string, search: Search): Promise<void> {
  const { glob } = await import("tinyglobby");
  const segments = pattern.split("/");
  const firstMagic = segments.findIndex((segment) => GLOB_CHARACTERS.test(segment));
  const base = segments.slice(0, firstMagic).join("/");
  const cwd = resolve(workingFolder, base === "" && pattern.startsWith("/") ? "/" : base);
  const rest = segments.slice(firstMagic).join("/");
  const matches = await glob(rest, { cwd, onlyFiles: true, expandDirectories: false, followSymbolicLinks: false });
  if (matches.length === 0)
    search.unfound.push({ path: pattern, code: "document/not-found", message: "no file fits the pattern" });
  const namesEnding = /\.[^./*?]+$/.test(pattern);
  for (const match of matches.sort()) {
    const path = firstMagic === 0 ? match : `${base}/${match}`;
    if (namesEnding || MINUTES_ENDING.test(match)) addNamed(path, workingFolder, search);
    else search.skipped++;
  }
}

function addNamed(path: string, workingFolder: string, search: Search): void {
  const root = isAbsolute(path) ? parse(path).root : workingFolder;
  add({ root, path: path.replaceAll(sep, "/") }, resolve(workingFolder, path), search);
}

function add(file: Pick<FoundFile, "root" | "path">, absolutePath: string, search: Search): void {
  if (!search.files.has(absolutePath)) search.files.set(absolutePath, { ...file, absolutePath });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** What the system says of a path that cannot be opened, in plain words. */
export function notFound(error: unknown): Unreadable {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    ENOENT: "no such file or folder",
    ENOTDIR: "no such file or folder",
    EACCES: "no permission to read it",
    EPERM: "no permission to read it",
    EISDIR: "it is a folder",
    ELOOP: "its links lead in a circle",
  };
  return { code: "document/not-found", message: words[code] ?? `it could not be opened (${code || String(error)})` };
}
