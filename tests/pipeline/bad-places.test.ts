/** Names, links and files of other kinds that archives really hold: each is read or told with its code, and the rest goes on. */

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type IngestSummary, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";

const worker = new URL("./obedient-worker.ts", import.meta.url);

let store: MinutesStore;

beforeEach(() => {
  store = MinutesStore.open(join(folderWith({}), "minutes.db"), "write");
});

afterEach(() => store.close());

function take(...paths: string[]): Promise<IngestSummary> {
  return ingest(paths, store, { jobs: 2, timeoutSeconds: 20, worker });
}

const paths = () => store.query("SELECT path FROM document_location_list WHERE is_gone = 0 ORDER BY path").rows.flat();

describe.skipIf(process.platform === "win32")("names", () => {
  test("with blanks, quotes, newlines and emoji are paths like any other", async () => {
    const names = [
      " two  blanks .txt",
      `"it's".txt`,
      "a\nb.txt",
      "🦆 pond.txt",
      "50%_off[1].txt",
      "-rf.txt",
      "x\ty.txt",
    ];
    const folder = folderWith(Object.fromEntries(names.map((name, index) => [`f'older\n/${name}`, `good ${index}`])));
    expect(await take(folder)).toMatchObject({ new: names.length, failed: [] });
    expect(paths()).toEqual(names.map((name) => `f'older\n/${name}`).sort());
    expect(await take(folder)).toMatchObject({ new: 0, unchanged: names.length, gone: 0 });
  });

  test("that are not UTF-8 are told with their bytes, and the rest is read", async () => {
    const folder = folderWith({ "a.txt": "good" });
    const broken = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(".txt")]);
    try {
      writeFileSync(broken, "fine");
    } catch {
      return; // A file system that takes no such names has no such trouble.
    }
    const { new: added, failed } = await take(folder);
    expect({ added, failed }).toEqual({
      added: 1,
      failed: [{ path: "caf\\xE9.txt", code: "document/unreadable-name", message: "its name is not valid UTF-8" }],
    });
  });
});

describe.skipIf(process.platform === "win32")("links and files of other kinds", () => {
  test("circles of links end, links to nowhere are told", async () => {
    const folder = folderWith({ "a.txt": "good", "b/c.txt": "fine" });
    symlinkSync(folder, join(folder, "b/circle"));
    symlinkSync(join(folder, "loop.txt"), join(folder, "loop.txt"));
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling.txt"));
    const { new: added, failed } = await take(folder);
    expect(added).toBe(2);
    expect(failed.map(({ path, code, message }) => [path, code, message])).toEqual([
      ["dangling.txt", "document/not-found", "its link leads nowhere"],
      ["loop.txt", "document/not-found", "its links lead in a circle"],
    ]);
  });

  test("pipes, sockets and devices are passed over in a folder, and refused where they are named", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mb-"));
    writeFileSync(join(folder, "a.txt"), "good");
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    const server = createServer().listen(join(folder, "socket.txt"));
    await new Promise((resolve) => server.once("listening", resolve));
    expect(await take(folder)).toMatchObject({ new: 1, skipped: 2, failed: [] });
    const { failed } = await take(join(folder, "pipe.txt"), join(folder, "socket.txt"), "/dev/zero");
    expect(failed.map(({ code }) => code)).toEqual(Array(3).fill("document/not-a-file"));
    server.close();
    rmSync(folder, { recursive: true });
  });
});

/** Rights mean nothing to root, so where the tests run as root the program is run as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const project = join(import.meta.dirname, "../..");
const node = ["--import", "tsx", join(project, "src/cli/main.ts")];

function minutebook(...parameters: string[]) {
  const env = { ...process.env, HOME: tmpdir(), TSX_DISABLE_CACHE: "1" };
  return spawnSync(process.execPath, [...node, ...parameters], { cwd: project, encoding: "utf8", env, ...nobody });
}

const canRun = process.platform === "linux" && minutebook("--version").status === 0;

describe.runIf(canRun)("rights", () => {
  test("a folder and a file that may not be read are told; what was known of them is not gone", async () => {
    const folder = folderWith({ "a.txt": "Minutes\n", "closed/b.txt": "Minutes of b\n", "c.txt": "Minutes of c\n" });
    const db = join(openFolder(), "minutes.db");
    chmodSync(folder, 0o755);
    expect(minutebook("ingest", folder, "--db", db).status).toBe(0);
    chmodSync(join(folder, "closed"), 0);
    chmodSync(join(folder, "c.txt"), 0);
    writeFileSync(join(folder, "c.txt"), "Other minutes of c, and longer\n");
    const { status, stderr, stdout } = minutebook("ingest", folder, "--db", db, "--json");
    expect(stderr.split("\n").filter((line) => line.includes("no permission"))).toHaveLength(2);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ unchanged: 1, gone: 0, new: 0 });
  });

  test("a database that may not be written is left as it is, with a message that says so", () => {
    const folder = folderWith({ "a.txt": "Minutes\n" });
    chmodSync(folder, 0o755);
    const place = openFolder();
    const db = join(place, "minutes.db");
    expect(minutebook("ingest", folder, "--db", db).status).toBe(0);
    const before = readFileSync(db);
    chmodSync(place, 0o555);
    chmodSync(db, 0o444);
    const { status, stderr } = minutebook("ingest", folder, "--db", db);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/^minutebook: [^\n]+ \[store\/not-writable\]\n$/),
    });
    chmodSync(place, 0o777);
    expect(readFileSync(db).equals(before)).toBe(true);
  });
});

/** A folder in which anybody may write. */
function openFolder(): string {
  const folder = join(folderWith({}), "open");
  mkdirSync(folder);
  chmodSync(join(folder, ".."), 0o755);
  chmodSync(folder, 0o777);
  return folder;
}
