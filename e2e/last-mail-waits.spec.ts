import { neelamThreads } from "@/lib/policy/profiles/neelam-threads";
import { takeSnapshot } from "@/lib/snapshots/take-snapshot";
import { mails } from "@/messages/en/mails";
import { status } from "@/messages/en/status";
import { sendToDemo } from "../scripts/mail-send/send-to-demo";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { ends } from "./fixtures/ends";
import { fact } from "./fixtures/fact";
import { linkIn } from "./fixtures/inbox";
import { letDaysPass } from "./fixtures/let-days-pass";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

// The demo's own vendor confirms once the live data is gone; this one once the backups are gone, too.
test.use({ profile: neelamThreads.name });
test.describe.configure({ mode: "default", timeout: 400_000 });

const { backupsGoneBy, backupsGoneAt } = status.facts;
const days = neelamThreads.backups?.rollOffDays ?? 0;
const address = neelamThreads.requestEmail?.address ?? "";

test("who wrote a mail gets the last one on the day on which the backups have rolled off, and not before", async ({
  page,
  createBusiness,
  demo,
  demoFolder,
  inbox,
  files,
  sql,
}) => {
  const { id, agentEmail } = await createBusiness();
  const snapshot = await takeSnapshot(files, id);
  const mail = { from: agentEmail, to: [address], subject: "Delete my data", text: "All of it." };
  await sendToDemo(demo, mail);
  await confirmByMail(page, inbox, agentEmail);
  const code = await ends(page, "completed_with_retentions");
  await expect(fact(page, backupsGoneBy)).toBeVisible();
  await inbox.mail(agentEmail, new RegExp(mails.received.subject));
  expect(await lastMails()).toEqual([]);

  await letDaysPass({ sql, demoFolder }, { days, codes: [code], workspaceIds: [id] });
  const last = await inbox.mail(agentEmail, new RegExp(mails.completed.subject), 150_000);
  expect(await files.store.isGone(`workspaces/${id}/${snapshot?.id}`)).toBe(true);
  await page.goto(linkIn(last, code));
  await expect(fact(page, backupsGoneAt)).toBeVisible();
  await expect.poll(() => tracesOf(sql, [agentEmail])).toEqual([]);
  expect(await lastMails()).toHaveLength(1);

  async function lastMails() {
    const received = await inbox.mailsTo(agentEmail);
    return received.filter(({ subject }) => subject.startsWith(mails.completed.subject));
  }
});
