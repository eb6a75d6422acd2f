import { erasureMails, erasureRequests } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Job, Jobs } from "@/lib/erasure";
import type { Db } from "@/lib/erasure/context";
import { expect, test } from "@/lib/testing/database-test";
import { sweepMails } from "./sweep-mails";

const now = new Date("2026-11-22T10:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const aDay = 24 * 60;

test("a mail that is queued for more than ten minutes is enqueued again", async ({ db }) => {
  const requestId = await createRequest(db, { closedAt: null });
  const lost = await createMail(db, { requestId, state: "queued", queuedAt: minutesAgo(11) });
  await createMail(db, { requestId, state: "queued", queuedAt: minutesAgo(9) });
  await createMail(db, { requestId, state: "sent", queuedAt: minutesAgo(11) });
  await createMail(db, { requestId, state: "failed", queuedAt: minutesAgo(11) });

  const { swept, jobs } = await sweep(db);

  expect(swept).toEqual({ enqueued: 1, unsealed: 0 });
  expect(jobs).toEqual([{ queue: "send-mail", data: { mailId: lost } }]);
});

test("a request closed for a day, with no mail left to send, loses its seal", async ({ db }) => {
  const over = await createRequest(db, { closedAt: minutesAgo(aDay + 1) });
  await createMail(db, { requestId: over, state: "failed", queuedAt: minutesAgo(aDay) });
  const recent = await createRequest(db, { closedAt: minutesAgo(aDay - 1) });
  const open = await createRequest(db, { closedAt: null });
  const owing = await createRequest(db, { closedAt: minutesAgo(aDay + 1) });
  await createMail(db, { requestId: owing, state: "queued", queuedAt: minutesAgo(1) });

  const { swept } = await sweep(db);

  expect(swept).toEqual({ enqueued: 0, unsealed: 1 });
  expect(await sealedRequests(db)).toEqual([recent, open, owing].toSorted());
  expect((await sweep(db)).swept).toEqual({ enqueued: 0, unsealed: 0 });
});

async function sweep(db: Db) {
  const enqueued: Job[] = [];
  const jobs: Jobs = {
    async enqueue(_tx, ...jobs) {
      enqueued.push(...jobs);
    },
  };
  return { swept: await sweepMails({ db, now: () => now, jobs }), jobs: enqueued };
}

async function createRequest(db: Db, { closedAt }: { closedAt: Date | null }): Promise<string> {
  const id = newId();
  await db.insert(erasureRequests).values({
    id,
    confirmationCode: id.replaceAll("-", "").slice(-20),
    channel: "form",
    requesterKind: "account_holder",
    subjectKind: "account",
    subjectDigest: id,
    sealed: "sealed",
    state: closedAt === null ? "scheduled" : "completed",
    policyProfile: "default",
    policyVersion: "2026-11-22",
    receivedAt: minutesAgo(2 * aDay),
    acknowledgeBy: now,
    dueAt: now,
    closedAt,
  });
  return id;
}

async function createMail(
  db: Db,
  mail: { requestId: string; state: "queued" | "sent" | "failed"; queuedAt: Date },
): Promise<string> {
  const id = newId();
  await db.insert(erasureMails).values({ id, message: "received", ...mail });
  return id;
}

async function sealedRequests(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: erasureRequests.id, sealed: erasureRequests.sealed })
    .from(erasureRequests);
  return rows
    .filter(({ sealed }) => sealed !== null)
    .map(({ id }) => id)
    .toSorted();
}
