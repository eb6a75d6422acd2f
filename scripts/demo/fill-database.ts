import postgres from "postgres";
import { DatabaseNotEmptyError, seedDatabase } from "@/db/seed";
import { migrateDatabase } from "@/lib/migrate-database";
import { seedKeys } from "../seed-keys";
import { DemoError } from "./demo-error";

type Filling = { databaseUrl: string; password: string; masterKey: string };

/**
 * Migrates the database, and seeds it when it is empty. Repeatable; a seed is one transaction.
 *
 * @throws {DemoError} when the database doesn't answer.
 */
export async function fillDatabase(filling: Filling): Promise<"seeded" | "kept"> {
  const sql = postgres(filling.databaseUrl, { max: 4, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select 1`.catch(explain);
    await migrateDatabase(filling.databaseUrl);
    const { password, masterKey } = filling;
    await seedDatabase(sql, { password, keys: seedKeys(masterKey) });
    return "seeded";
  } catch (error) {
    if (error instanceof DatabaseNotEmptyError) return "kept";
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function explain(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new DemoError(`The database at DATABASE_URL can't be used: ${reason}.`, { cause: error });
}
