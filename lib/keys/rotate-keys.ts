import { sql } from "drizzle-orm";
import { getTableConfig, type PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { type MasterKey, renewEnvelope } from "@/lib/crypto";
import { isFenced } from "@/lib/erasure";
import type { Db } from "@/lib/erasure/context";
import { envelopeColumns } from "./envelope-columns";

const pageRows = 500;

/**
 * How many envelopes are under the newest key by now, and how many not yet: of subjects whose erasure
 * is under way, which takes no writes, and those that no listed key opens.
 */
export type KeyRotation = { renewed: number; frozen: number; unknown: number };

const Row = z.object({ key: z.array(z.string()), envelope: z.string() });
type Row = z.infer<typeof Row>;

/**
 * Wraps every data key, and seals every secret, under the newest master key. What data keys have
 * encrypted is not touched.
 *
 * Each row is changed by itself and only if nobody has changed it meanwhile, so it may be broken off,
 * repeated, and run while everything serves. Memory is a page of rows.
 */
export async function rotateKeys(db: Db, master: MasterKey): Promise<KeyRotation> {
  const rotation = { renewed: 0, frozen: 0, unknown: 0 };
  for (const column of envelopeColumns) {
    for await (const row of rowsOf(db, column)) {
      const renewal = await renewEnvelope(master, row.envelope);
      if (renewal.outcome === "unknown") rotation.unknown++;
      if (renewal.outcome !== "renewed") continue;
      const outcome = await replace(db, column, row, renewal.envelope);
      rotation[outcome]++;
    }
  }
  return rotation;
}

async function* rowsOf(db: Db, column: PgColumn): AsyncGenerator<Row> {
  const key = keyOf(column);
  let after: readonly string[] | undefined;
  for (;;) {
    const isLater = after === undefined ? sql`true` : sql`(${key}) > (${listOf(after)})`;
    const page = z.array(Row).parse(
      await db.execute(sql`
        select array[${textOf(column)}] as key, ${column} as envelope from ${column.table}
        where ${column} is not null and ${isLater}
        order by ${key} limit ${pageRows}`),
    );
    yield* page;
    if (page.length < pageRows) return;
    after = page.at(-1)?.key;
  }
}

async function replace(
  db: Db,
  column: PgColumn,
  { key, envelope }: Row,
  renewed: string,
): Promise<"renewed" | "frozen"> {
  try {
    await db.execute(sql`
      update ${column.table} set ${sql.identifier(column.name)} = ${renewed}
      where (${keyOf(column)}) = (${listOf(key)}) and ${column} = ${envelope}`);
    return "renewed";
  } catch (error) {
    if (!isFenced(error)) throw error;
    return "frozen";
  }
}

/** The primary key's columns, those of a workspace's tables led by the workspace. */
function keyColumns({ table }: PgColumn): PgColumn[] {
  const { columns, primaryKeys } = getTableConfig(table);
  return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
}

function keyOf(column: PgColumn) {
  return sql.join(keyColumns(column), sql`, `);
}

function textOf(column: PgColumn) {
  return sql.join(
    keyColumns(column).map((part) => sql`${part}::text`),
    sql`, `,
  );
}

/** Texts, which PostgreSQL reads as what they are compared with. */
function listOf(values: readonly string[]) {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}
