import { describe } from "vitest";
import { type Connection, connect } from "@/db/client";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import { advanceRun, type ErasureContext, scheduleWorkspaceErasure } from "./erasure";
import { type Governor, paced } from "./erasure/engine";
import { connectForPurges } from "./purge-database";
import { createWorkspace } from "./testing/create-workspace";
import { expect, test } from "./testing/erasure-test";

test("a purging session has its name and its limits from the moment it connects", async ({
  databaseUrl,
}) => {
  const purges = connectForPurges(databaseUrl);
  expect(
    await purges.sql`select name, setting from pg_settings where name in ('application_name',
      'lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') order by name`,
  ).toEqual([
    { name: "application_name", setting: "lethe purge" },
    { name: "idle_in_transaction_session_timeout", setting: "10000" },
    { name: "lock_timeout", setting: "2000" },
    { name: "statement_timeout", setting: "900000" },
  ]);
  await purges.close();
});

describe("a batch that somebody's lock keeps waiting", () => {
  test.for(["gives up waiting", "is cancelled"])(
    "%s, is tried again smaller, and loses nothing",
    async (how, { databaseUrl, db, as, system }) => {
      const isCancelled = how === "is cancelled";
      const { requestId, messageId } = await scheduleOne(db, as);
      const purges = connectForPurges(databaseUrl, { lock_timeout: isCancelled ? 0 : 100 });
      const holder = await holdMessage(databaseUrl, messageId);
      const { governor, blocked } = watched();

      const purging = advanceToEnd({ ...system, db: purges.db }, requestId, governor);
      if (isCancelled) await holder.cancelWhoWaits();
      await expect.poll(() => blocked().length).toBeGreaterThan(0);
      expect(await db.select().from(erasureRuns)).toMatchObject([
        { state: "purging", residue: null },
      ]);
      await holder.letGo();
      await purging;

      expect(blocked()[0]).toBeLessThan(8);
      expect(await db.select().from(erasureRequests)).toMatchObject([
        { state: "completed_with_retentions" },
      ]);
      for (const step of await db.select().from(erasureSteps)) {
        if (step.action === "erase") expect(step.doneRows, step.tableName).toBe(step.plannedRows);
      }
      await purges.close();
    },
  );

  test("is left alone for a minute after the fourth time, gives its slot away, and has not failed", async ({
    databaseUrl,
    db,
    as,
    system,
    clock,
  }) => {
    const { requestId, messageId } = await scheduleOne(db, as);
    const purges = connectForPurges(databaseUrl, { lock_timeout: 50 });
    const ctx = { ...system, db: purges.db };
    const holder = await holdMessage(databaseUrl, messageId);

    await expect(advanceToEnd(ctx, requestId, watched().governor)).rejects.toMatchObject({
      cause: { code: "55P03" },
    });
    await holder.letGo();
    expect(await db.select().from(erasureRuns)).toMatchObject([
      { state: "purging", leaseUntil: null },
    ]);
    expect(await advanceRun(ctx, requestId)).toBe("finished");
    expect(await db.select().from(erasureRequests)).toMatchObject([{ state: "purging" }]);

    clock.advance(60_001);
    await advanceToEnd(ctx, requestId, watched().governor);
    expect(await db.select().from(erasureRequests)).toMatchObject([
      { state: "completed_with_retentions" },
    ]);
    await purges.close();
  });
});

async function scheduleOne(
  db: ErasureContext["db"],
  as: (actor: ErasureContext["actor"]) => ErasureContext,
): Promise<{ requestId: string; messageId: string }> {
  const mine = await createWorkspace(db, { contacts: 2, messages: 6 });
  await scheduleWorkspaceErasure(as({ type: "owner", userId: mine.ownerId }), {
    workspaceId: mine.id,
    confirmSlug: mine.slug,
  });
  const [request] = await db
    .update(erasureRequests)
    .set({ purgeAfter: null })
    .returning({ id: erasureRequests.id });
  const message = await db.query.messages.findFirst();
  return { requestId: request?.id ?? "", messageId: message?.id ?? "" };
}

async function advanceToEnd(
  ctx: ErasureContext,
  requestId: string,
  governor: Governor,
): Promise<void> {
  while ((await advanceRun(ctx, requestId, governor)) === "again");
}

/** Small batches; says how many rows the next was to have, each time that one was blocked. */
function watched(): { governor: Governor; blocked: () => number[] } {
  const limits: number[] = [];
  const governor = paced({ budgetMs: 1_000, minRows: 1, maxRows: 8 });
  return {
    blocked: () => limits,
    governor: {
      ...governor,
      async blocked(shouldStop) {
        const mayGoOn = await governor.blocked(shouldStop);
        limits.push(await governor.limit());
        return mayGoOn;
      },
    },
  };
}

/** Another transaction that has one message's row, and does not let go of it. */
async function holdMessage(databaseUrl: string, messageId: string) {
  const connection: Connection = connect(databaseUrl, { max: 2 });
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = connection.sql.begin(async (tx) => {
    await tx`select id from messages where id = ${messageId} for no key update`;
    held.resolve();
    await released.promise;
  });
  await Promise.race([held.promise, holding]);
  return {
    async letGo() {
      released.resolve();
      await holding;
      await connection.close();
    },
    /** As a `statement_timeout` would. */
    async cancelWhoWaits() {
      await expect
        .poll(
          () => connection.sql`select pg_cancel_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
        )
        .toHaveLength(1);
    },
  };
}
