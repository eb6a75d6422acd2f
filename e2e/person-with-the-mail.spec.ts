import { status } from "@/messages/en/status";
import { verification } from "@/messages/en/verification";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn, verificationLink } from "./fixtures/inbox";
import { fillRequestForm, sendRequestForm } from "./fixtures/request-form";
import { rowsOfWorkspace } from "./fixtures/rows-of-workspace";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

const { valid, used, expired, resent, unknown } = verification;
const { completed_with_retentions: completed, refused } = status.states;

const headingOf = (name: string) => ({ level: 1, name }) as const;

test("the link asks first; only the button verifies, and the end is mailed", async ({
  page,
  openBrowser,
  createBusiness,
  inbox,
  db,
  sql,
}) => {
  const doomed = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const rows = await rowsOfWorkspace(sql, doomed.id);
  await fillRequestForm(page, {
    requester: "workspace_admin",
    concern: "workspace",
    email: doomed.ownerEmail,
    workspaceSlug: doomed.slug,
  });
  await sendRequestForm(page);
  const link = await verificationLink(inbox, doomed.ownerEmail);

  // A mail scanner opens it, twice; then the person does.
  const scanner = await openBrowser();
  for (let visit = 0; visit < 2; visit++) await scanner.goto(link);
  await page.goto(link);
  await expect(page.getByRole("heading", headingOf(valid.heading))).toBeVisible();
  await expect(page.getByText(valid.subjects.workspace)).toBeVisible();
  expect(page.url(), "the secret leaves the address bar").not.toContain("token=");
  expect(await rowsOfWorkspace(sql, doomed.id), "reading the link did nothing").toEqual(rows);

  await page.getByRole("button", { name: valid.button }).click();
  await expect(page).toHaveURL(/\/data-deletion\/status\/[A-Za-z0-9]{20}$/);
  await expect(page.getByRole("heading", headingOf(completed.heading))).toBeVisible();
  const timeline = page.getByRole("list", { name: status.timeline.title });
  for (const label of ["Received", "Verified", "Deleting", completed.label]) {
    await expect(timeline).toContainText(label);
  }

  await inbox.mail(doomed.ownerEmail, /We have your data deletion request/);
  const mail = await inbox.mail(doomed.ownerEmail, /deleted|exception|kept/i);
  expect(mail.text).toContain(new URL(page.url()).pathname.split("/").at(-1));

  expect(Object.keys(await rowsOfWorkspace(sql, doomed.id)).sort()).toEqual([
    "audit_log",
    "invoices",
  ]);
  await expect.poll(() => tracesOf(sql, [doomed.ownerEmail, doomed.slug])).toEqual([]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  await scanner.goto(link);
  await expect(scanner.getByRole("heading", headingOf(used.heading))).toBeVisible();
  await scanner.getByRole("link", { name: used.button }).click();
  await expect(scanner).toHaveURL(page.url());
});

test("a link that has run out is replaced by a fresh one to the same address", async ({
  page,
  createBusiness,
  inbox,
  sql,
}) => {
  const { ownerEmail } = await createBusiness();
  await fillRequestForm(page, {
    requester: "workspace_admin",
    concern: "account",
    email: ownerEmail,
  });
  await sendRequestForm(page);
  const link = await verificationLink(inbox, ownerEmail);
  // Two hours later; within the first minute there would be no second mail.
  await sql`
    update verification_tokens
    set created_at = created_at - interval '2 hours', expires_at = expires_at - interval '2 hours'
    where used_at is null`;

  await page.goto(link);
  await expect(page.getByRole("heading", headingOf(expired.heading))).toBeVisible();
  await page.getByRole("button", { name: expired.button }).click();
  await expect(page.getByRole("heading", headingOf(resent.heading))).toBeVisible();

  await expect.poll(async () => (await inbox.mailsTo(ownerEmail)).length).toBe(2);
  const links = (await inbox.mailsTo(ownerEmail)).map((mail) =>
    linkIn(mail, "/data-deletion/verify"),
  );
  const fresh = links.find((candidate) => candidate !== link) ?? "";
  await page.goto(fresh);
  await expect(page.getByRole("heading", headingOf(valid.heading))).toBeVisible();
});

test("a forged link, a damaged one and none at all lead to one plain page", async ({ page }) => {
  for (const query of [`?token=${"A".repeat(43)}`, "?token=damaged", ""]) {
    await page.goto(`/data-deletion/verify${query}`);
    await expect(page.getByRole("heading", headingOf(unknown.heading))).toBeVisible();
    await expect(page.getByRole("button", { name: valid.button })).toHaveCount(0);
  }
});

test("somebody who may not delete the workspace is refused, with the reason, by mail", async ({
  page,
  createBusiness,
  inbox,
  db,
}) => {
  const { id, slug, agentEmail } = await createBusiness();
  const before = await fingerprint(db, id);
  await fillRequestForm(page, {
    requester: "workspace_admin",
    concern: "workspace",
    email: agentEmail,
    workspaceSlug: slug,
  });
  await sendRequestForm(page);
  await confirmByMail(page, inbox, agentEmail);

  await expect(page.getByRole("heading", headingOf(refused.heading))).toBeVisible();
  await expect(page.getByText(status.refusals.not_authorised)).toBeVisible();
  await inbox.mail(agentEmail, /could not do what/);
  expect(await fingerprint(db, id)).toEqual(before);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the link works all the same", async ({ page, inbox }) => {
    const email = `customer-${Date.now()}@example.test`;
    await fillRequestForm(page, {
      requester: "end_customer",
      concern: "customer_records",
      email,
      businessName: "Acme Roastery",
    });
    await sendRequestForm(page);
    await confirmByMail(page, inbox, email);

    await expect(page.getByRole("heading", headingOf(refused.heading))).toBeVisible();
    await expect(page.getByText(status.refusals.ask_the_controller)).toBeVisible();
    await inbox.mail(email, /could not do what/);
  });
});
