import { env } from "@/lib/env";
import { migrateDatabase } from "@/lib/migrate-database";

/** `npm run db:migrate`: brings the database at DATABASE_URL to the current schema. */
await migrateDatabase(env().DATABASE_URL);
console.log("The database is up to date.");
