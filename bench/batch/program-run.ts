/** The program at work on an archive, as a user would start it: its time, its summary and the most memory that it took. */

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const project = path.dirname(path.dirname(import.meta.dirname));
const program = path.join(project, "dist", "cli", "main.js");

/** What is used of `ingest --json`. */
const Summary = z.object({
  new: z.int(),
  unchanged: z.int(),
  failed: z.array(z.unknown()),
  /** Without the start of Node. */
  seconds: z.number(),
});

export interface IngestRun {
  readonly summary: z.infer<typeof Summary>;
  /** From the start of the process to its end. */
  readonly wallSeconds: number;
  /** The parent and all children together; null where the system does not tell. */
  readonly peakMebibytes: number | null;
}

/** How often memory is looked at, in milliseconds. The system keeps the peak of each process itself. */
const INTERVAL = 100;

export async function runIngest(paths: readonly string[], database: string, jobs: number): Promise<IngestRun> {
  const start = performance.now();
  const parameters = ["ingest", ...paths, "--db", database, "--jobs", String(jobs), "--json", "--quiet"];
  const child = spawn(process.execPath, [program, ...parameters], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  let peak: number | null = null;
  const watch = setInterval(() => {
    const now = child.pid === undefined ? null : peakNow(child.pid);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  }, INTERVAL);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`ingest ended with ${code}`);
  const wallSeconds = (performance.now() - start) / 1000;
  return { summary: Summary.parse(JSON.parse(output)), wallSeconds, peakMebibytes: peak };
}

/** Sum of the highest marks of a process and its children, in MiB: at least what they ever took together. */
function peakNow(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return [String(pid), ...children].reduce((sum, each) => sum + highestMark(each), 0);
  } catch {
    return null;
  }
}

/** 0 where the process has just ended. */
function highestMark(pid: string): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
