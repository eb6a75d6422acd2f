import { buffer } from "node:stream/consumers";
import { utc } from "@date-fns/utc";
import { addDays } from "date-fns";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { objectPrefix, storedObjects } from "@/db/schema";
import { defaultProfile } from "@/lib/policy/profiles/default";
import { takeSnapshot } from "@/lib/snapshots/take-snapshot";
import { mails } from "@/messages/en/mails";
import { status } from "@/messages/en/status";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { ends } from "./fixtures/ends";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fact } from "./fixtures/fact";
import { linkIn } from "./fixtures/inbox";
import { letDaysPass } from "./fixtures/let-days-pass";
import { linkMetaLogin, postAsMeta, readAnswer } from "./fixtures/meta";
import { expect, test } from "./fixtures/test";

const { backupsGoneBy, backupsGoneAt } = status.facts;
const days = defaultProfile.backups?.rollOffDays ?? 0;
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const moment = z.coerce.date().nullable();
const Status = z.object({
  state: z.string(),
  closedAt: moment,
  backupsGoneBy: moment,
  backupsGoneAt: moment,
});

test("a deleted workspace's backups roll off on the promised day: status page and Meta's address say so once the files are gone", async ({
  page,
  request,
  signIn,
  createBusiness,
  demo,
  demoFolder,
  inbox,
  files,
  db,
  sql,
}) => {
  test.setTimeout(300_000);
  const [doomed, neighbour] = [await createBusiness(), await createBusiness()];
  const workspaceIds = [doomed.id, neighbour.id];
  const userId = await linkMetaLogin(sql, neighbour.agentId);
  for (const id of workspaceIds) await takeSnapshot(files, id);
  const own = await snapshotsOf(doomed.id);
  expect(own).not.toEqual([]);
  for (const key of own) expect(await files.store.head(key)).not.toBeNull();

  await signIn(page, doomed.ownerEmail);
  const { slug, confirm } = await openDeletionDialog(page, doomed.slug);
  await slug.fill(doomed.slug);
  await confirm.click();
  const code = await ends(page, "completed_with_retentions");
  for (const key of own) expect(await files.store.isGone(key), "with its workspace").toBe(true);
  const callback = { userId, secret: demo.metaAppSecrets[0] ?? "" };
  const meta = await readAnswer(await postAsMeta(request, "/api/meta/data-deletion", callback));
  await expect.poll(async () => (await statusOf(meta.code)).state).toBe("completed");

  const { closedAt, backupsGoneBy: promised } = await statusOf(code);
  const promise = +addDays(closedAt ?? 0, days, { in: utc });
  expect(Math.abs(+(promised ?? 0) - promise), "the day, to the second").toBeLessThan(1_000);
  const shown = fact(page, backupsGoneBy).locator("time");
  await expect(shown).toHaveAttribute("datetime", promised?.toISOString() ?? "");
  const mail = await inbox.mail(doomed.ownerEmail, new RegExp(mails.completed.subject));
  expect(mail.text.replace(/\s+/g, " ")).toContain(`by ${day.format(promised ?? 0)}.`);

  // The day comes. The neighbour has one snapshot from before, and one of the night that has just passed.
  const older = await snapshotsOf(neighbour.id);
  expect(older).not.toEqual([]);
  await letDaysPass({ sql, demoFolder }, { days, codes: [code, meta.code], workspaceIds });
  const newer = await takeSnapshot(files, neighbour.id);
  const newerKey = `${objectPrefix({ workspaceId: neighbour.id })}${newer?.id}`;
  const before = await bytesOf(newerKey);

  for (const url of [linkIn(mail, code), meta.url]) {
    await expect(async () => {
      await page.goto(url);
      await expect(fact(page, backupsGoneAt).locator("time")).toBeVisible({ timeout: 1_000 });
    }, `${url} says that they are gone`).toPass({ timeout: 150_000, intervals: [1_000] });
    for (const key of older) expect(await files.store.isGone(key), "and they are").toBe(true);
    await expect(fact(page, backupsGoneBy)).toHaveCount(0);
    await expectAccessible(page);
  }
  for (const one of [code, meta.code]) {
    const { state, ...backups } = await statusOf(one);
    expect(state).toMatch(/^completed/);
    expect(+(backups.backupsGoneAt ?? 0)).toBeGreaterThanOrEqual(+(backups.backupsGoneBy ?? 0));
  }
  expect(await snapshotsOf(neighbour.id)).toContain(newerKey);
  expect(await bytesOf(newerKey)).toEqual(before);

  async function statusOf(one: string) {
    return Status.parse(await (await request.get(`/api/data-deletion/${one}`)).json());
  }

  /** Where a workspace's snapshots lie, those that the demo's worker took among them. */
  async function snapshotsOf(workspaceId: string): Promise<string[]> {
    const { key, purpose, workspaceId: owner } = storedObjects;
    const rows = await db
      .select({ key })
      .from(storedObjects)
      .where(and(eq(owner, workspaceId), eq(purpose, "snapshot")));
    return rows.map((row) => row.key);
  }

  async function bytesOf(key: string): Promise<Buffer> {
    const found = await files.store.get(key);
    if (found === null) throw new Error(`Nothing is at ${key}.`);
    return await buffer(found.body);
  }
});
