/**
 * README tells the truth: each SQL block is run on a database made of `corpus`, each `$ minutebook …` block as a command, and
 * the answers must be those that are printed there. `UPDATE_README=1` writes the answers anew.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../src/cli/run-program.js";

const project = path.dirname(import.meta.dirname);
const readmeFile = path.join(project, "README.md");
const isUpdate = process.env.UPDATE_README === "1";

/** A fenced block; `end` is where its last line ends. */
interface Block {
  readonly language: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is asked and what README says is answered. */
interface Question {
  readonly parameters: readonly string[];
  /** The document, written in README itself, that is asked; null for the shipped corpus. */
  readonly example: { readonly name: string; readonly text: string } | null;
  readonly answer: string;
  /** Where the answer stands in README. */
  readonly start: number;
  readonly end: number;
}

const readme = readFileSync(readmeFile, "utf8");
const blocks = blocksOf(readme);
const questions = questionsOf(blocks);

let folder: string;
let corpus: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "minutebook-readme-"));
  corpus = await databaseOf(path.join(project, "corpus"), "corpus.db");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("README", () => {
  it("asks ten questions in SQL", () => {
    expect(blocks.filter(({ language }) => language === "sql")).toHaveLength(10);
  });

  it.each(questions.map((question) => [question.parameters.join(" ").split("\n")[0], question] as const))(
    "%s",
    async (_, question) => {
      if (!isUpdate) expect(await answerOf(question)).toBe(question.answer);
    },
  );

  it("has no question without an answer", async () => {
    for (const question of questions) {
      const lines = (await answerOf(question)).trimEnd().split("\n");
      expect(lines.length, question.parameters.join(" ")).toBeGreaterThan(2);
    }
  });

  it.runIf(isUpdate)("gets its answers anew", async () => {
    let text = readme;
    for (const question of questions.toReversed()) {
      text = text.slice(0, question.start) + (await answerOf(question)) + text.slice(question.end);
    }
    writeFileSync(readmeFile, text);
  });

  it("names every command", async () => {
    const help = await output(["--help"]);
    const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[options\]|<)/gm)].map((match) => match[1]);
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) expect(readme).toMatch(new RegExp(`^\\| \`${command}[ \`]`, "m"));
  });
});

async function answerOf({ parameters, example, answer }: Question): Promise<string> {
  if (example === null) return output([...parameters, "--db", corpus]);
  const file = path.join(folder, example.name);
  writeFileSync(file, example.text);
  if (parameters[0] === "explain") return sameLines(answer, await output(["explain", file]));
  return output([...parameters, "--db", await databaseOf(file, `${example.name}.db`)]);
}

/** README shows some lines of an explanation: those of the same numbers in the whole one. */
function sameLines(shown: string, whole: string): string {
  const numberOf = (line: string) => /^ *(\d+) {2}/.exec(line)?.[1];
  const numbers = new Set(shown.split("\n\n").map(numberOf));
  const same = whole
    .trimEnd()
    .split("\n\n")
    .filter((line) => numbers.has(numberOf(line)));
  return `${same.join("\n\n")}\n`;
}

async function databaseOf(source: string, name: string): Promise<string> {
  const database = path.join(folder, name);
  await output(["ingest", source, "--db", database, "--office", "never"]);
  return database;
}

/** What a command writes to stdout; what it writes to stderr where it fails. */
async function output(parameters: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const warned: string[] = [];
  const exitCode = await runProgram(parameters, {
    print: (text) => void printed.push(text),
    warn: (line) => void warned.push(line),
    width: 100,
    hasColours: false,
    progressStream: null,
    onInterrupt: () => () => {},
  });
  expect(exitCode, warned.join("\n")).toBe(0);
  return printed.join("");
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const start = match.index + (match[1] ?? "").length + 4;
    const content = match[2] ?? "";
    return { language: match[1] ?? "", text: content, start, end: start + content.length };
  });
}

/** A question stands in an `sql` block with its answer in the next one, or on the first line of a `console` block with its answer below. */
function questionsOf(all: readonly Block[]): Question[] {
  let example: Question["example"] = null;
  return all.flatMap((block, index): Question[] => {
    const name = /^text (\S+\.txt)$/.exec(block.language)?.[1];
    if (name !== undefined) example = { name, text: block.text };
    if (block.language === "sql") {
      const answer = all[index + 1];
      if (answer?.language !== "text") throw new Error(`no answer follows: ${block.text}`);
      return [
        { parameters: ["query", block.text], example: null, answer: answer.text, start: answer.start, end: answer.end },
      ];
    }
    const command = /^\$ minutebook (.*)\n/.exec(block.text);
    if (block.language !== "console" || command === null) return [];
    const start = block.start + command[0].length;
    const isOnExample = /^explain | --db example\.db$/.test(command[1] ?? "");
    const parameters = words((command[1] ?? "").replace(/ --db \S+$/, ""));
    return [
      {
        parameters,
        example: isOnExample ? example : null,
        answer: readme.slice(start, block.end),
        start,
        end: block.end,
      },
    ];
  });
}

/** Parameters as a shell would take them. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
