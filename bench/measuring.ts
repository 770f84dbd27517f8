/** What the benchmarks share: a child process that answers one file after another, and the median. */

import { type ChildProcess, spawn } from "node:child_process";

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
