import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as isAlive } from "@/app/api/health/live/route";
import { GET as isReady } from "@/app/api/health/route";
import { openSite, type Site } from "../site/site";
import { callUntilTold } from "./call-as-meta";
import { crowdOfCallers } from "./crowd-of-callers";
import { faultsOf } from "./faults-of";
import { askForErasure, followLink, tellStory } from "./story";
import { watchForLies } from "./watch-for-lies";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("PostgreSQL dies in the middle of everything, twice: nothing is lost, nothing happens twice, all ends", {
  timeout: 300_000,
}, async () => {
  const { database, connection } = site;
  const story = await tellStory(site, { messages: 60_000 });
  const watching = watchForLies(database.url, story);
  await Promise.all([site.keepWorker({ name: "one" }), site.keepWorker({ name: "other" })]);

  await askForErasure(story);
  await callUntilTold(story.shop.metaUserId);
  const crowd = crowdOfCallers();
  await expect.poll(() => purgedRows(site), { timeout: 90_000, interval: 10 }).toBeGreaterThan(0);
  await database.kill("SIGQUIT");
  expect({ ready: (await isReady()).status, alive: isAlive().status }).toEqual({
    ready: 503,
    alive: 200,
  });
  await database.restart();
  await expect.poll(async () => (await isReady()).status, { timeout: 30_000 }).toBe(200);
  await expect.poll(() => followLink(site, story), { timeout: 90_000 }).toBe(true);
  await database.kill("SIGKILL");
  await database.restart();
  const told = await crowd.stop();

  await expect.poll(() => faultsOf(site, story), { timeout: 120_000, interval: 500 }).toEqual([]);
  const { looks, lies } = await watching.stop();
  expect(lies).toEqual([]);
  expect(looks).toBeGreaterThan(20);

  // Whoever could not be answered was told to come back; whoever was, has one request.
  const refused = told.flat().filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one).toMatchObject({ status: 503, retryAfter: "5" });
  const codes = new Set(told.map((each) => each.at(-1)?.code));
  expect(codes.size).toBe(told.length);
  const [row] = await connection.sql`
    select count(*)::int as requests from erasure_requests where subject_kind = 'meta_user'`;
  expect(row?.requests).toBe(told.length + 1);
});

async function purgedRows({ connection: { sql } }: Site): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`
    select coalesce(sum(done_rows), 0)::int as rows from erasure_steps`;
  return row?.rows ?? 0;
}
