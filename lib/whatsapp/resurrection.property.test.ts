import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { erasureRequests } from "@/db/schema";
import { advanceRun, scheduleWorkspaceErasure } from "@/lib/erasure";
import type { Db, ErasureContext } from "@/lib/erasure/context";
import { paced } from "@/lib/erasure/engine";
import { contactSubject, planFor, workspaceSubject } from "@/lib/erasure/subjects";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { ingestWebhook } from "./ingest-webhook";
import { anyTraffic, backBeforeTheLate, people, type Traffic } from "./testing/any-traffic";
import { type Held, heldBy } from "./testing/held-by";
import { type Post, postOf } from "./testing/post-of";
import type { WebhookPayload } from "./webhook-payload";

/** Between any two of them something may be delivered; and nobody rests for who delivers it. */
const smallBatches = paced({ budgetMs: 50, minRows: 10, maxRows: 20 });

test("whatever is delivered while somebody is erased, in whatever order and however often, nobody comes back and nobody else's words are lost", {
  timeout: 240_000,
}, async ({ db, as, system, clock }) => {
  const silent = await createWorkspace(db, { contacts: 1, messages: 1 });
  const live = await createWorkspace(db, { contacts: 2, messages: 2 });
  const untouched = await fingerprint(db, silent.id);
  const atFirst = await heldBy(db, live);
  const atLive = { messages: new Set(atFirst.messages), reports: new Set(atFirst.reports) };
  const phonesAtLive = new Set(atFirst.phones);

  await fc.assert(
    fc.asyncProperty(anyTraffic, async (traffic) => {
      const mine = await createWorkspace(db, { contacts: 2, messages: 2 });
      const before = await heldBy(db, mine);
      const post = postOf(traffic, {
        mine: { workspace: mine, held: before },
        live: { workspace: live, held: atFirst },
        now: clock.now(),
      });
      const owner = as({ type: "owner", userId: mine.ownerId });
      const requestId = await scheduled(owner, mine, traffic);

      const queue = post.deliveries.values();
      const carrier = async () => {
        for (const delivery of queue) await take(system, delivery);
      };
      await Promise.all([
        carryOut(system, requestId),
        ...Array.from({ length: traffic.lanes }, carrier),
      ]);
      // What Meta repeats in the end is all of it.
      for (const _ of [1, 2]) await take(system, post.all);

      if (traffic.erased === "workspace") {
        expect(await rowsLeft(db, planFor(workspaceSubject(mine.id)))).toEqual([]);
      } else {
        const [contactId = "", staying = ""] = mine.contactIds;
        const gone = planFor(contactSubject({ workspaceId: mine.id, contactId }));
        expect(await rowsLeft(db, gone)).toEqual([]);
        expect(await heldBy(db, mine)).toMatchObject(expectedOf(before, post, staying));
      }
      for (const { id, from } of post.told.live) {
        atLive.messages.add(id);
        phonesAtLive.add(from);
      }
      for (const report of post.reported.live) atLive.reports.add(report);
      expect(await heldBy(db, live), "the neighbour that goes on").toMatchObject({
        messages: [...atLive.messages].sort(),
        reports: [...atLive.reports].sort(),
        phones: [...phonesAtLive].sort(),
      });
      expect(await fingerprint(db, silent.id)).toEqual(untouched);
    }),
    { numRuns: 30, interruptAfterTimeLimit: 120_000, examples: [[backBeforeTheLate]] },
  );
});

/** What stays of one contact of two, and what comes of everything that was sent beside. */
function expectedOf(before: Held, { told, reported }: Post, staying: string) {
  const taken = told.mine.filter(({ from, seconds }) => from !== people.leaving || seconds > 0);
  const isOfStaying = (report: string) => report.startsWith(before.sentTo(staying));
  return {
    messages: [...before.ofContact(staying), ...taken.map(({ id }) => id)].sort(),
    reports: [...new Set([...before.reports, ...reported.mine])].filter(isOfStaying).sort(),
    phones: [...new Set([people.staying, ...taken.map(({ from }) => from)])].sort(),
  };
}

async function take(system: ErasureContext, delivery: WebhookPayload): Promise<void> {
  const { outcomes, errors } = await ingestWebhook(system, delivery);
  expect(errors).toEqual([]);
  expect(outcomes.unreadable).toBeUndefined();
}

async function carryOut(system: ErasureContext, requestId: string): Promise<void> {
  while ((await advanceRun(system, requestId, smallBatches)) === "again");
  const [request] = await system.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  expect(request?.state).toMatch(/^completed/);
}

async function scheduled(
  ctx: ErasureContext,
  { id: workspaceId, slug, contactIds: [contactId = ""] }: TestWorkspace,
  { erased }: Traffic,
): Promise<string> {
  if (erased === "contact") return await scheduledContact(ctx, { workspaceId, contactId });
  const { confirmationCode } = await scheduleWorkspaceErasure(ctx, {
    workspaceId,
    confirmSlug: slug,
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
