/**
 * Makes the documents of `corpus/` that are not written by hand, and the truth files of the sets, from `corpus-sources/`:
 * `npx tsx scripts/make-corpus.ts [name...]`, all whose path begins with a name, or all of them where none is given.
 * Needs LibreOffice's `soffice`, and poppler's `pdftoppm` for the scans.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { draw } from "./corpus-drawing.js";
import { hasOffice, type OfficeFormat, pack, partsOf, saveAs } from "./corpus-office.js";
import { scan } from "./corpus-scan.js";

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = path.join(project, "corpus-sources");
const corpus = path.join(project, "corpus");

/** `from` is below `corpus-sources`, but for a scan, which is taken of a document of the corpus. */
type Recipe =
  | { readonly kind: "office"; readonly from: string; readonly format: OfficeFormat }
  | { readonly kind: "zip"; readonly from: string }
  | { readonly kind: "drawing"; readonly from: string }
  | { readonly kind: "scan"; readonly from: string }
  | { readonly kind: "encode"; readonly from: string; readonly encoding: string }
  | { readonly kind: "truth"; readonly from: string; readonly file: string };

/** Minutes that exist in every format; of the others' web pages each is written by hand. */
const SETS: readonly { readonly stem: string; readonly formats: readonly OfficeFormat[] }[] = [
  {
    stem: "one-shape/merrow-vale-wellbeing-board-2022-06-09",
    formats: ["pdf", "docx", "doc", "odt", "rtf", "txt", "html"],
  },
  { stem: "one-shape/ambleholt-parish-council-2024-05-14", formats: ["pdf", "docx", "doc", "odt", "rtf", "txt"] },
  { stem: "one-shape/wharfe-end-rowing-club-2019-11-24", formats: ["pdf", "docx", "doc", "odt", "rtf", "txt"] },
];

/** Single documents that LibreOffice saves, by the path below `corpus`. */
const OFFICE_DOCUMENTS = [
  "arroyo-bend-open-space-commission-2016-05-12.pdf",
  "ashcombe-vale-governors-2023-11-13.pdf",
  "brackenhope-community-council-2023-10-03.docx",
  "calderby-flood-forum-2021-02-16.pdf",
  "fenwold-health-forum-pack-2022-11-30.pdf",
  "great-marling-library-trust-2020-07-21.pdf",
  "harrow-lane-liaison-group-2019-06-05.pdf",
  "little-hallow-parish-council-2022-05-19.pdf",
  "loxley-reach-residents-2013-02-28.pdf",
  "nether-copley-parish-council-2014-10-02.pdf",
  "not-minutes/norrington-fire-authority-report-2021-09-21.pdf",
  "penhallow-academy-trustees-2021-02-03.docx",
  "saltcote-harbour-finance-2023-06-27.pdf",
  "st-brannocks-governors-2021-11-22.pdf",
  "thorley-cross-village-hall-2018-10-09.pdf",
  "winterbourne-wetland-trust-2008-06-14.docx",
] as const;

/** What is made, by its path below the project, in an order in which each finds what it is made from. */
const RECIPES: ReadonlyMap<string, Recipe> = new Map([
  ...OFFICE_DOCUMENTS.map((name): [string, Recipe] => {
    const { dir, name: stem, ext } = path.parse(name);
    const from = path.posix.join(dir, `${stem}.fodt`);
    return [`corpus/${name}`, { kind: "office", from, format: ext === ".docx" ? "docx" : "pdf" }];
  }),
  ...SETS.flatMap(({ stem, formats }) => recipesOfSet(stem, formats)),
  ...ofStem("almshouse-trustees-2009-07-08", "txt", { kind: "encode", from: ".txt", encoding: "windows-1252" }),
  ...ofStem("cresswater-drainage-board-1994-02-14", "txt", { kind: "encode", from: ".txt", encoding: "cp850" }),
  ...ofStem("weir-lane-allotments-2012-03-22", "txt", { kind: "encode", from: ".txt", encoding: "utf-16le" }),
  ...ofStem("ostrey-cemeteries-committee-2015-03-19", "pdf", { kind: "drawing", from: ".drawing.json" }),
  // The parts of a Word document are zipped as they are, so that the numbering is exactly ours.
  ...ofStem("calverholm-civic-society-2019-11-07", "docx", { kind: "zip", from: ".parts" }),
  ...ofStem("wexley-leisure-committee-2023-01-24", "docx", { kind: "zip", from: ".parts" }),
]);

process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const isWanted = (target: string, name: string): boolean =>
    target.replace(/^corpus(?:-sources\/truth)?\//, "").startsWith(name);
  const unknown = names.filter((name) => ![...RECIPES.keys()].some((target) => isWanted(target, name)));
  if (unknown.length > 0) return complain(`no source makes ${unknown.join(", ")}`, 2);
  const wanted = [...RECIPES].filter(([target]) => names.length === 0 || names.some((name) => isWanted(target, name)));
  if (wanted.some(([, { kind }]) => kind === "office") && !hasOffice()) {
    return complain(
      "soffice was not found: install LibreOffice Writer (Debian: apt-get install libreoffice-writer)",
      3,
    );
  }
  for (const [name, recipe] of wanted) {
    const target = path.join(project, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, await make(recipe));
    process.stdout.write(`${name}\n`);
  }
  return 0;
}

async function make(recipe: Recipe): Promise<Uint8Array | string> {
  const source = path.join(sources, recipe.from);
  switch (recipe.kind) {
    case "office":
      return saveAs(source, recipe.format);
    case "zip":
      return pack(partsOf(source));
    case "drawing":
      return draw(source);
    case "scan":
      return scan(readFileSync(path.join(corpus, recipe.from)));
    case "encode":
      return iconv.encode(readFileSync(source, "utf8").replaceAll("\n", "\r\n"), recipe.encoding, { addBOM: true });
    case "truth": {
      const record: unknown = JSON.parse(readFileSync(source, "utf8"));
      return `${JSON.stringify({ file: recipe.file, ...(record as object) }, null, 2)}\n`;
    }
    default:
      return recipe satisfies never;
  }
}

/** One source and one record of what it says; a document and a truth file a format, and a scan of the PDF. */
function recipesOfSet(stem: string, formats: readonly OfficeFormat[]): [string, Recipe][] {
  const documents = formats.map((format): [string, Recipe] => {
    return [`corpus/${stem}.${format}`, { kind: "office", from: `${stem}.fodt`, format }];
  });
  const truth = (name: string, file: string): [string, Recipe] => {
    return [`corpus-sources/truth/${name}.json`, { kind: "truth", from: `${stem}.json`, file }];
  };
  const endings = [...new Set([...formats, "html"])];
  return [
    ...documents,
    [`corpus/${stem}-scan.pdf`, { kind: "scan", from: `${stem}.pdf` }],
    ...endings.map((ending) => truth(`${stem}-${ending}`, `${stem}.${ending}`)),
    truth(`${stem}-scan`, `${stem}-scan.pdf`),
  ];
}

function ofStem(stem: string, ending: string, recipe: Recipe): [string, Recipe][] {
  return [[`corpus/${stem}.${ending}`, { ...recipe, from: stem + recipe.from }]];
}

function complain(message: string, code: number): number {
  process.stderr.write(`make-corpus: ${message}\n`);
  return code;
}
