import { EmbeddedDatabaseError, startEmbeddedPostgres } from "@/db/embedded";
import { DemoError } from "./demo-error";
import { lastLines } from "./last-lines";

export type Database = {
  url: string;
  notice: string | null;
  /** Settles when the server has ended: how, in words. */
  ended: Promise<string>;
  stop(): Promise<void>;
  lastWords(): Promise<string>;
};

/** Starts the embedded PostgreSQL with its data in this folder. @throws {DemoError} */
export async function startDatabase(dataFolder: string): Promise<Database> {
  try {
    const { logFile, ...server } = await startEmbeddedPostgres({ dataDir: dataFolder });
    return { ...server, lastWords: () => lastLines(logFile) };
  } catch (error) {
    if (!(error instanceof EmbeddedDatabaseError)) throw error;
    throw new DemoError(error.message, { cause: error });
  }
}
