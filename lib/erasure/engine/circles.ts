/** A table and the tables that it refers to. */
type Referring = { name: string; foreignKeys: readonly { parent: string }[] };

/** One circle of foreign keys for every table that is in one and in none of those before. */
export function circles(tables: readonly Referring[]): string[][] {
  const parentsOf = new Map(
    tables.map(({ name, foreignKeys }) => [
      name,
      [...new Set(foreignKeys.map(({ parent }) => parent))].filter((parent) => parent !== name),
    ]),
  );
  const found: string[][] = [];
  for (const { name } of tables) {
    if (found.some((path) => path.includes(name))) continue;
    const path = wayBack(name, parentsOf);
    if (path !== null) found.push(path);
  }
  return found;
}

/** The shortest way from a table along its references back to itself. */
function wayBack(
  start: string,
  parentsOf: ReadonlyMap<string, readonly string[]>,
): string[] | null {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const parent of parentsOf.get(way.at(-1) ?? "") ?? []) {
      if (parent === start) return [...way, start];
      if (seen.has(parent)) continue;
      seen.add(parent);
      ways.push([...way, parent]);
    }
  }
  return null;
}
