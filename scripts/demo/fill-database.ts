import postgres from "postgres";
import { connect } from "@/db/client";
import { DatabaseNotEmptyError, seedDatabase } from "@/db/seed";
import { parseMasterKey } from "@/lib/crypto";
import { migrateDatabase } from "@/lib/migrate-database";
import { createObjectStore, type StorageSettings } from "@/lib/storage";
import { seedKeys } from "../seed-keys";
import { DemoError } from "./demo-error";
import { fillFiles } from "./fill-files";

type Filling = {
  databaseUrl: string;
  password: string;
  masterKey: string;
  files: StorageSettings;
};

/**
 * Migrates the database, and seeds it when it is empty, files included. Repeatable; a seed is one
 * transaction, and the files of one that was broken off are brought by the next start.
 *
 * @throws {DemoError} when the database doesn't answer.
 */
export async function fillDatabase(filling: Filling): Promise<"seeded" | "kept"> {
  const outcome = await seed(filling);
  const { db, close } = connect(filling.databaseUrl, { max: 8 });
  try {
    const store = createObjectStore(filling.files);
    const master = parseMasterKey(filling.masterKey);
    await fillFiles({ db, now: () => new Date(), store, master });
  } finally {
    await close();
  }
  return outcome;
}

async function seed({ databaseUrl, password, masterKey }: Filling): Promise<"seeded" | "kept"> {
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select 1`.catch(explain);
    await migrateDatabase(databaseUrl);
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
