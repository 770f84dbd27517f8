import { beforeAll, expect, test } from "vitest";
import { MinutesStore } from "../../src/store/store.js";
import * as build from "../store/conversion-builder.js";
import { run, runAt } from "./run.js";

const TEXT = `Nether Wallop Parish Council
4 March 2019
Present: Cllr Ann Baker, Élodie Núñez
2. Footpaths
MS to write, "at once", to the county
KL to mend the stile
Clerk to chase, closed
RESOLVED to buy a gate
`;

const db = build.newDatabasePath();

beforeAll(() => {
  const source = build.sourceOf(TEXT);
  const owner = (name: string, person: string | null) => ({
    name: build.read(source, name),
    person: person === null ? null : build.valueAt(source, name, person),
  });
  const part = build.partOf(source, {
    body: build.read(source, "Nether Wallop Parish Council"),
    date: build.valueAt(source, "4 March 2019", "2019-03-04"),
    attendance: [
      build.attendeeOf(source, "Cllr Ann Baker", "present"),
      build.attendeeOf(source, "Élodie Núñez", "apologies"),
    ],
    items: [build.itemOf(source, "Footpaths", { number: build.read(source, "2") })],
    actions: [
      build.actionOf(source, 'write, "at once", to the county', { item: 0, owners: [owner("MS", "Mary Smith")] }),
      build.actionOf(source, "mend the stile", {
        owners: [owner("KL", null)],
        state: build.valueAt(source, "KL", "open"),
      }),
      build.actionOf(source, "chase", {
        owners: [owner("Clerk", null)],
        state: build.valueAt(source, "closed", "done"),
      }),
    ],
    decisions: [build.decisionOf(source, "buy a gate", { item: 0 })],
  });
  const other = build.sourceOf("Finance Committee\n9 May 2020\nTreasurer to pay\n");
  const second = build.partOf(other, {
    body: build.read(other, "Finance Committee"),
    date: build.valueAt(other, "9 May 2020", "2020-05-09"),
    actions: [build.actionOf(other, "pay")],
  });
  const store = MinutesStore.open(db, "write");
  build.saveRead(store, "march.txt", build.readConversion(source, [part]));
  build.saveRead(store, "may.txt", build.readConversion(other, [second]));
  const unreadable = {
    status: "unreadable",
    id: "f".repeat(64),
    code: "document/damaged",
    message: "it is cut short",
  } as const;
  store.save(build.fileOf(unreadable.id, "bad.pdf"), unreadable, build.FACTS);
  store.close();
});

async function texts(...parameters: string[]): Promise<string[]> {
  const { out } = await run(...parameters, "--db", db, "--format", "ndjson");
  return out.split("\n").flatMap((line) => (line === "" ? [] : [(JSON.parse(line) as { text: string }).text]));
}

test("open actions are those that are stated to be open and those of which nothing more is known", async () => {
  expect(await texts("actions", "--state", "open")).toEqual([
    'write, "at once", to the county',
    "mend the stile",
    "pay",
  ]);
  expect(await texts("actions", "--state", "done")).toEqual(["chase"]);
});

test.each([
  [["--owner", "ms"], ['write, "at once", to the county']],
  [["--owner", "mary smith"], ['write, "at once", to the county']],
  [["--owner", "M"], []],
  [["--owner", "Kl"], ["mend the stile"]],
  [["--body", "finance"], ["pay"]],
  [["--body", "fin"], []],
  [["--since", "2020"], ["pay"]],
  [["--until", "2019-03", "--state", "done"], ["chase"]],
  [["--since", "2019-03-05", "--until", "2020-05-08"], []],
])("actions %j", async (filters, expected) => {
  expect(await texts("actions", ...filters)).toEqual(expected);
});

