/** tesseract.js: Tesseract compiled to WebAssembly, in a thread of its own, with language data from a package: nothing is fetched. */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, PSM } from "tesseract.js";
import type { Engine } from "./engine.js";
import { toPgm } from "./picture.js";

/** Starts the thread, which takes about half a second. Throws where it cannot start. */
export async function openTesseractJs(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const data = dirname(require.resolve("@tesseract.js-data/eng/package.json"));
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    langPath: join(data, "4.0.0_best_int"),
    cacheMethod: "none",
    gzip: true,
    // Without it a failed job is thrown where nobody can catch it, besides being rejected.
    errorHandler: () => {},
  });
  const died = new Promise<never>((_, reject) => {
    threadOf(worker)?.on("error", (error) => reject(error));
  });
  died.catch(() => {});
  return {
    recognise: async (picture, layout = "page") => {
      await worker.setParameters({
        tessedit_pageseg_mode: layout === "page" ? PSM.AUTO : PSM.SINGLE_BLOCK,
        user_defined_dpi: String(Math.round(picture.dpi)),
      });
      const output = { text: false, hocr: true };
      const { data: page } = await Promise.race([worker.recognize(toPgm(picture), {}, output), died]);
      return page.hocr ?? "";
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

interface Thread {
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** The thread behind a worker: no part of the package's types, but the only place that tells of its death. */
function threadOf(worker: object): Thread | null {
  const thread: unknown = "worker" in worker ? worker.worker : null;
  return typeof thread === "object" && thread !== null && "on" in thread ? (thread as Thread) : null;
}
