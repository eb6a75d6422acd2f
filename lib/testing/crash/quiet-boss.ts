import { is, SQL, sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Db } from "@/lib/erasure/context";

/** The real queue, without connections or housekeeping of its own: all it says goes through `db`. */
export async function openQuietBoss(db: Db): Promise<PgBoss> {
  const boss = new PgBoss({
    db: fromDrizzle(rowsFrom(db), sql),
    migrate: false,
    schedule: false,
    supervise: false,
  });
  boss.on("error", () => {
    // Also thrown from the call that caused it.
  });
  await boss.start();
  return boss;
}

function rowsFrom(db: Db): Parameters<typeof fromDrizzle>[0] {
  return {
    async execute(query) {
      if (!is(query, SQL)) throw new TypeError("The queue asks in another way now.");
      const rows: unknown = await db.execute(query);
      if (!Array.isArray(rows)) throw new TypeError("The driver answered without rows.");
      return rows;
    },
  };
}
