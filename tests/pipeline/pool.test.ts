import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { Conversion } from "../../src/model/conversion.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";
import { type ConverterPool, openPool } from "../../src/pipeline/pool.js";
import { folderWith } from "./folder.js";

const worker = new URL("./obedient-worker.ts", import.meta.url);
const folder = folderWith({
  hang: "hang",
  slow: "slow",
  options: "options",
  exit: "exit",
  abort: "abort",
  hoard: "hoard",
  bug: "bug",
  pid: "pid",
  good: "good",
});

let pool: ConverterPool | null = null;

function open(timeoutSeconds = 30, memoryMegabytes: number | null = null): ConverterPool {
  pool = openPool({ timeoutSeconds, memoryMegabytes, worker });
  return pool;
}

afterEach(() => pool?.close());

function convert(from: ConverterPool, name: string): Promise<Conversion | null> {
  return from.convert({ absolutePath: join(folder, name), sha256: `sha of ${name}` });
}

test("a document comes back as plain data, and the child is used again", async () => {
  const children = open();
  expect(await convert(children, "good")).toMatchObject({ status: "read", source: { text: "good" } });
  const first = await convert(children, "pid");
  expect(await convert(children, "pid")).toEqual(first);
});

test("a document that takes too long is given up, and the next one is read", async () => {
  const children = open(0.3);
  expect(await convert(children, "hang")).toEqual({
    status: "unreadable",
    id: "sha of hang",
    code: "document/timeout",
    message: "reading took longer than 0.3 s",
  });
  expect(await convert(children, "good")).toMatchObject({ status: "read" });
});

test("each page that is read by OCR begins the limit anew, and is told of", async () => {
  const told: string[] = [];
  const task = { absolutePath: join(folder, "slow"), sha256: "sha of slow" };
  const conversion = await open(1).convert(task, (done, total) => told.push(`${done}/${total}`));
  expect(conversion).toMatchObject({ status: "read" });
  expect(told).toEqual(["1/5", "2/5", "3/5", "4/5", "5/5"]);
});

test("the options of reading reach the child", async () => {
  const reading = { ...DEFAULT_READING_OPTIONS, ocr: "never" } as const;
  pool = openPool({ timeoutSeconds: 30, memoryMegabytes: null, worker, reading });
  const conversion = await convert(pool, "options");
  expect(conversion?.status === "read" ? JSON.parse(conversion.source.text) : null).toEqual(reading);
});

test.each([
  ["exit", "the reading process ended with code 7"],
  ["abort", "the reading process ended with SIGABRT"],
  ["bug", "Error: a bug"],
])("a failure of the reader (%s) is the document's failure", async (name, message) => {
  const children = open();
  expect(await convert(children, name)).toMatchObject({ code: "document/crashed", message, id: `sha of ${name}` });
  expect(await convert(children, "good")).toMatchObject({ status: "read" });
});

test("a child that died while it was idle is replaced", async () => {
  const children = open();
  const answer = await convert(children, "pid");
  process.kill(Number(answer?.status === "unreadable" ? answer.message : Number.NaN), "SIGKILL");
  expect(await convert(children, "good")).toMatchObject({ status: "read" });
});

test.runIf(process.platform === "linux")(
  "a document that eats the memory is given up, and the next one is read",
  async () => {
    const children = open(30, 1000);
    expect(await convert(children, "hoard")).toMatchObject({ code: "document/too-large" });
    expect(await convert(children, "good")).toMatchObject({ status: "read" });
  },
);

test("closing the pool ends what is being read", async () => {
  const children = open();
  const hanging = convert(children, "hang");
  setTimeout(() => children.close(), 100);
  expect(await hanging).toBeNull();
  expect(await convert(children, "good")).toBeNull();
});

test.runIf(process.platform === "linux")("a child that loops ends with its parent, however that ends", async () => {
  const loop = folderWith({
    "worker.mjs": `process.on("message", () => { for (;;); }); process.send({ kind: "ready" });`,
  });
  const module = new URL("../../src/pipeline/pool.ts", import.meta.url).href;
  const script = (end: string) => `import { openPool } from ${JSON.stringify(module)};
    const worker = new URL(${JSON.stringify(pathToFileURL(join(loop, "worker.mjs")).href)});
    void openPool({ timeoutSeconds: 60, worker }).convert({ absolutePath: "", sha256: "" });
    setTimeout(() => ${end}, 1500);`;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const hasLoopers = () => spawnSync("pgrep", ["-f", join(loop, "worker.mjs")]).status === 0;
  for (const end of ["process.exit()", "process.kill(process.pid, 'SIGKILL')"]) {
    spawnSync(process.execPath, ["--import", tsx, "--input-type=module", "-e", script(end)]);
    await expect.poll(hasLoopers, { timeout: 5000 }).toBe(false);
  }
});
