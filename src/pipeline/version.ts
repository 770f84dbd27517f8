/** Which release of the program this is. */

import { readFileSync } from "node:fs";

/** The version in `package.json`, which lies two folders above this file both in `src` and in the built `dist`. */
export function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const isManifest = typeof manifest === "object" && manifest !== null && "version" in manifest;
  if (!isManifest || typeof manifest.version !== "string") throw new Error("package.json has no version");
  return manifest.version;
}
