/** The program as a process: as it was built where that is no older than the sources, since it starts in half the time; else the sources. */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const project = path.dirname(path.dirname(import.meta.dirname));
const built = path.join(project, "dist", "cli", "main.js");
const source = path.join(project, "src", "cli", "main.ts");
const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** What Node is told to run the program. */
const PROGRAM: readonly string[] = isBuilt() ? [built] : ["--import", loader, source];

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ending: Promise<Ending>;
}

/** Starts it; `command` may put another program before Node, such as a shell that sets a limit. */
export function startProgram(parameters: readonly string[], command: readonly string[] = []): Started {
  const [first = process.execPath, ...rest] = [...command, process.execPath, ...PROGRAM, ...parameters];
  const child = spawn(first, rest, { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ending = new Promise<Ending>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { process: child, ending };
}

export function runProgram(...parameters: string[]): Promise<Ending> {
  return startProgram(parameters).ending;
}

function isBuilt(): boolean {
  if (!existsSync(built)) return false;
  const sources = readdirSync(path.join(project, "src"), { recursive: true, encoding: "utf8" });
  const newest = Math.max(...sources.map((file) => statSync(path.join(project, "src", file)).mtimeMs));
  return statSync(built).mtimeMs >= newest;
}
