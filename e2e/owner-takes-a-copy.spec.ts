import { Readable } from "node:stream";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { workspaceExports } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { storeObject } from "@/lib/files";
import { mails } from "@/messages/en/mails";
import { captureAction, sendAction } from "./fixtures/captured-action";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { ends } from "./fixtures/ends";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn } from "./fixtures/inbox";
import { rowsOfWorkspace } from "./fixtures/rows-of-workspace";
import { expect, test } from "./fixtures/test";
import { unzip } from "./fixtures/unzip";
import { phone } from "./fixtures/viewports";

const { start, list } = exportMessages;
const { exportFirst } = deleteWorkspaceMessages;

test("an owner takes a copy: started, followed, mailed, downloaded, opened; an agent gets none of it", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  files,
  inbox,
}) => {
  test.setTimeout(120_000);
  const mine = await createBusiness();
  const { id: workspaceId, slug, ownerEmail, agentEmail, contactIds } = mine;
  const backups = `/${slug}/settings/backups`;
  const photo = await storeObject(files, {
    owner: { workspaceId, contactId: contactIds[0] ?? null, purpose: "media" },
    mimeType: "image/png",
    body: Readable.from([Buffer.from("a photo")]),
  });
  const agent = await openBrowser();
  await signIn(agent, agentEmail);
  await agent.goto(backups);
  await expect(agent.getByText(start.onlyAdministrators)).toBeVisible();
  await expect(agent.getByRole("button", { name: start.button })).toHaveCount(0);

  await signIn(page, ownerEmail);
  await page.goto(backups);
  await page.getByRole("button", { name: start.button }).click();
  await expect(page.getByText(start.started)).toBeVisible();
  const copy = page.getByRole("listitem").filter({ hasText: list.states.ready });
  await expect(copy.getByText(list.states.ready, { exact: true })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  const mail = await inbox.mail(ownerEmail, new RegExp(mails.export.ready.subject));
  const link = linkIn(mail, "/download");
  const saved = await page.request.get(link);
  expect(saved.headers()).toMatchObject({ "cache-control": "private, no-store" });
  const zip = await unzip(await saved.body());
  const written = (zip.get("messages/messages.jsonl") ?? "").trim().split("\n");
  expect(written).toHaveLength(contactIds.length * 4);
  expect([...zip.keys()]).toEqual(expect.arrayContaining(["README.txt", "schema.json"]));
  expect(zip.get(`files/${photo.id}.png`)).toBe("a photo");
  const everything = [...zip.values()].join("\n");
  expect(everything).toContain("customer0@example.test");
  for (const secret of ["ciphertext", "$argon2"]) expect(everything).not.toContain(secret);

  const altered = link.replace(/(?<=signature=)./, (first) => (first === "z" ? "y" : "z"));
  for (const [why, who, address] of [
    ["an agent", agent, link],
    ["an altered signature", page, altered],
    ["a later day", page, link.replace(/until=\d/, "until=9")],
  ] as const) {
    const answer = await who.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), why).toBe(404);
  }
  const neighbour = await openBrowser();
  await signIn(neighbour, "owner@globex.test");
  expect((await neighbour.request.get(link)).status()).toBe(404);
  const stranger = await openBrowser();
  await stranger.goto(link);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);

  await copy.getByRole("button", { name: /^Delete the export of/ }).click();
  await expect(page.getByText(list.removed)).toBeVisible();
  expect((await page.request.get(link)).status()).toBe(404);
});

test("one export at a time: another is refused while one is under way, which on a telephone is cancelled", async ({
  page,
  signIn,
  createBusiness,
  db,
}) => {
  const { id: workspaceId, slug, ownerId, ownerEmail } = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  // In the hands of a worker that does not get on: no other takes it.
  await db.insert(workspaceExports).values({
    workspaceId,
    id: newId(),
    requestedByUserId: ownerId,
    includesMedia: false,
    state: "running",
    plannedParts: 4,
    doneParts: 1,
    heldUntil: new Date(Date.now() + 600_000),
    createdAt: new Date(),
    takenAt: new Date(),
  });
  await page.setViewportSize(phone);
  await signIn(page, ownerEmail);
  await page.goto(`/${slug}/settings/backups`);
  const copies = page.getByRole("listitem");
  await expect(copies.getByText("25 %")).toBeVisible();

  const untouched = await fingerprint(db, workspaceId);
  await page.getByRole("button", { name: start.button }).click();
  await expect(page.getByText(teamRefusalMessages.already_exporting)).toBeVisible();
  expect(await fingerprint(db, workspaceId)).toEqual(untouched);

  await page.getByRole("button", { name: /^Cancel the export of/ }).click();
  await expect(page.getByText(list.cancelled)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: start.button }).click();
  await expect(copies.getByText(list.states.ready, { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test.describe("what an agent sends all the same", () => {
  test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

  test("starts no export", async ({ page, openBrowser, signIn, createBusiness, db }) => {
    const { id, slug, ownerEmail, agentEmail } = await createBusiness();
    const agent = await openBrowser();
    await signIn(agent, agentEmail);
    await signIn(page, ownerEmail);
    await page.goto(`/${slug}/settings/backups`);
    const action = await captureAction(page, () =>
      page.getByRole("button", { name: start.button }).click(),
    );
    const before = await fingerprint(db, id);
    expect(await (await sendAction(agent, action)).text()).toContain("not_authorised");
    expect(await fingerprint(db, id)).toEqual(before);
  });
});

test("an owner exports, then deletes: the copy can be had first, and then the workspace goes", async ({
  page,
  signIn,
  createBusiness,
  inbox,
  sql,
}) => {
  const { id, slug, ownerEmail } = await createBusiness();
  await signIn(page, ownerEmail);
  const { dialog, slug: typed } = await openDeletionDialog(page, slug);
  await dialog.getByLabel(exportFirst.first).check();
  const confirm = dialog.getByRole("button", { name: exportFirst.button });
  await expect(confirm).toBeDisabled();
  await typed.fill(slug);
  await confirm.click();

  await expect(page).toHaveURL(/\/settings\/backups$/);
  await expect(page.getByText(list.erasureFollows)).toBeVisible({ timeout: 30_000 });
  const ready = await inbox.mail(ownerEmail, new RegExp(mails.export.ready.subject));
  expect(ready.text).toContain("the workspace is deleted afterwards");
  expect((await page.request.get(linkIn(ready, "/download"))).status()).toBe(200);
  const scheduled = await sql<{ code: string; days: number }[]>`
    select confirmation_code as code, extract(day from purge_after - now())::int as days
    from erasure_requests where subject_id = ${id} and state = 'scheduled'`;
  expect(scheduled).toMatchObject([{ days: 6 }]);
  expect(Object.keys(await rowsOfWorkspace(sql, id))).toContain("messages");

  // A week later.
  const code = scheduled[0]?.code ?? "";
  await sql`update erasure_requests set purge_after = now() where confirmation_code = ${code}`;
  await page.goto(`/data-deletion/status/${code}`);
  await ends(page, "completed_with_retentions");
  const last = await inbox.mail(ownerEmail, new RegExp(mails.completed.subject));
  expect(last.text).toContain(code);
  expect(Object.keys(await rowsOfWorkspace(sql, id)).sort()).toEqual(["audit_log", "invoices"]);
  expect((await page.request.get(linkIn(ready, "/download"), { maxRedirects: 0 })).status()).toBe(
    307,
  );
});
