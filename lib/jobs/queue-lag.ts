import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/erasure";
import { queues } from "./queues";

const Lag = z.tuple([z.object({ ms: z.coerce.number() })]);

/** Purges that wait for their turn say nothing of how busy the database is, nor do other systems. */
const ofPurges = ["advance-run", "call-recipient"];
const others = sql.join(
  Object.keys(queues)
    .filter((name) => !ofPurges.includes(name))
    .map((name) => sql`${name}`),
  sql`, `,
);

/** How long the oldest job that is no purge has been due, in milliseconds; 0 when none is. */
export async function queueLagMs(db: Db): Promise<number> {
  const [{ ms }] = Lag.parse(
    await db.execute(sql`
      select greatest(coalesce(extract(epoch from now() - min(start_after)), 0), 0) * 1000 as ms
      from pgboss.job where name in (${others}) and state < 'active'`),
  );
  return ms;
}
