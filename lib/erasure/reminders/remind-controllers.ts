import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { controllerTasks, memberships, users, workspaces } from "@/db/schema";
import { rolesThatMay } from "@/lib/authorization/roles-that-may";
import type { ErasureContext, Tx } from "../context";
import { dueRanges } from "./due-ranges";
import { notTold } from "./not-told";
import { type Addressee, type DueItem, noteDue } from "./note-due";

const tasksAtOnce = 500;

/**
 * Tells the owners and admins of a business of the customers who wait for its answer: 7, 3 and 1 days
 * before it is due, and when it is late. One mail to each, however many customers.
 *
 * @returns of how many answers.
 */
export async function remindControllers(ctx: ErasureContext): Promise<number> {
  const byController = new Map<string, DueItem[]>();
  for (const range of dueRanges(ctx.now())) {
    const tasks = await ctx.db
      .select({
        controllerId: controllerTasks.controllerId,
        itemId: controllerTasks.id,
        requestId: controllerTasks.requestId,
        dueAt: controllerTasks.dueAt,
      })
      .from(controllerTasks)
      .where(
        and(
          eq(controllerTasks.state, "open"),
          notTold(ctx.db, "controllers", range, controllerTasks),
        ),
      )
      .orderBy(asc(controllerTasks.dueAt))
      .limit(tasksAtOnce);
    for (const { controllerId, ...item } of tasks) {
      const items = byController.get(controllerId) ?? [];
      items.push({ ...item, mark: range.mark });
      byController.set(controllerId, items);
    }
  }
  let told = 0;
  for (const [controllerId, items] of byController) {
    told += await ctx.db.transaction(async (tx) =>
      noteDue(tx, ctx, "controllers", items, await administrators(tx, controllerId)),
    );
  }
  return told;
}

async function administrators(tx: Tx, controllerId: string): Promise<Addressee[]> {
  const people = await tx
    .select({ userId: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(
      and(
        eq(memberships.workspaceId, controllerId),
        inArray(memberships.role, rolesThatMay("answer_customer")),
        isNull(users.frozenAt),
        eq(workspaces.state, "active"),
      ),
    );
  return people.map(({ userId }) => ({ controllerId, userId }));
}
