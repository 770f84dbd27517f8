/** The system's own tesseract, started once a page: about twice as fast as the one in WebAssembly. */

import { spawn } from "node:child_process";
import type { Engine } from "./engine.js";
import { toPgm } from "./picture.js";

export type TesseractCommand =
  | { readonly isThere: true; readonly engine: Engine }
  | { readonly isThere: false; readonly why: string };

/** Its threads would only wait for one another: one of them is faster than four (measured). */
const ONE_THREAD = { OMP_THREAD_LIMIT: "1" };

/** Asks whether the program and its English data are there. */
export async function openTesseractCommand(command = "tesseract"): Promise<TesseractCommand> {
  try {
    const languages = await run(command, ["--list-langs"], null);
    if (!/^eng$/m.test(languages)) return { isThere: false, why: "it has no English language data" };
  } catch (error) {
    return { isThere: false, why: isMissing(error) ? "it is not installed" : wordsOf(error) };
  }
  return {
    isThere: true,
    engine: {
      // Its table of words (TSV) has no baselines, so this asks for hOCR, as from tesseract.js.
      recognise: (picture, layout = "page") =>
        run(
          command,
          [
            "stdin",
            "stdout",
            "-l",
            "eng",
            "--oem",
            "1",
            "--psm",
            layout === "page" ? "3" : "6",
            "--dpi",
            String(Math.round(picture.dpi)),
            "hocr",
          ],
          toPgm(picture),
        ),
      close: async () => {},
    },
  };
}

/** What a program writes to its standard output. Rejects where it does not start or ends with another code than 0. */
function run(command: string, parameters: readonly string[], input: Buffer | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      env: { ...process.env, ...ONE_THREAD },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    let complaint = "";
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });
    // A program that ends before it has read all of its input breaks the pipe; its exit code says why.
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString("utf8"));
      else reject(new Error(complaint.trim().split("\n").at(-1) || `tesseract ended with code ${code}`));
    });
    child.stdin.end(input ?? undefined);
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
