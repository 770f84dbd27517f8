import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { discover } from "../../src/pipeline/discover.js";
import { folderWith } from "./folder.js";

const folder = folderWith({
  "a/2.txt": "",
  "a/10.pdf": "",
  "a/b/deep.DOCX": "",
  "a/.hidden/x.txt": "",
  "a/.x.txt": "",
  "a/picture.png": "",
  "a/old.doc": "",
  "a/[draft].md": "",
  "notes.log": "",
});

async function paths(...given: string[]): Promise<string[]> {
  return (await discover(given, folder)).files.map(({ path }) => path);
}

test("a folder gives its documents in order, by their paths below it", async () => {
  const found = await discover(["a"], folder);
  expect(found.files.map(({ path }) => path)).toEqual(["10.pdf", "2.txt", "[draft].md", "b/deep.DOCX", "old.doc"]);
  expect(found.files[0]).toEqual({ root: join(folder, "a"), path: "10.pdf", absolutePath: join(folder, "a/10.pdf") });
  expect(found.skipped).toBe(1);
});

test("a file that is named is read whatever its ending, and keeps its path as given", async () => {
  const found = await discover(["a/picture.png", "notes.log", join(folder, "a/2.txt")], folder);
  expect(found.files.map(({ root, path }) => [root, path])).toEqual([
    [folder, "a/picture.png"],
    [folder, "notes.log"],
    ["/", join(folder, "a/2.txt")],
  ]);
});

test("globs are read as the shell would expand them", async () => {
  expect(await paths("a/*.txt")).toEqual(["a/2.txt"]);
  expect(await paths("**/*.{pdf,DOCX}")).toEqual(["a/10.pdf", "a/b/deep.DOCX"]);
  expect(await paths("a/?.txt", join(folder, "*.log"))).toEqual(["a/2.txt", join(folder, "notes.log")]);
  expect(await paths("a/*")).toEqual(["a/10.pdf", "a/2.txt", "a/[draft].md", "a/old.doc"]);
});

test("a name with brackets is a file before it is a pattern", async () => {
  expect(await paths("a/[draft].md")).toEqual(["a/[draft].md"]);
});

test("a file that is named twice is read once", async () => {
  expect(await paths("a/2.txt", "./a/2.txt", "a/*.txt")).toEqual(["a/2.txt"]);
});

test("what is not there is told, and the rest is found", async () => {
  const found = await discover(["nosuch.txt", "no*such", "a/2.txt"], folder);
  expect(found.files.map(({ path }) => path)).toEqual(["a/2.txt"]);
  expect(found.unfound).toEqual([
    { path: "nosuch.txt", code: "document/not-found", message: "no such file or folder" },
    { path: "no*such", code: "document/not-found", message: "no file fits the pattern" },
  ]);
});

test.skipIf(process.platform === "win32")(
  "linked files are documents, linked folders are left, broken links are told",
  async () => {
    const linked = folderWith({ "real.txt": "", "sub/x.txt": "" });
    symlinkSync(join(linked, "real.txt"), join(linked, "link.txt"));
    symlinkSync(linked, join(linked, "sub/circle"));
    symlinkSync(join(linked, "gone"), join(linked, "broken.txt"));
    const found = await discover([linked]);
    expect(found.files.map(({ path }) => path)).toEqual(["link.txt", "real.txt", "sub/x.txt"]);
    expect(found.unfound.map(({ path }) => path)).toEqual(["broken.txt"]);
  },
);
