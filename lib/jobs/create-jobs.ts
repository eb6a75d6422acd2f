import { sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import type { Job, Jobs, Tx } from "@/lib/erasure";

/**
 * Enqueues inside the caller's transaction: a job exists exactly when its row does. One statement for all
 * of a queue's.
 *
 * A job that already waits for the same row is enough; no second one is added.
 *
 * @param boss given when first needed, so that making this opens no connection.
 */
export function createJobs(boss: () => Promise<PgBoss>): Jobs {
  return {
    async enqueue(tx, ...jobs) {
      const opened = await boss();
      for (const [queue, ours] of Map.groupBy(jobs, (job) => job.queue)) {
        const rows = ours.map((job) => ({ data: job.data, singletonKey: keyOf(job) }));
        await opened.insert(queue, rows, { db: fromDrizzle(executing(tx), sql) });
      }
    },
  };
}

function keyOf({ queue, data }: Job): string {
  switch (queue) {
    case "advance-run":
      return data.requestId;
    case "call-recipient":
      return data.callId;
    case "send-mail":
      return data.mailId;
    case "read-inbound":
      return data.inboundMailId;
    case "send-notice":
      return data.id;
  }
}

/** The driver's own result is what the adapter expects; Drizzle's type only hides its shape. */
function executing(tx: Tx): Parameters<typeof fromDrizzle>[0] {
  return {
    execute: async (query) => {
      const rows: unknown = await tx.execute(query as Parameters<Tx["execute"]>[0]);
      if (!Array.isArray(rows)) throw new TypeError("The driver answered without rows.");
      return rows;
    },
  };
}
