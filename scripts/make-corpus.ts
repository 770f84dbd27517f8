/**
 * Makes the documents of `corpus/` that are not written by hand from their sources in `corpus-sources/`:
 * `npx tsx scripts/make-corpus.ts [stem...]`, all of them where no stem is given. Needs LibreOffice's `soffice`.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import iconv from "iconv-lite";
import JSZip from "jszip";

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = path.join(project, "corpus-sources");
const corpus = path.join(project, "corpus");

type Recipe =
  | { readonly kind: "office"; readonly from: string; readonly to: "pdf" | "docx" }
  | { readonly kind: "zip"; readonly from: string; readonly to: "docx" }
  | { readonly kind: "encode"; readonly from: string; readonly to: "txt"; readonly encoding: string };

/** What is made, by the document's stem. `zip` packs a folder of Word parts, so that the numbering is exactly ours. */
const RECIPES: Readonly<Record<string, Recipe>> = {
  "almshouse-trustees-2009-07-08": { kind: "encode", from: ".txt", to: "txt", encoding: "windows-1252" },
  "brackenhope-community-council-2023-10-03": { kind: "office", from: ".fodt", to: "docx" },
  "calderby-flood-forum-2021-02-16": { kind: "office", from: ".fodt", to: "pdf" },
  "cresswater-drainage-board-1994-02-14": { kind: "encode", from: ".txt", to: "txt", encoding: "cp850" },
  "fenwold-health-forum-pack-2022-11-30": { kind: "office", from: ".fodt", to: "pdf" },
  "little-hallow-parish-council-2022-05-19": { kind: "office", from: ".fodt", to: "pdf" },
  "st-brannocks-governors-2021-11-22": { kind: "office", from: ".fodt", to: "pdf" },
  "weir-lane-allotments-2012-03-22": { kind: "encode", from: ".txt", to: "txt", encoding: "utf-16le" },
  "wexley-leisure-committee-2023-01-24": { kind: "zip", from: ".parts", to: "docx" },
};

/** LibreOffice's name of the export filter for each ending. */
const OFFICE_FILTERS = { pdf: "pdf:writer_pdf_Export", docx: "docx:MS Word 2007 XML" } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(stems: readonly string[]): Promise<number> {
  const wanted = stems.length > 0 ? stems : Object.keys(RECIPES);
  const unknown = wanted.filter((stem) => RECIPES[stem] === undefined);
  if (unknown.length > 0) return complain(`no source makes ${unknown.join(", ")}`, 2);
  const isOfficeNeeded = wanted.some((stem) => RECIPES[stem]?.kind === "office");
  if (isOfficeNeeded && !hasOffice()) {
    return complain(
      "soffice was not found: install LibreOffice Writer (Debian: apt-get install libreoffice-writer)",
      3,
    );
  }
  for (const stem of wanted) {
    const recipe = RECIPES[stem];
    if (recipe === undefined) continue;
    const target = path.join(corpus, `${stem}.${recipe.to}`);
    writeFileSync(target, await make(recipe, stem));
    process.stdout.write(`${path.relative(project, target)}\n`);
  }
  return 0;
}

async function make(recipe: Recipe, stem: string): Promise<Uint8Array> {
  const source = path.join(sources, stem + recipe.from);
  switch (recipe.kind) {
    case "office":
      return settle(convert(source, stem, recipe.to), stem, recipe.to);
    case "zip":
      return pack(partsOf(source));
    case "encode":
      return iconv.encode(readFileSync(source, "utf8").replaceAll("\n", "\r\n"), recipe.encoding, { addBOM: true });
    default:
      return recipe satisfies never;
  }
}

/** A profile of its own keeps a LibreOffice that the user has open out of it. */
function convert(source: string, stem: string, ending: "pdf" | "docx"): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "make-corpus-"));
  try {
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    const options = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", OFFICE_FILTERS[ending]];
    execFileSync("soffice", [...options, "--outdir", folder, source], { stdio: "pipe", timeout: 120_000 });
    return readFileSync(path.join(folder, `${stem}.${ending}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes out what LibreOffice writes anew at each run, so that the same source gives the same bytes. */
async function settle(made: Uint8Array, stem: string, ending: "pdf" | "docx"): Promise<Uint8Array> {
  if (ending === "docx") return pack((await JSZip.loadAsync(made)).files);
  const mark = createHash("md5").update(stem).digest("hex").toUpperCase();
  // Each replacement is as long as what it replaces: the cross-reference table holds byte offsets.
  const text = Buffer.from(made)
    .toString("latin1")
    .replace(/\/CreationDate\(D:\d{14}Z/, "/CreationDate(D:20200101000000Z")
    .replace(/\/ID \[ <[0-9A-F]{32}>\n<[0-9A-F]{32}> \]/, `/ID [ <${mark}>\n<${mark}> ]`)
    .replace(/\/DocChecksum \/[0-9A-F]{32}/, `/DocChecksum /${mark}`);
  return Buffer.from(text, "latin1");
}

interface Part {
  readonly dir: boolean;
  async(type: "uint8array"): Promise<Uint8Array>;
}

function partsOf(folder: string): Readonly<Record<string, Part>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const parts = files.map((entry): readonly [string, Part] => {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    return [name, { dir: false, async: async () => readFileSync(file) }];
  });
  return Object.fromEntries(parts);
}

/** The entries stand in a fixed order with a fixed date. */
async function pack(parts: Readonly<Record<string, Part>>): Promise<Uint8Array> {
  const zip = new JSZip();
  const date = new Date("2020-01-01T00:00:00Z");
  for (const [name, part] of Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!part.dir) zip.file(name, await part.async("uint8array"), { date, createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "DOS" });
}

function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

function complain(message: string, code: number): number {
  process.stderr.write(`make-corpus: ${message}\n`);
  return code;
}
