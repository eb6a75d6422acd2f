import type { GuessForeignKey, GuessTable } from "./guess-tables";

/** The key on which most tables hang: its table where there is one, and the columns that carry it. */
export type TenantGuess = {
  /** The kind of subject, as the draft names it: `workspace`. */
  kind: string;
  /** The table whose rows are the tenants; null where only a column tells them apart. */
  table: string | null;
  /** By table, the column that holds the tenant's key. The tenant's own table has its primary key. */
  columns: ReadonlyMap<string, string>;
  /** Every table that is reached, through however many foreign keys. */
  reached: readonly string[];
};

/** Words for a tenant, the surest first; a person may be one where there is no other. */
const words: readonly (readonly string[])[] = [
  ["tenant", "organization", "organisation", "org", "workspace", "account", "company"],
  ["team", "shop", "store", "site", "project"],
  ["customer", "client", "user", "member"],
];

/**
 * Every key that tables could hang on, the likeliest first: one that is named like a tenant before
 * one that is not, then the one that reaches most tables.
 */
export function guessTenants(tables: readonly GuessTable[]): TenantGuess[] {
  const roots = tables
    .filter((table) => tables.some((other) => refersTo(other, table.name)))
    .map((table) => candidate(singular(table.name), table, tables));
  const loose = (words[0] ?? [])
    .filter((word) => !roots.some(({ kind }) => kind === word))
    .map((word) => candidate(word, null, tables));
  return [...roots, ...loose]
    .filter(({ reached }) => reached.length > 1)
    .toSorted((one, other) => rank(one) - rank(other) || other.reached.length - one.reached.length);
}

function candidate(
  kind: string,
  root: GuessTable | null,
  tables: readonly GuessTable[],
): TenantGuess {
  const columns = new Map<string, string>();
  for (const table of tables) {
    const column = table === root ? root.primaryKey[0] : keyColumn(table, kind, root);
    if (column !== undefined) columns.set(table.name, column);
  }
  const reached = new Set(columns.keys());
  if (root !== null) reached.add(root.name);
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const { name, foreignKeys } of tables) {
      if (foreignKeys.some(({ parent }) => reached.has(parent))) reached.add(name);
    }
  }
  return { kind, table: root?.name ?? null, columns, reached: [...reached].sort() };
}

/** The column that refers to the tenant's table, or one that is named after it. */
function keyColumn(table: GuessTable, kind: string, root: GuessTable | null): string | undefined {
  const references = table.foreignKeys
    .filter(({ parent, columns }) => parent === root?.name && columns.length === 1)
    .map(({ columns }) => columns[0] ?? "");
  const name = new RegExp(`^${kind.replaceAll(/\W/g, ".")}_?id$`, "i");
  const byName = table.columns.find((column) => name.test(column.name))?.name;
  if (byName !== undefined && (root === null || references.length === 0)) return byName;
  return references.find((column) => name.test(column)) ?? references[0];
}

function rank({ kind }: TenantGuess): number {
  const at = words.findIndex((alike) => alike.includes(kind));
  return at === -1 ? words.length : at;
}

function refersTo(table: GuessTable, parent: string): boolean {
  const isReference = (foreignKey: GuessForeignKey) => foreignKey.parent === parent;
  return table.name !== parent && table.foreignKeys.some(isReference);
}

/** `companies` to `company`, `workspaces` to `workspace`; what is no such word stays as it is. */
function singular(table: string): string {
  const bare = table.toLowerCase();
  const known = words
    .flat()
    .find((word) => [word, `${word}s`, word.replace(/y$/, "ies")].includes(bare));
  return known ?? bare.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
}
