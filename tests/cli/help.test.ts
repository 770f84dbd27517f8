import { expect, test } from "vitest";
import { buildProgram } from "../../src/cli/build-program.js";
import { programVersion } from "../../src/pipeline/version.js";
import { run } from "./run.js";

const COMMANDS = [
  ...["actions", "attendance", "decisions", "evaluate", "explain", "golden", "ingest", "meetings", "parse", "query"],
  ...["search", "status", "verify"],
];

const silent = {
  print: () => {},
  warn: () => {},
  width: null,
  hasColours: false,
  progressStream: null,
  onInterrupt: () => () => {},
};

test("the commands are those of the contract", () => {
  const names = buildProgram(silent, () => {}).commands.map((command) => command.name());
  expect(names.sort()).toEqual(COMMANDS);
});

test.each(COMMANDS)("%s --help", async (command) => {
  const { code, out, err } = await run(command, "--help");
  expect(code).toBe(0);
  expect(err).toBe("");
  expect(out).toContain(`Usage: minutebook ${command}`);
});

test("the version is the package's", async () => {
  expect(await run("--version")).toEqual({ code: 0, out: `${programVersion()}\n`, err: "" });
});

test.each([[[]], [["quary"]], [["ingest"]], [["ingest", "x", "--jobs", "0"]], [["ingest", "x", "--timeout", "1e9"]]])(
  "wrong usage: %j",
  async (parameters) => {
    const { code, out, err } = await run(...parameters);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toBe("");
  },
);
