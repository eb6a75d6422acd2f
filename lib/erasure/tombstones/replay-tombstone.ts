import { and, eq, notInArray } from "drizzle-orm";
import { erasureGroups, erasureRequests, erasureTombstoneLog } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "../context";
import { createRequest } from "../create-requests";
import { scheduleRequest } from "../schedule-request";
import { closedStates, transition } from "../transition";
import { describeReturned, type NewRequest } from "./describe-returned";
import { openTombstone, type Tombstone } from "./tombstone";
import { type Returned, whoIsBack } from "./who-is-back";

export type Replay =
  | { outcome: "gone" }
  | { outcome: "scheduled"; requestId: string; returned: Returned };

/**
 * Schedules again the first of a tombstone's subjects that a restore has brought back, to be erased at
 * once and through the same guarded way in as everything. When none is there, the tombstone has been
 * replayed.
 *
 * A request that the restore knows, open, is the one that goes on. One that it has lost is written
 * again, with the code that its person holds; to whom to write is not known any more, so nobody gets
 * a second mail.
 */
export async function replayTombstone(ctx: ErasureContext, entry: string): Promise<Replay> {
  const tombstone = openTombstone(ctx.vault, entry);
  return await ctx.db.transaction(async (tx) => {
    const [returned] = await whoIsBack(tx, tombstone);
    if (returned === undefined) {
      await tx
        .update(erasureTombstoneLog)
        .set({ isToReplay: false })
        .where(eq(erasureTombstoneLog.sequence, tombstone.sequence));
      return { outcome: "gone" };
    }
    return {
      outcome: "scheduled",
      requestId: await schedule(tx, ctx, tombstone, returned),
      returned,
    };
  });
}

async function schedule(
  tx: Tx,
  ctx: ErasureContext,
  { requestId, confirmationCode, subject }: Tombstone,
  returned: Returned,
): Promise<string> {
  const [known] = await tx
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  const isItsOwn = returned.kind === subject;
  if (known !== undefined && isItsOwn && !closedStates.includes(known.state)) {
    return await hasten(tx, ctx, known);
  }
  const wanted = describeReturned(ctx.vault, returned);
  const lost = known === undefined && isItsOwn ? { id: requestId, confirmationCode } : undefined;
  const created = await createRequest(tx, ctx, {
    ...wanted.request,
    state: "verified",
    channel: "operator",
    requesterKind: "operator",
    ...(lost === undefined ? {} : { lost }),
  });
  if (created === null) return await hasten(tx, ctx, await openRequest(tx, wanted.request));
  if (wanted.contactIds.length > 1) await addGroup(tx, ctx, created.id, wanted);
  const { subjectId } = wanted.request;
  await scheduleRequest(tx, ctx, created, { subjectId, graceDays: 0 });
  return created.id;
}

/** What waits only for its time, or for people who had already decided, waits no more. */
async function hasten(
  tx: Tx,
  ctx: ErasureContext,
  request: typeof erasureRequests.$inferSelect,
): Promise<string> {
  const { id, subjectId } = request;
  let { state } = request;
  if (state === "unverified") {
    await transition(tx, ctx, request, "verified", { verifiedAt: ctx.now() });
    state = "verified";
  }
  if (state === "verified" || state === "in_review") {
    await scheduleRequest(tx, ctx, { id, state }, { subjectId, graceDays: 0 });
  } else if (state === "scheduled") {
    await tx.update(erasureRequests).set({ purgeAfter: null }).where(eq(erasureRequests.id, id));
    await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId: id } });
  }
  return id;
}

async function openRequest(
  tx: Tx,
  { subjectKind, subjectDigest }: NewRequest,
): Promise<typeof erasureRequests.$inferSelect> {
  const [open] = await tx
    .select()
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectKind, subjectKind),
        eq(erasureRequests.subjectDigest, subjectDigest),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    )
    .for("update");
  if (open === undefined) throw new Error("The open request has just ended.");
  return open;
}

async function addGroup(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  { request, contactIds, workspaceId }: ReturnType<typeof describeReturned>,
): Promise<void> {
  await tx.insert(erasureGroups).values({
    id: request.subjectId,
    selectionId: newId(),
    workspaceDigest: ctx.vault.digest("workspace", workspaceId),
    requestId,
    contactIds: [...contactIds],
    contacts: contactIds.length,
    chosenAt: ctx.now(),
  });
}
