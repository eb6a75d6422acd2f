import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/lib/migrate-database";
import { bundlesVariable, makeBundlesFolder } from "./bundled-script";
import { roomyMemory } from "./roomy-memory";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  export interface ProvidedContext {
    /** The migrated, empty database that every test's own is copied from. */
    templateUrl: string;
  }
}

/**
 * One real PostgreSQL for all tests, in a folder of its own that goes with it; in memory where there is
 * room, since every database that is made or dropped is some thousand files.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join((await roomyMemory()) ?? tmpdir(), "lethe-test-"));
  // As root the server runs as another user, who has to get in.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, isDurable: false });
  await migrateDatabase(server.url);
  project.provide("templateUrl", server.url);
  const bundles = await makeBundlesFolder();
  process.env[bundlesVariable] = bundles;

  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
    await rm(bundles, { recursive: true });
  };
}
