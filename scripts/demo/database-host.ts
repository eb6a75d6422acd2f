import { startEmbeddedPostgres } from "@/db/embedded";
import type { DatabaseMessage } from "./start-database";

/** A process of its own around the embedded PostgreSQL, so that Ctrl-C on the demo leaves it alone. */
async function hostDatabase(dataFolder: string): Promise<DatabaseMessage> {
  try {
    const { url, notice } = await startEmbeddedPostgres({ dataDir: dataFolder });
    return { url, notice };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

const message = await hostDatabase(process.argv[2] ?? ".data");
process.send?.(message);
if ("error" in message) process.exit(1);
// The server ends on SIGTERM, which is also what end-with-parent.ts sends.
