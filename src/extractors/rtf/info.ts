/** What a rich text says of itself in its `\info` group. */

import type { SourceMetadata } from "../../model/source.js";

/** Values by their names: `title`, and for times `creatim yr`, `creatim mo` and so on. */
export type InfoValues = Map<string, string>;

export function metadataOf(info: InfoValues, links: readonly string[]): Partial<SourceMetadata> {
  const text = (name: string) => info.get(name)?.replace(/\s+/g, " ").trim() || null;
  return {
    title: text("title"),
    author: text("author"),
    created: timeOf(info, "creatim"),
    modified: timeOf(info, "revtim"),
    links,
  };
}

/** ISO date, with the time where it is given; null where the year is missing. */
function timeOf(info: InfoValues, name: string): string | null {
  const part = (unit: string, digits: number) => info.get(`${name} ${unit}`)?.padStart(digits, "0") ?? null;
  const [year, month, day] = [part("yr", 4), part("mo", 2), part("dy", 2)];
  if (year === null || month === null || day === null || Number(year) === 0) return null;
  const [hour, minute] = [part("hr", 2), part("min", 2)];
  return hour === null || minute === null ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}`;
}
