import { actMessages } from "@/components/operator/messages/act-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { orchardRow } from "@/lib/policy/profiles/orchard-row";
import { form } from "@/messages/en/form";
import { mails } from "@/messages/en/mails";
import { verification } from "@/messages/en/verification";
import { act } from "./fixtures/act";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { ends, startedFor } from "./fixtures/ends";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { verificationLink } from "./fixtures/inbox";
import { linkMetaLogin } from "./fixtures/meta";
import { fillRequestForm, requestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

// The demo's own vendor hears of Meta users from Meta alone.
test.use({ profile: orchardRow.name });
test.describe.configure({ mode: "default", timeout: 300_000 });

const { fields, faults, concern, submit } = form;
const { acts, fields: actFields } = actMessages;
const goOn = { name: verification.valid.button };
const metaLogin = { requester: "workspace_admin", concern: "meta_login" } as const;

test("a person names their Meta user ID: what is missing is asked for, their own address proves it, and the login's data goes", async ({
  page,
  createBusiness,
  inbox,
  db,
  sql,
}) => {
  const [mine, neighbour] = [await createBusiness(), await createBusiness()];
  const metaUserId = await linkMetaLogin(sql, mine.ownerId);
  const before = await fingerprint(db, neighbour.id);
  const logins = () => sql`select 1 from meta_identities where meta_user_id = ${metaUserId}`;
  await page.goto("/data-deletion");
  const asked = requestForm(page);
  const id = asked.getByLabel(fields.metaUserId.label);
  await expect(id, "asked of nobody else").toBeHidden();
  await asked.getByRole("radio", { name: concern.cards.meta_login.label }).check();
  await expect(id).toBeVisible();
  await asked.getByRole("button", { name: submit }).click();
  for (const fault of ["fullName_missing", "organization_missing", "metaUserId_missing"] as const) {
    await expect(asked.getByRole("link", { name: faults[fault] })).toBeVisible();
  }
  await id.fill("not a number");
  await expect(asked.getByText(faults.meta_id_malformed).first()).toBeVisible();
  await expectAccessibleInEveryLook(page);

  await fillRequestForm(page, {
    ...metaLogin,
    ...{ email: mine.ownerEmail, fullName: "Ada", organization: "Tea House", metaUserId },
  });
  await sendRequestForm(page);
  await page.goto(await verificationLink(inbox, mine.ownerEmail));
  await expect(page.getByText(verification.valid.subjects.meta_user)).toBeVisible();
  expect(await logins(), "a link alone does nothing").toHaveLength(1);
  await page.getByRole("button", goOn).click();

  const code = await ends(page, "completed");
  const last = await inbox.mail(mine.ownerEmail, new RegExp(mails.completed.subject));
  expect(last.text).toContain(code);
  await expect.poll(() => tracesOf(sql, [metaUserId])).toEqual([]);
  const people = await sql`select 1 from users where id = ${mine.ownerId}`;
  expect(people, "somebody with a password keeps their account").toHaveLength(1);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("whoever names another's is told nothing by it: people read all that was asked, and refuse", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  inbox,
  sql,
}) => {
  const mine = await createBusiness();
  const metaUserId = await linkMetaLogin(sql, mine.ownerId);
  const given = {
    ...{ email: `stranger-${mine.slug}@example.test`, fullName: "Grace", metaUserId },
    ...{ organization: "Reading Room", whatsappNumber: "+1 (555) 010-0177" },
  };
  await fillRequestForm(page, { ...metaLogin, ...given });
  await sendRequestForm(page);
  await confirmByMail(page, inbox, given.email);
  const code = await ends(page, "in_review");

  const staff = await openBrowser();
  await signIn(staff, "operator@lethe.test");
  await staff.goto(`/operator/requests/${code}`);
  await staff.getByRole("button", { name: caseMessages.asked.open }).click();
  for (const [name, value] of Object.entries(given)) {
    await expect(staff.getByText(caseMessages.asked.fields[name] ?? name).first()).toBeVisible();
    await expect(staff.getByText(value, { exact: true }).first()).toBeVisible();
  }
  await expect(staff.getByText(caseMessages.candidates.notes.same_meta_login)).toBeVisible();
  await expectAccessible(staff);
  await act(staff, acts.refuse, async () => {
    await staff.getByLabel(actFields.reason).selectOption("identity_not_verified");
  });

  await ends(page, "refused");
  const last = await inbox.mail(given.email, new RegExp(mails.refused.subject));
  expect(last.text).toContain(mails.refused.reasons.identity_not_verified.reason);
  expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });
  expect(await sql`select 1 from meta_identities where meta_user_id = ${metaUserId}`).toHaveLength(
    1,
  );
  await expect.poll(() => tracesOf(sql, [given.email, given.organization])).toEqual([]);
});
