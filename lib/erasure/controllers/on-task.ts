import { and, eq, inArray } from "drizzle-orm";
import { controllerTasks, memberships } from "@/db/schema";
import { rolesThatMay } from "@/lib/authorization/roles-that-may";
import type { ErasureContext, Tx } from "../context";
import { ErasureError } from "../errors";

type Task = typeof controllerTasks.$inferSelect;

/**
 * What an owner or admin of a business answers to a customer's request: authorised first, then
 * under the task's lock, and only while it is open.
 *
 * @throws ErasureError `not_authorised`, `not_found` for another business's task, too, `wrong_state`.
 */
export async function onTask<Value>(
  ctx: ErasureContext,
  { workspaceId, taskId }: { workspaceId: string; taskId: string },
  work: (tx: Tx, task: Task) => Promise<Value>,
): Promise<Value> {
  return await ctx.db.transaction(async (tx) => {
    await assertMayAnswer(tx, ctx, workspaceId);
    const [task] = await tx
      .select()
      .from(controllerTasks)
      .where(and(eq(controllerTasks.id, taskId), eq(controllerTasks.controllerId, workspaceId)))
      .for("update");
    if (task === undefined) throw new ErasureError("not_found", "There is no such task.");
    if (task.state !== "open") {
      throw new ErasureError("wrong_state", `A task that is ${task.state} has been answered.`);
    }
    return await work(tx, task);
  });
}

async function assertMayAnswer(
  tx: Tx,
  { actor }: ErasureContext,
  workspaceId: string,
): Promise<void> {
  const found =
    "userId" in actor
      ? await tx
          .select({ id: memberships.id })
          .from(memberships)
          .where(
            and(
              eq(memberships.workspaceId, workspaceId),
              eq(memberships.userId, actor.userId),
              inArray(memberships.role, rolesThatMay("answer_customer")),
            ),
          )
      : [];
  if (found.length > 0) return;
  throw new ErasureError("not_authorised", "Nobody else may answer a customer's request.");
}
