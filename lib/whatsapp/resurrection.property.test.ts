import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { contacts, erasureRequests, messages } from "@/db/schema";
import { advanceRun, scheduleWorkspaceErasure } from "@/lib/erasure";
import type { Db, ErasureContext } from "@/lib/erasure/context";
import { contactSubject, planFor, workspaceSubject } from "@/lib/erasure/subjects";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { sentMessage, whatsAppDelivery } from "@/lib/testing/whatsapp-delivery";
import { ingestWebhook } from "./ingest-webhook";
import { WebhookPayload } from "./webhook-payload";

const second = 1_000;
const week = 7 * 24 * 60 * 60;
const [leaving, staying, newcomer] = ["15550000000", "15550000001", "447700900123"];

/** A message by one of three, so many seconds before or after the moment of the deletion. */
const anyMessage = fc.record({
  from: fc.constantFrom(leaving, staying, newcomer),
  seconds: fc.oneof(fc.integer({ min: -week, max: -1 }), fc.integer({ min: 1, max: 3_600 })),
  group: fc.constantFrom(undefined, undefined, "group-1"),
});

/** Deliveries, each of some of the messages: in any order, some more than once. */
const anyTraffic = fc.array(anyMessage, { minLength: 3, maxLength: 9 }).chain((sent) =>
  fc.record({
    sent: fc.constant(sent),
    deliveries: fc.array(
      fc.array(fc.nat({ max: sent.length - 1 }), { minLength: 1, maxLength: 4 }),
      { minLength: 2, maxLength: 8 },
    ),
    lanes: fc.integer({ min: 1, max: 4 }),
    erased: fc.constantFrom("contact" as const, "contact" as const, "workspace" as const),
  }),
);

/** Somebody has come back by their own act when their words from before arrive. */
const backBeforeTheLate = {
  sent: [
    { from: leaving, seconds: 1, group: undefined },
    { from: leaving, seconds: -1, group: undefined },
  ],
  deliveries: [[0], [0]],
  lanes: 1,
  erased: "contact" as const,
};

test("whatever is delivered while somebody is erased, in whatever order and however often, nobody comes back and nobody else's words are lost", {
  timeout: 240_000,
}, async ({ db, as, system, clock }) => {
  const neighbour = await createWorkspace(db, { contacts: 1, messages: 1 });
  const untouched = await fingerprint(db, neighbour.id);
  const now = clock.now().getTime();

  await fc.assert(
    fc.asyncProperty(anyTraffic, async ({ sent, deliveries, lanes, erased }) => {
      const mine = await createWorkspace(db, { contacts: 2, messages: 1 });
      const [leavingId = ""] = mine.contactIds;
      const told = sent.map((message, index) => ({
        ...message,
        id: `wamid.${mine.slug}.${index}`,
        at: new Date(now + message.seconds * second),
      }));
      const payloads = deliveries.map((indexes) => deliveryOf(mine, indexes, told));
      const owner = as({ type: "owner", userId: mine.ownerId });
      const requestId =
        erased === "contact"
          ? await scheduledContact(owner, { workspaceId: mine.id, contactId: leavingId })
          : await scheduledWorkspace(owner, mine);

      const queue = payloads.values();
      const carrier = async () => {
        for (const payload of queue) {
          const { outcomes } = await ingestWebhook(system, payload);
          expect(outcomes.failed, "parts that failed").toBeUndefined();
        }
      };
      await Promise.all([carryOut(system, requestId), ...Array.from({ length: lanes }, carrier)]);
      // What Meta repeats in the end is all of it.
      const all = deliveryOf(mine, [...told.keys()], told);
      for (const _ of [1, 2]) await ingestWebhook(system, all);

      if (erased === "workspace") {
        expect(await rowsLeft(db, planFor(workspaceSubject(mine.id)))).toEqual([]);
      } else {
        expect(
          await rowsLeft(
            db,
            planFor(contactSubject({ workspaceId: mine.id, contactId: leavingId })),
          ),
        ).toEqual([]);
        const expected = told.filter(({ from, seconds }) => from !== leaving || seconds > 0);
        expect(await inboundOf(db, mine, "wamid.")).toEqual(expected.map(({ id }) => id).sort());
        for (const phone of [leaving, staying, newcomer]) {
          const isThere = phone === staying || expected.some(({ from }) => from === phone);
          expect(await peopleAt(db, mine, phone), phone).toBe(isThere ? 1 : 0);
        }
      }
      expect(await fingerprint(db, neighbour.id)).toEqual(untouched);
    }),
    { numRuns: 6, interruptAfterTimeLimit: 120_000, examples: [[backBeforeTheLate]] },
  );
});

function deliveryOf(
  { slug }: TestWorkspace,
  indexes: readonly number[],
  told: readonly { id: string; from: string; at: Date; group: string | undefined }[],
): WebhookPayload {
  return WebhookPayload.parse(
    whatsAppDelivery({
      phoneNumberId: `phone-${slug}`,
      messages: indexes.flatMap((index) => {
        const message = told[index];
        if (message === undefined) return [];
        const { group, ...rest } = message;
        return sentMessage({ ...rest, ...(group === undefined ? {} : { group_id: group }) });
      }),
    }),
  );
}

async function carryOut(system: ErasureContext, requestId: string): Promise<void> {
  while ((await advanceRun(system, requestId)) === "again");
  const [request] = await system.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  expect(request?.state).toMatch(/^completed/);
}

async function scheduledWorkspace(ctx: ErasureContext, mine: TestWorkspace): Promise<string> {
  const { confirmationCode } = await scheduleWorkspaceErasure(ctx, {
    workspaceId: mine.id,
    confirmSlug: mine.slug,
    choices: { deregisterNumber: false, deleteTemplates: false },
  });
  const [request] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  return request?.id ?? "";
}

/** Tables in which something of the subject is left. */
async function rowsLeft(db: Db, plan: ReturnType<typeof planFor>): Promise<string[]> {
  const left: string[] = [];
  for (const { action, table, found } of plan.steps) {
    if (action !== "erase") continue;
    const rows: unknown = await db.execute(
      sql`select 1 from ${table.table} where ${found.predicate} limit 1`,
    );
    if (Array.isArray(rows) && rows.length > 0) left.push(table.key);
  }
  return left;
}

async function inboundOf(db: Db, { id }: TestWorkspace, prefix: string): Promise<string[]> {
  const rows = await db
    .select({ id: messages.providerMessageId })
    .from(messages)
    .where(
      and(eq(messages.workspaceId, id), sql`starts_with(${messages.providerMessageId}, ${prefix})`),
    );
  return rows.map((row) => row.id ?? "").sort();
}

async function peopleAt(db: Db, { id }: TestWorkspace, phone: string): Promise<number> {
  return await db.$count(
    contacts,
    and(eq(contacts.workspaceId, id), eq(contacts.phone, `+${phone}`)),
  );
}
