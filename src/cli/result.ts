/** What a question to the database gives, and how a value of it reads. */

/** A result: each row has a value a column, in the order of the columns. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A value as words; NULL is empty, bytes are hexadecimal. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : String(value);
}
