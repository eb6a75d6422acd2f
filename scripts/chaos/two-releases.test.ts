import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/schema/columns";
import { retryRun } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { openBoss } from "@/lib/jobs";
import { fingerprint } from "@/lib/testing/fingerprint";
import { openSite, type Site } from "../site/site";
import { untilReady } from "../site/until-ready";
import { callUntilTold } from "./call-as-meta";
import { faultsOf } from "./faults-of";
import { askForErasure, followLink, tellStory } from "./story";
import { watchForLies } from "./watch-for-lies";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("a worker of the last release, beside the next one's tables and jobs, shows nothing as done that is not and takes no job from it", {
  timeout: 300_000,
}, async () => {
  const { database, connection } = site;
  const { sql } = connection;
  const told = await tellStory(site);
  await untilReady(await site.startWorker());

  const nextRelease = await openBoss(database.url, "sender");
  await sql`alter table contacts add column nickname text`;
  await sql`create table call_notes (id uuid primary key, note text)`;
  await site.grantRoles();
  const story = { ...told, before: await fingerprint(connection.db, told.neighbour.id) };
  const watching = watchForLies(database.url, story);
  await sql`insert into call_notes values (${newId()}, ${`${story.doomed.ownerEmail} called.`})`;
  await nextRelease.createQueue("forget-faces");
  await nextRelease.send("forget-faces", { faceId: newId() });
  await askForErasure(story);
  await callUntilTold(story.shop.metaUserId);
  const [request] = await sql<{ id: string }[]>`
    select id from erasure_requests where subject_kind = 'workspace'`;
  const requestId = request?.id ?? "";
  await nextRelease.send("advance-run", { request: { id: requestId }, version: 2 });

  const stateOf = async () =>
    await sql`select q.state, r.residue from erasure_requests q
      left join erasure_runs r on r.request_id = q.id where q.id = ${requestId}`;
  await expect
    .poll(stateOf, { timeout: 90_000 })
    .toMatchObject([{ state: "failed", residue: [{ table: "call_notes", column: "note" }] }]);
  expect(await sql`select from erasure_receipts where request_id = ${requestId}`).toEqual([]);
  const notUnderstood = () =>
    sql`select from pgboss.job where data->>'version' = '2' and state <> 'completed'`;
  expect((await notUnderstood()).length).toBeGreaterThan(0);

  // What the next release's map has to say of its table, and somebody who looks at what failed.
  await sql`delete from call_notes`;
  await retryRun(erasureContext({ type: "operator", userId: newId() }), { requestId });
  await expect.poll(() => followLink(site, story), { timeout: 90_000 }).toBe(true);
  const faults = async () =>
    (await faultsOf(site, story)).filter((fault) => !fault.startsWith("due jobs of forget-faces"));
  await expect.poll(faults, { timeout: 120_000, interval: 500 }).toEqual([]);
  expect((await notUnderstood()).length).toBeGreaterThan(0);
  expect(await sql`select state from pgboss.job where name = 'forget-faces'`).toMatchObject([
    { state: "created" },
  ]);
  const { lies } = await watching.stop();
  expect(lies).toEqual([]);
  await nextRelease.stop({ graceful: false });
});
