/** Rows of values → the text of each output format. */

import type { Format } from "./parameters.js";
import { plainText, type Rows } from "./result.js";
import type { Terminal } from "./terminal.js";

/** Prints a result. CSV has a header and an empty field for NULL; JSON is an array of objects, NDJSON one object a line. */
export async function printRows(result: Rows, format: Format, terminal: Terminal): Promise<void> {
  switch (format) {
    case "csv":
      return terminal.print(csv(result));
    case "json":
      return terminal.print(
        `[${objects(result)
          .map((object) => `\n  ${object}`)
          .join(",")}\n]\n`,
      );
    case "ndjson":
      return terminal.print(
        objects(result)
          .map((object) => `${object}\n`)
          .join(""),
      );
    case "table": {
      const { renderTable } = await import("./table.js");
      return terminal.print(renderTable(result, terminal));
    }
    default:
      return format satisfies never;
  }
}

function csv({ columns, rows }: Rows): string {
  return [columns, ...rows].map((row) => `${row.map(csvField).join(",")}\n`).join("");
}

/** Quoted as RFC 4180 has it, also where blanks at an end would get lost. */
function csvField(value: unknown): string {
  const text = plainText(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function objects({ columns, rows }: Rows): string[] {
  const names = distinct(columns);
  return rows.map((row) =>
    JSON.stringify(Object.fromEntries(names.map((name, index) => [name, jsonValue(row[index])]))),
  );
}

/** Two columns of one name would be one key: the second gets a number. */
function distinct(columns: readonly string[]): string[] {
  const names: string[] = [];
  for (const column of columns) {
    let name = column;
    for (let number = 2; names.includes(name); number++) name = `${column}_${number}`;
    names.push(name);
  }
  return names;
}

function jsonValue(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Uint8Array ? plainText(value) : (value ?? null);
}
