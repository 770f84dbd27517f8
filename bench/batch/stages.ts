/**
 * What each stage of a document costs: reading, parsing, carrying over to the parent, storing; and the whole way from the file to the rows, beside what pdf.js alone
 * takes for the text of the same PDFs. Processor time: each way has a process of its own, and they take turns, file by file.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inChild, median, READ_RAW } from "../measuring.js";

const project = path.dirname(path.dirname(import.meta.dirname));
const compiled = (name: string): string => JSON.stringify(pathToFileURL(path.join(project, "dist", `${name}.js`)).href);

const CLOCK = `
  const now = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };`;

const RAW = `
  import { readFileSync } from "node:fs";
  ${READ_RAW}
  ${CLOCK}
  process.on("message", async (file) => {
    const start = now();
    await readRaw(readFileSync(file));
    process.send({ milliseconds: now() - start });
  });`;

/** The same steps as an ingest takes for a file, in one process: with the copy that a child would send to its parent. */
const wholeWay = (database: string): string => `
  import { createHash } from "node:crypto";
  import { readFileSync } from "node:fs";
  import { deserialize, serialize } from "node:v8";
  import { extract } from ${compiled("extractors/index")};
  import { parseMinutes } from ${compiled("grammar/index")};
  import { DEFAULT_READING_OPTIONS } from ${compiled("model/reading-options")};
  import { packSource, unpackSource } from ${compiled("pipeline/packed-source")};
  import { readingFacts } from ${compiled("pipeline/reading-facts")};
  import { MinutesStore } from ${compiled("store/store")};
  ${CLOCK}
  const store = MinutesStore.open(${JSON.stringify(database)}, "write");
  const ingestedAt = new Date().toISOString();
  process.on("message", async (file) => {
    const start = now();
    const bytes = readFileSync(file);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const extraction = await extract(file, bytes, { ...DEFAULT_READING_OPTIONS, ocr: "never" });
    if (!extraction.isRead) throw new Error(file + " was not read");
    const read = now();
    const { value, diagnostics } = parseMinutes(extraction.source);
    const parsed = now();
    const sent = { source: packSource(extraction.source), minutes: value, diagnostics: [...extraction.diagnostics, ...diagnostics] };
    const { source, ...rest } = deserialize(serialize(sent));
    const conversion = { status: "read", source: unpackSource(source), ...rest };
    const carried = now();
    // An earlier round has stored it: it must be new again.
    store.remove(sha256);
    const found = { root: "/", path: file, size: bytes.length, modifiedAt: ingestedAt, sha256 };
    const facts = { ...readingFacts(file, conversion), programVersion: "bench", parserVersion: 1, runId: null, ingestedAt };
    const ready = now();
    store.save(found, conversion, facts);
    const stored = now();
    const { pages, text } = extraction.source;
    process.send({ pages, characters: text.length, reading: read - start, parsing: parsed - read, carrying: carried - parsed, storing: stored - ready });
  });`;

interface Answer {
  readonly pages: number | null;
  readonly characters: number;
  readonly reading: number;
  readonly parsing: number;
  readonly carrying: number;
  readonly storing: number;
}

/** Milliseconds of the processor, medians of the rounds. */
export interface FileCost extends Answer {
  readonly file: string;
  /** pdf.js alone; null for other formats. */
  readonly raw: number | null;
}

export function wholeCost({ reading, parsing, carrying, storing }: FileCost): number {
  return reading + parsing + carrying + storing;
}

/** Each file as often as there are rounds, after one that lets the engine compile. */
export async function costsOf(files: readonly string[], rounds: number): Promise<FileCost[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "minutebook-bench-"));
  try {
    return await inChild(project, RAW, (askRaw: (file: string) => Promise<{ milliseconds: number }>) =>
      inChild(project, wholeWay(path.join(folder, "minutes.db")), async (ask: (file: string) => Promise<Answer>) => {
        const answers = new Map<string, { raw: number | null; ours: Answer }[]>(files.map((file) => [file, []]));
        for (let round = 0; round <= rounds; round++) {
          for (const file of files) {
            const raw = file.endsWith(".pdf") ? (await askRaw(file)).milliseconds : null;
            const ours = await ask(file);
            if (round > 0) answers.get(file)?.push({ raw, ours });
          }
        }
        return [...answers].map(([file, all]) => costOf(file, all));
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function costOf(file: string, all: readonly { raw: number | null; ours: Answer }[]): FileCost {
  const of = (stage: "reading" | "parsing" | "carrying" | "storing"): number =>
    median(all.map(({ ours }) => ours[stage]));
  const { pages = null, characters = 0 } = all[0]?.ours ?? {};
  const raws = all.flatMap(({ raw }) => (raw === null ? [] : [raw]));
  const raw = raws.length === 0 ? null : median(raws);
  const stages = { reading: of("reading"), parsing: of("parsing"), carrying: of("carrying"), storing: of("storing") };
  return { file: path.basename(file), pages, characters, ...stages, raw };
}
