import postgres from "postgres";
import { DatabaseNotEmptyError, seedDatabase } from "@/db/seed";
import { EnvError, env } from "@/lib/env";
import { readSeedArguments, SeedArgumentsError, seedUsage } from "./seed-arguments";
import { seedKeys } from "./seed-keys";

/** `npm run db:seed`: fills the migrated, empty database at DATABASE_URL. */
async function seed(): Promise<void> {
  const { password, ...size } = readSeedArguments(process.argv.slice(2));
  const { DATABASE_URL, MASTER_KEY } = env();
  const sql = postgres(DATABASE_URL);
  const startedAt = performance.now();

  try {
    const { rows } = await seedDatabase(sql, { ...size, password, keys: seedKeys(MASTER_KEY) });
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(`Seeded ${rows} rows in ${seconds.toFixed(1)} s.`);
  } finally {
    await sql.end();
  }
}

function explain(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof SeedArgumentsError) console.error(`${error.message}\n\n${seedUsage}`);
  else if (error instanceof DatabaseNotEmptyError || error instanceof EnvError) {
    console.error(error.message);
  } else console.error(error);
}

await seed().catch(explain);
