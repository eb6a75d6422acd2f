import { PgBoss } from "pg-boss";
import { deadLetters, queues } from "./queues";

/** Installs or updates the queue's own tables, and the queues. Repeatable. */
export async function installQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {
    // Also thrown from the call that caused it.
  });
  await boss.start();
  try {
    await boss.createQueue(deadLetters);
    for (const [name, options] of Object.entries(queues)) {
      await boss.createQueue(name, options);
      // A queue that is there already is left as it is by that.
      await boss.updateQueue(name, { heartbeatSeconds: options.heartbeatSeconds ?? null });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
