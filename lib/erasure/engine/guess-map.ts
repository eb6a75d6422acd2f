import { guessObstacles, type Obstacle } from "./guess-obstacles";
import { guessPersonal } from "./guess-personal";
import type { GuessForeignKey, GuessTable } from "./guess-tables";
import { guessTenants, type TenantGuess } from "./guess-tenant";

/** What a catalog alone tells of a schema: enough for a draft of its erasure map, not for a purge. */
export type MapGuess = {
  tenant: TenantGuess | null;
  /** Keys that tables hang on as well, the likeliest first. */
  otherTenants: readonly TenantGuess[];
  tables: readonly TableGuess[];
  obstacles: readonly Obstacle[];
};

export type TableGuess = {
  name: string;
  /** The column that holds the tenant's key. */
  keyColumn: string | null;
  /** The references to the tenant's tables that the key does not account for. */
  through: readonly GuessForeignKey[];
  /** References to rows that go, by which a row that is kept would be left pointing at nothing. */
  references: readonly GuessForeignKey[];
  /** Its only ways to the tenant can be null, so that a row may be somebody else's. */
  isLoose: boolean;
  /** What in its name says that a law may keep its rows. */
  mayBeKept: string | null;
  /** The rows look like people, and hang on no tenant. */
  isPeople: boolean;
  columns: readonly ColumnGuess[];
};

export type ColumnGuess = {
  name: string;
  isNullable: boolean;
  /** It can be emptied where it cannot be null. */
  isText: boolean;
  /** Generated columns and identities are what the database makes of others, or of itself. */
  canBeWritten: boolean;
  /** Why it looks personal. */
  personal: string | null;
  /** Part of a reference of the table to itself that may cross from one tenant to another. */
  refersToItself: boolean;
};

/** Reads a catalog for what an erasure map would have to say. Guesses by names, types and keys. */
export function guessMap(catalog: readonly GuessTable[]): MapGuess {
  const [tenant = null, ...otherTenants] = guessTenants(catalog);
  return {
    tenant,
    otherTenants,
    tables: catalog.map((table) => guessTable(table, tenant)),
    obstacles: guessObstacles(catalog, tenant),
  };
}

function guessTable(table: GuessTable, tenant: TenantGuess | null): TableGuess {
  const keyColumn = tenant?.columns.get(table.name) ?? null;
  const references = table.foreignKeys.filter(
    ({ parent }) => parent !== table.name && tenant?.reached.includes(parent),
  );
  const personal = new Map(
    table.columns.map((column) => [column.name, guessPersonal(column)] as const),
  );
  const crossing = table.foreignKeys
    .filter((key) => key.parent === table.name && !isCovered(key, table, tenant))
    .flatMap(({ columns }) => columns);
  return {
    name: table.name,
    keyColumn,
    through: references.filter((foreignKey) => !isCovered(foreignKey, table, tenant)),
    references,
    isLoose: isLoose(table, keyColumn, references),
    mayBeKept: /invoice|payment|payout|ledger|audit|tax|receipt/i.exec(table.name)?.[0] ?? null,
    isPeople:
      keyColumn === null &&
      references.length === 0 &&
      [...personal.values()].some((reason) => /^an e-mail|^a phone/.test(reason ?? "")),
    columns: table.columns.map(({ name, type, isNullable, canBeWritten }) => ({
      name,
      isNullable,
      canBeWritten,
      isText: /^(text|citext|character)/.test(type) && !type.endsWith("[]"),
      personal: personal.get(name) ?? null,
      refersToItself: crossing.includes(name) && isNullable && !table.primaryKey.includes(name),
    })),
  };
}

/** The reference carries the tenant's key along, so that it cannot leave the tenant. */
function isCovered(
  { columns, parent, parentColumns }: GuessForeignKey,
  table: GuessTable,
  tenant: TenantGuess | null,
): boolean {
  const here = tenant?.columns.get(table.name);
  const there = tenant?.columns.get(parent);
  return columns.some(
    (column, at) => column === here && there !== undefined && parentColumns[at] === there,
  );
}

function isLoose(
  table: GuessTable,
  keyColumn: string | null,
  references: readonly GuessForeignKey[],
): boolean {
  const ways = [
    ...(keyColumn === null ? [] : [[keyColumn]]),
    ...references.map(({ columns }) => columns),
  ];
  return ways.length > 0 && ways.every((columns) => columns.some(canBeNull));

  function canBeNull(name: string): boolean {
    return table.columns.find((column) => column.name === name)?.isNullable === true;
  }
}
