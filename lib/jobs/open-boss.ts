import { PgBoss } from "pg-boss";
import { log } from "@/lib/log";

type BossRole = "sender" | "worker";

/**
 * Starts the queue on the migrated database.
 *
 * A sender only enqueues; a worker also listens, keeps the queue in order and retries what has
 * expired.
 */
export async function openBoss(databaseUrl: string, role: BossRole): Promise<PgBoss> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: `lethe ${role}`,
    max: isWorker ? 4 : 2,
    migrate: false,
    schedule: false,
    supervise: isWorker,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    useListenNotify: isWorker,
  });
  boss.on("error", (error) => log.error("The job queue reported an error.", { error }));
  await boss.start();
  return boss;
}
