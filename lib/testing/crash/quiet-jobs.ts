import type { PgBoss } from "pg-boss";
import type { Db, Jobs } from "@/lib/erasure";

/** Jobs in the real queue, which is loaded and opened when the first is enqueued. */
export function quietJobs(db: Db): Jobs & { stop(): Promise<void> } {
  let opened: Promise<{ jobs: Jobs; boss: PgBoss }> | undefined;
  return {
    async enqueue(tx, job) {
      opened ??= open(db);
      await (await opened).jobs.enqueue(tx, job);
    },
    async stop() {
      await (await opened)?.boss.stop({ graceful: false });
    },
  };
}

async function open(db: Db): Promise<{ jobs: Jobs; boss: PgBoss }> {
  const { openQuietBoss } = await import("./quiet-boss");
  const { createJobs } = await import("@/lib/jobs/create-jobs");
  const boss = await openQuietBoss(db);
  return { jobs: createJobs(async () => boss), boss };
}
