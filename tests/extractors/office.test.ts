/** LibreOffice as a converter: it may be missing, fail, hang or be killed, and nothing is left of it. */

import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { byOffice } from "../../src/extractors/office/by-office.js";
import { convertToDocx } from "../../src/extractors/office/convert.js";
import { findOffice } from "../../src/extractors/office/find-office.js";
import { readRtf } from "../../src/extractors/rtf/read-rtf.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";
import { hasOffice } from "./office-program.js";

const rtf = Buffer.from("{\\rtf1 The trustees met.}");
const isUnix = process.platform !== "win32";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "minutebook-office-test-"));
  // The converter makes its folders below the system's own folder for such.
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that stands in for LibreOffice. */
function programOf(script: string): string {
  mkdirSync(join(folder, "bin"), { recursive: true });
  const path = join(folder, "bin", "soffice");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const leftBehind = () => readdirSync(folder).filter((name) => name.startsWith("minutebook-office-"));

describe.skipIf(!isUnix)("a conversion", () => {
  it("that fails, writes nothing or takes too long is a value, and its folder is gone", async () => {
    const results = await Promise.all([
      convertToDocx(programOf("exit 7"), rtf, "rtf"),
      convertToDocx(join(folder, "no-such-program"), rtf, "rtf"),
    ]);
    expect(results.map((result) => result.isConverted)).toEqual([false, false]);
    expect(await convertToDocx(programOf("exit 0"), rtf, "rtf")).toEqual({
      isConverted: false,
      message: "LibreOffice wrote no document",
    });
    expect(leftBehind()).toEqual([]);
  });

  it("that hangs is ended with all its processes", async () => {
    const office = programOf(`sleep 600 & echo $! > ${join(folder, "inner")}; sleep 600`);
    const result = await convertToDocx(office, rtf, "rtf", 1);
    expect(result).toEqual({ isConverted: false, message: "LibreOffice took longer than 1 s" });
    expect(leftBehind()).toEqual([]);
    const inner = Number(readFileSync(join(folder, "inner"), "utf8"));
    await vi.waitFor(() => expect(isAlive(inner)).toBe(false), 5000);
  }, 20_000);

  it("ends when the process that asked for it is killed", async () => {
    const office = programOf(`echo $$ > ${join(folder, "outer")}; sleep 600`);
    const script = join(folder, "ask.mts");
    const converter = pathToFileURL(join(import.meta.dirname, "../../src/extractors/office/convert.ts")).href;
    writeFileSync(
      script,
      `import { convertToDocx } from "${converter}"; await convertToDocx(${JSON.stringify(office)}, Buffer.from("x"), "rtf");`,
    );
    const asker = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script], { stdio: "ignore" });
    await vi.waitFor(() => expect(existsSync(join(folder, "outer"))).toBe(true), 20_000);
    const outer = Number(readFileSync(join(folder, "outer"), "utf8"));
    asker.kill("SIGKILL");
    await vi.waitFor(() => expect([isAlive(outer), leftBehind()]).toEqual([false, []]), 10_000);
  }, 40_000);
});

function isAlive(pid: number): boolean {
  // A process that has ended but is not waited for yet still takes signals; its state is Z.
  const state = spawnSync("ps", ["-o", "stat=", "-p", String(pid)])
    .stdout.toString()
    .trim();
  return state !== "" && !state.startsWith("Z");
}

describe.skipIf(!isUnix)("a reader through LibreOffice", () => {
  const read = byOffice("rtf", readRtf);

  it("reads without it where it fails, and says so", async () => {
    vi.stubEnv("PATH", `${join(folder, "bin")}:${process.env.PATH}`);
    programOf("exit 1");
    const reading = await read(rtf);
    expect(reading).toMatchObject({ isRead: true, document: { format: "rtf" } });
    expect(reading.isRead && reading.diagnostics.map(({ code }) => code)).toEqual(["document/office-failed"]);
  });

  it("does not look for it where the user forbids it", async () => {
    vi.stubEnv("PATH", `${join(folder, "bin")}:${process.env.PATH}`);
    programOf(`touch ${join(folder, "started")}`);
    const reading = await read(rtf, { ...DEFAULT_READING_OPTIONS, office: "never" });
    expect(reading).toMatchObject({ isRead: true, diagnostics: [] });
    expect(existsSync(join(folder, "started"))).toBe(false);
  });

  it("finds it on PATH first", async () => {
    const program = programOf("exit 0");
    expect(await findOffice(join(folder, "bin"))).toBe(program);
  });

  it.skipIf(!hasOffice || process.platform !== "linux")(
    "works under the limit of memory that a child process has",
    () => {
      const script = join(folder, "limited.mts");
      const modules = ["office/convert.ts", "office/find-office.ts"].map(
        (name) => pathToFileURL(join(import.meta.dirname, "../../src/extractors", name)).href,
      );
      writeFileSync(
        script,
        `import { convertToDocx } from "${modules[0]}"; import { findOffice } from "${modules[1]}";
      const converted = await convertToDocx((await findOffice()) ?? "", Buffer.from("{\\\\rtf1 words}"), "rtf"); console.log(converted.isConverted);`,
      );
      const command = `ulimit -d 1536000; exec "$@"`;
      const run = spawnSync("sh", [
        "-c",
        command,
        "sh",
        process.execPath,
        "--import",
        import.meta.resolve("tsx"),
        script,
      ]);
      expect(run.stdout.toString().trim()).toBe("true");
    },
    60_000,
  );
});
