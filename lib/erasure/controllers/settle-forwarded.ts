import { and, eq, exists, inArray, isNotNull, isNull, not, notExists, or } from "drizzle-orm";
import { contacts, controllerTasks, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "../context";
import { closeForwarded } from "./close-forwarded";

/**
 * Follows what has become of forwarded requests: tasks end with the erasures that they led to, and
 * with contacts and requests that ended otherwise; requests end with their last task.
 *
 * Repeatable. An erasure that was called off leaves its contact there, so its task is open again.
 *
 * @returns how many requests were closed.
 */
export async function settleForwarded(ctx: ErasureContext): Promise<number> {
  await withdrawTasks(ctx);
  await endTasks(ctx);
  await reopenTasks(ctx);
  return await closeAnswered(ctx);
}

const unanswered = inArray(controllerTasks.state, ["open", "erasing"]);

async function withdrawTasks({ db, now }: ErasureContext): Promise<void> {
  const ended = db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(eq(erasureRequests.id, controllerTasks.requestId), isNotNull(erasureRequests.closedAt)),
    );
  await db
    .update(controllerTasks)
    .set({ state: "withdrawn", customerId: null, endedAt: now() })
    .where(and(unanswered, exists(ended)));
}

/** Also where the contact, or its whole workspace, went in another way meanwhile. */
async function endTasks(ctx: ErasureContext): Promise<void> {
  const { db, now } = ctx;
  await db
    .update(controllerTasks)
    .set({ state: "erased", customerId: null, endedAt: now() })
    .where(and(unanswered, notExists(theContact(ctx)), not(exists(underWay(ctx)))));
}

async function reopenTasks(ctx: ErasureContext): Promise<void> {
  await ctx.db
    .update(controllerTasks)
    .set({ state: "open", erasureRequestId: null, answeredAt: null })
    .where(
      and(
        eq(controllerTasks.state, "erasing"),
        exists(theContact(ctx)),
        not(exists(underWay(ctx))),
      ),
    );
}

function theContact({ db }: ErasureContext) {
  return db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, controllerTasks.controllerId),
        eq(contacts.id, controllerTasks.customerId),
      ),
    );
}

/** The contact's erasure, by the task or in another way, until it is verified; failed ones, too. */
function underWay({ db }: ErasureContext) {
  return db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(
        or(
          eq(erasureRequests.id, controllerTasks.erasureRequestId),
          eq(erasureRequests.subjectId, controllerTasks.customerId),
        ),
        isNull(erasureRequests.closedAt),
      ),
    );
}

async function closeAnswered(ctx: ErasureContext): Promise<number> {
  const waiting = ctx.db
    .select({ id: controllerTasks.id })
    .from(controllerTasks)
    .where(and(eq(controllerTasks.requestId, erasureRequests.id), unanswered));
  const answered = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.state, "in_review"),
        eq(erasureRequests.review, "forwarding"),
        notExists(waiting),
      ),
    )
    .limit(1_000);
  let closed = 0;
  for (const { id } of answered) {
    if (await ctx.db.transaction((tx) => closeForwarded(tx, ctx, id))) closed += 1;
  }
  return closed;
}
