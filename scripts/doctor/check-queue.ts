import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { deadLetters } from "@/lib/jobs";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

/** Mails leave within moments; jobs that failed for good wait for somebody to look. */
export async function checkQueue(executor: Executor): Promise<Finding> {
  const [there] = await ask(
    executor,
    z.object({ mails: z.int(), hasQueue: z.boolean() }),
    sql`
    select to_regclass('pgboss.job') is not null as "hasQueue",
      (select count(*)::int from erasure_mails
       where state = 'queued' and queued_at < now() - interval '10 minutes') as mails`,
  );
  const title = "Mails leave and no job is given up";
  const queued = there?.mails ?? 0;
  const mails =
    queued === 0
      ? []
      : [`${queued} mails have been queued for more than 10 minutes: is the mail provider up?`];
  if (!there?.hasQueue) {
    return finding(title, [...mails, "There is no job queue: npm run db:migrate"]);
  }
  const [dead] = await ask(
    executor,
    z.object({ jobs: z.int() }),
    sql`
    select count(*)::int as jobs from pgboss.job
    where name = ${deadLetters} and state < 'completed'`,
  );
  const given = dead?.jobs ?? 0;
  const jobs =
    given === 0
      ? []
      : [`${given} jobs were given up and lie in "${deadLetters}": the worker's log says why.`];
  return finding(title, [...mails, ...jobs]);
}
