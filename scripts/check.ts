/** `npm test`: runs every check, also after one has failed, and ends with a line that counts what passed. A check counts as one test. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

/** Scripts of `package.json`, in the order in which they are run. */
const CHECKS = ["build", "check:types", "check:format", "check:promises", "check:unused"];

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Tests that need something which this machine does not have. */
  readonly skipped: number;
}

/** What is used of Vitest's JSON report. */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

process.exitCode = main();

function main(): number {
  const checks = CHECKS.map((name) => ({ name, isPassed: runCheck(name) }));
  const tests = runTests();
  const failedChecks = checks.filter(({ isPassed }) => !isPassed);
  if (failedChecks.length > 0) print(`failed checks: ${failedChecks.map(({ name }) => name).join(", ")}`);
  if (tests.skipped > 0) print(`${tests.skipped} skipped`);
  const passed = tests.passed + checks.length - failedChecks.length;
  const failed = tests.failed + failedChecks.length;
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function runCheck(name: string): boolean {
  print(`── ${name}`);
  return run(`npm run --silent ${name}`);
}

function runTests(): Count {
  print("── tests");
  const folder = mkdtempSync(path.join(tmpdir(), "minutebook-check-"));
  const report = path.join(folder, "report.json");
  try {
    const isPassed = run(
      `npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="${report}"`,
    );
    const count = countOf(report);
    return isPassed || count.failed > 0 ? count : { ...count, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countOf(reportFile: string): Count {
  try {
    const report = Report.parse(JSON.parse(readFileSync(reportFile, "utf8")));
    // A file that cannot even be loaded has no tests that could fail.
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = report.numFailedTests + unloaded.length;
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  } catch (error) {
    print(`the report of the tests cannot be read: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** With CI set, a golden file that is missing fails instead of being written. */
function run(command: string): boolean {
  const env = { ...process.env, CI: "1" };
  return spawnSync(command, { shell: true, stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
