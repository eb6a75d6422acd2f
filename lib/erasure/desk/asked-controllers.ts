import { asc, eq } from "drizzle-orm";
import { controllerTasks, workspaces } from "@/db/schema";
import type { ErasureContext } from "../context";
import { ControllerRefusal } from "../controllers/schemas";
import type { AskedController } from "./status";

/**
 * The businesses that a customer's request was forwarded to, in the order in which they were asked, and
 * what each has answered. None for a request that is about something else.
 */
export async function askedControllers(
  { db }: Pick<ErasureContext, "db">,
  requestId: string,
): Promise<AskedController[]> {
  const { id, matchedBy, state, refusalReason, dueAt, endedAt } = controllerTasks;
  const asked = await db
    .select({
      ...{ id, matchedBy, state, refusalReason, dueAt, endedAt },
      workspaceSlug: workspaces.slug,
    })
    .from(controllerTasks)
    .leftJoin(workspaces, eq(workspaces.id, controllerTasks.controllerId))
    .where(eq(controllerTasks.requestId, requestId))
    .orderBy(asc(controllerTasks.id));
  return asked.map((row) => ({
    ...row,
    refusalReason: ControllerRefusal.nullable().parse(row.refusalReason),
  }));
}
