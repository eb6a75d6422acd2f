import { getTableName } from "drizzle-orm";
import { type ForeignKey, getTableConfig } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { CopyRefusedError } from "./copy-refused-error";
import { seededTables } from "./seeded-tables";

/**
 * Stops the server from looking up every reference of every row, which takes two thirds of a
 * load, until the transaction ends. Then {@link assertReferences} has to look for itself.
 *
 * @returns false where the role may not do that: there the server checks as always.
 */
export async function deferReferences(tx: postgres.TransactionSql): Promise<boolean> {
  const [role] = await tx<{ may: boolean }[]>`
    select has_parameter_privilege(current_user, 'session_replication_role', 'SET') as may`;
  if (role?.may) {
    await tx`set local session_replication_role = replica`;
    return true;
  }
  // The lookups are planned while the tables are empty, and the plans are kept.
  await tx`set local enable_seqscan = off`;
  return false;
}

/** @throws {CopyRefusedError} when any row of the CRM refers to one that is not there. */
export async function assertReferences(tx: postgres.TransactionSql): Promise<void> {
  for (const table of seededTables) {
    for (const key of getTableConfig(table).foreignKeys) {
      if (await hasOrphan(tx, getTableName(table), key)) {
        throw new CopyRefusedError(getTableName(table));
      }
    }
  }
}

async function hasOrphan(
  tx: postgres.TransactionSql,
  child: string,
  key: ForeignKey,
): Promise<boolean> {
  const { columns, foreignColumns, foreignTable } = key.reference();
  const pairs = columns.map((column, position) => {
    const foreignName = foreignColumns[position]?.name;
    if (foreignName === undefined) throw new Error(`A reference of ${child} is uneven.`);
    return { name: column.name, foreignName };
  });
  const isSet = pairs.map(({ name }) => tx`and c.${tx(name)} is not null`);
  const matches = pairs.map(
    ({ name, foreignName }) => tx`and p.${tx(foreignName)} = c.${tx(name)}`,
  );

  const orphans = await tx`
    select 1 from ${tx(child)} c where true ${isSet}
    and not exists (select from ${tx(getTableName(foreignTable))} p where true ${matches}) limit 1`;
  return orphans.length > 0;
}
