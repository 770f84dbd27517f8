/** A hundred thousand paths of which nothing has changed: small texts, each at many places by hard links, so that the disk is soon made ready. */

import { linkSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type IngestRun, runIngest } from "./program-run.js";

const PLACES_A_TEXT = 50;

/** Long ago, so that no file seems to be written to still. */
const WRITTEN = new Date("2020-01-01T00:00:00Z");

export interface Nightly {
  readonly paths: number;
  readonly first: IngestRun;
  readonly second: IngestRun;
  /** To list all folders and to ask the system for size and time of each file, one after another, in a program that does nothing else. */
  readonly bareSeconds: number;
}

export async function nightlyRun(folder: string, paths: number): Promise<Nightly> {
  const archive = path.join(folder, "paths");
  makePaths(archive, paths);
  const database = path.join(folder, "paths.db");
  const first = await runIngest([archive], database, 2);
  const second = await runIngest([archive], database, 2);
  return { paths, first, second, bareSeconds: await bareWalk(archive) };
}

function makePaths(archive: string, paths: number): void {
  const texts = Math.max(1, Math.ceil(paths / PLACES_A_TEXT));
  for (let number = 0; number < paths; number++) {
    const [text, place] = [number % texts, Math.floor(number / texts)];
    const file = path.join(archive, `place-${place}`, `${text}.txt`);
    const original = path.join(archive, "place-0", `${text}.txt`);
    if (text === 0) mkdirSync(path.dirname(file), { recursive: true });
    if (place === 0) {
      writeFileSync(file, minutesOf(text));
      utimesSync(file, WRITTEN, WRITTEN);
    } else linkSync(original, file);
  }
}

function minutesOf(number: number): string {
  return `MINUTES of the Meeting of Penmere Quay Committee held on ${1 + (number % 28)} May 2021 at 7.00pm

Present: Ada Quill (Chair), Dan Pike

1. THE ROPE OF BERTH ${number}
RESOLVED: that the lease of berth ${number} be renewed.
`;
}

async function bareWalk(archive: string): Promise<number> {
  const start = performance.now();
  for (const folder of await readdir(archive)) {
    const names = await readdir(path.join(archive, folder));
    for (let from = 0; from < names.length; from += 32) {
      await Promise.all(names.slice(from, from + 32).map((name) => stat(path.join(archive, folder, name))));
    }
  }
  return (performance.now() - start) / 1000;
}
