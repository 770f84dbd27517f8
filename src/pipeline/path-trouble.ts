/** What the system says of a path that cannot be opened, in plain words. */

import type { Unreadable } from "../model/conversion.js";

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk reports an error",
  ESTALE: "the network disk does not answer for it",
};

/** The code and the words for a path that could not be opened; `missing` is what to say where nothing is there. */
export function notFound(error: unknown, missing?: string): Unreadable {
  const code = codeOf(error);
  const words = missing !== undefined && isNotThere(error) ? missing : WORDS[code];
  return { code: "document/not-found", message: words ?? `it could not be opened (${code || String(error)})` };
}

/** Whether the error says that nothing lies at the path. */
export function isNotThere(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

/** A name that is not UTF-8, with the bytes that are no letters as `\xE9`. */
export function unreadableName(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
