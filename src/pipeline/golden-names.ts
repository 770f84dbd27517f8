/** Which golden folder belongs to which document. */

/** Path of a document → path of its golden folder: without the ending, unless another document would have the same. */
export function goldenNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const stems = new Map<string, number>();
  for (const path of paths) stems.set(stemOf(path), (stems.get(stemOf(path)) ?? 0) + 1);
  return new Map(
    paths.map((path) => {
      const stem = stemOf(path);
      const isShared = (stems.get(stem) ?? 0) > 1;
      return [path, isShared ? `${stem}-${path.slice(stem.length + 1)}` : stem];
    }),
  );
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]+$/, "");
}
