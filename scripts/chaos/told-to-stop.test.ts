import { afterAll, beforeAll, expect, test } from "vitest";
import { roleNames } from "@/db/roles/role-names";
import { keepLastMessage } from "@/lib/testing/many-messages";
import { openSite, type Site } from "../site/site";
import { untilReady } from "../site/until-ready";
import { callUntilTold } from "./call-as-meta";
import { faultsOf } from "./faults-of";
import { type SpanReceiver, startSpanReceiver } from "./span-receiver";
import { askForErasure, followLink, tellStory } from "./story";
import { watchForLies } from "./watch-for-lies";

/** What a worker that is told to stop may take: its patience, and no more. */
const graceMilliseconds = 25_000;

let site: Site;
let receiver: SpanReceiver;
beforeAll(async () => {
  receiver = await startSpanReceiver();
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await receiver.close();
});

test("a worker that is told to stop in the middle of a run lets go of it in order, and has told what it did", {
  timeout: 300_000,
}, async () => {
  const { database, connection } = site;
  const { sql } = connection;
  const story = await tellStory(site, { messages: 20_000 });
  const watching = watchForLies(database.url, story);
  const first = await site.startWorker({
    name: "first",
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
  });
  await untilReady(first);
  expect(
    await sql`select distinct application_name as name from pg_stat_activity
      where usename = ${roleNames.worker} order by name`,
    "sessions that are known for a worker's own",
  ).toEqual([{ name: "lethe purge" }, { name: "lethe worker" }]);
  const letGo = await keepLastMessage(sql, story.doomed.id);
  await askForErasure(story);
  await callUntilTold(story.shop.metaUserId);

  const steps = async () => {
    const [row] = await sql<{ done: number; planned: number }[]>`
      select coalesce(sum(done_rows), 0)::int as done, coalesce(sum(planned_rows), 0)::int as planned
      from erasure_steps where action = 'erase'`;
    return row ?? { done: 0, planned: 0 };
  };
  await expect
    .poll(async () => (await steps()).done, { timeout: 90_000, interval: 5 })
    .toBeGreaterThan(0);
  const toldAt = performance.now();
  process.kill(first.pid, "SIGTERM");
  expect(await first.ended).toBe("exit code 0");
  expect(performance.now() - toldAt).toBeLessThan(graceMilliseconds);
  const { done, planned } = await steps();
  expect(done, "stopped in the middle").toBeLessThan(planned);
  expect(
    await sql`select from erasure_runs where lease_until > now()`,
    "runs it holds on to",
  ).toEqual([]);

  await letGo();

  const spans = receiver.received("/v1/traces").join();
  expect(spans).toContain("lethe advance-run");
  expect(spans).toContain("lethe-worker");
  for (const one of [story.doomed.ownerEmail, story.doomed.slug, story.doomed.id]) {
    expect(spans).not.toContain(one);
  }

  await untilReady(await site.startWorker({ name: "second" }));
  await expect.poll(() => followLink(site, story), { timeout: 90_000 }).toBe(true);
  await expect.poll(() => faultsOf(site, story), { timeout: 120_000, interval: 500 }).toEqual([]);
  expect((await watching.stop()).lies).toEqual([]);
});
