import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

/** Leases are fifteen seconds, and are looked after by every worker's own clock. */
const mostSeconds = 5;

/** Whether this machine and the database agree on what time it is. */
export async function checkClock(executor: Executor, now: () => Date): Promise<Finding> {
  const asked = now().getTime();
  const [row] = await ask(
    executor,
    z.object({ ms: z.coerce.number() }),
    sql`select extract(epoch from clock_timestamp()) * 1000 as ms`,
  );
  const answered = now().getTime();
  const ahead = Math.round(((asked + answered) / 2 - (row?.ms ?? Number.NaN)) / 1_000);
  const isFar = Math.abs(ahead) > mostSeconds + (answered - asked) / 1_000;
  const way = ahead > 0 ? "ahead of" : "behind";
  return finding(
    "This machine's clock is the database's",
    isFar
      ? [
          `It is ${Math.abs(ahead)} s ${way} it: set both by one time server (NTP). Promised times are kept by it.`,
        ]
      : [],
  );
}
