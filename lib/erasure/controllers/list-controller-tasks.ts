import { and, desc, eq, sql } from "drizzle-orm";
import { contacts, controllerTasks, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "../context";
import { openSealedRequest } from "../sealed-request";
import { ControllerRefusal, type ControllerTask, type ControllerTaskLine } from "./schemas";

const shown = 200;

/** The requests of a business's customers: open ones first, by when they are due. */
export async function listControllerTasks(
  { db }: Pick<ErasureContext, "db">,
  workspaceId: string,
): Promise<ControllerTaskLine[]> {
  const rows = await select(db)
    .where(eq(controllerTasks.controllerId, workspaceId))
    .orderBy(
      sql`${controllerTasks.state} <> 'open'`,
      sql`case when ${controllerTasks.state} = 'open' then ${controllerTasks.dueAt} end`,
      desc(controllerTasks.id),
    )
    .limit(shown);
  return rows.map(({ task, contact }) => lineOf(task, contact?.name ?? null));
}

/** One of them, with who asks and what, as long as that is kept; null for another business's. */
export async function readControllerTask(
  { db, vault }: Pick<ErasureContext, "db" | "vault">,
  { workspaceId, taskId }: { workspaceId: string; taskId: string },
): Promise<ControllerTask | null> {
  const [row] = await select(db).where(
    and(eq(controllerTasks.controllerId, workspaceId), eq(controllerTasks.id, taskId)),
  );
  if (row === undefined) return null;
  const { task, contact, request } = row;
  const isOver = task.endedAt !== null;
  const sealed = isOver ? null : (request?.sealed ?? null);
  const { email, details } = await openSealedRequest(vault, task.requestId, sealed);
  return {
    ...lineOf(task, contact?.name ?? null),
    matchedBy: task.matchedBy,
    contact: contact && { ...contact },
    asked:
      email === undefined || request === null
        ? null
        : { email, description: details?.description ?? null, receivedAt: request.receivedAt },
  };
}

function select(db: ErasureContext["db"]) {
  return db
    .select({
      task: controllerTasks,
      contact: {
        id: contacts.id,
        name: contacts.name,
        phone: contacts.phone,
        email: contacts.email,
      },
      request: { sealed: erasureRequests.sealed, receivedAt: erasureRequests.receivedAt },
    })
    .from(controllerTasks)
    .leftJoin(
      contacts,
      and(
        eq(contacts.workspaceId, controllerTasks.controllerId),
        eq(contacts.id, controllerTasks.customerId),
      ),
    )
    .leftJoin(erasureRequests, eq(erasureRequests.id, controllerTasks.requestId))
    .$dynamic();
}

function lineOf(
  { id, state, createdAt, dueAt, endedAt, refusalReason }: typeof controllerTasks.$inferSelect,
  contactName: string | null,
): ControllerTaskLine {
  const reason = ControllerRefusal.nullable().parse(refusalReason);
  return { id, state, createdAt, dueAt, endedAt, refusalReason: reason, contactName };
}
