import { eq } from "drizzle-orm";
import { actMessages } from "@/components/operator/messages/act-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { inboundMessages } from "@/components/operator/messages/inbound-messages";
import { users } from "@/db/schema";
import { signWebhook } from "@/lib/inbound";
import { mails } from "@/messages/en/mails";
import { verification } from "@/messages/en/verification";
import { sendToDemo } from "../scripts/mail-send/send-to-demo";
import { act } from "./fixtures/act";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { ends, startedFor } from "./fixtures/ends";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { verificationLink } from "./fixtures/inbox";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

const operator = "operator@lethe.test";
const to = ["privacy@tidewater.example"];
const { acts, fields } = actMessages;
const goOn = { name: verification.valid.button };

test("a person writes from their own address: a link, a button, and the last mail says that it is done", async ({
  page,
  createBusiness,
  demo,
  inbox,
  db,
  sql,
}) => {
  const [mine, neighbour] = [await createBusiness(), await createBusiness()];
  const before = await fingerprint(db, neighbour.id);
  const from = `"Ada, of Sales" <${mine.agentEmail}>`;
  const mail = { from, to, subject: "Please delete my account", text: "It is time." };
  expect(await sendToDemo(demo, mail)).toMatchObject({ status: 200 });

  const link = await verificationLink(inbox, mine.agentEmail);
  expect(await db.$count(users, eq(users.id, mine.agentId)), "a mail alone does nothing").toBe(1);
  await page.goto(link);
  await page.getByRole("button", goOn).click();
  const code = await ends(page, "completed_with_retentions");

  const last = await inbox.mail(mine.agentEmail, new RegExp(mails.completed.subject));
  expect(last.text).toContain(code);
  expect(await db.$count(users, eq(users.id, mine.agentId))).toBe(0);
  await expect.poll(() => tracesOf(sql, [mine.agentEmail])).toEqual([]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("a business's customer and its only owner write: a person looks, and refuses with a reason each", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  demo,
  inbox,
  db,
  sql,
}) => {
  const mine = await createBusiness();
  const customer = `customer-${mine.slug}@example.test`;
  const before = await fingerprint(db, mine.id);
  const staff = await openBrowser();
  await signIn(staff, operator);
  const written = [
    { from: customer, text: "The shop wrote to me. Delete my data.", why: "ask_the_controller" },
    { from: mine.ownerEmail, text: "Please delete my account.", why: "sole_owner" },
  ] as const;

  for (const { from, text, why } of written) {
    await sendToDemo(demo, { from, to, subject: "Delete my data", text });
    await confirmByMail(page, inbox, from);
    const code = await ends(page, "in_review");

    await staff.goto(`/operator/requests/${code}`);
    await staff.getByRole("button", { name: caseMessages.asked.open }).click();
    await expect(staff.getByText(text)).toBeVisible();
    if (why === "sole_owner") {
      await expect(staff.getByText(caseMessages.candidates.notes.sole_owner)).toBeVisible();
    } else {
      await expect(staff.getByText(caseMessages.candidates.none)).toBeVisible();
    }
    await act(staff, acts.refuse, async () => {
      await staff.getByLabel(fields.reason).selectOption(why);
    });

    const last = await inbox.mail(from, new RegExp(mails.refused.subject));
    expect(last.text).toContain(mails.refused.reasons[why].next);
    await ends(page, "refused");
    expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });
  }
  expect(await fingerprint(db, mine.id)).toEqual(before);
});

test("what is not understood waits for an operator; what a machine or nobody sent is answered by nobody", async ({
  page,
  request,
  signIn,
  demo,
  inbox,
  sql,
}) => {
  const requests = async () =>
    (await sql<{ count: number }[]>`select count(*)::int from erasure_requests`)[0]?.count;
  const before = await requests();
  const sender = (name: string) => `${name}-${Date.now()}@example.test`;
  const [stranger, robot] = [sender("stranger"), sender("robot")];
  const headers = { "Auto-Submitted": "auto-replied" };
  const asking = { to, subject: "Delete my data", text: "" };
  await sendToDemo(demo, { ...asking, from: robot, headers });
  await sendToDemo(demo, { from: stranger, to, subject: "Hello", text: "Do you mend sextants?" });
  const forged = await request.post("/api/webhooks/resend", {
    headers: { "svix-id": "msg_1", "svix-timestamp": "1", "svix-signature": "v1,AAAA" },
    data: { type: "email.received", data: { email_id: "x", from: stranger, subject: "Delete" } },
  });
  expect(forged.status()).toBe(400);

  await signIn(page, operator);
  await expect(async () => {
    await page.goto("/operator/inbound");
    await expect(page.getByText(stranger)).toBeVisible({ timeout: 500 });
    await page.goto("/operator/inbound?filter=set_aside");
    await expect(page.getByText(robot)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  expect(await requests()).toBe(before);

  await page.goto("/operator/inbound");
  const waiting = page.getByRole("row").filter({ hasText: stranger });
  await waiting.getByRole("link", { name: "Hello" }).click();
  await expect(page.getByText("Do you mend sextants?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: inboundMessages.act.no_request }).click();
  await expect(page.getByRole("button", { name: inboundMessages.act.no_request })).toHaveCount(0);

  expect(await requests()).toBe(before);
  expect(await inbox.mailsTo(stranger)).toEqual([]);
  expect(await inbox.mailsTo(robot)).toEqual([]);
  await expect.poll(() => tracesOf(sql, [stranger, "mend sextants"])).toEqual([]);
});

test("what the provider reports of a mail stands on the request's page, the gravest of it, and nothing forged", async ({
  page,
  request,
  signIn,
  demo,
  inbox,
  sql,
}) => {
  const from = `bouncing-${Date.now()}@example.test`;
  await sendToDemo(demo, { from, to, subject: "Delete my data", text: "" });
  const { id: email_id } = await inbox.mail(from, /Was it you/);
  const codes = async () =>
    await sql<{ code: string }[]>`
    select confirmation_code as code from erasure_requests join erasure_mails on request_id = erasure_requests.id
    where provider_id = ${email_id}`;
  // A mail is there before it is written down that it has left.
  await expect.poll(codes).toHaveLength(1);
  const [asked] = await codes();
  await signIn(page, operator);
  const { reports } = caseMessages.mails;
  const report = async (type: string, secret = demo.resendWebhookSecret) => {
    const event = { type, created_at: new Date().toISOString(), data: { email_id } };
    const { body, headers } = signWebhook(event, { secret, deliveryId: `msg_${Math.random()}` });
    return (await request.post("/api/webhooks/resend", { headers, data: body })).status();
  };

  const forger = `whsec_${Buffer.from("not the secret").toString("base64")}`;
  expect(await report("email.bounced", forger)).toBe(400);
  for (const [type, says] of [
    ["email.delivered", reports.delivered],
    ["email.bounced", reports.bounced],
    ["email.complained", reports.complained],
    ["email.delivered", reports.complained],
  ] as const) {
    expect(await report(type)).toBe(200);
    await page.goto(`/operator/requests/${asked?.code}`);
    await expect(page.getByText(says, { exact: true })).toBeVisible();
  }
  await expect(page.getByText(reports.delivered, { exact: true })).toHaveCount(0);
  await expectAccessible(page);
});
