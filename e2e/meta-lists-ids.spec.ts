import type { Page } from "@playwright/test";
import { metaIdsMessages } from "@/components/operator/messages/meta-ids-messages";
import { fingerprint } from "./fixtures/fingerprint";
import { linkMetaLogin, postAsMeta } from "./fixtures/meta";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

const { done, results, send, file, download } = metaIdsMessages;

test("an operator feeds in Meta's list: a line for each of its lines, whom it names goes, and twice is once", async ({
  page,
  signIn,
  createBusiness,
  db,
  sql,
}) => {
  const [mine, neighbour] = [await createBusiness(), await createBusiness()];
  const before = await fingerprint(db, neighbour.id);
  const metaUserId = await linkMetaLogin(sql, mine.ownerId);
  await signIn(page, "operator@lethe.test");
  await page.goto("/operator/meta-ids");

  await give(page, `${metaUserId}\n${metaUserId}\n987654321\nnobody\n`);
  await expect(page.getByText(done.replace("{count}", "4"))).toBeVisible();
  expect(await countsOf(page)).toEqual({ opened: 1, already_open: 1, unknown: 1, malformed: 1 });
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: download }).click();
  const csv = (await (await saving).createReadStream()).setEncoding("utf8");
  expect((await csv.toArray()).join("").trim().split("\n").slice(1)).toEqual([
    `1,${metaUserId},opened`,
    `2,${metaUserId},already_open`,
    "3,987654321,unknown",
    "4,nobody,malformed",
  ]);
  await expect
    .poll(() => tracesOf(sql, [metaUserId, `${metaUserId}@facebook.test`]), { timeout: 30_000 })
    .toEqual([]);
  expect(await sql`select 1 from users where id = ${mine.ownerId}`).toHaveLength(1);

  const requests = await requestsOfMeta();
  await give(page, `${metaUserId}\n`);
  await expect(page.getByText(done.replace("{count}", "1"))).toBeVisible();
  expect(await countsOf(page)).toEqual({ opened: 0, already_open: 0, unknown: 1, malformed: 0 });
  expect(await requestsOfMeta()).toBe(requests);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function requestsOfMeta(): Promise<number> {
    return (await sql`select 1 from erasure_requests where requester_kind = 'meta'`).length;
  }
});

test("nobody else may give a list, and what Meta did not sign disconnects nobody", async ({
  page,
  request,
  signIn,
  createBusiness,
  demo,
  db,
  sql,
}) => {
  const mine = await createBusiness();
  const userId = await linkMetaLogin(sql, mine.ownerId);
  const before = [await fingerprint(db, mine.id), await work()];
  await signIn(page, mine.ownerEmail);
  expect((await page.request.get("/operator/meta-ids")).status()).toBe(404);
  const origin = new URL(demo.appUrl).origin;
  for (const client of [page.request, request]) {
    const answer = await client.post("/api/operator/meta-ids", {
      headers: { origin, "content-type": "text/plain" },
      data: `${userId}\n`,
    });
    expect(answer.status()).toBe(404);
  }
  const staff = "/api/operator/meta-ids";
  await signOutAndIn();
  const elsewhere = { origin: "https://attacker.example", "content-type": "text/plain" };
  const crossSite = await page.request.post(staff, { headers: elsewhere, data: `${userId}\n` });
  expect(crossSite.status()).toBe(404);

  for (const path of ["/api/meta/deauthorize", "/api/meta/data-deletion"] as const) {
    const forged = await postAsMeta(request, path, { userId, secret: "another secret" });
    expect(forged.status()).toBe(400);
  }
  expect([await fingerprint(db, mine.id), await work()]).toEqual(before);
  const [channel] = await sql`
    select state, access_token from channel_connections where workspace_id = ${mine.id}`;
  expect(channel).toEqual({ state: "connected", access_token: "ciphertext" });

  async function work(): Promise<unknown> {
    const [counted] = await sql`
      select (select count(*)::int from erasure_requests) as requests,
             (select count(*)::int from pgboss.job where name = 'advance-run') as jobs`;
    return counted;
  }

  async function signOutAndIn(): Promise<void> {
    await page.context().clearCookies();
    await signIn(page, "operator@lethe.test");
  }
});

async function give(page: Page, list: string): Promise<void> {
  await page
    .getByLabel(file)
    .setInputFiles({ name: "ids.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: send }).click();
}

/** What the page counts of each result. */
async function countsOf(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [result, name] of Object.entries(results)) {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    counts[result] = Number(await row.getByRole("cell").textContent());
  }
  return counts;
}