test("each everyday question has an answer", async () => {
  expect(await texts("decisions", "--since", "2019")).toEqual(["buy a gate"]);
  const { out } = await run("attendance", "--person", "nunez", "--db", db, "--format", "csv");
  expect(out.split("\n")[1]).toContain("Élodie Núñez");
  const meetings = await run("meetings", "--db", db, "--format", "json");
  expect(JSON.parse(meetings.out)).toMatchObject([{ date: "2019-03-04", actions: 3 }, { date: "2020-05-09" }]);
  expect((await run("search", "gates", "--db", db)).out).toContain("[gate]");
  expect((await run("search", "zebra", "--db", db)).err).toContain("Nothing was found");
});

test("CSV is quoted, and NULL is an empty field", async () => {
  const { out } = await run(
    "query",
    `SELECT 'a,"b"' AS x, NULL AS y, 1.5 AS z, ' p' AS w`,
    "--db",
    db,
    "--format",
    "csv",
  );
  expect(out).toBe('x,y,z,w\n"a,""b""",,1.5," p"\n');
});

test("JSON keeps numbers and NULL, and both of two columns of one name", async () => {
  const { out } = await run("query", "SELECT 1 AS n, NULL AS n, x'00ff' AS b", "--db", db, "--format", "json");
  expect(JSON.parse(out)).toEqual([{ n: 1, n_2: null, b: "00ff" }]);
  expect((await run("query", "SELECT 1 WHERE 0", "--db", db, "--format", "json")).out).toBe("[\n]\n");
});

test("tables fit the terminal, lose no letter, and let no document move the cursor", async () => {
  const sql =
    "SELECT '2019-03-04' AS date, 'abcdefghij' || 'klmnopqrstuvwxyz' || printf('%0100d', 0) AS id, char(27) || '[2J' || 'x' AS evil";
  for (const width of [40, 60, 100]) {
    const { out } = await runAt(width, "query", sql, "--db", db);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    expect(out).toContain("2019-03-04");
    expect(out).not.toContain("\u001b");
    expect(out.match(/0/g)?.length).toBe(100 + 3);
  }
});

test("a path is cut behind its marks, and wide letters are not shortened", async () => {
  const sql = "SELECT 'council/planning/march-minutes-2019.pdf' AS path, '会議の議事録を確認する' AS words, 1 AS n";
  const { out } = await runAt(40, "query", sql, "--db", db);
  expect(out).toMatch(/^council\/planning\/\S* /m);
  expect(out).toContain("会議の議事録を確認する");
  expect(out).not.toContain("…");
});

test("where there are too many columns each row is a list", async () => {
  const { out } = await runAt(60, "query", "SELECT * FROM action_list", "--db", db);
  expect(out).toMatch(/^owners +MS$/m);
});

test("status tells what failed and why", async () => {
  const { code, out } = await run("status", "--db", db);
  expect(code).toBe(0);
  expect(out).toContain("2 read, 0 read in part, 1 failed");
  expect(out).toContain("bad.pdf: it is cut short [document/damaged]");
  expect(JSON.parse((await run("status", "--db", db, "--json")).out)).toMatchObject({ facts: { action: 4 } });
});

test.each([
  [["query", "SELEC 1"], 2, "syntax error"],
  [["query", "DELETE FROM document"], 2, "Only statements that read"],
  [["actions", "--since", "2019-02-30"], 2, "must be a date"],
  [["actions", "--state", "maybe"], 2, "Allowed choices"],
  [["actions", "--format", "xml"], 2, "Allowed choices"],
])("wrong usage: %j", async (parameters, code, words) => {
  const outcome = await run(...parameters, "--db", db);
  expect(outcome).toMatchObject({ code, out: "" });
  expect(outcome.err).toContain(words);
});

test("a database that is not there is one line and exit code 3", async () => {
  const outcome = await run("query", "SELECT 1", "--db", `${db}.missing`);
  expect(outcome).toMatchObject({ code: 3, out: "" });
  expect(outcome.err).toMatch(/^minutebook: [^\n]+ \[store\/missing\]\n$/);
});
