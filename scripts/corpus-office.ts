/** LibreOffice as the maker of documents: one source, any format that a word processor saves, without what it writes anew at each run. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import JSZip from "jszip";

/** LibreOffice's name of the export filter for each ending. */
const FILTERS = {
  pdf: "pdf:writer_pdf_Export",
  docx: "docx:MS Word 2007 XML",
  doc: "doc:MS Word 97",
  odt: "odt:writer8",
  rtf: "rtf:Rich Text Format",
  html: "html:HTML (StarWriter):EmbedImages",
  txt: "txt:Text (encoded):UTF8,CRLF",
} as const;

export type OfficeFormat = keyof typeof FILTERS;

/** The date that stands wherever a format wants one. */
export const FIXED_DATE = new Date("2020-01-01T00:00:00Z");

export function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Exports a flat .fodt. In plain text the rows of a table are lines with tabs between the cells, as Word saves them. */
export async function saveAs(source: string, format: OfficeFormat): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), "make-corpus-"));
  const stem = path.basename(source, ".fodt");
  try {
    const from = path.join(folder, `${stem}.fodt`);
    const xml = readFileSync(source, "utf8");
    writeFileSync(from, format === "txt" ? withoutTables(xml) : xml);
    // A profile of its own keeps a LibreOffice that the user has open out of it.
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    const made = path.join(folder, "made");
    const options = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", FILTERS[format]];
    execFileSync("soffice", [...options, "--outdir", made, from], { stdio: "pipe", timeout: 120_000 });
    return await settle(readFileSync(path.join(made, `${stem}.${format}`)), stem, format);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutTables(xml: string): string {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  for (const table of Array.from(document.getElementsByTagName("table:table"))) {
    for (const row of Array.from(table.getElementsByTagName("table:table-row"))) {
      const line = document.createElement("text:p");
      line.setAttribute("text:style-name", "Standard");
      cellsOf(row).forEach((cell, index) => {
        if (index > 0) line.appendChild(document.createElement("text:tab"));
        const texts = Array.from(cell.getElementsByTagName("text:p")).map((paragraph) => paragraph.textContent ?? "");
        line.appendChild(document.createTextNode(texts.join(" ")));
      });
      table.parentNode?.insertBefore(line, table);
    }
    table.parentNode?.removeChild(table);
  }
  return new XMLSerializer().serializeToString(document);
}

/** With those that a merged cell covers: they keep the columns apart. */
function cellsOf(row: Element): Element[] {
  const names = new Set(["table:table-cell", "table:covered-table-cell"]);
  return Array.from(row.childNodes as Iterable<Element>).filter(({ nodeName }) => names.has(nodeName));
}

/** Takes out what LibreOffice writes anew at each run, so that the same source gives the same bytes. */
async function settle(made: Uint8Array, stem: string, format: OfficeFormat): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return pack((await JSZip.loadAsync(made)).files);
    case "odt":
      return settleOdt(await JSZip.loadAsync(made));
    case "pdf":
      return settlePdf(made, stem);
    case "rtf":
      return settleRtf(made);
    case "doc":
    case "html":
    case "txt":
      return made;
    default:
      return format satisfies never;
  }
}

function settlePdf(made: Uint8Array, stem: string): Uint8Array {
  const mark = createHash("md5").update(stem).digest("hex").toUpperCase();
  // Each replacement is as long as what it replaces: the cross-reference table holds byte offsets.
  const text = Buffer.from(made)
    .toString("latin1")
    .replace(/\/CreationDate\(D:\d{14}Z/, "/CreationDate(D:20200101000000Z")
    .replace(/\/ID \[ <[0-9A-F]{32}>\n<[0-9A-F]{32}> \]/, `/ID [ <${mark}>\n<${mark}> ]`)
    .replace(/\/DocChecksum \/[0-9A-F]{32}/, `/DocChecksum /${mark}`);
  return Buffer.from(text, "latin1");
}

/** The ids of lists and revisions are drawn by lot; the picture of the first page is nobody's concern. */
async function settleOdt(zip: JSZip): Promise<Uint8Array> {
  for (const name of ["content.xml", "settings.xml"]) {
    const xml = (await zip.file(name)?.async("string")) ?? "";
    zip.file(name, inOrder(xml, /(?<="list)\d+(?=")/g).replace(/(?<="Rsid(?:Root)?" config:type="int">)\d+/g, "1"));
  }
  return pack(zip.files, ["Thumbnails/thumbnail.png"]);
}

function settleRtf(made: Uint8Array): Uint8Array {
  return Buffer.from(inOrder(Buffer.from(made).toString("latin1"), /(?<=\\rsid)\d+/g), "latin1");
}

/** Numbers drawn by lot become those of the order in which they stand first. */
function inOrder(text: string, drawn: RegExp): string {
  const numbers = new Map([...new Set(text.match(drawn) ?? [])].map((id, index) => [id, String(index + 1)]));
  return text.replace(drawn, (id) => numbers.get(id) ?? id);
}

interface Part {
  readonly dir: boolean;
  async(type: "uint8array"): Promise<Uint8Array>;
}

/** The files of a folder as the entries of a zip. */
export function partsOf(folder: string): Readonly<Record<string, Part>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const parts = files.map((entry): readonly [string, Part] => {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    return [name, { dir: false, async: async () => readFileSync(file) }];
  });
  return Object.fromEntries(parts);
}

/** The entries stand in a fixed order with a fixed date; OpenDocument wants its `mimetype` first and as it is. */
export async function pack(parts: Readonly<Record<string, Part>>, left: readonly string[] = []): Promise<Uint8Array> {
  const zip = new JSZip();
  const rank = (name: string): string => (name === "mimetype" ? "" : name);
  for (const [name, part] of Object.entries(parts).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))) {
    if (part.dir || left.includes(name)) continue;
    const compression = name === "mimetype" ? "STORE" : "DEFLATE";
    zip.file(name, await part.async("uint8array"), { date: FIXED_DATE, createFolders: false, compression });
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "DOS" });
}
