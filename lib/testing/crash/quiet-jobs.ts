import type { PgBoss } from "pg-boss";
import type { Db, Jobs } from "@/lib/erasure";

type Opened = { jobs: Jobs; boss: PgBoss };

/** Jobs in the real queue, which is loaded and opened when the first is enqueued. */
export function quietJobs(db: Db): Jobs & { stop(): Promise<void> } {
  let opened: Opened | undefined;
  return {
    async enqueue(tx, ...jobs) {
      opened ??= await open(db);
      await opened.jobs.enqueue(tx, ...jobs);
    },
    async stop() {
      await opened?.boss.stop({ graceful: false });
    },
  };
}

async function open(db: Db): Promise<Opened> {
  const { openQuietBoss } = await import("./quiet-boss");
  const { createJobs } = await import("@/lib/jobs/create-jobs");
  const boss = await openQuietBoss(db);
  return { jobs: createJobs(async () => boss), boss };
}
