import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { isTimeout } from "./erasure/engine";
import { installQueues } from "./jobs";

/** Everybody queues behind a migration that waits for a table: so it gives way, and comes back. */
const patience = { lockMilliseconds: 3_000, tries: 20, pauseMilliseconds: 2_000 };

/**
 * Brings a database to the current schema, the queue's tables included. Repeatable; beside an app that is
 * at work it waits for no table longer than three seconds at a time, and some minute and a half in all.
 */
export async function migrateDatabase(
  url: string,
  { lockMilliseconds, tries, pauseMilliseconds } = patience,
): Promise<void> {
  const connection = { lock_timeout: lockMilliseconds };
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection });
  try {
    for (let tried = 1; ; tried++) {
      try {
        await migrate(drizzle(sql), { migrationsFolder: "db/migrations" });
        break;
      } catch (error) {
        if (!isTimeout(error) || tried >= tries) throw error;
        await pause(pauseMilliseconds);
      }
    }
  } finally {
    await sql.end();
  }
  await installQueues(url);
}
