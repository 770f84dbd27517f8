/** The rules of the house, as ARCHITECTURE.md tells them. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const project = path.dirname(import.meta.dirname);

/** Each room of `src` and the rooms that it may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  extractors: ["model"],
  grammar: ["model"],
  store: ["model"],
  evaluation: ["model"],
  pipeline: ["model", "extractors", "grammar", "store", "evaluation"],
  cli: ["model", "pipeline"],
};

/** Static imports, re-exports, `import()` and `new URL(…, import.meta.url)`: every way in which a file names another. */
const NAMED_FILE = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)["'](\.[^"']+)["']/g;

const MOST_LINES = 300;

/** Every file and folder of the project, by its path with `/`; not what is built or installed. */
const tree = treeBelow("");

const sources = filesBelow(path.join(project, "src")).filter((file) => file.endsWith(".ts"));

describe("the layers of src", () => {
  it("are the rooms that the rule knows", () => {
    expect(rooms()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it("import only what they may", () => {
    expect(sources.flatMap(violations)).toEqual([]);
  });

  it("leave packages of the other layers alone: only zod is needed to say what minutes are", () => {
    const packages = sources.filter((file) => roomOf(file) === "model").flatMap(packagesOf);
    expect([...new Set(packages)]).toEqual(["zod"]);
  });
});

describe("the files of src", () => {
  it(`have at most ${MOST_LINES} lines, but for tables of words and what is generated`, () => {
    const long = sources.filter((file) => !/\/vocabulary\/|\.gen\.ts$/.test(file) && lineCount(file) > MOST_LINES);
    expect(long.map(named)).toEqual([]);
  });

  it("are named for what they hold, in small letters and hyphens", () => {
    const names = sources.map((file) => path.basename(file));
    expect(names.filter((name) => /^(?:utils?|helpers?|misc|common)\./.test(name))).toEqual([]);
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.gen)?\.ts$/.test(name))).toEqual([]);
  });

  it("open with a sentence on what they are for", () => {
    const written = sources.filter((file) => !file.endsWith(".gen.ts"));
    expect(written.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(textOf(file))).map(named)).toEqual([]);
  });
});

describe("ARCHITECTURE.md", () => {
  const map = textOf(path.join(project, "ARCHITECTURE.md"));

  it("describes every folder of src, and no other", () => {
    const described = [...map.matchAll(/^\| `src\/([a-z]+)` \|/gm)].map((match) => match[1]);
    expect(described.sort()).toEqual(rooms());
  });

  it("names only files and folders that are there", () => {
    const paths = [...map.matchAll(/`((?:src|tests|scripts|corpus|corpus-sources|golden|bench)\/[^`*<]*)`/g)];
    const missing = paths.map((match) => match[1] ?? "").filter((name) => !tree.has(name.replace(/\/$/, "")));
    expect(missing).toEqual([]);
  });
});

describe("the project's text", () => {
  const texts = tracked().filter((file) => !/^(?:corpus|golden)\//.test(file) && !/\.(?:pdf|docx)$/.test(file));

  it("names no registry", () => {
    // Written in pieces, or this file would name one itself.
    const hosts = new RegExp(
      ["registry\\.(?:npmjs|yarnpkg)", "npm\\.pkg\\.github", "verdaccio", "artifactory"].join("|"),
      "i",
    );
    expect(texts.filter((file) => file !== "tests/architecture.test.ts" && hosts.test(read(file)))).toEqual([]);
  });

  it("names no folder of the machine that it was written on", () => {
    const machine = new RegExp(`["'\`(\\s=](?:/${["home", "Users", "root", "work", "workspace"].join("|/")})/[\\w.-]`);
    expect(texts.filter((file) => machine.test(read(file)))).toEqual([]);
  });
});

function violations(file: string): string[] {
  const room = roomOf(file);
  const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
  return importsOf(file)
    .filter((target) => target.startsWith(path.join(project, "src")))
    .filter((target) => !allowed.includes(roomOf(target)))
    .map((target) => `${named(file)} imports ${named(target)}`);
}

function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(NAMED_FILE)].map((match) => path.resolve(path.dirname(file), match[1] ?? ""));
}

function packagesOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^."'][^"']*)["']/g)].map(
    (match) => match[1] ?? "",
  );
}

/** First folder below `src`. */
function roomOf(file: string): string {
  return path.relative(path.join(project, "src"), file).split(path.sep)[0] ?? "";
}

function rooms(): string[] {
  return readdirSync(path.join(project, "src")).sort();
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Files of the project, without what is built or installed; in a copy without Git's folder, all but what programs leave behind. */
function tracked(): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: project, stdio: "pipe" });
    return listed
      .toString()
      .split("\n")
      .filter((file) => file !== "" && tree.has(file));
  } catch {
    const isFile = (name: string): boolean => statSync(path.join(project, name)).isFile();
    return [...tree].filter((name) => isFile(name) && !/\.(?:db|log)(?:-\w+)?$/.test(name));
  }
}

function treeBelow(folder: string): ReadonlySet<string> {
  const entries = readdirSync(path.join(project, folder), { withFileTypes: true });
  const own = entries.filter(({ name }) => !["node_modules", "dist", ".git"].includes(name));
  const paths = own.flatMap((entry) => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? [name, ...treeBelow(name)] : [name];
  });
  return new Set(paths);
}

function lineCount(file: string): number {
  return textOf(file).split("\n").length - 1;
}

function textOf(file: string): string {
  return readFileSync(file, "utf8");
}

function read(file: string): string {
  return textOf(path.join(project, file));
}

function named(file: string): string {
  return path.relative(project, file).split(path.sep).join("/");
}
