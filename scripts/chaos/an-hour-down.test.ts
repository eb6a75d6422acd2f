import { eq } from "drizzle-orm";
import { erasureMails, erasureReceipts, erasureRequests, workspaces } from "@/db/schema";
import {
  advanceRun,
  type ErasureContext,
  openFormRequest,
  readReceipt,
  recoverRuns,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import { createMailer } from "@/lib/mail/create-mailer";
import { MailDeferred } from "@/lib/mail/mail-deferred";
import { sendMail } from "@/lib/mail/send-mail";
import { signedReceipt } from "@/lib/receipts";
import { type CallContext, callRecipient, sweepCalls } from "@/lib/recipients";
import { createConnectedWorkspace } from "@/lib/recipients/testing/connected-workspace";
import { documentedReply } from "@/lib/recipients/testing/recipient-server";
import { expect, test } from "@/lib/recipients/testing/recipients-test";
import { fingerprint } from "@/lib/testing/fingerprint";

const minute = 60_000;
const outageMinutes = 60;

test("Meta, the mail provider and all the others are down for an hour: it is waited out, nobody is told that it is done, and each is asked and mailed once when they are back", async ({
  db,
  master,
  server,
  telling,
  calling,
  clock,
}) => {
  const doomed = await createConnectedWorkspace(db, master);
  const neighbour = await createConnectedWorkspace(db, master);
  const before = await fingerprint(db, neighbour.id);
  const backAt = clock.now().getTime() + outageMinutes * minute;
  const isDown = () => clock.now().getTime() < backAt;
  const mailed: string[] = [];
  const done: string[] = [];
  server.answer((call) => {
    if (isDown()) return { status: 503, json: { name: "application_error", message: "Down." } };
    if (call.target !== "/emails") {
      done.push(`${call.method} ${call.target} ${call.authorization}`);
      return documentedReply(call);
    }
    const id = String(call.headers["idempotency-key"]);
    mailed.push(id);
    return { json: { id } };
  });

  const owner = telling({ type: "owner", userId: doomed.ownerId });
  const { confirmationCode } = await scheduleWorkspaceErasure(owner, {
    workspaceId: doomed.id,
    confirmSlug: doomed.slug,
  });
  await openFormRequest(
    telling({ type: "requester" }),
    {
      email: "somebody@example.test",
      requester: "end_customer",
      concern: "account",
      fullName: "Somebody",
      statement: true,
    },
    "en",
  );
  const system = telling({ type: "system" });
  const mailer = createMailer({
    apiKey: "re_1",
    baseUrl: server.url,
    from: "a@b.test",
    now: clock.now,
  });
  const state = async () => {
    const [request] = await db
      .select({ state: erasureRequests.state })
      .from(erasureRequests)
      .where(eq(erasureRequests.confirmationCode, confirmationCode));
    return request?.state;
  };

  let minutes = 0;
  for (
    ;
    (await state()) !== "completed_with_retentions" || (await queuedMails()).length > 0;
    minutes += 1
  ) {
    expect(minutes).toBeLessThan(2 * outageMinutes);
    await workAMinute(system, calling);
    for (const { id } of await queuedMails()) {
      await sendMail({ ...system, mailer, appUrl: "https://app.example.test" }, id).catch(
        unlessDeferred,
      );
    }
    if (isDown()) {
      expect(["scheduled", "purging", "verifying"]).toContain(await state());
      expect(await db.select().from(erasureReceipts)).toEqual([]);
    }
    clock.advance(minute);
  }

  // Only what others were told by was waited for.
  expect(minutes).toBeGreaterThan(outageMinutes);
  expect(await db.select().from(workspaces).where(eq(workspaces.id, doomed.id))).toEqual([]);
  const { recipients } = signedReceipt((await readReceipt(owner, confirmationCode))?.jws ?? "");
  expect(recipients.length).toBeGreaterThan(5);
  expect(recipients.filter(({ failed }) => failed > 0)).toEqual([]);
  expect(done.toSorted()).toEqual([...new Set(done)].toSorted());
  const mails = await db.select().from(erasureMails);
  expect(mails.map(({ state: so }) => so)).toEqual(mails.map(() => "sent"));
  expect(mailed.toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function queuedMails() {
    return await db
      .select({ id: erasureMails.id })
      .from(erasureMails)
      .where(eq(erasureMails.state, "queued"));
  }
});

/** What a worker's sweeps find due is done at once; nothing else is. */
async function workAMinute(system: ErasureContext, calling: CallContext): Promise<void> {
  const due = { runs: new Set<string>(), calls: new Set<string>() };
  const jobs: ErasureContext["jobs"] = {
    async enqueue(_tx, ...enqueued) {
      for (const job of enqueued) {
        if (job.queue === "advance-run") due.runs.add(job.data.requestId);
        if (job.queue === "call-recipient") due.calls.add(job.data.callId);
      }
    },
  };
  await recoverRuns({ ...system, jobs });
  for (const requestId of due.runs) while ((await advanceRun(system, requestId)) === "again");
  await sweepCalls({ ...calling, jobs });
  for (const callId of due.calls) while ((await callRecipient(calling, callId)) === "again");
}

function unlessDeferred(error: unknown): void {
  if (!(error instanceof MailDeferred)) throw error;
}
