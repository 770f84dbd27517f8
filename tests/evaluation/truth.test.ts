import { describe, expect, test } from "vitest";
import { EvaluationError, readTruth } from "../../src/evaluation/truth.js";

function messageOf(json: unknown): string {
  try {
    readTruth("truth/a/b.json", typeof json === "string" ? json : JSON.stringify(json));
  } catch (error) {
    if (error instanceof EvaluationError) return error.message;
    throw error;
  }
  return "";
}

describe("truth files", () => {
  test("what is left out is empty, and an action is marked", () => {
    const truth = readTruth(
      "b.json",
      JSON.stringify({ file: "a/b.txt", parts: [{ kind: "minutes", actions: [{ text: "x" }] }] }),
    );
    expect(truth?.parts[0]).toMatchObject({ attendance: [], actions: [{ text: "x", marked: true }] });
  });

  test("JSON without parts is no truth file", () => {
    expect(readTruth("b.json", '{"version": 1}')).toBeNull();
    expect(readTruth("b.json", "[]")).toBeNull();
  });

  test("a wrong field is named with its file", () => {
    const part = {
      kind: "minutes",
      attendance: [{ name: "A", status: "there" }],
      actions: [{ text: "x", due: "soon" }],
    };
    const message = messageOf({ file: "a/b.txt", parts: [{ kind: "report" }, part] });
    expect(message.split("\n")).toHaveLength(2);
    expect(message).toContain("truth/a/b.json: parts[1].attendance[0].status: ");
    expect(message).toContain("truth/a/b.json: parts[1].actions[0].due: ");
  });

  test("text that is no JSON is said to be none", () => {
    expect(messageOf('{"file": ')).toMatch(/^truth\/a\/b\.json: .*JSON/);
  });
});
