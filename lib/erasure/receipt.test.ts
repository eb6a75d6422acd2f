import { eq, inArray, isNotNull, sql } from "drizzle-orm";
import { describe } from "vitest";
import {
  contacts,
  conversations,
  erasureReceipts,
  erasureRequests,
  erasureRuns,
  messages,
} from "@/db/schema";
import { checkReceipt, publishedKeys } from "@/lib/receipts";
import { difference, readEveryRow } from "@/lib/testing/crash/every-row";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import type { ErasureContext } from "./context";
import { readReceipt } from "./read-receipt";
import { scheduleContactErasure } from "./schedule-contact-erasure";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";

describe("a receipt", () => {
  test("says exactly what went and what stays, names nobody, and is the same for ever", async ({
    connection,
    db,
    as,
    system,
    clock,
  }) => {
    const [doomed, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const before = await fingerprint(db, neighbour.id);
    const rowsBefore = await readEveryRow(connection);
    const code = await schedule(as({ type: "owner", userId: doomed.ownerId }), doomed);

    expect(await readReceipt(system, code)).toEqual({ state: "scheduled", jws: null });
    await runToEnd(system, code);

    const found = await readReceipt(system, code);
    const checked = await checkReceipt(found?.jws ?? "", await publishedKeys(db));
    if (checked.outcome !== "valid") throw new Error(`The receipt is ${checked.outcome}.`);
    const { receipt } = checked;
    expect(receipt).toMatchObject({
      issuer: "https://lethe.test",
      confirmationCode: code,
      subject: "workspace",
      policy: { profile: "default", version: system.rules.version },
      completedAt: clock.now().toISOString(),
      retained: expect.arrayContaining([
        {
          category: "invoices",
          retention: "invoices",
          basis: "Legal obligation (GDPR art. 17(3)(b))",
          rows: 1,
          until: "2033-11-22T12:00:00.000Z",
        },
      ]),
      record: { retention: "request_ledger", until: "2028-11-22T12:00:00.000Z" },
      backupsGoneBy: "2026-12-06T12:00:00.000Z",
    });
    const { gone } = difference(rowsBefore, await readEveryRow(connection));
    expect(sum(receipt.erased.map(({ rows }) => rows))).toBe(sum(Object.values(gone)));
    for (const identity of [doomed.slug, doomed.id, doomed.ownerId, doomed.ownerEmail]) {
      expect(JSON.stringify(receipt)).not.toContain(identity);
    }

    clock.advance(365 * 24 * 60 * 60_000);
    await advanceRun(system, await idOf(system, code));
    expect(await readReceipt(system, code)).toEqual(found);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });

  test("says from what the subject was taken out, and where others still mention it", async ({
    db,
    as,
    system,
  }) => {
    const { id: workspaceId, agentId, contactIds } = await createWorkspace(db);
    const [contactId = "", other = ""] = contactIds;
    await db.update(contacts).set({ name: "Zoë Kundin" }).where(eq(contacts.id, contactId));
    // A group's thread is nobody's; a thread with another contact would be theirs, and not be read.
    await db
      .update(conversations)
      .set({ contactId: null, groupId: sql`${conversations.id}::text` })
      .where(eq(conversations.contactId, other));
    const theirs = db
      .select({ id: conversations.id })
      .from(conversations)
      .where(isNotNull(conversations.groupId));
    await db
      .update(messages)
      .set({ body: "Zoë Kundin sent me" })
      .where(inArray(messages.conversationId, theirs));
    const { confirmationCode } = await scheduleContactErasure(
      as({ type: "agent", userId: agentId }),
      { workspaceId, contactId },
    );
    await runToEnd(system, confirmationCode);

    const { jws } = (await readReceipt(system, confirmationCode)) ?? {};
    const checked = await checkReceipt(jws ?? "", await publishedKeys(db));
    expect(checked).toMatchObject({
      outcome: "valid",
      receipt: { subject: "contact", mentioned: [{ category: "messages", rows: 4 }] },
    });
  });

  test("is not given while something is left", async ({ db, as, system }) => {
    const doomed = await createWorkspace(db);
    const code = await schedule(as({ type: "owner", userId: doomed.ownerId }), doomed);
    await db.execute(`create table side_notes (id bigint primary key, about text)`);
    await db.execute(`insert into side_notes values (1, 'ask ${doomed.ownerEmail}')`);

    await runToEnd(system, code);

    expect(await db.select({ state: erasureRuns.state }).from(erasureRuns)).toEqual([
      { state: "failed" },
    ]);
    expect(await readReceipt(system, code)).toEqual({ state: "failed", jws: null });
    expect(await db.select().from(erasureReceipts)).toEqual([]);
  });

  test("is nothing for a code that nobody has", async ({ system }) => {
    for (const code of ["", "nope", "Abcdefghij0123456789", "../../x"]) {
      expect(await readReceipt(system, code)).toBeNull();
    }
  });
});

async function schedule(ctx: ErasureContext, { id, slug }: TestWorkspace): Promise<string> {
  const confirm = { workspaceId: id, confirmSlug: slug };
  return (await scheduleWorkspaceErasure(ctx, confirm)).confirmationCode;
}

async function runToEnd(ctx: ErasureContext, code: string): Promise<void> {
  const requestId = await idOf(ctx, code);
  while ((await advanceRun(ctx, requestId)) === "again");
}

async function idOf({ db }: ErasureContext, code: string): Promise<string> {
  const [request] = await db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, code));
  return request?.id ?? "";
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
