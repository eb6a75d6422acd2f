import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "./erasure/context";
import { log } from "./log";
import { oncePerProcess } from "./once-per-process";

/** Less is what a time server leaves, and nothing to leases and deadlines. */
const noticedMilliseconds = 1_000;

const everyMilliseconds = 60_000;

const clock = oncePerProcess("clock", () => ({ aheadMilliseconds: 0 }));

/**
 * What time it is: by the database, as far as this process has asked it.
 *
 * Promised times and leases are kept by what several processes take to be now; so they take it from
 * the one thing that they share, and a machine whose clock is wrong ends no grace period early.
 */
export function now(): Date {
  return new Date(Date.now() - clock.aheadMilliseconds);
}

/** Asks the database what time it is, and from then on once a minute. @throws where it cannot be asked now. */
export async function keepClock(db: Db): Promise<void> {
  await setClock(db);
  setInterval(() => {
    setClock(db).catch((error: unknown) =>
      log.error("The database's clock cannot be read.", { error }),
    );
  }, everyMilliseconds).unref();
}

const Answer = z.tuple([z.object({ ms: z.coerce.number() })]);

async function setClock(db: Db): Promise<void> {
  const asked = performance.now();
  const rows = await db.execute(sql`select extract(epoch from clock_timestamp()) * 1000 as ms`);
  const way = (performance.now() - asked) / 2;
  const [{ ms }] = Answer.parse([...(Array.isArray(rows) ? rows : [])]);
  const ahead = Date.now() - (ms + way);
  const isNoticed = Math.abs(ahead) > noticedMilliseconds + way;
  if (isNoticed) {
    log.warn("This machine's clock is not the database's; the database's is used.", {
      milliseconds: Math.round(ahead),
    });
  }
  clock.aheadMilliseconds = isNoticed ? ahead : 0;
}
