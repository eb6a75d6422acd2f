import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site } from "../site/site";
import { callAsMeta, callUntilTold } from "./call-as-meta";
import { faultsOf } from "./faults-of";
import { mountSmallDisk, type SmallDisk } from "./small-disk";
import { askForErasure, followLink, tellStory } from "./story";
import { watchForLies } from "./watch-for-lies";

let disk: SmallDisk | null;
let site: Site;
beforeAll(async () => {
  disk = await mountSmallDisk(400);
  if (disk !== null) site = await openSite({ folder: disk.folder });
});
afterAll(async () => {
  await site?.close();
  await disk?.remove();
});

test("the database's disk is full in the middle of everything: nothing is said to be done, and all ends when there is room", {
  timeout: 300_000,
}, async ({ skip }) => {
  if (disk === null) return skip("Only who may mount a file system can try this.");
  const { database } = site;
  const story = await tellStory(site, { messages: 2_000 });
  const watching = watchForLies(database.url, story);
  await askForErasure(story);

  await disk.fill();
  await fillItsLog(site);
  await site.keepWorker();
  const told = await callAsMeta("7800");
  expect(told).toMatchObject({ status: 503, code: undefined });
  await pause(3_000);

  await disk.empty();
  await restartWhereItEnded(site);
  await callUntilTold("7800");
  await callUntilTold(story.shop.metaUserId);
  await expect.poll(() => followLink(site, story), { timeout: 90_000 }).toBe(true);
  await expect.poll(() => faultsOf(site, story), { timeout: 120_000, interval: 500 }).toEqual([]);
  const { looks, lies } = await watching.stop();
  expect(lies).toEqual([]);
  expect(looks).toBeGreaterThan(20);
});

/** Files of the log that are there already are written to until the next one is wanted. */
async function fillItsLog({ connection: { sql } }: Site): Promise<void> {
  const written = sql`
    select pg_logical_emit_message(false, 'ballast', repeat('x', 1000000))
    from generate_series(1, 1000)`;
  await expect(written).rejects.toThrow();
}

async function restartWhereItEnded({ database }: Site): Promise<void> {
  const end = await Promise.race([database.ended(), pause(1_000, "it goes on")]);
  if (end !== "it goes on") await database.restart();
}
