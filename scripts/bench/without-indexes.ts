import type postgres from "postgres";

/** Fills a table while it has no index but its primary key, and makes the others anew. */
export async function withoutIndexes(
  tx: postgres.TransactionSql,
  table: string,
  fill: () => PromiseLike<unknown>,
): Promise<void> {
  const indexes = await tx<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index left join pg_constraint on conindid = indexrelid and contype = 'p'
    where indrelid = ${table}::regclass and pg_constraint.oid is null`;
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  await fill();
  for (const { definition } of indexes) await tx.unsafe(definition);
}
