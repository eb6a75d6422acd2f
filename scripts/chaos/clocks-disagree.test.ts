import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site } from "../site/site";
import { callUntilTold } from "./call-as-meta";
import { faultsOf } from "./faults-of";
import { askForErasure, followLink, tellStory } from "./story";
import { watchForLies } from "./watch-for-lies";

const minute = 60_000;
const skewed = join(import.meta.dirname, "skewed-clock.ts");

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("one worker's clock is ten minutes ahead and another's ten behind: each row goes once, and nobody early", {
  timeout: 300_000,
}, async () => {
  const { database, connection } = site;
  const story = await tellStory(site, { messages: 60_000 });
  const watching = watchForLies(database.url, story);
  const waiting = await withGracePeriod(site, 5 * minute);
  for (const [name, ms] of [
    ["ahead", 10 * minute],
    ["behind", -10 * minute],
  ] as const) {
    const environment = { CLOCK_OFF_BY_MS: String(ms) };
    await site.keepWorker({ name, environment, preload: skewed });
  }
  await askForErasure(story);
  await callUntilTold(story.shop.metaUserId);
  for (let at = 0; at < 20; at += 1) await callUntilTold(`8100${at}`);

  await expect.poll(() => followLink(site, story), { timeout: 90_000 }).toBe(true);
  const others = async () =>
    (await faultsOf(site, story)).filter((fault) => !fault.includes("scheduled"));
  await expect.poll(others, { timeout: 120_000, interval: 500 }).toEqual([]);
  expect(await stateOf(waiting)).toBe("scheduled");
  const { looks, lies } = await watching.stop();
  expect(lies).toEqual([]);
  expect(looks).toBeGreaterThan(20);

  async function stateOf(id: string): Promise<unknown> {
    const [row] = await connection.sql`select state from erasure_requests where id = ${id}`;
    return row?.state;
  }
});

/** A callback's request that may still be taken back for a while. */
async function withGracePeriod({ connection: { sql } }: Site, milliseconds: number) {
  const [told] = await callUntilTold("8199");
  const purgeAfter = new Date(Date.now() + milliseconds).toISOString();
  const [request] = await sql<{ id: string }[]>`
    update erasure_requests set purge_after = ${purgeAfter}::timestamptz
    where confirmation_code = ${told?.code ?? ""} and state = 'scheduled' returning id`;
  if (request === undefined) throw new Error("There is no such request.");
  return request.id;
}
