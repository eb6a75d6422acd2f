import { afterAll, beforeAll, expect, test } from "vitest";
import { roleNames } from "@/db/roles/role-names";
import { underWay } from "@/lib/testing/under-way";
import { openSite, type Site } from "../site/site";
import { callAsMeta, callUntilTold } from "./call-as-meta";
import { faultsOf } from "./faults-of";
import { askForErasure, followLink, tellStory } from "./story";
import { watchForLies } from "./watch-for-lies";

/** More than may be at work and wait in one process. */
const callers = 300;
const mayWait = 64 + 192;
/** Connections of one process. */
const pool = 10;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("nobody gets a connection: whoever asks is told to come back, at once, and all ends when there is one", {
  timeout: 300_000,
}, async () => {
  const { database } = site;
  const story = await tellStory(site, { messages: 2_000 });
  const watching = watchForLies(database.url, story);
  await askForErasure(story);
  await site.keepWorker();

  // The server has none for either of the two.
  await shutOut(site);
  const shut = await callAsMeta("7900");
  expect(shut).toEqual({ status: 503, retryAfter: "5", code: undefined });

  await letIn(site);
  await callUntilTold("7900");
  // One that was ended may be noticed by whoever is given it next.
  await Promise.all(Array.from({ length: pool }, (_, at) => callUntilTold(`7901${at}`)));

  // The process's own ten all wait for one table.
  const locking = await lockRequests(site);
  const calls = Array.from({ length: callers }, (_, at) => callAsMeta(`7900${at}`));
  const first = await Promise.all(calls.slice(mayWait));
  expect(first.map(({ status }) => status)).toEqual(first.map(() => 503));
  await locking.commit();
  const waited = await Promise.all(calls.slice(0, mayWait));
  expect(waited.map(({ status }) => status)).toEqual(waited.map(() => 200));

  await callUntilTold(story.shop.metaUserId);
  await expect.poll(() => followLink(site, story), { timeout: 90_000 }).toBe(true);
  await expect.poll(() => faultsOf(site, story), { timeout: 120_000, interval: 500 }).toEqual([]);
  const { looks, lies } = await watching.stop();
  expect(lies).toEqual([]);
  expect(looks).toBeGreaterThan(20);
  const [row] = await site.connection.sql`
    select count(*)::int as requests from erasure_requests where subject_kind = 'meta_user'`;
  expect(row?.requests).toBe(mayWait + pool + 2);
});

async function shutOut({ connection: { sql } }: Site): Promise<void> {
  for (const name of Object.values(roleNames)) {
    await sql`alter role ${sql(name)} connection limit 0`;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${name}`;
  }
}

async function letIn({ connection: { sql } }: Site): Promise<void> {
  for (const name of Object.values(roleNames)) {
    await sql`alter role ${sql(name)} connection limit -1`;
  }
}

async function lockRequests({ connection: { db } }: Site) {
  return await underWay(db, (tx) => tx.execute("lock table erasure_requests"));
}
