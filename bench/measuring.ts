/** What the benchmarks share: a child process that answers one file after another, the PDFs that are read, and the median. */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const MOST_PDFS = 16;

/** Source of a module's function `readRaw(bytes)`: the text of a PDF page by page as pdf.js gives it, which other costs are measured by. */
export const READ_RAW = `
  import { PDFParse } from "pdf-parse";
  async function readRaw(bytes) {
    const parser = new PDFParse({ data: new Uint8Array(bytes) });
    const document = await parser.load();
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getTextContent();
      page.cleanup();
    }
    await parser.destroy();
  }`;

/** Runs something with a child of `script` (a module, run in `folder`), which is sent the path of a file and sends an answer back. */
export async function inChild<Answer, Result>(
  folder: string,
  script: string,
  use: (ask: (file: string) => Promise<Answer>) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    return await use((file) => answerOf<Answer>(child, file));
  } finally {
    child.kill();
  }
}

function answerOf<Answer>(child: ChildProcess, file: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`the child ended at ${file}`));
    child.once("exit", fail);
    child.once("message", (answer) => {
      child.off("exit", fail);
      resolve(answer as Answer);
    });
    child.send(file);
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** PDFs with a text layer, some of each kind: real ones where a folder of them lies beside the project, else the invented ones. */
export function textPdfs(): string[] {
  const project = path.dirname(import.meta.dirname);
  const real = path.join(project, "..", "shared", "corpus");
  const folder = existsSync(real) ? real : path.join(project, "corpus");
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".pdf") && !file.includes("scan"))
    .sort();
  const step = Math.max(1, all.length / MOST_PDFS);
  return all
    .filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
    .map((file) => path.join(folder, file));
}
